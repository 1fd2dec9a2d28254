package io.inyeon.runtime.http;

/// Waits until reads see what stands at a position of the log.
@FunctionalInterface
public interface Waiting {
  /// Whether it was reached in time.
  ///
  /// @param archived whether the reads are of the archive, which comes after state
  boolean until(long position, boolean archived, long timeoutMs) throws InterruptedException;
}
