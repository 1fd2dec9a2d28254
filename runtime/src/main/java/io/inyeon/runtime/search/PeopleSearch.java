package io.inyeon.runtime.search;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Positions;
import io.inyeon.runtime.http.Finding.Building;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the index and the order of people at what state is, off the writer's path, on one thread
/// that sleeps while nothing is committed.
///
/// State keeps which trees each commit touched; the thread looks at those again, shows the result
/// within a second, and now and then makes it durable, whereupon state may forget them. After a
/// crash it goes on from what was durable. When there is nothing to go on from, or another state is
/// in force, both are made anew from a picture of state; until then the old ones, or as much as
/// there is, answer.
public final class PeopleSearch implements AutoCloseable {
  private static final long WORTH_TELLING_MS = 2_000;
  private static final System.Logger LOG = System.getLogger(PeopleSearch.class.getName());
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long SAVE_NANOS = TimeUnit.MINUTES.toNanos(5);
  private static final long SAVE_TOUCHES = 2_000_000;
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int TOGETHER = 20_000;

  private final State state;
  private final Supplier<Rules> rules;
  private final LongConsumer forgetTouches;
  private final SearchFolder folder;
  private final Words words = new Words();
  private final ConcurrentLinkedQueue<CompletableFuture<Void>> wantSaved =
      new ConcurrentLinkedQueue<>();
  private final Thread thread;

  private volatile SearchFolder.@Nullable Opened shown;

  /// Of the state in force, be it complete or not: its trees' numbers mean nothing in another one.
  private volatile @Nullable Activity order;

  /// Another one for each state in force: it begins anew.
  private volatile Positions indexed = new Positions(0);

  private volatile @Nullable Building building;
  private volatile @Nullable String error;
  private volatile long committed;
  private volatile long wanted;

  /// Counts the states that were in force.
  private final AtomicInteger states = new AtomicInteger();

  private volatile boolean sleeping;
  private volatile boolean closing;
  private volatile boolean abandoned;

  /// Of the thread alone.
  private int highest;

  private long applied;
  private long savedAt = System.nanoTime();
  private long touchesSinceSaved;
  private long unsaved;

  /// Another state is in force, or the end has come: what is under way is of no use.
  private static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1;

