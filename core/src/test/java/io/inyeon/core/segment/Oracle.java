package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// Conditions answered the slow way, from nothing but the events: written from the words of the
/// language, without a look at how it is done.
@NullUnmarked // looks a value up twice where the program would keep it
record Oracle(
    List<Happened> events,
    Map<String, Value> traits,
    Set<String> granted,
    Map<String, Condition> segments,
    List<Map<String, Value>> accounts,
    Supplier<List<List<Oracle>>> members,
    ZoneId zone) {
  private static final long DAY = 86_400_000;

  record Happened(long time, String name, Value.Fields properties) {}

  /// True, false, or `null` for unknown.
  @Nullable Boolean ask(Condition condition, long now) {
    return switch (condition) {
      case Condition.All(var all) -> and(all.stream().map(each -> ask(each, now)).toList());
      case Condition.Any(var any) -> or(any.stream().map(each -> ask(each, now)).toList());
      case Condition.None(var none) -> not(or(none.stream().map(each -> ask(each, now)).toList()));
      case Condition.OfTrait(var path, var operator) -> holds(operator, at(path, traits), now);
      case Condition.OfEvents events -> events(events, now);
      case Condition.Sequence sequence -> sequence(sequence, now);
      case Condition.InSegment(var id) -> {
        var other = segments.get(id);
        yield other == null ? Boolean.FALSE : ask(other, now);
      }
      case Condition.OfScore(_, var operator) -> holds(operator, null, now);
      case Condition.Consents(var purpose) -> granted.contains(purpose);
      case Condition.OfAccountTrait(var path, var operator) ->
          or(accounts.stream().map(account -> holds(operator, at(path, account), now)).toList());
      case Condition.OfAccountMembers(var quantifier, var inner) -> {
        var one = false;
        for (var people : members.get()) {
          var matching = 0;
          for (var person : people) {
            matching += Boolean.TRUE.equals(person.ask(inner, now)) ? 1 : 0;
          }
          one |=
              switch (quantifier) {
                case ANY -> matching > 0;
                case ALL -> matching == people.size();
                case NONE -> matching == 0;
              };
        }
        yield one;
      }
    };
  }

  private static @Nullable Boolean and(List<@Nullable Boolean> all) {
    return all.contains(false) ? Boolean.FALSE : all.contains(null) ? null : Boolean.TRUE;
  }

  private static @Nullable Boolean or(List<@Nullable Boolean> any) {
    return any.contains(true) ? Boolean.TRUE : any.contains(null) ? null : Boolean.FALSE;
  }

  private static @Nullable Boolean not(@Nullable Boolean truth) {
    return truth == null ? null : !truth;
  }

  private static @Nullable Value at(FieldPath path, Map<String, Value> fields) {
    Value at = new Value.Fields(fields);
    for (var name : path.names()) {
      at = at instanceof Value.Fields(var inner) ? inner.get(name) : null;
      if (at == null || at == Value.Nothing.NOTHING) {
        return null;
      }
    }
    return at;
  }

  // ---- operators

  private static @Nullable BigDecimal number(@Nullable Value value) {
    return value instanceof Value.Decimal(var number)
        ? number.setScale(9, RoundingMode.HALF_EVEN)
        : null;
  }

  private static @Nullable String text(@Nullable Value value) {
    return value instanceof Value.Text(var text) ? text : null;
  }

  private static @Nullable Boolean equal(@Nullable Value a, Value b) {
    if (a instanceof Value.Decimal && b instanceof Value.Decimal) {
      return number(a).compareTo(number(b)) == 0;
    }
    return (a != null && a.getClass() == b.getClass() && !(a instanceof Value.Items))
        ? a.equals(b)
        : null;
  }

  /// The first millisecond and the first one after; `null` for no time.
  private long @Nullable [] span(@Nullable Value value) {
    var text = text(value);
    if (text == null) {
      return null;
    }
    try {
      return day(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      try {
        var at = OffsetDateTime.parse(text).toInstant().toEpochMilli();
        return new long[] {at, at + 1};
      } catch (DateTimeParseException noTime) {
        return null;
      }
    }
  }

  private long[] day(LocalDate day) {
    return new long[] {start(day), start(day.plusDays(1))};
  }

  private long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private long[] moment(Moment moment) {
    return switch (moment) {
      case Moment.Exact(var at) -> new long[] {at.toEpochMilli(), at.toEpochMilli() + 1};
      case Moment.Day(var date) -> day(date);
    };
  }

  private @Nullable Boolean holds(Operator operator, @Nullable Value value, long now) {
    return switch (operator) {
      case Operator.Exists _ -> value != null;
      case Operator.NotExists _ -> value == null;
      case Operator.Equals(var other) -> equal(value, other);
      case Operator.NotEquals(var other) -> not(equal(value, other));
      case Operator.In(var others) ->
          or(others.stream().map(other -> equal(value, other)).toList());
      case Operator.Contains(var part) -> {
        if (value instanceof Value.Items(var items)) {
          yield items.stream().anyMatch(item -> Boolean.TRUE.equals(equal(item, part)));
        }
        yield (text(value) != null && text(part) != null)
            ? (Boolean) text(value).contains(text(part))
            : null;
      }
      case Operator.StartsWith(var part) ->
          text(value) == null ? null : (Boolean) text(value).startsWith(part);
      case Operator.EndsWith(var part) ->
          text(value) == null ? null : (Boolean) text(value).endsWith(part);
      case Operator.Matches(var pattern) ->
          text(value) == null ? null : (Boolean) Pattern.matches(pattern, text(value));
      case Operator.Compares(var relation, var other) ->
          number(value) == null
              ? null
              : (Boolean)
                  switch (relation) {
                    case GT -> number(value).compareTo(other) > 0;
                    case GTE -> number(value).compareTo(other) >= 0;
                    case LT -> number(value).compareTo(other) < 0;
                    case LTE -> number(value).compareTo(other) <= 0;
                  };
      case Operator.Between(var from, var to) ->
          number(value) == null
              ? null
              : (Boolean) (number(value).compareTo(from) >= 0 && number(value).compareTo(to) <= 0);
      case Operator.Before(var moment) ->
          span(value) == null ? null : (Boolean) (span(value)[0] < moment(moment)[0]);
      case Operator.After(var moment) ->
          span(value) == null ? null : (Boolean) (span(value)[0] >= moment(moment)[1]);
      case Operator.WithinLast(var span) ->
          span(value) == null
              ? null
              : (Boolean) (span(value)[0] > now - span.ms() && span(value)[0] <= now);
      case Operator.WithinNext(var span) ->
          span(value) == null
              ? null
              : (Boolean) (span(value)[0] > now && span(value)[0] <= now + span.ms());
      case Operator.AnniversaryWithin(var span) -> {
        var born = span(value);
        if (born == null) {
          yield null;
        }
        var birthday = LocalDate.ofInstant(Instant.ofEpochMilli(born[0]), zone);
        // From the year before this one: a person may have been born in any century.
        var years = Math.max(0, day(birthday)[0] > now ? 0 : yearOf(now) - birthday.getYear() - 1);
        while (day(birthday.plusYears(years))[1] <= now) {
          years++;
        }
        yield day(birthday.plusYears(years))[0] <= now + span.ms();
      }
    };
  }

  private int yearOf(long now) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(now), zone).getYear();
  }

  // ---- events

  /// The window's first millisecond and the last that counts now; `null` when unknown.
  private long @Nullable [] window(Window window, long now) {
    return switch (window) {
      case Window.Ever _ -> new long[] {Long.MIN_VALUE, now};
      case Window.Last(var span) -> new long[] {now - span.ms() + 1, now};
      case Window.Between(var from, var to) ->
          new long[] {from.toEpochMilli(), Math.min(now, to.toEpochMilli() - 1)};
      case Window.Since(var trait) -> {
        var since = span(at(trait, traits));
        yield since == null ? null : new long[] {Math.max(since[0], now - 400 * DAY + 1), now};
      }
      case Window.Calendar(var period) -> {
        var today = ZonedDateTime.ofInstant(Instant.ofEpochMilli(now), zone).toLocalDate();
        var monday = today;
        while (monday.getDayOfWeek().getValue() != 1) {
          monday = monday.minusDays(1);
        }
        var first = today.minusDays(today.getDayOfMonth() - 1L);
        var quarter = first;
        while (quarter.getMonthValue() % 3 != 1) {
          quarter = quarter.minusMonths(1);
        }
        var year = LocalDate.of(today.getYear(), 1, 1);
        yield switch (period) {
          case TODAY -> days(today, today.plusDays(1), now);
          case YESTERDAY -> days(today.minusDays(1), today, now);
          case THIS_WEEK -> days(monday, monday.plusDays(7), now);
          case LAST_WEEK -> days(monday.minusDays(7), monday, now);
          case THIS_MONTH -> days(first, first.plusMonths(1), now);
          case LAST_MONTH -> days(first.minusMonths(1), first, now);
          case THIS_QUARTER -> days(quarter, quarter.plusMonths(3), now);
          case LAST_QUARTER -> days(quarter.minusMonths(3), quarter, now);
          case THIS_YEAR -> days(year, year.plusYears(1), now);
          case LAST_YEAR -> days(year.minusYears(1), year, now);
        };
      }
    };
  }

  private long[] days(LocalDate from, LocalDate to, long now) {
    return new long[] {start(from), Math.min(now, start(to) - 1)};
  }

  private List<Happened> passing(Filter filter, long from, long to) {
    var passing = new ArrayList<Happened>();
    for (var each : events) {
      if (each.name().equals(filter.event())
          && each.time() >= from
          && each.time() <= to
          && filter.where().stream()
              .allMatch(where ->
                  Boolean.TRUE.equals(
                      holds(
                          where.operator(),
                          at(where.property(), each.properties().values()),
                          0)))) {
        passing.add(each);
      }
    }
    return passing;
  }

  private @Nullable Boolean events(Condition.OfEvents asked, long now) {
    var window = window(asked.window(), now);
    if (window == null) {
      return null;
    }
    var from =
        asked.aggregate() == Aggregate.DISTINCT
            ? Math.max(window[0], now - 400 * DAY + 1)
            : window[0];
    var passing = passing(asked.filter(), from, window[1]);
    var property = asked.property();
    if (property == null) {
      return holds(asked.operator(), decimal(BigDecimal.valueOf(passing.size())), now);
    }
    var numbers = new ArrayList<BigDecimal>();
    record Timed(long time, Value value) {}
    var scalars = new ArrayList<Timed>();
    for (var each : passing) {
      var value = at(property, each.properties().values());
      if (number(value) != null) {
        numbers.add(number(value));
      }
      if (value instanceof Value.Decimal) {
        scalars.add(new Timed(each.time(), decimal(number(value))));
      } else if (value instanceof Value.Text || value instanceof Value.Truth) {
        scalars.add(new Timed(each.time(), value));
      }
    }
    scalars.sort(
        Comparator.comparingLong(Timed::time)
            .thenComparingInt(timed -> kind(timed.value()))
            .thenComparing((a, b) ->
                a.value() instanceof Value.Decimal(var x)
                        && b.value() instanceof Value.Decimal(var y)
                    ? x.compareTo(y)
                    : a.value() instanceof Value.Truth(var x)
                            && b.value() instanceof Value.Truth(var y)
                        ? Boolean.compare(x, y)
                        : String.valueOf(text(a.value()))
                            .compareTo(String.valueOf(text(b.value())))));
    var sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (asked.aggregate()) {
      case COUNT -> throw new IllegalStateException();
      case SUM -> holds(asked.operator(), decimal(sum), now);
      case AVG ->
          numbers.isEmpty()
              ? holds(asked.operator(), null, now)
              : average(asked.operator(), sum, numbers.size());
      case MIN ->
          holds(
              asked.operator(),
              numbers.stream().min(Comparator.naturalOrder()).map(Oracle::decimal).orElse(null),
              now);
      case MAX ->
          holds(
              asked.operator(),
              numbers.stream().max(Comparator.naturalOrder()).map(Oracle::decimal).orElse(null),
              now);
      case DISTINCT -> {
        var different = new HashSet<Value>();
        scalars.forEach(each -> different.add(each.value()));
        yield holds(
            asked.operator(),
            different.isEmpty() ? null : decimal(BigDecimal.valueOf(different.size())),
            now);
      }
      case FIRST ->
          holds(asked.operator(), scalars.isEmpty() ? null : scalars.getFirst().value(), now);
      case LAST ->
          holds(asked.operator(), scalars.isEmpty() ? null : scalars.getLast().value(), now);
    };
  }

  // ---- computed traits

  private record Met(long time, @Nullable Value value) {}

  /// What a formula comes to; `null` for nothing.
  @Nullable Value value(Formula formula, long now) {
    return switch (formula) {
      case Formula.Aggregated aggregated -> aggregated(aggregated, now);
      case Formula.Anniversary(var trait) -> {
        var span = span(at(trait, traits));
        if (span == null) {
          yield null;
        }
        var born = Instant.ofEpochMilli(span[0]).atZone(zone).toLocalDate();
        var today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
        var next = born;
        for (var years = 1; next.isBefore(today); years++) {
          next = born.plusYears(years);
        }
        yield new Value.Text(next.toString());
      }
      case Formula.Stages(var stages, var otherwise) -> {
        for (var stage : stages) {
          var holds =
              switch (stage.rule()) {
                case Formula.Rule.When(var condition) -> Boolean.TRUE.equals(ask(condition, now));
                case Formula.Rule.AfterGap gap -> returned(gap, now);
              };
          if (holds) {
            yield new Value.Text(stage.name());
          }
        }
        yield new Value.Text(otherwise);
      }
      case Formula.Rfm rfm -> rfm(rfm, now);
      case Formula.Visits _, Formula.ActiveHour _, Formula.Touched _ ->
          throw new IllegalArgumentException("not of this world: " + formula);
    };
  }

  private boolean returned(Formula.Rule.AfterGap gap, long now) {
    for (var again : passing(gap.filter(), now - gap.within().ms() + 1, now)) {
      var before = passing(gap.filter(), Long.MIN_VALUE, again.time() - 1);
      var between = passing(gap.filter(), again.time() - gap.gap().ms() + 1, again.time() - 1);
      if (!before.isEmpty() && between.isEmpty() && firstAt(gap.filter(), again.time())) {
        return true;
      }
    }
    return false;
  }

  private boolean firstAt(Filter filter, long time) {
    return !passing(filter, time, time).isEmpty();
  }

  private @Nullable Value rfm(Formula.Rfm rfm, long now) {
    var window = window(rfm.window(), now);
    if (window == null || rfm.cuts() == null) {
      return null;
    }
    var passing = passing(rfm.filter(), window[0], window[1]);
    if (passing.isEmpty()) {
      return null;
    }
    var sum = BigDecimal.ZERO;
    var last = Long.MIN_VALUE;
    for (var each : passing) {
      var number = number(at(rfm.property(), each.properties().values()));
      sum = number == null ? sum : sum.add(number);
      last = Math.max(last, each.time());
    }
    var scores = new int[] {5, 1, 1};
    for (var i = 0; i < 4; i++) {
      var after = rfm.cuts().recency().get(i).multiply(BigDecimal.valueOf(DAY)).longValueExact();
      scores[0] -= now - last > after ? 1 : 0;
      scores[1] +=
          BigDecimal.valueOf(passing.size()).compareTo(rfm.cuts().frequency().get(i)) >= 0 ? 1 : 0;
      scores[2] += sum.compareTo(rfm.cuts().monetary().get(i)) >= 0 ? 1 : 0;
    }
    return new Value.Text("" + scores[0] + scores[1] + scores[2]);
  }

  private @Nullable Value aggregated(Formula.Aggregated asked, long now) {
    var window = window(asked.window(), now);
    if (window == null) {
      return null;
    }
    var membersCounted =
        switch (asked.measure()) {
          case MOST_FREQUENT, UNIQUE, DISTINCT -> true;
          case COUNT, SUM, AVG, MIN, MAX, FIRST, LAST -> false;
        };
    var from = membersCounted ? Math.max(window[0], now - 400 * DAY + 1) : window[0];
    var met = new ArrayList<Met>();
    for (var part : asked.of()) {
      for (var each : passing(part.filter(), from, window[1])) {
        if (part.property() == null) {
          met.add(new Met(each.time(), part.as()));
          continue;
        }
        var found = at(part.property(), each.properties().values());
        var some =
            membersCounted && found instanceof Value.Items(var items)
                ? items
                : found == null ? List.<Value>of() : List.of(found);
        for (var one : some) {
          if (one instanceof Value.Decimal(var number)) {
            met.add(new Met(each.time(), decimal(number)));
          } else if (one instanceof Value.Text || one instanceof Value.Truth) {
            met.add(new Met(each.time(), one));
          }
        }
      }
    }
    var numbers = new ArrayList<BigDecimal>();
    met.forEach(each -> {
      if (number(each.value()) != null) {
        numbers.add(number(each.value()));
      }
    });
    var sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var order =
        Comparator.comparingLong(Met::time)
            .thenComparing((a, b) -> Occurrence.VALUES.compare(a.value(), b.value()));
    return switch (asked.measure()) {
      case COUNT -> new Value.Decimal(BigDecimal.valueOf(met.size()));
      case SUM -> plainly(sum);
      case AVG ->
          numbers.isEmpty()
              ? null
              : plainly(sum.divide(BigDecimal.valueOf(numbers.size()), 9, RoundingMode.HALF_EVEN));
      case MIN -> numbers.stream().min(Comparator.naturalOrder()).map(Oracle::plainly).orElse(null);
      case MAX -> numbers.stream().max(Comparator.naturalOrder()).map(Oracle::plainly).orElse(null);
      case FIRST -> met.stream().min(order).map(each -> plainly(each.value())).orElse(null);
      case LAST -> met.stream().max(order).map(each -> plainly(each.value())).orElse(null);
      case DISTINCT -> {
        var count = met.stream().map(Met::value).distinct().count();
        yield count == 0 ? null : new Value.Decimal(BigDecimal.valueOf(count));
      }
      case MOST_FREQUENT ->
          met.stream()
              .max(
                  Comparator.comparingLong((Met each) ->
                          met.stream().filter(other -> other.value().equals(each.value())).count())
                      .thenComparing(order))
              .map(each -> plainly(each.value()))
              .orElse(null);
      case UNIQUE -> {
        var latest = new ArrayList<>(met);
        latest.sort(
            Comparator.comparingLong((Met each) -> -each.time())
                .thenComparing((a, b) -> Occurrence.VALUES.compare(a.value(), b.value())));
        var values = latest.stream().map(each -> plainly(each.value())).distinct().toList();
        yield values.isEmpty() ? null : new Value.Items(values);
      }
    };
  }

  private static Value plainly(Value value) {
    return value instanceof Value.Decimal(var number) ? plainly(number) : value;
  }

  private static Value plainly(BigDecimal number) {
    return new Value.Decimal(Decimals9.plain(number));
  }

  private static int kind(Value value) {
    return value instanceof Value.Truth ? 0 : value instanceof Value.Decimal ? 1 : 2;
  }

  private static Value decimal(BigDecimal number) {
    return new Value.Decimal(number.setScale(9, RoundingMode.UNNECESSARY));
  }

  private static @Nullable Boolean average(Operator operator, BigDecimal sum, int count) {
    return switch (operator) {
      case Operator.Compares(var relation, var number) -> {
        var order = sum.compareTo(number.multiply(BigDecimal.valueOf(count)));
        yield switch (relation) {
          case GT -> order > 0;
          case GTE -> order >= 0;
          case LT -> order < 0;
          case LTE -> order <= 0;
        };
      }
      case Operator.Between(var from, var to) ->
          sum.compareTo(from.multiply(BigDecimal.valueOf(count))) >= 0
              && sum.compareTo(to.multiply(BigDecimal.valueOf(count))) <= 0;
      case Operator.Equals(Value.Decimal(var number)) ->
          sum.compareTo(number.multiply(BigDecimal.valueOf(count))) == 0;
      default -> throw new IllegalStateException("not asked of averages here: " + operator);
    };
  }

  private @Nullable Boolean sequence(Condition.Sequence asked, long now) {
    var window = window(asked.window(), now);
    return window == null ? null : (Boolean) goesOn(asked, 0, Long.MIN_VALUE, window, now);
  }

  /// Whether the steps from one on can be found after a time.
  private boolean goesOn(Condition.Sequence asked, int step, long last, long[] window, long now) {
    if (step == asked.steps().size()) {
      return true;
    }
    var next = asked.steps().get(step);
    var within = next.within();
    if (next.negative()) {
      if (within != null && last + within.ms() > now) {
        return false;
      }
      var until = within == null ? now : last + within.ms() - 1;
      return passing(next.filter(), last + 1, until).isEmpty();
    }
    for (var each : passing(next.filter(), window[0], window[1])) {
      var close = step == 0 || within == null || each.time() - last < within.ms();
      var later = step == 0 || each.time() > last;
      if (close && later && goesOn(asked, step + 1, each.time(), window, now)) {
        return true;
      }
    }
    return false;
  }
}
