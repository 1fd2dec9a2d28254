package io.inyeon.runtime;

import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.Logged;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// How old the log's segments are, by the entries in them: a restart makes none of them younger.
/// Owned by one thread.
final class LogAges {
  /// How many entries at a segment's beginning are looked at for one that is neither erased nor
  /// damaged.
  private static final int LOOKED_AT = 1_000;

  private final Log log;

  /// Milliseconds since 1970 by the position at which a segment begins. What was looked at once
  /// never changes.
  private final Map<Long, Long> times = new HashMap<>();

  LogAges(Log log) {
    this.log = log;
  }

  /// The position below which every segment holds only what arrived before a time; 0 when none
  /// does. The segment that is being written is never among them.
  ///
  /// @param before milliseconds since 1970
  long endOfOlderThan(long before) throws IOException {
    var starts = log.segmentStarts();
    times.keySet().retainAll(starts);
    var end = 0L;
    for (var start : starts) {
      if (start > log.durablePosition()) {
        break;
      }
      var time = times.get(start);
      if (time == null) {
        time = timeAt(start);
        if (time == UNKNOWN) {
          continue;
        }
        times.put(start, time);
      }
      // A segment is old when the one after it began long ago.
      if (time >= before) {
        break;
      }
      end = start;
    }
    return end;
  }

  private static final long UNKNOWN = Long.MIN_VALUE;

  /// When the first entry from a position on happened.
  private long timeAt(long start) throws IOException {
    try (var entries = log.read(start)) {
      for (var i = 0; i < LOOKED_AT; i++) {
        switch (entries.next()) {
          case Logged.Whole(_, var kind, var payload) -> {
            return EntryCodec.at(Kind.ofCode(kind), payload);
          }
          case Logged.Blank _, Logged.Lost _ -> {}
          case null -> {
            return UNKNOWN;
          }
        }
      }
      return UNKNOWN;
    }
  }
}
