package io.inyeon.runtime.places;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where an event came from, through the whole server.
class PlacesHttpTest {
  private static final String STEPS =
      """
      {"transformations":[{"id":"place","steps":[{"do":"set","path":"/properties/seen",
        "template":"{/context/location/country} {/context/location/city}"}]}]}
      """;

  @TempDir Path data;
  private String position = "";
  private final HttpClient http = HttpClient.newHttpClient();

  private Value.Fields asked(
      RealServer server,
      String method,
      String path,
      String body,
      String credentials,
      String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    var answer = http.send(request.build(), BodyHandlers.ofByteArray());
    assertThat(answer.statusCode())
        .as(path + " " + new String(answer.body(), UTF_8))
        .isLessThan(300);
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private Value.Fields managed(RealServer server, String method, String path, String body)
      throws Exception {
    return asked(server, method, path, body, "Bearer " + RealServer.KEY);
  }

  private void sent(RealServer server, String key, String id, String context, String forwarded)
      throws Exception {
    var told =
        asked(
            server,
            "POST",
            "/v1/batch?ack=full",
            """
            {"batch":[{"type":"track","event":"Seen","messageId":"%s","userId":"%s","context":%s}]}\
            """
                .formatted(id, id, context),
            "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8)),
            "X-Forwarded-For",
            forwarded);
    position = Objects.requireNonNull(told.text("position"));
  }

  private String counts(RealServer server, String person) throws Exception {
    var events =
        managed(
            server,
            "GET",
            "/api/v1/profiles/user_id:" + person + "/events?at-least=" + position,
            "");
    var first =
        (Value.Fields)
            ((Value.Items) Objects.requireNonNull(events.get("events"))).values().getFirst();
    var counted = first.get("counts") instanceof Value.Fields counts ? counts : Value.Fields.EMPTY;
    var seen = counted.fields("properties").text("seen");
    return seen == null ? "-" : seen;
  }

  private static String key(Value.Fields source) {
    return Objects.requireNonNull(source.text("writeKey"));
  }

  @Test
  void aPlaceIsLookedUpOnceAndStaysWithTheEvent() throws Exception {
    var file = data.resolve("cities.mmdb");
    new PlaceFileWriter()
        .with("203.0.113.0/24", PlaceFileWriter.city("KR", "Seoul", "Seoul"))
        .with("198.51.100.0/24", PlaceFileWriter.city("JP", "Tokyo", "Tokyo"))
        .to(file);
    var kept = data.resolve("kept");
    try (var server =
        RealServer.start(
            kept, "--place-database", file.toString(), "--trusted-proxies", "private")) {
      managed(server, "PUT", "/api/v1/transformations", STEPS);
      var web =
          key(managed(server, "POST", "/api/v1/sources", "{\"name\":\"w\",\"kind\":\"browser\"}"));
      var shop =
          key(managed(server, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}"));
      sent(server, web, "a", "{}", "198.51.100.9, 203.0.113.77, 10.0.0.3");
      sent(server, web, "b", "{\"ip\":\"198.51.100.9\"}", "203.0.113.77");
      sent(server, web, "c", "{\"location\":{\"country\":\"US\",\"city\":\"X\"}}", "203.0.113.77");
      sent(server, web, "d", "{}", "192.0.2.9");
      sent(server, shop, "e", "{}", "203.0.113.77");
      sent(server, shop, "f", "{\"ip\":\"203.0.113.200\"}", "198.51.100.9");
      var state = managed(server, "GET", "/api/v1/places", "");
      assertThat(state.fields("file").text("type")).isEqualTo("Test-City");
      assertThat(state.get("installed")).isEqualTo(new Value.Truth(true));
      assertThat(
              managed(server, "POST", "/api/v1/places/check", "{\"ip\":\"198.51.100.1\"}")
                  .fields("location")
                  .text("country"))
          .isEqualTo("JP");
      told(server);
    }
    Files.delete(file);
    try (var server = RealServer.start(kept)) {
      told(server);
      var begun = managed(server, "POST", "/api/v1/rebuilds", "{}");
      var path = "/api/v1/rebuilds/" + begun.text("id");
      while ("running".equals(managed(server, "GET", path, "").text("state"))) {
        Thread.onSpinWait();
      }
      assertThat(managed(server, "GET", path, "").text("state")).isEqualTo("done");
      told(server);
    }
  }

  private void told(RealServer server) throws Exception {
    assertThat(counts(server, "a")).isEqualTo("KR Seoul시");
    assertThat(counts(server, "b")).isEqualTo("JP Tokyo시");
    assertThat(counts(server, "c")).isEqualTo("US X");
    assertThat(counts(server, "d")).isEqualTo("-");
    assertThat(counts(server, "e")).isEqualTo("-");
    assertThat(counts(server, "f")).isEqualTo("KR Seoul시");
  }
}
