package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.runtime.Positions;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.TouchReaders;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Keeps a model at what is committed, off the writer's path, on one thread that sleeps while
/// nothing is committed. When there is none to go on from, or it is damaged, or another state is in
/// force, it is made anew from state and from what is on record.
public final class Analytics implements AutoCloseable {
  private static final long WORTH_TELLING_MS = 1_000;
  private static final System.Logger LOG = System.getLogger(Analytics.class.getName());
  private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int MOST_DOUBLED = 6;

  /// After a round this many times as long is rested, so that following never takes more than a
  /// tenth of a core when little happens at a time.
  private static final int REST = 9;

  private final Path folder;
  private final long memoryBytes;
  private final OnRecord record;
  private final TouchReaders touches;
  private final Thread thread;

  /// Held shared by those who ask; whoever puts another model in its place holds it alone.
  private final ReentrantReadWriteLock models = new ReentrantReadWriteLock();

  private @Nullable Model model;
  private volatile Positions followed = new Positions(0);
  private volatile Phase phase = Phase.OPENING;
  private volatile double progress;
  private volatile @Nullable String error;
  private volatile long bytes;
  private volatile long committed;
  private volatile long wanted;
  private final AtomicInteger states = new AtomicInteger();
  private volatile boolean closing;
  private volatile boolean sleeping;
  private volatile boolean discard;

  /// Of the thread alone: how often it failed since it followed last.
  private int failures;

  /// What it is at.
  public enum Phase {
    /// Looking whether there is a model to go on from.
    OPENING,
    /// Making a model; questions are refused meanwhile.
    BUILDING,
    /// Questions are answered.
    FOLLOWING,
    /// It failed and is tried again.
    FAILED
  }

  /// What is on record.
  public interface OnRecord {
    /// State in force.
    State state();

    /// The rules in force.
    Rules rules();

    /// The next rows from a position on; as many as are at hand.
    List<Row> rows(long from, long to) throws IOException;

    /// Makes ready to read events by the rules in force.
    Supplier<Reading> reading();
  }

  /// Reads accepted events.
  public interface Reading {
    /// The event that counts; `null` when none does.
    @Nullable Event event(Row row);
  }

  /// There is nothing to ask just now.
  public static final class NotThere extends Exception {
    private static final long serialVersionUID = 1;

    NotThere() {
      super("there is no model yet", null, false, false);
    }
  }

  /// What is under way is of no use any more.
  private static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1;

