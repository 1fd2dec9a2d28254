package io.inyeon.runtime.log;

import io.inyeon.runtime.log.LogUnavailable.Reason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// Files for the segments to come: made ahead in the background, or recycled.
///
/// One is always ready, so that no commit waits for it. A new file is written zeros to, in full,
/// before it is used, so that later writes neither need room nor change its size.
final class Spares {
  private static final System.Logger LOG = System.getLogger(Spares.class.getName());
  private static final int CHUNK = 1 << 20;

  private final Disk disk;
  private final LogOptions options;
  private final Executor background;
  private final ArrayDeque<Recycled> recycled = new ArrayDeque<>();
  private long sequence;
  private long bytes;
  private @Nullable Spare ready;
  private boolean preparing;
  private boolean closed;
  private Reason refusal = Reason.DISK_FULL;
  private long notBefore = System.nanoTime();

  /// A file that is ready to become a segment.
  record Spare(long sequence, Disk.Handle file, long size) {}

  private record Recycled(String name, long size) {}

  /// @param sequence number of the next segment
  /// @param bytes of all the log's files
  Spares(Disk disk, LogOptions options, Executor background, long sequence, long bytes) {
    this.disk = disk;
    this.options = options;
    this.background = background;
    this.sequence = sequence;
    this.bytes = bytes;
  }

  /// Disk space of all the log's files.
  synchronized long bytes() {
    return bytes;
  }

  /// Why there was none.
  synchronized Reason refusal() {
    return refusal;
  }

  /// Takes the next file, and has another made; `null` when there is none and none can be made.
  synchronized @Nullable Spare take() {
    prepare();
    awaitPrepared();
    var taken = ready;
    ready = null;
    if (taken != null) {
      prepare();
    }
    return taken;
  }

  /// Whether there is one; if not, another is tried to be made.
  synchronized boolean isReady() {
    prepare();
    awaitPrepared();
    return ready != null;
  }

  /// Sees to it that one gets ready, if it can.
  synchronized void prepare() {
    if (ready == null && !preparing && !closed && System.nanoTime() - notBefore >= 0) {
      preparing = true;
      background.execute(this::makeOne);
    }
  }

  /// Takes over a file that was made for this segment number before.
  synchronized void found(Spare spare) {
    ready = spare;
  }

  /// Takes over a file whose content nobody needs, to use it again or to delete it.
  void recycle(String name, long size) throws IOException {
    var spare = name.replace(Segment.LIVE, Segment.SPARE);
    if (!spare.equals(name)) {
      disk.rename(name, spare);
    }
    boolean keep;
    synchronized (this) {
      keep =
          size == options.segmentBytes()
              && bytes <= options.maxBytes()
              && recycled.size() < options.keptSpares();
      if (keep) {
        recycled.add(new Recycled(spare, size));
      }
    }
    if (!keep) {
      disk.delete(spare);
      grow(-size);
    }
    prepare();
  }

  /// Gives up a file that could not be used, and lets some time pass before the next try.
  synchronized void discard(String name, long size) {
    delete(name);
    bytes -= size;
    pause(Reason.LOG_FAILED);
  }

  /// Deletes the files that wait to be used again, with whatever stands in them; new ones are made
  /// of zeros.
  ///
  /// @throws IOException when one could not be deleted; it is kept for the next time
  synchronized void wipe() throws IOException {
    awaitPrepared();
    for (var old = recycled.peek(); old != null; old = recycled.peek()) {
      disk.delete(old.name());
      recycled.remove();
      bytes -= old.size();
    }
    var next = ready;
    if (next != null) {
      ready = null;
      next.file().close();
      disk.delete(Segment.name(next.sequence(), Segment.LIVE));
      bytes -= next.size();
    }
    disk.forceNames();
    prepare();
  }

  synchronized void close() throws IOException {
    closed = true;
    awaitPrepared();
    if (ready != null) {
      ready.file().close();
      ready = null;
    }
  }

  private synchronized void awaitPrepared() {
    var interrupted = false;
    while (preparing) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void makeOne() {
    Spare made = null;
    try {
      made = make();
    } catch (LogUnavailable full) {
      synchronized (this) {
        refusal = full.reason();
      }
    } catch (IOException failed) {
      LOG.log(Level.WARNING, "could not make the next segment of the log", failed);
      pause(isFull() ? Reason.DISK_FULL : Reason.LOG_FAILED);
    } finally {
      done(made);
    }
  }

  private synchronized void done(@Nullable Spare made) {
    ready = made;
    preparing = false;
    notifyAll();
  }

  private synchronized void pause(Reason reason) {
    refusal = reason;
    notBefore = System.nanoTime() + options.retryPause().toNanos();
    sequence++; // a file of this number may be left
  }

  private Spare make() throws IOException, LogUnavailable {
    Recycled old;
    synchronized (this) {
      old = recycled.poll();
      if (old == null && bytes + options.segmentBytes() > options.maxBytes()) {
        throw new LogUnavailable(Reason.LOG_FULL);
      }
    }
    if (old == null) {
      if (isFull()) {
        throw new LogUnavailable(Reason.DISK_FULL);
      }
      old = new Recycled(Segment.name(next(), Segment.NEW), options.segmentBytes());
      grow(old.size());
      fill(old);
    }
    return named(old);
  }

  private Spare named(Recycled file) throws IOException {
    var number = next();
    var name = Segment.name(number, Segment.LIVE);
    try {
      disk.rename(file.name(), name);
      disk.forceNames();
      var spare = new Spare(number, disk.open(name), file.size());
      synchronized (this) {
        sequence = number + 1;
      }
      return spare;
    } catch (IOException failed) {
      delete(file.name());
      delete(name);
      grow(-file.size());
      throw failed;
    }
  }

  private void fill(Recycled file) throws IOException {
    try (var handle = disk.create(file.name())) {
      var zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK, file.size()));
      for (var at = 0L; at < file.size(); at += zeros.limit()) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), file.size() - at));
        handle.write(zeros, at);
      }
      handle.force();
    } catch (IOException failed) {
      delete(file.name());
      grow(-file.size());
      throw failed;
    }
  }

  private boolean isFull() {
    try {
      return disk.usableBytes() - options.segmentBytes() < options.reserveBytes();
    } catch (IOException unknown) {
      return false;
    }
  }

  private void delete(String name) {
    try {
      disk.delete(name);
    } catch (IOException stays) {
      LOG.log(Level.WARNING, "could not delete " + name, stays);
    }
  }

  private synchronized long next() {
    return sequence;
  }

  private synchronized void grow(long by) {
    bytes += by;
  }
}
