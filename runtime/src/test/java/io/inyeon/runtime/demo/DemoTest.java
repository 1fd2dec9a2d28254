package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DemoTest {
  private static final DemoOptions SMALL = new DemoOptions(5, 250, 30, 4, false);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  private DemoReport play(FakeServer server, String key, DemoOptions options)
      throws IOException, InterruptedException {
    // A terminal that knows no Hangul: the demo writes UTF-8 all the same.
    var out = new PrintStream(printed, true, StandardCharsets.US_ASCII);
    return Demo.play(server.base(), key, options, out);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void agreesWithAServerThatDoesItsWorkThoughItIsBusyAtFirst()
      throws IOException, InterruptedException {
    try (var server = new FakeServer(0, 3)) {
      var report = play(server, "secret", SMALL);
      assertThat(report.disagreements()).isEmpty();
      assertThat(report.exitStatus()).isZero();
      assertThat(report.evidentRecall()).isEqualTo(1);
      // To this server, whoever used a kiosk is one person.
      assertThat(report.precision()).isLessThan(0.9);
      assertThat(server.paths())
          .contains("/v1/batch", "/v1/b", "/v1/import", "/v1/import/", "/v1/page", "/v1/track");
    }
    assertThat(printed())
        .contains("Inyeon 인연", "One of them: 선우현주", "from import, and 1 other", "2 orders, ₩34,000")
        .contains(
            "user_id:1", "email:kim@example.com", "Signed Up from server, 4 times since 2026-09-01")
        .contains("What was found agrees")
        .contains("curl -H 'Authorization: Bearer secret' http://127.0.0.1:")
        .doesNotContain("DISAGREEMENT", "\u001B", "\r");
  }

  @Test
  void saysLoudlyWhenEventsAreMissing() throws IOException, InterruptedException {
    try (var server = new FakeServer(2, 0)) {
      var report = play(server, "secret", SMALL);
      assertThat(report.exitStatus()).isEqualTo(1);
      assertThat(report.disagreements())
          .anyMatch(each -> each.matches("\\d+ events were received, must be \\d+"));
    }
    assertThat(printed()).contains("DISAGREEMENT", "MUST BE");
  }

  @Test
  void progressOfATerminalStaysOnOneLineAndLeavesNoTrace()
      throws IOException, InterruptedException {
    try (var server = new FakeServer(0, 0)) {
      play(server, "secret", SMALL.withTerminal(true));
    }
    assertThat(printed()).contains("\r  day 1 of 30: events taken", "\r\u001B[K");
  }

  @Test
  void saysWhatWasAnsweredWhenTheKeyIsWrong() throws IOException {
    try (var server = new FakeServer(0, 0)) {
      assertThatThrownBy(() -> play(server, "guess", SMALL))
          .isInstanceOf(Api.Broken.class)
          .hasMessageContaining("/api/v1/sources answered 401");
    }
  }

  @Test
  void theLayoutCountsHangulAsTwoColumns() {
    assertThat(Layout.padded("인연 ok", 10)).isEqualTo("인연 ok   ");
    assertThat(Layout.width("남궁")).isEqualTo(4);
    assertThat(Progress.line("asked", 1_500, 3_000, 2)).isEqualTo("  asked 1,500 of 3,000, 750/s");
  }

  @Test
  void latenciesAreReadAtTheShareThatDidNotExceedThem() {
    var latencies = new Latencies();
    for (var ms = 100; ms >= 1; ms--) {
      latencies.add(ms * 1_000_000L);
    }
    assertThat(latencies.ms(0.5)).isEqualTo(50);
    assertThat(latencies.ms(0.99)).isEqualTo(99);
    assertThat(latencies.ms(1)).isEqualTo(100);
    assertThat(new Latencies().ms(0.5)).isZero();
  }
}
