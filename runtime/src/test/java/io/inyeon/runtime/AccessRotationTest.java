package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.runtime.access.AccessLog;
import io.inyeon.runtime.http.AccessDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The access log over midnight: a new file, the old one packed, the oldest gone, no read lost.
class AccessRotationTest {
  @TempDir Path folder;

  private static AccessDesk.Read read(String at, String request) {
    return new AccessDesk.Read(
        Instant.parse(at).toEpochMilli(),
        "kim",
        "key-1",
        false,
        "127.0.0.1",
        "profile",
        List.of("traits"),
        List.of("p1"),
        1,
        "",
        null,
        null,
        null,
        false,
        request);
  }

  private static List<String> found(AccessDesk log, String from, String to) throws Exception {
    var page =
        log.page(
            Instant.parse(from).toEpochMilli(),
            Instant.parse(to).toEpochMilli(),
            new AccessDesk.Filter(null, null),
            null,
            100);
    return Objects.requireNonNull(page, "no cursor is none").reads().stream()
        .map(each -> String.valueOf(each.text("request")))
        .toList();
  }

  private List<String> files() throws Exception {
    try (var all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void noReadIsLostOverMidnight() throws Exception {
    var clock = InstantSource.fixed(Instant.parse("2026-04-01T00:00:10Z"));
    try (var log = AccessLog.open(folder, 2, clock, ZoneOffset.UTC)) {
      log.record(read("2026-03-29T12:00:00Z", "r-1"));
      log.record(read("2026-03-31T23:59:59.999Z", "r-2"));
      assertThat(files()).containsExactly("2026-03-29.jsonl.gz", "2026-03-31.jsonl");
      log.record(read("2026-04-01T00:00:00Z", "r-3"));
      // It began before midnight, and ended after it.
      log.record(read("2026-03-31T23:59:59.998Z", "r-4"));
      assertThat(files())
          .as("the day before is packed, what is older than two days is gone")
          .containsExactly("2026-03-31.jsonl.gz", "2026-04-01.jsonl");
      assertThat(found(log, "2026-03-01T00:00:00Z", "2026-04-02T00:00:00Z"))
          .containsExactly("r-2", "r-3", "r-4");
      assertThat(found(log, "2026-03-31T00:00:00Z", "2026-03-31T23:59:59.999Z"))
          .containsExactly("r-2", "r-4");
      assertThat(found(log, "2026-04-01T00:00:00Z", "2026-04-01T23:59:59.999Z"))
          .containsExactly("r-3");
      assertThat(log.review(YearMonth.of(2026, 3)).get("reads"))
          .as("%s", log.review(YearMonth.of(2026, 3)))
          .hasToString("Decimal[value=2]");
      assertThat(log.review(YearMonth.of(2026, 4)).get("reads")).hasToString("Decimal[value=1]");
    }
    try (var log = AccessLog.open(folder, 2, clock, ZoneId.of("Asia/Seoul"))) {
      log.record(read("2026-04-01T00:00:05Z", "r-5"));
      assertThat(found(log, "2026-04-01T00:00:00Z", "2026-04-01T01:00:00Z"))
          .as("after a restart on the same day")
          .containsExactly("r-3", "r-5");
    }
  }
}