    Outdated() {
      super("outdated", null, false, false);
    }
  }

  private PeopleSearch(
      Path folder, State state, Supplier<Rules> rules, LongConsumer forgetTouches) {
    this.forgetTouches = forgetTouches;
    this.folder = new SearchFolder(folder);
    this.state = state;
    this.rules = rules;
    committed = state.position();
    thread = Thread.ofPlatform().name("search").unstarted(this::run);
  }

  /// Opens what is in a folder and follows a state from now on.
  ///
  /// @param state up to date with the log
  /// @param rules in force
  /// @param forgetTouches told up to where it needs no touches
  public static PeopleSearch start(
      Path folder, State state, Supplier<Rules> rules, LongConsumer forgetTouches) {
    state.keepTouches();
    var search = new PeopleSearch(folder, state, rules, forgetTouches);
    search.thread.start();
    return search;
  }

  /// Told by the writer after each commit; never waits.
  public void committed(long position) {
    committed = position;
    if (sleeping) {
      LockSupport.unpark(thread);
    }
  }

  /// Told between two of the writer's batches that another state is in force.
  public void stateReplaced() {
    state.keepTouches();
    states.incrementAndGet();
    indexed = new Positions(0); // second: see follow
    LockSupport.unpark(thread);
  }

  /// The position of the log up to which everything is shown.
  public long position() {
    return indexed.reached();
  }

  /// How far the index has come that is being made; `null` when none is.
  public @Nullable Building building() {
    var now = building;
    return now == null && indexed.reached() == 0 ? new Building(0, state.counts().trees()) : now;
  }

  /// What went wrong last; `null` when all is well.
  public @Nullable String error() {
    return error;
  }

  /// Bytes on disk.
  public long bytes() {
    return folder.bytes();
  }

  /// Waits until everything up to a position of the log is shown.
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    if (indexed.reached() < position) {
      wanted = Math.max(wanted, position);
      LockSupport.unpark(thread);
    }
    return indexed.await(position, timeoutMs);
  }

  /// Makes sure that no file holds anything of people any more who were gone from state at a
  /// position: rewrites what still does. For an erasure; takes as long as rewriting the larger part
  /// of the index.
  ///
  /// @return whether it is done; not so when the index did not come as far in time
  /// @throws IOException when it cannot be written
  public boolean purge(long position, Duration timeout) throws IOException, InterruptedException {
    var until = System.nanoTime() + timeout.toNanos();
    if (!await(position, timeout.toMillis())) {
      return false;
    }
    var index = shown;
    if (index == null) {
      return false;
    }
    index.index().mergeDeletes();
    var saved = new CompletableFuture<Void>();
    wantSaved.add(saved);
    LockSupport.unpark(thread);
    try {
      saved.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IOException(e.getCause());
    }
    index.index().deleteUnused();
    var now = shown;
    return now != null && now.number() == index.number();
  }

  /// What answers now; `null` when there is nothing yet.
  SearchFolder.@Nullable Opened shown() {
    return shown;
  }

  /// The order that is listed; `null` when there is nothing yet.
  @Nullable Activity order() {
    return order;
  }

  Words words() {
    return words;
  }

  /// An index was found damaged by somebody who read it.
  void damaged(Exception e, int number) {
    var now = shown;
    if (now == null || now.number() != number || building != null) {
      return; // another one has taken its place, or is about to
    }
    LOG.log(Level.WARNING, "The search index is damaged and is made anew", e);
    error = e.toString();
    states.incrementAndGet();
    LockSupport.unpark(thread);
  }

  private void run() {
    var now = states.get();
    var ready = false;
    var first = true;
    while (!closing) {
      try {
        if (first) {
          first = false;
          ready = opened();
        }
        if (!ready || now != states.get()) {
          ready = false;
          now = states.get();
          build(now);
          ready = true;
        }
        error = null;
        follow(now);
      } catch (Outdated e) {
        LOG.log(Level.DEBUG, "search begins anew, or ends", e);
      } catch (IOException | UncheckedIOException e) {
        ready = failed(e, ready);
      } catch (RuntimeException e) {
        // A bug of ours, or state that cannot be read: people are found as they were.
        ready = failed(e, ready);
      }
    }
    end(ready && now == states.get());
  }

  private boolean failed(Exception e, boolean ready) {
    if (closing) {
      return ready;
    }
    LOG.log(Level.ERROR, "Search fell behind at " + applied + " and begins anew", e);
    error = e.toString();
    LockSupport.parkNanos(this, RETRY_NANOS);
    return false;
  }

  private void end(boolean ready) {
    var last = shown;
    shown = null;
    order = null;
    if (last == null) {
      return;
    }
    try {
      if (ready && unsaved > 0 && !abandoned) {
        save(last);
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The search index was not saved; the next start catches up", e);
    }
    close(last);
  }

  private static void close(SearchFolder.Opened what) {
    try {
      what.index().close();
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The search index did not end in good order", e);
    }
  }

  private boolean opened() throws IOException {
    var found = folder.open(state.keepTouches(), state.position());
    if (found == null) {
      return false;
    }
    highest = found.number();
    applied = found.position();
    shown = found;
    order = found.activity();
    savedAt = System.nanoTime();
    return true;
  }

  /// Makes index and order anew from a picture of state.
  private void build(int now) throws IOException {
    var kept = state.keepTouches();
    var made = folder.make(highest);
    highest = made.number();
    var before = shown;
    order = made.activity();
    if (before == null) {
      shown = made; // better some people than none
    }
    try {
      var began = System.nanoTime();
      long position;
      try (var picture = state.picture()) {
        position = picture.position();
        var indexing = new Indexing(made, words);
        var total = picture.counts().trees();
        var inForce = rules.get();
        var done = new long[1];
        building = new Building(0, total);
        picture.forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) -> add(indexing, made, tree, inForce, done, now));
      }
      made.index().refresh();
      applied = position;
      folder.save(made, kept, position);
      var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      if (took > WORTH_TELLING_MS) {
        LOG.log(
            Level.INFO,
            "People are indexed as of {0} in {1} ms",
            Long.toString(position),
            Long.toString(took));
      }
    } catch (IOException | RuntimeException e) {
      if (before == null) {
        shown = null;
      }
      close(made);
      folder.delete(made.number());
      throw e;
    } finally {
      building = null;
    }
    shown = made;
    unsaved = 0;
    touchesSinceSaved = 0;
    savedAt = System.nanoTime();
    if (before != null) {
      close(before);
      folder.delete(before.number());
    }
    forgetTouches.accept(applied);
  }

  private void add(
      Indexing indexing, SearchFolder.Opened made, Tree tree, Rules inForce, long[] done, int now) {
    outdated(now);
    try {
      indexing.add(tree, inForce);
      if (++done[0] % TOGETHER == 0) {
        var soFar = building;
        building = new Building(done[0], soFar == null ? done[0] : soFar.total());
        made.index().refresh();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void outdated(int now) {
    if (closing || now != states.get()) {
      throw new Outdated();
    }
  }

  /// Follows state until it is another one.
  private void follow(int now) throws IOException {
    var to = shown;
    if (to == null) {
      throw new Outdated();
    }
    var indexing = new Indexing(to, words);
    var mine = indexed;
    outdated(now); // else it may be of the next state
    while (true) {
      var reached = committed;
      if (reached > applied) {
        round(indexing, reached, now);
        if (indexing.changed()) {
          to.index().refresh();
        }
        applied = reached;
      }
      mine.reach(applied);
      if (due()) {
        save(to);
      }
      tellSaved(to);
      pause(now);
    }
  }

  private boolean due() {
    return unsaved > 0
        && (System.nanoTime() - savedAt > SAVE_NANOS || touchesSinceSaved > SAVE_TOUCHES);
  }

  private void save(SearchFolder.Opened what) throws IOException {
    folder.save(what, state.keepTouches(), applied);
    forgetTouches.accept(applied);
    savedAt = System.nanoTime();
    unsaved = 0;
    touchesSinceSaved = 0;
  }

  private void tellSaved(SearchFolder.Opened what) throws IOException {
    for (var asked = wantSaved.poll(); asked != null; asked = wantSaved.poll()) {
      try {
        what.index().refresh();
        save(what);
        asked.complete(null);
      } catch (IOException | RuntimeException e) {
        asked.completeExceptionally(e);
        throw e;
      }
    }
  }

  /// Looks again at whatever was touched up to a position, at least.
  private void round(Indexing indexing, long reached, int now) {
    var changed = new HashSet<Long>();
    var active = new HashMap<Long, Long>();
    state.touches(
        applied,
        (position, touch) -> {
          touchesSinceSaved++;
          switch (touch.kind()) {
            case ACTIVE, CONSENTED -> active.merge(touch.tree(), touch.latest(), Math::max);
            case CHANGED, GONE -> changed.add(touch.tree());
          }
          if (changed.size() + active.size() >= TOGETHER) {
            look(indexing, changed, active, now);
          }
        });
    look(indexing, changed, active, now);
    unsaved += reached - applied;
  }

  private void look(Indexing indexing, Set<Long> changed, Map<Long, Long> active, int now) {
    var to = shown;
    active.forEach((tree, latest) -> {
      if (to == null || !to.activity().touch(tree, Activity.seconds(latest))) {
        changed.add(tree);
      }
    });
    active.clear();
    var inForce = rules.get();
    try {
      for (var tree : changed) {
        var is = state.read(new Key.Tree(tree));
        outdated(now); // what was read may be of another state
        indexing.look(tree, is, inForce);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    changed.clear();
  }

  /// Sleeps until something is committed and a little longer, so that what comes together is looked
  /// at together; not longer when somebody waits.
  private void pause(int now) {
    sleeping = true;
    while (!awake(now) && committed <= applied && !due()) {
      if (unsaved == 0) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, Math.max(1, savedAt + SAVE_NANOS - System.nanoTime()));
      }
    }
    sleeping = false;
    var until = System.nanoTime() + LINGER_NANOS;
    for (var left = LINGER_NANOS;
        left > 0 && !awake(now) && committed > applied && wanted <= applied;
        left = until - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
    outdated(now);
  }

  /// Whether there is something to do besides following.
  private boolean awake(int now) {
    return closing || now != states.get() || !wantSaved.isEmpty();
  }

  /// Ends without making anything durable, as a crash would.
  public void abandon() {
    abandoned = true;
    close();
  }

  /// Makes durable what is indexed, and ends. The writer has ended before.
  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    var interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    for (var asked = wantSaved.poll(); asked != null; asked = wantSaved.poll()) {
      asked.cancel(false);
    }
  }
}
