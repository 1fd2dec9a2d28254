package io.inyeon.runtime.http;

import java.util.concurrent.ConcurrentHashMap;

/// How fast each source may send: a bucket of tokens, one an event.
final class RateLimits {
  private static final double NANOS = 1e9;

  private final int eventsPerSecond;
  private final ConcurrentHashMap<Integer, Bucket> buckets = new ConcurrentHashMap<>();

  /// Makes the limits.
  ///
  /// @param eventsPerSecond 0 for none
  RateLimits(int eventsPerSecond) {
    this.eventsPerSecond = eventsPerSecond;
  }

  /// Lets so many events of a source pass, or says after how many seconds they may; 0 means now.
  ///
  /// @param now nanoseconds of a clock that never goes back
  int waitSeconds(int source, int events, long now) {
    if (eventsPerSecond == 0) {
      return 0;
    }
    return buckets
        .computeIfAbsent(source, _ -> new Bucket(Math.max(eventsPerSecond, Collector.MOST), now))
        .take(events, eventsPerSecond, now);
  }

  /// Holds at least one whole batch, so that no batch is ever refused for good.
  private static final class Bucket {
    private final double capacity;
    private double tokens;
    private long filledAt;

    Bucket(double capacity, long now) {
      this.capacity = capacity;
      this.tokens = capacity;
      this.filledAt = now;
    }

    synchronized int take(int events, int eventsPerSecond, long now) {
      tokens = Math.min(capacity, tokens + (now - filledAt) / NANOS * eventsPerSecond);
      filledAt = now;
      if (tokens >= events) {
        tokens -= events;
        return 0;
      }
      return Math.max(1, (int) Math.ceil((events - tokens) / eventsPerSecond));
    }
  }
}
