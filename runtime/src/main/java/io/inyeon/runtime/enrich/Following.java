package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.enrich.Jobs.Job;
import java.io.IOException;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;

/// Follows what is decided: an accepted event that an enricher wants becomes a job, written
/// together with the position up to which the log is read. Guarded by the lock of [Enrichment].
final class Following {
  private final House house;
  private final EnrichStore store;
  private final JobRows rows;
  private final SortedMap<String, Running> all;
  private long position;
  private long written;

  Following(House house, EnrichStore store, JobRows rows, SortedMap<String, Running> all) {
    this.house = house;
    this.store = store;
    this.rows = rows;
    this.all = all;
    // A state put back from another time knows less.
    position = Math.min(store.jobs().position(), house.decided());
    written = position;
  }

  /// Up to which position the log is read.
  long position() {
    return position;
  }

  /// Makes changes together with how far the log is read.
  void write(EnrichStore.Changes changes) {
    changes.position(position);
    store.write(changes);
    written = position;
  }

  /// Reads what is decided and was not read yet.
  void follow(BooleanSupplier closing) throws IOException {
    var to = house.decided();
    var follows = all.values().stream().anyMatch(each -> each.since < Long.MAX_VALUE);
    if (!follows) {
      position = to;
      house.forgetRows();
      return;
    }
    while (position < to && !closing.getAsBoolean()) {
      var read = house.rows(position + 1, to);
      if (read.isEmpty()) {
        throw new IOException("nothing is known of position " + (position + 1));
      }
      var changes = store.new Changes();
      var wanted = false;
      for (var row : read) {
        wanted |= noted(row, changes);
      }
      var last = read.getLast().position();
      if (wanted || last - written > 100_000) {
        changes.position(last);
        store.write(changes);
        written = last;
      }
      position = last;
    }
  }

  /// Makes jobs of an event.
  private boolean noted(Row row, EnrichStore.Changes changes) {
    if (row.kind() != Kind.EVENT || row.status() != Status.ACCEPTED || row.name() == null) {
      return false;
    }
    var source = house.source(row.source());
    if (source == null || OwnSources.own(source.id())) {
      return false; // what the house says itself is asked about by nobody: it would never end
    }
    Value.Fields event = null;
    var wanted = false;
    for (var running : all.values()) {
      if (row.position() <= running.since || !running.enricher.maybe(row.name(), source.id())) {
        continue;
      }
      event = event == null ? Preparing.event(house, row) : event;
      if (event != null && running.enricher.wants(row.name(), event, row.at())) {
        changes.add(running.enricher.id(), Job.first(row.position()));
        running.waiting++;
        wanted = true;
      }
    }
    if (wanted) {
      rows.keep(row);
    }
    return wanted;
  }
}
