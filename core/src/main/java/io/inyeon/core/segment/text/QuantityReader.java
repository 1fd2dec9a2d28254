package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Span;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads numbers with what they count: 3만5천원, $1,200, 1.5k, 두 번, twice, 7일, an hour, 30대,
/// 2026-01-31.
final class QuantityReader {
  private static final int MOST_DIGITS = 20;
  private static final int DAYS_OF_YEAR = 365;

  private static final List<Map.Entry<String, Quantity>> WHOLE =
      List.of(
          days("하루", 1, Span.Unit.DAYS),
          days("이틀", 2, Span.Unit.DAYS),
          days("사흘", 3, Span.Unit.DAYS),
          days("나흘", 4, Span.Unit.DAYS),
          days("닷새", 5, Span.Unit.DAYS),
          days("엿새", 6, Span.Unit.DAYS),
          days("열흘", 10, Span.Unit.DAYS),
          days("보름", 15, Span.Unit.DAYS),
          days("일주일", 1, Span.Unit.WEEKS),
          days("반년", 6, Span.Unit.MONTHS),
          days("일년", DAYS_OF_YEAR, Span.Unit.DAYS),
          days("일 년", DAYS_OF_YEAR, Span.Unit.DAYS),
          times("once", 1),
          times("twice", 2),
          times("thrice", 3));

  private static final List<Map.Entry<String, Integer>> KOREAN =
      List.of(
          Map.entry("한", 1),
          Map.entry("두", 2),
          Map.entry("세", 3),
          Map.entry("네", 4),
          Map.entry("다섯", 5),
          Map.entry("여섯", 6),
          Map.entry("일곱", 7),
          Map.entry("여덟", 8),
          Map.entry("아홉", 9),
          Map.entry("열", 10));

