package io.inyeon.runtime.log;

import java.time.Duration;

/// How big the log may get, and in what pieces.
///
/// @param segmentBytes size of one file, a multiple of 4,096; all of it is written before use
/// @param maxBytes all files together; beyond it the log refuses with `log_full`
/// @param reserveBytes what the log leaves on the disk for others; below it, it refuses with
///   `disk_full`
/// @param keptSpares how many recycled files wait for use; more are deleted
/// @param retryPause how long a failed attempt to get a new file keeps the next one waiting
public record LogOptions(
    int segmentBytes, long maxBytes, long reserveBytes, int keptSpares, Duration retryPause) {
  private static final int MB = 1 << 20;

  public LogOptions {
    if (segmentBytes < 4 * Frames.BLOCK || segmentBytes % Frames.BLOCK != 0) {
      throw new IllegalArgumentException("segmentBytes: at least 16384, in steps of 4096");
    }
    if (maxBytes < 3L * segmentBytes) {
      throw new IllegalArgumentException("maxBytes: at least three segments");
    }
    if (reserveBytes < 0 || keptSpares < 0 || retryPause.isNegative()) {
      throw new IllegalArgumentException("reserveBytes, keptSpares, retryPause: not negative");
    }
  }

  /// Segments of 64 MB, 16 GB of them at most, and 256 MB left to others.
  public static LogOptions defaults() {
    return new LogOptions(64 * MB, 16L * 1024 * MB, 256L * MB, 4, Duration.ofSeconds(1));
  }

  /// The same with another size of segments.
  public LogOptions withSegmentBytes(int bytes) {
    return new LogOptions(bytes, maxBytes, reserveBytes, keptSpares, retryPause);
  }

  /// The same with another bound on everything together.
  public LogOptions withMaxBytes(long bytes) {
    return new LogOptions(segmentBytes, bytes, reserveBytes, keptSpares, retryPause);
  }

  /// The same with another reserve.
  public LogOptions withReserveBytes(long bytes) {
    return new LogOptions(segmentBytes, maxBytes, bytes, keptSpares, retryPause);
  }

  /// The most that one commit may take, each entry counted with its 32 bytes and rounded up to 8.
  public int maxCommitBytes() {
    return segmentBytes - 2 * Frames.BLOCK;
  }
}
