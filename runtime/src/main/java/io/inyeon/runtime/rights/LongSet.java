package io.inyeon.runtime.rights;

import java.util.Arrays;

/// Texts by 64 bits of them each: many millions fit in memory, and two are taken for one by chance
/// once in thousands of such sets.
final class LongSet {
  private static final int FIRST = 1_024;

  private long[] slots = new long[FIRST];
  private int size;

  /// Adds one.
  ///
  /// @return whether it was not there
  boolean add(String text) {
    if (2L * (size + 1) > slots.length) {
      grow();
    }
    var added = put(slots, hash(text));
    size += added ? 1 : 0;
    return added;
  }

  boolean contains(String text) {
    var hash = hash(text);
    for (var at = slot(slots, hash); slots[at] != 0; at = (at + 1) & (slots.length - 1)) {
      if (slots[at] == hash) {
        return true;
      }
    }
    return false;
  }

  private void grow() {
    var more = new long[Math.multiplyExact(slots.length, 2)];
    Arrays.stream(slots).filter(each -> each != 0).forEach(each -> put(more, each));
    slots = more;
  }

  private static boolean put(long[] slots, long hash) {
    var at = slot(slots, hash);
    for (; slots[at] != 0; at = (at + 1) & (slots.length - 1)) {
      if (slots[at] == hash) {
        return false;
      }
    }
    slots[at] = hash;
    return true;
  }

  private static int slot(long[] slots, long hash) {
    return (int) (hash ^ (hash >>> 32)) & (slots.length - 1);
  }

  /// FNV-1a over the characters, stirred (SplitMix64's finaliser); 0 means an empty slot.
  private static long hash(String text) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    hash ^= hash >>> 31;
    return hash == 0 ? 1 : hash;
  }
}
