package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Moment;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Span;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Conditions of every kind, and values that they may meet, by chance; so few different ones that
/// they do meet.
public final class AnyCondition {
  public static final List<String> EVENTS = List.of("Bought", "Seen", "한글 이벤트");
  public static final List<String> PROPERTIES = List.of("price", "color", "at", "items", "list");
  public static final List<String> TRAITS = List.of("born", "signed", "city", "score", "home");
  private static final List<String> TEXTS =
      List.of("a", "ab", "b", "서울", "a'b", "", "2026-03-02", "A\u0000b", "\uD83D\uDE00");
  private static final List<String> ASKED = List.of("a", "ab", "b", "서울", "a'b", "\uD83D\uDE00");

  private final Random random;
  private final long start;
  private final Map<String, Formula> computed = new TreeMap<>();

  public AnyCondition(Random random, Instant start) {
    this.random = random;
    this.start = start.toEpochMilli();
  }

  public <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// From now on conditions ask of a computed trait, too.
  public void computed(String id, Formula formula) {
    computed.put(id, formula);
  }

  /// How a computed trait is worked out; `null` when there is none.
  public @Nullable Formula formula(String id) {
    return computed.get(id);
  }

  /// Something asked of accounts.
  public Condition account() {
    return new Condition.OfAccountTrait(
        path(TRAITS), random.nextInt(4) == 0 ? presence() : operator(false));
  }

  /// Something asked of the members of accounts, who are asked the same of theirs now and then.
  public Condition members(int depth, List<String> segments) {
    var inner =
        depth > 0 && random.nextInt(3) == 0
            ? new Condition.Any(List.of(members(depth - 1, segments), next(0, segments)))
            : next(1, segments);
    return new Condition.OfAccountMembers(pick(List.of(Condition.Quantifier.values())), inner);
  }

  /// Something asked of each computed trait.
  public List<Condition> ofEachComputed() {
    var formulas = new AnyFormula(random, this);
    var all = new ArrayList<Condition>();
    computed.forEach((id, formula) -> all.add(formulas.asking(id, formula)));
    return all;
  }

  /// A condition, nested at most so deep.
  public Condition next(int depth, List<String> segments) {
    var kind = random.nextInt(depth > 0 ? 12 : 9);
    return switch (kind) {
      case 0, 1 -> {
        if (computed.isEmpty() || random.nextInt(4) == 0) {
          yield new Condition.OfTrait(path(TRAITS), operator(false));
        }
        var id = pick(List.copyOf(computed.keySet()));
        yield new AnyFormula(random, this).asking(id, Objects.requireNonNull(computed.get(id)));
      }
      case 2, 3, 4 -> events();
      case 5, 6 -> sequence();
      case 7 ->
          random.nextBoolean()
              ? new Condition.Consents(pick(List.of("email_marketing", "sms_marketing")))
              : account();
      case 8 ->
          random.nextInt(3) == 0 || segments.isEmpty()
              ? new Condition.OfScore("churn", numeric())
              : new Condition.InSegment(pick(segments));
      default -> {
        var of = new ArrayList<Condition>();
        for (var i = 1 + random.nextInt(3); i > 0; i--) {
          of.add(next(depth - 1, segments));
        }
        yield kind == 9
            ? new Condition.All(of)
            : kind == 10 ? new Condition.Any(of) : new Condition.None(of);
      }
    };
  }

  public Condition.OfEvents events() {
    var aggregate = pick(List.of(Aggregate.values()));
    var operator =
        switch (aggregate) {
          case FIRST, LAST -> operator(false);
          case COUNT, SUM, AVG, MIN, MAX, DISTINCT ->
              random.nextInt(8) == 0 ? presence() : numeric();
        };
    return new Condition.OfEvents(
        filter(),
        aggregate,
        aggregate == Aggregate.COUNT ? null : path(PROPERTIES),
        operator,
        window());
  }

  private Condition sequence() {
    var steps = new ArrayList<Condition.Step>();
    var count = 2 + random.nextInt(2);
    for (var i = 0; i < count; i++) {
      steps.add(
          new Condition.Step(
              filter(),
              i == 0 || random.nextInt(3) == 0 ? null : span(),
              i == count - 1 && random.nextInt(3) == 0));
    }
    return new Condition.Sequence(steps, window());
  }

  Filter filter() {
    var where = new ArrayList<Filter.Where>();
    for (var i = random.nextInt(3); i > 1; i--) {
      where.add(new Filter.Where(path(PROPERTIES), operator(true)));
    }
    return new Filter(pick(EVENTS.subList(0, random.nextInt(6) == 0 ? 3 : 2)), where);
  }

