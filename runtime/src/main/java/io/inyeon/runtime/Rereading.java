package io.inyeon.runtime;

import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Refill;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.Logged;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads committed entries again for the archive: their bytes from the log, what became of them
/// from the outbox.
final class Rereading implements Refill {
  private static final byte[] NOTHING = new byte[0];
  private static final int FEWER = 2_000; // wants the memory of two copies

  private final Log log;
  private final State state;

  Rereading(Log log, State state) {
    this.log = log;
    this.state = state;
  }

  @Override
  public List<Row> rowsFrom(long from, int limit) throws IOException {
    var committed = state.position();
    var last = Math.min(committed, from + Math.min(limit, FEWER) - 1);
    var payloads = new HashMap<Long, byte[]>();
    var missing = new TreeMap<Long, Kind>();
    // Only when the operator went on without a lost log is anything below its beginning wanted.
    var kept = Math.max(from, log.oldestPosition());
    for (var position = from; position < Math.min(kept, last + 1); position++) {
      missing.put(position, Kind.LOST);
    }
    try (var cursor = log.read(kept)) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        if (!note(next, last, payloads, missing)) {
          break;
        }
      }
    }
    return joined(from, last, payloads, missing);
  }

  /// Whether to go on.
  private static boolean note(
      Logged logged, long last, Map<Long, byte[]> payloads, Map<Long, Kind> missing) {
    return switch (logged) {
      case Logged.Whole(var position, _, var payload) -> {
        if (position <= last) {
          payloads.put(position, payload);
        }
        yield position < last;
      }
      case Logged.Blank(var position) -> {
        missing.put(position, Kind.BLANK);
        yield position < last;
      }
      case Logged.Lost(var loss) -> {
        for (var position = loss.from(); position <= Math.min(last, loss.to()); position++) {
          missing.put(position, Kind.LOST);
        }
        yield loss.to() < last;
      }
    };
  }

  private List<Row> joined(
      long from, long last, Map<Long, byte[]> payloads, Map<Long, Kind> missing) {
    var byPosition = new TreeMap<Long, Row>();
    state.outbox(
        from,
        (position, bytes) -> {
          for (var row : Outbox.decode(bytes, at -> payloads.getOrDefault(at, NOTHING))) {
            if (row.position() >= from && row.position() <= last) {
              byPosition.put(row.position(), row);
            }
          }
          return position < last;
        });
    var rows = new ArrayList<Row>();
    var at = 0L;
    for (var position = from; position <= last; position++) {
      var row = byPosition.get(position);
      if (row == null || missing.containsKey(position)) {
        // What became of it is not known any more; that it was there is.
        var kind = missing.getOrDefault(position, Kind.LOST);
        row = Row.entry(position, kind, at == 0 && row != null ? row.at() : at, NOTHING);
      }
      at = row.at();
      rows.add(row);
    }
    return rows;
  }
}
