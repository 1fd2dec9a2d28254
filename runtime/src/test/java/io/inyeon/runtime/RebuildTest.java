package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.runtime.Setting.Command;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.json.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// State made anew from the archive, beside a real log, state and archive.
class RebuildTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));

  @TempDir Path folder;

  static Config config(Path data) {
    var flags = List.of("--data", data.toString(), "--disk-reserve-mb", "1");
    if (Config.read(Command.SERVE, flags, Map.of()) instanceof Config.Reading.Good(var config)) {
      return config;
    }
    throw new AssertionError("no config");
  }

  private Workspace open() throws Exception {
    return Workspace.open(folder.resolve("w"), config(folder), CLOCK);
  }

  static void fill(Workspace workspace, SplittableRandom random, int count) throws Exception {
    fill(workspace, random, count, 0);
  }

  /// The same, with ids of stewards' words from a number on: none is ever used twice.
  static void fill(Workspace workspace, SplittableRandom random, int count, int number)
      throws Exception {
    workspace.enter(
        new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(1, SourceKind.SERVER)));
    workspace.enter(
        new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(2, SourceKind.BROWSER)));
    workspace.enter(
        new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(3, SourceKind.IMPORT)));
    var events = Histories.events(random, count);
    for (var from = 0; from < count; from += 50) {
      workspace.take(events.subList(from, Math.min(count, from + 50)), true);
      steward(workspace, random, number + from);
    }
  }

  private static void steward(Workspace workspace, SplittableRandom random, int number)
      throws Exception {
    var a = new Identifier("email", "p" + random.nextInt(8) + "@example.com");
    var b = new Identifier("user_id", "u" + random.nextInt(6));
    var cut =
        new Cut(
            "cut_" + number,
            new TreeSet<>(List.of(a)),
            new TreeSet<>(List.of(b)),
            Histories.NOW,
            "t",
            "not the same");
    var link =
        new StewardLink("lnk_" + number, new Pair(b, a), Histories.NOW + number, "t", "the same");
    switch (random.nextInt(4)) {
      case 0 -> workspace.enter(new Entry.CutMade(0, Histories.NOW, "t", cut));
      case 1 -> workspace.enter(new Entry.LinkMade(0, Histories.NOW, "t", link));
      case 2 -> {
        workspace.enter(new Entry.CutMade(0, Histories.NOW, "t", cut));
        workspace.enter(new Entry.CutUndone(0, Histories.NOW, "t", cut.id(), ""));
      }
      default -> {
        workspace.enter(new Entry.LinkMade(0, Histories.NOW, "t", link));
        workspace.enter(new Entry.LinkUndone(0, Histories.NOW, "t", link, ""));
      }
    }
  }

  private static SortedMap<String, Object> all(Workspace workspace) {
    try (var picture = workspace.state().picture()) {
      return Histories.all(picture);
    }
  }

  /// Says which keys differ, and not all that is in them.
  private static void same(SortedMap<String, Object> one, SortedMap<String, Object> other) {
    var different = new TreeSet<String>();
    one.forEach((key, value) -> {
      if (!value.equals(other.get(key))) {
        different.add(key + " is " + value + " and not " + other.get(key));
      }
    });
    other.keySet().stream().filter(key -> !one.containsKey(key)).forEach(different::add);
    assertThat(different).isEmpty();
  }

  static Value.Fields rebuild(Workspace workspace) throws Exception {
    var started = workspace.tasks().rebuild("tester");
    workspace.tasks().await();
    var id = Objects.requireNonNull(started.text("id"));
    var task = Objects.requireNonNull(workspace.tasks().one(Kind.REBUILD, id));
    assertThat(task.text("state")).as(task.toString()).isEqualTo("done");
    return task.fields("report");
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValueExact() : -1;
  }

  @Test
  void withTheSameRulesTheNewStateIsTheOldOne() throws Exception {
    for (var seed = 1; seed <= 3; seed++) {
      var at = folder.resolve("w" + seed);
      SortedMap<String, Object> before;
      try (var workspace = Workspace.open(at, config(folder), CLOCK)) {
        fill(workspace, new SplittableRandom(seed), 400);
        before = all(workspace);
        var report = rebuild(workspace);
        same(all(workspace), before);
        assertThat(number(report.fields("keys"), "different")).as(report.toString()).isZero();
        assertThat(number(report.fields("keys"), "compared")).isGreaterThan(50);
        assertThat(number(report, "merges") + number(report, "splits")).isZero();
        assertThat(at.resolve("state-1")).isDirectory();
        assertThat(at.resolve("state")).doesNotExist();
        rebuild(workspace);
        same(all(workspace), before);
      }
      try (var workspace = Workspace.open(at, config(folder), CLOCK)) {
        same(all(workspace), before);
      }
    }
  }

  /// Cuts, links and their undoings, other rules and others again, imports taken back in between: a
  /// rebuild from all of it is the live state, key by key, and so is the state after a restart.
  @Test
  void afterAnyHistoryTheNewStateIsTheLiveOne() throws Exception {
    for (var seed = 1; seed <= 3; seed++) {
      var at = folder.resolve("h" + seed);
      var random = new SplittableRandom(seed * 31L);
      SortedMap<String, Object> before;
      try (var workspace = Workspace.open(at, config(folder), CLOCK)) {
        fill(workspace, random, 150);
        var office = RulesOffice.of(workspace);
        assertThat(office.save(stricter(office.inForce()), 1, "t", "stricter")).isTrue();
        workspace.tasks().await();
        fill(workspace, random, 150);
        undo(workspace, "e" + random.nextInt(150));
        fill(workspace, random, 100);
        undo(workspace, "");
        fill(workspace, random, 100);
        var looser = version(DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul"), 3);
        assertThat(office.save(looser, 2, "t", "as it was")).isTrue();
        workspace.tasks().await();
        fill(workspace, random, 100);
        before = all(workspace);
        var report = rebuild(workspace);
        assertThat(number(report.fields("keys"), "different")).as(report.toString()).isZero();
        same(all(workspace), before);
      }
      try (var workspace = Workspace.open(at, config(folder), CLOCK)) {
        same(all(workspace), before);
      }
    }
  }

  /// Takes back one import of the third source, or all.
  private static void undo(Workspace workspace, String importId) throws Exception {
    new ImportHouse(workspace).enter(new Entry.ImportUndone(0, Histories.NOW, "t", 3, importId));
    workspace.tasks().await();
  }

  @Test
  void trafficGoesOnMeanwhileAndNothingIsLostOrDoubled() throws Exception {
    try (var workspace = open()) {
      var random = new SplittableRandom(7);
      fill(workspace, random, 500);
      var stop = new AtomicBoolean();
      var sent = new ArrayList<Long>();
      var traffic =
          Thread.ofPlatform()
              .start(() -> {
                var more = new SplittableRandom(8);
                try {
                  while (!stop.get()) {
                    sent.add(workspace.take(Histories.events(more, 20), true).position());
                  }
                } catch (Intake.Unavailable e) {
                  throw new AssertionError(e);
                }
              });
      for (var i = 0; i < 3; i++) {
        rebuild(workspace);
      }
      stop.set(true);
      traffic.join();
      assertThat(workspace.state().position()).isEqualTo(sent.getLast());
      var live = all(workspace);
      rebuild(workspace);
      same(all(workspace), live);
      assertThat(workspace.failure()).isNull();
    }
  }

  @Test
  void otherRulesAreInForceFromTheRebuildOnAsTheRehearsalSaidAndAnotherOneMovesNothing()
      throws Exception {
    SortedMap<String, Object> applied;
    try (var workspace = open()) {
      fill(workspace, new SplittableRandom(11), 400);
      var before = workspace.rules().document();
      var other = stricter(before);
      workspace.enter(new Entry.RulesSaved(0, Histories.NOW, "t", other, "too many merges"));
      assertThat(workspace.rules().document().version()).isEqualTo(1);
      var rehearsed = rehearse(workspace, other);
      var report = rebuild(workspace);
      assertThat(workspace.rules().document().version()).isEqualTo(2);
      assertThat(number(report, "splits") + number(report, "merges")).isPositive();
      for (var name : List.of("before", "after", "merges", "merged", "splits", "parted")) {
        assertThat(report.get(name)).as(name).isEqualTo(rehearsed.get(name));
      }
      assertThat(report.get("keys")).isNull();
      applied = all(workspace);
      // Once more, and nothing moves.
      var again = rebuild(workspace);
      assertThat(number(again.fields("keys"), "different")).as(again.toString()).isZero();
      same(all(workspace), applied);
    }
    try (var workspace = open()) {
      same(all(workspace), applied);
      assertThat(workspace.rules().document().version()).isEqualTo(2);
      assertThat(workspace.state().read(new Key.OfSavedRules(2))).isNotNull();
    }
  }

  private static Value.Fields rehearse(Workspace workspace, RulesDocument rules) throws Exception {
    var started = workspace.tasks().rehearse(rules, "tester");
    workspace.tasks().await();
    var id = Objects.requireNonNull(started.text("id"));
    var task = Objects.requireNonNull(workspace.tasks().one(Kind.REHEARSAL, id));
    assertThat(task.text("state")).as(task.toString()).isEqualTo("done");
    try (var changes =
        Objects.requireNonNull(workspace.tasks().changes(Kind.REHEARSAL, id)).open()) {
      var listed = changes.lines().toList();
      assertThat(listed).isNotEmpty();
      var examples = Objects.requireNonNull(task.fields("report").get("examples"));
      for (var example : ((Value.Items) examples).values()) {
        assertThat(listed).contains(new String(JsonWriter.bytes(example), UTF_8));
      }
    }
    return task.fields("report");
  }

  /// Cookies may not link any more than two e-mails, and one e-mail names nobody.
  static RulesDocument stricter(RulesDocument rules) {
    var types = new ArrayList<>(rules.types());
    types.replaceAll(type ->
        switch (type.name()) {
          case "anonymous_id" ->
              new io.inyeon.core.collect.IdentifierType(
                  type.name(),
                  type.priority(),
                  type.anchor(),
                  type.limit(),
                  type.blocked(),
                  type.blockedPatterns(),
                  type.normaliser(),
                  2,
                  type.hubAbove(),
                  type.linkedBy());
          case "email" ->
              new io.inyeon.core.collect.IdentifierType(
                  type.name(),
                  type.priority(),
                  type.anchor(),
                  1,
                  List.of("p3@example.com"),
                  type.blockedPatterns(),
                  type.normaliser(),
                  type.sharedAbove(),
                  type.hubAbove(),
                  type.linkedBy());
          default -> type;
        });
    return version(
        new RulesDocument(
            rules.version(),
            rules.workspaceKey(),
            rules.region(),
            rules.currency(),
            rules.timeZone(),
            types,
            rules.customType(),
            rules.traits(),
            rules.rates()),
        rules.version() + 1);
  }

  static RulesDocument version(RulesDocument rules, int version) {
    return new RulesDocument(
        version,
        rules.workspaceKey(),
        rules.region(),
        rules.currency(),
        rules.timeZone(),
        rules.types(),
        rules.customType(),
        rules.traits(),
        rules.rates());
  }

  @Test
  void savedRulesComeIntoForceByThemselvesAlsoAfterARestart() throws Exception {
    try (var workspace = open()) {
      fill(workspace, new SplittableRandom(21), 100);
      var office = RulesOffice.of(workspace);
      var other = stricter(office.inForce());
      assertThat(office.save(other, 7, "t", "nobody saw version 7")).isFalse();
      assertThat(office.save(other, 1, "t", "fewer merges")).isTrue();
      assertThat(office.save(other, 1, "t", "too late")).isFalse();
      workspace.tasks().await();
      assertThat(office.inForce().version()).isEqualTo(2);
      assertThat(office.versions()).hasSize(2);
      // Durable, but the process ends before anybody applies it.
      workspace.enter(new Entry.RulesSaved(0, Histories.NOW, "t", stricter(other), "once more"));
      assertThat(workspace.rules().document().version()).isEqualTo(2);
    }
    try (var workspace = open()) {
      workspace.tasks().await();
      assertThat(workspace.rules().document().version()).isEqualTo(3);
      assertThat(workspace.failure()).isNull();
    }
  }

  @Test
  void aCancelledRebuildChangesNothing() throws Exception {
    try (var workspace = open()) {
      fill(workspace, new SplittableRandom(22), 400);
      var before = all(workspace);
      var id = String.valueOf(workspace.tasks().rebuild("tester").text("id"));
      workspace.tasks().cancel(Kind.REBUILD, id);
      workspace.tasks().await();
      var task = Objects.requireNonNull(workspace.tasks().one(Kind.REBUILD, id));
      assertThat(task.text("state")).isIn("cancelled", "done");
      same(all(workspace), before);
    }
  }

  @Test
  void whatARebuildLeftBehindIsClearedAtTheNextStart() throws Exception {
    try (var workspace = open()) {
      fill(workspace, new SplittableRandom(3), 50);
    }
    var leftover = folder.resolve("w/state-1");
    Files.createDirectories(leftover);
    Files.writeString(leftover.resolve("000001.sst"), "half of something");
    Files.writeString(folder.resolve("w/state-in-force.new"), "stat");
    try (var workspace = open()) {
      assertThat(leftover).doesNotExist();
      assertThat(folder.resolve("w/state-in-force.new")).doesNotExist();
      rebuild(workspace);
    }
  }
}
