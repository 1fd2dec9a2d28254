package io.inyeon.runtime.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The texts that come again and again (names of events, traits, purposes and currencies), each as
/// one object: a decoded profile is a fraction of the size, and is decoded faster.
///
/// A bounded memory, one text a slot, the latest stays. Threads may overwrite each other's slots; a
/// slot is immutable, so what is found in it is right.
final class Names {
  private static final int LONGEST = 64;
  private static final @Nullable Name[] SLOTS = new Name[4096];

  private Names() {}

  private record Name(byte[] bytes, String text) {}

  /// The text that these bytes are; `null` when it is not remembered.
  static @Nullable String find(byte[] from, int start, int end) {
    if (end - start > LONGEST) {
      return null;
    }
    var name = SLOTS[slot(from, start, end)];
    return name != null && Arrays.equals(name.bytes, 0, name.bytes.length, from, start, end)
        ? name.text
        : null;
  }

  /// Remembers a text.
  static String remember(byte[] from, int start, int end, String text) {
    if (end - start <= LONGEST) {
      SLOTS[slot(from, start, end)] = new Name(Arrays.copyOfRange(from, start, end), text);
    }
    return text;
  }

  private static int slot(byte[] from, int start, int end) {
    var hash = 1;
    for (var i = start; i < end; i++) {
      hash = 31 * hash + from[i];
    }
    return (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (SLOTS.length - 1);
  }
}
