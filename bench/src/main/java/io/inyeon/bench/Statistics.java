package io.inyeon.bench;

import java.util.List;

/// Sums up several windows.
final class Statistics {
  private Statistics() {}

  /// The middle one; of an even number, the mean of the middle two.
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    var sorted = values.stream().sorted().toList();
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// `11.2 to 14.8`: from the least to the most.
  static String range(List<Double> values) {
    var least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    var most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return Row.number(least) + " to " + Row.number(most);
  }
}
