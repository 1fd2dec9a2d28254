package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Segment;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.ComputedTraitDesk;
import io.inyeon.runtime.http.Profiles;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Computed traits on a virtual clock, beside a real log, state and archive.
class ComputedTraitsTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String SPENT =
      "{\"aggregate\":\"sum\",\"event\":\"Order Completed\",\"property\":\"revenue\","
          + "\"window\":{\"last\":\"2 days\"}}";

  @TempDir Path folder;
  private volatile Instant now = START;
  private final InstantSource clock = () -> now;
  private int number;
  private @Nullable Workspace open;

  @BeforeEach
  void begin() throws Exception {
    reopen();
    for (var kind : List.of(SourceKind.SERVER, SourceKind.BROWSER)) {
      var source = Histories.source(kind == SourceKind.SERVER ? 1 : 2, kind);
      workspace().enter(new Entry.SourceSaved(0, clock.millis(), "t", source));
    }
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

  private People people() {
    return new People(workspace(), new Happenings(workspace()));
  }

  private ComputedTraitDesk desk() {
    return new ComputedTraitOffice(workspace(), people(), new VocabularyOffice(workspace()));
  }

  private SegmentDesk segments() {
    return new SegmentOffice(workspace(), people(), new VocabularyOffice(workspace()));
  }

  private static Value.Fields json(String json) {
    return (Value.Fields) JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
  }

  private void define(String id, String definition) throws Exception {
    assertThat(
            desk()
                .save(
                    null,
                    json(
                        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"definition\":%s}"
                            .formatted(id, definition)),
                    0,
                    "t"))
        .isInstanceOf(ComputedTraitDesk.Saved.Done.class);
    workspace().settleSegments();
  }

  private void segment(String id, String condition) throws Exception {
    assertThat(
            segments()
                .save(
                    null,
                    json(
                        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"condition\":%s}"
                            .formatted(id, condition)),
                    0,
                    "t"))
        .isInstanceOf(SegmentDesk.Saved.Done.class);
    workspace().settleSegments();
  }

  private void take(int source, String fields) throws Exception {
    var json = "{%s,\"messageId\":\"m%d\",\"timestamp\":\"%s\"}".formatted(fields, number++, now);
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var envelope =
        new Envelope(source, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length);
    workspace().take(List.of(new Collected(envelope, bytes, JsonReader.event(bytes))), true);
    workspace().settleSegments();
  }

  private void order(String user, int revenue) throws Exception {
    take(
        1,
        "\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"%s\",\"properties\":%s"
            .formatted(
                user,
                "{\"revenue\":%d,\"products\":[{\"category\":\"A\"},{\"category\":\"%s\"}]}"
                    .formatted(revenue, revenue > 50 ? "B" : "A")));
  }

  private void at(Duration sinceStart) throws Exception {
    now = START.plus(sinceStart);
    workspace().settleSegments();
  }

  private Profiles.Found profile(String user) throws Exception {
    return Objects.requireNonNull(people().profile(new Who.Named("user_id", user)));
  }

  /// A value as it stands in the profile, as JSON; `null` for none.
  private @Nullable String value(String user, String trait) throws Exception {
    var computed = profile(user).computed().get(trait);
    return computed == null
        ? null
        : new String(JsonWriter.bytes(computed.value()), StandardCharsets.UTF_8);
  }

  private List<String> members(String segment) throws Exception {
    return segments().members(segment, null, 100).stream()
        .map(member -> member.who().value())
        .toList();
  }

  @Test
  void aSumLeavesItsWindowAtTheMomentAndSoDoesWhoeverEnteredByIt() throws Exception {
    define("spent", SPENT);
    segment("rich", "{\"trait\":\"spent\",\"operator\":\"gte\",\"value\":100}");
    order("kim", 60);
    assertThat(value("kim", "spent")).isEqualTo("60");
    at(Duration.ofHours(1));
    order("kim", 70);
    assertThat(value("kim", "spent")).isEqualTo("130");
    assertThat(members("rich")).containsExactly("kim");
    assertThat(Objects.requireNonNull(profile("kim").computed().get("spent")).changesAt())
        .isEqualTo(START.plus(Duration.ofDays(2)).toEpochMilli());
    at(Duration.ofDays(2).minusMillis(1));
    assertThat(members("rich")).containsExactly("kim");
    at(Duration.ofDays(2));
    assertThat(value("kim", "spent")).isEqualTo("70");
    assertThat(members("rich")).isEmpty();
  }

  @Test
  void whatCameBeforeIsCountedAndListsAreTakenApart() throws Exception {
    order("kim", 10);
    order("kim", 20);
    order("kim", 60);
    define("spent", SPENT);
    define(
        "category",
        "{\"aggregate\":\"most_frequent\",\"event\":\"Order Completed\","
            + "\"property\":\"products.category\"}");
    define(
        "categories",
        "{\"aggregate\":\"unique\",\"event\":\"Order Completed\","
            + "\"property\":\"products.category\"}");
    assertThat(value("kim", "spent")).isEqualTo("90");
    assertThat(value("kim", "category")).isEqualTo("\"A\"");
    assertThat(value("kim", "categories")).isEqualTo("[\"A\",\"B\"]");
    var explained =
        Objects.requireNonNull(desk().explain("spent", new Who.Named("user_id", "kim")));
    assertThat(explained.facts()).containsKeys("count", "events", "exact");
  }

  @Test
  void peopleWhoBecomeOneHaveTheSumAndApartAgainTheirOwn() throws Exception {
    define("spent", SPENT);
    take(
        2,
        "\"type\":\"track\",\"event\":\"Order Completed\",\"anonymousId\":\"c\",\"properties\":"
            + "{\"revenue\":5}");
    order("kim", 60);
    assertThat(value("kim", "spent")).isEqualTo("60");
    take(2, "\"type\":\"identify\",\"anonymousId\":\"c\",\"userId\":\"kim\"");
    assertThat(value("kim", "spent")).isEqualTo("65");
    workspace().close();
    reopen();
    assertThat(value("kim", "spent")).isEqualTo("65");
  }

  @Test
  void aRebuildComesToTheSameValues() throws Exception {
    define("spent", SPENT);
    define("stage", stages());
    order("kim", 60);
    order("lee", 7);
    var before = List.of(profile("kim").computed(), profile("lee").computed());
    workspace().tasks().rebuild("t");
    workspace().tasks().await();
    workspace().settleSegments();
    assertThat(List.of(profile("kim").computed(), profile("lee").computed())).isEqualTo(before);
  }

  private static String stages() {
    return "{\"stages\":[{\"stage\":\"returned\",\"after_gap\":{\"event\":\"Order Completed\","
        + "\"gap\":\"10 days\",\"within\":\"3 days\"}},{\"stage\":\"customer\",\"when\":"
        + "{\"event\":\"Order Completed\",\"window\":{\"last\":\"5 days\"}}},{\"stage\":\"lapsed\","
        + "\"when\":{\"event\":\"Order Completed\"}}],\"otherwise\":\"stranger\"}";
  }

  @Test
  void somebodyGoesThroughTheStagesOfALifeCycle() throws Exception {
    define("stage", stages());
    segment("lapsed", "{\"trait\":\"stage\",\"operator\":\"equals\",\"value\":\"lapsed\"}");
    order("kim", 1);
    assertThat(value("kim", "stage")).isEqualTo("\"customer\"");
    at(Duration.ofDays(5));
    assertThat(value("kim", "stage")).isEqualTo("\"lapsed\"");
    assertThat(members("lapsed")).containsExactly("kim");
    at(Duration.ofDays(12));
    order("kim", 1);
    assertThat(value("kim", "stage")).isEqualTo("\"returned\"");
    assertThat(members("lapsed")).isEmpty();
    at(Duration.ofDays(15));
    assertThat(value("kim", "stage")).isEqualTo("\"customer\"");
    at(Duration.ofDays(17));
    assertThat(value("kim", "stage")).isEqualTo("\"lapsed\"");
    assertThat(members("lapsed")).containsExactly("kim");
  }

  @Test
  void fifthsAreWorkedOutOfEverybodyAndKeptOnRecord() throws Exception {
    for (var i = 1; i <= 5; i++) {
      at(Duration.ofHours(i));
      order("u" + i, 10 * i);
    }
    define(
        "rfm",
        "{\"rfm\":{\"event\":\"Order"
            + " Completed\",\"property\":\"revenue\",\"cuts\":\"quintiles\"}}");
    assertThat(value("u5", "rfm"))
        .isEqualTo("{\"recency\":5,\"frequency\":5,\"monetary\":5,\"score\":\"555\"}");
    assertThat(value("u1", "rfm"))
        .isEqualTo("{\"recency\":1,\"frequency\":5,\"monetary\":1,\"score\":\"151\"}");
    var measured = Objects.requireNonNull(desk().one("rfm")).trait().measured();
    assertThat(Objects.requireNonNull(measured).people()).isEqualTo(5);
    segment("best", "{\"trait\":\"rfm.monetary\",\"operator\":\"equals\",\"value\":5}");
    assertThat(members("best")).containsExactly("u5");
    workspace().close();
    reopen();
    assertThat(Objects.requireNonNull(desk().one("rfm")).trait().measured()).isEqualTo(measured);
    for (var i = 6; i <= 10; i++) {
      order("u" + i, 10 * i);
    }
    at(Duration.ofHours(29).minusMillis(1));
    assertThat(Objects.requireNonNull(desk().one("rfm")).trait().measured()).isEqualTo(measured);
    at(Duration.ofHours(29));
    assertThat(
            Objects.requireNonNull(Objects.requireNonNull(desk().one("rfm")).trait().measured())
                .people())
        .isEqualTo(10);
    assertThat(members("best")).containsExactlyInAnyOrder("u9", "u10");
    var explained = Objects.requireNonNull(desk().explain("rfm", new Who.Named("user_id", "u9")));
    assertThat(explained.facts()).containsKeys("cuts", "days", "frequency", "monetary");
  }

  @Test
  void visitsHoursAndTouchesFollowWhatBrowsersTell() throws Exception {
    define("visits", "{\"sessions\":\"count\"}");
    define("hour", "{\"hour\":\"most_active\"}");
    define("first", "{\"touch\":\"first\",\"of\":\"channel\"}");
    define("last", "{\"touch\":\"last\",\"of\":\"channel\"}");
    segment("often", "{\"trait\":\"visits\",\"operator\":\"gte\",\"value\":2}");
    take(2, page("https://www.google.com/"));
    at(Duration.ofHours(3));
    take(2, page(""));
    assertThat(value("kim", "visits")).isEqualTo("2");
    assertThat(members("often")).containsExactly("kim");
    assertThat(value("kim", "hour")).isEqualTo("12");
    assertThat(value("kim", "first")).isEqualTo("\"organic_search\"");
    assertThat(value("kim", "last")).isEqualTo("\"organic_search\"");
  }

  private static String page(String referrer) {
    return "\"type\":\"page\",\"userId\":\"kim\",\"anonymousId\":\"a\",\"context\":{\"page\":"
        + "{\"url\":\"https://shop.example/\",\"referrer\":\""
        + referrer
        + "\"}}";
  }

  @Test
  void cyclesAreRefusedAndWhatIsUsedIsNotPutAway() throws Exception {
    define("spent", SPENT);
    segment("rich", "{\"trait\":\"spent\",\"operator\":\"gte\",\"value\":100}");
    var cyclic =
        json(
            "{\"definition\":{\"stages\":[{\"stage\":\"a\",\"when\":{\"segment\":\"rich\"}}],"
                + "\"otherwise\":\"b\"}}");
    assertThat(problems(desk().save("spent", cyclic, -1, "t")))
        .containsExactly(tuple("cycle", "trait:spent -> rich -> trait:spent"));
    assertThat(problems(desk().save("spent", json("{\"status\":\"archived\"}"), -1, "t")))
        .containsExactly(tuple("in_use", "rich"));
    assertThat(Objects.requireNonNull(desk().one("spent")).usedBy()).containsExactly("rich");
    var archived = segments().save("rich", json("{\"status\":\"archived\"}"), -1, "t");
    assertThat(archived).isInstanceOf(SegmentDesk.Saved.Done.class);
    desk().save("spent", json("{\"status\":\"archived\"}"), -1, "t");
    assertThat(Objects.requireNonNull(desk().one("spent")).trait().heading().status())
        .isEqualTo(Segment.Status.ARCHIVED);
    order("kim", 60);
    assertThat(value("kim", "spent")).isNull();
  }

  private static List<Tuple> problems(ComputedTraitDesk.Saved saved) {
    var problems = new ArrayList<Tuple>();
    if (saved instanceof ComputedTraitDesk.Saved.Wrong(var wrong)) {
      for (Violation each : wrong) {
        problems.add(tuple(each.code(), each.found()));
      }
    }
    return problems;
  }

  @Test
  void membersStayWhileATraitTheyDependOnIsCountedAnew() throws Exception {
    define("spent", SPENT);
    segment("rich", "{\"trait\":\"spent\",\"operator\":\"gte\",\"value\":50}");
    order("kim", 60);
    assertThat(members("rich")).containsExactly("kim");
    desk()
        .save(
            "spent",
            json(
                "{\"definition\":{\"aggregate\":\"sum\",\"event\":\"Order Completed\","
                    + "\"property\":\"revenue\",\"window\":{\"last\":\"40 days\"}}}"),
            -1,
            "t");
    workspace().settleSegments();
    at(Duration.ofDays(3));
    assertThat(value("kim", "spent")).isEqualTo("60");
    assertThat(members("rich")).containsExactly("kim");
    var standings =
        Objects.requireNonNull(segments().standings(new Who.Named("user_id", "kim"), true));
    assertThat(standings.history()).hasSize(1);
  }
}
