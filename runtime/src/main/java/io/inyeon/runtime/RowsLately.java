package io.inyeon.runtime;

import io.inyeon.runtime.archive.Row;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// What was decided lately, for one who follows closely behind; what finds no room is read from the
/// record.
final class RowsLately {
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Batch> lately = new ArrayDeque<>();
  private final long mostBytes;
  private long bytes;

  /// Rows decided together, one at least.
  private record Batch(List<Row> rows, long bytes) {
    private long position() {
      return rows.getFirst().position();
    }
  }

  /// For one who reads every row.
  RowsLately() {
    this(8 << 20);
  }

  /// For one follower.
  ///
  /// @param mostBytes of rows kept until they are read
  RowsLately(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// Told of what was decided, in order.
  void offer(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var more = 0L;
    for (var row : rows) {
      more += row.bytes();
    }
    lock.lock();
    try {
      if (bytes + more <= mostBytes) {
        lately.add(new Batch(rows, more));
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
      while (!lately.isEmpty() && lately.getFirst().position() <= position) {
        var batch = lately.removeFirst();
        bytes -= batch.bytes();
        if (batch.position() == position) {
          return batch.rows();
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
}
