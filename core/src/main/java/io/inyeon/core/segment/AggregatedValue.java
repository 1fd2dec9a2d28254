package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something of the events in a window, taken together.
///
/// @param of the occurrences of each part
record AggregatedValue(Formula.Aggregated asked, List<Occurrences> of, ProfileView view)
    implements Computation {
  private static final int SHOWN = 10;
  private static final int MOST_LISTED = 100;

  static AggregatedValue of(Formula.Aggregated asked, ProfileView view) {
    return new AggregatedValue(
        asked,
        asked.of().stream()
            .map(part -> view.occurrences(asked.track(part), asked.reach()))
            .toList(),
        view);
  }

  private @Nullable Frame frame(long now) {
    var frame = Frame.of(asked.window(), view, now);
    return frame != null && asked.measure().tallied() ? frame.bounded(now) : frame;
  }

  @Override
  public @Nullable Value at(long now) {
    var frame = frame(now);
    if (frame == null) {
      return null;
    }
    return switch (asked.measure()) {
      case COUNT -> new Value.Decimal(BigDecimal.valueOf(count(frame)));
      case SUM -> number(Decimals9.inRange(together(frame).sum()));
      case MIN -> number(together(frame).least());
      case MAX -> number(together(frame).greatest());
      case AVG -> average(together(frame));
      case FIRST -> edge(together(frame).first());
      case LAST -> edge(together(frame).last());
      case DISTINCT -> {
        var distinct = tally(frame).size();
        yield distinct == 0 ? null : new Value.Decimal(BigDecimal.valueOf(distinct));
      }
      case MOST_FREQUENT ->
          tally(frame).entrySet().stream()
              .max(
                  Comparator.comparingLong(
                          (Map.Entry<Value, Often> each) -> each.getValue().count())
                      .thenComparingLong(each -> each.getValue().last())
                      .thenComparing(Map.Entry::getKey, Occurrence.VALUES))
              .map(each -> plain(each.getKey()))
              .orElse(null);
      case UNIQUE -> {
        var values =
            tally(frame).entrySet().stream()
                .sorted(
                    Comparator.comparingLong(
                            (Map.Entry<Value, Often> each) -> -each.getValue().last())
                        .thenComparing(Map.Entry::getKey, Occurrence.VALUES))
                .limit(MOST_LISTED)
                .map(each -> plain(each.getKey()))
                .toList();
        yield values.isEmpty() ? null : new Value.Items(values);
      }
    };
  }

  private long count(Frame frame) {
    var count = 0L;
    for (var part : of) {
      count += part.count(frame.after(), frame.until());
    }
    return count;
  }

  /// All parts as one; an occurrence of a part with a value of its own has that.
  private Summary together(Frame frame) {
    var all = Summary.NONE;
    for (var i = 0; i < of.size(); i++) {
      var some = of.get(i).within(frame.after(), frame.until());
      var as = asked.of().get(i).as();
      all =
          all.plus(
              as == null
                  ? some
                  : new Summary(
                      some.count(),
                      some.sum(),
                      null,
                      null,
                      with(some.first(), as),
                      with(some.last(), as)));
    }
    return all;
  }

  private static @Nullable Occurrence with(@Nullable Occurrence one, Value as) {
    return one == null ? null : new Occurrence(one.time(), as);
  }

  private static @Nullable Value edge(@Nullable Occurrence one) {
    var value = one == null ? null : one.value();
    return value == null ? null : plain(value);
  }

  private static @Nullable Value average(Summary all) {
    return all.count() == 0 || Decimals9.inRange(all.sum()) == null
        ? null
        : number(
            Decimals9.rounded(
                all.sum()
                    .divide(
                        BigDecimal.valueOf(all.count()),
                        Decimals9.PLACES,
                        RoundingMode.HALF_EVEN)));
  }

  /// How often a value was met, and when last.
  private record Often(long count, long last) {
    Often and(Often other) {
      return new Often(count + other.count, Math.max(last, other.last));
    }
  }

  private Map<Value, Often> tally(Frame frame) {
    var tally = new TreeMap<Value, Often>(Occurrence.VALUES);
    for (var i = 0; i < of.size(); i++) {
      var as = asked.of().get(i).as();
      of.get(i)
          .tell(
              frame.after(),
              frame.until(),
              (value, count, time) -> {
                var met = value == null ? as : value;
                if (met != null) {
                  tally.merge(met, new Often(count, time), Often::and);
                }
              });
    }
    return tally;
  }

  private static @Nullable Value number(@Nullable BigDecimal number) {
    return number == null ? null : new Value.Decimal(Decimals9.plain(number));
  }

  static Value plain(Value value) {
    return value instanceof Value.Decimal(var number)
        ? new Value.Decimal(Decimals9.plain(number))
        : value;
  }

  @Override
  public long next(long now) {
    var frame = frame(now);
    var next = Long.MAX_VALUE;
    if (frame != null) {
      for (var part : of) {
        next = Math.min(next, frame.next(part));
      }
    }
    return next;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    var frame = frame(now);
    if (frame == null) {
      return facts;
    }
    facts.put("count", new Value.Decimal(BigDecimal.valueOf(count(frame))));
    var exact = true;
    record Shown(Occurrence one, int part) {}
    var shown = new ArrayList<Shown>();
    for (var i = 0; i < of.size(); i++) {
      exact &= of.get(i).exactly(frame.after(), frame.until());
      var some = of.get(i).exact(frame.after(), frame.until());
      for (var one : some.subList(Math.max(0, some.size() - SHOWN), some.size())) {
        shown.add(new Shown(one, i));
      }
    }
    shown.sort(Comparator.comparingLong((Shown each) -> each.one().time()).reversed());
    var events = new ArrayList<Value>();
    for (var each : shown.subList(0, Math.min(SHOWN, shown.size()))) {
      var part = asked.of().get(each.part());
      var one = new LinkedHashMap<String, Value>();
      one.put("time", new Value.Time(Instant.ofEpochMilli(each.one().time())));
      one.put("event", new Value.Text(part.filter().event()));
      var value = each.one().value() == null ? part.as() : each.one().value();
      if (value != null) {
        one.put("value", plain(value));
      }
      events.add(new Value.Fields(one));
    }
    facts.put("events", new Value.Items(events));
    facts.put("exact", new Value.Truth(exact));
    return facts;
  }
}
