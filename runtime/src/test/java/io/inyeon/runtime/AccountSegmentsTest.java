package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.Share;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conditions on accounts, their traits and their members, on a virtual clock, beside a real log,
/// state and archive.
class AccountSegmentsTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String BIG =
      "{\"account\":{\"trait\":\"plan\",\"operator\":\"equals\",\"value\":\"big\"}}";

  @TempDir Path folder;
  private volatile Instant now = START;
  private final InstantSource clock = () -> now;
  private int number;
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

  private void restart() throws Exception {
    workspace().close();
    reopen();
  }

  private SegmentDesk desk() {
    return new SegmentOffice(
        workspace(),
        new People(workspace(), new Happenings(workspace())),
        new VocabularyOffice(workspace()));
  }

  private void group(String user, String account, String traits) throws Exception {
    take(
        "\"type\":\"group\",\"groupId\":\"%s\",\"userId\":\"%s\",\"traits\":%s"
            .formatted(account, user, traits),
        now);
  }

  private void take(String fields, Instant time) throws Exception {
    var json = "{%s,\"messageId\":\"m%d\",\"timestamp\":\"%s\"}".formatted(fields, number++, time);
    workspace().take(List.of(collected(json)), true);
    workspace().settleSegments();
  }

  private Collected collected(String json) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var envelope =
        new Envelope(1, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length);
    return new Collected(envelope, bytes, JsonReader.event(bytes));
  }

  private void define(String id, String condition) throws Exception {
    save(
        null,
        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"condition\":%s}"
            .formatted(id, condition));
  }

  private void save(@Nullable String id, String json) throws Exception {
    var read = JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
    assertThat(desk().save(id, (Value.Fields) read, -1, "t"))
        .isInstanceOf(SegmentDesk.Saved.Done.class);
    workspace().settleSegments();
  }

  private List<String> members(String segment) throws Intake.Unavailable {
    return desk().members(segment, null, 100).stream().map(member -> member.who().value()).toList();
  }

  /// `entered id at second` of all that one person went through, oldest first.
  private List<String> history(String user) throws Intake.Unavailable {
    var standings = desk().standings(new Who.Named("user_id", user), true);
    var told = new ArrayList<String>();
    if (standings != null) {
      for (var fact : standings.history().reversed()) {
        told.add(
            (fact.entered() ? "entered " : "left ")
                + fact.segment()
                + " "
                + Duration.between(START, Instant.ofEpochMilli(fact.at())));
      }
    }
    return told;
  }

  @Test
  void membersEnterAndLeaveWhenTheirAccountChanges() throws Exception {
    define("big", BIG);
    group("kim", "acme", "{\"plan\":\"small\"}");
    group("lee", "acme", "{}");
    group("park", "other", "{\"plan\":\"small\"}");
    assertThat(members("big")).isEmpty();
    now = START.plusSeconds(60);
    group("lee", "acme", "{\"plan\":\"big\"}");
    assertThat(members("big")).containsExactlyInAnyOrder("kim", "lee");
    restart();
    now = START.plusSeconds(120);
    group("park", "acme", "{\"plan\":\"small\"}");
    assertThat(members("big")).isEmpty();
    assertThat(history("kim")).containsExactly("entered big PT1M", "left big PT2M");
    assertThat(history("park")).isEmpty();
  }

  @Test
  void aSegmentFindsThoseWhoJoinedBeforeItAndARebuildChangesNothing() throws Exception {
    group("kim", "acme", "{\"plan\":\"big\"}");
    define("big", BIG);
    assertThat(members("big")).containsExactly("kim");
    workspace().tasks().rebuild("t");
    workspace().tasks().await();
    workspace().settleSegments();
    assertThat(members("big")).containsExactly("kim");
    group("lee", "acme", "{\"plan\":\"small\"}");
    assertThat(members("big")).isEmpty();
    assertThat(history("kim")).hasSize(2);
  }

  /// More than are looked at in one go, half of them people with several identifiers.
  @Test
  void everyMemberOfALargeAccountIsLookedAt() throws Exception {
    define("big", BIG);
    var events = new ArrayList<Collected>();
    for (var i = 0; i < 1_300; i++) {
      var json =
          "{\"type\":\"group\",\"groupId\":\"acme\",\"userId\":\"u%d\"%s,\"messageId\":\"g%d\",\"timestamp\":\"%s\"}"
              .formatted(i, i % 2 == 0 ? "" : ",\"anonymousId\":\"c" + i + "\"", i, now);
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      var envelope =
          new Envelope(1, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length);
      events.add(new Collected(envelope, bytes, JsonReader.event(bytes)));
    }
    workspace().take(events, true);
    workspace().settleSegments();
    group("u1", "acme", "{\"plan\":\"big\"}");
    assertThat(Objects.requireNonNull(desk().one("big")).size()).isEqualTo(1_300);
    group("u2", "acme", "{\"plan\":\"small\"}");
    assertThat(Objects.requireNonNull(desk().one("big")).size()).isZero();
    assertThat(Objects.requireNonNull(workspace().segmentWork()).membersLookedAt()).isZero();
  }

  @Test
  void whoIsErasedIsForgottenAmongTheMembers() throws Exception {
    define("big", BIG);
    group("kim", "acme", "{\"plan\":\"big\"}");
    group("lee", "acme", "{}");
    var kim = new Identifier("user_id", "kim");
    var id = ProfileIds.of(workspace().rules().document().workspaceKey(), kim);
    workspace().enter(new Entry.PersonErased(0, clock.millis(), "t", "era_1", id, "asked"));
    var joined = new ArrayList<Identifier>();
    workspace()
        .state()
        .forEach(
            Key.OfJoined.class,
            (Key<Boolean> key, Boolean _) -> joined.add(((Key.OfJoined) key).who()));
    assertThat(joined).containsExactly(new Identifier("user_id", "lee"));
  }

  private static String members(String quantifier, String condition) {
    return "{\"account\":{\"members\":\"%s\",\"condition\":%s}}".formatted(quantifier, condition);
  }

  private static String bought(String window) {
    return "{\"event\":\"Bought\",\"window\":%s}".formatted(window);
  }

  private static final String DAY = "{\"last\":\"1 day\"}";

  private void buy(String user, Instant time) throws Exception {
    take("\"type\":\"track\",\"event\":\"Bought\",\"userId\":\"%s\"".formatted(user), time);
  }

  @Test
  void colleaguesEnterWithTheFirstWhoBuysAndLeaveToTheMillisecond() throws Exception {
    define("any", members("any", bought(DAY)));
    define("all", members("all", bought(DAY)));
    define("none", members("none", bought(DAY)));
    group("kim", "acme", "{}");
    group("lee", "acme", "{}");
    group("park", "other", "{}");
    assertThat(members("any")).isEmpty();
    assertThat(members("none")).containsExactlyInAnyOrder("kim", "lee", "park");
    now = START.plusSeconds(60);
    buy("kim", now);
    assertThat(members("any")).containsExactlyInAnyOrder("kim", "lee");
    assertThat(members("all")).isEmpty();
    assertThat(members("none")).containsExactly("park");
    restart();
    now = START.plusSeconds(120);
    buy("lee", now);
    assertThat(members("all")).containsExactlyInAnyOrder("kim", "lee");
    // Both windows end while nobody looks: each fact has its own time all the same.
    now = START.plus(Duration.ofDays(3));
    workspace().settleSegments();
    assertThat(members("any")).isEmpty();
    assertThat(members("all")).isEmpty();
    assertThat(members("none")).containsExactlyInAnyOrder("kim", "lee", "park");
    assertThat(history("lee"))
        .containsExactlyInAnyOrder(
            "entered none PT0S",
            "entered any PT1M",
            "left none PT1M",
            "entered all PT2M",
            "left all PT24H1M",
            "left any PT24H2M",
            "entered none PT24H2M");
  }

  @Test
  void whoJoinsWhoIsOneWithAnotherAndWhoIsDividedCountAsTheyAre() throws Exception {
    define("any", members("any", bought("\"ever\"")));
    define("all", members("all", bought("\"ever\"")));
    group("kim", "acme", "{}");
    buy("kim", now);
    assertThat(members("all")).containsExactly("kim");
    take("\"type\":\"group\",\"groupId\":\"acme\",\"anonymousId\":\"c1\",\"traits\":{}", now);
    assertThat(members("any")).containsExactlyInAnyOrder("kim", "c1");
    assertThat(members("all")).isEmpty();
    take("\"type\":\"identify\",\"userId\":\"kim\",\"anonymousId\":\"c1\"", now);
    assertThat(members("all")).containsExactly("kim");
    var cut =
        new Cut(
            "cut1",
            new TreeSet<>(List.of(new Identifier("user_id", "kim"))),
            new TreeSet<>(List.of(new Identifier("anonymous_id", "c1"))),
            clock.millis(),
            "t",
            "");
    workspace().enter(new Entry.CutMade(0, clock.millis(), "t", cut));
    workspace().settleSegments();
    assertThat(members("any")).containsExactlyInAnyOrder("kim", "c1");
    assertThat(members("all")).isEmpty();
    workspace().enter(new Entry.CutUndone(0, clock.millis(), "t", "cut1", ""));
    workspace().settleSegments();
    assertThat(members("all")).containsExactly("kim");
  }

  @Test
  void whoIsErasedCountsNoMore() throws Exception {
    define("any", members("any", bought("\"ever\"")));
    group("kim", "acme", "{}");
    group("lee", "acme", "{}");
    buy("kim", now);
    assertThat(members("any")).containsExactlyInAnyOrder("kim", "lee");
    var kim = new Identifier("user_id", "kim");
    var id = ProfileIds.of(workspace().rules().document().workspaceKey(), kim);
    workspace().enter(new Entry.PersonErased(0, clock.millis(), "t", "era_1", id, "asked"));
    workspace().settleSegments();
    assertThat(members("any")).isEmpty();
    var shares = new ArrayList<Key<?>>();
    workspace().state().forEach(Key.OfShare.class, (Key<Share> key, Share _) -> shares.add(key));
    assertThat(shares).containsExactly(new Key.OfShare(new Identifier("user_id", "lee")));
  }

  @Test
  void aNewSegmentItsNextVersionAndARebuildTellTheDifferenceOnce() throws Exception {
    for (var user : List.of("kim", "lee")) {
      group(user, "acme", "{}");
      buy(user, now);
    }
    now = START.plusSeconds(60);
    define("all", members("all", bought("\"ever\"")));
    assertThat(members("all")).containsExactlyInAnyOrder("kim", "lee");
    assertThat(history("kim")).containsExactly("entered all PT1M");
    workspace().tasks().rebuild("t");
    workspace().tasks().await();
    workspace().settleSegments();
    restart();
    assertThat(members("all")).containsExactlyInAnyOrder("kim", "lee");
    assertThat(history("kim")).containsExactly("entered all PT1M");
    now = START.plusSeconds(120);
    save(
        "all",
        "{\"name\":\"x\",\"status\":\"active\",\"condition\":%s}"
            .formatted(members("none", bought("\"ever\""))));
    assertThat(members("all")).isEmpty();
    assertThat(history("kim")).containsExactly("entered all PT1M", "left all PT2M");
    now = START.plusSeconds(180);
    save("all", "{\"name\":\"x\",\"status\":\"archived\",\"condition\":%s}".formatted(BIG));
    var left = new ArrayList<Key<?>>();
    workspace()
        .state()
        .forEach(Key.OfMemberCount.class, (Key<MemberCount> key, MemberCount _) -> left.add(key));
    workspace().state().forEach(Key.OfShare.class, (Key<Share> key, Share _) -> left.add(key));
    assertThat(left).isEmpty();
    assertThat(workspace().state().read(new Key.OfMembersCounted())).isNull();
  }

  /// More than are looked at in one go: the first purchase of one turns the answer for all, and a
  /// restart in the middle goes on from where it was.
  @Test
  void everyColleagueOfALargeAccountIsLookedAtAlsoAfterARestart() throws Exception {
    define("any", members("any", bought("\"ever\"")));
    var events = new ArrayList<Collected>();
    for (var i = 0; i < 1_300; i++) {
      var json =
          "{\"type\":\"group\",\"groupId\":\"acme\",\"userId\":\"u%d\",\"messageId\":\"g%d\",\"timestamp\":\"%s\"}"
              .formatted(i, i, now);
      events.add(collected(json));
    }
    workspace().take(events, true);
    workspace().settleSegments();
    now = START.plusSeconds(60);
    var json =
        "{\"type\":\"track\",\"event\":\"Bought\",\"userId\":\"u7\",\"messageId\":\"b\",\"timestamp\":\"%s\"}"
            .formatted(now);
    workspace().take(List.of(collected(json)), true);
    restart();
    now = START.plusSeconds(90);
    workspace().settleSegments();
    assertThat(Objects.requireNonNull(desk().one("any")).size()).isEqualTo(1_300);
    assertThat(history("u999")).containsExactly("entered any PT1M");
    var tally = new ArrayList<MemberCount>();
    workspace()
        .state()
        .forEach(
            Key.OfMemberCount.class, (Key<MemberCount> _, MemberCount each) -> tally.add(each));
    assertThat(tally).hasSize(1);
    assertThat(tally.getFirst().members()).isEqualTo(1_300);
    assertThat(tally.getFirst().steps()).hasSizeLessThan(20);
    assertThat(workspace().state().read(new Key.OfAccountChange("acme"))).isNull();
  }
}
