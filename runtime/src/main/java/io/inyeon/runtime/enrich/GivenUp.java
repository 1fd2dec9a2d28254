package io.inyeon.runtime.enrich;

import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.enrich.Jobs.Job;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;

/// Events that enrichers gave up, and what operators make of them: they are tried again, or dropped
/// for a reason.
final class GivenUp {
  private final EnrichStore store;
  private final SortedMap<String, Running> all;
  private final ReentrantLock lock;
  private final Runnable wake;
  private final Drops drops;

  /// @param all at work, guarded by the lock
  /// @param wake is told, under the lock, that there is something to do
  GivenUp(
      House house,
      EnrichStore store,
      SortedMap<String, Running> all,
      ReentrantLock lock,
      Runnable wake) {
    this.store = store;
    this.all = all;
    this.lock = lock;
    this.wake = wake;
    drops = new Drops(house);
  }

  /// Carries out what is on record as dropped, and was not before a crash.
  void dropOnRecord(String id) {
    for (var drop = drops.one(id, store.jobs().dropped(id) + 1);
        drop != null;
        drop = drops.one(id, drop.number() + 1)) {
      var changes = store.new Changes();
      changes.drop(id, drop.positions(), drop.number());
      store.write(changes);
    }
  }

  /// Those of an enricher, in the order of the log.
  List<Job> failures(String id, long after, int most) {
    return store.jobs().failures(id, after, most);
  }

  /// Has events tried again that were given up.
  ///
  /// @param positions none for all
  /// @return how many
  long retry(String id, Collection<Long> positions) {
    lock.lock();
    try {
      var running = all.get(id);
      if (running == null) {
        return 0;
      }
      var count = 0L;
      var after = 0L;
      while (true) {
        var some = store.jobs().failures(id, after, 10_000);
        if (some.isEmpty()) {
          break;
        }
        after = some.getLast().position();
        var changes = store.new Changes();
        for (var job : some) {
          if (positions.isEmpty() || positions.contains(job.position())) {
            changes.again(id, job.position());
            running.fresh = Math.min(running.fresh, job.position());
            count++;
          }
        }
        store.write(changes);
      }
      running.failures -= count;
      running.waiting += count;
      wake.run();
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// Drops events that were given up, and has it on record first. Called while nobody else drops or
  /// retries.
  ///
  /// @param positions none for all
  /// @return how many
  long drop(String id, Collection<Long> positions, String reason, String author)
      throws Unavailable {
    var count = 0L;
    var after = 0L;
    while (true) {
      var some = store.jobs().failures(id, after, Drops.AT_ONCE);
      if (some.isEmpty()) {
        return count;
      }
      after = some.getLast().position();
      var meant =
          some.stream()
              .filter(job -> positions.isEmpty() || positions.contains(job.position()))
              .toList();
      if (!meant.isEmpty()) {
        carryOut(id, drops.save(id, store.jobs().dropped(id) + 1, meant, reason, author));
        count += meant.size();
      }
    }
  }

  private void carryOut(String id, Drops.Drop drop) {
    lock.lock();
    try {
      var changes = store.new Changes();
      changes.drop(id, drop.positions(), drop.number());
      store.write(changes);
      var running = all.get(id);
      if (running != null) {
        running.failures -= drop.positions().size();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Drops below a number, the newest first.
  List<Drops.Drop> drops(String id, int before, int most) {
    var found = new ArrayList<Drops.Drop>();
    for (var number = Math.min(before - 1, store.jobs().dropped(id));
        number > 0 && found.size() < most;
        number--) {
      var drop = drops.one(id, number);
      if (drop != null) {
        found.add(drop);
      }
    }
    return found;
  }
}
