package io.inyeon.runtime.enrich;

import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.enrich.Jobs.Job;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The events of jobs: what came lately is at hand, and the others are read from the record many at
/// a time, since the archive takes about as long for one as for hundreds. Guarded by the lock of
/// [Enrichment].
final class JobRows {
  private static final int MOST = 2_048;
  private static final int AHEAD = 512;

  private final House house;
  private final Jobs jobs;
  private final Map<Long, Row> rows = new LinkedHashMap<>();

  JobRows(House house, Jobs jobs) {
    this.house = house;
    this.jobs = jobs;
  }

  /// Keeps one that is wanted soon, while there is room.
  void keep(Row row) {
    if (rows.size() < MOST) {
      rows.put(row.position(), row);
    }
  }

  /// What a job is about, read together with those that are due after it; `null` when nothing is on
  /// record there any more.
  @Nullable Row of(Running running, Job job, long now) throws IOException {
    var known = rows.get(job.position());
    if (known != null) {
      return known;
    }
    var wanted = new ArrayList<Long>();
    wanted.add(job.position());
    jobs.due(
        running.enricher.id(),
        now,
        running.fresh,
        each -> {
          var at = each.position();
          if (at != job.position() && !running.underWay.containsKey(at) && !rows.containsKey(at)) {
            wanted.add(at);
          }
          return wanted.size() < AHEAD;
        });
    if (rows.size() > MOST) {
      rows.clear(); // of enrichers that do not come to them: they can be read again
    }
    for (var each : house.rowsAt(wanted)) {
      rows.put(each.position(), each);
    }
    return rows.get(job.position());
  }

  void remove(long position) {
    rows.remove(position);
  }

  void clear() {
    rows.clear();
  }
}
