package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quality.AlertNews;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.http.LiveFeed;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The latest decided batches, kept in memory for those who watch. What falls out is in the
/// archive; who was away too long is told how much they missed.
final class Live {
  private static final long MOST_BYTES = 8L << 20;

  /// What a row weighs besides its bytes.
  private static final int ROW_BYTES = 200;

  private record Batch(List<Row> rows, long first, long last, long bytes) {}

  private final ArrayDeque<Batch> batches = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long bytes;
  private long position;

  /// Remembers what was decided.
  ///
  /// @param position before the first entry
  Live(long position) {
    this.position = position;
  }

  /// Takes a batch; by the writer, and as cheap as can be: nobody may watch at all.
  void offer(List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var weight = 0L;
    for (var row : rows) {
      weight += ROW_BYTES + row.body().length;
    }
    var batch = new Batch(rows, rows.getFirst().position(), rows.getLast().position(), weight);
    lock.lock();
    try {
      batches.add(batch);
      bytes += weight;
      while (bytes > MOST_BYTES && batches.size() > 1) {
        bytes -= batches.remove().bytes();
      }
      position = batch.last();
    } finally {
      lock.unlock();
    }
  }

  /// Forgets all of it: somebody is erased, and may be among them.
  void forget() {
    lock.lock();
    try {
      batches.clear();
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }

  long position() {
    lock.lock();
    try {
      return position;
    } finally {
      lock.unlock();
    }
  }

  boolean pause(long ms) throws InterruptedException {
    return !ended.await(ms, TimeUnit.MILLISECONDS);
  }

  /// Nobody waits any longer.
  void close() {
    ended.countDown();
  }

  /// What was decided after a position; of the rows only those that are wanted.
  ///
  /// @param names the source's id, by its number
  LiveFeed.Look look(
      long after,
      Predicate<LiveFeed.Seen> wanted,
      int most,
      Function<Integer, String> names,
      Function<Row, io.inyeon.runtime.http.Happened> form) {
    List<Batch> kept;
    long now;
    lock.lock();
    try {
      // Only what is newer, from the end: a watcher who keeps up never walks the whole.
      kept = new ArrayList<>();
      for (var latest = batches.descendingIterator(); latest.hasNext(); ) {
        var batch = latest.next();
        if (batch.last() <= after) {
          break;
        }
        kept.add(batch);
      }
      now = position;
    } finally {
      lock.unlock();
    }
    var shown = new ArrayList<LiveFeed.Shown>();
    var alerts = new ArrayList<Value.Fields>();
    var passed = 0L;
    for (var batch : kept) {
      for (var row : batch.rows().reversed()) {
        if (row.position() > after && row.kind() == Kind.QUALITY_ALERTED) {
          alert(row, alerts);
        } else if (row.position() > after && row.kind() == Kind.EVENT) {
          var seen = new SeenRow(row, names.apply(row.source()));
          if (wanted.test(seen)) {
            passed++;
            if (shown.size() < most) {
              shown.add(new LiveFeed.Shown(form.apply(row), seen.outcome()));
            }
          }
        }
      }
    }
    Collections.reverse(shown);
    Collections.reverse(alerts);
    var oldest = kept.isEmpty() ? now + 1 : kept.getLast().first();
    return new LiveFeed.Look(shown, alerts, passed, Math.max(0, oldest - after - 1), now);
  }

  private static void alert(Row row, List<Value.Fields> to) {
    if (EntryCodec.decode(row.position(), row.kind(), row.body())
        instanceof Entry.QualityAlerted(var position, _, _, var alert)) {
      to.add(AlertNews.kept(alert, position));
    }
  }

  private record SeenRow(Row row, String sourceId) implements LiveFeed.Seen {
    @Override
    public @Nullable String call() {
      var call = row.call();
      return call == null ? null : call.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String name() {
      var name = row.name();
      return name == null ? "" : name;
    }

    @Override
    public String outcome() {
      var status = row.status();
      return status == null ? "" : status.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean mentions(String lowerCase) {
      var owner = row.owner();
      return (owner != null && owner.toLowerCase(Locale.ROOT).contains(lowerCase))
          || new String(row.body(), UTF_8).toLowerCase(Locale.ROOT).contains(lowerCase);
    }
  }
}
