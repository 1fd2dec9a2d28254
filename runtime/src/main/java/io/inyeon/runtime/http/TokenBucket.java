package io.inyeon.runtime.http;

/// A bucket that fills at a rate, and from which whoever wants to pass takes.
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double capacity;
  private double tokens;
  private long filledAt;

  /// A full one.
  ///
  /// @param now nanoseconds of a clock that never goes back
  TokenBucket(double capacity, long now) {
    this.capacity = capacity;
    this.tokens = capacity;
    this.filledAt = now;
  }

  /// Takes some, or says after how many seconds there will be as many; 0 means now.
  ///
  /// @param perSecond how fast it fills
  synchronized int take(int wanted, double perSecond, long now) {
    tokens = Math.min(capacity, tokens + (now - filledAt) / NANOS * perSecond);
    filledAt = now;
    if (tokens >= wanted) {
      tokens -= wanted;
      return 0;
    }
    return Math.max(1, (int) Math.ceil((wanted - tokens) / perSecond));
  }
}
