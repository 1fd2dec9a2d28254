package io.inyeon.core.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Divides people into fifths by recency, frequency and monetary value. At most 200,000 are kept:
/// of more, those whose hash is smallest, which are as good as drawn by lot and the same in any
/// order.
public final class Quintiles {
  private static final int FIFTHS = 5;
  private static final int MOST = 200_000;

  private final Formula.Rfm formula;
  private long people;

  /// A hash below which people are kept; halved whenever they are too many.
  private long limit = Long.MAX_VALUE;

  private List<Kept> kept = new ArrayList<>();

  private record Kept(long hash, RfmValue.Figures figures) {}

  /// Of nobody yet.
  public Quintiles(Formula.Rfm formula) {
    this.formula = formula;
  }

  /// One person more; nothing for one without any event.
  ///
  /// @param hash of who it is, well mixed
  /// @param now milliseconds since 1970; the same for all
  public void add(ProfileView view, long hash, long now) {
    var figures = ((RfmValue) Computation.of(formula, null, view)).figures(now);
    if (figures == null) {
      return;
    }
    people++;
    var place = hash & Long.MAX_VALUE;
    if (place > limit) {
      return;
    }
    kept.add(new Kept(place, figures));
    while (kept.size() > MOST) {
      limit >>>= 1;
      var fewer = new ArrayList<Kept>(MOST);
      kept.stream().filter(each -> each.hash() <= limit).forEach(fewer::add);
      kept = fewer;
    }
  }

  /// How many had any event.
  public long people() {
    return people;
  }

  /// The cuts between the fifths; of nobody they are all zero.
  ///
  /// @param at when this is so, milliseconds since 1970
  public Cuts cuts(long at) {
    var recency = new ArrayList<BigDecimal>();
    var frequency = new ArrayList<BigDecimal>();
    var monetary = new ArrayList<BigDecimal>();
    for (var each : kept) {
      recency.add(each.figures().days());
      frequency.add(each.figures().frequency());
      monetary.add(each.figures().monetary());
    }
    return new Cuts(lower(recency), upper(frequency), upper(monetary), people, at);
  }

  /// The largest number of each fifth but the last.
  private static List<BigDecimal> lower(List<BigDecimal> numbers) {
    Collections.sort(numbers);
    var cuts = new ArrayList<BigDecimal>();
    for (var fifth = 1; fifth < FIFTHS; fifth++) {
      var place = (int) (((long) fifth * numbers.size() + FIFTHS - 1) / FIFTHS) - 1;
      cuts.add(numbers.isEmpty() ? BigDecimal.ZERO : numbers.get(Math.max(0, place)));
    }
    return cuts;
  }

  /// The smallest number of each fifth but the first.
  private static List<BigDecimal> upper(List<BigDecimal> numbers) {
    Collections.sort(numbers);
    var cuts = new ArrayList<BigDecimal>();
    for (var fifth = 1; fifth < FIFTHS; fifth++) {
      var place = (int) ((long) fifth * numbers.size() / FIFTHS);
      cuts.add(
          numbers.isEmpty() ? BigDecimal.ZERO : numbers.get(Math.min(numbers.size() - 1, place)));
    }
    return cuts;
  }
}
