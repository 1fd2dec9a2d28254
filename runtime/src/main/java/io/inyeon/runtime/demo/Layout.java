package io.inyeon.runtime.demo;

import java.io.PrintStream;
import java.util.Locale;

/// Prints aligned text, Hangul counted as two columns wide.
final class Layout {
  private static final int NAME = 14;

  private final PrintStream out;

  Layout(PrintStream out) {
    this.out = out;
  }

  void blank() {
    out.println();
  }

  void title(String text) {
    out.println();
    out.println("  " + text);
  }

  void say(String text) {
    out.println("  " + text);
  }

  /// A name and what is to be said of it.
  void row(String name, String text) {
    out.println("    " + padded(name, NAME) + text);
  }

  /// A name, a number, and what is to be said of it.
  void row(String name, long number, String text) {
    row(name, String.format(Locale.ROOT, "%,10d   %s", number, text).stripTrailing());
  }

  /// A name, a share, and what is to be said of it.
  void share(String name, double share, String text) {
    row(name, String.format(Locale.ROOT, "%10.4f   %s", share, text).stripTrailing());
  }

  void line(String text) {
    out.println("    " + text);
  }

  static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(1, columns - width(text)));
  }

  /// Columns that a terminal gives the text: two for each syllable of Hangul.
  static int width(String text) {
    return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
  }

  private static boolean wide(int c) {
    return between(c, 0x1100, 0x115F)
        || between(c, 0x2E80, 0xA4CF)
        || between(c, 0xAC00, 0xD7A3)
        || between(c, 0xF900, 0xFAFF)
        || between(c, 0xFF00, 0xFF60);
  }

  private static boolean between(int c, int first, int last) {
    return c >= first && c <= last;
  }

  /// `₩1,234,500`.
  static String won(long amount) {
    return String.format(Locale.ROOT, "₩%,d", amount);
  }
}
