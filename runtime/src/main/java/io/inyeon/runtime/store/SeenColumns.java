package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;

/// The memory of events that finds duplicates, in columns of its own: one for each 15 days of
/// arrival, so that what is older than 30 days is dropped as whole files, without a scan; imports
/// stay for ever in another.
///
/// Four periods are kept, so that everything of the last 30 days is there even when the server's
/// clock was put back by 15. Which ones, follows from the log alone.
final class SeenColumns {
  static final long PERIOD_MS = 15L * 24 * 60 * 60 * 1000;
  static final int PERIODS = 4;
  private static final long NONE = Long.MIN_VALUE;

  private final Rocks rocks;
  private final ColumnFamilyHandle imports;
  private volatile long newest;
  private long newestInBatch;
  private long newestSince;

  /// Begins where the store was.
  ///
  /// @param newest the newest period's number; `null` for none yet
  SeenColumns(Rocks rocks, @Nullable Long newest) {
    this.rocks = rocks;
    this.imports = rocks.column(Column.SEEN_IMPORTS);
    this.newest = newest == null ? NONE : newest;
    this.newestInBatch = this.newest;
  }

  @Nullable Seen find(Key.Seen key, byte[] bytes, boolean imported) {
    if (imported) {
      return read(key, rocks.get(imports, bytes));
    }
    if (newest == NONE) {
      return null;
    }
    var columns = rocks.extra();
    for (var period = newest; period > newest - PERIODS; period--) {
      var column = columns.get(period);
      var found = column == null ? null : rocks.get(column, bytes);
      if (found != null) {
        return read(key, found);
      }
    }
    return null;
  }

  /// The same of some events that are no imports, looked up together: those that are remembered.
  Map<Key.Seen, Seen> find(List<Key.Seen> keys, Function<Key.Seen, byte[]> bytes) {
    var found = new HashMap<Key.Seen, Seen>();
    var left = keys;
    var columns = rocks.extra();
    for (var period = newest; newest != NONE && period > newest - PERIODS; period--) {
      var column = columns.get(period);
      if (column == null || left.isEmpty()) {
        continue;
      }
      var rows = rocks.get(column, left.stream().map(bytes).toList());
      var others = new ArrayList<Key.Seen>(left.size());
      for (var i = 0; i < rows.size(); i++) {
        var seen = read(left.get(i), rows.get(i));
        if (seen == null) {
          others.add(left.get(i));
        } else {
          found.put(left.get(i), seen);
        }
      }
      left = others;
    }
    return found;
  }

  private static @Nullable Seen read(Key.Seen key, byte @Nullable [] bytes) {
    return bytes == null ? null : (Seen) Records.read(key, bytes);
  }

  void put(RowBatch batch, byte[] key, Seen seen, boolean imported, Encoder value) {
    batch.putSmall(imported ? imports : column(seen), key, value.toBytes());
  }

  void remove(RowBatch batch, byte[] key, boolean imported) {
    if (imported) {
      batch.delete(imports, key);
    } else {
      rocks.extra().values().forEach(column -> batch.delete(column, key));
    }
  }

  /// The column for an event by its arrival; never one that is not looked into any more.
  private ColumnFamilyHandle column(Seen seen) {
    var period = Math.floorDiv(seen.receivedAt(), PERIOD_MS);
    if (newestInBatch == NONE || period > newestInBatch) {
      newestInBatch = period;
    } else if (period <= newestInBatch - PERIODS) {
      period = newestInBatch - PERIODS + 1;
    }
    var column = rocks.extra().get(period);
    return column == null ? rocks.makeExtra(period) : column;
  }

  /// Before a batch is written: says in it which period is the newest.
  void note(RowBatch batch, ColumnFamilyHandle meta) {
    if (newestInBatch != newest) {
      batch.putSmall(
          meta,
          KeyBytes.NEWEST_SEEN,
          new Encoder().octet(Records.VERSION).signed(newestInBatch).toBytes());
    }
  }

  /// After a batch was written.
  void settle(long position) {
    if (newestInBatch != newest) {
      newest = newestInBatch;
      newestSince = position;
    }
  }

  /// At the beginning of a batch; the one before may have come to nothing.
  void begin() {
    newestInBatch = newest;
  }

  /// Drops the columns that nobody looks into, once no crash can bring back a time at which
  /// somebody did.
  void expire(long durablePosition) {
    if (newest == NONE || durablePosition < newestSince) {
      return;
    }
    rocks.extra().headMap(newest - PERIODS, true).keySet().forEach(rocks::dropExtra);
  }

  /// All events with one messageId, by source.
  SortedMap<Integer, Seen> trace(String messageId) {
    var found = new TreeMap<Integer, Seen>();
    var prefix = KeyBytes.seenPrefix(messageId);
    trace(imports, prefix, found);
    var columns = rocks.extra();
    for (var period = newest; newest != NONE && period > newest - PERIODS; period--) {
      var column = columns.get(period);
      if (column != null) {
        trace(column, prefix, found);
      }
    }
    return found;
  }

  private void trace(ColumnFamilyHandle column, byte[] prefix, SortedMap<Integer, Seen> found) {
    try (var rows = rocks.rows(column)) {
      for (rows.seek(prefix); rows.isValid(); rows.next()) {
        var row = rows.key();
        if (!Arrays.equals(row, 0, Math.min(row.length, prefix.length), prefix, 0, prefix.length)) {
          break;
        }
        if (KeyBytes.read(Column.SEEN_IMPORTS, row) instanceof Key.Seen key) {
          found.putIfAbsent(key.source(), (Seen) Records.read(key, rows.value()));
        }
      }
      Rocks.check(rows);
    }
  }

  /// The columns that are looked into.
  Iterable<ColumnFamilyHandle> columns() {
    var all = new ArrayList<ColumnFamilyHandle>();
    all.add(imports);
    if (newest != NONE) {
      all.addAll(rocks.extra().subMap(newest - PERIODS + 1, true, newest, true).values());
    }
    return all;
  }
}
