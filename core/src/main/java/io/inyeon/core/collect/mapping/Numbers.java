package io.inyeon.core.collect.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads numbers as people and spreadsheets write them.
final class Numbers {
  private static final int LONGEST = 100;
  private static final String CURRENCY = "$€£¥₩￦₽₹원円元";

  private Numbers() {}

  /// A number in the form of programs, e.g. `-12.5` or `1e3`; `null` for anything else.
  static @Nullable BigDecimal plain(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !numeric(text)) {
      return null;
    }
    try {
      var number = new BigDecimal(text);
      return Math.abs((long) number.scale()) > 1_000 ? null : number;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static boolean numeric(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return false;
      }
    }
    return true;
  }

  /// A number with a currency's sign, thousands apart, in brackets or with its minus behind when it
  /// is negative: `₩1,234,000`, `(12.50)`, `12,5-`. A percentage is a hundredth.
  static @Nullable BigDecimal written(String text, Formats formats) {
    var rest = text.strip();
    if (rest.length() > LONGEST) {
      return null;
    }
    var negative = rest.length() > 2 && rest.startsWith("(") && rest.endsWith(")");
    if (negative) {
      rest = rest.substring(1, rest.length() - 1);
    }
    if (rest.length() > 1 && rest.endsWith("-")) {
      negative = !negative;
      rest = rest.substring(0, rest.length() - 1);
    }
    var percent = rest.endsWith("%");
    var digits = new StringBuilder(rest.length());
    var sinceGroup = -1;
    for (var i = 0; i < rest.length() - (percent ? 1 : 0); i++) {
      var c = rest.charAt(i);
      if (c == formats.decimal()) {
        if (sinceGroup >= 0 && sinceGroup != 3) {
          return null;
        }
        sinceGroup = -1;
        digits.append('.');
      } else if (c == formats.grouping() || (isSpace(formats.grouping()) && isSpace(c))) {
        // 1,5 is no fifteen: thousands stand three by three.
        if (digits.isEmpty() || (sinceGroup >= 0 && sinceGroup != 3)) {
          return null;
        }
        sinceGroup = 0;
      } else if (c >= '0' && c <= '9') {
        sinceGroup += sinceGroup >= 0 ? 1 : 0;
        digits.append(c);
      } else if (c == '\u2212') {
        digits.append('-');
      } else if (!isSpace(c) && CURRENCY.indexOf(c) < 0) {
        digits.append(c);
      }
    }
    if (sinceGroup >= 0 && sinceGroup != 3) {
      return null;
    }
    var number = plain(digits.toString());
    if (number == null) {
      return null;
    }
    var signed = negative ? number.negate() : number;
    return percent ? signed.movePointLeft(2) : signed;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009';
  }
}
