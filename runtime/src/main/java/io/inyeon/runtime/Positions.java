package io.inyeon.runtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far something has come along the log, and a place to wait until it has come further.
public final class Positions {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long reached;

  public Positions(long reached) {
    this.reached = reached;
  }

  public long reached() {
    return reached;
  }

  /// Tells those who wait. It never goes back.
  public void reach(long position) {
    lock.lock();
    try {
      reached = Math.max(reached, position);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until `position` is reached; false when the time is up before.
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    if (reached >= position) {
      return true;
    }
    var left = TimeUnit.MILLISECONDS.toNanos(timeoutMs);
    lock.lockInterruptibly();
    try {
      while (reached < position) {
        if (left <= 0) {
          return false;
        }
        left = moved.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
