package io.inyeon.runtime.archive;

import java.time.Duration;

/// How much the archive may take.
///
/// @param memoryBytes of native memory, for pages and for what is not yet in the file; at least 128
///   MiB
/// @param readers threads that read
/// @param waitingReads reads that may wait for such a thread; more are refused
/// @param readTimeout a read that takes longer is given up
/// @param checkpointBytes what is appended to the write-ahead log before it goes into the file;
///   less costs more CPU an event, more takes memory and time at the next start
public record ArchiveOptions(
    long memoryBytes, int readers, int waitingReads, Duration readTimeout, long checkpointBytes) {
  public ArchiveOptions {
    if (memoryBytes < 128 << 20 || checkpointBytes > memoryBytes / 2) {
      throw new IllegalArgumentException("too little memory for the archive: " + memoryBytes);
    }
    if (readers < 1 || waitingReads < 1 || checkpointBytes < 1) {
      throw new IllegalArgumentException("the archive needs a reader and a checkpoint");
    }
  }

  /// For a small machine.
  public static ArchiveOptions defaults() {
    return new ArchiveOptions(256L << 20, 2, 64, Duration.ofSeconds(30), 64L << 20);
  }
}
