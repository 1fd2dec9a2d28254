package io.inyeon.runtime.rights;

import io.inyeon.core.govern.Retention;
import io.inyeon.core.govern.Retention.Cutoffs;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.RetentionDesk.Run;
import io.inyeon.runtime.http.RetentionDesk.State;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Does what is due: takes out of archive and log what has come to its term, and has the disk
/// cleared. Each step is on record before it is taken, and may be taken twice.
final class RetentionRun {
  private static final System.Logger LOG = System.getLogger(RetentionRun.class.getName());

  private final House house;
  private final KeptFiles files;
  private final Statutory statutory;
  private final RetentionRules rules;
  private final Sweep sweep;
  private final BooleanSupplier closing;

  private volatile @Nullable Run underWay;
  private volatile long hidden;

  /// @param closing whether the server ends, so that the rest is left for the next start
  RetentionRun(
      House house,
      KeptFiles files,
      Statutory statutory,
      RetentionRules rules,
      Sweep sweep,
      BooleanSupplier closing) {
    this.house = house;
    this.files = files;
    this.statutory = statutory;
    this.rules = rules;
    this.sweep = sweep;
    this.closing = closing;
  }

  /// The run under way; `null` when there is none.
  @Nullable Run underWay() {
    return underWay;
  }

  /// How many events it has taken out of what can be read.
  long hidden() {
    return hidden;
  }

  /// The latest run; `null` before the first.
  @Nullable Run last() {
    var runs = rules.runs("", 1);
    return runs.isEmpty() ? null : runs.getFirst();
  }

  /// Before which instants things go.
  ///
  /// @param byLaw whether what a law obliges to keep stays
  Cutoffs cutoffs(Retention retention, boolean byLaw) {
    return Retention.cutoffs(
        retention.terms(house.rules().purposes()),
        byLaw ? statutory.rules() : List.of(),
        house.now());
  }

  /// How many events stay only because a law obliges.
  ///
  /// @param go those that do not, by name
  long keptByLaw(Retention retention, SortedMap<String, Long> go) throws IOException {
    return sum(sweep.count(cutoffs(retention, false))) - sum(go);
  }

  private static long sum(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// One run, from where the last one got to.
  ///
  /// @return whether it came to its end
  boolean perform(String by) throws InterruptedException {
    var last = last();
    var again = last != null && last.state() != State.DONE;
    var run =
        last != null && again
            ? new Run(
                last.id(),
                rules.current().version(),
                last.by(),
                State.RUNNING,
                last.phase(),
                last.startedAt(),
                0,
                last.events(),
                last.keptByLaw(),
                last.traits(),
                "",
                last.upTo())
            : new Run(
                Records.id("ret", house.now()),
                rules.current().version(),
                by,
                State.RUNNING,
                "hiding",
                house.now(),
                0,
                Sweep.nothing(),
                0,
                Sweep.nothing(),
                "",
                0);
    try {
      run = told(run);
      run = hide(run);
      if (run.gone() > 0 || again) {
        run = told(phase(run, "scrubbing"));
        scrub(again);
      }
      told(ended(run, State.DONE, ""));
      return true;
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | Unavailable | RuntimeException e) {
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
        "",
        run.upTo());
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
        error,
        run.upTo());
  }

  /// Takes it out of what can be read, and says in the run what it was.
  private Run hide(Run run) throws IOException, Unavailable, InterruptedException {
    house.forgetRecent();
    house.catchUp();
    var retention = rules.current().retention();
    var cutoffs = cutoffs(retention, true);
    if (cutoffs.none()) {
      return run;
    }
    var position = house.archive().position();
    var found = sweep.count(cutoffs, position);
    var kept = keptByLaw(retention, found);
    var counted = found(run, counted(run, found, cutoffs), kept, Sweep.nothing(), position);
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
        counted = told(found(counted, counted.events(), 0, one, counted.upTo()));
      }
      rules.swept(trait.getKey(), new RetentionRules.Swept(before, upTo));
    }
    house.forgetRecent();
    return counted;
  }

  private static Run found(
      Run run,
      SortedMap<String, Long> events,
      long keptByLaw,
      SortedMap<String, Long> traits,
      long upTo) {
    return new Run(
        run.id(),
        run.version(),
        run.by(),
        run.state(),
        run.phase(),
        run.startedAt(),
        0,
        events,
        Math.max(run.keptByLaw(), keptByLaw),
        added(run.traits(), traits),
        "",
        upTo);
  }

  /// How many events this run takes in all. One that is begun anew finds again what it has counted
  /// and not taken yet, and what came since besides.
  private SortedMap<String, Long> counted(Run run, SortedMap<String, Long> found, Cutoffs cutoffs)
      throws IOException {
    var again = run.upTo() == 0 ? Sweep.nothing() : sweep.count(cutoffs, run.upTo());
    var all = new TreeMap<>(run.events());
    again.forEach((name, count) -> all.merge(name, count, Math::max));
    found.forEach((name, count) -> {
      var since = count - again.getOrDefault(name, 0L);
      if (since > 0) {
        all.merge(name, since, Long::sum);
      }
    });
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
    if (closing.getAsBoolean()) {
      throw new CancellationException("the server is stopping");
    }
  }
}
