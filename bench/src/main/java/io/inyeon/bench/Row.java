package io.inyeon.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of the table.
///
/// @param name stable, for machines
/// @param what for people
/// @param value in the unit
/// @param budget of performance, in the unit; `null` where there is none
/// @param more whether more is better
/// @param how what was measured, and how
record Row(
    String name,
    String what,
    double value,
    String unit,
    @Nullable Double budget,
    boolean more,
    String how) {
  /// A row whose budget is the most it may be.
  static Row most(String name, String what, double value, String unit, double most, String how) {
    return new Row(name, what, value, unit, most, false, how);
  }

  /// A row whose budget is the least it may be.
  static Row least(String name, String what, double value, String unit, double least, String how) {
    return new Row(name, what, value, unit, least, true, how);
  }

  /// A row that only tells.
  static Row plain(String name, String what, double value, String unit, String how) {
    return new Row(name, what, value, unit, null, false, how);
  }

  /// `met`, `missed`, or nothing without a budget.
  String verdict() {
    if (budget == null) {
      return "";
    }
    return (more ? value >= budget : value <= budget) ? "met" : "missed";
  }

  String measured() {
    return number(value) + " " + unit;
  }

  String allowed() {
    return budget == null ? "" : (more ? "≥ " : "≤ ") + number(budget) + " " + unit;
  }

  /// Three digits that count, and no more than two behind the point.
  static String number(double value) {
    var size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
  }
}
