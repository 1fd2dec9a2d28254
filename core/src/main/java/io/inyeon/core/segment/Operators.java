package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What operators say of a value, and when they will say something else of the same one.
public final class Operators {
  private Operators() {}

  /// The answer at an instant.
  ///
  /// @param value `null` for none
  public static Truth ask(Operator operator, @Nullable Value value, Terms terms, long now) {
    if (operator instanceof Operator.Exists) {
      return Truth.of(value != null);
    }
    if (operator instanceof Operator.NotExists) {
      return Truth.of(value == null);
    }
    if (value == null) {
      return Truth.UNKNOWN;
    }
    return switch (operator) {
      case Operator.Equals(var other) -> equal(value, other);
      case Operator.NotEquals(var other) -> equal(value, other).not();
      case Operator.In(var values) -> {
        var in = Truth.NO_MATCH;
        for (var other : values) {
          in = in.or(equal(value, other));
        }
        yield in;
      }
      case Operator.Contains(var part) -> contains(value, part);
      case Operator.StartsWith(var part) ->
          value instanceof Value.Text(var text) ? Truth.of(text.startsWith(part)) : Truth.UNKNOWN;
      case Operator.EndsWith(var part) ->
          value instanceof Value.Text(var text) ? Truth.of(text.endsWith(part)) : Truth.UNKNOWN;
      case Operator.Matches(var pattern) ->
          value instanceof Value.Text(var text)
              ? Truth.of(terms.matching(pattern).test(text))
              : Truth.UNKNOWN;
      case Operator.Compares(var relation, var other) -> {
        var number = number(value);
        yield number == null ? Truth.UNKNOWN : Truth.of(relation.holds(number.compareTo(other)));
      }
      case Operator.Between(var from, var to) -> {
        var number = number(value);
        yield number == null
            ? Truth.UNKNOWN
            : Truth.of(number.compareTo(from) >= 0 && number.compareTo(to) <= 0);
      }
      case Operator.Exists _, Operator.NotExists _ -> throw new IllegalStateException();
      case Operator.Before(var moment) -> {
        var time = time(value, terms);
        yield time == NO_TIME ? Truth.UNKNOWN : Truth.of(time < Moments.start(moment, terms));
      }
      case Operator.After(var moment) -> {
        var time = time(value, terms);
        yield time == NO_TIME ? Truth.UNKNOWN : Truth.of(time >= Moments.end(moment, terms));
      }
      case Operator.WithinLast(var span) -> {
        var time = time(value, terms);
        yield time == NO_TIME ? Truth.UNKNOWN : Truth.of(now - span.ms() < time && time <= now);
      }
      case Operator.WithinNext(var span) -> {
        var time = time(value, terms);
        yield time == NO_TIME ? Truth.UNKNOWN : Truth.of(now < time && time <= now + span.ms());
      }
      case Operator.AnniversaryWithin(var span) -> {
        var born = Moments.day(value, terms);
        if (born == null) {
          yield Truth.UNKNOWN;
        }
        var next = anniversary(born, terms.day(now));
        yield Truth.of(terms.start(next) <= now + span.ms());
      }
    };
  }

  /// What an operator says of a number that is known only by how it stands to others.
  ///
  /// @param order of the number to another: negative, zero or positive
  static Truth askNumber(Operator operator, ToIntFunction<BigDecimal> order) {
    return switch (operator) {
      case Operator.Exists _ -> Truth.MATCH;
      case Operator.NotExists _ -> Truth.NO_MATCH;
      case Operator.Compares(var relation, var other) ->
          Truth.of(relation.holds(order.applyAsInt(other)));
      case Operator.Between(var from, var to) ->
          Truth.of(order.applyAsInt(from) >= 0 && order.applyAsInt(to) <= 0);
      case Operator.Equals(var other) -> equal(order, other);
      case Operator.NotEquals(var other) -> equal(order, other).not();
      case Operator.In(var values) -> {
        var in = Truth.NO_MATCH;
        for (var other : values) {
          in = in.or(equal(order, other));
        }
        yield in;
      }
      case Operator.Contains _,
          Operator.StartsWith _,
          Operator.EndsWith _,
          Operator.Matches _,
          Operator.Before _,
          Operator.After _,
          Operator.WithinLast _,
          Operator.WithinNext _,
          Operator.AnniversaryWithin _ ->
          Truth.UNKNOWN;
    };
  }