  Window window() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Window.Ever();
      case 2, 3 -> new Window.Last(span());
      case 4 -> {
        var from = instant();
        yield new Window.Between(from, from.plusSeconds(1 + random.nextInt(200_000)));
      }
      case 5 -> new Window.Since(path(List.of("born", "signed", "home")));
      default -> new Window.Calendar(pick(List.of(Window.Period.values())));
    };
  }

  Span span() {
    return switch (random.nextInt(4)) {
      case 0 -> new Span(1 + random.nextInt(90), Span.Unit.MINUTES);
      case 1 -> new Span(1 + random.nextInt(30), Span.Unit.HOURS);
      case 2 -> new Span(1 + random.nextInt(3), Span.Unit.DAYS);
      default ->
          new Span(
              1 + random.nextInt(2), random.nextBoolean() ? Span.Unit.WEEKS : Span.Unit.MONTHS);
    };
  }

  public Instant instant() {
    return Instant.ofEpochMilli(start + random.nextInt(7_200) * 60_000L);
  }

  Operator presence() {
    return random.nextBoolean() ? new Operator.Exists() : new Operator.NotExists();
  }

  Operator numeric() {
    return switch (random.nextInt(7)) {
      case 0 -> new Operator.Equals(new Value.Decimal(number()));
      case 1 -> new Operator.NotEquals(new Value.Decimal(number()));
      case 2 -> new Operator.In(List.of(new Value.Decimal(number()), new Value.Decimal(number())));
      case 3 -> {
        var from = number();
        yield new Operator.Between(from, from.add(BigDecimal.valueOf(random.nextInt(4))));
      }
      default -> new Operator.Compares(pick(List.of(Operator.Relation.values())), number());
    };
  }

  Operator operator(boolean timeless) {
    return switch (random.nextInt(timeless ? 12 : 17)) {
      case 0 -> new Operator.Equals(scalar());
      case 1 -> new Operator.NotEquals(scalar());
      case 2 -> new Operator.In(List.of(scalar(), scalar(), scalar()));
      case 3 -> new Operator.Contains(scalar());
      case 4 -> new Operator.StartsWith(pick(ASKED));
      case 5 -> new Operator.EndsWith(pick(ASKED));
      case 6 -> new Operator.Matches(pick(List.of("a.*", "[가-힣]+", "(?i)A.?B?", "2026-.*", ".")));
      case 7, 8 -> numeric();
      case 9 -> presence();
      case 10 -> new Operator.Before(moment(timeless));
      case 11 -> new Operator.After(moment(timeless));
      case 12, 13 -> new Operator.WithinLast(span());
      case 14 -> new Operator.WithinNext(span());
      default -> new Operator.AnniversaryWithin(span());
    };
  }

  private Moment moment(boolean exact) {
    return exact || random.nextBoolean()
        ? new Moment.Exact(instant())
        : new Moment.Day(LocalDate.ofInstant(instant(), ZoneOffset.UTC));
  }

  Value scalar() {
    return switch (random.nextInt(5)) {
      case 0 -> new Value.Truth(random.nextBoolean());
      case 1, 2 -> new Value.Decimal(number());
      default -> new Value.Text(pick(ASKED));
    };
  }

  /// Now and then with nine places, or almost too large.
  private BigDecimal number() {
    return switch (random.nextInt(12)) {
      case 0 -> new BigDecimal("0.000000001").multiply(BigDecimal.valueOf(random.nextInt(3)));
      case 1 -> new BigDecimal("99999999999999999999999999999").negate();
      case 2 -> new BigDecimal("60000000000000000000000000000");
      default -> BigDecimal.valueOf(random.nextInt(60) - 5, random.nextInt(2));
    };
  }

  FieldPath path(List<String> names) {
    return switch (random.nextInt(6)) {
      case 0 -> FieldPath.of(pick(names) + ".x");
      case 1 -> new FieldPath(List.of("home", "city.name"));
      case 2 -> FieldPath.of("items.x");
      default -> FieldPath.of(pick(names));
    };
  }

  /// A value that an event or a trait may have; `null` for none.
  public @Nullable Value value(int depth) {
    return switch (random.nextInt(depth > 0 ? 14 : 10)) {
      case 0 -> null;
      case 1 -> new Value.Truth(random.nextBoolean());
      case 2, 3 -> new Value.Decimal(number());
      case 4 -> new Value.Decimal(new BigDecimal("1e40"));
      case 5 -> new Value.Text(instant().toString());
      case 6 ->
          new Value.Text(
              LocalDate.ofInstant(instant(), ZoneOffset.UTC)
                  .minusYears(random.nextInt(3))
                  .toString());
      case 7 ->
          new Value.Text(pick(List.of("2024-02-29", "2027-03-05", "2026-13-01", "x".repeat(300))));
      case 8, 9 -> new Value.Text(pick(TEXTS));
      case 10, 11 -> {
        var items = new ArrayList<Value>();
        for (var i = random.nextInt(4); i > 0; i--) {
          var item = value(depth - 1);
          items.add(item == null ? Value.Nothing.NOTHING : item);
        }
        yield new Value.Items(items);
      }
      default -> {
        var fields = new LinkedHashMap<String, Value>();
        for (var name : List.of("x", "city.name", "")) {
          var value = value(depth - 1);
          if (value != null && random.nextBoolean()) {
            fields.put(name, value);
          }
        }
        yield new Value.Fields(fields);
      }
    };
  }
}
