package io.inyeon.core.segment.met;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// About how many different people something was met with: their smallest hashes (Bar-Yossef and
/// others 2002, k minimum values). Exact up to as many as are kept; the order never shows.
public final class People {
  private final int most;
  private long[] smallest;

  /// None.
  ///
  /// @param most hashes kept; 256 tell a number within 7 % mostly
  People(int most) {
    this(most, new long[0]);
  }

  /// Puts together again what [#smallest] told.
  public People(int most, long[] smallest) {
    this.most = most;
    this.smallest = smallest;
  }

  /// A well mixed hash of whom something is about: FNV-1a (Fowler, Noll, Vo) with the end of
  /// MurmurHash3, so that all bits are as good.
  public static long hash(String who) {
    var hash = 0xCBF2_9CE4_8422_2325L;
    for (var each : who.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (each & 0xFF)) * 0x0000_0100_0000_01B3L;
    }
    hash = (hash ^ hash >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
    hash = (hash ^ hash >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
    return hash ^ hash >>> 33;
  }

  /// One more, who may be known already.
  ///
  /// @param hash well mixed
  void add(long hash) {
    if (smallest.length == most && Long.compareUnsigned(hash, smallest[most - 1]) >= 0) {
      return;
    }
    var place = place(hash);
    if (place < smallest.length && smallest[place] == hash) {
      return;
    }
    var more = new long[Math.min(most, smallest.length + 1)];
    System.arraycopy(smallest, 0, more, 0, place);
    more[place] = hash;
    System.arraycopy(smallest, place, more, place + 1, more.length - place - 1);
    smallest = more;
  }

  private int place(long hash) {
    var low = 0;
    var high = smallest.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (Long.compareUnsigned(smallest[middle], hash) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How many.
  public long count() {
    if (smallest.length < most) {
      return smallest.length;
    }
    var share = Math.scalb((double) (smallest[most - 1] >>> 1), -63);
    return Math.max(most, Math.round((most - 1) / share));
  }

  /// How many hashes are kept.
  public int most() {
    return most;
  }

  /// The hashes, ascending without sign.
  public long[] smallest() {
    return Arrays.copyOf(smallest, smallest.length);
  }
}
