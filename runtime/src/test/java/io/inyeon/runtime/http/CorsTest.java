package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Browsers may send from any site and see every answer; the management API is none of theirs.
final class CorsTest {
  private static final String ORIGIN = "Origin: https://www.shop.kr:8443";
  private static final House HOUSE = new House();
  private static final Server SERVER =
      Server.start(HttpSettings.at("127.0.0.1", 0), HOUSE.inside(), InstantSource.system());
  private static final Client CLIENT = new Client(SERVER.port());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/track", "/v1/t", "/v1/batch", "/v1/m", "/beacon/v1/batch?writeKey=x",
        "/v1/projects/nobody/settings", "/sourceConfig/", "/api/s/track", "/prefix/v1/p",
            "/v1/pixel/track"
      })
  void everyPlaceAnswersTheQuestionBeforehand(String path) {
    var head =
        Client.head(
                "OPTIONS",
                path,
                ORIGIN,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: content-type,anonymousid, x-write-key")
            + "\r\n";
    var reply = CLIENT.raw(head.getBytes(ISO_8859_1));
    assertThat(reply.status()).isEqualTo(204);
    open(reply);
    assertThat(reply.header("access-control-allow-headers"))
        .isEqualTo("authorization, content-type,anonymousid, x-write-key");
    assertThat(reply.header("access-control-allow-methods")).contains("POST", "GET");
    assertThat(reply.header("access-control-max-age")).isEqualTo("86400");
  }

  @Test
  void authorizationIsNamedEvenWhenNobodyAsks() {
    var head = Client.head("OPTIONS", "/v1/track", ORIGIN) + "\r\n";
    assertThat(CLIENT.raw(head.getBytes(ISO_8859_1)).header("access-control-allow-headers"))
        .isEqualTo("authorization");
  }

  @ParameterizedTest
  @CsvSource({
    "200, POST, /v1/track, {}, wk_web",
    "400, POST, /v1/track, {, wk_web",
    "401, POST, /v1/track, {}, nobody",
    "404, POST, /v1/nothing, {}, wk_web",
    "404, GET, /v1/projects/nobody/settings, {}, wk_web",
    "405, PUT, /v1/track, {}, wk_web",
    "200, POST, /v1/m, {}, wk_web",
    "200, GET, /v1/projects/wk_web/settings, '', wk_web"
  })
  void everyAnswerMayBeSeen(int status, String method, String path, String body, String key) {
    var reply = CLIENT.send(method, path, body.getBytes(ISO_8859_1), ORIGIN, "X-Write-Key: " + key);
    assertThat(reply.status()).isEqualTo(status);
    open(reply);
  }

  @Test
  void refusalsForSizeMayBeSeen() {
    for (var size : List.of(40_000, 513_000, 600_000, 3_000_000)) {
      var reply = CLIENT.send("POST", "/v1/track", new byte[size], ORIGIN, "X-Write-Key: wk_web");
      assertThat(reply.status()).isEqualTo(413);
      open(reply);
    }
    var chunked =
        Client.joined(
            (Client.head("POST", "/v1/b", ORIGIN, "Transfer-Encoding: chunked") + "\r\n")
                .getBytes(ISO_8859_1),
            Client.chunked(new byte[900_000], 50_000));
    var reply = CLIENT.raw(chunked);
    assertThat(reply.status()).isEqualTo(413);
    open(reply);
  }

  @Test
  void refusalsOfBrokenRequestsMayBeSeen() {
    var head =
        Client.head(
                "POST", "/v1/b", ORIGIN, "Transfer-Encoding: gzip, chunked", "X-Write-Key: wk_web")
            + "\r\n0\r\n\r\n";
    var reply = CLIENT.raw(head.getBytes(ISO_8859_1));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("bad_request");
    open(reply);
  }

  @Test
  void anOriginThatIsNoneIsNotReflected() {
    var reply = CLIENT.post("/v1/m", "{}", "Origin: bad\u00e9\u0001");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("access-control-allow-origin")).isNull();
    var nobody = CLIENT.post("/v1/m", "{}", "Origin: null");
    assertThat(nobody.header("access-control-allow-origin")).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/status", "/api/v1/sources", "/health/live", "/metrics", "/owner/x"})
  void theManagementApiIsNotForOtherSites(String path) {
    for (var method : List.of("GET", "OPTIONS", "POST")) {
      var reply =
          CLIENT.send(method, path, new byte[0], ORIGIN, "Authorization: Bearer " + House.ADMIN);
      assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }
  }

  private static void open(Reply reply) {
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("https://www.shop.kr:8443");
    assertThat(reply.header("access-control-allow-credentials")).isEqualTo("true");
    assertThat(reply.header("access-control-expose-headers"))
        .isEqualTo("Retry-After, X-RateLimit-Reset, Request-Id");
    assertThat(reply.header("vary")).isEqualTo("Origin");
    assertThat(reply.header("request-id")).isNotBlank();
  }
}