  private static final List<Map.Entry<String, Integer>> ENGLISH =
      List.of(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  private static final Map<Character, String> SIGNS =
      Map.of('₩', "KRW", '$', "USD", '€', "EUR", '£', "GBP", '¥', "JPY");
  private static final List<String> CODES = List.of("krw", "usd", "eur", "gbp", "jpy");

  /// The longest first where one begins with another.
  private static final List<Map.Entry<String, Object>> KOREAN_UNITS =
      List.of(
          Map.entry("시간", Span.Unit.HOURS),
          Map.entry("분", Span.Unit.MINUTES),
          Map.entry("일", Span.Unit.DAYS),
          Map.entry("주일", Span.Unit.WEEKS),
          Map.entry("주", Span.Unit.WEEKS),
          Map.entry("개월", Span.Unit.MONTHS),
          Map.entry("달러", "USD"),
          Map.entry("달", Span.Unit.MONTHS),
          Map.entry("년", DAYS_OF_YEAR),
          Map.entry("원", "KRW"),
          Map.entry("불", "USD"),
          Map.entry("유로", "EUR"),
          Map.entry("엔", "JPY"),
          Map.entry("번", Quantity.Unit.TIMES),
          Map.entry("차례", Quantity.Unit.TIMES),
          Map.entry("회", Quantity.Unit.TIMES),
          Map.entry("건", Quantity.Unit.TIMES),
          Map.entry("가지", Quantity.Unit.PIECES),
          Map.entry("종류", Quantity.Unit.PIECES),
          Map.entry("종", Quantity.Unit.PIECES),
          Map.entry("개", Quantity.Unit.PIECES),
          Map.entry("세", Quantity.Unit.YEARS_OLD),
          Map.entry("살", Quantity.Unit.YEARS_OLD),
          Map.entry("퍼센트", Quantity.Unit.PERCENT),
          Map.entry("프로", Quantity.Unit.PERCENT),
          Map.entry("%", Quantity.Unit.PERCENT),
          Map.entry("점", Quantity.Unit.POINTS));

  private static final List<Map.Entry<String, Object>> ENGLISH_UNITS =
      List.of(
          Map.entry("minutes", Span.Unit.MINUTES),
          Map.entry("minute", Span.Unit.MINUTES),
          Map.entry("mins", Span.Unit.MINUTES),
          Map.entry("min", Span.Unit.MINUTES),
          Map.entry("hours", Span.Unit.HOURS),
          Map.entry("hour", Span.Unit.HOURS),
          Map.entry("hrs", Span.Unit.HOURS),
          Map.entry("hr", Span.Unit.HOURS),
          Map.entry("h", Span.Unit.HOURS),
          Map.entry("days", Span.Unit.DAYS),
          Map.entry("day", Span.Unit.DAYS),
          Map.entry("d", Span.Unit.DAYS),
          Map.entry("weeks", Span.Unit.WEEKS),
          Map.entry("week", Span.Unit.WEEKS),
          Map.entry("w", Span.Unit.WEEKS),
          Map.entry("months", Span.Unit.MONTHS),
          Map.entry("month", Span.Unit.MONTHS),
          Map.entry("years old", Quantity.Unit.YEARS_OLD),
          Map.entry("year olds", Quantity.Unit.YEARS_OLD),
          Map.entry("year old", Quantity.Unit.YEARS_OLD),
          Map.entry("years of age", Quantity.Unit.YEARS_OLD),
          Map.entry("years", DAYS_OF_YEAR),
          Map.entry("year", DAYS_OF_YEAR),
          Map.entry("dollars", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("bucks", "USD"),
          Map.entry("won", "KRW"),
          Map.entry("euros", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("pounds", "GBP"),
          Map.entry("yen", "JPY"),
          Map.entry("krw", "KRW"),
          Map.entry("usd", "USD"),
          Map.entry("eur", "EUR"),
          Map.entry("gbp", "GBP"),
          Map.entry("jpy", "JPY"),
          Map.entry("times", Quantity.Unit.TIMES),
          Map.entry("time", Quantity.Unit.TIMES),
          Map.entry("x", Quantity.Unit.TIMES),
          Map.entry("percent", Quantity.Unit.PERCENT),
          Map.entry("points", Quantity.Unit.POINTS),
          Map.entry("items", Quantity.Unit.PIECES),
          Map.entry("item", Quantity.Unit.PIECES));

  private final String text;
  private final Language language;
  private int at;

  private QuantityReader(String text, int at, Language language) {
    this.text = text;
    this.at = at;
    this.language = language;
  }

  /// A quantity that begins somewhere, and where it ends.
  record Found(Quantity quantity, int end) {}

  /// The longest quantity that begins here; `null` for none.
  static @Nullable Found at(String text, int from, Language language) {
    var reader = new QuantityReader(text, from, language);
    var quantity = reader.read();
    return quantity == null ? null : new Found(quantity, reader.at);
  }

  /// So many of a unit; `null` when no condition has a span like that.
  static @Nullable Span span(BigDecimal number, Span.Unit unit) {
    if (number.stripTrailingZeros().scale() > 0 || number.precision() > 12) {
      return null;
    }
    var amount = number.longValue();
    return amount < 1 || amount > 1_000_000 || amount > Span.LONGEST_MS / unit.ms()
        ? null
        : new Span(amount, unit);
  }

  private @Nullable Quantity read() {
    if (at >= text.length()) {
      return null;
    }
    for (var whole : WHOLE) {
      if (takes(whole.getKey())) {
        return whole.getValue();
      }
    }
    var c = text.charAt(at);
    if (c == '만' && (digitAt(at + 1) || (spaceAt(at + 1) && digitAt(at + 2)))) {
      var start = at;
      at += spaceAt(at + 1) ? 2 : 1;
      var age = read();
      if (age != null && age.unit() == Quantity.Unit.YEARS_OLD) {
        return age;
      }
      at = start;
      return null;
    }
    var sign = SIGNS.get(c);
    if (sign == null) {
      for (var code : CODES) {
        if (text.startsWith(code, at) && (digitAt(at + 3) || digitAt(at + 4))) {
          at += 3;
          return prefixed(code.toUpperCase(java.util.Locale.ROOT));
        }
      }
    } else {
      at++;
      return prefixed(sign);
    }
    if (Letters.digit(c) || (c == '.' && digitAt(at + 1))) {
      var date = date();
      if (date != null) {
        return date;
      }
      var number = number();
      return number == null ? null : unit(number);
    }
    if (c == '만' || c == '천' || c == '백' || c == '억') {
      var number = korean(null);
      skipSpace();
      return number != null && takes("원") ? Quantity.money(number, "KRW") : null;
    }
    return spelled();
  }

  private @Nullable Quantity prefixed(String currency) {
    skipSpace();
    var number = digitAt(at) ? number() : null;
    return number == null ? null : Quantity.money(number, currency);
  }

  // ---- numbers

  private @Nullable BigDecimal number() {
    var plain = digits();
    if (plain == null) {
      return null;
    }
    if (at < text.length()) {
      var c = text.charAt(at);
      if ((c == 'k' || c == 'm') && !letterAt(at + 1)) {
        at++;
        return plain.movePointRight(c == 'k' ? 3 : 6);
      }
      var koreanUnit = "십백천만억조".indexOf(c) >= 0;
      if (koreanUnit || (c == ' ' && at + 1 < text.length() && text.charAt(at + 1) == '만')) {
        return korean(plain);
      }
    }
    return plain;
  }

  private @Nullable BigDecimal digits() {
    var out = new StringBuilder();
    while (at < text.length() && out.length() <= MOST_DIGITS) {
      var c = text.charAt(at);
      if (Letters.digit(c)) {
        out.append(c);
      } else if (c == '.' && digitAt(at + 1) && out.indexOf(".") < 0) {
        out.append('.');
      } else if (!(c == ',' && out.indexOf(".") < 0 && group(at + 1))) {
        break;
      }
      at++;
    }
    if (out.length() > MOST_DIGITS || out.isEmpty()) {
      return null;
    }
    var number = new BigDecimal(out.charAt(0) == '.' ? "0" + out : out.toString());
    return number.scale() > 9 ? null : number;
  }

  /// Three digits and no more: what follows a comma within a number.
  private boolean group(int from) {
    return digitAt(from) && digitAt(from + 1) && digitAt(from + 2) && !digitAt(from + 3);
  }

  /// 3만5천, 1억 2천만, 백만: ends before what is no part of a number.
  ///
  /// @param first digits that were read before; `null` for none
  private @Nullable BigDecimal korean(@Nullable BigDecimal first) {
    var total = BigDecimal.ZERO;
    var section = BigDecimal.ZERO;
    var digits = first;
    var units = 0;
    while (at < text.length()) {
      if (units > 0 && digits == null && digitAt(at)) {
        digits = digits();
        if (digits == null) {
          return null;
        }
        continue;
      }
      var c = text.charAt(at);
      var small = c == '십' ? 1 : c == '백' ? 2 : c == '천' ? 3 : 0;
      var large = c == '만' ? 4 : c == '억' ? 8 : c == '조' ? 12 : 0;
      if (small > 0) {
        section = section.add((digits == null ? BigDecimal.ONE : digits).movePointRight(small));
        digits = null;
      } else if (large > 0) {
        section = digits == null ? section : section.add(digits);
        total = total.add((section.signum() == 0 ? BigDecimal.ONE : section).movePointRight(large));
        section = BigDecimal.ZERO;
        digits = null;
      } else if (c == ' ' && continues(at + 1)) {
        at++;
        continue;
      } else {
        break;
      }
      if (++units > 8) {
        return null;
      }
      at++;
    }
    section = digits == null ? section : section.add(digits);
    var number = total.add(section).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /// Whether after a space a number goes on: 10 만, 1억 2천만.
  private boolean continues(int from) {
    var to = from;
    while (digitAt(to) && to - from < MOST_DIGITS) {
      to++;
    }
    return to < text.length()
        && "십백천만억조".indexOf(text.charAt(to)) >= 0
        && (to > from || text.startsWith("만", from));
  }

  // ---- units

  private Quantity unit(BigDecimal number) {
    var start = at;
    skipSpace();
    if (start == at && takes("대")) {
      if (decade(number)) {
        return Quantity.of(number, Quantity.Unit.DECADE);
      }
      at = start;
    }
    if (start == at && text.startsWith("s", at) && !letterAt(at + 1) && decade(number)) {
      at++;
      return Quantity.of(number, Quantity.Unit.DECADE);
    }
    for (var unit : KOREAN_UNITS) {
      if (text.startsWith(unit.getKey(), at) && counts(number, unit.getValue())) {
        at += unit.getKey().length();
        return of(number, unit.getValue());
      }
    }
    var hyphen = at < text.length() && text.charAt(at) == '-' ? 1 : 0;
    for (var unit : ENGLISH_UNITS) {
      var word = unit.getKey();
      if ((matches(word, at + hyphen) || matches(word.replace(' ', '-'), at + hyphen))
          && counts(number, unit.getValue())) {
        at += hyphen + word.length();
        return of(number, unit.getValue());
      }
    }
    at = start;
    return Quantity.of(number, Quantity.Unit.BARE);
  }

  private static boolean decade(BigDecimal number) {
    return number.scale() == 0
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(100)) < 0
        && number.remainder(BigDecimal.TEN).signum() == 0;
  }

  /// Whether there can be so many of a unit.
  private static boolean counts(BigDecimal number, Object unit) {
    return switch (unit) {
      case Span.Unit of -> span(number, of) != null;
      case Integer days -> span(number.multiply(BigDecimal.valueOf(days)), Span.Unit.DAYS) != null;
      default -> true;
    };
  }

  private static Quantity of(BigDecimal number, Object unit) {
    return switch (unit) {
      case Span.Unit of -> Quantity.span(new Span(number.longValueExact(), of));
      case Integer days -> Quantity.span(new Span(number.longValueExact() * days, Span.Unit.DAYS));
      case String currency -> Quantity.money(number, currency);
      case Quantity.Unit of -> Quantity.of(number, of);
      default -> throw new IllegalArgumentException("no unit: " + unit);
    };
  }

  /// Numbers in words, where a unit follows: 세 번, three times, an hour, (the past) week.
  private @Nullable Quantity spelled() {
    var start = at;
    if (Letters.hangul(text.charAt(at))) {
      for (var word : KOREAN) {
        at = start;
        if (takes(word.getKey())) {
          skipSpace();
          for (var unit : KOREAN_UNITS) {
            if (text.startsWith(unit.getKey(), at)
                && unit.getValue() != Quantity.Unit.YEARS_OLD
                && !unit.getValue().equals("KRW")) {
              at += unit.getKey().length();
              return of(BigDecimal.valueOf(word.getValue()), unit.getValue());
            }
          }
        }
      }
      at = start;
      return null;
    }
    for (var word : ENGLISH) {
      if (matches(word.getKey(), start)) {
        at = start + word.getKey().length();
        return unit(BigDecimal.valueOf(word.getValue()));
      }
    }
    var article = matches("a", start) ? 2 : matches("an", start) ? 3 : 0;
    var bare = article == 0 && (before("last ", start) || before("past ", start));
    if (article > 0 || bare) {
      at = start + article;
      var quantity = at < text.length() && letterAt(at) ? unit(BigDecimal.ONE) : null;
      if (quantity != null && quantity.span() != null && at - start - article > 1) {
        return quantity;
      }
    }
    at = start;
    return null;
  }

  private boolean before(String word, int from) {
    return language == Language.EN && text.startsWith(word, from - word.length());
  }

  // ---- dates

  private @Nullable Quantity date() {
    var start = at;
    var year = part(4, 4);
    if (year > 0 && at < text.length()) {
      var c = text.charAt(at);
      int month;
      int day;
      if (c == '년') {
        at++;
        skipSpace();
        month = part(1, 2);
        if (month > 0 && takes("월")) {
          skipSpace();
          day = part(1, 2);
          if (day > 0 && takes("일")) {
            return day(year, month, day, start);
          }
        }
      } else if (c == '-' || c == '.' || c == '/') {
        at++;
        month = part(1, 2);
        if (month > 0 && at < text.length() && text.charAt(at) == c) {
          at++;
          day = part(1, 2);
          if (day > 0) {
            return day(year, month, day, start);
          }
        }
      }
    }
    at = start;
    return null;
  }

  private @Nullable Quantity day(int year, int month, int day, int start) {
    try {
      return Quantity.date(LocalDate.of(year, month, day));
    } catch (DateTimeException noDay) {
      at = start;
      return null;
    }
  }

  private int part(int least, int most) {
    var from = at;
    while (digitAt(at) && at - from < most) {
      at++;
    }
    if (at - from < least || digitAt(at)) {
      return 0;
    }
    return Integer.parseInt(text.substring(from, at));
  }

  // ---- characters

  private boolean takes(String word) {
    if (Letters.wordly(word.charAt(0)) ? matches(word, at) : text.startsWith(word, at)) {
      at += word.length();
      return true;
    }
    return false;
  }

  /// A word of a script with spaces: nothing of the same word goes before or after it.
  private boolean matches(String word, int from) {
    return text.startsWith(word, from)
        && (from == 0 || !letterAt(from - 1) || !letterAt(from))
        && !(letterAt(from + word.length()) && letterAt(from + word.length() - 1))
        && !digitAt(from + word.length());
  }

  private void skipSpace() {
    if (spaceAt(at)) {
      at++;
    }
  }

  private boolean digitAt(int index) {
    return index < text.length() && Letters.digit(text.charAt(index));
  }

  private boolean letterAt(int index) {
    return index < text.length()
        && Letters.wordly(text.charAt(index))
        && !Letters.digit(text.charAt(index));
  }

  private boolean spaceAt(int index) {
    return index < text.length() && text.charAt(index) == ' ';
  }

  private static Map.Entry<String, Quantity> days(String word, int amount, Span.Unit unit) {
    return Map.entry(word, Quantity.span(new Span(amount, unit)));
  }

  private static Map.Entry<String, Quantity> times(String word, int times) {
    return Map.entry(word, Quantity.of(BigDecimal.valueOf(times), Quantity.Unit.TIMES));
  }
}
