package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.Entry;
import io.inyeon.core.Outcome;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.Writer.Given;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.ReplayWanted;
import io.inyeon.runtime.http.ScratchDesk.Refused;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.RocksState;
import io.inyeon.runtime.store.StateSettings;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of the past replayed into scratch workspaces, beside a real log, state and archive.
class ReplayTest {
  private static final long NOW = Histories.NOW;
  private static final long DAY = 24L * 60 * 60 * 1000;

  @TempDir Path folder;

  private long now = NOW;
  private final InstantSource clock = () -> Instant.ofEpochMilli(now);

  /// One thing that the live workspace has taken.
  ///
  /// @param event `null` for what an operator did
  private record Told(Entry entry, byte[] payload, Outcome.@Nullable Accepted event) {}

  private final List<Told> told = new ArrayList<>();

  private Workspace open() throws Exception {
    return Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock);
  }

  private Scratches scratches(Workspace workspace) throws Exception {
    return Scratches.open(folder.resolve("w/scratch"), workspace, RebuildTest.config(folder));
  }

  private void enter(Workspace workspace, Entry entry) throws Exception {
    workspace.enter(entry);
    told.add(new Told(entry, EntryCodec.encode(entry, new Encoder()), null));
  }

  private void fill(Workspace workspace, SplittableRandom random, int count) throws Exception {
    for (var kind : List.of(SourceKind.SERVER, SourceKind.BROWSER, SourceKind.IMPORT)) {
      var source =
          Histories.source(
              1 + List.of(SourceKind.SERVER, SourceKind.BROWSER, SourceKind.IMPORT).indexOf(kind),
              kind);
      enter(workspace, new Entry.SourceSaved(0, NOW, "t", source));
    }
    var events = Histories.events(random, count);
    for (var from = 0; from < count; from += 50) {
      send(workspace, events.subList(from, Math.min(count, from + 50)));
      steward(workspace, random, from);
    }
  }

  private void send(Workspace workspace, List<Collected> events) throws Exception {
    var outcomes = workspace.take(events, true).outcomes();
    for (var i = 0; i < events.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Accepted accepted) {
        var event = events.get(i);
        told.add(
            new Told(
                new Entry.Received(0, event.envelope(), event.parsed()),
                EntryCodec.encode(event, new Encoder()),
                accepted));
      }
    }
  }

  private void steward(Workspace workspace, SplittableRandom random, int number) throws Exception {
    var a = new Identifier("email", "p" + random.nextInt(8) + "@example.com");
    var b = new Identifier("user_id", "u" + random.nextInt(6));
    if (random.nextBoolean()) {
      var cut =
          new Cut(
              "cut_" + number,
              new TreeSet<>(List.of(a)),
              new TreeSet<>(List.of(b)),
              NOW,
              "t",
              "not the same");
      enter(workspace, new Entry.CutMade(0, NOW, "t", cut));
    } else {
      var link = new StewardLink("lnk_" + number, new Pair(b, a), NOW + number, "t", "same");
      enter(workspace, new Entry.LinkMade(0, NOW + number, "t", link));
    }
  }

  private static ReplayWanted wanted(
      String name, @Nullable Source source, long from, long to, RulesDocument rules) {
    return new ReplayWanted(
        source, from, to, Recall.EVER, source == null, rules, name, 7, Value.Fields.EMPTY);
  }

  private static Value.Fields done(Workspace workspace, Value.Fields started) throws Exception {
    workspace.tasks().await();
    var id = Objects.requireNonNull(started.text("id"));
    return Objects.requireNonNull(workspace.tasks().one(Kind.REPLAY, id));
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValueExact() : -1;
  }

  private static RulesDocument saved(Workspace workspace) {
    return Rebuild.wanted(workspace.state());
  }

  /// What a workspace knows that never received anything but these.
  private record Fresh(SortedMap<String, Object> all, List<Row> rows) {}

  private Fresh fresh(String name, RulesDocument rules, Predicate<Told> chosen) throws Exception {
    var at = told.getFirst().entry().at();
    var first = new Entry.RulesSaved(1, at, "replay", rules, "the replay's");
    var given = new ArrayList<Given>();
    given.add(new Given(first, EntryCodec.encode(first, new Encoder())));
    for (var each : told) {
      if (chosen.test(each)) {
        given.add(given(each, given.size() + 1));
      }
    }
    try (var state =
        RocksState.open(folder.resolve("fresh-" + name), new StateSettings(16, 16, 8))) {
      var writer =
          new Writer(
              state, rules, new NumberingPlans(), new LinearPatterns(), _ -> {}, Unasked.RECORD);
      var rows = new ArrayList<Row>();
      for (var each : given) {
        rows.addAll(writer.apply(List.of(each)).rows());
      }
      try (var picture = state.picture()) {
        return new Fresh(Histories.all(picture), rows);
      }
    }
  }

  private static Given given(Told told, int position) {
    if (told.entry() instanceof Entry.Received(_, var envelope, var body)) {
      return new Given(new Entry.Received(position, envelope, body), told.payload());
    }
    var source =
        told.entry() instanceof Entry.SourceSaved(_, var at, var author, var saved)
            ? new Entry.SourceSaved(position, at, author, saved.withWriteKeys(List.of()))
            : EntryCodec.decode(
                position, io.inyeon.runtime.archive.Kind.of(told.entry()), told.payload());
    return new Given(source, EntryCodec.encode(source, new Encoder()));
  }

  private static void same(Scratch scratch, Fresh fresh) throws Exception {
    SortedMap<String, Object> all;
    try (var picture = scratch.state().picture()) {
      all = Histories.all(picture);
    }
    var different = new TreeMap<String, Object>(fresh.all());
    all.forEach((key, value) -> {
      if (value.equals(different.get(key))) {
        different.remove(key);
      } else {
        different.put(key, value + " and not " + different.get(key));
      }
    });
    assertThat(different).isEmpty();
    assertThat(scratch.archive().rowsFrom(1, 10_000)).isEqualTo(fresh.rows());
  }

  @Test
  void aScratchWorkspaceIsWhatOneWouldBeThatHadReceivedOnlyWhatWasChosen() throws Exception {
    for (var seed = 1; seed <= 2; seed++) {
      told.clear();
      folder = Files.createDirectories(folder.resolve("seed" + seed));
      try (var workspace = open();
          var scratches = scratches(workspace)) {
        fill(workspace, new SplittableRandom(seed), 300);
        var rules = saved(workspace);
        var source = Histories.source(2, SourceKind.BROWSER);
        var from = Instant.parse("2025-09-13T00:00:00Z").toEpochMilli();
        var to = Instant.parse("2025-09-20T00:00:00Z").toEpochMilli();
        var all = wanted("all", null, ReplayWanted.EVER, Recall.EVER, rules);
        var one = wanted("one", source, ReplayWanted.EVER, Recall.EVER, rules);
        var part = wanted("part", source, from, to, rules);
        for (var wish : List.of(all, one, part)) {
          var task = done(workspace, scratches.replay(wish, "tester"));
          assertThat(task.text("state")).as(task.toString()).isEqualTo("done");
        }
        try (var visit = scratches.enter("all")) {
          same(visit.scratch(), fresh("all", rules, _ -> true));
          // Everything by the same rules is what lives, but for the keys of sources.
          assertThat(visit.scratch().state().counts()).isEqualTo(workspace.state().counts());
        }
        try (var visit = scratches.enter("one")) {
          same(visit.scratch(), fresh("one", rules, each -> of(each, 2)));
        }
        try (var visit = scratches.enter("part")) {
          same(
              visit.scratch(),
              fresh(
                  "part",
                  rules,
                  each ->
                      of(each, 2)
                          && (each.event() == null
                              || (each.event().head().time() >= from
                                  && each.event().head().time() < to))));
        }
      }
    }
  }

  private static boolean of(Told told, int source) {
    return switch (told.entry()) {
      case Entry.Received received -> received.envelope().source() == source;
      case Entry.SourceSaved saved -> saved.source().number() == source;
      default -> false;
    };
  }

  @Test
  void otherRulesUniteAndDivideAsTheComparisonWithTheLiveOneSays() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(11), 300);
      var other = RebuildTest.stricter(saved(workspace));
      var task =
          done(
              workspace,
              scratches.replay(
                  wanted("strict", null, ReplayWanted.EVER, Recall.EVER, other), "tester"));
      var report = task.fields("report");
      assertThat(number(report, "splits") + number(report, "merges")).isPositive();
      assertThat(number(report.fields("before"), "profiles")).isPositive();
      var id = String.valueOf(task.text("id"));
      try (var changes =
          Objects.requireNonNull(workspace.tasks().changes(Kind.REPLAY, id)).open()) {
        assertThat(changes.readLine()).isNotNull();
      }
      var record = Objects.requireNonNull(scratches.scratch("strict"));
      // The record of the workspace lives as long as it does, and needs no examples.
      var rest = new LinkedHashMap<>(report.values());
      assertThat(rest.remove("examples")).isNotNull();
      assertThat(record.fields("report")).isEqualTo(new Value.Fields(rest));
      // A rehearsal of the same rules on a replay of all by those in force finds the same.
      done(
          workspace,
          scratches.replay(
              wanted("as-is", null, ReplayWanted.EVER, Recall.EVER, saved(workspace)), "tester"));
      try (var visit = scratches.enter("as-is")) {
        var tasks = visit.reads().tasks();
        var begun = tasks.rehearse(other, "tester");
        workspace.tasks().await();
        var rehearsed =
            Objects.requireNonNull(tasks.one(Kind.REHEARSAL, String.valueOf(begun.text("id"))));
        for (var name : List.of("before", "after", "merges", "merged", "splits", "parted")) {
          assertThat(rehearsed.fields("report").get(name)).as(name).isEqualTo(report.get(name));
        }
        assertThat(tasks.all(Kind.REHEARSAL)).hasSize(1);
        assertThat(workspace.tasks().all(Kind.REHEARSAL)).isEmpty();
      }
    }
  }

  @Test
  void whatAnImportThatWasTakenBackSaidStaysOut() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(5), 100);
      // Events of Histories name no import: all of source 3 are covered by none.
      enter(workspace, new Entry.ImportUndone(0, NOW, "t", 3, ""));
      var task =
          done(
              workspace,
              scratches.replay(
                  wanted(
                      "left",
                      Histories.source(3, SourceKind.IMPORT),
                      ReplayWanted.EVER,
                      Recall.EVER,
                      saved(workspace)),
                  "tester"));
      assertThat(number(task.fields("report"), "events")).isZero();
    }
  }

  @Test
  void oneIsReadAgainAfterARestartAndDroppedWithItsFiles() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(3), 100);
      var wish = wanted("kept", null, ReplayWanted.EVER, Recall.EVER, saved(workspace));
      done(workspace, scratches.replay(wish, "tester"));
      assertThatThrownBy(() -> scratches.replay(wish, "tester"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("There is one of this name");
    }
    var leftover = Files.createDirectories(folder.resolve("w/scratch/half/state"));
    Files.writeString(leftover.resolve("000001.sst"), "half of something");
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      assertThat(folder.resolve("w/scratch/half")).doesNotExist();
      assertThat(scratches.scratches()).hasSize(1);
      try (var visit = scratches.enter("kept")) {
        assertThat(visit.reads().profiles().profile(Who.of("user_id:u1"))).isNotNull();
      }
      scratches.drop("kept");
      assertThat(folder.resolve("w/scratch/kept")).doesNotExist();
      assertThat(scratches.scratches()).isEmpty();
      assertThatThrownBy(() -> scratches.enter("kept")).isInstanceOf(Refused.class);
    }
  }

  @Test
  void oneGoesByItselfWhenItIsOldAndNotWhileSomebodyReads() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(4), 50);
      var wish = wanted("old", null, ReplayWanted.EVER, Recall.EVER, saved(workspace));
      done(workspace, scratches.replay(wish, "tester"));
      now += 7 * DAY - 1;
      scratches.enter("old").close();
      now += 1;
      assertThatThrownBy(() -> scratches.enter("old")).isInstanceOf(Refused.class);
      assertThat(folder.resolve("w/scratch/old")).doesNotExist();
    }
  }

  @Test
  void aCancelledReplayLeavesNothingBehind() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(6), 400);
      var wish = wanted("cut-short", null, ReplayWanted.EVER, Recall.EVER, saved(workspace));
      var begun = scratches.replay(wish, "tester");
      workspace.tasks().cancel(Kind.REPLAY, String.valueOf(begun.text("id")));
      var task = done(workspace, begun);
      assertThat(task.text("state")).isEqualTo("cancelled");
      assertThat(folder.resolve("w/scratch/cut-short")).doesNotExist();
      assertThat(scratches.scratches()).isEmpty();
      assertThat(done(workspace, scratches.replay(wish, "tester")).text("state")).isEqualTo("done");
    }
  }

  @Test
  void aDiskThatIsNearlyFullIsLeftToTheLiveWorkspace() throws Exception {
    try (var workspace = open()) {
      fill(workspace, new SplittableRandom(8), 50);
      var free = Files.getFileStore(folder).getUsableSpace() >> 20;
      var config = RebuildTest.config(folder).with(Setting.DISK_RESERVE_MB, "" + (free + 1_000));
      try (var scratches = Scratches.open(folder.resolve("w/scratch"), workspace, config)) {
        var wish = wanted("full", null, ReplayWanted.EVER, Recall.EVER, saved(workspace));
        assertThatThrownBy(() -> scratches.replay(wish, "tester"))
            .isInstanceOf(Intake.Unavailable.class)
            .hasMessage("disk_full");
        assertThat(folder.resolve("w/scratch/full")).doesNotExist();
      }
    }
  }

  @Test
  void aDamagedOneIsSaidToBeSoAndCanBeDropped() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(9), 50);
      var wish = wanted("hurt", null, ReplayWanted.EVER, Recall.EVER, saved(workspace));
      done(workspace, scratches.replay(wish, "tester"));
      StateFolders.delete(folder.resolve("w/scratch/hurt/archive"));
      assertThatThrownBy(() -> scratches.enter("hurt"))
          .isInstanceOf(Intake.Unavailable.class)
          .hasMessage("scratch_unavailable");
      scratches.drop("hurt");
      assertThat(folder.resolve("w/scratch/hurt")).doesNotExist();
    }
  }

  @Test
  void thereAreAFewOnly() throws Exception {
    try (var workspace = open();
        var scratches = scratches(workspace)) {
      fill(workspace, new SplittableRandom(10), 20);
      var rules = saved(workspace);
      for (var i = 0; i < 5; i++) {
        done(
            workspace,
            scratches.replay(
                wanted("s" + i, null, ReplayWanted.EVER, Recall.EVER, rules), "tester"));
      }
      assertThatThrownBy(() ->
              scratches.replay(wanted("s5", null, ReplayWanted.EVER, Recall.EVER, rules), "tester"))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("drop one first");
      assertThat(scratches.scratches())
          .extracting(scratch -> scratch.text("name"))
          .containsExactly("s0", "s1", "s2", "s3", "s4");
    }
  }
}
