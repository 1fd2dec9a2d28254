package io.inyeon.core.segment;

import java.time.Instant;

/// Which times count. What is stamped in the future counts when its time comes, in every window.
public sealed interface Window {
  /// Whenever it was.
  record Ever() implements Window {}

  /// Rolls exactly: after so long ago, and not after now.
  record Last(Span span) implements Window {}

  /// From an instant on, and before another.
  record Between(Instant from, Instant to) implements Window {
    public Between {
      from = Instant.ofEpochMilli(from.toEpochMilli());
      to = Instant.ofEpochMilli(to.toEpochMilli());
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(from + " is not before " + to);
      }
    }
  }

  /// From the time on that a trait says, 400 days back at most; unknown when the trait says none. A
  /// trait that is a date means from its first moment on, in the workspace's time zone.
  record Since(FieldPath trait) implements Window {}

  /// A period of the calendar in the workspace's time zone, from its first moment on and before the
  /// first of the next; weeks begin on the workspace's day.
  record Calendar(Period period) implements Window {}

  /// Periods of the calendar.
  enum Period {
    TODAY,
    YESTERDAY,
    THIS_WEEK,
    LAST_WEEK,
    THIS_MONTH,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR
  }
}
