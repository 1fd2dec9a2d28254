package io.inyeon.core.collect;

import java.text.Normalizer;

/// What the characters of a text say about its use as a name.
final class Characters {
  private Characters() {}

  /// The text without what cannot be seen at its ends: white space of every script, zero-width
  /// spaces, a byte order mark.
  static String trimmed(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && blank(text.charAt(start))) {
      start++;
    }
    while (end > start && blank(text.charAt(end - 1))) {
      end--;
    }
    return start == 0 && end == text.length() ? text : text.substring(start, end);
  }

  /// Whether there is nothing to be seen in it.
  static boolean blank(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (!blank(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean blank(char c) {
    return c <= ' ' ? Character.isWhitespace(c) : c > 0x7F && invisible(c);
  }

  private static boolean invisible(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0x200B;
  }

  /// Whether the text can stand in a name: it has no control character and every surrogate is one
  /// of a pair, so that it has one form in UTF-8 and can be shown.
  static boolean fit(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || ++i == text.length()
            || !Character.isLowSurrogate(text.charAt(i))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Unicode NFC. Texts of Latin letters, Hangul syllables and Han characters are recognised as
  /// normal without asking the normaliser.
  static String nfc(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= 0x300 && !(c >= 0xAC00 && c <= 0xD7A3) && !(c >= 0x4E00 && c <= 0x9FFF)) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
