package io.inyeon.runtime;

import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Row;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Files committed entries away in the archive, beside the writer and never in its way.
///
/// Rows come from memory while the archive keeps up. When it does not, they are let go of and read
/// again from the log and the outbox, where they stay until they are archived.
final class Filing {
  private static final System.Logger LOG = System.getLogger(Filing.class.getName());
  private static final int BATCH = 10_000;
  private static final long GATHER_MS = 1_000;
  private static final long MEMORY_BYTES = 48L << 20;
  private static final long LONGEST_PAUSE_MS = 30_000;

  /// Reads rows again.
  @FunctionalInterface
  interface Again {
    /// The rows from a position on, in order; at least one when it is committed.
    List<Row> rows(long from, int most);
  }

  private final Archive archive;
  private final Again again;
  private final Positions archived;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ArrayDeque<Row> queue = new ArrayDeque<>();
  private long queued; // bytes
  private long committed;
  private long wanted;
  private boolean stopping;
  private volatile @Nullable String error;

  /// Starts the thread.
  ///
  /// @param committed the position up to which rows can be read again
  Filing(Archive archive, long committed, Again again) {
    this.archive = archive;
    this.again = again;
    this.committed = committed;
    this.archived = new Positions(archive.position());
    this.thread = Thread.ofPlatform().name("archive").start(this::run);
  }

  /// Takes rows that were just committed.
  void file(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      for (var row : rows) {
        queue.add(row);
        queued += row.bytes();
      }
      committed = rows.getLast().position();
      if (queued > MEMORY_BYTES) {
        queue.clear();
        queued = 0;
      }
      work.signal();
    } finally {
      lock.unlock();
    }
  }

  /// How far the archive has come.
  long position() {
    return archived.reached();
  }

  /// What went wrong last, while it still does.
  @Nullable String error() {
    return error;
  }

  /// Waits until a position is archived, and has no more patience for gathering meanwhile.
  boolean until(long position, long timeoutMs) throws InterruptedException {
    if (archived.reached() >= position) {
      return true;
    }
    lock.lock();
    try {
      wanted = Math.max(wanted, position);
      work.signal();
    } finally {
      lock.unlock();
    }
    return archived.await(position, timeoutMs);
  }

  private void run() {
    var pauseMs = 0L;
    try {
      while (await(pauseMs)) {
        try {
          var batch = next();
          archive.append(batch);
          archived.reach(archive.position());
          error = null;
          pauseMs = 0;
        } catch (ArchiveException e) {
          archived.reach(archive.position());
          if (error == null) {
            LOG.log(Level.ERROR, "The archive cannot take entries; they wait in the log", e);
          }
          error = e.getMessage();
          pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(500, 2 * pauseMs));
        }
      }
    } catch (InterruptedException _) {
      LOG.log(Level.DEBUG, "the archive's thread was interrupted");
    } catch (RuntimeException e) {
      error = "stopped by a bug: " + e;
      LOG.log(Level.ERROR, "The archive's thread has died; entries wait in the log", e);
    }
  }

  /// Waits until there is enough to do, or somebody waits for it; false at the end.
  private boolean await(long pauseMs) throws InterruptedException {
    lock.lock();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(pauseMs);
      while (left > 0 && !stopping) {
        left = work.awaitNanos(left);
      }
      while (committed <= archived.reached() && !stopping) {
        work.await();
      }
      var gather = TimeUnit.MILLISECONDS.toNanos(GATHER_MS);
      while (gather > 0
          && !stopping
          && wanted <= archived.reached()
          && committed - archived.reached() < BATCH) {
        gather = work.awaitNanos(gather);
      }
      return committed > archived.reached() && (!stopping || pauseMs == 0);
    } finally {
      lock.unlock();
    }
  }

  /// The rows that follow those archived: from memory if they are there, else read again.
  private List<Row> next() {
    var from = archived.reached() + 1;
    lock.lock();
    try {
      while (!queue.isEmpty() && queue.getFirst().position() < from) {
        queued -= queue.removeFirst().bytes();
      }
      if (!queue.isEmpty() && queue.getFirst().position() == from) {
        var batch = new ArrayList<Row>();
        while (!queue.isEmpty() && batch.size() < BATCH) {
          var row = queue.removeFirst();
          queued -= row.bytes();
          batch.add(row);
        }
        return batch;
      }
    } finally {
      lock.unlock();
    }
    return again.rows(from, BATCH);
  }

  /// Files what is committed, and ends.
  void close() throws InterruptedException {
    lock.lock();
    try {
      stopping = true;
      work.signal();
    } finally {
      lock.unlock();
    }
    thread.join();
  }
}
