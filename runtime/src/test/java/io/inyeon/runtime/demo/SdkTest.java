package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SdkTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private static Shipment event(String path) {
    return new Shipment(
        "{\"type\":\"page\"}".getBytes(StandardCharsets.UTF_8), path, Expected.ACCEPTED);
  }

  private static Sdk.Request request(Sdk sdk, Shipment... events) {
    return sdk.request(new Delivery(sdk, List.of(events), 1_000), "k1", NOW);
  }

  private static String body(Sdk.Request request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  @Test
  void theBrowserSendsTextWithTheKeyInTheBodyAndNoAuthorization() {
    var one = request(Sdk.ANALYTICS_JS, event("/v1/page"));
    assertThat(one.path()).isEqualTo("/v1/page");
    assertThat(one.headers()).containsOnlyKeys("Content-Type").containsValue("text/plain");
    assertThat(body(one))
        .isEqualTo("{\"type\":\"page\",\"writeKey\":\"k1\",\"sentAt\":\"2026-11-22T03:00:01Z\"}");
    var two = request(Sdk.ANALYTICS_JS_BATCH, event("/v1/page"), event("/v1/page"));
    assertThat(two.path()).isEqualTo("/v1/b");
    assertThat(body(two))
        .isEqualTo(
            "{\"batch\":[{\"type\":\"page\"},{\"type\":\"page\"}],\"writeKey\":\"k1\","
                + "\"sentAt\":\"2026-11-22T03:00:01Z\"}");
  }

  @Test
  void serversNameTheirKeyInTheHeader() {
    assertThat(request(Sdk.NODE, event("/v1/track")).headers())
        .containsEntry("Authorization", "Basic azE6");
    var till = request(Sdk.JAVA, event("/v1/track"));
    assertThat(till.path()).isEqualTo("/v1/import/");
    assertThat(body(till)).contains("],\"context\":{\"library\":{\"name\":\"analytics-java\"");
  }

  @Test
  void theLoaderCompresses() throws IOException {
    var file = request(Sdk.LOADER, event("/v1/identify"));
    assertThat(file.headers())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Authorization", "Bearer k1");
    var plain = new GZIPInputStream(new ByteArrayInputStream(file.body())).readAllBytes();
    assertThat(new String(plain, StandardCharsets.UTF_8))
        .isEqualTo("{\"batch\":[{\"type\":\"page\"}],\"sentAt\":\"2026-11-22T03:00:01Z\"}");
  }
}
