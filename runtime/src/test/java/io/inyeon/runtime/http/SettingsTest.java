package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.runtime.Intake;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What SDKs ask before they send.
final class SettingsTest {
  private static final House HOUSE = new House();
  private static final Server SERVER =
      Server.start(HttpSettings.at("127.0.0.1", 0), HOUSE.inside(), InstantSource.system());
  private static final Client CLIENT = new Client(SERVER.port());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/projects/wk_web/settings, shop.example/v1",
    "/projects/wk_web/settings, shop.example/v1",
    "/v1/projects/wk_web/settings/, shop.example/v1",
    "/cdp/v1/projects/wk_web/settings, shop.example/cdp/v1",
    "/cdp/projects/wk_web/settings, shop.example/cdp/v1"
  })
  void segmentIsToldToSendEverythingHere(String path, String apiHost) {
    HOUSE.unavailable = new Intake.Unavailable("disk_full", 1);
    var reply = CLIENT.get(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.header("cache-control")).isEqualTo("private, max-age=120");
    assertThat(reply.text())
        .isEqualTo(
            "{\"integrations\":{\"Segment.io\":{\"apiKey\":\"wk_web\",\"apiHost\":\""
                + apiHost
                + "\",\"protocol\":\"https\",\"addBundledMetadata\":true}},"
                + "\"metrics\":{\"sampleRate\":0},\"plan\":{},"
                + "\"consentSettings\":{\"allCategories\":[],\"hasUnmappedDestinations\":false}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sourceConfig?writeKey=wk_web",
        "/sourceConfig/?p=npm&v=3.0.0&writeKey=wk_web&lockIntegrationsVersion=false",
        "/v1/sourceConfig?writeKey=wk_web",
        "/prefix/sourceConfig/?writeKey=wk_web"
      })
  void rudderStackIsToldThatThereIsNothingOnTheDevice(String path) {
    var reply = CLIENT.get(path);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text())
        .isEqualTo(
            "{\"source\":{\"id\":\"src_web\",\"name\":\"web\",\"enabled\":true,"
                + "\"config\":{\"statsCollection\":{\"errors\":{\"enabled\":false},"
                + "\"metrics\":{\"enabled\":false}}},\"destinations\":[]}}");
  }

  @Test
  void rudderStackMayNameItsKeyInAHeader() {
    assertThat(CLIENT.get("/sourceConfig", "Authorization: Basic d2tfd2ViOg==").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/projects/nobody/settings",
        "/v1/projects/wk_closed/settings",
        "/projects//settings",
        "/sourceConfig?writeKey=nobody",
        "/sourceConfig"
      })
  void anUnknownKeyHasNoSettings(String path) {
    var reply = CLIENT.get(path);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("unknown_write_key");
  }

  @Test
  void theHeadOfADocumentIsItsHead() {
    var head = Client.head("HEAD", "/v1/projects/wk_web/settings") + "\r\n";
    var reply = CLIENT.raw(head.getBytes(ISO_8859_1));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("content-length"))
        .isEqualTo(Integer.toString(CLIENT.get("/v1/projects/wk_web/settings").body().length));
  }

  @Test
  void aProxyOfOnesOwnMaySayWhereTheWorldSeesUsAndNobodyElse() {
    var said =
        new String[] {
          "X-Forwarded-Host: t.shop.kr, inner",
          "X-Forwarded-Proto: http",
          "X-Forwarded-Prefix: /in/"
        };
    var own = Proxies.of("127.0.0.1").orElseThrow();
    var settings = HttpSettings.at("127.0.0.1", 0).behind(own);
    try (var server = Server.start(settings, HOUSE.inside(), InstantSource.system())) {
      assertThat(new Client(server.port()).get("/v1/projects/wk_web/settings", said).text())
          .contains("\"apiHost\":\"t.shop.kr/in/v1\"", "\"protocol\":\"http\"");
    }
    assertThat(CLIENT.get("/v1/projects/wk_web/settings", said).text())
        .as("of whoever is not named")
        .contains("\"apiHost\":\"shop.example/v1\"", "\"protocol\":\"https\"");
  }

  @Test
  void onThisMachineSdksAreToldToUsePlainHttp() {
    var request = "GET /v1/projects/wk_web/settings HTTP/1.1\r\nHost: localhost:8080\r\n\r\n";
    assertThat(CLIENT.raw(request.getBytes(ISO_8859_1)).text())
        .contains("\"apiHost\":\"localhost:8080/v1\"", "\"protocol\":\"http\"");
  }

  @Test
  void theOperatorMaySayItOnceAndForAll() {
    var settings = HttpSettings.at("127.0.0.1", 0).publicUrl("https://data.shop.kr/cdp/");
    try (var server = Server.start(settings, HOUSE.inside(), InstantSource.system())) {
      var reply =
          new Client(server.port())
              .get("/v1/projects/wk_web/settings", "X-Forwarded-Host: elsewhere.example");
      assertThat(reply.header("cache-control")).isEqualTo("public, max-age=120");
      assertThat(reply.text())
          .contains("\"apiHost\":\"data.shop.kr/cdp/v1\"", "\"protocol\":\"https\"");
    }
  }
}
