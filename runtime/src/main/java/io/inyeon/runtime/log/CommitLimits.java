package io.inyeon.runtime.log;

import java.time.Duration;

/// How much may be on its way at once.
///
/// @param batchEntries how many entries are forced together, at most, unless one commit has more
/// @param entries how many may be waiting to be durable, or to be taken and acted upon
/// @param bytes how many bytes of the log those may take
/// @param pace from one force to the next, at least, while few commits wait; nothing waits when the
///   last force was longer ago
public record CommitLimits(int batchEntries, int entries, long bytes, Duration pace) {
  public CommitLimits {
    if (batchEntries < 1 || entries < 1 || bytes < 1 || pace.isNegative()) {
      throw new IllegalArgumentException("limits are at least 1, pace 0");
    }
  }

  /// Batches of 1,000; 32,768 entries and 64 MB on their way; a force a millisecond.
  public static CommitLimits defaults() {
    return new CommitLimits(1000, 32_768, 64L << 20, Duration.ofMillis(1));
  }
}
