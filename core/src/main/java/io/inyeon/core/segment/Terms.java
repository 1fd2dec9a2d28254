package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/// What a workspace means by a day, a week and a pattern.
public final class Terms {
  private final ZoneId zone;
  private final DayOfWeek weekStart;
  private final Patterns patterns;

  /// Never changed, but replaced; racing threads would make the same ready.
  private volatile Map<String, Predicate<String>> compiled = Map.of();

  /// The terms of a workspace.
  ///
  /// @param zone in which days begin and end
  /// @param weekStart the first day of a week
  public Terms(ZoneId zone, DayOfWeek weekStart, Patterns patterns) {
    this.zone = zone;
    this.weekStart = weekStart;
    this.patterns = patterns;
  }

  /// The first day of a week.
  public DayOfWeek weekStart() {
    return weekStart;
  }

  /// A period of the calendar: its first millisecond, and that of the next.
  record Days(long from, long to) {}

  /// The first millisecond of a day. Where a day has no midnight, its first moment there is.
  public long start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  /// The hour of the day that it is, 0 to 23.
  int hour(long instant) {
    return Instant.ofEpochMilli(instant).atZone(zone).getHour();
  }

  /// The day on which an instant falls.
  public LocalDate day(long instant) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(instant), zone);
  }

  /// A period as seen from an instant.
  Days days(Window.Period period, long now) {
    var today = day(now);
    var week = today.with(TemporalAdjusters.previousOrSame(weekStart));
    var month = today.withDayOfMonth(1);
    var quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
    var year = today.withDayOfYear(1);
    return switch (period) {
      case TODAY -> days(today, today.plusDays(1));
      case YESTERDAY -> days(today.minusDays(1), today);
      case THIS_WEEK -> days(week, week.plusWeeks(1));
      case LAST_WEEK -> days(week.minusWeeks(1), week);
      case THIS_MONTH -> days(month, month.plusMonths(1));
      case LAST_MONTH -> days(month.minusMonths(1), month);
      case THIS_QUARTER -> days(quarter, quarter.plusMonths(3));
      case LAST_QUARTER -> days(quarter.minusMonths(3), quarter);
      case THIS_YEAR -> days(year, year.plusYears(1));
      case LAST_YEAR -> days(year.minusYears(1), year);
    };
  }

  /// When such a period is another one.
  long nextPeriod(Window.Period period, long now) {
    return switch (period) {
      case TODAY, YESTERDAY -> days(Window.Period.TODAY, now).to();
      case THIS_WEEK, LAST_WEEK -> days(Window.Period.THIS_WEEK, now).to();
      case THIS_MONTH, LAST_MONTH -> days(Window.Period.THIS_MONTH, now).to();
      case THIS_QUARTER, LAST_QUARTER -> days(Window.Period.THIS_QUARTER, now).to();
      case THIS_YEAR, LAST_YEAR -> days(Window.Period.THIS_YEAR, now).to();
    };
  }

  private Days days(LocalDate from, LocalDate to) {
    return new Days(start(from), start(to));
  }

  /// A pattern, ready for use; made ready once.
  Predicate<String> matching(String pattern) {
    var known = compiled.get(pattern);
    if (known != null) {
      return known;
    }
    var made = patterns.matching(pattern);
    var more = new HashMap<>(compiled);
    more.put(pattern, made);
    compiled = Map.copyOf(more);
    return made;
  }
}
