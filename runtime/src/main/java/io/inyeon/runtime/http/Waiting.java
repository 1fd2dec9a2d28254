package io.inyeon.runtime.http;

/// Waits until reads see what stands at a position of the log.
@FunctionalInterface
public interface Waiting {
  /// Whether it was reached in time.
  boolean until(long position, long timeoutMs) throws InterruptedException;
}
