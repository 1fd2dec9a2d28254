package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Fact;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Timers: many of them, across a restart, and by the workspace's own calendar.
class TimersTest {
  private static final Instant START = Instant.parse("2026-03-27T00:00:00Z");
  private static final int PEOPLE = 3_000;
  private static final int DUE = 1_000;

  @TempDir Path folder;
  private volatile Instant now = START;
  private final InstantSource clock = () -> now;
  private @Nullable Workspace open;

  @BeforeEach
  void begin() throws Exception {
    reopen();
    workspace()
        .enter(
            new Entry.SourceSaved(0, clock.millis(), "t", Histories.source(1, SourceKind.SERVER)));
  }

  @AfterEach
  void end() throws Exception {
    workspace().close();
  }

  private Workspace workspace() {
    if (open == null) {
      throw new AssertionError("not open");
    }
    return open;
  }

  private void reopen() throws Exception {
    open = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock);
  }

  private SegmentDesk desk() {
    return new SegmentOffice(
        workspace(),
        new People(workspace(), new Happenings(workspace())),
        new VocabularyOffice(workspace()));
  }

  private void define(String id, String window) throws Exception {
    var json =
        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"condition\":{\"event\":\"Done\",\"window\":%s}}"
            .formatted(id, window);
    var read = (Value.Fields) JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
    assertThat(desk().save(null, read, 0, "t")).isInstanceOf(SegmentDesk.Saved.Done.class);
    workspace().settleSegments();
  }

  private Collected done(String who, Instant time) {
    var bytes =
        "{\"type\":\"track\",\"event\":\"Done\",\"userId\":\"%s\",\"messageId\":\"m%s\",\"timestamp\":\"%s\"}"
            .formatted(who, who, time)
            .getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(1, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }

  private void until(String instant) throws Exception {
    now = Instant.parse(instant);
    workspace().settleSegments();
  }

  private List<String> members(String segment) throws Exception {
    return desk().members(segment, null, 10).stream().map(member -> member.who().value()).toList();
  }

  @Test
  void aThousandOfThreeThousandLeaveInOneSecondEachAtTheirOwnMoment() throws Exception {
    define("lately", "{\"last\":\"2 days\"}");
    var leaves = new TreeMap<String, Long>();
    var events = new ArrayList<Collected>();
    for (var i = 0; i < PEOPLE; i++) {
      var time = START.minusSeconds(3_600).plusMillis(i < DUE ? i : 2_000 + i);
      leaves.put("u" + i, time.plusSeconds(2 * 86_400).toEpochMilli());
      events.add(done("u" + i, time));
    }
    workspace().take(events, true);
    workspace().settleSegments();
    assertThat(workspace().state().read(new Key.OfSegmentSize("lately"))).isEqualTo(PEOPLE);
    workspace().close();
    reopen();
    now = START.minusSeconds(3_600).plusSeconds(2 * 86_400).plusMillis(DUE);
    workspace().settleSegments();
    assertThat(workspace().state().read(new Key.OfSegmentSize("lately"))).isEqualTo(PEOPLE - DUE);
    var left = new TreeMap<String, Long>();
    workspace()
        .state()
        .forEach(
            Key.OfPast.class,
            (Key<Fact> _, Fact fact) -> {
              if (!fact.entered()) {
                assertThat(left.put(fact.who().value(), fact.at())).isNull();
              }
            });
    assertThat(left).hasSize(DUE);
    left.forEach((who, at) -> assertThat(at).as(who).isEqualTo(leaves.get(who)));
  }

  @Test
  void daysAndWeeksAreTheWorkspacesOwnAlsoWhenClocksChange() throws Exception {
    var before = workspace().rules().document();
    var rules =
        new RulesDocument(
            before.version() + 1,
            before.workspaceKey(),
            before.region(),
            before.currency(),
            "Europe/Berlin",
            before.types(),
            before.customType(),
            before.traits(),
            before.rates(),
            before.sessionGapMinutes(),
            DayOfWeek.SUNDAY);
    assertThat(RulesOffice.of(workspace()).save(rules, 1, "kim", "abroad")).isTrue();
    workspace().tasks().await();
    workspace().close();
    reopen();
    assertThat(workspace().rules().document().weekStart()).isEqualTo(DayOfWeek.SUNDAY);
    define("today", "{\"calendar\":\"today\"}");
    define("week", "{\"calendar\":\"this_week\"}");
    define("day", "{\"last\":\"1 day\"}");
    // A Saturday; in the night that follows clocks go forward, and Sunday has 23 hours.
    until("2026-03-28T12:00:00Z");
    workspace().take(List.of(done("kim", now)), true);
    until("2026-03-28T22:59:59.999Z");
    assertThat(members("today")).containsExactly("kim");
    assertThat(members("week")).containsExactly("kim");
    until("2026-03-28T23:00:00Z");
    assertThat(members("today")).isEmpty();
    assertThat(members("week")).isEmpty();
    workspace().take(List.of(done("lee", now)), true);
    until("2026-03-29T11:59:59.999Z");
    assertThat(members("day")).containsExactly("kim", "lee");
    until("2026-03-29T12:00:00Z");
    assertThat(members("day")).containsExactly("lee");
    until("2026-03-29T21:59:59.999Z");
    assertThat(members("today")).containsExactly("lee");
    until("2026-03-29T22:00:00Z");
    assertThat(members("today")).isEmpty();
    assertThat(members("week")).containsExactly("lee");
    until("2026-04-04T22:00:00Z");
    assertThat(members("week")).isEmpty();
  }
}
