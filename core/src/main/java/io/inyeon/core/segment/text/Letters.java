package io.inyeon.core.segment.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A text in one form, character by character: compatibility forms made plain (NFKC), in lower
/// case, spaces one space, every kind of quote one quote.
///
/// @param at of each character of `text` the offset in the text as it was written; one more than
///   there are characters, the last being the length of that text
record Letters(String text, int[] at) {
  static Letters of(String written) {
    var text = new StringBuilder(written.length());
    var at = new int[written.length() + 1];
    var size = 0;
    for (var from = 0; from < written.length(); ) {
      var to = from + 1;
      while (to < written.length() && joins(written.charAt(to)) && to - from < 8) {
        to++;
      }
      var cluster = written.substring(from, to);
      var plain = plain(cluster);
      if (size + plain.length() >= at.length) {
        at = Arrays.copyOf(at, 2 * at.length + plain.length());
      }
      for (var i = 0; i < plain.length(); i++) {
        if (plain.charAt(i) != ' ' || (size > 0 && text.charAt(size - 1) != ' ')) {
          text.append(plain.charAt(i));
          at[size++] = from;
        }
      }
      from = to;
    }
    at[size] = written.length();
    return new Letters(text.toString(), Arrays.copyOf(at, size + 1));
  }

  /// Where a piece of the plain text ends in the text as it was written: where the next begins.
  int end(int to) {
    return at[to];
  }

  /// The form in which names and words are compared.
  static String form(String name) {
    return of(name).text.strip();
  }

  private static String plain(String cluster) {
    if (cluster.length() == 1) {
      var c = cluster.charAt(0);
      if (c < 0x80) {
        return c <= ' ' ? " " : Character.toString(Character.toLowerCase(c));
      }
      if (syllable(c)) {
        return cluster;
      }
    }
    var plain = Normalizer.normalize(cluster, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var out = new StringBuilder(plain.length());
    for (var i = 0; i < plain.length(); i++) {
      var c = plain.charAt(i);
      out.append(
          switch (c) {
            case '\u2018', '\u2019', '\u02bc', '`' -> '\'';
            case '\u201c', '\u201d', '\u300c', '\u300d', '\u300e', '\u300f', '\u00ab', '\u00bb' ->
                '"';
            case '\u223c', '\u301c', '\u2013', '\u2014' -> '~';
            case '\u3001' -> ',';
            case '\u00d7' -> 'x';
            case '\u20a9' -> '\u20a9';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
          });
    }
    return out.toString();
  }

  /// Whether a character joins the one before it: a combining mark, a vowel or final of Hangul.
  private static boolean joins(char c) {
    return (c >= '\u1160' && c <= '\u11ff')
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || Character.isLowSurrogate(c);
  }

  static boolean hangul(int c) {
    return syllable(c) || (c >= 0x1100 && c <= 0x11ff) || (c >= 0x3131 && c <= 0x318e);
  }

  static boolean syllable(int c) {
    return c >= 0xac00 && c <= 0xd7a3;
  }

  /// A letter or digit of a script that parts its words by spaces.
  static boolean wordly(char c) {
    return Character.isLetterOrDigit(c) && !hangul(c);
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Whether a syllable of Hangul ends in a consonant.
  static boolean closed(char c) {
    return syllable(c) && (c - 0xac00) % 28 != 0;
  }
}
