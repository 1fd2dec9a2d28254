package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person sees and does by a link of theirs.
class SelfServiceTest {
  private static final String KIM =
      """
      {"type":"identify","messageId":"i-1","userId":"kim","timestamp":"2026-02-01T00:00:00Z",
      "traits":{"email":"kim@example.kr","name":"김지우"}}\
      """;

  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();

  private static String link(Api api, String more) throws Exception {
    var made =
        api.ask(
            "POST",
            "/api/v1/self-service-links",
            "{\"identifier\":{\"type\":\"email\",\"value\":\"Kim@Example.kr\"}" + more + "}");
    return Objects.requireNonNull(made.text("path"));
  }

  private HttpResponse<String> see(int port, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        BodyHandlers.ofString(UTF_8));
  }

  /// Fills in a form as a browser does, and follows to what it leads to.
  private String act(int port, String path, String... form) throws Exception {
    var body = new StringBuilder();
    for (var i = 0; i < form.length; i += 2) {
      body.append(i == 0 ? "" : "&").append(form[i]).append('=');
      body.append(URLEncoder.encode(form[i + 1], UTF_8));
    }
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path + "?lang=ko"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    var location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith("?lang=ko&said=").endsWith("#said");
    return see(port, path + location.substring(0, location.indexOf('#'))).body();
  }

  private static List<Value> items(Value.Fields from, String name) {
    return from.get(name) instanceof Value.Items(var items) ? items : List.of();
  }

  @Test
  void aPersonSeesAndChangesTheirConsents() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("shop", "server"), KIM);
      var path = link(api, "");
      assertThat(path).doesNotContain("kim").doesNotContain("example");

      var page = see(server.port(), path + "?lang=ko");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("<html lang=\"ko\">", "동의하지 않음", "아직 접수한 요청이 없어요")
          .doesNotContain("<script")
          .doesNotContain("kim@example.kr")
          .doesNotContain("김지우");
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .startsWith("default-src 'none'; style-src 'sha256-")
          .doesNotContain("script")
          .doesNotContain("unsafe");
      assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
      assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(see(server.port(), path + "?lang=en").body()).contains("You have not agreed");

      var agreed =
          act(server.port(), path, "act", "grant", "about", "email_marketing", "version", "1");
      assertThat(agreed).contains("동의를 기록했어요", "동의 철회", "동의함");
      var consents = Api.text(api.send("GET", "/api/v1/profiles/user_id:kim/consents", ""));
      assertThat(consents).contains("\"ground\":\"granted\"", "\"channel\":\"self_service\"");
      var position = String.valueOf(api.get("/api/v1/status").fields("positions").text("decided"));
      var history = api.send("GET", "/api/v1/profiles/user_id:kim/consents/history", "");
      while (!position.equals(Api.json(history).text("position"))) {
        history = api.send("GET", "/api/v1/profiles/user_id:kim/consents/history", "");
      }
      assertThat(Api.text(history)).contains("\"channel\":\"self_service\"", "ssl_");

      assertThat(
              act(
                  server.port(),
                  path,
                  "act",
                  "withdraw",
                  "about",
                  "email_marketing",
                  "version",
                  "1"))
          .contains("철회를 기록했어요", "철회함");
      assertThat(page.body().split("<button class=\"plain\"", -1))
          .as("to agree is pressed upon nobody")
          .hasSize(10);
      // The words they saw are not those in force.
      assertThat(
              act(server.port(), path, "act", "grant", "about", "email_marketing", "version", "7"))
          .contains("문구가 바뀌어");
      assertThat(act(server.port(), path, "act", "grant", "about", "nothing", "version", "1"))
          .contains("처리하지 못했어요");
      assertThat(Api.text(api.send("GET", "/api/v1/profiles/user_id:kim/consents", "")))
          .doesNotContain("\"ground\":\"granted\"");
    }
  }

  @Test
  void requestsComeIntoTheQueueWithTheStateOfTheIdentityCheck() throws Exception {
    String erasure;
    String path;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("shop", "server"), KIM);
      path = link(api, "");
      var filed =
          act(
              server.port(),
              path,
              "act",
              "file",
              "kind",
              "rectification",
              "words",
              "이름은 \"김지유\" <맞음>");
      assertThat(filed).contains("요청을 접수했어요", "정정", "본인 확인 대기");
      assertThat(act(server.port(), path, "act", "file", "kind", "rectification"))
          .contains("이미 처리 중");
      assertThat(act(server.port(), path, "act", "file", "kind", "objection", "about", "ads"))
          .contains("요청을 접수했어요");
      assertThat(
              act(server.port(), path, "act", "file", "kind", "access", "words", "x".repeat(1_001)))
          .contains("처리하지 못했어요");

      var queue = items(api.get("/api/v1/rights-requests"), "requests");
      assertThat(queue).hasSize(2);
      assertThat(queue.toString()).contains("self_service").contains("ads");
      var id = ((Value.Fields) queue.getFirst()).text("id");
      var one = api.get("/api/v1/rights-requests/" + id);
      var other = api.get("/api/v1/rights-requests/" + ((Value.Fields) queue.getLast()).text("id"));
      var rectification = "rectification".equals(one.text("kind")) ? one : other;
      assertThat(rectification.text("words")).isEqualTo("이름은 \"김지유\" <맞음>");
      assertThat(rectification.text("state")).isEqualTo("open");

      api.ask(
          "PATCH",
          "/api/v1/rights-requests/" + rectification.text("id"),
          "{\"state\":\"verified\",\"identityNote\":\"called back\"}");
      assertThat(see(server.port(), path + "?lang=ko").body()).contains("본인 확인 완료");
      // A link that was handed to the person themselves vouches for them.
      var sure = link(api, ",\"identityNote\":\"handed over at the counter\"");
      act(server.port(), sure, "act", "file", "kind", "erasure");
      assertThat(items(api.get("/api/v1/rights-requests?state=verified"), "requests").toString())
          .contains("erasure", "handed over at the counter");

      erasure =
          String.valueOf(
              api.ask(
                      "POST",
                      "/api/v1/erasures",
                      "{\"profile\":\"user_id:kim\",\"reason\":\"asked\"}")
                  .text("id"));
      assertThat(erasure).startsWith("ers_");
      // With the person go their words, and the links.
      assertThat(api.get("/api/v1/rights-requests/" + rectification.text("id")).text("words"))
          .isNull();
      assertThat(see(server.port(), path).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whateverIsWrongWithALinkIsSaidInTheSameWords() throws Exception {
    String works;
    String revoked;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("shop", "server"), KIM);
      works = link(api, "");
      revoked = link(api, ",\"expiresAt\":\"" + Instant.now().plusSeconds(3_600) + "\"");
      assertThat(api.refusal("POST", "/api/v1/self-service-links", "{\"profile\":\"user_id:lee\"}"))
          .isEqualTo("404 profile_not_found");
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/self-service-links",
                  "{\"profile\":\"user_id:kim\",\"expiresAt\":\"2199-01-01T00:00:00Z\"}"))
          .isEqualTo("400 invalid_expires_at");
      var links = items(api.get("/api/v1/self-service-links"), "links");
      assertThat(links).hasSize(2);
      assertThat(links.toString()).doesNotContain("/self-service/");
      api.ask(
          "DELETE",
          "/api/v1/self-service-links/" + ((Value.Fields) links.getLast()).text("id"),
          "");
      assertThat(api.get("/api/v1/self-service-links").toString()).contains("revoked");
    }
    try (var server = RealServer.start(data)) {
      var port = server.port();
      var gone = see(port, revoked + "?lang=ko");
      assertThat(gone.statusCode()).isEqualTo(404);
      assertThat(gone.body()).contains("쓸 수 없는 링크예요");
      var end = works.indexOf('.');
      var signature = works.lastIndexOf('.');
      for (var each :
          List.of(
              "/self-service/nothing",
              works.substring(0, works.length() - 2) + (works.endsWith("A") ? "BB" : "AA"),
              // Its end moved.
              works.substring(0, end) + ".zzzzzzz" + works.substring(signature),
              works + "A")) {
        var answer = see(port, each + "?lang=ko");
        assertThat(answer.statusCode()).as(each).isEqualTo(404);
        assertThat(answer.body()).as(each).isEqualTo(gone.body());
      }
      assertThat(see(port, works).statusCode()).as("after a restart").isEqualTo(200);
      // Whoever tries again and again is put off, in words as well.
      var last = see(port, works + "?lang=ko");
      for (var i = 0; i < 4_000 && last.statusCode() == 200; i++) {
        last = see(port, works + "?lang=ko");
      }
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.headers().firstValue("Retry-After")).isPresent();
      assertThat(last.body()).contains("잠시 후 다시 시도해 주세요");
    }
  }
}
