package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some occurrences taken together. The sum of two depends neither on order nor on grouping.
///
/// @param sum of the numbers among the values, not bounded
/// @param least the smallest number; `null` without any
/// @param greatest the largest
/// @param first the earliest; of several at that time the smallest
/// @param last the latest; of several at that time the largest
public record Summary(
    long count,
    BigDecimal sum,
    @Nullable BigDecimal least,
    @Nullable BigDecimal greatest,
    @Nullable Occurrence first,
    @Nullable Occurrence last) {
  /// Of nothing.
  public static final Summary NONE =
      new Summary(0, BigDecimal.ZERO.setScale(Decimals9.PLACES), null, null, null, null);

  /// Of one.
  static Summary of(Occurrence one) {
    return one.value() instanceof Value.Decimal(var number)
        ? new Summary(1, number, number, number, one, one)
        : new Summary(1, NONE.sum, null, null, one, one);
  }

  /// Of some, ascending; one at least.
  static Summary of(List<Occurrence> some) {
    var sum = NONE.sum;
    BigDecimal least = null;
    BigDecimal greatest = null;
    for (var one : some) {
      if (one.value() instanceof Value.Decimal(var number)) {
        sum = sum.add(number);
        least = least == null || number.compareTo(least) < 0 ? number : least;
        greatest = greatest == null || number.compareTo(greatest) > 0 ? number : greatest;
      }
    }
    return new Summary(some.size(), sum, least, greatest, some.getFirst(), some.getLast());
  }

  /// Both as one.
  public Summary plus(Summary other) {
    if (other.count == 0) {
      return this;
    }
    if (count == 0) {
      return other;
    }
    return new Summary(
        count + other.count,
        sum.add(other.sum),
        least == null ? other.least : other.least == null ? least : least.min(other.least),
        greatest == null
            ? other.greatest
            : other.greatest == null ? greatest : greatest.max(other.greatest),
        first == null || (other.first != null && other.first.compareTo(first) < 0)
            ? other.first
            : first,
        last == null || (other.last != null && other.last.compareTo(last) > 0) ? other.last : last);
  }
}
