package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Erasures;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.SavedRules;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.unify.Leftover;
import io.inyeon.runtime.store.Picture;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateInUse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Makes state anew from everything that ever was, by the rules saved last, beside the state in
/// force and its traffic; compares the two, and puts the new one in force.
///
/// Until the last step nothing that counts is touched, and that step is atomic: whoever interrupts
/// it leaves either the old state or the new one, each complete, and the log says the rest.
final class Rebuild {
  /// So few entries are repeated while the writer waits.
  private static final long NEAR = 500;

  private static final int ROUNDS = 20;

  /// What others see of it.
  interface Watcher {
    /// It has come to something else.
    void phase(String phase);

    /// It has come further.
    ///
    /// @param done of `total`: entries, or trees while comparing
    void progress(long done, long total);

    /// Somebody is divided or united.
    void change(Regrouping.Change change);
  }

  /// Reads events again for the state that is being made.
  @FunctionalInterface
  interface Rereader {
    /// What is on record, for a state that is made.
    OnRecord of(State made);
  }

  /// Between two of the writer's batches.
  interface Between {
    <T extends @Nullable Object> T batches(Step<T> step) throws IOException, InterruptedException;
  }

  /// Something that is done there.
  interface Step<T extends @Nullable Object> {
    T take() throws IOException, InterruptedException;
  }

  /// What came of it.
  ///
  /// @param from version of the rules before
  /// @param to version of the rules that are in force now
  /// @param position of the entry that it was compared at
  /// @param entries repeated before that
  /// @param replayNanos how long that took
  /// @param cpuNanos what it took of the CPU, without the archive's own threads
  /// @param readMicros what the core alone takes of the CPU to read an accepted event
  /// @param decideMicros and to decide it
  /// @param pauseNanos how long the writer waited in the end
  /// @param sameness `null` when the rules are others, so that nothing need be the same
  /// @param nobodys accepted events that belong to nobody by these rules
  /// @param missing entries of which nothing is known any more
  record Report(
      int from,
      int to,
      long position,
      long entries,
      long replayNanos,
      long cpuNanos,
      double readMicros,
      double decideMicros,
      long pauseNanos,
      Regrouping.Total people,
      Sameness.@Nullable Result sameness,
      long nobodys,
      long missing) {}

  private final StateInUse live;
  private final History history;
  private final Rereader rereader;
  private final Shelf shelf;
  private final Between between;
  private final PhoneNumbers phones;
  private final Patterns patterns;
  private final Watcher watcher;
  private final AtomicBoolean cancelled;

  /// Ready to begin.
  Rebuild(
      StateInUse live,
      History history,
      Rereader rereader,
      Shelf shelf,
      Between between,
      PhoneNumbers phones,
      Patterns patterns,
      Watcher watcher,
      AtomicBoolean cancelled) {
    this.live = live;
    this.history = history;
    this.rereader = rereader;
    this.shelf = shelf;
    this.between = between;
    this.phones = phones;
    this.patterns = patterns;
    this.watcher = watcher;
    this.cancelled = cancelled;
  }

  /// The rules saved last, which a rebuild puts in force; those in force when there are none.
  static RulesDocument wanted(State state) {
    var last = new AtomicReference<SavedRules>();
    state.forEach(
        Key.OfSavedRules.class,
        (Key<SavedRules> _, SavedRules saved) ->
            last.accumulateAndGet(
                saved, (a, b) -> a == null || b.rules().version() > a.rules().version() ? b : a));
    var saved = last.get();
    return saved == null ? inForce(state) : saved.rules();
  }

  /// All rules that were ever saved.
  private static List<RulesDocument> ever(State state) {
    var all = new ArrayList<RulesDocument>();
    state.forEach(
        Key.OfSavedRules.class, (Key<SavedRules> _, SavedRules saved) -> all.add(saved.rules()));
    return all;
  }

  static Repeater.Definitions definitions(State state) {
    try (var picture = state.picture()) {
      return Repeater.Definitions.of(picture);
    }
  }

