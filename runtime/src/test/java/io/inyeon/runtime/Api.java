package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/// Speaks to a server as programs do.
final class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  Api(int port) {
    base = "http://127.0.0.1:" + port;
  }

  HttpResponse<byte[]> as(String key, String method, String path, String body)
      throws IOException, InterruptedException {
    return send(method, path, body, "Bearer " + key);
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String credentials)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return as(RealServer.KEY, method, path, body);
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static Value.Fields json(HttpResponse<byte[]> answer) {
    return (Value.Fields) JsonReader.event(answer.body());
  }

  /// Asks what is to be answered. Reads with `at-least` that have not come as far within some
  /// seconds are asked again, as clients are told to: a busy machine may take its time.
  Value.Fields ask(String method, String path, String body)
      throws IOException, InterruptedException {
    var answer = send(method, path, body);
    for (var again = 0; again < 12 && notYet(answer); again++) {
      answer = send(method, path, body);
    }
    assertThat(answer.statusCode() / 100).as(path + " " + text(answer)).isEqualTo(2);
    return json(answer);
  }

  private static boolean notYet(HttpResponse<byte[]> answer) {
    return answer.statusCode() == 409 && "not_yet".equals(json(answer).text("code"));
  }

  Value.Fields get(String path) throws IOException, InterruptedException {
    return ask("GET", path, "");
  }

  /// The status and the code of a problem, e.g. `404 purpose_not_found`.
  String refusal(String method, String path, String body) throws IOException, InterruptedException {
    var answer = send(method, path, body);
    return answer.statusCode() + " " + json(answer).text("code");
  }

  /// Makes a source.
  ///
  /// @return its write key
  String source(String name, String kind) throws IOException, InterruptedException {
    var made =
        ask("POST", "/api/v1/sources", "{\"name\":\"" + name + "\",\"kind\":\"" + kind + "\"}");
    return Objects.requireNonNull(made.text("writeKey"));
  }

  /// Sends events of which nobody minds what they come to.
  void late(String writeKey, String... events) throws IOException, InterruptedException {
    assertThat(batch(writeKey, events).statusCode()).isEqualTo(200);
  }

  /// Sends events, and waits until they are decided.
  ///
  /// @return the position of the last
  String events(String writeKey, String... events) throws IOException, InterruptedException {
    var answer = batch(writeKey, events);
    assertThat(text(answer)).contains("accepted").doesNotContain("quarantined");
    return Objects.requireNonNull(json(answer).text("position"));
  }

  private HttpResponse<byte[]> batch(String writeKey, String... events)
      throws IOException, InterruptedException {
    var basic =
        Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        "/v1/batch?ack=full",
        "{\"batch\":[" + String.join(",", events) + "]}",
        "Basic " + basic);
  }
}