    Outdated() {
      super("outdated", null, false, false);
    }
  }

  private Analytics(Path folder, long memoryBytes, OnRecord record, TouchReaders touches) {
    this.folder = folder;
    this.memoryBytes = memoryBytes;
    this.record = record;
    this.touches = touches;
    committed = record.state().position();
    thread = Thread.ofPlatform().name("analytics").daemon().unstarted(this::run);
  }

  /// Opens what is in a folder and follows from now on.
  ///
  /// @param memoryBytes that a model may take outside the heap
  public static Analytics start(
      Path folder, long memoryBytes, OnRecord record, TouchReaders touches) {
    record.state().keepTouches();
    var analytics = new Analytics(folder, memoryBytes, record, touches);
    analytics.thread.start();
    return analytics;
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
    record.state().keepTouches();
    states.incrementAndGet();
    followed = new Positions(0);
    LockSupport.unpark(thread);
  }

  /// The position of the log up to which everything is counted.
  public long position() {
    return followed.reached();
  }

  public Phase phase() {
    return phase;
  }

  /// How much of a model that is being made is there, 0 to 1.
  public double progress() {
    return phase == Phase.FOLLOWING ? 1 : progress;
  }

  /// What went wrong last; `null` when all is well.
  public @Nullable String error() {
    return error;
  }

  /// Bytes on disk.
  public long bytes() {
    return bytes;
  }

  /// Waits until everything up to a position of the log is counted.
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    if (followed.reached() < position) {
      wanted = Math.max(wanted, position);
      LockSupport.unpark(thread);
    }
    return followed.await(position, timeoutMs);
  }

  /// Something done on a connection of its own.
  interface Asked<T> {
    T of(DuckDBConnection connection) throws SQLException, NotThere;
  }

  /// Asks the model, as of one moment. It stays until the answer is there.
  <T> T ask(Asked<T> question) throws SQLException, NotThere {
    models.readLock().lock();
    try {
      var now = model;
      if (now == null || phase != Phase.FOLLOWING) {
        throw new NotThere();
      }
      try (var connection = now.connect()) {
        Model.run(connection, "BEGIN");
        try {
          return question.of(connection);
        } finally {
          Model.run(connection, "ROLLBACK");
        }
      }
    } finally {
      models.readLock().unlock();
    }
  }

  /// Whether a question may be asked now.
  boolean there() {
    return phase == Phase.FOLLOWING;
  }

  Rules rules() {
    return record.rules();
  }

  /// The database said that it is damaged: it is made anew.
  void damaged(SQLException e) {
    LOG.log(Level.WARNING, "The model for previews is damaged and is made anew", e);
    error = e.getMessage();
    discard = true;
    states.incrementAndGet();
    LockSupport.unpark(thread);
  }

  // ---- the thread

  private void run() {
    while (!closing) {
      var now = states.get();
      try {
        follow(now);
      } catch (Outdated e) {
        LOG.log(Level.DEBUG, "the model begins anew, or ends", e);
      } catch (SQLException | IOException | RuntimeException e) {
        failed(e);
      }
    }
    drop();
  }

  private void failed(Exception e) {
    if (closing) {
      return;
    }
    LOG.log(
        Level.ERROR, "The model for previews fell behind at " + position() + "; trying again", e);
    error = e.getMessage();
    phase = Phase.FAILED;
    if (fatal(e)) {
      discard = true;
    }
    drop();
    // Making a model is work: it is not begun again and again at once.
    var until = System.nanoTime() + (RETRY_NANOS << Math.min(MOST_DOUBLED, failures++));
    for (var left = until - System.nanoTime(); left > 0 && !closing; ) {
      LockSupport.parkNanos(this, left);
      left = until - System.nanoTime();
    }
  }

  /// Whether the file itself may be at fault, so that trying again with it is of no use.
  private static boolean fatal(Exception e) {
    var message = String.valueOf(e.getMessage());
    return e instanceof SQLException
        && !message.contains("Out of Memory")
        && !message.contains("No space left")
        && !message.contains("INTERRUPT");
  }

  /// Whether a question failed because of what the file holds, and not of what was asked.
  static boolean damage(SQLException e) {
    var message = String.valueOf(e.getMessage());
    return message.contains("FATAL")
        || message.contains("IO Error")
        || message.contains("Corrupt")
        || message.contains("INTERNAL");
  }

  private void drop() {
    models.writeLock().lock();
    try {
      var old = model;
      model = null;
      if (old != null) {
        old.close();
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "The model for previews did not end in good order", e);
    } finally {
      models.writeLock().unlock();
    }
  }

  private void goOn(int now) {
    if (closing || now != states.get()) {
      throw new Outdated();
    }
  }

  /// Opens or makes a model and follows until another state is in force.
  private void follow(int now) throws SQLException, IOException {
    var mine = followed;
    goOn(now);
    Files.createDirectories(folder);
    phase = Phase.OPENING;
    drop();
    if (discard) {
      Model.delete(folder);
      discard = false;
    }
    var following = opened(now);
    if (!following.progress().whole()) {
      phase = Phase.BUILDING;
      build(following, now);
    }
    error = null;
    phase = Phase.FOLLOWING;
    settled(following, mine);
    while (true) {
      goOn(now);
      var began = System.nanoTime();
      if (committed > following.progress().events() || following.outdated()) {
        following.follow();
        settled(following, mine);
        failures = 0;
      }
      pause(now, following.progress().events(), System.nanoTime() - began);
    }
  }

  private void settled(Following following, Positions mine) {
    touches.done(TouchReaders.Reader.ANALYTICS, following.progress().people());
    bytes = following.bytes();
    mine.reach(following.progress().events());
  }

  private Following opened(int now) throws SQLException, IOException {
    var kept = record.state().keepTouches();
    Model found;
    try {
      found = usable(Model.open(folder, memoryBytes), kept.state(), kept.after());
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "The model for previews cannot be opened and is made anew", e);
      found = null;
    }
    if (found == null) {
      Model.delete(folder);
      found = Model.open(folder, memoryBytes);
    }
    model = found;
    var progress = Model.progress(found.writer());
    if (progress == null) {
      throw new IllegalStateException("a new model is of another format");
    }
    return new Following(found, source(now), progress);
  }

  /// A model from which it can go on; `null`, and closed, when it is none.
  private @Nullable Model usable(Model found, long state, long after) throws SQLException {
    try {
      var progress = Model.progress(found.writer());
      if (progress != null
          && progress.state() == state
          && progress.zone().equals(record.rules().document().timeZone())
          && progress.people() >= after
          && progress.people() <= record.state().position()) {
        return found;
      }
    } catch (SQLException e) {
      found.close();
      throw e;
    }
    found.close();
    return null;
  }

  private void build(Following following, int now) throws SQLException, IOException {
    var kept = record.state().keepTouches();
    var began = System.nanoTime();
    if (following.progress().people() < 0) {
      // What is committed from here on is followed, so the touches before it are of no use here.
      touches.done(TouchReaders.Reader.ANALYTICS, record.state().position());
      var total = Math.max(1, record.state().counts().trees());
      following.people(kept, done -> progress = 0.3 * Math.min(1, (double) done / total));
    }
    var last = Math.max(1, following.progress().people());
    following.events(done -> progress = 0.3 + 0.7 * ((double) done / last));
    goOn(now);
    var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    if (took > WORTH_TELLING_MS) {
      LOG.log(
          Level.INFO,
          "People and events can be previewed as of {0}; that took {1} ms",
          Long.toString(following.progress().events()),
          Long.toString(took));
    }
  }

  private Following.Source source(int now) {
    var reading = record.reading();
    return new Following.Source() {
      private @Nullable Reading ready;
      private @Nullable Rules by;

      @Override
      public State state() {
        return record.state();
      }

      @Override
      public Rules rules() {
        return record.rules();
      }

      @Override
      public List<Row> rows(long from, long to) throws IOException {
        return record.rows(from, to);
      }

      @Override
      @SuppressWarnings("ReferenceEquality") // others are made only when something changed
      public @Nullable Event event(Row row) {
        var rules = record.rules();
        var with = ready;
        if (with == null || by != rules) {
          with = reading.get();
          ready = with;
          by = rules;
        }
        return with.event(row);
      }

      @Override
      public void goOn() {
        Analytics.this.goOn(now);
      }
    };
  }

  /// Sleeps until something is committed, and longer, so that what comes together is taken in
  /// together; not when somebody waits.
  private void pause(int now, long applied, long tookNanos) {
    sleeping = true;
    while (!closing && now == states.get() && committed <= applied) {
      LockSupport.park(this);
    }
    sleeping = false;
    var until = System.nanoTime() + Math.max(LINGER_NANOS, REST * tookNanos);
    for (var left = until - System.nanoTime();
        left > 0 && !closing && now == states.get() && wanted <= applied;
        left = until - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  /// Ends; what is not counted is counted after the next start.
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
  }
}
