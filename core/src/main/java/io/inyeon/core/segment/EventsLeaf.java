package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is asked of some events taken together.
record EventsLeaf(Condition.OfEvents asked, Occurrences occurrences, ProfileView view)
    implements Leaf {
  /// Events shown as a reason.
  private static final int SHOWN = 10;

  private static final int WORK = 2_048;

  @Override
  public Truth at(long now) {
    var frame = frame(now);
    if (frame == null) {
      return Truth.UNKNOWN;
    }
    var operator = asked.operator();
    if (asked.aggregate() == Aggregate.COUNT) {
      return compared(occurrences.count(frame.after(), frame.until()));
    }
    if (asked.aggregate() == Aggregate.AVG) {
      var all = occurrences.within(frame.after(), frame.until());
      var inRange = Decimals9.inRange(all.sum()) != null;
      return all.count() == 0 || !inRange
          ? Operators.ask(operator, null, view.terms(), now)
          : Operators.askNumber(
              operator,
              number -> all.sum().compareTo(number.multiply(BigDecimal.valueOf(all.count()))));
    }
    return Operators.ask(operator, value(frame), view.terms(), now);
  }

  private @Nullable Frame frame(long now) {
    var frame = Frame.of(asked.window(), view, now);
    return frame != null && asked.aggregate() == Aggregate.DISTINCT ? frame.bounded(now) : frame;
  }

  /// The aggregate; `null` when there is none. Of an average see [#at].
  private @Nullable Value value(Frame frame) {
    if (asked.aggregate() == Aggregate.DISTINCT) {
      var distinct = occurrences.distinct(frame.after(), frame.until());
      return distinct == 0 ? null : new Value.Decimal(BigDecimal.valueOf(distinct));
    }
    var all = occurrences.within(frame.after(), frame.until());
    return switch (asked.aggregate()) {
      case COUNT -> new Value.Decimal(BigDecimal.valueOf(all.count()));
      case SUM -> number(Decimals9.inRange(all.sum()));
      case MIN -> number(all.least());
      case MAX -> number(all.greatest());
      case FIRST -> all.first() == null ? null : all.first().value();
      case LAST -> all.last() == null ? null : all.last().value();
      case AVG ->
          all.count() == 0
              ? null
              : number(
                  Decimals9.rounded(
                      all.sum()
                          .divide(
                              BigDecimal.valueOf(all.count()),
                              Decimals9.PLACES,
                              RoundingMode.HALF_EVEN)));
      case DISTINCT -> throw new IllegalStateException();
    };
  }

  private static @Nullable Value number(@Nullable BigDecimal number) {
    return number == null ? null : new Value.Decimal(number);
  }

  @Override
  public long next(long now) {
    var frame = frame(now);
    if (frame == null) {
      return Long.MAX_VALUE;
    }
    var next = frame.next(occurrences);
    var operator = asked.operator();
    return asked.aggregate().numeric()
        ? next
        : Math.min(next, Operators.next(operator, value(frame), view.terms(), now));
  }

  /// Of a count that only falls from now on, and a comparison, the instant is found by halving what
  /// is left instead of looking at each event's leaving: whoever was here a thousand times is
  /// looked at with every event of theirs.
  @Override
  public long changesAt(long now) {
    var frame = frame(now);
    if (asked.aggregate() == Aggregate.COUNT
        && asked.operator() instanceof Operator.Compares
        && frame != null
        && frame.onlyLoses(occurrences)) {
      var truth = at(now);
      var last = occurrences.leavingWhere(frame.after(), left -> compared(left) != truth);
      return last == Long.MAX_VALUE ? last : last + frame.slideMs();
    }
    return Leaf.super.changesAt(now);
  }

  private Truth compared(long count) {
    return Operators.askNumber(
        asked.operator(), number -> BigDecimal.valueOf(count).compareTo(number));
  }

  @Override
  public int patience() {
    return asked.aggregate() == Aggregate.COUNT
        ? Occurrences.EXACT
        : Math.max(1, WORK / (8 + occurrences.size()));
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    var frame = frame(now);
    if (frame == null) {
      return facts;
    }
    var value = value(frame);
    if (value != null) {
      facts.put("value", value);
    }
    facts.put(
        "count",
        new Value.Decimal(BigDecimal.valueOf(occurrences.count(frame.after(), frame.until()))));
    facts.put("events", shown(occurrences, frame, SHOWN));
    facts.put("exact", new Value.Truth(occurrences.exactly(frame.after(), frame.until())));
    return facts;
  }

  /// The newest events in a window, newest first, with their values.
  static Value shown(Occurrences occurrences, Frame frame, int most) {
    var shown = new ArrayList<Value>();
    for (var one : occurrences.exact(frame.after(), frame.until()).reversed()) {
      if (shown.size() == most) {
        break;
      }
      var each = new LinkedHashMap<String, Value>();
      each.put("time", new Value.Time(Instant.ofEpochMilli(one.time())));
      if (one.value() != null) {
        each.put("value", one.value());
      }
      shown.add(new Value.Fields(each));
    }
    return new Value.Items(shown);
  }
}
