package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Heading;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Window;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.analytics.Analytics;
import io.inyeon.runtime.http.ComputedTraitDesk;
import io.inyeon.runtime.http.PreviewDesk;
import io.inyeon.runtime.http.PreviewDesk.Previewed;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a preview shows, and how the read-model follows through restarts, damage and rebuilds.
class PreviewTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String BOUGHT = "{\"event\":\"Bought\",\"window\":{\"last\":\"2 days\"}}";

  @TempDir Path folder;
  private volatile Instant now = START;
  private int number;
  private @Nullable Workspace open;

  @BeforeEach
  void begin() throws Exception {
    reopen();
    workspace().enter(new Entry.SourceSaved(0, 1, "t", Histories.source(1, SourceKind.SERVER)));
  }

  @AfterEach
  void end() throws Exception {
    workspace().close();
  }

  private Workspace workspace() {
    return Objects.requireNonNull(open);
  }

  private void reopen() throws Exception {
    open = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), () -> now);
  }

  private SegmentDesk desk() {
    return new SegmentOffice(
        workspace(),
        new People(workspace(), new Happenings(workspace())),
        new VocabularyOffice(workspace()));
  }

  private void take(String... fields) throws Exception {
    var events = new ArrayList<Collected>();
    for (var each : fields) {
      var json = "{%s,\"messageId\":\"m%d\",\"timestamp\":\"%s\"}".formatted(each, number++, now);
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      var envelope =
          new Envelope(1, now.toEpochMilli(), null, "e", null, Value.Fields.EMPTY, bytes.length);
      events.add(new Collected(envelope, bytes, JsonReader.event(bytes)));
    }
    workspace().take(events, true);
  }

  private static String track(String user, String event, String properties) {
    return "\"type\":\"track\",\"event\":\"%s\",\"userId\":\"%s\",\"properties\":%s"
        .formatted(event, user, properties);
  }

  private static String identify(String user, String traits) {
    return "\"type\":\"identify\",\"userId\":\"%s\",\"traits\":%s".formatted(user, traits);
  }

  private static Value json(String text) {
    return (Value) JsonReader.event(text.getBytes(StandardCharsets.UTF_8));
  }

  private Previewed preview(String condition, @Nullable FieldPath breakdown) throws Exception {
    var previews = desk().previews();
    assertThat(previews.await(workspace().state().position(), 60_000)).isTrue();
    return previews.preview(
        new PreviewDesk.Wanted(json(condition), null, 10, breakdown, 2), () -> false);
  }

  private Previewed.Counted counted(String condition) throws Exception {
    return (Previewed.Counted) preview(condition, null);
  }

  @Test
  void aPreviewCountsEachPartAndShowsSomeOfThePeople() throws Exception {
    take(
        track("kim", "Bought", "{}"),
        track("lee", "Bought", "{}"),
        identify("kim", "{\"city\":\"Seoul\",\"name\":\"Kim\",\"email\":\"kim@example.com\"}"),
        identify("park", "{\"city\":\"Seoul\"}"));
    var counted =
        counted(
            "{\"all\":["
                + BOUGHT
                + ",{\"trait\":\"city\",\"operator\":\"equals\",\"value\":\"Seoul\"}]}");
    assertThat(counted.perNode()).isEqualTo(Map.of("", 1L, "/all/0", 2L, "/all/1", 2L));
    assertThat(counted.count()).isEqualTo(1);
    assertThat(counted.of()).isEqualTo(3);
    assertThat(counted.position()).isEqualTo(workspace().state().position());
    assertThat(counted.sample())
        .singleElement()
        .satisfies(kim -> {
          assertThat(kim.name()).isEqualTo("Kim");
          assertThat(kim.identifiers().getFirst().toString()).isEqualTo("user_id:kim");
        });
    now = START.plus(Duration.ofDays(2));
    assertThat(counted(BOUGHT).count()).isZero();
  }

  @Test
  void aBreakdownCountsTheValuesOfATrait() throws Exception {
    take(
        identify("a", "{\"city\":\"Seoul\"}"),
        identify("b", "{\"city\":\"Seoul\"}"),
        identify("c", "{\"city\":[\"Busan\",\"Seoul\",\"Seoul\"]}"),
        identify("d", "{\"city\":17.5}"),
        identify("e", "{\"city\":true}"),
        identify("f", "{\"age\":1}"));
    var counted =
        (Previewed.Counted) preview("{\"none\":[{\"event\":\"Bought\"}]}", FieldPath.of("city"));
    var breakdown = Objects.requireNonNull(counted.breakdown());
    assertThat(breakdown.values().getFirst())
        .isEqualTo(new PreviewDesk.Share(new Value.Text("Seoul"), 3));
    assertThat(breakdown.values()).hasSize(2);
    assertThat(breakdown.other()).isEqualTo(2);
    assertThat(breakdown.none()).isEqualTo(1);
  }

  @Test
  void aBreakdownByAComputedTraitCountsItsValuesAndNotWhatWasSentUnderItsName() throws Exception {
    var heading = new Heading("orders", "orders", "", List.of(), Segment.Status.ACTIVE);
    var bought = new Formula.Part(new Filter("Bought", List.of()), null, null);
    var count = new Formula.Aggregated(Formula.Measure.COUNT, List.of(bought), new Window.Ever());
    var trait = new ComputedTrait(heading, 1, false, Collections.emptySortedMap(), count, null);
    workspace().enter(new Entry.ComputedTraitSaved(0, now.toEpochMilli(), "t", trait, ""));
    workspace().settleSegments();
    take(
        identify("kim", "{\"orders\":99}"),
        identify("lee", "{\"orders\":\"many\"}"),
        track("kim", "Bought", "{}"),
        track("park", "Bought", "{}"));
    var counted =
        (Previewed.Counted) preview("{\"none\":[{\"event\":\"Sold\"}]}", FieldPath.of("orders"));
    var breakdown = Objects.requireNonNull(counted.breakdown());
    assertThat(breakdown.values())
        .containsExactly(
            new PreviewDesk.Share(new Value.Decimal(new BigDecimal("1")), 2),
            new PreviewDesk.Share(new Value.Decimal(new BigDecimal("0")), 1));
    assertThat(breakdown.none()).isZero();
  }

  @Test
  void whatPeopleWriteIsNeverPartOfTheQuestion() throws Exception {
    var wicked = "x' OR TRUE; DROP TABLE person; -- $1 ? \\\\ \\u0000";
    take(identify("kim", "{\"city\":\"" + wicked + "\",\"" + wicked + "\":1}"));
    var equal = "{\"trait\":[\"%s\"],\"operator\":\"%s\",\"value\":%s}";
    assertThat(counted(equal.formatted("city", "equals", "\"" + wicked + "\"")).count())
        .isEqualTo(1);
    assertThat(counted(equal.formatted("city", "equals", "\"y' OR TRUE --\"")).count()).isZero();
    assertThat(counted(equal.formatted(wicked, "gte", "1")).count()).isEqualTo(1);
    assertThat(counted("{\"consent\":\"" + wicked + "\"}").count()).isZero();
  }

  @Test
  void whatCannotBeAskedIsSaidAtOnceWithItsPlace() throws Exception {
    assertThat(preview("{\"event\":\"Bought\",\"operator\":\"around\",\"value\":1}", null))
        .isInstanceOf(Previewed.Wrong.class);
    assertThat(preview("{\"segment\":\"nobody\"}", null)).isInstanceOf(Previewed.Wrong.class);
    assertThat(
            preview(
                "{\"account\":{\"members\":\"most\",\"condition\":{\"event\":\"Bought\"}}}", null))
        .isInstanceOf(Previewed.Wrong.class);
  }

  @Test
  void whoHasMoreEventsThanAreKeptOneByOneIsCountedAsCoarselyAsInASegment() throws Exception {
    var first = START;
    var fields = new ArrayList<String>();
    for (var i = 0; i < Occurrences.EXACT + 100; i++) {
      now = first.plusSeconds(i * 10L);
      fields.add(track("kim", "Seen", "{\"price\":" + i + "}"));
      if (fields.size() == 1) {
        take(fields.toArray(String[]::new));
        fields.clear();
      }
    }
    var end = now;
    for (var minutes = 0; minutes < 60; minutes += 7) {
      now = end.plus(Duration.ofMinutes(minutes));
      for (var least : List.of(4_000, 4_150, 4_190)) {
        var condition =
            "{\"event\":\"Seen\",\"operator\":\"gte\",\"value\":%d,\"window\":{\"last\":\"12 hours\"}}"
                .formatted(least);
        var told = told(condition, "kim");
        assertThat(counted(condition).count()).as(condition + now).isEqualTo(told ? 1 : 0);
      }
    }
  }

  /// A list of a hundred products is a hundred values of one event: of who has more values than are
  /// kept one by one fewer events than that are there.
  @Test
  void listsTakenApartAreAsCoarseAsInASegment() throws Exception {
    compute(
        "products",
        "{\"aggregate\":\"most_frequent\",\"event\":\"Bought\",\"property\":\"products\","
            + "\"window\":{\"last\":\"30 hours\"}}");
    var many = String.join(",", Collections.nCopies(100, "\"a\""));
    for (var i = 0; i < 45; i++) {
      now = START.plusSeconds(i * 40L);
      take(track("kim", "Bought", "{\"products\":[" + many + "]}"));
    }
    for (var i = 0; i < 3; i++) {
      take(track("kim", "Bought", "{\"products\":\"b\"}"));
      take(track("lee", "Bought", "{\"products\":\"b\"}"));
    }
    var last = now;
    for (var hours : List.of(1, 28, 29, 30, 31)) {
      now = last.plus(Duration.ofHours(hours));
      for (var value : List.of("a", "b")) {
        var asked =
            "{\"trait\":\"products\",\"operator\":\"equals\",\"value\":\"%s\"}".formatted(value);
        var expected = (told(asked, "kim") ? 1 : 0) + (told(asked, "lee") ? 1 : 0);
        assertThat(counted(asked).count()).as(asked + now).isEqualTo(expected);
      }
    }
  }

  private void compute(String id, String definition) throws Exception {
    var saved =
        new ComputedTraitOffice(
                workspace(),
                new People(workspace(), new Happenings(workspace())),
                new VocabularyOffice(workspace()))
            .save(
                null,
                (Value.Fields)
                    json(
                        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"definition\":%s}"
                            .formatted(id, definition)),
                -1,
                "t");
    assertThat(saved).isInstanceOf(ComputedTraitDesk.Saved.Done.class);
    workspace().settleSegments();
  }

  @Test
  void quintilesOfEverybodyArePreviewedAsTheyStand() throws Exception {
    for (var i = 1; i <= 10; i++) {
      take(track("u" + i, "Bought", "{\"price\":" + i * 10 + "}"));
    }
    compute("rfm", "{\"rfm\":{\"event\":\"Bought\",\"property\":\"price\"}}");
    for (var score = 1; score <= 5; score++) {
      var asked =
          "{\"trait\":\"rfm.monetary\",\"operator\":\"equals\",\"value\":%d}".formatted(score);
      assertThat(counted(asked).count()).as(asked).isEqualTo(2);
    }
  }

  /// The visits of everybody are worked out only while something asks for them.
  @Test
  void visitsArePreviewedFromWhenATraitAsksForThem() throws Exception {
    workspace().enter(new Entry.SourceSaved(0, 1, "t", Histories.source(2, SourceKind.BROWSER)));
    visit("kim", "lee");
    compute("visits", "{\"sessions\":\"count\"}");
    now = START.plus(Duration.ofHours(1));
    visit("kim");
    var asked = "{\"trait\":\"visits\",\"operator\":\"gte\",\"value\":%d}";
    assertThat(counted(asked.formatted(1)).count()).isEqualTo(2);
    assertThat(counted(asked.formatted(2)).count()).isEqualTo(1);
    workspace().close();
    reopen();
    now = START.plus(Duration.ofHours(2));
    visit("lee", "kim");
    assertThat(counted(asked.formatted(2)).count()).isEqualTo(2);
    assertThat(counted(asked.formatted(3)).count()).isEqualTo(1);
    assertThat(told(asked.formatted(3), "kim")).isTrue();
    assertThat(told(asked.formatted(3), "lee")).isFalse();
  }

  private void visit(String... users) throws Exception {
    for (var user : users) {
      var json =
          "{\"type\":\"page\",\"userId\":\"%s\",\"messageId\":\"m%d\",\"timestamp\":\"%s\"}"
              .formatted(user, number++, now);
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      var envelope =
          new Envelope(2, now.toEpochMilli(), null, "e", null, Value.Fields.EMPTY, bytes.length);
      workspace().take(List.of(new Collected(envelope, bytes, JsonReader.event(bytes))), true);
    }
  }

  private boolean told(String condition, String user) throws Exception {
    var told =
        (SegmentDesk.Asked.Told)
            Objects.requireNonNull(desk().explain(json(condition), new Who.Named("user_id", user)));
    return new Value.Text("match").equals(told.reason().get("result"));
  }

  @Test
  void anExplanationOfAnyConditionNamesTheInstantOfItsChange() throws Exception {
    take(track("kim", "Bought", "{}"));
    var told =
        (SegmentDesk.Asked.Told)
            Objects.requireNonNull(desk().explain(json(BOUGHT), new Who.Named("user_id", "kim")));
    assertThat(told.reason().get("result")).isEqualTo(new Value.Text("match"));
    assertThat(told.reason().get("changesAt"))
        .isEqualTo(new Value.Time(START.plus(Duration.ofDays(2))));
    assertThat(desk().explain(json(BOUGHT), new Who.Named("user_id", "nobody"))).isNull();
  }

  @Test
  void itGoesOnAfterARestartAndIsMadeAnewWhenItIsMissingOrDamaged() throws Exception {
    take(track("kim", "Bought", "{}"), identify("kim", "{\"city\":\"Seoul\"}"));
    assertThat(counted(BOUGHT).count()).isEqualTo(1);
    workspace().close();
    reopen();
    take(track("lee", "Bought", "{}"));
    assertThat(counted(BOUGHT).count()).isEqualTo(2);
    workspace().close();
    var file = folder.resolve("w").resolve("analytics").resolve("people.duckdb");
    Files.delete(file);
    reopen();
    assertThat(counted(BOUGHT).count()).isEqualTo(2);
    workspace().close();
    Files.writeString(file, "nonsense".repeat(10_000));
    reopen();
    take(track("park", "Bought", "{}"));
    assertThat(counted(BOUGHT).count()).isEqualTo(3);
    assertThat(workspace().analytics().phase()).isEqualTo(Analytics.Phase.FOLLOWING);
  }

  @Test
  void itIsMadeAnewForAStateThatWasMadeAnew() throws Exception {
    take(track("kim", "Bought", "{}"), track("lee", "Bought", "{}"));
    assertThat(counted(BOUGHT).count()).isEqualTo(2);
    workspace().tasks().rebuild("t");
    workspace().tasks().await();
    take(track("park", "Bought", "{}"));
    assertThat(counted(BOUGHT).count()).isEqualTo(3);
    assertThat(counted(BOUGHT).of()).isEqualTo(3);
  }

  @Test
  void aPreviewIsGivenUpOnDemand() throws Exception {
    take(track("kim", "Bought", "{}"));
    assertThat(counted(BOUGHT).count()).isEqualTo(1);
    assertThat(desk().previews().cancel("tab-1")).isFalse();
    var slow = new PreviewDesk.Wanted(json(manyParts()), "tab-1", 0, null, 1);
    var previews = desk().previews();
    var asked = new Thread[1];
    assertThatThrownBy(
            () -> {
              asked[0] =
                  Thread.ofVirtual()
                      .start(() -> {
                        while (!previews.cancel("tab-1")) {
                          Thread.onSpinWait();
                        }
                      });
              previews.preview(slow, () -> false);
            })
        .isInstanceOf(PreviewDesk.Cancelled.class);
    asked[0].join();
    assertThatThrownBy(() -> previews.preview(slow, () -> true))
        .isInstanceOf(PreviewDesk.Cancelled.class);
  }

  /// Takes a while even of nobody.
  private static String manyParts() {
    var parts = new ArrayList<String>();
    for (var i = 0; i < 90; i++) {
      parts.add("{\"event\":\"Bought\",\"window\":{\"last\":\"" + (i + 1) + " days\"}}");
    }
    return "{\"all\":[" + String.join(",", parts) + "]}";
  }

  @Test
  void everybodyIsListedWhateverTheyAreKnownBy() throws Exception {
    take(
        track("kim", "Bought", "{}"),
        track("#1", "Bought", "{}"),
        "\"type\":\"track\",\"event\":\"Bought\",\"anonymousId\":\"c1\"",
        "\"type\":\"track\",\"event\":\"Bought\",\"context\":{\"device\":{\"id\":\"d1\",\"type\":\"android\"}},\"anonymousId\":\"c2\"");
    var save = "{\"id\":\"%s\",\"name\":\"b\",\"status\":\"active\",\"condition\":%s}";
    desk().save(null, (Value.Fields) json(save.formatted("buyers", BOUGHT)), -1, "t");
    desk()
        .save(
            null,
            (Value.Fields)
                json(
                    save.formatted(
                        "some",
                        "{\"all\":[{\"segment\":\"buyers\"},{\"none\":[{\"trait\":\"x\","
                            + "\"operator\":\"exists\"}]}]}")),
            -1,
            "t");
    workspace().settleSegments();
    var size = Objects.requireNonNull(desk().one("buyers")).size();
    assertThat(size).isEqualTo(4);
    assertThat(desk().members("buyers", null, 100)).hasSize(4);
    var all = new ArrayList<SegmentDesk.Member>();
    desk().everyMember("buyers", all::add);
    assertThat(all).hasSize(4);
    assertThat(all).allSatisfy(member -> assertThat(member.id()).isNotNull());
    assertThat(all.stream().map(SegmentDesk.Member::id).toList())
        .isEqualTo(
            desk().members("buyers", null, 100).stream().map(SegmentDesk.Member::id).toList());
    var overlap = Objects.requireNonNull(desk().overlap(List.of("buyers", "some")));
    assertThat(overlap.sizes()).containsExactly(4L, 4L);
    assertThat(overlap.only()).isEqualTo(Map.of(3, 4L));
    assertThat(desk().overlap(List.of("buyers", "nobody"))).isNull();
  }
}
