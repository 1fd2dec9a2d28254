package io.inyeon.runtime.rights;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Retention;
import io.inyeon.core.govern.Retention.Cutoffs;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.RetentionDesk;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
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
  private final KeptFiles files;
  private final Statutory statutory;
  private final RetentionRules rules;
  private final Sweep sweep;

  /// Held while the disk is cleared, by whoever does so.
  private final ReentrantLock work;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private @Nullable String wantedBy;
  private boolean closing;

  private volatile @Nullable Run underWay;
  private volatile long hidden;

  private RetentionOffice(House house, KeptFiles files, Statutory statutory, ReentrantLock work) {
    this.house = house;
    this.files = files;
    this.statutory = statutory;
    this.work = work;
    rules = new RetentionRules(house);
    sweep = new Sweep(house);
    thread = Thread.ofPlatform().name("retention").daemon().unstarted(this::run);
  }

  /// Begins to keep the terms.
  ///
  /// @param work held while the disk is cleared
  static RetentionOffice open(
      House house, KeptFiles files, Statutory statutory, ReentrantLock work) {
    var office = new RetentionOffice(house, files, statutory, work);
    office.thread.start();
    return office;
  }

  // ---- rules

  @Override
  public Version current() {
    return rules.current();
  }

  @Override
  public List<Version> versions() {
    return rules.versions();
  }

  @Override
  public Saved save(Value.Fields written, int after, String reason, String author)
      throws Unavailable {
    return rules.save(written, after, reason, author);
  }

  private Cutoffs cutoffs(Retention retention, boolean byLaw) {
    return Retention.cutoffs(
        retention.terms(house.rules().purposes()),
        byLaw ? statutory.rules() : List.of(),
        house.now());
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
      var cutoffs = cutoffs(read.retention(), true);
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
      into.accept(new Due(events, keptByLaw(read.retention(), events), traits, whole));
      return List.of();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What has come to its term cannot be counted", e);
      throw new Unavailable("archive_unavailable", 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }

  private long keptByLaw(Retention retention, SortedMap<String, Long> go) throws IOException {
    return sum(sweep.count(cutoffs(retention, false))) - sum(go);
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  // ---- runs

  @Override
  public List<Run> runs(int most) {
    var kept = rules.runs(most);
    var now = underWay;
    return now == null || kept.isEmpty() || !kept.getFirst().id().equals(now.id())
        ? kept
        : Stream.concat(Stream.of(now), kept.stream().skip(1)).toList();
  }

  @Override
  public long hidden() {
    return hidden;
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

  private @Nullable Run last() {
    var runs = rules.runs(1);
    return runs.isEmpty() ? null : runs.getFirst();
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
    var last = last();
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
          work.lockInterruptibly();
          try {
            failed = !perform(by);
          } finally {
            work.unlock();
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

  /// One run, from where the last one got to.
  ///
  /// @return whether it came to its end
  private boolean perform(String by) throws InterruptedException {
    var last = last();
    var again = last != null && last.state() != State.DONE;
    var run =
        last != null && again
            ? new Run(
                last.id(),
                current().version(),
                last.by(),
                State.RUNNING,
                last.phase(),
                last.startedAt(),
                0,
                last.events(),
                last.keptByLaw(),
                last.traits(),
                "")
            : new Run(
                Records.id("ret", house.now()),
                current().version(),
                by,
                State.RUNNING,
                "hiding",
                house.now(),
                0,
                Sweep.nothing(),
                0,
                Sweep.nothing(),
                "");
    try {
      run = told(run);
      run = hide(run);
      if (run.gone() > 0 || again) {
        run = told(phase(run, "scrubbing"));
        scrub(again);
      }
      told(ended(run, State.DONE, ""));
      return true;
    } catch (IOException | Unavailable e) {
      LOG.log(Level.ERROR, "What has come to its term is not gone yet; it is tried again", e);
      var failed = underWay == null ? run : underWay;
      try {
        told(ended(failed, State.FAILED, String.valueOf(e.getMessage())));
      } catch (Unavailable more) {
        LOG.log(Level.ERROR, "That it failed cannot be written down", more);
      }
      return false;
    } finally {
      underWay = null;
      hidden = 0;
    }
  }

  private Run told(Run run) throws Unavailable {
    underWay = run;
    rules.save(run);
    return run;
  }

  private static Run phase(Run run, String phase) {
    return new Run(
        run.id(),
        run.version(),
        run.by(),
        run.state(),
        phase,
        run.startedAt(),
        0,
        run.events(),
        run.keptByLaw(),
        run.traits(),
        "");
  }

  private Run ended(Run run, State state, String error) {
    return new Run(
        run.id(),
        run.version(),
        run.by(),
        state,
        state == State.DONE ? "done" : run.phase(),
        run.startedAt(),
        house.now(),
        run.events(),
        run.keptByLaw(),
        run.traits(),
        error);
  }

  /// Takes it out of what can be read, and says in the run what it was.
  private Run hide(Run run) throws IOException, Unavailable, InterruptedException {
    house.forgetRecent();
    house.catchUp();
    var retention = current().retention();
    var cutoffs = cutoffs(retention, true);
    if (cutoffs.none()) {
      return run;
    }
    var found = sweep.count(cutoffs);
    var counted = found(run, found, keptByLaw(retention, found), Sweep.nothing());
    told(counted); // before anything goes, so that the report never says too little
    sweep.events(
        cutoffs,
        gone -> {
          hidden = gone;
          goOn();
        });
    for (var trait : cutoffs.traits().entrySet()) {
      goOn();
      var swept = rules.swept(trait.getKey());
      var upTo = house.archive().position();
      // A longer term than before leaves what is swept as it is.
      var before = Math.max(trait.getValue(), swept.before());
      var gone = sweep.trait(trait.getKey(), swept, trait.getValue());
      if (gone > 0) {
        var one = new TreeMap<>(Map.of(trait.getKey(), gone));
        counted = told(found(counted, Sweep.nothing(), 0, one));
      }
      rules.swept(trait.getKey(), new RetentionRules.Swept(before, upTo));
    }
    house.forgetRecent();
    return counted;
  }

  private static Run found(
      Run run, SortedMap<String, Long> events, long keptByLaw, SortedMap<String, Long> traits) {
    return new Run(
        run.id(),
        run.version(),
        run.by(),
        run.state(),
        run.phase(),
        run.startedAt(),
        0,
        most(run.events(), events),
        Math.max(run.keptByLaw(), keptByLaw),
        added(run.traits(), traits),
        "");
  }

  /// A run that is begun anew finds again what was counted and is not gone yet.
  private static SortedMap<String, Long> most(
      SortedMap<String, Long> counts, SortedMap<String, Long> again) {
    var all = new TreeMap<>(counts);
    again.forEach((name, count) -> all.merge(name, count, Math::max));
    return all;
  }

  private static SortedMap<String, Long> added(
      SortedMap<String, Long> counts, SortedMap<String, Long> more) {
    var all = new TreeMap<>(counts);
    more.forEach((name, count) -> all.merge(name, count, Long::sum));
    return all;
  }

  /// Clears the disk.
  ///
  /// @param all whether files of the archive may be owed by an earlier start
  private void scrub(boolean all) throws IOException, InterruptedException {
    files.forgetOver();
    goOn();
    house.archive().rewrite(all, (_, _) -> goOn());
    goOn();
    house.forgetVocabulary();
    goOn();
    house.rebuild("retention");
    house.wipeLog();
  }

  private void goOn() {
    if (closing()) {
      throw new CancellationException("the server is stopping");
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
