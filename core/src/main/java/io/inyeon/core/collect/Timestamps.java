package io.inyeon.core.collect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// Reads the points in time that sources write, to the millisecond.
///
/// ISO 8601 in all its common forms: `2026-03-01T09:30:00.123456Z`, `+09:00`, `+0900`, `+09`; a
/// blank for the `T`; without seconds; a date alone; without a zone, which means UTC; a zone's name
/// in brackets behind the offset is skipped. Numbers, and texts of nine digits or more, are
/// milliseconds since 1970, or seconds when they are below 100,000,000,000 (which as seconds is the
/// year 5138, as milliseconds March 1973). And the form of RFC 1123, `Sun, 1 Mar 2026 00:30:00
/// GMT`. Years 1 to 9999.
public final class Timestamps {
  /// What is returned for anything that is no point in time.
  public static final long UNREADABLE = Long.MIN_VALUE;

  /// The first millisecond of the year 1.
  static final long MIN = -62_135_596_800_000L;

  /// The last millisecond of the year 9999.
  static final long MAX = 253_402_300_799_999L;

  private static final long SECONDS_BELOW = 100_000_000_000L;
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };

  private final String text;
  private int at;

  private Timestamps(String text) {
    this.text = text;
  }

  /// Milliseconds since 1970, or [#UNREADABLE].
  public static long read(String written) {
    var text = Characters.trimmed(written);
    var millis = new Timestamps(text).iso();
    if (millis == UNREADABLE) {
      millis = epochText(text);
    }
    return millis == UNREADABLE ? rfc1123(text) : millis;
  }

  /// The same of any value.
  public static long read(Value value) {
    return switch (value) {
      case Value.Text(var text) -> read(text);
      case Value.Decimal(var number) -> epoch(number);
      case Value.Time(var time) -> bounded(time);
      case Value.Truth _, Value.Items _, Value.Fields _, Value.Nothing _ -> UNREADABLE;
    };
  }

  private static long bounded(Instant time) {
    var second = time.getEpochSecond();
    return second < MIN / 1000 || second > MAX / 1000 ? UNREADABLE : time.toEpochMilli();
  }

  private static long bounded(long millis) {
    return millis < MIN || millis > MAX ? UNREADABLE : millis;
  }

  private static long epoch(BigDecimal number) {
    // A number of another size is no time; many digits or a large exponent must cost nothing.
    if (number.unscaledValue().bitLength() > 400
        || Math.abs((long) number.scale()) > 100
        || number.precision() - number.scale() > 15) {
      return UNREADABLE;
    }
    var seconds = number.abs().compareTo(BigDecimal.valueOf(SECONDS_BELOW)) < 0;
    var millis = seconds ? number.movePointRight(3) : number;
    return bounded(millis.setScale(0, RoundingMode.FLOOR).longValue());
  }

  private static long epochText(String text) {
    if (text.length() < 9 || text.length() > 15) {
      return UNREADABLE;
    }
    var number = 0L;
    for (var i = 0; i < text.length(); i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return UNREADABLE;
      }
      number = 10 * number + digit;
    }
    return bounded(number < SECONDS_BELOW ? 1000 * number : number);
  }

  private static long rfc1123(String text) {
    // Asked first without an exception: this is where nonsense ends up.
    var format = DateTimeFormatter.RFC_1123_DATE_TIME;
    var position = new ParsePosition(0);
    var length = text.length();
    if (length < 20
        || length > 40
        || format.parseUnresolved(text, position) == null
        || position.getIndex() != length) {
      return UNREADABLE;
    }
    try {
      return bounded(Instant.from(format.parse(text)));
    } catch (DateTimeException noSuchDay) {
      return UNREADABLE;
    }
  }

  private long iso() {
    var year = digits(4);
    var dashed = skip('-');
    var month = digits(2);
    if (year < 1 || month < 1 || month > 12 || dashed != skip('-')) {
      return UNREADABLE;
    }
    var day = digits(2);
    if (day < 1 || day > daysIn(year, month)) {
      return UNREADABLE;
    }
    var midnight = 86_400_000L * daysSince1970(year, month, day);
    if (at == text.length()) {
      return dashed ? midnight : UNREADABLE;
    }
    if (!skip('T') && !skip('t') && !skip(' ')) {
      return UNREADABLE;
    }
    var time = timeOfDay();
    var offset = time < 0 ? UNREADABLE : offset();
    return offset == UNREADABLE ? UNREADABLE : bounded(midnight + time - offset);
  }

  /// Milliseconds since midnight; negative when there is no time of day.
  private long timeOfDay() {
    var hour = digits(2);
    var colons = skip(':');
    var minute = digits(2);
    if (hour < 0 || minute < 0 || minute > 59) {
      return -1;
    }
    var second = 0;
    if (at < text.length() && (colons ? skip(':') : Character.isDigit(text.charAt(at)))) {
      second = digits(2);
    }
    var millis = fraction();
    // 24:00 ends a day; a leap second is the first of the next minute.
    var leap = second == 60 && minute == 59;
    if (second < 0 || (second > 59 && !leap) || millis < 0 || hour > 24) {
      return -1;
    }
    var time = ((hour * 60L + minute) * 60 + second) * 1000 + millis;
    return hour == 24 && time > 86_400_000 ? -1 : time;
  }

  /// Milliseconds of a fraction of any length, cut off; 0 without one; negative when it is empty.
  private int fraction() {
    if (!skip('.') && !skip(',')) {
      return 0;
    }
    var start = at;
    var millis = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      if (at - start < 3) {
        millis = 10 * millis + text.charAt(at) - '0';
      }
      at++;
    }
    return switch (at - start) {
      case 0 -> -1;
      case 1 -> 100 * millis;
      case 2 -> 10 * millis;
      default -> millis;
    };
  }

  /// Milliseconds east of Greenwich, to the end of the text.
  private long offset() {
    if (at == text.length()) {
      return 0;
    }
    var offset = 0L;
    if (!skip('Z') && !skip('z')) {
      skip(' ');
      var east = skip('+');
      if (!east && !skip('-')) {
        return UNREADABLE;
      }
      var hours = digits(2);
      skip(':');
      var minutes = at < text.length() && text.charAt(at) != '[' ? digits(2) : 0;
      if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
        return UNREADABLE;
      }
      offset = (east ? 1 : -1) * (hours * 60L + minutes) * 60_000;
    }
    var named = at < text.length() && text.charAt(at) == '[' && text.endsWith("]");
    return named || at == text.length() ? offset : UNREADABLE;
  }

  private boolean skip(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  /// The number that so many digits write; negative when they are not all digits.
  private int digits(int count) {
    if (text.length() - at < count) {
      return -1;
    }
    var number = 0;
    for (var end = at + count; at < end; at++) {
      var digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> leap(year) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static long daysSince1970(int year, int month, int day) {
    var before = year - 1;
    var days = 365L * before + before / 4 - before / 100 + before / 400;
    var leapDay = month > 2 && leap(year) ? 1 : 0;
    return days + DAYS_BEFORE_MONTH[month - 1] + leapDay + day - 1 - 719_162;
  }
}
