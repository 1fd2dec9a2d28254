package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Filling;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Live;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.segment.Quintiles;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Segments;
import io.inyeon.core.segment.met.People;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// What segments need done besides deciding entries: timers are let off, facts go on record, a new
/// segment's history is counted, and everybody is looked at when definitions change.
///
/// Everything it does is an entry of the log, but for the counting of history, which goes on after
/// a crash from where state has it. One thread; nothing to do costs nothing.
final class SegmentWork implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SegmentWork.class.getName());
  private static final int BATCH = 1_000;

  /// Facts and timers that are looked for at once: what many commits hold, so that none of them
  /// waits for what the one before led to.
  private static final int AT_ONCE = 8 * BATCH;

  private static final long LONGEST_WAIT_MS = 60_000;
  private static final long RETRY_MS = 1_000;

  /// Quintiles move slowly, and whoever crosses one is looked at by a sweep.
  private static final long MEASURED_EVERY_MS = 86_400_000;

  /// Sorts before everybody.
  static final Identifier FIRST = new Identifier("\u0000", "\u0000");

  /// What it does its work on.
  interface House {
    State state();

    InstantSource clock();

    /// Makes entries durable and waits until they are decided.
    default void enter(List<? extends Entry> entries) throws Intake.Unavailable {
      enterEach(List.of(entries));
    }

    /// The same for groups, in their order: the next does not wait until the last is decided.
    void enterEach(List<? extends List<? extends Entry>> groups) throws Intake.Unavailable;

    /// Does something between two of the writer's batches.
    void between(Rebuild.Step<Boolean> step) throws IOException, InterruptedException;

    Rules rules();

    /// Reads accepted events again, as they count in the state in force.
    AcceptedRows accepted();
  }

  private final House house;
  private final AccountWork accounts;
  private final Supplier<History> history;
  private final ReentrantLock one = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private final Set<String> wanted = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Measuring measuring;
  private boolean signalled;
  private volatile boolean closing;
  private volatile @Nullable String error;
  private final Thread thread;

  SegmentWork(House house, Supplier<History> history) {
    this.house = house;
    accounts = new AccountWork(house);
    this.history = history;
    thread = Thread.ofPlatform().name("segments").daemon().unstarted(this::run);
  }

  SegmentWork begin() {
    thread.start();
    return this;
  }

  /// What went wrong last; `null` when all is well.
  @Nullable String error() {
    return error;
  }

  /// How many members of an account that changed are looked at, while that goes on.
  long membersLookedAt() {
    return accounts.looked();
  }

  /// Something may be to do.
  void wake() {
    lock.lock();
    try {
      signalled = true;
      woken.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    while (!closing) {
      try {
        settle();
        error = null;
        await(nextDue());
      } catch (Intake.Unavailable e) {
        pause();
      } catch (IOException | RuntimeException e) {
        if (!closing) {
          error = e.toString();
          LOG.log(Level.ERROR, "Work on segments failed; trying again", e);
          pause();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void pause() {
    try {
      await(RETRY_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing = true;
    }
  }

  private void await(long ms) throws InterruptedException {
    lock.lock();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(Math.min(ms, LONGEST_WAIT_MS));
      while (!signalled && !closing && left > 0) {
        left = woken.awaitNanos(left);
      }
      signalled = false;
    } finally {
      lock.unlock();
    }
  }

  private long nextDue() {
    var due = new long[] {Long.MAX_VALUE};
    house
        .state()
        .from(
            new Key.OfTimer(0, FIRST),
            (Key<Boolean> key, Boolean _) -> {
              due[0] = ((Key.OfTimer) key).due();
              return false;
            });
    for (var trait : house.rules().segments().traits().values()) {
      due[0] = Math.min(due[0], measureAt(trait));
    }
    return due[0] == Long.MAX_VALUE
        ? LONGEST_WAIT_MS
        : Math.max(1, due[0] - house.clock().millis());
  }

  /// Does all that is to do now.
  void settle() throws Intake.Unavailable, IOException, InterruptedException {
    one.lockInterruptibly();
    try {
      while (!closing && (live() || fill() || measure() || sweep())) {
        // There may be more.
      }
    } finally {
      one.unlock();
    }
  }

  /// What cannot wait: timers, facts, and members of accounts that changed. Timers come first,
  /// since until one goes off somebody counts as a member who is none; a fact only says what holds
  /// already, and after much came in at once a great many wait to be told.
  private boolean live() throws Intake.Unavailable {
    var worked = false;
    while (!closing && (fire() || tell() || accounts.step())) {
      worked = true;
    }
    return worked;
  }

  /// Puts facts on record.
  private boolean tell() throws Intake.Unavailable {
    var facts = new ArrayList<Fact>();
    house
        .state()
        .from(
            new Key.OfFact(0, 0),
            (Key<Fact> _, Fact fact) -> {
              facts.add(fact);
              return facts.size() < AT_ONCE;
            });
    if (facts.isEmpty()) {
      return false;
    }
    house.enterEach(FactRuns.of(facts, house.clock().millis()));
    return true;
  }

  /// Lets timers off that are due.
  private boolean fire() throws Intake.Unavailable {
    var now = house.clock().millis();
    var fired = new ArrayList<Entry>();
    house
        .state()
        .from(
            new Key.OfTimer(0, FIRST),
            (Key<Boolean> key, Boolean _) -> {
              if (key instanceof Key.OfTimer(var due, var who) && due <= now) {
                fired.add(new Entry.TimerFired(0, now, due, who));
                return fired.size() < AT_ONCE;
              }
              return false;
            });
    if (!fired.isEmpty()) {
      house.enterEach(fired.stream().gather(Gatherers.windowFixed(BATCH)).toList());
    }
    return !fired.isEmpty();
  }

  // ---- history

  /// A segment or computed trait whose history is being counted.
  ///
  /// @param name of its [Filling]
  /// @param filled the entry that says it is counted
  private record Waiting(
      String name, int version, SortedMap<Long, Long> epochs, LongFunction<Entry> filled) {
    static Waiting of(Segment segment) {
      return new Waiting(
          segment.id(),
          segment.version(),
          segment.epochs(),
          at -> new Entry.SegmentFilled(0, at, segment.id(), segment.version()));
    }

    static Waiting of(ComputedTrait trait) {
      return new Waiting(
          trait.filling(),
          trait.version(),
          trait.epochs(),
          at -> new Entry.ComputedTraitFilled(0, at, trait.id(), trait.version()));
    }
  }

  /// Counts a part of the history of something new.
  private boolean fill() throws Intake.Unavailable, IOException, InterruptedException {
    var segments = house.rules().segments();
    var waiting = new ArrayList<Waiting>();
    for (var trait : segments.traits().values()) {
      if (trait.active() && !trait.filled()) {
        waiting.add(Waiting.of(trait));
      }
    }
    for (var segment : segments.all().values()) {
      if (segment.status() == Segment.Status.ACTIVE && !segment.filled()) {
        waiting.add(Waiting.of(segment));
      }
    }
    for (var each : waiting) {
      var filling = house.state().read(new Key.OfFilling(each.name()));
      if (filling != null && filling.version() == each.version()) {
        fill(each, filling);
        return true;
      }
    }
    return false;
  }

  private void fill(Waiting waiting, Filling filling)
      throws Intake.Unavailable, IOException, InterruptedException {
    var tracks = house.rules().segments().unfilled(waiting.epochs(), filling.upTo());
    var last = filling.upTo() - 1;
    if (filling.done() >= last || tracks.isEmpty()) {
      house.enter(List.of(waiting.filled().apply(house.clock().millis())));
      return;
    }
    var names = new HashSet<String>();
    tracks.forEach(kept -> names.add(kept.track().filter().event()));
    var some = history.get().from(filling.done() + 1, last);
    if (some.rows().isEmpty()) {
      throw new IOException("nothing is known of position " + (filling.done() + 1));
    }
    var accepted = house.accepted();
    var counted = new ArrayList<Counted>();
    var from = filling;
    for (var row : some.rows()) {
      if (row.kind() == Kind.EVENT
          && row.status() == Status.ACCEPTED
          && names.contains(String.valueOf(row.name()))) {
        read(row, accepted, tracks, counted);
      }
      if (counted.size() >= BATCH) {
        from = count(waiting.name(), from, counted, row.position());
        counted.clear();
      }
    }
    count(waiting.name(), from, counted, some.rows().getLast().position());
  }

  /// What one event of the past adds to a track.
  private record Counted(FragmentKey list, Segments.Kept kept, List<Occurrence> some) {}

  private void read(
      Row row, AcceptedRows accepted, List<Segments.Kept> tracks, List<Counted> counted) {
    var event = accepted.event(row);
    if (event == null) {
      return; // belongs to nobody by the present rules, or was taken back
    }
    var rules = house.rules();
    for (var kept : tracks) {
      var some = kept.track().all(event, rules.segments().terms());
      if (!some.isEmpty()) {
        counted.add(new Counted(FragmentKey.of(event), kept, some));
      }
    }
  }

  /// Makes true, between two of the writer's batches, what was counted and how far.
  private Filling count(String name, Filling from, List<Counted> counted, long upTo)
      throws IOException, InterruptedException {
    var key = new Key.OfFilling(name);
    var to = new Filling(from.version(), from.upTo(), upTo);
    house.between(() -> {
      var state = house.state();
      if (!from.equals(state.read(key))) {
        return false; // saved again meanwhile: whoever goes on asks anew
      }
      try {
        var now = house.clock().millis();
        for (var each : counted) {
          state.stage(List.of(added(each, now, state)));
        }
        state.load(Set.of(key));
        state.stage(List.of(new Change.Put<>(key, to)));
        state.commitBeside();
        return true;
      } catch (RuntimeException e) {
        state.rollback();
        throw e;
      }
    });
    return to;
  }

  private Change added(Counted each, long now, State state) {
    while (true) {
      try {
        return Live.past(each.list(), each.kept(), each.some(), now, state, house.rules());
      } catch (Snapshot.Unloaded unloaded) {
        state.load(unloaded.keys());
      }
    }
  }

  // ---- quintiles

  /// Has a computed trait's quintiles worked out anew.
  void measure(String trait) {
    wanted.add(trait);
    wake();
  }

  /// How much of a computed trait's quintiles is worked out, 0 to 1; `null` when they are not being
  /// worked out.
  @Nullable Double measuring(String trait) {
    var now = measuring;
    return now != null && now.trait().equals(trait)
        ? Double.valueOf(now.share())
        : wanted.contains(trait) ? Double.valueOf(0) : null;
  }

  /// How far it is.
  private record Measuring(String trait, double share) {}

  /// When a computed trait's quintiles are to be worked out; [Long#MAX_VALUE] for never.
  private long measureAt(ComputedTrait trait) {
    if (!trait.live() || !trait.formula().measured()) {
      return Long.MAX_VALUE;
    }
    var measured = trait.measured();
    return measured == null || wanted.contains(trait.id()) ? 0 : measured.at() + MEASURED_EVERY_MS;
  }

  /// Works out quintiles that are wanted, or a day old.
  private boolean measure() throws Intake.Unavailable {
    var now = house.clock().millis();
    for (var trait : house.rules().segments().traits().values()) {
      if (measureAt(trait) <= now && trait.formula() instanceof Formula.Rfm formula) {
        measure(trait, formula, now);
        return true;
      }
    }
    return false;
  }

  private void measure(ComputedTrait trait, Formula.Rfm formula, long now)
      throws Intake.Unavailable {
    wanted.remove(trait.id());
    var quintiles = new Quintiles(formula);
    try (var picture = house.state().picture()) {
      var rules = house.rules();
      var all = Math.max(1, picture.counts().trees());
      var seen = new long[1];
      var state = new PictureState(picture);
      measuring = new Measuring(trait.id(), 0);
      picture.forEach(
          Key.Tree.class,
          (Key<Tree> _, Tree tree) -> {
            for (var part : tree.parts(rules)) {
              var who = Tree.representative(part, rules.types());
              quintiles.add(
                  new PersonView(tree, part, state, rules), People.hash(who.toString()), now);
            }
            if (++seen[0] % BATCH == 0) {
              measuring = new Measuring(trait.id(), Math.min(1, seen[0] / (double) all));
              rest();
            }
          });
    } catch (Interruption e) {
      throw e.unavailable;
    } finally {
      measuring = null;
    }
    if (!closing) {
      house.enter(
          List.of(
              new Entry.CutsMeasured(
                  0, house.clock().millis(), trait.id(), trait.version(), quintiles.cuts(now))));
    }
  }

  /// What cannot wait, in the middle of something long.
  private void rest() {
    try {
      live();
    } catch (Intake.Unavailable e) {
      throw new Interruption(e);
    }
  }

  // ---- everybody

  /// Looks at everybody anew, when something asked for it.
  private boolean sweep() throws Intake.Unavailable {
    var since = house.state().read(new Key.OfSweep());
    if (since == null) {
      return false;
    }
    var batch = new ArrayList<Entry>();
    try (var picture = house.state().picture()) {
      var rules = house.rules();
      picture.forEach(
          Key.Tree.class,
          (Key<Tree> _, Tree tree) -> {
            for (var part : tree.parts(rules)) {
              var now = house.clock().millis();
              var who = Tree.representative(part, rules.types());
              batch.add(new Entry.TimerFired(0, now, now, who));
            }
            if (batch.size() >= BATCH / 2) {
              flush(batch);
            }
          });
      flush(batch);
    } catch (Interruption e) {
      throw e.unavailable;
    }
    if (!closing) {
      house.enter(List.of(new Entry.Swept(0, house.clock().millis(), since)));
    }
    return true;
  }

  private void flush(List<Entry> batch) {
    try {
      if (!batch.isEmpty() && !closing) {
        house.enter(batch);
        batch.clear();
        live();
      }
    } catch (Intake.Unavailable e) {
      throw new Interruption(e);
    }
  }

  /// Carries a refusal out of a walk through state.
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Intake.Unavailable unavailable;

    Interruption(Intake.Unavailable unavailable) {
      super(unavailable);
      this.unavailable = unavailable;
    }
  }

  /// Ends without finishing: what is left is in state.
  @Override
  public void close() {
    closing = true;
    wake();
    try {
      if (Thread.currentThread() != thread) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
