package io.inyeon.core.collect.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Undoes what spreadsheets do to what names somebody.
final class Ids {
  private Ids() {}

  /// What came of an id.
  ///
  /// @param id as it was before a spreadsheet read it; `null` when that cannot be told
  record Restored(@Nullable String id) {}

  /// The id that a text was.
  ///
  /// `17850.0` was 17850, `="00123"` and `'00123` were 00123, `1.5E+3` was 1500. `1.23457E+11` was
  /// some number of twelve digits of which six are left: nobody can tell which.
  ///
  /// @param pad digits to which a number is filled up with zeros that were lost; 0 for none
  static Restored text(String written, int pad) {
    var text = written;
    if (text.length() > 3 && text.startsWith("=\"") && text.endsWith("\"")) {
      return new Restored(padded(text.substring(2, text.length() - 1), pad));
    }
    if (text.length() > 1 && text.charAt(0) == '\'') {
      return new Restored(padded(text.substring(1), pad));
    }
    if (!numberLike(text)) {
      return new Restored(padded(text, pad));
    }
    var number = Numbers.plain(text);
    if (number == null) {
      return new Restored(text);
    }
    var exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
    if (exponent >= 0) {
      return scientific(text, number, pad);
    }
    return new Restored(padded(wholeAsText(text), pad));
  }

  /// The id that a number was.
  static Restored number(BigDecimal number, int pad) {
    // A spreadsheet keeps 15 digits; what is longer has lost its end.
    var whole = number.stripTrailingZeros();
    if (whole.precision() - whole.scale() > 30 || whole.scale() > 30) {
      return new Restored(null);
    }
    return new Restored(padded(whole.toPlainString(), pad));
  }

  private static Restored scientific(String text, BigDecimal number, int pad) {
    // 12E5 is a name more often than a number: only d.ddE+dd is what spreadsheets write.
    var sign = text.indexOf('+');
    if (text.charAt(1) != '.' && sign < 0) {
      return new Restored(padded(text, pad));
    }
    var digits = number.precision();
    var whole = number.precision() - number.scale();
    // Six digits are all that a spreadsheet shows: with as many there may have been more.
    var lost = number.scale() > 0 || whole > 30 || (whole > digits && digits >= 6);
    return new Restored(lost ? null : padded(number.toPlainString(), pad));
  }

  private static boolean numberLike(String text) {
    var first = text.charAt(0);
    return first >= '0' && first <= '9' && Numbers.plain(text) != null;
  }

  /// Without a fraction of zeros; with its own zeros in front.
  private static String wholeAsText(String text) {
    var point = text.indexOf('.');
    if (point < 0) {
      return text;
    }
    for (var i = point + 1; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return text;
      }
    }
    return text.substring(0, point);
  }

  private static String padded(String text, int pad) {
    if (text.length() >= pad) {
      return text;
    }
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return text;
      }
    }
    return "0".repeat(pad - text.length()) + text;
  }
}
