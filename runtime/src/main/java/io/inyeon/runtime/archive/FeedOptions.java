package io.inyeon.runtime.archive;

import java.time.Duration;

/// How rows are gathered into batches.
///
/// @param batchRows a batch is written as soon as so many rows wait
/// @param batchBytes or so many bytes
/// @param linger or the first of them has waited so long
/// @param queueBytes rows beyond this are not kept in memory but read again later
/// @param firstRetry how long to wait after a failure; twice as long after each more
/// @param lastRetry but never longer than this
public record FeedOptions(
    int batchRows,
    long batchBytes,
    Duration linger,
    long queueBytes,
    Duration firstRetry,
    Duration lastRetry) {
  public FeedOptions {
    if (batchRows < 1 || batchBytes < 1 || queueBytes < batchBytes) {
      throw new IllegalArgumentException("a batch has a row, and a queue holds a batch");
    }
    if (linger.isNegative() || firstRetry.toMillis() < 1 || lastRetry.compareTo(firstRetry) < 0) {
      throw new IllegalArgumentException("waiting times are positive and grow");
    }
  }

  /// Batches of one group of rows of the file at full load, and of a second's rows below that.
  public static FeedOptions defaults() {
    return new FeedOptions(
        Tables.ROW_GROUP,
        32L << 20,
        Duration.ofSeconds(1),
        64L << 20,
        Duration.ofMillis(100),
        Duration.ofSeconds(30));
  }
}
