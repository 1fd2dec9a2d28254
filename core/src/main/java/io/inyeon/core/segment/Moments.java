package io.inyeon.core.segment;

import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Times among values: texts of the form `2026-01-31`, a day, or `2026-01-31T09:00:00+09:00`, an
/// instant (without an offset in UTC). Numbers are no times.
public final class Moments {
  private static final int DATE = 10;
  private static final int SHORTEST_INSTANT = 16;

  private Moments() {}

  /// The point in time that a value says; `null` when it says none.
  public static @Nullable Moment of(@Nullable Value value) {
    if (value instanceof Value.Time(var time)) {
      return new Moment.Exact(time);
    }
    if (!(value instanceof Value.Text(var text))
        || text.length() < DATE
        || text.charAt(4) != '-'
        || text.charAt(7) != '-') {
      return null;
    }
    if (text.length() == DATE) {
      try {
        return new Moment.Day(LocalDate.parse(text));
      } catch (DateTimeException noDay) {
        return null;
      }
    }
    var read = text.length() < SHORTEST_INSTANT ? Timestamps.UNREADABLE : Timestamps.read(text);
    return read == Timestamps.UNREADABLE ? null : new Moment.Exact(Instant.ofEpochMilli(read));
  }

  /// The first millisecond of it.
  public static long start(Moment moment, Terms terms) {
    return switch (moment) {
      case Moment.Exact(var at) -> at.toEpochMilli();
      case Moment.Day(var date) -> terms.start(date);
    };
  }

  /// The first millisecond after it.
  public static long end(Moment moment, Terms terms) {
    return switch (moment) {
      case Moment.Exact(var at) -> at.toEpochMilli() + 1;
      case Moment.Day(var date) -> terms.start(date.plusDays(1));
    };
  }

  /// The day that a value says; of an instant the day that it falls on.
  public static @Nullable LocalDate day(@Nullable Value value, Terms terms) {
    return switch (of(value)) {
      case null -> null;
      case Moment.Day(var date) -> date;
      case Moment.Exact(var at) -> terms.day(at.toEpochMilli());
    };
  }
}
