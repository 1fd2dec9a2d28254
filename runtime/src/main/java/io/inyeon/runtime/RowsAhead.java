package io.inyeon.runtime;

import io.inyeon.core.collect.Source;
import io.inyeon.runtime.Repeater.Ready;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Feeds a [Repeater]: reads and parses rows on a thread of its own, while the caller's thread
/// decides those before.
final class RowsAhead {
  private static final int CHUNKS = 4;
  private static final long POLL_MS = 50;

  private final History history;
  private final Repeater repeater;
  private final AtomicBoolean cancelled;
  private final Map<Integer, Source> sources = new HashMap<>();

  RowsAhead(History history, Repeater repeater, AtomicBoolean cancelled) {
    this.history = history;
    this.repeater = repeater;
    this.cancelled = cancelled;
  }

  /// What goes from one thread to the other; the last one has no rows, and may have a failure.
  private record Chunk(List<Ready> rows, boolean untold, @Nullable Exception failure) {}

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
    var queue = new ArrayBlockingQueue<Chunk>(CHUNKS);
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
        if (chunk.rows().isEmpty()) {
          return;
        }
        repeater.apply(chunk.rows(), chunk.untold());
        told.position(chunk.rows().getLast().row().position());
      }
    } finally {
      ended.set(true);
      reader.join();
    }
  }

  private void read(long from, long to, ArrayBlockingQueue<Chunk> queue, AtomicBoolean ended) {
    try {
      try {
        for (var next = from; next <= to; ) {
          var some = history.from(next, to);
          if (some.rows().isEmpty()) {
            throw new IOException("nothing is known of position " + next + " and what follows");
          }
          var ready = new ArrayList<Ready>(some.rows().size());
          for (var row : some.rows()) {
            ready.add(repeater.read(row, sources));
          }
          next = some.rows().getLast().position() + 1;
          hand(new Chunk(ready, some.untold(), null), queue, ended);
        }
        hand(new Chunk(List.of(), false, null), queue, ended);
      } catch (IOException | RuntimeException e) {
        hand(new Chunk(List.of(), false, e), queue, ended);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hand(Chunk chunk, ArrayBlockingQueue<Chunk> queue, AtomicBoolean ended)
      throws InterruptedException {
    while (!ended.get() && !queue.offer(chunk, POLL_MS, TimeUnit.MILLISECONDS)) {
      // The other end is busy; is it still there?
    }
  }
}
