package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person is erased over HTTP: gone from every read at once, from every byte of the disk after
/// the scrub, and not to be brought back by what was sent before.
class ErasureTest {
  private static final List<String> KIMS =
      List.of(
          "kim-7421",
          "minji.kim@example.kr",
          "+821055512345",
          "010-5551-2345",
          "김민지",
          "서초대로 77",
          "cookie-of-kim",
          "Hanbit-of-kim");

  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;
  private String shop = "";
  private String office = "";
  private String named = "";
  private @Nullable HttpServer outside;

  @AfterEach
  void end() {
    if (outside != null) {
      outside.stop(0);
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(method, path, body, "Bearer " + RealServer.KEY);
  }

  private HttpResponse<String> send(String method, String path, String body, String credentials)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static Value.Fields json(HttpResponse<String> answer) {
    return (Value.Fields) JsonReader.event(answer.body().getBytes(UTF_8));
  }

  private String status(String who) throws Exception {
    return Integer.toString(send("GET", "/api/v1/profiles/" + who, "").statusCode());
  }

  private String take(String writeKey, String... events) throws Exception {
    var credentials =
        "Basic " + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(UTF_8));
    var answer =
        send(
            "POST",
            "/v1/batch?ack=full",
            "{\"batch\":[" + String.join(",", events) + "]}",
            credentials);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private String source(String name, String kind) throws Exception {
    var made =
        send("POST", "/api/v1/sources", "{\"name\":\"%s\",\"kind\":\"%s\"}".formatted(name, kind));
    named = Objects.requireNonNull(json(made).text("id"));
    return Objects.requireNonNull(json(made).text("writeKey"));
  }

  private static final String SIGNED_UP =
      """
      {"type":"identify","messageId":"k1","userId":"kim-7421","timestamp":"2026-03-01T01:00:00Z",
       "anonymousId":"cookie-of-kim","traits":{"email":"minji.kim@example.kr",
       "phone":"010-5551-2345","name":"김민지","address":"서울 서초구 서초대로 77"}}\
      """;
  private static final String AGREED =
      """
      {"type":"track","messageId":"k0","userId":"kim-7421","event":"Consent Granted",
       "timestamp":"2026-02-28T01:00:00Z","properties":{"purpose":"profiling"}}\
      """;
  private static final String ORDERED =
      """
      {"type":"track","messageId":"k2","userId":"kim-7421","event":"Order Completed",
       "timestamp":"2026-03-02T01:00:00Z","properties":{"order_id":"o-1","total":12000,
       "ship_to":"서초대로 77"}}\
      """;
  private static final String ON_TABLET =
      """
      {"type":"track","messageId":"k3","userId":"kim-7421","anonymousId":"tablet",
       "event":"Store Visited","timestamp":"2026-03-03T01:00:00Z"}\
      """;
  private static final String LEE =
      """
      {"type":"identify","messageId":"l1","userId":"lee-1","anonymousId":"tablet",
       "timestamp":"2026-03-04T01:00:00Z","traits":{"email":"lee@example.com","name":"이서준"}}\
      """;

  /// Refused for its name, and so kept in quarantine with all that it says.
  private static final String UNFIT =
      """
      {"type":"track","messageId":"k4","userId":"kim-7421","event":"",
       "properties":{"email":"minji.kim@example.kr"}}\
      """;

  /// From a source that names things after people.
  private static final String NAMED =
      """
      {"type":"track","messageId":"k5","userId":"kim-7421","event":"Greeted kim-7421",
       "timestamp":"2026-03-05T01:00:00Z","properties":{"of_kim-7421":1}},
      {"type":"track","messageId":"k6","userId":"kim-7421","event":"Greeted",
       "timestamp":"2026-03-05T01:00:00Z","properties":{"to":{"cookie-of-kim":1},"of":2}},
      {"type":"track","messageId":"l2","userId":"lee-1","event":"Greeted",
       "timestamp":"2026-03-05T01:00:00Z","properties":{"by":"lee"}}\
      """;

  /// Somebody outside tells what only the enricher asks for.
  private void enriched() throws Exception {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          var body = "{\"company\":\"Hanbit-of-kim\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    outside.start();
    var saved =
        send(
            "PUT",
            "/api/v1/enrichers/companies",
            """
            {"name":"Companies","status":"active","events":["Order Completed"],
             "purpose":"profiling","recipient":"Example Data Inc.",
             "request":{"method":"POST","url":"http://127.0.0.1:%d/",
               "body":{"customer":"/userId","address":"/properties/ship_to"}},
             "answer":[{"from":"/company","to":"company"}]}\
            """
                .formatted(outside.getAddress().getPort()));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
  }

  private void world() throws Exception {
    shop = source("web", "browser");
    office = source("crm", "server");
    enriched();
    take(office, AGREED);
    assertThat(take(office, SIGNED_UP, ORDERED, LEE)).doesNotContain("quarantined");
    take(shop, ON_TABLET, UNFIT, SIGNED_UP);
    take(office, SIGNED_UP);
    take(office, NAMED);
    send(
        "POST",
        "/api/v1/identity/cuts",
        """
        {"left":[{"type":"user_id","value":"kim-7421"}],
         "right":[{"type":"email","value":"lee@example.com"}],"reason":"two people"}\
        """);
  }

  /// Waits until the answer is a trait of theirs.
  private void awaitEnriched() throws Exception {
    while (!send("GET", "/api/v1/profiles/user_id:kim-7421", "").body().contains("Hanbit-of-kim")) {
      Thread.onSpinWait();
    }
  }

  private Value.Fields erase(String body) throws Exception {
    var answer = send("POST", "/api/v1/erasures", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer);
  }

  private Value.Fields scrubbed(String id) throws Exception {
    assertThat(send("POST", "/api/v1/erasures/" + id + "/scrub", "").statusCode()).isEqualTo(202);
    while (true) {
      var answer = send("GET", "/api/v1/erasures/" + id, "");
      var erasure = json(answer);
      assertThat(answer.body()).doesNotContain("\"error\":\"");
      if ("scrubbed".equals(erasure.text("state"))) {
        return erasure;
      }
    }
  }

  @Test
  void nothingIsLeftOfThePersonAndNothingBringsThemBack() throws Exception {
    String id;
    try (var server = RealServer.start(data, "--enricher-allow", "127.0.0.0/8")) {
      port = server.port();
      world();
      awaitEnriched();
      var quality = "/api/v1/data-quality/sources/" + named;
      assertThat(send("GET", quality, "").body()).contains("Greeted kim-7421");
      assertThat(send("GET", quality + "/events/Greeted", "").body()).contains("cookie-of-kim");
      var foreseen =
          send("POST", "/api/v1/erasures?preview=true", "{\"profile\":\"user_id:kim-7421\"}");
      assertThat(foreseen.statusCode()).as(foreseen.body()).isEqualTo(200);
      assertThat(foreseen.body()).contains("email:minji.kim@example.kr").contains("\"events\":8");
      assertThat(status("user_id:kim-7421")).isEqualTo("200");

      var erasure =
          erase("{\"profile\":\"user_id:kim-7421\",\"reason\":\"asked by letter of 3 March\"}");
      id = Objects.requireNonNull(erasure.text("id"));
      assertThat(erasure.text("state")).isEqualTo("effective");
      nowhere();
      assertThat(
              send("GET", "/api/v1/data-quality/sources/" + named + "/events/Greeted", "").body())
          .as("what is of others stays")
          .contains("properties.by");
      assertThat(take(office, SIGNED_UP)).as("the same again").contains("erased");
      assertThat(
              take(
                  office,
                  SIGNED_UP.replace("\"k1\"", "\"k9\"").replace("2026-03-01", "2026-02-01")))
          .as("from before, late")
          .contains("erased");
      nowhere();
      assertThat(send("GET", "/api/v1/profiles/user_id:lee-1", "").body())
          .contains("tablet")
          .contains("이서준");
    }
    try (var server = RealServer.start(data)) {
      port = server.port();
      nowhere();
      scrubbed(id);
      nowhere();
      certified(id);
    }
    var found = new DataSearch(KIMS).in(data);
    assertThat(found.places()).isEmpty();
    assertThat(new DataSearch(List.of("이서준")).in(data).places())
        .as("the search finds")
        .isNotEmpty();
    assertThat(found.tables()).isGreaterThan(0);
    assertThat(found.sorted()).isGreaterThan(0);
    assertThat(found.indexes()).isGreaterThan(0);

    try (var server = RealServer.start(data)) {
      port = server.port();
      rebuilt();
      nowhere();
      take(office, SIGNED_UP);
      nowhere();
      var later =
          SIGNED_UP
              .replace("\"k1\"", "\"k10\"")
              .replace("2026-03-01T01:00:00Z", Instant.now().plusSeconds(60).toString());
      assertThat(take(office, later)).contains("accepted");
      assertThat(send("GET", "/api/v1/profiles/user_id:kim-7421", "").body())
          .as("whoever comes later is new")
          .doesNotContain("o-1");
    }
  }

  /// No read finds them.
  private void nowhere() throws Exception {
    for (var who :
        List.of(
            "user_id:kim-7421",
            "email:minji.kim@example.kr",
            "phone:010-5551-2345",
            "anonymous_id:cookie-of-kim")) {
      assertThat(status(who)).as(who).isEqualTo("404");
      assertThat(status(who + "?at=2026-03-10T00:00:00Z")).as(who + " then").isEqualTo("404");
    }
    for (var path :
        List.of(
            "/api/v1/trace/k1",
            "/api/v1/trace/k4",
            "/api/v1/quarantine",
            "/api/v1/identity/cuts",
            "/api/v1/profiles?q=minji.kim",
            "/api/v1/profiles",
            "/api/v1/profiles/user_id:lee-1?at=2026-03-10T00:00:00Z",
            "/api/v1/data-quality/sources/" + named,
            "/api/v1/data-quality/sources/" + named + "/events/Greeted",
            "/api/v1/vocabulary")) {
      var answer = send("GET", path, "");
      KIMS.forEach(kim -> assertThat(answer.body()).as(path).doesNotContain(kim));
    }
  }

  private void rebuilt() throws Exception {
    var begun = json(send("POST", "/api/v1/rebuilds", ""));
    while (true) {
      var answer = send("GET", "/api/v1/rebuilds/" + begun.text("id"), "");
      if (!"running".equals(json(answer).text("state"))) {
        assertThat(json(answer).text("state")).as(answer.body()).isEqualTo("done");
        assertThat(answer.body()).as("byte for byte").contains("\"different\":0");
        return;
      }
    }
  }

  private void certified(String id) throws Exception {
    var answer = send("GET", "/api/v1/erasures/" + id + "/certificate", "");
    var signed = json(answer);
    var key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    Base64.getDecoder().decode(Objects.requireNonNull(signed.text("publicKey")))));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(key);
    signature.update((signed.text("protected") + "." + signed.text("payload")).getBytes(UTF_8));
    assertThat(
            signature.verify(
                Base64.getUrlDecoder().decode(Objects.requireNonNull(signed.text("signature")))))
        .isTrue();
    assertThat(signed.fields("certificate").text("scrubbedAt")).isNotNull();
    assertThat(signed.fields("certificate").text("effectiveAt")).isNotNull();
    for (var lang : List.of("ko", "en")) {
      var page =
          send("GET", "/api/v1/erasures/" + id + "/certificate?format=html&lang=" + lang, "");
      assertThat(page.body()).contains(id);
      KIMS.forEach(kim -> assertThat(page.body()).doesNotContain(kim));
    }
  }
}
