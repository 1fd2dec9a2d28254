package io.inyeon.runtime.rights;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Retention;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.RetentionDesk;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the terms: once on every day of the workspace's calendar, and when asked, it takes out of
/// archive and log what has come to its term, and then has the disk cleared and state, search and
/// read-model made anew, as an erasure does. A run that was interrupted or failed is begun anew;
/// each step may be done twice.
final class RetentionOffice implements RetentionDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RetentionOffice.class.getName());
  private static final long HOUR_MS = 60L * 60 * 1000;
  private static final long SHORTEST_PAUSE_MS = 10_000;
  private static final long LONGEST_PAUSE_MS = 10L * 60 * 1000;
  private static final String DAILY = "daily";
  private static final int MOST_FORESEEN = 200_000;

  private final House house;
  private final RetentionRules rules;
  private final Sweep sweep;
  private final RetentionRun work;

  /// Held while the disk is cleared, by whoever does so.
  private final ReentrantLock clearing;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private @Nullable String wantedBy;
  private boolean closing;

  private RetentionOffice(
      House house, KeptFiles files, Statutory statutory, ReentrantLock clearing) {
    this.house = house;
    this.clearing = clearing;
    rules = new RetentionRules(house);
    sweep = new Sweep(house);
    work = new RetentionRun(house, files, statutory, rules, sweep, this::closing);
    thread = Thread.ofPlatform().name("retention").daemon().unstarted(this::run);
  }

  /// Begins to keep the terms.
  ///
  /// @param clearing held while the disk is cleared
  static RetentionOffice open(
      House house, KeptFiles files, Statutory statutory, ReentrantLock clearing) {
    var office = new RetentionOffice(house, files, statutory, clearing);
    office.thread.start();
    return office;
  }

  // ---- rules

  @Override
  public Version current() {
    return rules.current();
  }

  @Override
  public List<Version> versions(int before, int most) {
    return rules.versions(before, most);
  }

  @Override
  public Saved save(Value.Fields written, int after, String reason, String author)
      throws Unavailable {
    return rules.save(written, after, reason, author);
  }

  @Override
  public List<String> preview(Value.@Nullable Fields written, Consumer<Due> into)
      throws Unavailable {
    var read =
        written == null
            ? new Retention.Read(current().retention(), List.of())
            : Retention.read(written, house.rules().purposes());
    if (!read.problems().isEmpty()) {
      return read.problems();
    }
    try {
      house.catchUp();
      var cutoffs = work.cutoffs(read.retention(), true);
      var events = sweep.count(cutoffs);
      var traits = new TreeMap<String, Long>();
      var whole = true;
      for (var trait : cutoffs.traits().entrySet()) {
        var found =
            sweep.count(
                trait.getKey(),
                new RetentionRules.Swept(Long.MIN_VALUE, 0),
                trait.getValue(),
                MOST_FORESEEN);
        whole &= found.whole();
        traits.put(trait.getKey(), found.found());
      }
      into.accept(new Due(events, work.keptByLaw(read.retention(), events), traits, whole));
      return List.of();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What has come to its term cannot be counted", e);
      throw new Unavailable("archive_unavailable", 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }

  // ---- runs

  @Override
  public List<Run> runs(String before, int most) {
    var kept = rules.runs(before, most);
    var now = work.underWay();
    return now == null || kept.isEmpty() || !kept.getFirst().id().equals(now.id())
        ? kept
        : Stream.concat(Stream.of(now), kept.stream().skip(1)).toList();
  }

  @Override
  public long hidden() {
    return work.hidden();
  }

  @Override
  public void run(String author) {
    lock.lock();
    try {
      wantedBy = author;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Who wants a run now: somebody, the calendar, or a run that did not come to its end.
  private @Nullable String wanted() {
    lock.lock();
    try {
      var by = wantedBy;
      wantedBy = null;
      if (by != null) {
        return by;
      }
    } finally {
      lock.unlock();
    }
    var last = work.last();
    if (last != null && last.state() != State.DONE) {
      return last.by();
    }
    return current().retention().rules().isEmpty()
            || (last != null && day(last.startedAt()).equals(day(house.now())))
        ? null
        : DAILY;
  }

  private LocalDate day(long at) {
    return LocalDate.ofInstant(
        Instant.ofEpochMilli(at), ZoneId.of(house.rules().document().timeZone()));
  }

  private void run() {
    var pause = SHORTEST_PAUSE_MS;
    try {
      while (!closing()) {
        var by = wanted();
        var failed = false;
        if (by != null) {
          clearing.lockInterruptibly();
          try {
            failed = !work.perform(by);
          } finally {
            clearing.unlock();
          }
        }
        pause = failed ? Math.min(LONGEST_PAUSE_MS, 2 * pause) : SHORTEST_PAUSE_MS;
        await(failed ? pause : HOUR_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (CancellationException e) {
      LOG.log(Level.DEBUG, "The server ends; what is left is done after the next start", e);
    }
  }

  private boolean closing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void await(long ms) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(ms);
      while (left > 0 && !closing && wantedBy == null) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

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
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
