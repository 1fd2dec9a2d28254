package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.StewardLink;
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
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Segments on a virtual clock, beside a real log, state and archive.
class SegmentsTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String BOUGHT =
      "{\"event\":\"Bought\",\"aggregate\":\"count\",\"operator\":\"gte\",\"value\":1,"
          + "\"window\":{\"last\":\"2 days\"}}";

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

  private void at(Duration sinceStart) throws Exception {
    now = START.plus(sinceStart);
    workspace().settleSegments();
  }

  private void track(String user, String event, Instant time, String properties) throws Exception {
    take(
        "\"type\":\"track\",\"event\":\"%s\",\"userId\":\"%s\",\"properties\":%s"
            .formatted(event, user, properties),
        time);
  }

  private void take(String fields, Instant time) throws Exception {
    var json = "{%s,\"messageId\":\"m%d\",\"timestamp\":\"%s\"}".formatted(fields, number++, time);
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var envelope =
        new Envelope(1, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length);
    workspace().take(List.of(new Collected(envelope, bytes, JsonReader.event(bytes))), true);
    workspace().settleSegments();
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
  void aMemberLeavesAtTheFortyEighthHour() throws Exception {
    define("buyers", BOUGHT);
    now = START.plus(Duration.ofHours(1));
    track("kim", "Bought", now, "{}");
    assertThat(members("buyers")).containsExactly("kim");
    at(Duration.ofHours(49).minusMillis(1));
    assertThat(members("buyers")).containsExactly("kim");
    at(Duration.ofHours(49));
    assertThat(members("buyers")).isEmpty();
    assertThat(history("kim")).containsExactly("entered buyers PT1H", "left buyers PT49H");
  }

  private void shareTablets(SharedPolicy policy) throws Exception {
    var rules = workspace().rules().document();
    var shared = SharedDevices.rules(rules, policy);
    assertThat(RulesOffice.of(workspace()).save(shared, rules.version(), "kim", "a family"))
        .isTrue();
    workspace().tasks().await();
    workspace().settleSegments();
  }

  private void login(String user, int minute) throws Exception {
    take(
        "\"type\":\"identify\",\"userId\":\"%s\",\"anonymousId\":\"tablet\"".formatted(user),
        START.plus(Duration.ofMinutes(minute)));
  }

  private void onTablet(String fields, int minute) throws Exception {
    take("\"anonymousId\":\"tablet\"," + fields, START.plus(Duration.ofMinutes(minute)));
  }

  @Test
  void aLateLoginTakesWhatWasCountedForSomebodyElse() throws Exception {
    shareTablets(SharedPolicy.BY_LOGIN);
    define("buyers", BOUGHT);
    define("seoul", "{\"trait\":\"city\",\"operator\":\"equals\",\"value\":\"Seoul\"}");
    define("team", "{\"account\":{\"trait\":\"plan\",\"operator\":\"equals\",\"value\":\"pro\"}}");
    now = START.plus(Duration.ofHours(1));
    login("son", 1);
    login("mother", 10);
    onTablet("\"type\":\"track\",\"event\":\"Bought\",\"properties\":{}", 15);
    onTablet("\"type\":\"identify\",\"traits\":{\"city\":\"Seoul\"}", 16);
    onTablet("\"type\":\"group\",\"groupId\":\"g\",\"traits\":{\"plan\":\"pro\"}", 17);
    for (var segment : List.of("buyers", "seoul", "team")) {
      assertThat(members(segment)).as(segment).containsExactly("mother");
    }
    login("son", 12); // who is known to have used the tablet: no link is another one
    for (var segment : List.of("buyers", "seoul", "team")) {
      assertThat(members(segment)).as(segment).containsExactly("son");
    }
    onTablet("\"type\":\"group\",\"groupId\":\"g\",\"traits\":{\"plan\":\"free\"}", 18);
    assertThat(members("team")).isEmpty();
    restart();
    assertThat(members("buyers")).containsExactly("son");
    at(Duration.ofDays(2).plusMinutes(15).minusMillis(1));
    assertThat(members("buyers")).containsExactly("son");
    at(Duration.ofDays(2).plusMinutes(15));
    assertThat(members("buyers")).isEmpty();
  }

  @Test
  void otherRulesForSharedDevicesTellTheDifferenceOnce() throws Exception {
    define("buyers", BOUGHT);
    now = START.plus(Duration.ofHours(1));
    login("mother", 10);
    login("son", 20);
    onTablet("\"type\":\"track\",\"event\":\"Bought\",\"properties\":{}", 25);
    assertThat(members("buyers")).containsExactly("mother");
    shareTablets(SharedPolicy.BY_LOGIN);
    assertThat(members("buyers")).containsExactly("son");
    assertThat(history("mother")).containsExactly("entered buyers PT1H", "left buyers PT1H");
    define("again", BOUGHT); // counted from history
    assertThat(members("again")).containsExactly("son");
    login("mother", 22);
    assertThat(members("buyers")).containsExactly("mother");
    assertThat(members("again")).containsExactly("mother");
  }

  @Test
  void afterALongStopEveryChangeHasTheTimeAtWhichItCame() throws Exception {
    define("buyers", BOUGHT);
    define("absent", "{\"none\":[" + BOUGHT + "]}");
    track("kim", "Bought", now, "{}");
    track("kim", "Bought", now.plus(Duration.ofDays(5)), "{}");
    workspace().close();
    now = START.plus(Duration.ofDays(30));
    reopen();
    workspace().settleSegments();
    assertThat(history("kim"))
        .contains("entered buyers PT0S", "left buyers PT48H", "entered absent PT48H");
    assertThat(members("buyers")).isEmpty();
    assertThat(members("absent")).containsExactly("kim");
    restart();
    var before = history("kim");
    workspace().settleSegments();
    assertThat(history("kim")).isEqualTo(before);
  }

  @Test
  void membersAreCalledByTheirNames() throws Exception {
    define("buyers", BOUGHT);
    track("kim", "Bought", now, "{}");
    assertThat(desk().members("buyers", null, 100))
        .singleElement()
        .satisfies(member -> assertThat(member.name()).isNull());
    take("\"type\":\"identify\",\"userId\":\"kim\",\"traits\":{\"name\":\"김가람\"}", now);
    assertThat(desk().members("buyers", null, 100))
        .singleElement()
        .satisfies(member -> assertThat(member.name()).isEqualTo("김가람"));
  }

  @Test
  void aNewSegmentIsFilledFromHistory() throws Exception {
    track("kim", "Bought", now, "{\"price\":10}");
    track("kim", "Bought", now, "{\"price\":90.5}");
    track("lee", "Bought", now, "{\"price\":100}");
    track("park", "Seen", now, "{}");
    define(
        "spenders",
        "{\"event\":\"Bought\",\"aggregate\":\"sum\",\"property\":\"price\",\"operator\":\"gt\","
            + "\"value\":100,\"window\":{\"last\":\"2 days\"}}");
    assertThat(members("spenders")).containsExactly("kim");
    track("lee", "Bought", now, "{\"price\":0.01}");
    assertThat(members("spenders")).containsExactly("kim", "lee");
    define("strangers", "{\"none\":[{\"event\":\"Bought\"}]}");
    assertThat(members("strangers")).containsExactly("park");
    at(Duration.ofDays(2));
    assertThat(members("spenders")).isEmpty();
    assertThat(desk().flows("spenders").values().stream().mapToLong(flow -> flow.left()).sum())
        .isEqualTo(2);
  }

  @Test
  void mergedAndDividedPeopleAreMembersByWhatTheyDidTogether() throws Exception {
    define(
        "twice",
        "{\"event\":\"Bought\",\"operator\":\"gte\",\"value\":2,\"window\":{\"last\":\"2 days\"}}");
    define("buyers", BOUGHT);
    take("\"type\":\"track\",\"event\":\"Bought\",\"anonymousId\":\"c1\"", now);
    track("kim", "Bought", now, "{}");
    assertThat(members("buyers")).containsExactlyInAnyOrder("kim", "c1");
    assertThat(members("twice")).isEmpty();
    now = START.plusSeconds(60);
    var pair = new Pair(new Identifier("user_id", "kim"), new Identifier("anonymous_id", "c1"));
    var link = new StewardLink("lnk_1", pair, clock.millis(), "t", "same");
    workspace().enter(new Entry.LinkMade(0, clock.millis(), "t", link));
    workspace().settleSegments();
    assertThat(members("buyers")).containsExactly("kim");
    assertThat(members("twice")).containsExactly("kim");
    now = START.plusSeconds(120);
    var cut =
        new Cut(
            "cut_1",
            new TreeSet<>(List.of(pair.stronger())),
            new TreeSet<>(List.of(pair.weaker())),
            clock.millis(),
            "t",
            "two");
    workspace().enter(new Entry.CutMade(0, clock.millis(), "t", cut));
    workspace().settleSegments();
    assertThat(members("buyers")).containsExactlyInAnyOrder("kim", "c1");
    assertThat(members("twice")).isEmpty();
    at(Duration.ofDays(2));
    assertThat(members("buyers")).isEmpty();
  }

  @Test
  void lateAndFutureEventsCountFromTheirOwnTimes() throws Exception {
    define("buyers", BOUGHT);
    now = START.plus(Duration.ofHours(50));
    track("kim", "Bought", START.plus(Duration.ofHours(1)), "{}");
    assertThat(members("buyers")).isEmpty();
    track("kim", "Bought", START.plus(Duration.ofHours(10)), "{}");
    assertThat(members("buyers")).containsExactly("kim");
    at(Duration.ofHours(58));
    assertThat(history("kim")).containsExactly("entered buyers PT50H", "left buyers PT58H");
  }

  @Test
  void traitsConsentsAndOtherSegmentsDecideToo() throws Exception {
    define("buyers", BOUGHT);
    define(
        "reachable",
        "{\"all\":[{\"segment\":\"buyers\"},{\"trait\":\"city\",\"operator\":\"equals\","
            + "\"value\":\"Seoul\"},{\"consent\":\"email_marketing\"}]}");
    track("kim", "Bought", now, "{}");
    take("\"type\":\"identify\",\"userId\":\"kim\",\"traits\":{\"city\":\"Seoul\"}", now);
    assertThat(members("reachable")).isEmpty();
    take(
        "\"type\":\"track\",\"event\":\"Consent Granted\",\"userId\":\"kim\","
            + "\"properties\":{\"purpose\":\"email_marketing\"}",
        now);
    var explained = desk().explain("reachable", new Who.Named("user_id", "kim"));
    assertThat(members("reachable")).as(String.valueOf(explained)).containsExactly("kim");
    take(
        "\"type\":\"identify\",\"userId\":\"kim\",\"traits\":{\"city\":\"Busan\"}",
        now.plusSeconds(1));
    assertThat(members("reachable")).isEmpty();
  }

  @Test
  void anArchivedSegmentIsLeftByAllOnceAndAnotherConditionTellsTheDifference() throws Exception {
    define("buyers", BOUGHT);
    track("kim", "Bought", now, "{}");
    track("lee", "Bought", now, "{\"gift\":true}");
    save(
        "buyers",
        "{\"condition\":{\"event\":\"Bought\",\"where\":[{\"property\":\"gift\",\"operator\":"
            + "\"equals\",\"value\":true}]}}");
    assertThat(members("buyers")).containsExactly("lee");
    assertThat(history("lee")).containsExactly("entered buyers PT0S");
    assertThat(history("kim")).containsExactlyInAnyOrder("entered buyers PT0S", "left buyers PT0S");
    save("buyers", "{\"status\":\"archived\"}");
    assertThat(members("buyers")).isEmpty();
    assertThat(history("lee")).containsExactly("entered buyers PT0S", "left buyers PT0S");
    assertThat(workspace().state().read(new Key.OfSegmentSize("buyers"))).isZero();
  }

  @Test
  void aStateMadeAnewHasTheSameMembersAndTellsNothingTwice() throws Exception {
    define("buyers", BOUGHT);
    define("absent", "{\"none\":[" + BOUGHT + "]}");
    for (var user : List.of("kim", "lee", "park")) {
      track(user, "Bought", now, "{}");
      now = now.plusSeconds(3_600);
    }
    at(Duration.ofDays(2));
    var members = members("buyers");
    var history = history("kim");
    assertThat(members).containsExactly("lee", "park");
    workspace().tasks().rebuild("t");
    workspace().tasks().await();
    workspace().settleSegments();
    assertThat(members("buyers")).isEqualTo(members);
    assertThat(members("absent")).containsExactly("kim");
    assertThat(history("kim")).isEqualTo(history);
    at(Duration.ofDays(2).plusHours(1));
    assertThat(members("buyers")).containsExactly("park");
    assertThat(members("absent")).containsExactly("kim", "lee");
    assertThat(history("lee"))
        .containsExactlyInAnyOrder(
            "entered buyers PT1H", "left buyers PT49H", "entered absent PT49H");
  }

  @Test
  void nothingIsLeftToTellOnceAllIsSettled() throws Exception {
    define("buyers", BOUGHT);
    track("kim", "Bought", now, "{}");
    var left = new ArrayList<Fact>();
    workspace().state().forEach(Key.OfFact.class, (Key<Fact> _, Fact fact) -> left.add(fact));
    assertThat(left).isEmpty();
  }
}
