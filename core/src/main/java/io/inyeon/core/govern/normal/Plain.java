package io.inyeon.core.govern.normal;

import java.text.Normalizer;

/// A text without what only looks different: one form of each character (NFC), full-width letters
/// and digits as plain ones, single blanks.
final class Plain {
  private Plain() {}

  static String of(String text) {
    var plain = new StringBuilder(text.length());
    var blank = true;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= 0xFF01 && c <= 0xFF5E) {
        c = (char) (c - 0xFEE0);
      }
      if (Character.isWhitespace(c) || c == 0xA0 || c == 0x3000 || Character.isISOControl(c)) {
        if (!blank) {
          plain.append(' ');
        }
        blank = true;
      } else {
        plain.append(c);
        blank = false;
      }
    }
    if (!plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ') {
      plain.setLength(plain.length() - 1);
    }
    return Normalizer.normalize(plain, Normalizer.Form.NFC);
  }

  static boolean hangul(String text) {
    if (text.isEmpty()) {
      return false;
    }
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '가' || text.charAt(i) > '힣') {
        return false;
      }
    }
    return true;
  }

  static boolean digits(String text) {
    if (text.isEmpty()) {
      return false;
    }
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
