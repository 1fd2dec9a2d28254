package io.inyeon.runtime.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what the edge did.
final class Meters {
  private final ConcurrentHashMap<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  final LongAdder events = new LongAdder();
  final LongAdder bytes = new LongAdder();
  final LongAdder clientMetrics = new LongAdder();

  void answered(int status) {
    var count = answers.get(status);
    if (count == null) {
      count = answers.computeIfAbsent(status, _ -> new LongAdder());
    }
    count.increment();
  }

  /// How many answers of each status.
  Map<Integer, Long> answers() {
    var counts = new TreeMap<Integer, Long>();
    answers.forEach((status, count) -> counts.put(status, count.sum()));
    return counts;
  }
}
