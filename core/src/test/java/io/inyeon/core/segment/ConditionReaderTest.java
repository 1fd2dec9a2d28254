package io.inyeon.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ConditionReaderTest {
  private static final Patterns PATTERNS = pattern -> Pattern.compile(pattern).asMatchPredicate();

  @Property(tries = 2_000)
  void whatIsWrittenIsReadBack(@ForAll Random random) {
    var condition = new RandomConditions(random).next(4);
    assertThat(ConditionReader.read(ConditionWriter.of(condition), "", PATTERNS))
        .isEqualTo(new ConditionReader.Reading.Good(condition));
  }

  @Test
  void theShortestWayToAskForAnEventIsItsName() {
    assertThat(good(fields("event", text("Bought"))))
        .isEqualTo(
            new Condition.OfEvents(
                new Filter("Bought", List.of()),
                Aggregate.COUNT,
                null,
                new Operator.Compares(Operator.Relation.GTE, BigDecimal.ONE),
                new Window.Ever()));
  }

  @Test
  void allProblemsAreToldAtOnceWithTheirPlaces() {
    var wrong =
        fields(
            "all",
            list(
                fields("trait", text("a..b"), "operator", text("near"), "value", text("x")),
                fields(
                    "event",
                    text("Bought"),
                    "aggregate",
                    text("sum"),
                    "operator",
                    text("starts_with"),
                    "value",
                    text("x"),
                    "window",
                    fields("last", text("2 fortnights"))),
                fields("any", list()),
                fields("trait", text("age"), "event", text("x")),
                text("nonsense"),
                fields(
                    "sequence",
                    list(
                        fields("event", text("A"), "not", new Value.Truth(true)),
                        fields("event", text("B"), "within", text("0 days")))),
                fields(
                    "trait", text("age"), "operator", text("gt"), "value", number("0.1234567891")),
                fields("trait", text("t"), "operator", text("matches"), "value", text("(")),
                fields("trait", text("t"), "operator", text("exists"), "value", text("(")),
                fields("score", text("churn"), "operator", text("ends_with"), "value", text("x"))));
    assertThat(bad(wrong))
        .extracting(Violation::code, Violation::path)
        .containsExactly(
            tuple("not_a_path", "/all/0/trait"),
            tuple("unknown_operator", "/all/0/operator"),
            tuple("not_a_duration", "/all/1/window/last"),
            tuple("missing", "/all/1/property"),
            tuple("operator_needs_number", "/all/1/operator"),
            tuple("empty", "/all/2/any"),
            tuple("two_forms", "/all/3"),
            tuple("not_an_object", "/all/4"),
            tuple("not_only_last", "/all/5/sequence/0/not"),
            tuple("duration_out_of_range", "/all/5/sequence/1/within"),
            tuple("too_many_places", "/all/6/value"),
            tuple("not_a_pattern", "/all/7/value"),
            tuple("unknown_field", "/all/8/value"),
            tuple("operator_needs_number", "/all/9/operator"));
  }

  @Test
  void aFilterOfEventsMayNotDependOnThePresentTime() {
    var where =
        list(
            fields(
                "property", text("due"), "operator", text("within_last"), "within", text("1 day")),
            fields(
                "property", text("due"), "operator", text("before"), "value", text("2026-01-01")));
    assertThat(bad(fields("event", text("Bought"), "where", where)))
        .extracting(Violation::code, Violation::path)
        .containsExactly(
            tuple("depends_on_time", "/where/0/operator"),
            tuple("depends_on_time", "/where/1/operator"));
  }

  @Test
  void whatIsKnownOfNamesDecidesWhatMayBeAsked() {
    var vocabulary =
        new Vocabulary(
            Map.of("age", Vocabulary.Kind.NUMBER),
            Map.of("Bought", Map.of("price", Vocabulary.Kind.NUMBER, "tags", Vocabulary.Kind.LIST)),
            Set.of("vip"),
            Set.of(),
            Set.of());
    var condition =
        good(
            fields(
                "none",
                list(
                    fields("trait", text("age"), "operator", text("equals"), "value", text("x")),
                    fields("trait", text("city"), "operator", text("exists")),
                    fields("segment", text("gone")),
                    fields(
                        "event",
                        text("Bought"),
                        "aggregate",
                        text("sum"),
                        "property",
                        text("tags"),
                        "operator",
                        text("gt"),
                        "value",
                        number("1")),
                    fields("event", text("Sold")))));
    var checked = ConditionCheck.of(condition, "/condition", vocabulary);
    assertThat(checked.problems())
        .extracting(Violation::code, Violation::path)
        .containsExactly(tuple("unknown_segment", "/condition/none/2/segment"));
    assertThat(checked.notices())
        .extracting(Violation::code, Violation::path)
        .containsExactly(
            tuple("type_mismatch", "/condition/none/0/operator"),
            tuple("unknown_trait", "/condition/none/1/trait"),
            tuple("type_mismatch", "/condition/none/3/property"),
            tuple("unknown_event", "/condition/none/4/event"));
  }

  @Test
  void aSegmentThatNeedsItselfIsRefusedByNamingTheWay() {
    var others =
        Map.<String, Condition>of(
            "b", new Condition.InSegment("c"),
            "c", new Condition.Any(List.of(new Condition.InSegment("a"))),
            "d", new Condition.InSegment("b"));
    assertThat(Cycles.through("a", new Condition.InSegment("d"), others, Map.of()))
        .containsExactly("a", "d", "b", "c", "a");
    assertThat(Cycles.through("a", new Condition.InSegment("a"), others, Map.of()))
        .containsExactly("a", "a");
    assertThat(Cycles.through("e", new Condition.InSegment("d"), others, Map.of())).isEmpty();
  }

  @Test
  void aTrackIsNamedByWhatItAsksAndByNothingElse() {
    var one = new Filter("Bought", List.of(new Filter.Where(FieldPath.of("a.b"), once())));
    var same =
        new Filter(
            "Bought",
            List.of(
                new Filter.Where(
                    new FieldPath(List.of("a", "b")),
                    new Operator.Equals(new Value.Decimal(new BigDecimal("1.0"))))));
    var other =
        new Filter("Bought", List.of(new Filter.Where(new FieldPath(List.of("a.b")), once())));
    assertThat(times(one).id(Reach.YEAR))
        .isEqualTo(times(same).id(Reach.YEAR))
        .isNotEqualTo(times(other).id(Reach.YEAR));
    assertThat(times(one).id(Reach.YEAR))
        .isNotEqualTo(times(one).id(Reach.MONTH))
        .isNotEqualTo(new Track(one, FieldPath.of("x"), Track.Role.VALUES).id(Reach.YEAR));
  }

  private static Operator once() {
    return new Operator.Equals(new Value.Decimal(BigDecimal.ONE));
  }

  private static Track times(Filter filter) {
    return new Track(filter, null, Track.Role.TIMES);
  }

  private static Condition good(Value written) {
    var reading = ConditionReader.read(written, "", PATTERNS);
    assertThat(reading).isInstanceOf(ConditionReader.Reading.Good.class);
    return ((ConditionReader.Reading.Good) reading).condition();
  }

  private static List<Violation> bad(Value written) {
    var reading = ConditionReader.read(written, "", PATTERNS);
    assertThat(reading).isInstanceOf(ConditionReader.Reading.Bad.class);
    return ((ConditionReader.Reading.Bad) reading).problems();
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value number(String number) {
    return new Value.Decimal(new BigDecimal(number));
  }

  private static Value list(Value... values) {
    return new Value.Items(List.of(values));
  }

  private static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Value.Fields(fields);
  }
}
