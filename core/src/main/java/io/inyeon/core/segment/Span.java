package io.inyeon.core.segment;

import java.util.Locale;

/// A length of time as marketers say it: 2 days. A day is 24 hours and a month 30 days, always; for
/// days of the calendar see [Window.Calendar].
///
/// @param amount 1 to 1,000,000
public record Span(long amount, Unit unit) {
  /// No span is longer: 100 years.
  public static final long LONGEST_MS = 36_500L * 86_400_000;

  static final long MOST = 1_000_000;

  public Span {
    if (amount < 1 || amount > MOST || amount * unit.ms > LONGEST_MS) {
      throw new IllegalArgumentException(amount + " " + unit);
    }
  }

  /// What it counts in.
  public enum Unit {
    MINUTES(60_000L),
    HOURS(3_600_000L),
    DAYS(86_400_000L),
    WEEKS(7 * 86_400_000L),
    MONTHS(30 * 86_400_000L);

    private final long ms;

    Unit(long ms) {
      this.ms = ms;
    }

    /// In milliseconds.
    public long ms() {
      return ms;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// In milliseconds.
  public long ms() {
    return amount * unit.ms;
  }

  /// As it is written: `2 days`, `1 day`.
  @Override
  public String toString() {
    var word = unit.word();
    return amount + " " + (amount == 1 ? word.substring(0, word.length() - 1) : word);
  }
}
