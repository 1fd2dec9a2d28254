package io.inyeon.runtime.demo;

import java.util.Arrays;

/// How long things took, each of them kept.
final class Latencies {
  private long[] nanos = new long[4096];
  private int size;

  synchronized void add(long took) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * size);
    }
    nanos[size++] = took;
  }

  /// Milliseconds that this share of them did not exceed; 0 when there are none.
  ///
  /// @param share 0 to 1
  synchronized double ms(double share) {
    if (size == 0) {
      return 0;
    }
    var sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return sorted[Math.clamp((long) Math.ceil(share * size) - 1, 0, size - 1)] / 1e6;
  }

  synchronized int size() {
    return size;
  }
}
