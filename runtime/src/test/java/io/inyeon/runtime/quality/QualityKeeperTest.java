package io.inyeon.runtime.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quality.VolumeWatch;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.JsonReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts over weeks of a virtual clock, with ends and starts in between.
final class QualityKeeperTest {
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final long HOUR = 60L * 60 * 1_000;
  private static final long DAY = 24 * HOUR;
  private static final long BEGIN =
      LocalDate.of(2026, 3, 2).atStartOfDay(SEOUL).toInstant().toEpochMilli();

  @TempDir Path folder;

  /// A log that grows as the clock goes on: 600 events an hour.
  private static final class Stream implements QualityKeeper.OnRecord {
    private final List<Row> rows = new ArrayList<>();
    private final AtomicLong now = new AtomicLong(BEGIN);
    private final SortedMap<String, Alerts.News> told = new TreeMap<>();

    List<Alerts.What> news() {
      return told.values().stream().map(Alerts.News::what).toList();
    }

    /// Goes on for some hours.
    ///
    /// @param events an hour
    /// @param whole which of them have their total, out of 100
    void goOn(int hours, int events, int whole) {
      for (var hour = 0; hour < hours; hour++) {
        for (var i = 0; i < events; i++) {
          var at = now.get() + i * (HOUR / events);
          var number = rows.size() + 1;
          var body =
              i % 100 < whole
                  ? "{\"properties\":{\"total\":" + i + ",\"city\":\"c" + i % 7 + "\"}}"
                  : "{\"properties\":{\"city\":\"c" + i % 7 + "\"}}";
          rows.add(row(number, at, body));
        }
        now.addAndGet(HOUR);
      }
    }

    private static Row row(long position, long at, String body) {
      return new Row(
          position,
          Kind.EVENT,
          at,
          1,
          "m" + position,
          Call.TRACK,
          "Bought",
          at - 2_000,
          Status.ACCEPTED,
          "user_id:u",
          List.of(),
          0,
          "[]",
          new byte[0],
          body.getBytes(UTF_8));
    }

    @Override
    public List<Row> rows(long from, long to) {
      return rows.subList((int) from - 1, (int) Math.min(to, from + 999));
    }

    @Override
    public boolean released(Row row) {
      return false;
    }

    @Override
    public long restored(Row row) {
      return -1;
    }

    @Override
    public void tell(Alerts.News news) {
      told.put(news.id(), news);
    }

    @Override
    public Value.@Nullable Fields body(Row row) {
      return (Value.Fields) JsonReader.event(row.body());
    }

    @Override
    public List<Source> sources() {
      return List.of(
          new Source("src_1", 1, "shop", SourceKind.SERVER, List.of(), true, 1, false, false, 0));
    }

    @Override
    public ZoneId zone() {
      return SEOUL;
    }

    @Override
    public long decided() {
      return rows.size();
    }

    @Override
    public long now() {
      return now.get();
    }
  }

  @Test
  void whatWasCountedIsExactWhereverItWasInterrupted() throws Exception {
    var stream = new Stream();
    for (var part = 0; part < 5; part++) {
      stream.goOn(7, 50, 90);
      try (var keeper = QualityKeeper.start(folder.resolve("often"), stream)) {
        keeper.settle();
        stream.goOn(1, 50, 90);
      }
    }
    try (var often = QualityKeeper.start(folder.resolve("often"), stream);
        var once = QualityKeeper.start(folder.resolve("once"), stream)) {
      often.settle();
      once.settle();
      assertThat(often.position()).isEqualTo(stream.decided());
      assertThat(often.sourceDays(1, 0)).isEqualTo(once.sourceDays(1, 0));
      assertThat(often.eventDays(1, 0)).isEqualTo(once.eventDays(1, 0));
      var days = once.sourceDays(1, 0);
      assertThat(days).hasSize(2);
      assertThat(days.values().stream().mapToLong(day -> day.all()).sum()).isEqualTo(2_000);
      assertThat(days.firstEntry().getValue().delaySeconds(0.95)).isEqualTo(4);
      var event =
          Objects.requireNonNull(once.eventDays(1, 0).get("Bought")).firstEntry().getValue();
      assertThat(event.completeness("properties.total")).isEqualTo(1);
      assertThat(event.seen()).isEqualTo(1_200);
      often.beginAnew();
      often.settle();
      assertThat(often.sourceDays(1, 0)).isEqualTo(days);
    }
  }

  @Test
  void aDropIsToldOnceUntilItIsOver() throws Exception {
    var stream = new Stream();
    stream.goOn(24 * 28, 300, 100);
    try (var keeper = QualityKeeper.start(folder, stream)) {
      keeper.settle();
      assertThat(keeper.open()).isZero();
      stream.goOn(2, 150, 100);
      keeper.settle();
      var alert = keeper.alerts(true, Long.MAX_VALUE, 10).getFirst();
      assertThat(alert.about().kind()).isEqualTo(Alert.Kind.DROP);
      assertThat(alert.observed()).isEqualTo(150);
      assertThat(stream.news()).containsExactly(Alerts.What.BEGAN);
      assertThat(alert.expected()).isBetween(280.0, 320.0);
      stream.goOn(2, 300, 100);
      keeper.settle();
      assertThat(keeper.open()).as("well again for a moment only").isEqualTo(1);
      stream.goOn(2, 300, 100);
      keeper.settle();
      assertThat(keeper.open()).isZero();
      assertThat(keeper.alerts(false, Long.MAX_VALUE, 10).getFirst().endedAt())
          .isEqualTo(stream.now());
      stream.goOn(2, 150, 100);
      keeper.settle();
      assertThat(keeper.alerts(true, Long.MAX_VALUE, 10).getFirst().number())
          .as("the same again")
          .isEqualTo(alert.number());
      assertThat(stream.news())
          .containsExactly(Alerts.What.BEGAN, Alerts.What.ENDED, Alerts.What.RESUMED);
    }
    try (var keeper = QualityKeeper.start(folder, stream)) {
      assertThat(keeper.open()).as("after a new start").isEqualTo(1);
      keeper.settle();
      assertThat(stream.news()).as("told once").hasSize(3);
    }
  }

  @Test
  void aFieldThatStopsComingIsTold() throws Exception {
    var stream = new Stream();
    stream.goOn(24 * 5, 60, 98);
    stream.goOn(12, 60, 30);
    try (var keeper = QualityKeeper.start(folder, stream)) {
      keeper.settle();
      var alerts = keeper.alerts(true, Long.MAX_VALUE, 10);
      assertThat(alerts).hasSize(1);
      assertThat(alerts.getFirst().about())
          .isEqualTo(new Alert.About(Alert.Kind.COMPLETENESS, 1, "Bought", "properties.total"));
      stream.goOn((int) ((DAY - 12 * HOUR) / HOUR) + 12, 60, 98);
      keeper.settle();
      assertThat(keeper.open()).isZero();
    }
  }

  @Test
  void daysThatAreOldAreForgotten() throws Exception {
    var stream = new Stream();
    stream.goOn(2, 50, 100);
    try (var keeper = QualityKeeper.start(folder, stream)) {
      keeper.settle();
      stream.now.addAndGet((QualityKeeper.EVENT_DAYS + 2L) * DAY);
      keeper.settle();
      assertThat(keeper.eventDays(1, 0)).isEmpty();
      assertThat(keeper.sourceDays(1, 0)).hasSize(1);
      stream.now.addAndGet(VolumeWatch.KEPT_DAYS * DAY);
      keeper.settle();
      assertThat(keeper.sourceDays(1, 0)).isEmpty();
    }
  }
}
