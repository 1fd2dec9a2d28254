package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Conditions of every form about a small world: few names, few values, spans of a few minutes up
/// to days, so that much of what they ask really happens.
final class RandomConditions {
  static final List<String> EVENTS = List.of("Viewed", "Bought", "Returned");
  static final List<String> PROPERTIES = List.of("price", "product", "gift", "tags");
  static final List<String> TRAITS = List.of("city", "age", "vip", "born", "signed");
  static final List<String> TEXTS = List.of("a", "ab", "Seoul", "부산", "");
  static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

  private final Random random;

  RandomConditions(Random random) {
    this.random = random;
  }

  Condition next(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 7)) {
      case 0, 1 -> new Condition.OfTrait(trait(), operator(false));
      case 2, 3, 4 -> events();
      case 5 -> sequence();
      case 6 ->
          switch (random.nextInt(6)) {
            case 0 -> new Condition.Consents(pick(List.of("email", "ads")));
            case 1 -> new Condition.OfScore("churn", numeric());
            case 2 -> new Condition.InSegment(pick(List.of("buyers", "nobody")));
            case 3, 4 -> new Condition.OfAccountTrait(trait(), operator(false));
            default -> new Condition.OfTrait(trait(), operator(false));
          };
      case 7, 8 -> new Condition.All(some(depth));
      case 9 -> new Condition.Any(some(depth));
      default -> new Condition.None(some(depth));
    };
  }

  /// Something asked of the members of accounts, who are asked the same of theirs now and then.
  Condition members(int depth) {
    var inner =
        depth > 0 && random.nextInt(3) == 0
            ? new Condition.Any(List.of(members(depth - 1), next(0)))
            : next(1);
    return new Condition.OfAccountMembers(pick(List.of(Condition.Quantifier.values())), inner);
  }

  private List<Condition> some(int depth) {
    var some = new ArrayList<Condition>();
    for (var i = 0; i <= random.nextInt(3); i++) {
      some.add(next(depth - 1));
    }
    return some;
  }

  Condition.OfEvents events() {
    var aggregate = pick(List.of(Aggregate.values()));
    var property =
        switch (aggregate) {
          case COUNT -> null;
          case SUM, AVG, MIN, MAX -> FieldPath.of("price");
          case DISTINCT, FIRST, LAST -> FieldPath.of(pick(PROPERTIES));
        };
    return new Condition.OfEvents(
        filter(), aggregate, property, aggregate.numeric() ? numeric() : operator(false), window());
  }

  private Condition.Sequence sequence() {
    var steps = new ArrayList<Condition.Step>();
    var count = 2 + random.nextInt(2);
    for (var i = 0; i < count; i++) {
      steps.add(
          new Condition.Step(
              filter(),
              i > 0 && random.nextBoolean() ? span() : null,
              i == count - 1 && random.nextInt(3) == 0));
    }
    return new Condition.Sequence(steps, window());
  }

  Formula formula() {
    return switch (random.nextInt(8)) {
      case 0 -> new Formula.Anniversary(FieldPath.of(pick(List.of("born", "signed"))));
      case 1 ->
          new Formula.Stages(
              List.of(
                  new Formula.Stage("back", new Formula.Rule.AfterGap(filter(), span(), span())),
                  new Formula.Stage("one", new Formula.Rule.When(events())),
                  new Formula.Stage("two", new Formula.Rule.When(sequence()))),
              "none");
      case 2 ->
          new Formula.Rfm(
              filter(),
              FieldPath.of("price"),
              withoutTrait(),
              new Cuts(cuts(), cuts(), cuts(), 0, 0));
      default -> {
        var measure = pick(List.of(Formula.Measure.values()));
        var parts = new ArrayList<Formula.Part>();
        for (var i = 0; i <= random.nextInt(2); i++) {
          parts.add(
              switch (measure) {
                case COUNT -> new Formula.Part(filter(), null, null);
                case SUM, AVG, MIN, MAX -> new Formula.Part(filter(), FieldPath.of("price"), null);
                case FIRST, LAST, MOST_FREQUENT, UNIQUE, DISTINCT ->
                    random.nextInt(4) == 0
                        ? new Formula.Part(filter(), null, scalar())
                        : new Formula.Part(filter(), FieldPath.of(pick(PROPERTIES)), null);
              });
        }
        yield new Formula.Aggregated(measure, parts, withoutTrait());
      }
    };
  }

  private List<BigDecimal> cuts() {
    var cuts = new ArrayList<BigDecimal>();
    for (var i = 1; i <= Cuts.MOST; i++) {
      cuts.add(BigDecimal.valueOf(i + random.nextInt(2)));
    }
    cuts.sort(null);
    return cuts;
  }

  private Window withoutTrait() {
    var window = window();
    return window instanceof Window.Since ? new Window.Ever() : window;
  }

  Filter filter() {
    var where = new ArrayList<Filter.Where>();
    if (random.nextInt(3) == 0) {
      where.add(new Filter.Where(FieldPath.of(pick(PROPERTIES)), operator(true)));
    }
    return new Filter(pick(EVENTS), where);
  }

  Window window() {
    return switch (random.nextInt(8)) {
      case 0 -> new Window.Ever();
      case 1, 2, 3 -> new Window.Last(span());
      case 4 -> {
        var from = instant();
        yield new Window.Between(from, from.plusMillis(1 + random.nextInt(7_200_000)));
      }
      case 5 -> new Window.Since(FieldPath.of(pick(List.of("born", "signed", "city"))));
      default -> new Window.Calendar(pick(List.of(Window.Period.values())));
    };
  }

  private Span span() {
    return switch (random.nextInt(4)) {
      case 0 -> new Span(1 + random.nextInt(90), Span.Unit.MINUTES);
      case 1 -> new Span(1 + random.nextInt(5), Span.Unit.HOURS);
      case 2 -> new Span(1 + random.nextInt(3), Span.Unit.DAYS);
      default ->
          new Span(
              1 + random.nextInt(2), random.nextBoolean() ? Span.Unit.WEEKS : Span.Unit.MONTHS);
    };
  }

  /// Near the time of the small world.
  Instant instant() {
    return Instant.ofEpochMilli(START + random.nextInt(7_200) * 60_000L);
  }

  Operator numeric() {
    return switch (random.nextInt(5)) {
      case 0 -> new Operator.Equals(new Value.Decimal(number()));
      case 1 -> {
        var from = number();
        yield new Operator.Between(from, from.add(BigDecimal.valueOf(random.nextInt(4))));
      }
      default -> new Operator.Compares(pick(List.of(Operator.Relation.values())), number());
    };
  }

  Operator operator(boolean timeless) {
    return switch (random.nextInt(timeless ? 12 : 16)) {
      case 0 -> new Operator.Equals(scalar());
      case 1 -> new Operator.NotEquals(scalar());
      case 2 -> new Operator.In(List.of(scalar(), scalar()));
      case 3 -> new Operator.Contains(scalar());
      case 4 -> new Operator.StartsWith(pick(TEXTS.subList(0, 4)));
      case 5 -> new Operator.EndsWith(pick(TEXTS.subList(0, 4)));
      case 6 -> new Operator.Matches("a.*");
      case 7, 8 -> numeric();
      case 9 -> random.nextBoolean() ? new Operator.Exists() : new Operator.NotExists();
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
        : new Moment.Day(LocalDate.of(2026, 3, 1).plusDays(random.nextInt(6)));
  }

  Value scalar() {
    return switch (random.nextInt(4)) {
      case 0 -> new Value.Truth(random.nextBoolean());
      case 1 -> new Value.Decimal(number());
      default -> new Value.Text(pick(TEXTS));
    };
  }

  BigDecimal number() {
    return random.nextInt(6) == 0
        ? new BigDecimal("0.000000001").multiply(BigDecimal.valueOf(random.nextInt(3)))
        : BigDecimal.valueOf(random.nextInt(9), random.nextInt(2));
  }

  private FieldPath trait() {
    return random.nextInt(9) == 0 ? new FieldPath(List.of("a.b", "c")) : FieldPath.of(pick(TRAITS));
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /// A value that an event or a trait may have; `null` for none.
  @Nullable Value value() {
    return switch (random.nextInt(9)) {
      case 0 -> null;
      case 1 -> new Value.Truth(random.nextBoolean());
      case 2, 3, 4 -> new Value.Decimal(number());
      case 5 -> new Value.Items(List.of(scalar(), scalar()));
      case 6 -> new Value.Text(instant().toString());
      case 7 -> new Value.Text("2026-03-0" + (1 + random.nextInt(6)));
      default -> new Value.Text(pick(TEXTS));
    };
  }
}
