package io.inyeon.runtime.vocabulary;

import io.inyeon.core.collect.Event;
import io.inyeon.core.segment.met.Met;
import io.inyeon.core.segment.met.MetNames;
import io.inyeon.core.segment.met.People;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Keeps what the workspace has met ([Met]) some seconds behind what is decided: it reads every
/// entry once, in order, and writes what it has down now and then with the position, so that after
/// a crash it goes on from there and counts nothing twice.
///
/// Reads every event's name, and looks into all traits; into the properties of the first thousands
/// of a name and of one in eight from then on, which tells what is frequent as well.
public final class VocabularyKeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(VocabularyKeeper.class.getName());
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SAVED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long ALL_OF = 5_000;
  private static final int ONE_IN = 8;

  /// What is decided, in order.
  public interface Events {
    /// Tells what stands from a position on, up to another one at most.
    ///
    /// @return the last position told
    long read(long from, long to, Reader reader) throws IOException;
  }

  /// Who is told of accepted events.
  public interface Reader {
    /// An event that counts.
    ///
    /// @param owner `type:value` of the identifier whose it was when it was decided
    /// @param traits whether it is a call that says traits
    /// @param event reads the whole; it may give `null`, when nothing comes of it any more
    void accepted(long position, String name, long time, String owner, boolean traits, Whole event);
  }

  /// An event, to be read when it is wanted.
  public interface Whole {
    @Nullable Event read();
  }

  private final Path file;
  private final Events events;
  private final LongSupplier decided;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread thread;
  private Met met;
  private long position;
  private long saved;
  private long savedAt;
  private @Nullable MetNames told;
  private volatile boolean sleeping;
  private volatile @Nullable String error;
  private volatile boolean closing;

  private VocabularyKeeper(Path file, Events events, LongSupplier decided, MetFile.Read from) {
    this.file = file;
    this.events = events;
    this.decided = decided;
    met = from.met();
    position = from.position();
    saved = position;
    savedAt = System.nanoTime();
    thread = Thread.ofPlatform().name("vocabulary").daemon().unstarted(this::run);
  }

  /// Goes on from what is in a folder.
  ///
  /// @param decided the last position that is decided
  public static VocabularyKeeper start(Path folder, Events events, LongSupplier decided)
      throws IOException {
    Files.createDirectories(folder);
    var file = folder.resolve("met");
    var from = new MetFile.Read(new Met(), 0);
    try {
      var read = MetFile.read(file);
      // A state put back from another time knows less than this file.
      from = read.position() <= decided.getAsLong() ? read : from;
    } catch (NoSuchFileException _) {
      // The first start.
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The vocabulary cannot be read and is made anew", e);
    }
    var keeper = new VocabularyKeeper(file, events, decided, from);
    keeper.thread.start();
    return keeper;
  }

  /// Something was decided; never waits.
  public void committed() {
    if (sleeping) {
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!closing) {
      try {
        var last = follow(decided.getAsLong(), true);
        if (last < decided.getAsLong()) {
          continue;
        }
        saveNowAndThen();
        error = null;
        LockSupport.parkNanos(PAUSE_NANOS); // whoever is busy is not asked more than once a second
        sleep(last);
      } catch (InterruptedException _) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!closing) {
          error = e.toString();
          LOG.log(Level.ERROR, "The vocabulary does not follow; trying again", e);
          LockSupport.parkNanos(10 * PAUSE_NANOS);
        }
      }
    }
  }

  /// Waits for something to read; costs nothing meanwhile.
  private void sleep(long last) {
    sleeping = true;
    try {
      // Whoever decides something from here on sees that it sleeps.
      if (!closing && decided.getAsLong() == last) {
        LockSupport.parkNanos(SAVED_EVERY_NANOS);
      }
    } finally {
      sleeping = false;
    }
  }

  private void saveNowAndThen() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      if (position > saved && System.nanoTime() - savedAt > SAVED_EVERY_NANOS) {
        save();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Reads on up to a position.
  ///
  /// @param some whether one part is enough for now
  private long follow(long to, boolean some) throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (position < to) {
        position = events.read(position + 1, to, this::add);
        told = null;
        if (some) {
          break;
        }
      }
      return position;
    } finally {
      lock.unlock();
    }
  }

  private void add(long at, String name, long time, String owner, boolean traits, Whole event) {
    met.add(name, time);
    if (traits || met.count(name) <= ALL_OF || at % ONE_IN == 0) {
      var whole = event.read();
      if (whole != null) {
        met.look(whole, People.hash(owner));
      }
    }
  }

  /// What was met.
  ///
  /// @param position of the log up to which that is complete
  public record Told(MetNames names, long position) {}

  /// What was met up to now, or shortly before.
  public Told told() {
    lock.lock();
    try {
      var names = told;
      if (names == null) {
        names = met.names();
        told = names;
      }
      return new Told(names, position);
    } finally {
      lock.unlock();
    }
  }

  /// Reads on up to all that is decided, and waits until that is done.
  public void settle() throws IOException, InterruptedException {
    follow(decided.getAsLong(), false);
  }

  /// Forgets names and values that say something of somebody, after all that is decided.
  ///
  /// @param named whether a name, a step of a path or a value is such a one
  public void forget(Predicate<String> named) throws IOException, InterruptedException {
    settle();
    lock.lockInterruptibly();
    try {
      met.forget(named);
      told = null;
      save();
    } finally {
      lock.unlock();
    }
  }

  /// Forgets all that was met, on the disk too, and reads what is on record anew.
  public void beginAnew() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      met = new Met();
      position = 0;
      told = null;
      save();
    } finally {
      lock.unlock();
    }
    settle();
    lock.lockInterruptibly();
    try {
      save();
    } finally {
      lock.unlock();
    }
  }

  /// What went wrong last; `null` when all is well.
  public @Nullable String error() {
    return error;
  }

  private void save() throws IOException {
    MetFile.write(file, met, position);
    saved = position;
    savedAt = System.nanoTime();
  }

  @Override
  public void close() throws IOException {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      if (position > saved) {
        save();
      }
    } finally {
      lock.unlock();
    }
  }
}