  private static Truth equal(ToIntFunction<BigDecimal> order, Value other) {
    return other instanceof Value.Decimal(var number)
        ? Truth.of(order.applyAsInt(number) == 0)
        : Truth.UNKNOWN;
  }

  /// The next instant at which the answer may be another one; [Long#MAX_VALUE] for never.
  static long next(Operator operator, @Nullable Value value, Terms terms, long now) {
    return switch (operator) {
      case Operator.WithinLast(var span) -> {
        var time = value == null ? NO_TIME : time(value, terms);
        yield time == NO_TIME ? Long.MAX_VALUE : after(now, time, time + span.ms());
      }
      case Operator.WithinNext(var span) -> {
        var time = value == null ? NO_TIME : time(value, terms);
        yield time == NO_TIME ? Long.MAX_VALUE : after(now, time - span.ms(), time);
      }
      case Operator.AnniversaryWithin(var span) -> {
        var born = Moments.day(value, terms);
        if (born == null) {
          yield Long.MAX_VALUE;
        }
        var next = anniversary(born, terms.day(now));
        var further = anniversary(born, next.plusDays(1));
        var begin = after(now, terms.start(next) - span.ms(), terms.start(further) - span.ms());
        yield Math.min(begin, after(now, terms.start(next.plusDays(1)), Long.MAX_VALUE));
      }
      case Operator.Equals _,
          Operator.NotEquals _,
          Operator.In _,
          Operator.Contains _,
          Operator.StartsWith _,
          Operator.EndsWith _,
          Operator.Matches _,
          Operator.Compares _,
          Operator.Between _,
          Operator.Exists _,
          Operator.NotExists _,
          Operator.Before _,
          Operator.After _ ->
          Long.MAX_VALUE;
    };
  }

  private static long after(long now, long first, long second) {
    return first > now ? first : second > now ? second : Long.MAX_VALUE;
  }

  /// Whether two values are one; unknown when they are of unlike types.
  private static Truth equal(Value value, Value other) {
    if (value instanceof Value.Text(var a) && other instanceof Value.Text(var b)) {
      return Truth.of(a.equals(b));
    }
    if (value instanceof Value.Truth(var a) && other instanceof Value.Truth(var b)) {
      return Truth.of(a == b);
    }
    if (other instanceof Value.Decimal(var b)) {
      var a = number(value);
      return a == null ? Truth.UNKNOWN : Truth.of(a.compareTo(b) == 0);
    }
    return Truth.UNKNOWN;
  }

  private static Truth contains(Value value, Value part) {
    if (value instanceof Value.Items(var items)) {
      var found = Truth.NO_MATCH;
      for (var item : items) {
        // An element of another type is simply not the one asked for.
        found = found.or(Truth.of(equal(item, part) == Truth.MATCH));
      }
      return found;
    }
    return value instanceof Value.Text(var text) && part instanceof Value.Text(var inner)
        ? Truth.of(text.contains(inner))
        : Truth.UNKNOWN;
  }

  private static @Nullable BigDecimal number(Value value) {
    return value instanceof Value.Decimal(var number) ? Decimals9.rounded(number) : null;
  }

  static final long NO_TIME = Long.MIN_VALUE;

  private static long time(Value value, Terms terms) {
    var moment = Moments.of(value);
    return moment == null ? NO_TIME : Moments.start(moment, terms);
  }

  /// The first anniversary on or after a day; the very first day counts as one.
  static LocalDate anniversary(LocalDate born, LocalDate from) {
    var years = Math.max(0, from.getYear() - born.getYear());
    var next = born.plusYears(years);
    return next.isBefore(from) ? born.plusYears(years + 1) : next;
  }
}
