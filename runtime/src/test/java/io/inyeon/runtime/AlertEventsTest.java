package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.http.LiveFeed;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.plans.MeasuresOffice;
import io.inyeon.runtime.quality.QualityKeeper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes worse is an event of the log: whoever follows hears of it once.
class AlertEventsTest {
  private static final int EVENTS = 250;

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T03:00:00Z"));
  private int sent;

  @BeforeEach
  void begin() throws Exception {
    try (var workspace = open()) {
      workspace.enter(
          new Entry.SourceSaved(
              0, now.get().toEpochMilli(), "t", Histories.source(1, SourceKind.SERVER)));
    }
  }

  private Workspace open() throws Exception {
    return Workspace.open(folder.resolve("w"), RebuildTest.config(folder), now::get);
  }

  private QualityKeeper quality(Workspace workspace) {
    return workspace.quality(folder.resolve("quality"));
  }

  /// A day on which so many in a hundred say their total.
  private void day(Workspace workspace, int whole) throws Exception {
    now.set(now.get().plus(Duration.ofDays(1)));
    var events = new ArrayList<Collected>();
    for (var i = 0; i < EVENTS; i++) {
      var json =
          """
          {"type":"track","event":"Bought","userId":"u%d","messageId":"m%d","timestamp":"%s",
          "properties":{%s"city":"서울"}}\
          """
              .formatted(i, sent++, now.get(), i % 100 < whole ? "\"total\":1," : "");
      var bytes = json.getBytes(UTF_8);
      var envelope =
          new Envelope(
              1, now.get().toEpochMilli(), null, "e", null, Value.Fields.EMPTY, bytes.length);
      events.add(new Collected(envelope, bytes, JsonReader.event(bytes)));
    }
    workspace.take(events, true);
  }

  private static List<String> listed(Workspace workspace, QualityKeeper keeper, String after) {
    var said = new MeasuresOffice(keeper, new PlanHouse(workspace), _ -> List.of()).news(after, 10);
    var told = (Value.Fields) ((Said.Good) said).told();
    var events = new ArrayList<String>();
    for (var each : ((Value.Items) Objects.requireNonNull(told.get("events"))).values()) {
      var one = (Value.Fields) each;
      events.add(one.text("what") + " " + one.text("code") + " " + one.text("field"));
    }
    return events;
  }

  private static LiveFeed.Look look(Workspace workspace, long after) {
    return new Watching(workspace, new Happenings(workspace)).look(after, _ -> false, 10);
  }

  @Test
  void newsOfAnAlertAreOnRecordOnceAndOnTheLiveStream() throws Exception {
    try (var workspace = open();
        var keeper = quality(workspace)) {
      for (var i = 0; i < 4; i++) {
        day(workspace, 100);
      }
      keeper.settle();
      assertThat(listed(workspace, keeper, "")).isEmpty();
      var before = workspace.state().position();
      day(workspace, 20);
      keeper.settle();
      assertThat(listed(workspace, keeper, ""))
          .containsExactly("began completeness properties.total");
      var alerts = look(workspace, before).alerts();
      assertThat(alerts).extracting(each -> each.text("what")).containsExactly("began");
      assertThat(alerts.getFirst().text("position"))
          .isEqualTo(Long.toString(workspace.state().position()));
      assertThat(alerts.getFirst().text("source"))
          .isEqualTo(Histories.source(1, SourceKind.SERVER).id());
      assertThat(look(workspace, workspace.state().position()).alerts()).isEmpty();
    }
    // Whoever counts begins anew and finds the same; the record has it already.
    try (var workspace = open();
        var keeper = quality(workspace)) {
      keeper.settle();
      assertThat(listed(workspace, keeper, "")).hasSize(1);
      day(workspace, 100);
      keeper.settle();
      assertThat(listed(workspace, keeper, ""))
          .containsExactly(
              "began completeness properties.total", "ended completeness properties.total");
      assertThat(onRecord(workspace)).isEqualTo(2);
    }
  }

  private static long onRecord(Workspace workspace) throws Exception {
    var to = workspace.state().position();
    var count = 0L;
    for (var from = 1L; from <= to; ) {
      var rows = workspace.history().from(from, to).rows();
      count += rows.stream().filter(row -> row.kind() == Kind.QUALITY_ALERTED).count();
      from = rows.getLast().position() + 1;
    }
    return count;
  }
}
