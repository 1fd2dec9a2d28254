package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers are made smaller for who asks for it, and for nobody else.
final class CompressionTest {
  private static final String ADMIN = "Authorization: Bearer " + House.ADMIN;
  private final House house = new House();
  private final Server server =
      Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system());
  private final Client client = new Client(server.port());

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, GZIP;q=0.5", "deflate , gzip ; q=1"})
  void whoAsksGetsTheSameInFewerBytes(String accepted) throws IOException {
    var plain = client.get("/metrics", ADMIN);
    var reply = client.get("/metrics", ADMIN, "Accept-Encoding: " + accepted);
    assertThat(reply.header("content-encoding")).isEqualTo("gzip");
    assertThat(reply.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(reply.body().length).isLessThan(plain.body().length / 2);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
      assertThat(names(new String(in.readAllBytes(), UTF_8))).isEqualTo(names(plain.text()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip;q=0", "br, gzip; q=0.000", "x-gzipped", ""})
  void nobodyElseDoes(String accepted) {
    var reply = client.get("/metrics", ADMIN, "Accept-Encoding: " + accepted);
    assertThat(reply.header("content-encoding")).isNull();
    assertThat(reply.text()).contains("# EOF");
  }

  @Test
  void whatIsSmallStaysAsItIs() {
    var reply = client.get("/health/live", ADMIN, "Accept-Encoding: gzip");
    assertThat(reply.header("content-encoding")).isNull();
    assertThat(reply.json().text("status")).isNotNull();
  }

  private static List<String> names(String metrics) {
    return metrics.lines().filter(line -> line.startsWith("# TYPE")).toList();
  }
}
