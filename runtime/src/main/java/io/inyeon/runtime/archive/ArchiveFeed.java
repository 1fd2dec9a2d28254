package io.inyeon.runtime.archive;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Carries committed rows into the archive, off the writer's path, in batches.
///
/// The writer offers rows and never waits. What does not fit into the queue is forgotten and read
/// again from where it is durable ([Refill]), as are the rows that were committed but not archived
/// when the process last ended. Every position is archived, in order; a position left out is our
/// own bug and stops the feed.
public final class ArchiveFeed implements AutoCloseable {
  private static final Logger LOG = System.getLogger(ArchiveFeed.class.getName());

  private final Archive archive;
  private final Refill refill;
  private final FeedOptions options;
  private final Thread thread;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /// Rows of positions `queuedFrom` to `queuedTo`, without a gap.
  private final ArrayDeque<Row> queue = new ArrayDeque<>();

  private long queuedFrom;
  private long queuedTo;
  private long queuedBytes;
  private long queuedSince;

  /// Of the last row that was offered, kept or not.
  private long committed;

  /// The furthest that somebody waits for.
  private long wanted;

  private int waiters;
  private FeedState.Phase phase = FeedState.Phase.RUNNING;
  private @Nullable String lastError;
  private double rowsPerSecond;
  private long appendedAt = System.nanoTime();
  private boolean closing;

  private ArchiveFeed(Archive archive, Refill refill, long committed, FeedOptions options) {
    this.archive = archive;
    this.refill = refill;
    this.options = options;
    this.committed = committed;
    this.queuedFrom = committed + 1;
    this.queuedTo = committed;
    this.thread = Thread.ofPlatform().name("archive-feed").unstarted(this::run);
  }

  /// Starts the thread that appends.
  ///
  /// @param committed position of the last row that is committed now; the first that is offered is
  ///   the next. Those after the archive's own position are refilled. The archive may be ahead,
  ///   when state was lost and is replayed from the log: what comes again is skipped
  public static ArchiveFeed start(
      Archive archive, Refill refill, long committed, FeedOptions options) {
    var feed = new ArchiveFeed(archive, refill, committed, options);
    feed.thread.start();
    return feed;
  }

