package io.inyeon.runtime.search;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Numbers by the numbers of trees, which are given out one after the other: pages of plain arrays,
/// made when they are needed. 0 is what nobody put.
final class LongTable {
  private static final int PAGE_BITS = 12;
  private static final int PAGE = 1 << PAGE_BITS;
  private static final long MOST = (long) Integer.MAX_VALUE << PAGE_BITS;

  private long[][] pages = new long[16][];

  long get(long key) {
    var page = key >>> PAGE_BITS;
    return page >= pages.length || pages[(int) page] == null
        ? 0
        : pages[(int) page][(int) (key & (PAGE - 1))];
  }

  void put(long key, long value) {
    if (key < 0 || key >= MOST) {
      throw new IllegalArgumentException("no number of a tree: " + key);
    }
    var page = (int) (key >>> PAGE_BITS);
    if (page >= pages.length) {
      pages = Arrays.copyOf(pages, Math.max(page + 1, pages.length * 2));
    }
    if (pages[page] == null) {
      if (value == 0) {
        return;
      }
      pages[page] = new long[PAGE];
    }
    pages[page][(int) (key & (PAGE - 1))] = value;
  }

  /// Tells of every key with a value, smallest first.
  void forEachKey(LongConsumer reader) {
    for (var page = 0; page < pages.length; page++) {
      for (var i = 0; pages[page] != null && i < PAGE; i++) {
        if (pages[page][i] != 0) {
          reader.accept(((long) page << PAGE_BITS) + i);
        }
      }
    }
  }
}
