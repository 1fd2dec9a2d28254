package io.inyeon.runtime.search;

import java.text.Normalizer;
import java.util.Locale;

/// Brings what people wrote and what they type to one form, as far as writing differs without
/// meaning anything: case, width, composition, punctuation.
final class Fold {
  private Fold() {}

  /// Lower case, composed, of usual width; lone surrogates and control characters are spaces.
  ///
  /// Not compatibility-composed: that would turn the consonants of a half-typed syllable into
  /// something else.
  static String text(String written) {
    var plain = new StringBuilder(written.length());
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < written.length()
            && Character.isLowSurrogate(written.charAt(i + 1))) {
          plain.append(c).append(written.charAt(++i));
        } else {
          plain.append(' ');
        }
      } else if (c >= 0xFF01 && c <= 0xFF5E) {
        plain.append((char) (c - 0xFEE0));
      } else {
        plain.append(Character.isISOControl(c) || Character.isWhitespace(c) ? ' ' : c);
      }
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip();
  }

  /// Nothing but letters and digits, of a folded text.
  static String compact(String folded) {
    var kept = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> Character.isLetterOrDigit(c) || Hangul.isJamo(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /// Nothing but ASCII digits.
  static String digits(String folded) {
    var kept = new StringBuilder(folded.length());
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      if (c >= '0' && c <= '9') {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /// Whether there are letters of the Latin alphabet and no others, whatever else there is.
  static boolean latin(String folded) {
    var any = false;
    for (var i = 0; i < folded.length(); i++) {
      var c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') {
        any = true;
      } else if (Character.isLetter(c)) {
        return false;
      }
    }
    return any;
  }
}
