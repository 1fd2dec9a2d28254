package io.inyeon.runtime;

import io.inyeon.runtime.http.Reads;
import io.inyeon.runtime.http.ScratchDesk;
import io.inyeon.runtime.http.ScratchDesk.Refused;
import io.inyeon.runtime.http.Tasks;
import io.inyeon.runtime.store.StateFailure;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// A scratch workspace with a door: opened by the first who comes in to read, and closed for good
/// when nobody is in.
final class ScratchHouse {
  private static final System.Logger LOG = System.getLogger(ScratchHouse.class.getName());
  private static final long PATIENCE_MS = 5_000;
  private static final int RETRY_SECONDS = 60;

  /// Opens what is inside.
  @FunctionalInterface
  interface Opening {
    Scratch open() throws IOException;
  }

  private final ScratchRecord record;
  private final Opening opening;
  private final Tasks tasks;
  private final InstantSource clock;

  /// Held shared by those who read.
  private final ReentrantReadWriteLock door = new ReentrantReadWriteLock(true);

  private @Nullable Scratch open;
  private boolean closed;

  ScratchHouse(ScratchRecord record, Opening opening, Tasks tasks, InstantSource clock) {
    this.record = record;
    this.opening = opening;
    this.tasks = tasks;
    this.clock = clock;
  }

  ScratchRecord record() {
    return record;
  }

  /// Somebody who reads. Closed by the thread that came in.
  final class Visitor implements ScratchDesk.Visit {
    private final Scratch scratch;

    private Visitor(Scratch scratch) {
      this.scratch = scratch;
    }

    Scratch scratch() {
      return scratch;
    }

    @Override
    public Reads reads() {
      return scratch.reads(tasks, clock);
    }

    @Override
    public void close() {
      door.readLock().unlock();
    }
  }

  /// Comes in.
  Visitor enter() throws Refused, Intake.Unavailable {
    door.readLock().lock();
    var inside = false;
    try {
      var visitor = new Visitor(opened());
      inside = true;
      return visitor;
    } finally {
      if (!inside) {
        door.readLock().unlock();
      }
    }
  }

  private synchronized Scratch opened() throws Refused, Intake.Unavailable {
    if (closed) {
      throw new Refused(404, "scratch_not_found", "There is no such scratch workspace any more.");
    }
    var scratch = open;
    if (scratch == null) {
      try {
        scratch = opening.open();
        open = scratch;
      } catch (IOException | StateFailure e) {
        LOG.log(
            Level.ERROR,
            "Scratch workspace " + record.name() + " cannot be read; drop it and replay again",
            e);
        throw new Intake.Unavailable("scratch_unavailable", RETRY_SECONDS);
      }
    }
    return scratch;
  }

  /// Closes it for good.
  ///
  /// @return whether it is closed; not so when somebody stays in
  boolean leave() {
    try {
      if (!door.writeLock().tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      shut();
      return true;
    } finally {
      door.writeLock().unlock();
    }
  }

  private synchronized void shut() {
    closed = true;
    var scratch = open;
    open = null;
    if (scratch != null) {
      try {
        scratch.close();
      } catch (IOException | StateFailure e) {
        LOG.log(Level.WARNING, "Scratch workspace " + record.name() + " did not close well", e);
      }
    }
  }
}
