package io.inyeon.runtime.store;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Hour;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Summary;
import io.inyeon.core.segment.Track;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Occurrences as bytes: times as differences, newest parts last. After the whole may follow what
/// was added since, a few at a time, so that a busy person's thousands are not written again with
/// each.
final class OccurrencesCodec {
  private static final int TIMES = 1;
  private static final int NUMBERS = 2;
  private static final int VALUES = 3;

  /// Digits before the point: those of a number, and of how many there can be.
  private static final int LARGEST_SUM = 29 + 19;

  private OccurrencesCodec() {}

  static void write(Encoder to, Occurrences occurrences) {
    to.octet(
        switch (occurrences.role()) {
          case TIMES -> TIMES;
          case NUMBERS -> NUMBERS;
          case VALUES, EACH, TOUCHES -> VALUES;
        });
    to.varint(occurrences.exact().size());
    var last = 0L;
    for (var one : occurrences.exact()) {
      to.signed(one.time() - last);
      last = one.time();
      value(to, one.value());
    }
    to.varint(occurrences.hours().size());
    last = 0;
    for (var hour : occurrences.hours().entrySet()) {
      var number = hour.getKey() / Hour.MS;
      to.signed(number - last);
      last = number;
      summary(to, hour.getValue().summary());
      to.varint(hour.getValue().values().size());
      hour.getValue().values().forEach(value -> value(to, value));
    }
    summary(to, occurrences.summary());
    to.truth(occurrences.leftOut() != Occurrences.NEVER);
    if (occurrences.leftOut() != Occurrences.NEVER) {
      to.signed(occurrences.leftOut() / Hour.MS);
    }
  }

  static Occurrences read(Decoder from) {
    var role =
        switch (from.octet()) {
          case TIMES -> Track.Role.TIMES;
          case NUMBERS -> Track.Role.NUMBERS;
          case VALUES -> Track.Role.VALUES;
          default -> throw from.wrong("no role of occurrences");
        };
    var exact = new ArrayList<Occurrence>();
    var last = 0L;
    for (var left = from.count(); left > 0; left--) {
      last += from.signed();
      exact.add(new Occurrence(last, value(from)));
    }
    var hours = new TreeMap<Long, Hour>();
    var number = 0L;
    for (var left = from.count(); left > 0; left--) {
      number += from.signed();
      var summary = summary(from);
      var values = new TreeSet<>(Occurrence.VALUES);
      for (var more = from.count(); more > 0; more--) {
        var value = value(from);
        if (value == null) {
          throw from.wrong("no value among an hour's");
        }
        values.add(value);
      }
      hours.put(number * Hour.MS, new Hour(summary, Collections.unmodifiableSortedSet(values)));
    }
    var summary = summary(from);
    var leftOut = from.truth() ? from.signed() * Hour.MS : Occurrences.NEVER;
    var whole = Occurrences.of(role, exact, hours, summary, leftOut);
    if (from.ended()) {
      return whole;
    }
    var added = new ArrayList<Occurrence>();
    while (!from.ended()) {
      added.add(new Occurrence(from.signed(), value(from)));
    }
    return whole.plus(Occurrences.of(role, added));
  }

  /// What is added to some that are written already.
  static Encoder added(Encoder scratch, List<Occurrence> more) {
    var to = scratch.reset();
    for (var one : more) {
      value(to.signed(one.time()), one.value());
    }
    return to;
  }

  private static void summary(Encoder to, Summary summary) {
    to.varint(summary.count());
    if (summary.count() == 0) {
      return;
    }
    to.decimal(Decimals9.plain(summary.sum()));
    number(to, summary.least());
    number(to, summary.greatest());
    one(to, summary.first());
    one(to, summary.last());
  }

  private static Summary summary(Decoder from) {
    var count = from.varint();
    return count == 0
        ? Summary.NONE
        : new Summary(count, sum(from), number(from), number(from), one(from), one(from));
  }

  /// A sum may be larger than any number in it.
  private static BigDecimal sum(Decoder from) {
    var sum = from.decimal();
    if (sum.scale() > Decimals9.PLACES || (long) sum.precision() - sum.scale() > LARGEST_SUM) {
      throw from.wrong("a sum of " + sum.precision() + " digits");
    }
    return sum.setScale(Decimals9.PLACES);
  }

  private static void number(Encoder to, @Nullable BigDecimal number) {
    to.truth(number != null);
    if (number != null) {
      to.decimal(Decimals9.plain(number));
    }
  }

  private static @Nullable BigDecimal number(Decoder from) {
    return from.truth() ? Decimals9.exact(from.decimal()) : null;
  }

  private static void one(Encoder to, @Nullable Occurrence one) {
    to.truth(one != null);
    if (one != null) {
      value(to.signed(one.time()), one.value());
    }
  }

  private static @Nullable Occurrence one(Decoder from) {
    return from.truth() ? new Occurrence(from.signed(), value(from)) : null;
  }

  private static void value(Encoder to, @Nullable Value value) {
    to.truth(value != null);
    switch (value) {
      case null -> {}
      case Value.Decimal(var number) -> to.value(new Value.Decimal(Decimals9.plain(number)));
      case Value other -> to.value(other);
    }
  }

  private static @Nullable Value value(Decoder from) {
    if (!from.truth()) {
      return null;
    }
    return switch (from.value()) {
      case Value.Decimal(var number) -> new Value.Decimal(Decimals9.exact(number));
      case Value.Text text -> text;
      case Value.Truth truth -> truth;
      case Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ ->
          throw from.wrong("no text, number or truth");
    };
  }
}
