package io.inyeon.runtime.archive;

import io.inyeon.core.OutcomeCounts;
import java.util.List;

/// How far a month's file has come. Its rows are all positions from the first to the last.
///
/// @param first 0 while it is empty
/// @param last 0 while it is empty
/// @param latest the time of its latest event, so that newest-first searches can stop early
record Progress(long first, long last, long latest, long entries, OutcomeCounts events) {
  static final Progress NONE = new Progress(0, 0, Long.MIN_VALUE, 0, OutcomeCounts.NONE);

  Progress plus(List<Row> rows) {
    var newest = latest;
    var counts = new long[5];
    for (var row : rows) {
      newest = Math.max(newest, row.time());
      var status = row.status();
      counts[status == null ? 0 : status.code()]++;
    }
    return new Progress(
        entries == 0 ? rows.getFirst().position() : first,
        rows.getLast().position(),
        newest,
        entries + rows.size(),
        events.plus(new OutcomeCounts(counts[1], counts[2], counts[3], counts[4])));
  }
}
