package io.inyeon.runtime.log;

/// How much may be on its way at once.
///
/// @param batchEntries how many entries are forced together, at most, unless one commit has more
/// @param entries how many may be waiting to be durable, or to be taken and acted upon
/// @param bytes how many bytes of payload those may have
public record CommitLimits(int batchEntries, int entries, long bytes) {
  public CommitLimits {
    if (batchEntries < 1 || entries < 1 || bytes < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }

  /// Batches of 1,000; 32,768 entries and 64 MB on their way.
  public static CommitLimits defaults() {
    return new CommitLimits(1000, 32_768, 64L << 20);
  }
}
