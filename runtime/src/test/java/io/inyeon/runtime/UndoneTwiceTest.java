package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.PreviewDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same rows imported twice, and taken back once: then only the other import was ever there.
class UndoneTwiceTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));

  @TempDir Path folder;

  private Workspace open() throws Exception {
    return Workspace.open(folder.resolve("w"), RebuildTest.config(folder), CLOCK);
  }

  /// Three rows, of which the last is in the file twice.
  private static void rows(Workspace workspace, String importId) throws Exception {
    var events = new ArrayList<Collected>();
    for (var row = 1; row <= 4; row++) {
      var number = Math.min(row, 3);
      var body =
          "{\"type\":\"track\",\"event\":\"Bought\",\"messageId\":\"r%d\",\"userId\":\"u%d\"}"
              .formatted(number, number)
              .getBytes(UTF_8);
      var edgeId = importId + "." + row;
      var envelope =
          new Envelope(1, Histories.NOW, null, edgeId, null, Value.Fields.EMPTY, body.length);
      events.add(new Collected(envelope, body, JsonReader.event(body)));
    }
    workspace.take(events, true);
  }

  private static void undo(Workspace workspace, String importId) throws Exception {
    new ImportHouse(workspace).enter(new Entry.ImportUndone(0, Histories.NOW, "t", 1, importId));
    workspace.tasks().await();
  }

  /// How many events somebody has, by the sum and by the timeline, which agree.
  private static long events(Workspace workspace, String who) throws Exception {
    var people = new People(workspace, new Happenings(workspace));
    var found = people.profile(Who.of(who));
    if (found == null) {
      return 0;
    }
    assertThat(workspace.filing().flushUpTo(workspace.state().position(), Duration.ofSeconds(60)))
        .isTrue();
    var timeline = Objects.requireNonNull(people.events(Who.of(who), null, 100));
    var items = Objects.requireNonNull(timeline.page()).items();
    assertThat(found.profile().events().total()).isEqualTo(items.size());
    return items.size();
  }

  private static List<Long> all(Workspace workspace) throws Exception {
    return List.of(
        events(workspace, "user_id:u1"),
        events(workspace, "user_id:u2"),
        events(workspace, "user_id:u3"));
  }

  @Test
  void theSecondImportsRowsCountWhenTheFirstIsTakenBack() throws Exception {
    try (var workspace = open()) {
      workspace.enter(
          new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(1, SourceKind.IMPORT)));
      rows(workspace, "imp_1");
      rows(workspace, "imp_2");
      var counts = Objects.requireNonNull(workspace.state().read(new Key.Outcomes(1)));
      assertThat(counts.duplicate()).isEqualTo(5);
      undo(workspace, "imp_1");
      assertThat(all(workspace)).containsExactly(1L, 1L, 1L);
      // Once more, nothing comes twice.
      workspace.tasks().rebuild("t");
      workspace.tasks().await();
      assertThat(all(workspace)).containsExactly(1L, 1L, 1L);
    }
    try (var workspace = open()) {
      assertThat(all(workspace)).containsExactly(1L, 1L, 1L);
      undo(workspace, "imp_2");
      assertThat(all(workspace)).containsExactly(0L, 0L, 0L);
    }
    try (var workspace = open()) {
      assertThat(all(workspace)).containsExactly(0L, 0L, 0L);
    }
  }

  @Test
  void aNewSegmentAndAPreviewCountNothingThatWasTakenBack() throws Exception {
    try (var workspace = open()) {
      workspace.enter(
          new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(1, SourceKind.IMPORT)));
      rows(workspace, "imp_1");
      rows(workspace, "imp_2");
      undo(workspace, "imp_1");
      assertThat(all(workspace)).containsExactly(1L, 1L, 1L);
      var desk =
          new SegmentOffice(
              workspace,
              new People(workspace, new Happenings(workspace)),
              new VocabularyOffice(workspace));
      assertThat(workspace.analytics().await(workspace.state().position(), 60_000)).isTrue();
      for (var least = 1; least <= 2; least++) {
        var condition = "{\"event\":\"Bought\",\"operator\":\"gte\",\"value\":%d}".formatted(least);
        var id = "bought_" + least;
        var segment =
            "{\"id\":\"%s\",\"name\":\"b\",\"status\":\"active\",\"condition\":%s}"
                .formatted(id, condition);
        desk.save(null, (Value.Fields) JsonReader.event(segment.getBytes(UTF_8)), -1, "t");
        workspace.settleSegments();
        assertThat(desk.members(id, null, 10)).hasSize(least == 1 ? 3 : 0);
        var wanted =
            new PreviewDesk.Wanted(
                (Value) JsonReader.event(condition.getBytes(UTF_8)), null, 0, null, 1);
        assertThat(desk.previews().preview(wanted, () -> false))
            .isInstanceOfSatisfying(
                PreviewDesk.Previewed.Counted.class,
                counted -> assertThat(counted.count()).isEqualTo(members(desk, id)));
      }
    }
  }

  private static int members(SegmentOffice desk, String id) {
    try {
      return desk.members(id, null, 10).size();
    } catch (Intake.Unavailable e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void ofASourceThatIsTakenBackWholeNothingReturns() throws Exception {
    try (var workspace = open()) {
      workspace.enter(
          new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(1, SourceKind.IMPORT)));
      rows(workspace, "imp_1");
      rows(workspace, "imp_2");
      undo(workspace, "");
      assertThat(all(workspace)).containsExactly(0L, 0L, 0L);
      rows(workspace, "imp_3");
      assertThat(all(workspace)).containsExactly(1L, 1L, 1L);
    }
  }
}
