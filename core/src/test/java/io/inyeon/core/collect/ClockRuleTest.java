package io.inyeon.core.collect;

import static io.inyeon.core.collect.Sent.NOW;
import static io.inyeon.core.collect.Sent.envelope;
import static io.inyeon.core.collect.Sent.fields;
import static io.inyeon.core.collect.Sent.understood;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every event here is received at 2026-03-01T00:00:00Z.
class ClockRuleTest {
  private static Value.Fields page(
      @Nullable String timestamp, @Nullable String original, @Nullable String sentAt) {
    var values = new LinkedHashMap<String, Value>();
    values.put("type", new Value.Text("page"));
    values.put("anonymousId", new Value.Text("a1"));
    Map.of("timestamp", 0, "originalTimestamp", 1, "sentAt", 2)
        .forEach((name, at) -> {
          var text = at == 0 ? timestamp : at == 1 ? original : sentAt;
          if (text != null) {
            values.put(name, new Value.Text(text));
          }
        });
    return new Value.Fields(values);
  }

  @ParameterizedTest(name = "timestamp {0}, originalTimestamp {1}, sentAt {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        // the sender's clock is an hour ahead; it happened a minute before it was sent
        "2026-03-01T00:59:00Z, -, 2026-03-01T01:00:00Z, 2026-02-28T23:59:00Z",
        // a day behind
        "2026-02-27T23:00:00Z, -, 2026-02-28T00:00:00Z, 2026-02-28T23:00:00Z",
        // the original is the device's own word
        "2026-02-28T12:00:00Z, 2026-03-01T00:59:00Z, 2026-03-01T01:00:00Z, 2026-02-28T23:59:00Z",
        "-, 2026-03-01T00:59:00Z, 2026-03-01T01:00:00Z, 2026-02-28T23:59:00Z",
        // no sentAt, or one that can't be meant
        "2026-02-28T12:00:00Z, -, -, 2026-02-28T12:00:00Z",
        "2026-02-28T12:00:00Z, 2026-02-28T13:00:00Z, -, 2026-02-28T12:00:00Z",
        "2026-02-28T12:00:00Z, -, soon, 2026-02-28T12:00:00Z",
        "2026-01-30T00:00:00Z, -, 2026-01-30T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-01-29T23:59:59Z, -, 2026-01-29T23:59:59Z, 2026-01-29T23:59:59Z",
        "2026-02-20T00:00:00Z, -, 2026-03-31T00:00:00Z, 2026-01-21T00:00:00Z",
        "2026-02-20T00:00:00Z, -, 2026-03-31T00:00:01Z, 2026-02-20T00:00:00Z",
        // nothing said: when it arrived
        "-, 2026-02-28T13:00:00Z, -, 2026-02-28T13:00:00Z",
        "-, -, 2026-02-28T12:00:00Z, 2026-03-01T00:00:00Z",
        "-, -, -, 2026-03-01T00:00:00Z",
        // history is history
        "1999-12-31T23:00:00Z, -, 2026-03-01T00:00:00Z, 1999-12-31T23:00:00Z",
        "0001-01-01T00:00:00Z, -, 2026-03-02T00:00:00Z, 0001-01-01T00:00:00Z",
      })
  void aBrowsersClockIsCorrected(
      @Nullable String timestamp,
      @Nullable String original,
      @Nullable String sentAt,
      Instant happened) {
    for (var source : new Source[] {Sent.BROWSER, Sent.APP}) {
      var event = understood(source, page(timestamp, original, sentAt));
      assertThat(Instant.ofEpochMilli(event.head().time())).isEqualTo(happened);
      assertThat(event.clamped()).isFalse();
    }
  }

  @ParameterizedTest(name = "timestamp {0}, originalTimestamp {1}")
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-02-28T12:00:00Z, -, 2026-02-28T12:00:00Z",
        "2026-02-28T12:00:00Z, 2026-02-28T13:00:00Z, 2026-02-28T12:00:00Z",
        "-, 2026-02-28T13:00:00Z, 2026-02-28T13:00:00Z",
        "-, -, 2026-03-01T00:00:00Z",
      })
  void aServersTimestampStandsAsItIs(
      @Nullable String timestamp, @Nullable String original, Instant happened) {
    var event = understood(Sent.SERVER, page(timestamp, original, "2026-02-28T20:00:00Z"));
    assertThat(Instant.ofEpochMilli(event.head().time())).isEqualTo(happened);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // source, channel, library, env, whether its clock is a server's
        "SERVER,  -,       -,                            -,       true",
        "IMPORT,  -,       -,                            -,       true",
        "BROWSER, -,       -,                            -,       false",
        "APP,     -,       my-own,                       -,       false",
        "SERVER,  -,       my-own,                       -,       true",
        "BROWSER, server,  -,                            -,       true",
        "BROWSER, server,  analytics.js,                 -,       true",
        "BROWSER, -,       analytics-python,             -,       true",
        "APP,     -,       @segment/analytics-node,      -,       true",
        "APP,     -,       Analytics.NET,                -,       true",
        "APP,     mobile,  RudderAnalytics.NET,          -,       true",
        "SERVER,  -,       analytics.js,                 -,       false",
        "SERVER,  web,     RudderLabs JavaScript SDK,    -,       false",
        "SERVER,  -,       analytics-kotlin,             -,       false",
        "SERVER,  mobile,  -,                            -,       false",
        "SERVER,  browser, my-own,                       -,       false",
        "BROWSER, -,       @jitsu/js,                    node,    true",
        "SERVER,  -,       @jitsu/js,                    browser, false",
      })
  void theLibraryDecidesTheClockRule(
      SourceKind kind,
      @Nullable String channel,
      @Nullable String library,
      @Nullable String env,
      boolean server) {
    var event = fields("channel", channel);
    var context = fields("library", fields("name", library, "env", env));
    assertThat(ClockRule.server(event, context, kind)).isEqualTo(server);
  }

  @Test
  void theRequestsSentAtStandsInForTheEvents() {
    var request = new Envelope(7, NOW, null, "e", "2026-03-01T01:00:00Z", Value.Fields.EMPTY, 400);
    var bare = page("2026-03-01T00:59:00Z", null, null);
    var own = page("2026-03-01T00:59:00Z", null, "2026-03-01T00:59:30Z");
    assertThat(understood(EventReader.read(request, bare, Sent.BROWSER, Sent.TYPES)).head().time())
        .isEqualTo(NOW - 60_000);
    assertThat(understood(EventReader.read(request, own, Sent.BROWSER, Sent.TYPES)).head().time())
        .isEqualTo(NOW - 30_000);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:05:00Z, 2026-03-01T00:05:00Z, false",
    "2026-03-01T00:05:00.001Z, 2026-03-01T00:00:00Z, true",
    "9999-12-31T23:59:59Z, 2026-03-01T00:00:00Z, true",
  })
  void theFutureIsClampedAndMarked(String timestamp, Instant happened, boolean clamped) {
    var event = understood(Sent.SERVER, page(timestamp, null, null));
    assertThat(Instant.ofEpochMilli(event.head().time())).isEqualTo(happened);
    assertThat(event.clamped()).isEqualTo(clamped);
  }

  @Test
  void anUnreadableTimestampIsAFaultAndAnUnreadableSentAtIsNone() {
    assertThat(Sent.faults(Sent.BROWSER, page("soon", "later", "never")))
        .containsExactly("invalid_timestamp /timestamp", "invalid_timestamp /originalTimestamp");
    assertThat(Sent.faults(Sent.BROWSER, Sent.with(page(null, null, null), "timestamp", true)))
        .containsExactly("invalid_timestamp /timestamp");
  }

  @Test
  void anUntrustedSourceCannotDateItsEvidenceBack() {
    var old = page("2020-01-01T00:00:00Z", null, null);
    assertThat(understood(Sent.BROWSER, old).evidenceTime()).isEqualTo(NOW - 86_400_000);
    assertThat(understood(Sent.SERVER, old).evidenceTime())
        .isEqualTo(Instant.parse("2020-01-01T00:00:00Z").toEpochMilli());
    assertThat(envelope(null).receivedAt()).isEqualTo(NOW);
  }
}
