package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Objects;

/// Calls of a server over HTTP, by whoever manages it.
final class Calls {
  private Calls() {}

  /// What came of a call, whatever it was.
  static HttpResponse<String> ask(
      RealServer server, String method, String path, String body, String credentials)
      throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
              .header("Authorization", credentials)
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    }
  }

  static HttpResponse<String> ask(RealServer server, String method, String path, String body)
      throws Exception {
    return ask(server, method, path, body, "Bearer " + RealServer.KEY);
  }

  /// A call that must succeed.
  static Value.Fields send(RealServer server, String method, String path, String body)
      throws Exception {
    return good(path, ask(server, method, path, body));
  }

  private static Value.Fields good(String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode() / 100).as(path + " " + answer.body()).isEqualTo(2);
    return (Value.Fields) JsonReader.event(answer.body().getBytes(UTF_8));
  }

  /// Sends events by a source and waits until they are decided.
  ///
  /// @param source as it was told when it was made
  static void take(RealServer server, Value.Fields source, String... events) throws Exception {
    var key = Objects.requireNonNull(source.text("writeKey")) + ":";
    var credentials = "Basic " + Base64.getEncoder().encodeToString(key.getBytes(UTF_8));
    var body = "{\"batch\":[" + String.join(",", events) + "]}";
    good("batch", ask(server, "POST", "/v1/batch?ack=full", body, credentials));
  }

  /// How an enricher stands once it has counted so many; whoever runs the test ends it when it
  /// never does.
  static Value.Fields standing(RealServer server, String id, String counted, long count)
      throws Exception {
    while (true) {
      var standing = send(server, "GET", "/api/v1/enrichers/" + id, "").fields("standing");
      var skipped = standing.fields("skipped");
      if (Rows.number(standing, counted) + Rows.number(skipped, counted) == count) {
        return standing;
      }
      Thread.onSpinWait();
    }
  }
}
