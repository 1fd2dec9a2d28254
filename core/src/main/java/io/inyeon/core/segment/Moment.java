package io.inyeon.core.segment;

import java.time.Instant;
import java.time.LocalDate;

/// A point in time that a condition names.
public sealed interface Moment {
  /// To the millisecond.
  record Exact(Instant at) implements Moment {
    public Exact {
      at = Instant.ofEpochMilli(at.toEpochMilli());
    }

    @Override
    public String toString() {
      return at.toString();
    }
  }

  /// A day of the calendar, in the workspace's time zone: before it is before it begins, after it
  /// is after it has ended.
  record Day(LocalDate date) implements Moment {
    @Override
    public String toString() {
      return date.toString();
    }
  }
}
