package io.inyeon.runtime.consent;

import io.inyeon.runtime.archive.Row;

/// Tells without parsing whether an event can say anything of consent: every form of it on the wire
/// has one of a few words in it, in some case, unless JSON writes its letters as escapes.
final class Traces {
  private static final byte[] CONSENT = {'o', 'n', 's', 'e', 'n', 't'};
  private static final byte[] SUBSCRIPTIONS = {
    's', 'u', 'b', 's', 'c', 'r', 'i', 'p', 't', 'i', 'o', 'n', 's'
  };

  private Traces() {}

  /// Whether it is to be read.
  static boolean in(Row row) {
    return in(row.body()) || in(row.envelope());
  }

  static boolean in(byte[] bytes) {
    for (var i = 0; i < bytes.length; i++) {
      switch (bytes[i]) {
        case 'o', 'O' -> {
          if (word(bytes, i, CONSENT)) {
            return true;
          }
        }
        case 's', 'S' -> {
          if (word(bytes, i, SUBSCRIPTIONS)) {
            return true;
          }
        }
        case '\\' -> {
          if (i + 1 < bytes.length && bytes[i + 1] == 'u') {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean word(byte[] bytes, int at, byte[] word) {
    if (bytes.length - at < word.length) {
      return false;
    }
    for (var i = 0; i < word.length; i++) {
      if ((bytes[at + i] | 0x20) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
