package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.runtime.archive.Row;
import java.util.Arrays;

/// Tells without parsing whether an event can say anything of consent: every form of it on the wire
/// has one of a few words in it, in some case, unless JSON writes its letters as escapes.
///
/// Every accepted event is looked at, so most of its bytes are stepped over (Horspool, "Practical
/// fast searching in strings", 1980): the byte that the sixth letter of a word would be says how
/// far away the next place is where one can end.
final class Traces {
  /// `consent` without its first letter, and the beginning of `subscriptions`.
  private static final byte[][] WORDS = {
    {'o', 'n', 's', 'e', 'n', 't'}, {'s', 'u', 'b', 's', 'c', 'r'},
  };

  private static final int LENGTH = 6;

  /// By byte: how many bytes on the next word can end.
  private static final byte[] STEPS = steps();

  private Traces() {}

  private static byte[] steps() {
    var steps = new byte[256];
    Arrays.fill(steps, (byte) LENGTH);
    for (var word : WORDS) {
      for (var at = 0; at < LENGTH; at++) {
        var step = (byte) (LENGTH - 1 - at);
        for (var letter : new int[] {word[at], word[at] & ~0x20}) {
          steps[letter] = (byte) Math.min(steps[letter], step);
        }
      }
    }
    return steps;
  }

  /// Whether it is to be read.
  static boolean in(Row row) {
    return in(row.body()) || in(row.envelope());
  }

  static boolean in(byte[] bytes) {
    var at = LENGTH - 1;
    while (at < bytes.length) {
      var step = STEPS[bytes[at] & 0xFF];
      if (step == 0) {
        if (wordEnds(bytes, at)) {
          return true;
        }
        step = 1;
      }
      at += step;
    }
    // A letter may be written by its number.
    return new String(bytes, ISO_8859_1).contains("\\u");
  }

  private static boolean wordEnds(byte[] bytes, int last) {
    for (var word : WORDS) {
      var i = 0;
      while (i < LENGTH && (bytes[last - LENGTH + 1 + i] | 0x20) == word[i]) {
        i++;
      }
      if (i == LENGTH) {
        return true;
      }
    }
    return false;
  }
}
