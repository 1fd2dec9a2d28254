package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recency, frequency and monetary value of a person.
///
/// @param cuts between the scores; `null` as long as they are not known
record RfmValue(
    Formula.Rfm asked,
    @Nullable Cuts cuts,
    Occurrences times,
    Occurrences numbers,
    ProfileView view)
    implements Computation {
  private static final BigDecimal DAY = BigDecimal.valueOf(86_400_000L);

  /// What is scored.
  ///
  /// @param last when the latest event was, milliseconds since 1970
  /// @param days since then
  record Figures(long last, BigDecimal days, BigDecimal frequency, BigDecimal monetary) {}

  /// What is scored of the person; `null` without any event.
  @Nullable Figures figures(long now) {
    var frame = Frame.of(asked.window(), view, now);
    if (frame == null) {
      return null;
    }
    var all = times.within(frame.after(), frame.until());
    var last = all.last();
    var sum = Decimals9.inRange(numbers.within(frame.after(), frame.until()).sum());
    if (last == null || sum == null) {
      return null;
    }
    return new Figures(
        last.time(),
        BigDecimal.valueOf(now - last.time()).divide(DAY, Decimals9.PLACES, RoundingMode.HALF_EVEN),
        BigDecimal.valueOf(all.count()),
        sum);
  }

  @Override
  public @Nullable Value at(long now) {
    var figures = figures(now);
    var by = cuts;
    if (figures == null || by == null) {
      return null;
    }
    var recency = recency(by, figures, now);
    var frequency = Cuts.rising(by.frequency(), figures.frequency());
    var monetary = Cuts.rising(by.monetary(), figures.monetary());
    return Cuts.scores(recency, frequency, monetary);
  }

  /// To the millisecond: it changes when a cut's time has passed, and not before.
  private static int recency(Cuts by, Figures figures, long now) {
    var score = Cuts.MOST + 1;
    for (var cut : by.recency()) {
      score -= now > passes(figures, cut) ? 1 : 0;
    }
    return score;
  }

  /// The last instant at which the latest event lies no further back than a cut.
  private static long passes(Figures figures, BigDecimal cut) {
    return figures.last() + Cuts.lasts(cut);
  }

  @Override
  public long next(long now) {
    var frame = Frame.of(asked.window(), view, now);
    if (frame == null) {
      return Long.MAX_VALUE;
    }
    var next = Math.min(frame.next(times), frame.next(numbers));
    var figures = figures(now);
    var by = cuts;
    if (figures != null && by != null) {
      for (var cut : by.recency()) {
        var after = passes(figures, cut) + 1;
        next = after > now ? Math.min(next, after) : next;
      }
    }
    return next;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    var figures = figures(now);
    if (figures != null) {
      facts.put("days", decimal(figures.days()));
      facts.put("frequency", decimal(figures.frequency()));
      facts.put("monetary", decimal(figures.monetary()));
    }
    var by = cuts;
    if (by != null) {
      facts.put("cuts", FormulaWriter.cuts(by));
    }
    return facts;
  }

  private static Value decimal(BigDecimal number) {
    return new Value.Decimal(Decimals9.plain(number));
  }
}
