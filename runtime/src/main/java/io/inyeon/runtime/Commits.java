package io.inyeon.runtime;

import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/// Tells readers whether state stood still while they looked. A commit becomes visible in steps:
/// rows first, then what is cached of them.
final class Commits {
  private final StampedLock lock = new StampedLock();

  /// Commits; the writer's thread alone.
  void commit(Runnable commit) {
    var stamp = lock.writeLock();
    try {
      commit.run();
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  /// Whether a check held and no commit came in between. Does not hold up the writer, unless it is
  /// committing already: then it waits for that, and looks before the next.
  boolean still(BooleanSupplier check) {
    var stamp = lock.tryOptimisticRead();
    if (stamp != 0) {
      return check.getAsBoolean() && lock.validate(stamp);
    }
    stamp = lock.readLock();
    try {
      return check.getAsBoolean();
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
