package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.StandardTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Listing;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.Finding.Counts;
import io.inyeon.runtime.http.Finding.Found;
import io.inyeon.runtime.http.Finding.Match;
import io.inyeon.runtime.http.Finding.Range;
import io.inyeon.runtime.http.Finding.Wanted;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.search.Finder;
import io.inyeon.runtime.search.PeopleSearch;
import io.inyeon.runtime.store.Touch;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Search and list beside a real log and state: they show what state shows, whatever happened.
final class SearchTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));
  private static final long PATIENCE_MS = 60_000;

  @TempDir Path folder;
  private int sent;

  private Workspace open(Path at) throws Exception {
    return Workspace.open(at, RebuildTest.config(folder), CLOCK);
  }

  private static Finder finder(Workspace workspace) {
    return new Finder(workspace.search(), workspace.state(), workspace::rules, workspace.clock());
  }

  private static Wanted list(@Nullable Boolean known, @Nullable String cursor, int limit) {
    return new Wanted(null, known, 0, Long.MAX_VALUE, cursor, limit);
  }

  private static Wanted find(String q) {
    return new Wanted(q, null, 0, Long.MAX_VALUE, null, 50);
  }

  private static Found ask(Finder finder, Wanted wanted) throws Exception {
    return Objects.requireNonNull(finder.find(wanted));
  }

  private static List<String> ids(Found found) {
    return found.people().stream().map(person -> person.listing().id().value()).toList();
  }

  /// Everybody, by id, as state says.
  private static Map<String, Listing> everybody(Workspace workspace) {
    var all = new TreeMap<String, Listing>();
    workspace
        .state()
        .forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) ->
                Listing.all(tree, workspace.rules())
                    .forEach(person -> all.put(person.id().value(), person)));
    return all;
  }

  private static List<Listing> listed(Finder finder, @Nullable Boolean known, int limit)
      throws Exception {
    var all = new ArrayList<Listing>();
    String cursor = null;
    do {
      var page = ask(finder, list(known, cursor, limit));
      page.people().forEach(person -> all.add(person.listing()));
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  /// Compares list and search with state, person by person.
  private static void same(Workspace workspace, Finder finder) throws Exception {
    assertThat(finder.await(workspace.state().position(), PATIENCE_MS)).isTrue();
    var expected = everybody(workspace);
    for (var limit : List.of(1, 3, 200)) {
      var listed = listed(finder, null, limit);
      assertThat(listed).containsExactlyInAnyOrderElementsOf(expected.values());
      assertThat(listed)
          .isSortedAccordingTo(
              (a, b) -> Long.compare(seconds(b.lastSeenAt()), seconds(a.lastSeenAt())));
    }
    var known = expected.values().stream().filter(Listing::known).toList();
    assertThat(listed(finder, true, 2)).containsExactlyInAnyOrderElementsOf(known);
    var page = ask(finder, list(null, null, 1));
    assertThat(page.counts().known()).isEqualTo(known.size());
    assertThat(page.counts().anonymous()).isEqualTo(expected.size() - known.size());
    for (var person : expected.values()) {
      for (var identifier : person.identifiers()) {
        var found = ids(ask(finder, find(identifier.value())));
        assertThat(found).as(identifier.toString()).contains(person.id().value());
        if (!StandardTypes.nameless(identifier.type())) {
          // By the index alone: part of it cannot be looked up.
          var part = identifier.value().substring(0, identifier.value().length() - 1);
          if (part.length() >= 3) {
            assertThat(ids(ask(finder, find(part)))).as(part).contains(person.id().value());
          }
        }
      }
    }
    for (var number = 0; number < 9; number++) {
      var holders = new TreeSet<String>();
      for (var person : expected.values()) {
        for (var identifier : person.identifiers()) {
          if (identifier.value().equals("p" + number + "@example.com")) {
            holders.add(person.id().value());
          }
        }
      }
      // Who does not hold it any more is not found by it.
      assertThat(ids(ask(finder, find("p" + number + "@example.co"))))
          .filteredOn(id -> !holders.contains(id))
          .allMatch(id ->
              Objects.requireNonNull(expected.get(id))
                  .traits()
                  .toString()
                  .contains("@example.com"));
    }
  }

  private static long seconds(@Nullable Long millis) {
    return millis == null ? 0 : Math.floorDiv(millis, 1000L);
  }

  private Collected event(String json) {
    var bytes = json.replace("ID", "e" + sent++).getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(1, Histories.NOW, null, "e" + sent, null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }

  private void identify(Workspace workspace, String user, String traits) throws Exception {
    workspace.take(
        List.of(
            event(
                "{\"type\":\"identify\",\"messageId\":\"ID\",\"userId\":\""
                    + user
                    + "\",\"timestamp\":\"2025-09-01T00:00:"
                    + (10 + sent % 50)
                    + "Z\",\"traits\":{"
                    + traits
                    + "}}")),
        true);
  }

  private static void source(Workspace workspace) throws Exception {
    workspace.enter(
        new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(1, SourceKind.SERVER)));
  }

  @Test
  void itShowsWhatStateShowsThroughMergesCutsAndUndoing() throws Exception {
    for (var seed = 1; seed <= 3; seed++) {
      try (var workspace = open(folder.resolve("w" + seed))) {
        var finder = finder(workspace);
        RebuildTest.fill(workspace, new SplittableRandom(seed), 150);
        same(workspace, finder);
        RebuildTest.fill(workspace, new SplittableRandom(seed + 100), 150);
        same(workspace, finder);
        workspace.enter(new Entry.ImportUndone(0, Histories.NOW, "t", 3, ""));
        RebuildTest.rebuild(workspace);
        same(workspace, finder);
        RebuildTest.fill(workspace, new SplittableRandom(seed + 200), 100);
        same(workspace, finder);
      }
      try (var workspace = open(folder.resolve("w" + seed))) {
        same(workspace, finder(workspace));
      }
    }
  }

  @Test
  void afterACrashItGoesOnWhereItWasDurable() throws Exception {
    try (var workspace = open(folder.resolve("w"))) {
      RebuildTest.fill(workspace, new SplittableRandom(1), 100);
      assertThat(workspace.search().await(workspace.state().position(), PATIENCE_MS)).isTrue();
      var beside = folder.resolve("beside");
      var first = PeopleSearch.start(beside, workspace.state(), workspace::rules, _ -> {});
      assertThat(first.await(workspace.state().position(), PATIENCE_MS)).isTrue();
      RebuildTest.fill(workspace, new SplittableRandom(2), 100);
      first.committed(workspace.state().position());
      assertThat(first.await(workspace.state().position(), PATIENCE_MS)).isTrue();
      first.abandon();
      RebuildTest.fill(workspace, new SplittableRandom(3), 100);
      var second = PeopleSearch.start(beside, workspace.state(), workspace::rules, _ -> {});
      try {
        same(workspace, new Finder(second, workspace.state(), workspace::rules, workspace.clock()));
      } finally {
        second.close();
      }
      assertThat(beside.resolve("index-1")).isDirectory();
      assertThat(beside.resolve("index-2")).doesNotExist();
    }
  }

  @Test
  void whatIsDamagedIsMadeAnew() throws Exception {
    var at = folder.resolve("w");
    try (var workspace = open(at)) {
      RebuildTest.fill(workspace, new SplittableRandom(4), 100);
      assertThat(workspace.search().await(workspace.state().position(), PATIENCE_MS)).isTrue();
    }
    try (var files = Files.list(at.resolve("search"))) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
      }
    }
    try (var workspace = open(at)) {
      same(workspace, finder(workspace));
    }
    try (var files = Files.walk(at.resolve("search"))) {
      for (var file : files.filter(each -> each.toString().contains("segments_")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (var workspace = open(at)) {
      same(workspace, finder(workspace));
    }
  }

  @Test
  void namesAreFoundAndShownWhereTheyStand() throws Exception {
    try (var workspace = open(folder.resolve("w"))) {
      source(workspace);
      identify(
          workspace,
          "u-77",
          "\"name\":\"선우가람\",\"email\":\"garam.s@example.com\",\"phone\":\"010-0123-4567\","
              + "\"company\":{\"name\":\"한빛전자(주)\"},\"grade\":\"VIP\"");
      identify(workspace, "u-78", "\"firstName\":\"Boram\",\"lastName\":\"Lee\"");
      identify(workspace, "u-79", "\"firstName\":\"보람\",\"lastName\":\"이\"");
      var finder = finder(workspace);
      assertThat(finder.await(workspace.state().position(), PATIENCE_MS)).isTrue();
      for (var words :
          List.of(
              "선우가람",
              "가람",
              "선우",
              "선우가랑",
              "ㅅㅇㄱㄹ",
              "ㄱㄹ",
              "선우ㄱ",
              "선우갈",
              "sunwoo garam",
              "Seonu Garam",
              "garam sunwoo",
              "garam.s@example.com",
              "garam.s",
              "aram.s@exa",
              "garma.s@example.com",
              "0123",
              "4567",
              "010-0123-4567",
              "+82 10 0123 4567",
              "01001234568",
              "한빛",
              "한빛전자",
              "가람 4567",
              "가람 한빛",
              "u-77",
              "U77")) {
        assertThat(ask(finder, find(words)).people())
            .as(words)
            .first()
            .satisfies(person -> assertThat(person.listing().name()).isEqualTo("선우가람"));
      }
      assertThat(ask(finder, find("가람 선우 없음")).people()).isEmpty();
      // Written in one alphabet and asked for in the other, both ways.
      assertThat(names(ask(finder, find("이보람")))).contains("이보람", "Boram Lee");
      assertThat(names(ask(finder, find("yi boram")))).contains("이보람");
      assertThat(ask(finder, find("ㅇㅜㄱㄹ")).people()).isEmpty();
      var found = ask(finder, find("ㄱㄹ 0123")).people().getFirst();
      assertThat(found.matches())
          .contains(
              new Match("name", "선우가람", List.of(new Range(2, 4))),
              new Match("phone", "+821001234567", List.of(new Range(5, 9))));
      var alike = ask(finder, find("선우가랑")).people().getFirst();
      assertThat(alike.matches()).containsExactly(new Match("name", "선우가람", List.of()));
    }
  }

  private static List<String> names(Found found) {
    return found.people().stream()
        .map(person -> Objects.requireNonNullElse(person.listing().name(), ""))
        .toList();
  }

  @Test
  void whatSomebodyWasCalledGoesFromTheFiles() throws Exception {
    var at = folder.resolve("w");
    try (var workspace = open(at)) {
      source(workspace);
      for (var number = 0; number < 200; number++) {
        identify(workspace, "u" + number, "\"name\":\"김가" + (char) ('가' + number) + "\"");
      }
      identify(workspace, "u-1", "\"email\":\"gone@example.com\",\"name\":\"Vanishing\"");
      assertThat(workspace.search().await(workspace.state().position(), PATIENCE_MS)).isTrue();
      assertThat(workspace.search().purge(0, Duration.ofMinutes(1))).isTrue();
      assertThat(holds(at, "name", "vanishing")).isTrue();
      identify(workspace, "u-1", "\"name\":\"Another\"");
      assertThat(workspace.search().purge(workspace.state().position(), Duration.ofMinutes(1)))
          .isTrue();
      assertThat(holds(at, "name", "vanishing")).isFalse();
      assertThat(holds(at, "name", "another")).isTrue();
      assertThat(ask(finder(workspace), find("Vanishing")).people()).isEmpty();
    }
  }

  /// Whether a file of the index as it is durable holds a term.
  private static boolean holds(Path workspace, String field, String term) throws Exception {
    try (var all = Files.list(workspace.resolve("search"))) {
      var index = all.filter(Files::isDirectory).findFirst().orElseThrow();
      try (var directory = FSDirectory.open(index);
          var reader = DirectoryReader.open(directory)) {
        var terms = MultiTerms.getTerms(reader, field);
        return terms != null && terms.iterator().seekExact(new BytesRef(term));
      }
    }
  }

  @Test
  void whateverIsTypedIsAnswered() throws Exception {
    try (var workspace = open(folder.resolve("w"))) {
      source(workspace);
      identify(workspace, "u-1", "\"name\":\"김가람 (AND) *:*\",\"email\":\"a+b_c@example.com\"");
      var finder = finder(workspace);
      assertThat(finder.await(workspace.state().position(), PATIENCE_MS)).isTrue();
      var random = new SplittableRandom(7);
      var pieces =
          List.of(
              "+",
              "-",
              "&&",
              "||",
              "!",
              "(",
              ")",
              "{",
              "}",
              "[",
              "]",
              "^",
              "\"",
              "~",
              "*",
              "?",
              ":",
              "\\",
              "/",
              "AND",
              "NOT",
              "\uD800",
              "\uDFFF",
              "\uD83D\uDE00",
              "김",
              "ㄱ",
              "ㄳ",
              "ㅏ",
              " ",
              "\u0000",
              "a",
              "0",
              "@",
              ".",
              "ㅎ",
              "\uFF21",
              "\u0301",
              "1".repeat(90),
              "a@",
              "<1-9>",
              "#");
      for (var i = 0; i < 3_000; i++) {
        var typed = new StringBuilder();
        for (var n = random.nextInt(12); n >= 0; n--) {
          typed.append(pieces.get(random.nextInt(pieces.size())));
        }
        var found = ask(finder, find(typed.toString()));
        for (var person : found.people()) {
          for (var match : person.matches()) {
            for (var range : match.ranges()) {
              assertThat(range.from()).isBetween(0, range.to() - 1);
              assertThat(range.to()).isLessThanOrEqualTo(match.value().length());
            }
          }
        }
      }
      assertThat(ask(finder, find("x".repeat(10_000))).people()).isEmpty();
      assertThat(ask(finder, find("a+b_c@example.com")).people()).hasSize(1);
    }
  }

  @Test
  void whoIsNewTodayIsCountedByTheEarliestEventOfEach() throws Exception {
    try (var workspace = open(folder.resolve("w"))) {
      source(workspace);
      for (var user : List.of("u-1", "u-2")) {
        workspace.take(
            List.of(
                event("{\"type\":\"identify\",\"messageId\":\"ID\",\"userId\":\"" + user + "\"}")),
            true);
      }
      var finder = finder(workspace);
      assertThat(settled(workspace, finder).counts()).isEqualTo(new Counts(2, 0, 2, 0));
      var zone = ZoneId.of(workspace.rules().document().timeZone());
      var yesterday = workspace.clock().instant().atZone(zone).minusDays(1).toInstant();
      // Late: it was there before, and nothing else about it changes.
      workspace.take(
          List.of(
              event(
                  "{\"type\":\"track\",\"event\":\"x\",\"messageId\":\"ID\",\"userId\":\"u-1\",\"timestamp\":\""
                      + yesterday
                      + "\"}")),
          true);
      assertThat(settled(workspace, finder).counts()).isEqualTo(new Counts(2, 0, 1, 1));
    }
    try (var workspace = open(folder.resolve("w"))) {
      assertThat(settled(workspace, finder(workspace)).counts()).isEqualTo(new Counts(2, 0, 1, 1));
    }
  }

  private static Found settled(Workspace workspace, Finder finder) throws Exception {
    assertThat(workspace.search().await(workspace.state().position(), PATIENCE_MS)).isTrue();
    return ask(finder, list(null, null, 1));
  }

  @Test
  void whatChangesNoFactIsNotIndexedAgain() throws Exception {
    var at = folder.resolve("w");
    try (var workspace = open(at)) {
      source(workspace);
      identify(workspace, "u-1", "\"name\":\"김가람\"");
      var search = workspace.search();
      assertThat(search.await(workspace.state().position(), PATIENCE_MS)).isTrue();
      assertThat(search.purge(0, Duration.ofMinutes(1))).isTrue();
      var before = segments(at);
      var position = workspace.state().position();
      workspace.take(
          List.of(
              event(
                  "{\"type\":\"track\",\"event\":\"x\",\"messageId\":\"ID\",\"userId\":\"u-1\"}")),
          true);
      identify(workspace, "u-1", "\"name\":\"김가람\",\"points\":7");
      var kinds = new ArrayList<Touch.Kind>();
      workspace.state().touches(position, (_, touch) -> kinds.add(touch.kind()));
      assertThat(kinds).containsExactly(Touch.Kind.ACTIVE, Touch.Kind.CHANGED);
      assertThat(search.purge(workspace.state().position(), Duration.ofMinutes(1))).isTrue();
      assertThat(segments(at)).isEqualTo(before);
      identify(workspace, "u-1", "\"name\":\"김나람\"");
      assertThat(search.purge(workspace.state().position(), Duration.ofMinutes(1))).isTrue();
      assertThat(segments(at)).isNotEqualTo(before);
    }
  }

  /// The files that hold documents.
  private static List<String> segments(Path workspace) throws Exception {
    try (var files = Files.walk(workspace.resolve("search"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("_"))
          .sorted()
          .toList();
    }
  }

  @Test
  void pagesOfASearchFollowEachOther() throws Exception {
    try (var workspace = open(folder.resolve("w"))) {
      source(workspace);
      for (var number = 0; number < 60; number++) {
        identify(
            workspace,
            "u" + number,
            "\"name\":\"" + (number % 2 == 0 ? "김가람" : "김가람솔") + "\",\"city\":\"부산\"");
      }
      var finder = finder(workspace);
      assertThat(finder.await(workspace.state().position(), PATIENCE_MS)).isTrue();
      var ids = new ArrayList<String>();
      var scores = new ArrayList<Float>();
      String cursor = null;
      do {
        var page = ask(finder, new Wanted("김가람", null, 0, Long.MAX_VALUE, cursor, 7));
        ids.addAll(ids(page));
        page.people().forEach(person -> scores.add(Objects.requireNonNull(person.score())));
        cursor = page.next();
        // Others come in between, and whoever is active stays where they are.
        identify(workspace, "u3", "\"n\":" + ids.size());
        workspace.search().await(workspace.state().position(), PATIENCE_MS);
      } while (cursor != null);
      assertThat(ids).hasSize(60).doesNotHaveDuplicates();
      assertThat(scores).isSortedAccordingTo((a, b) -> Float.compare(b, a));
      assertThat(finder.find(new Wanted("김가람", null, 0, 9, "none of ours", 7))).isNull();
      assertThat(finder.find(list(null, "AAAA", 7))).isNull();
    }
  }
}
