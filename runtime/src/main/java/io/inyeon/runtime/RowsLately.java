package io.inyeon.runtime;

import io.inyeon.runtime.archive.Row;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What was decided lately, for one who follows closely behind; what finds no room is read from the
/// record.
final class RowsLately {
  private static final long MOST_BYTES = 8 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<List<Row>> lately = new ArrayDeque<>();
  private long bytes;

  /// Told of what was decided, in order.
  void offer(List<Row> rows) {
    var more = bytes(rows);
    lock.lock();
    try {
      if (!rows.isEmpty() && bytes + more <= MOST_BYTES) {
        lately.add(rows);
        bytes += more;
      }
    } finally {
      lock.unlock();
    }
  }

  /// The rows that begin there; `null` when they are not here. What lies before is forgotten.
  @Nullable List<Row> from(long position) {
    lock.lock();
    try {
      while (!lately.isEmpty() && lately.getFirst().getFirst().position() <= position) {
        var rows = lately.removeFirst();
        bytes -= bytes(rows);
        if (rows.getFirst().position() == position) {
          return rows;
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /// Forgets all of it: somebody of it is erased, and only the record says what is left.
  void forget() {
    lock.lock();
    try {
      lately.clear();
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }

  private static long bytes(List<Row> rows) {
    return rows.stream().mapToLong(Row::bytes).sum();
  }
}
