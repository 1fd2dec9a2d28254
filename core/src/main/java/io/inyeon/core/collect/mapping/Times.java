package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Timestamps;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalQueries;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the times that files hold, to the millisecond.
///
/// Tried in this order: the map's own patterns; ISO 8601 with an offset; anything that begins with
/// the year (`2026-03-01 09:30`, `2026.3.1`, `2026년 3월 1일 오후 2시 5분`, `20260301`); seconds or
/// milliseconds since 1970 of nine digits or more; a spreadsheet's serial date of five digits (1927
/// to 2173), which counts days from 30 December 1899 (or 1 January 1904). What begins with a day or
/// a month can mean two days and is read by a pattern only.
final class Times {
  static final String EXCEL = "excel";
  static final String EPOCH_SECONDS = "epoch_s";
  static final String EPOCH_MILLIS = "epoch_ms";

  private static final LocalDate SINCE_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate SINCE_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal DAY_MS = BigDecimal.valueOf(86_400_000);
  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_466);
  private static final BigDecimal FIVE_DIGITS = BigDecimal.valueOf(10_000);
  private static final BigDecimal SIX_DIGITS = BigDecimal.valueOf(100_000);

  private final Formats formats;
  private final Map<String, DateTimeFormatter> patterns = new HashMap<>();

  Times(Formats formats) {
    this.formats = formats;
  }

  /// Whether a text is a pattern, or names a kind of number.
  static boolean usable(String format) {
    if (format.equals(EXCEL) || format.equals(EPOCH_SECONDS) || format.equals(EPOCH_MILLIS)) {
      return true;
    }
    try {
      return pattern(format).toString().length() > 0;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static DateTimeFormatter pattern(String format) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(format)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH)
        // A 31 February must not become the 28th in silence.
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /// The instant that a text writes; `null` when it writes none.
  ///
  /// @param own the column's format, before all others
  @Nullable Instant read(String text, @Nullable String own) {
    if (own != null) {
      return by(own, text);
    }
    for (var format : formats.dates()) {
      var found = by(format, text);
      if (found != null) {
        return found;
      }
    }
    return usual(text);
  }

  /// The instant that a number means.
  @Nullable Instant read(BigDecimal number, @Nullable String own) {
    for (var format : own == null ? formats.dates() : List.of(own)) {
      var found = by(format, number);
      if (found != null) {
        return found;
      }
    }
    return own == null ? readNumber(number) : null;
  }

  private @Nullable Instant by(String format, BigDecimal number) {
    return switch (format) {
      case EXCEL -> serial(number);
      case EPOCH_SECONDS -> bounded(number.movePointRight(3));
      case EPOCH_MILLIS -> bounded(number);
      default -> {
        var plain = plain(number);
        yield plain == null ? null : by(format, plain);
      }
    };
  }

  private static @Nullable String plain(BigDecimal number) {
    return number.signum() < 0 || number.scale() > 100 || number.precision() - number.scale() > 18
        ? null
        : number.setScale(0, RoundingMode.FLOOR).toPlainString();
  }

  private @Nullable Instant by(String format, String text) {
    if (format.equals(EXCEL) || format.equals(EPOCH_SECONDS) || format.equals(EPOCH_MILLIS)) {
      var number = Numbers.plain(text);
      return number == null ? null : by(format, number);
    }
    var formatter = patterns.computeIfAbsent(format, Times::pattern);
    var at = new ParsePosition(0);
    // Asked first without an exception: with several patterns most of them fail.
    if (formatter.parseUnresolved(text, at) == null || at.getIndex() != text.length()) {
      return null;
    }
    try {
      var parsed = formatter.parse(text);
      var zone = parsed.query(TemporalQueries.zone());
      var date = parsed.query(TemporalQueries.localDate());
      var time = parsed.query(TemporalQueries.localTime());
      return date == null
          ? Instant.from(parsed)
          : at(date.atTime(time == null ? LocalTime.MIDNIGHT : time), zone);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private @Nullable Instant usual(String text) {
    if (text.length() >= 10 && zoned(text)) {
      var instant = instant(Timestamps.read(text));
      if (instant != null) {
        return instant;
      }
    }
    var local = new YearFirst(text).read();
    if (local != null) {
      return at(local, null);
    }
    var number = Numbers.plain(text);
    return number == null ? null : readNumber(number);
  }

  private @Nullable Instant readNumber(BigDecimal number) {
    if (number.compareTo(FIVE_DIGITS) >= 0 && number.compareTo(SIX_DIGITS) < 0) {
      return serial(number);
    }
    var plain = plain(number);
    return plain != null && plain.length() >= 9 ? instant(Timestamps.read(plain)) : null;
  }

  /// Whether an offset or a `Z` stands behind the time of day, or it is the form of RFC 1123.
  private static boolean zoned(String text) {
    var first = text.charAt(0);
    if (first < '0' || first > '9') {
      return true;
    }
    for (var i = 11; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 'Z' || c == 'z' || c == '+' || (c == '-' && i >= 13)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Instant serial(BigDecimal days) {
    if (days.signum() <= 0 || days.compareTo(LAST_SERIAL) >= 0 || days.scale() > 50) {
      return null;
    }
    // Spreadsheets keep times as binary fractions of a day: the nearest second is what was meant.
    var millis = days.multiply(DAY_MS).setScale(-3, RoundingMode.HALF_UP).longValue();
    var start = formats.days1904() ? SINCE_1904 : SINCE_1900;
    return at(start.atStartOfDay().plusNanos(millis * 1_000_000), null);
  }

  private Instant at(LocalDateTime local, @Nullable ZoneId zone) {
    return local.atZone(zone == null ? formats.zone() : zone).toInstant();
  }

  private static @Nullable Instant bounded(BigDecimal millis) {
    var plain = plain(millis);
    return plain == null ? null : Instant.ofEpochMilli(Long.parseLong(plain));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == Timestamps.UNREADABLE ? null : Instant.ofEpochMilli(millis);
  }

  /// Reads what begins with a year of four digits, whatever stands between the numbers.
  private static final class YearFirst {
    private final String text;
    private int at;
    private boolean afternoon;
    private boolean forenoon;

    YearFirst(String text) {
      this.text = text;
    }

    @Nullable LocalDateTime read() {
      var compact = digitsAhead();
      if (compact == 8 || compact == 12 || compact == 14) {
        return compact == text.length() ? compact(compact) : null;
      }
      if (compact != 4) {
        return null;
      }
      var year = number(4);
      var month = next(2);
      var day = next(2);
      var hour = next(2);
      var minute = next(2);
      var second = next(2);
      var nanos = fraction();
      between();
      if (month < 0 || day < 0 || at != text.length() || (hour >= 0 && minute < 0 && !half24())) {
        return null;
      }
      return made(year, month, day, hour24(hour), Math.max(0, minute), Math.max(0, second), nanos);
    }

    private boolean half24() {
      return afternoon || forenoon || text.indexOf('시') >= 0;
    }

    private int hour24(int hour) {
      if (hour < 0) {
        return 0;
      }
      if (afternoon) {
        return hour < 12 ? hour + 12 : hour;
      }
      return forenoon && hour == 12 ? 0 : hour;
    }

    private @Nullable LocalDateTime compact(int digits) {
      var year = number(4);
      var month = number(2);
      var day = number(2);
      var hour = digits > 8 ? number(2) : 0;
      var minute = digits > 8 ? number(2) : 0;
      var second = digits > 12 ? number(2) : 0;
      return year < 1900 || year > 2199 ? null : made(year, month, day, hour, minute, second, 0);
    }

    private static @Nullable LocalDateTime made(
        int year, int month, int day, int hour, int minute, int second, int nanos) {
      try {
        var date = LocalDate.of(year, month, day);
        return hour == 24 && minute == 0 && second == 0
            ? date.plusDays(1).atStartOfDay()
            : date.atTime(hour, minute, second, nanos);
      } catch (DateTimeException noSuchDay) {
        return null;
      }
    }

    /// The next number, after what may stand between two; -1 when there is none.
    private int next(int most) {
      var start = at;
      between();
      var ahead = digitsAhead();
      if (ahead == 0 || ahead > most) {
        at = start;
        return -1;
      }
      return number(ahead);
    }

    private void between() {
      while (at < text.length()) {
        if (text.startsWith("오후", at) || text.regionMatches(true, at, "pm", 0, 2)) {
          afternoon = true;
          at += 2;
        } else if (text.startsWith("오전", at) || text.regionMatches(true, at, "am", 0, 2)) {
          forenoon = true;
          at += 2;
        } else if (" ./-:Tt년월일시분초,".indexOf(text.charAt(at)) >= 0) {
          at++;
        } else {
          return;
        }
      }
    }

    /// A fraction of a second was cut off as a point by [#between]; here only its digits count.
    private int fraction() {
      if (at + 1 >= text.length() || (text.charAt(at) != '.' && text.charAt(at) != ',')) {
        return 0;
      }
      var start = at + 1;
      var end = start;
      var millis = 0;
      while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
        millis = end - start < 3 ? 10 * millis + text.charAt(end) - '0' : millis;
        end++;
      }
      if (end == start) {
        return 0;
      }
      at = end;
      for (var i = end - start; i < 3; i++) {
        millis *= 10;
      }
      return millis * 1_000_000;
    }

    private int digitsAhead() {
      var end = at;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      return end - at;
    }

    private int number(int digits) {
      var number = 0;
      for (var i = 0; i < digits; i++) {
        number = 10 * number + text.charAt(at++) - '0';
      }
      return number;
    }
  }
}
