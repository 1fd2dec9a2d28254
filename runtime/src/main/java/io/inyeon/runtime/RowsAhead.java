package io.inyeon.runtime;

import io.inyeon.runtime.archive.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Goes through what ever was: reads and parses rows on a thread of its own, while the caller's
/// thread decides those before.
///
/// @param <R> a row, read ahead
final class RowsAhead<R> {
  private static final int CHUNKS = 4;
  private static final long POLL_MS = 50;

  private final History history;
  private final Work<R> work;
  private final AtomicBoolean cancelled;

  RowsAhead(History history, Work<R> work, AtomicBoolean cancelled) {
    this.history = history;
    this.work = work;
    this.cancelled = cancelled;
  }

  /// What is done with them.
  interface Work<R> {
    /// Reads a row as far as that needs no state. On the thread ahead, in the order of the log.
    ///
    /// @param to where it is put; nowhere, when it is of no interest
    void read(Row row, List<R> to);

    /// Makes true what some rows say. On the thread of whoever asked.
    ///
    /// @param untold whether the archive may not have them yet
    void apply(List<R> batch, boolean untold) throws IOException;
  }

  /// What goes from one thread to the other.
  ///
  /// @param last position of the log up to which it goes; 0 when nothing follows any more
  private record Chunk<R>(List<R> rows, long last, boolean untold, @Nullable Exception failure) {}

  /// How far it has come.
  @FunctionalInterface
  interface Told {
    void position(long position);
  }

  /// Repeats everything from one position to another.
  ///
  /// @param to a position that is decided
  /// @throws CancellationException when somebody wants it to end
  void repeat(long from, long to, Told told) throws IOException, InterruptedException {
    if (from > to) {
      return;
    }
    var queue = new ArrayBlockingQueue<Chunk<R>>(CHUNKS);
    var ended = new AtomicBoolean();
    var reader =
        Thread.ofPlatform()
            .name("rebuild-reading")
            .daemon()
            .start(() -> read(from, to, queue, ended));
    try {
      while (true) {
        var chunk = queue.poll(POLL_MS, TimeUnit.MILLISECONDS);
        if (cancelled.get()) {
          throw new CancellationException("cancelled");
        }
        if (chunk == null) {
          continue;
        }
        switch (chunk.failure()) {
          case null -> {}
          case IOException failure -> throw failure;
          case RuntimeException failure -> throw failure;
          case Exception failure -> throw new IllegalStateException(failure);
        }
        if (chunk.last() == 0) {
          return;
        }
        work.apply(chunk.rows(), chunk.untold());
        told.position(chunk.last());
      }
    } finally {
      ended.set(true);
      reader.join();
    }
  }

  private void read(long from, long to, ArrayBlockingQueue<Chunk<R>> queue, AtomicBoolean ended) {
    try {
      try {
        for (var next = from; next <= to; ) {
          var some = history.from(next, to);
          if (some.rows().isEmpty()) {
            throw new IOException("nothing is known of position " + next + " and what follows");
          }
          var ready = new ArrayList<R>(some.rows().size());
          for (var row : some.rows()) {
            work.read(row, ready);
          }
          var last = some.rows().getLast().position();
          next = last + 1;
          hand(new Chunk<>(ready, last, some.untold(), null), queue, ended);
        }
        hand(new Chunk<>(List.of(), 0, false, null), queue, ended);
      } catch (IOException | RuntimeException e) {
        hand(new Chunk<>(List.of(), 0, false, e), queue, ended);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <R> void hand(
      Chunk<R> chunk, ArrayBlockingQueue<Chunk<R>> queue, AtomicBoolean ended)
      throws InterruptedException {
    while (!ended.get() && !queue.offer(chunk, POLL_MS, TimeUnit.MILLISECONDS)) {
      // The other end is busy; is it still there?
    }
  }
}
