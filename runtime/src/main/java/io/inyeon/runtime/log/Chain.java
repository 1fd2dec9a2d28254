package io.inyeon.runtime.log;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The segments in the order of their positions, as the appending thread and all readers see them.
final class Chain {
  private final Disk disk;
  private final ReentrantLock upkeep = new ReentrantLock();
  private final ConcurrentNavigableMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
  private volatile long durable;

  Chain(Disk disk) {
    this.disk = disk;
  }

  Disk disk() {
    return disk;
  }

  /// Held by whoever changes what is already durable, or takes its file away.
  ReentrantLock upkeep() {
    return upkeep;
  }

  long durable() {
    return durable;
  }

  void durable(long position) {
    durable = position;
  }

  /// Puts a segment at the end.
  ///
  /// @return the one whose place it takes, because nothing durable stands there
  @Nullable Segment add(Segment segment) {
    return segments.put(segment.first(), segment);
  }

  /// Takes the oldest segment away when all it holds is below a position, and another follows.
  @Nullable Segment removeBelow(long position) {
    var oldest = segments.firstEntry();
    var second = oldest == null ? null : segments.higherKey(oldest.getKey());
    if (oldest == null || second == null || second > Math.min(position, durable + 1)) {
      return null;
    }
    oldest.getValue().recycle();
    segments.remove(oldest.getKey());
    return oldest.getValue();
  }

  /// Position of the oldest entry that is kept; the next one's when none is.
  long oldest() {
    var first = segments.firstEntry();
    return first == null ? durable + 1 : first.getKey();
  }

  List<Long> starts() {
    return List.copyOf(segments.keySet());
  }

  int size() {
    return segments.size();
  }

  /// The segment that holds, or would hold, an entry.
  @Nullable Segment holding(long position) {
    return value(segments.floorEntry(position));
  }

  /// The segment after one; `null` after the last.
  @Nullable Segment after(Segment segment) {
    return value(segments.higherEntry(segment.first()));
  }

  /// Number of the segment that one beginning at a position follows; 0 for none.
  long sequenceBefore(long position) {
    var before = value(segments.lowerEntry(position));
    return before == null ? 0 : before.sequence();
  }

  /// Reads a segment from near an entry on.
  SegmentReader reader(Segment segment, long position) throws IOException {
    return new SegmentReader(
        disk.open(segment.name()), segment.key(), segment.before(position), segment.end());
  }

  private static @Nullable Segment value(Map.@Nullable Entry<Long, Segment> entry) {
    return entry == null ? null : entry.getValue();
  }
}
