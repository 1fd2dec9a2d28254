package io.inyeon.runtime.log;

import java.util.Arrays;

/// One file of the log that holds entries, or is about to.
final class Segment {
  static final String LIVE = ".segment";
  static final String SPARE = ".spare";
  static final String NEW = ".new";
  private static final int MARK_EVERY = 1 << 20;

  private final long sequence;
  private final SegmentHeader header;
  private final long size;
  private long[] positions = new long[16];
  private long[] offsets = new long[16];
  private int marks;
  private volatile boolean recycled;

  Segment(SegmentHeader header, long size) {
    this.sequence = header.sequence();
    this.header = header;
    this.size = size;
  }

  static String name(long sequence, String suffix) {
    return String.format("%016d%s", sequence, suffix);
  }

  String name() {
    return name(sequence, LIVE);
  }

  long sequence() {
    return sequence;
  }

  SegmentHeader header() {
    return header;
  }

  long previous() {
    return header.previous();
  }

  long first() {
    return header.first();
  }

  int key() {
    return Frames.key(header.salt(), sequence);
  }

  long size() {
    return size;
  }

  /// Where frames end.
  long end() {
    return size - Frames.BLOCK;
  }

  /// Whether its file now serves, or may at any time serve, something else.
  boolean recycled() {
    return recycled;
  }

  void recycle() {
    recycled = true;
  }

  /// Remembers where an entry stands, about once a megabyte.
  synchronized void mark(long position, long offset) {
    if (offset - (marks == 0 ? Frames.BLOCK : offsets[marks - 1]) < MARK_EVERY) {
      return;
    }
    if (marks == positions.length) {
      positions = Arrays.copyOf(positions, 2 * marks);
      offsets = Arrays.copyOf(offsets, 2 * marks);
    }
    positions[marks] = position;
    offsets[marks++] = offset;
  }

  /// From where to look for an entry.
  synchronized long before(long position) {
    var found = Arrays.binarySearch(positions, 0, marks, position);
    var mark = found >= 0 ? found : -found - 2;
    return mark < 0 ? Frames.BLOCK : offsets[mark];
  }
}