  /// The imports that were taken back, by their sources' numbers: a replay leaves them out.
  static Map<Integer, UndoneImports> undone(State state) {
    var all = new HashMap<Integer, UndoneImports>();
    state.forEach(
        Key.OfUndone.class,
        (Key<UndoneImports> key, UndoneImports undone) ->
            all.put(((Key.OfUndone) key).source(), undone.settled()));
    return all;
  }

  /// Whether state holds what a rebuild would take out: the effect of imports taken back.
  static boolean owesUndoing(State state) {
    var owes = new AtomicBoolean();
    state.forEach(
        Key.OfUndone.class,
        (Key<UndoneImports> _, UndoneImports undone) -> {
          if (undone.pending()) {
            owes.set(true);
          }
        });
    return owes.get();
  }

  /// How many people were ever erased. A rebuild that began before one of them begins anew: it has
  /// read their events.
  private static long erasures(State state) {
    var all = state.read(new Key.OfErasures());
    return all == null ? 0 : all.count();
  }

  /// Sees to it that the archive holds nobody who is erased.
  private static void requireClear(State state) throws IOException {
    var waiting = new ArrayList<String>();
    state.from(
        new Key.OfLeftover(""),
        (Key<Leftover> key, Leftover each) ->
            key instanceof Key.OfLeftover && waiting.add(each.erasure().id()));
    waiting.removeIf(id -> state.read(new Key.OfErasure(id)) != null);
    if (!waiting.isEmpty()) {
      throw new IOException(
          "an erasure is not through with the archive yet, and would be undone: " + waiting);
    }
  }

  /// The rules in force.
  static RulesDocument inForce(State state) {
    return inForce(state.read(new Key.OfRules()));
  }

  /// The rules that were in force.
  static RulesDocument inForce(Picture picture) {
    return inForce(picture.read(new Key.OfRules()));
  }

  private static RulesDocument inForce(@Nullable RulesDocument rules) {
    if (rules == null) {
      throw new IllegalStateException("a workspace without rules");
    }
    return rules;
  }

  /// Does all of it; when the rules are changed meanwhile, again from the beginning.
  ///
  /// @param inForce told, between two batches, that another state is in force
  /// @param unknown told, between two batches, that nobody knows which one is
  /// @throws CancellationException when somebody wanted it to end; then nothing has changed
  /// @throws IOException when history cannot be read whole; then nothing has changed
  Report run(Runnable inForce, Consumer<String> unknown) throws IOException, InterruptedException {
    while (true) {
      requireClear(live);
      var made = shelf.make();
      var attempt = new Attempt(made, wanted(live), inForce, unknown);
      try {
        var report = attempt.run();
        if (report != null) {
          return report;
        }
      } finally {
        switch (attempt.end) {
          case NOT_IN_FORCE -> shelf.discard(made);
          case IN_FORCE -> shelf.discard(attempt.old);
          // The next start knows which one counts.
          case UNKNOWN -> made.abandon();
        }
      }
    }
  }

  /// Which state counts when an attempt has ended.
  private enum End {
    NOT_IN_FORCE,
    IN_FORCE,
    UNKNOWN
  }

  /// One attempt, with one version of the rules.
  private final class Attempt {
    private final State made;
    private final RulesDocument wanted;
    private final long erasures;
    private final Repeater repeater;
    private final RowsAhead<Repeater.Ready> rows;
    private End end = End.NOT_IN_FORCE;
    private State old;
    private final Runnable inForce;
    private final Consumer<String> unknown;

    Attempt(State made, RulesDocument wanted, Runnable inForce, Consumer<String> unknown) {
      this.inForce = inForce;
      this.unknown = unknown;
      this.made = made;
      this.old = made;
      this.wanted = wanted;
      this.erasures = erasures(live);
      // Types that there are stay known: what was an identifier when it came is one.
      var knowing = wanted.knowing(inForce(live));
      this.repeater =
          new Repeater(
              made,
              rereader.of(made),
              knowing,
              undone(live),
              ever(live),
              definitions(live),
              ErasedNames.of(live, wanted.workspaceKey()),
              phones,
              patterns);
      this.rows = new RowsAhead<>(history, repeater, cancelled);
    }