  /// Takes rows that were just committed; never waits.
  ///
  /// @throws IllegalStateException when they do not follow those offered before: our own bug
  public void offer(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      if (rows.getFirst().position() != committed + 1) {
        throw new IllegalStateException(
            "after " + committed + " the archive was offered " + rows.getFirst().position());
      }
      var first = queue.isEmpty();
      var keeps = queuedTo == committed && phase != FeedState.Phase.FAILED;
      for (var row : rows) {
        if (keeps && queuedBytes < options.queueBytes()) {
          queue.add(row);
          queuedTo = row.position();
          queuedBytes += row.bytes();
        }
      }
      committed = rows.getLast().position();
      if (committed <= archive.position()) {
        forgetArchived();
        queuedTo = committed;
        queuedFrom = committed + 1;
      }
      if (first && !queue.isEmpty()) {
        queuedSince = System.nanoTime();
        changed.signalAll();
      } else if (waiters > 0 || batchIsFull()) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the row of a position is archived and can be read.
  ///
  /// @return whether it is; not so after `timeout`, or when the feed has stopped
  public boolean flushUpTo(long position, Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    waiters++;
    try {
      var left = timeout.toNanos();
      while (archive.position() < position) {
        if (left <= 0 || stopped()) {
          return false;
        }
        // A position that nobody has committed yet hurries nobody.
        var now = Math.min(position, committed);
        if (now > wanted) {
          wanted = now;
          changed.signalAll();
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      waiters--;
      lock.unlock();
    }
  }

  /// How it keeps up.
  public FeedState state() {
    lock.lock();
    try {
      var position = archive.position();
      return new FeedState(
          phase,
          position,
          Math.max(0, committed - position),
          queuedTo < committed || position + 1 < queuedFrom,
          lastError,
          rowsPerSecond);
    } finally {
      lock.unlock();
    }
  }

  /// Archives what was offered, if that takes no longer than the longest pause after a failure, and
  /// ends. What is not archived then is refilled after the next start.
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(options.lastRetry())) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var pause = options.firstRetry();
    try {
      while (awaitWork()) {
        try {
          appendSome();
          pause = options.firstRetry();
        } catch (IOException e) {
          LOG.log(Level.WARNING, "The archive takes no rows; trying again in " + pause, e);
          fail(FeedState.Phase.RETRYING, e);
          if (!rest(pause)) {
            break;
          }
          pause = longer(pause);
        }
      }
      end();
    } catch (InterruptedException e) {
      end();
    } catch (RuntimeException | Error e) {
      // Our own bug. Nothing is lost: the rows stay in the log, and are not recycled.
      LOG.log(Level.ERROR, "The archive's feed stopped at " + archive.position(), e);
      fail(FeedState.Phase.FAILED, e);
      throw e;
    }
  }

  /// Waits until there is a batch to write; `false` when there is nothing left to do.
  private boolean awaitWork() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        if (archive.position() >= committed) {
          if (closing) {
            return false;
          }
          changed.await();
        } else if (closing
            || phase == FeedState.Phase.RETRYING
            || wanted > archive.position()
            || batchIsFull()
            || mustRefill()) {
          return true;
        } else {
          var left = queuedSince + options.linger().toNanos() - System.nanoTime();
          if (left <= 0) {
            return true;
          }
          changed.awaitNanos(left);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean batchIsFull() {
    return queue.size() >= options.batchRows() || queuedBytes >= options.batchBytes();
  }

  /// Whether the next row is not in the queue.
  private boolean mustRefill() {
    return queue.isEmpty() || archive.position() + 1 < queuedFrom;
  }

  private void appendSome() throws IOException {
    var before = archive.position();
    var batch = nextBatch();
    if (!batch.isEmpty()) {
      archive.append(batch);
    }
    if (archive.position() == before) {
      throw new IllegalStateException("nothing follows " + before + ", but more is committed");
    }
    lock.lock();
    try {
      forgetArchived();
      phase = FeedState.Phase.RUNNING;
      var now = System.nanoTime();
      var seconds = Math.max(1e-6, (now - appendedAt) / 1e9);
      rowsPerSecond += ((archive.position() - before) / seconds - rowsPerSecond) / 8;
      appendedAt = now;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The rows to append next: from the queue, or, where it does not reach back far enough,
  /// refilled.
  private List<Row> nextBatch() throws IOException {
    lock.lock();
    try {
      forgetArchived();
      if (queue.isEmpty()) {
        // From here on the queue is complete again; what was not kept before is refilled.
        queuedFrom = committed + 1;
        queuedTo = committed;
      }
      if (!mustRefill()) {
        return batchOfQueue();
      }
    } finally {
      lock.unlock();
    }
    return refill.rowsFrom(archive.position() + 1, options.batchRows());
  }

  private List<Row> batchOfQueue() {
    var batch = new ArrayList<Row>(Math.min(queue.size(), options.batchRows()));
    var bytes = 0L;
    for (var row : queue) {
      if (batch.size() == options.batchRows() || bytes >= options.batchBytes()) {
        break;
      }
      batch.add(row);
      bytes += row.bytes();
    }
    return batch;
  }

  private void forgetArchived() {
    var position = archive.position();
    while (!queue.isEmpty() && queue.getFirst().position() <= position) {
      queuedBytes -= queue.removeFirst().bytes();
      queuedSince = System.nanoTime();
    }
    queuedFrom = queue.isEmpty() ? queuedTo + 1 : queue.getFirst().position();
  }

  private void fail(FeedState.Phase phase, Throwable cause) {
    lock.lock();
    try {
      this.phase = phase;
      lastError = cause.toString();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Pauses after a failure; `false` when it is being closed.
  private boolean rest(Duration pause) throws InterruptedException {
    lock.lock();
    try {
      var left = pause.toNanos();
      while (left > 0 && !closing) {
        left = changed.awaitNanos(left);
      }
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  private Duration longer(Duration pause) {
    var twice = pause.multipliedBy(2);
    return twice.compareTo(options.lastRetry()) < 0 ? twice : options.lastRetry();
  }

  private boolean stopped() {
    return phase == FeedState.Phase.FAILED || phase == FeedState.Phase.CLOSED;
  }

  private void end() {
    lock.lock();
    try {
      phase = FeedState.Phase.CLOSED;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
