package io.inyeon.runtime.http;

import java.util.concurrent.ConcurrentHashMap;

/// How fast each source may send: a bucket of tokens, one an event.
final class RateLimits {
  private final int eventsPerSecond;
  private final ConcurrentHashMap<Integer, TokenBucket> buckets = new ConcurrentHashMap<>();

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
        // Holds at least one whole batch, so that no batch is ever refused for good.
        .computeIfAbsent(
            source, _ -> new TokenBucket(Math.max(eventsPerSecond, Collector.MOST), now))
        .take(events, eventsPerSecond, now);
  }
}