    /// `null` when the rules were changed meanwhile.
    @Nullable Report run() throws IOException, InterruptedException {
      var began = System.nanoTime();
      watcher.phase("replaying");
      catchUp();
      var replayed = System.nanoTime() - began;
      var cpu = rows.cpuNanos();
      var entries = made.position();
      var rulesBefore = inForce(live);
      watcher.phase("comparing");
      Regrouping.Total people;
      Sameness.Result sameness = null;
      long position;
      try (var before = atOnePosition();
          var after = made.picture()) {
        position = before.position();
        people = compare(before, rulesBefore, after);
        if (rulesBefore.version() == wanted.version()) {
          sameness = new Sameness(before, after, cancelled).compare();
        }
      }
      watcher.phase("catching_up");
      catchUp();
      made.flush();
      catchUp();
      watcher.phase("switching");
      var pause = between.batches(this::switched);
      if (pause == null) {
        return null;
      }
      return new Report(
          rulesBefore.version(),
          wanted.version(),
          position,
          entries,
          replayed,
          cpu,
          repeater.readMicros(),
          repeater.decideMicros(),
          pause,
          people,
          sameness,
          repeater.nobodys(),
          repeater.missing());
    }

    private Picture atOnePosition() throws IOException, InterruptedException {
      return between.batches(() -> {
        rows.repeat(made.position() + 1, live.position(), _ -> {});
        return live.picture();
      });
    }

    private Regrouping.Total compare(Picture before, RulesDocument rulesBefore, Picture after) {
      var total = before.counts().trees() + after.counts().trees();
      return new Regrouping(
              before,
              Rules.of(rulesBefore, phones, patterns),
              after,
              Rules.of(inForce(made), phones, patterns),
              cancelled)
          .compare(watcher::change, seen -> watcher.progress(seen, total));
    }

    /// Comes near to the state in force, which goes on.
    private void catchUp() throws IOException, InterruptedException {
      for (var round = 0; round < ROUNDS; round++) {
        var to = live.position();
        if (to - made.position() <= NEAR && made.position() > 0) {
          return;
        }
        rows.repeat(
            made.position() + 1, to, position -> watcher.progress(position, live.position()));
      }
    }

    /// Puts the new state in force; `null` if it is made by rules that are not wanted any more.
    private @Nullable Long switched() throws IOException, InterruptedException {
      var began = System.nanoTime();
      rows.repeat(made.position() + 1, live.position(), _ -> {});
      if (wanted(live).version() != wanted.version() || erasures(live) != erasures) {
        return null;
      }
      carry();
      made.flush();
      if (cancelled.get()) {
        throw new CancellationException("cancelled");
      }
      end = End.UNKNOWN;
      if (!putInForce()) {
        end = End.NOT_IN_FORCE;
        throw new IOException("the file that names the state in force could not be written");
      }
      old = live.replace(made);
      end = End.IN_FORCE;
      inForce.run();
      return System.nanoTime() - began;
    }

    /// Takes over what erasures have yet to clear from the disk, which follows from no entry. When
    /// all but state is clear of somebody, this rebuild is what clears it, and leaves them out.
    private void carry() {
      var left = new ArrayList<Change>();
      live.from(
          new Key.OfLeftover(""),
          (Key<Leftover> key, Leftover each) -> {
            if (live.read(new Key.OfRights(Erasures.CLEARING, each.erasure().id())) == null) {
              left.add(new Change.Put<>(key, each));
            }
            return true;
          });
      if (!left.isEmpty()) {
        made.stage(left);
        made.commitBeside();
      }
    }

    private boolean putInForce() throws IOException {
      try {
        return shelf.putInForce(made);
      } catch (IOException | RuntimeException e) {
        unknown.accept("a rebuild could not be brought to its end: " + e);
        throw e;
      }
    }
  }
}
