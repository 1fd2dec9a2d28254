package io.inyeon.runtime;

import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps the house small: makes state durable now and then, and lets go of what the log and the
/// outbox need not hold any longer. Does nothing while nothing happens.
///
/// A segment of the log may go when everything in it is archived and durable in state, and it is
/// either older than `log-keep-hours` or the log is larger than `log-max-mb`.
final class Housekeeping implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final long ROUND_MS = 15_000;

  private final Log log;
  private final State state;
  private final Archive archive;
  private final InstantSource clock;
  private final long keepMs;
  private final long maxBytes;
  private final LogAges ages;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final Thread thread;
  private boolean stopping;
  private long flushed;
  private volatile @Nullable String error;
  private volatile Chore chore = () -> {};

  Housekeeping(Log log, State state, Archive archive, Config config, InstantSource clock) {
    this.log = log;
    this.state = state;
    this.archive = archive;
    this.clock = clock;
    this.ages = new LogAges(log);
    this.keepMs = Duration.ofHours(config.number(Setting.LOG_KEEP_HOURS)).toMillis();
    this.maxBytes = config.number(Setting.LOG_MAX_MB) << 20;
    this.flushed = state.durablePosition();
    this.thread = Thread.ofPlatform().name("housekeeping").daemon().start(this::run);
  }

  /// Something more that is seen to now and then.
  @FunctionalInterface
  interface Chore {
    void round() throws IOException;
  }

  /// Sees to something more from the next round on.
  void also(Chore more) {
    chore = more;
  }

  /// What went wrong in the last round; `null` when nothing did.
  @Nullable String error() {
    return error;
  }

  private void run() {
    while (pause()) {
      try {
        round();
        chore.round();
        error = null;
      } catch (StateFailure | IOException e) {
        if (error == null) {
          LOG.log(Level.ERROR, "Housekeeping failed and is tried again", e);
        }
        error = e.getMessage();
      }
    }
  }

  private void round() throws IOException {
    var position = state.position();
    if (position == flushed && archive.position() >= position && log.bytes() <= maxBytes) {
      return;
    }
    if (position != flushed) {
      flushed = state.flush();
    }
    var safe = Math.min(archive.position(), state.durablePosition());
    state.forgetOutbox(archive.position() + 1);
    log.recycleBelow(
        Math.min(safe + 1, Math.max(ages.endOfOlderThan(clock.millis() - keepMs), tooMany())));
  }

  /// About the position below which the log is more than it may keep.
  private long tooMany() {
    var bytes = log.bytes();
    if (bytes <= maxBytes) {
      return 0;
    }
    var oldest = log.oldestPosition();
    var entries = log.durablePosition() - oldest;
    return oldest + (long) (entries * ((double) (bytes - maxBytes) / bytes));
  }

  private boolean pause() {
    lock.lock();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(ROUND_MS);
      while (left > 0 && !stopping) {
        left = ended.awaitNanos(left);
      }
      return !stopping;
    } catch (InterruptedException _) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      ended.signal();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
