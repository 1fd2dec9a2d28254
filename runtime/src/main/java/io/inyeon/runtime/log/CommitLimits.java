package io.inyeon.runtime.log;

import java.time.Duration;

/// How much may be on its way at once.
///
/// @param batchEntries how many entries are forced together, at most, unless one commit has more
/// @param entries how many may be waiting to be durable, or to be taken and acted upon
/// @param bytes how many bytes of the log those may take
/// @param patience how long a commit waits for room before it is refused
/// @param queuedBytes how many bytes may wait for room; a commit beyond that is refused at once
/// @param pace from one force to the next, at least, while few commits wait; nothing waits when the
///   last force was longer ago
public record CommitLimits(
    int batchEntries, int entries, long bytes, Duration patience, long queuedBytes, Duration pace) {
  public CommitLimits {
    if (batchEntries < 1
        || entries < 1
        || bytes < 1
        || patience.isNegative()
        || queuedBytes < 0
        || pace.isNegative()) {
      throw new IllegalArgumentException("limits are at least 1, pace 0");
    }
  }

  /// Batches of 1,000; 4,096 entries and 16 MB on their way, and 48 MB that wait a second for room;
  /// a force a millisecond.
  ///
  /// What is on its way is parsed, and lives: more of it only makes the collector of garbage copy
  /// it again and again. It is some 100 ms of the writer's work.
  public static CommitLimits defaults() {
    return new CommitLimits(
        1000, 4_096, 16L << 20, Duration.ofSeconds(1), 48L << 20, Duration.ofMillis(1));
  }
}
