package io.inyeon.core.segment.sql;

import java.time.LocalDate;

/// Days of the calendar as numbers: 20260131, so that year and anniversary are arithmetic.
final class Days {
  /// What a year counts.
  static final int YEAR = 10_000;

  private Days() {}

  static int number(LocalDate day) {
    return day.getYear() * YEAR + day.getMonthValue() * 100 + day.getDayOfMonth();
  }
}
