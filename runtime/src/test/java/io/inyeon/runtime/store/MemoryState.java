package io.inyeon.runtime.store;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// State in memory, for simulations: the same contract as [RocksState] at a hundredth of the price,
/// and as strict as it can be. Its `get` never answers from luck: what was not loaded since the
/// last commit is [Snapshot.Unloaded], sources, counts, access keys, rules and the next tree's
/// number excepted.
///
/// [#crash] takes it back to the last flush, known or unnoticed, and it goes on from there, as a
/// process does that starts again on the same disk. [#diskFull] makes writing fail until there is
/// space again.
public final class MemoryState implements State {
  private final WorkingSet working = new WorkingSet();
  private final Map<Key<?>, Object> committed = new HashMap<>();

  /// What to put back in a crash: the value at the last flush of each key changed since.
  private final Map<Key<?>, @Nullable Object> flushed = new HashMap<>();

  private final NavigableMap<Long, byte[]> outbox = new TreeMap<>();
  private final NavigableMap<Long, byte[]> outboxFlushed = new TreeMap<>();
  private long position;
  private long flushedPosition;
  private long durablePosition;
  private boolean diskFull;
  private boolean healthy = true;
  private boolean closed;
  private long hits;
  private long misses;

  /// A crash: what was staged or committed since the last flush is gone, and so is that something
  /// was forgotten in the outbox.
  public synchronized void crash() {
    working.clear();
    flushed.forEach((key, value) -> {
      if (value == null) {
        committed.remove(key);
      } else {
        committed.put(key, value);
      }
    });
    flushed.clear();
    outbox.clear();
    outbox.putAll(outboxFlushed);
    position = flushedPosition;
    durablePosition = flushedPosition;
    healthy = true;
    closed = false;
  }

  /// Flushes as the storage does by itself when its memory is full: nobody is told.
  public synchronized void flushUnnoticed() {
    failWhenFull();
    flushed.clear();
    outboxFlushed.clear();
    outboxFlushed.putAll(outbox);
    flushedPosition = position;
  }

  /// From now on commits and flushes fail, or work again.
  public synchronized void diskFull(boolean full) {
    diskFull = full;
  }

  private void failWhenClosed() {
    if (closed) {
      throw new StateFailure("the state is closed", false, null);
    }
  }

  private void failWhenFull() {
    failWhenClosed();
    healthy = !diskFull;
    if (diskFull) {
      throw new StateFailure("no space left", true, null);
    }
  }

  private static boolean isResident(Key<?> key) {
    return key instanceof Key.Source
        || key instanceof Key.OfUndone
        || key instanceof Key.Outcomes
        || key instanceof Key.Access
        || key instanceof Key.OfRules
        || key instanceof Key.OfSegment
        || key instanceof Key.OfSegmentSize
        || key instanceof Key.NextTree;
  }

  // A key's type says what stands under it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <V> @Nullable V cast(@Nullable Object value) {
    return (V) value;
  }

  @Override
  public synchronized long position() {
    return position;
  }

  @Override
  public synchronized void load(Set<Key<?>> keys) {
    for (var key : keys) {
      var value = committed.get(key);
      working.loaded(key, value, value);
      if (value == null) {
        misses++;
      } else {
        hits++;
      }
    }
  }

  @Override
  public synchronized <V> @Nullable V get(Key<V> key) {
    var slot = working.find(key);
    if (slot != null) {
      return cast(slot.value());
    }
    if (isResident(key)) {
      return cast(committed.get(key));
    }
    throw new Unloaded(Set.of(key));
  }

  @Override
  public synchronized void stage(List<Change> changes) {
    changes.forEach(working::stage);
  }

  @Override
  public synchronized void commit(long position, byte[] outbox) {
    if (position <= this.position) {
      throw new IllegalArgumentException(
          "position " + position + " does not follow " + this.position);
    }
    write(position, outbox);
  }

  @Override
  public synchronized void commitBeside() {
    write(position, new byte[0]);
  }

  private void write(long position, byte[] outbox) {
    failWhenFull();
    for (var slot : working.staged()) {
      var key = slot.key();
      var before = committed.get(key);
      if (!flushed.containsKey(key)) {
        flushed.put(key, before);
      }
      var value = slot.value();
      if (value == null) {
        committed.remove(key);
      } else {
        committed.put(key, value);
      }
    }
    if (outbox.length > 0) {
      this.outbox.put(position, outbox);
    }
    this.position = position;
    working.clear();
  }

  @Override
  public synchronized void rollback() {
    working.clear();
  }

  @Override
  public synchronized <V> @Nullable V read(Key<V> key) {
    failWhenClosed();
    return cast(committed.get(key));
  }

  @Override
  public synchronized SortedMap<Integer, Seen> trace(String messageId) {
    var found = new TreeMap<Integer, Seen>();
    committed.forEach((key, value) -> {
      if (key instanceof Key.Seen(var source, var id) && id.equals(messageId)) {
        found.put(source, (Seen) value);
      }
    });
    return found;
  }

  @Override
  @SuppressWarnings("unchecked") // a kind's keys and what stands under them
  public synchronized <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader) {
    committed.entrySet().stream()
        .filter(entry -> kind.isInstance(entry.getKey()))
        .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
        .forEachOrdered(entry -> reader.accept((Key<V>) entry.getKey(), (V) entry.getValue()));
  }

  @Override
  @SuppressWarnings("unchecked") // a kind's keys and what stands under them
  public synchronized <V> void from(Key<V> first, BiPredicate<Key<V>, V> reader) {
    var ordered = new TreeMap<byte[], Key<?>>(Arrays::compareUnsigned);
    for (var key : committed.keySet()) {
      if (key.getClass() == first.getClass()) {
        ordered.put(KeyBytes.of(key, new Encoder()), key);
      }
    }
    for (var key : ordered.tailMap(KeyBytes.of(first, new Encoder()), true).values()) {
      if (!reader.test((Key<V>) key, (V) committed.get(key))) {
        return;
      }
    }
  }

  @Override
  public synchronized Picture picture() {
    failWhenClosed();
    var copy = new MemoryState();
    copy.committed.putAll(committed);
    copy.position = position;
    return new Picture() {
      @Override
      public long position() {
        return copy.position();
      }

      @Override
      public <V> @Nullable V read(Key<V> key) {
        return copy.read(key);
      }

      @Override
      public <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader) {
        copy.forEach(kind, reader);
      }

      @Override
      public StateCounts counts() {
        return copy.counts();
      }

      @Override
      public Picture another() {
        return copy.picture();
      }

      @Override
      public void close() {
        copy.close();
      }
    };
  }

  @Override
  public synchronized void outbox(long from, OutboxReader reader) {
    for (var row : outbox.tailMap(from, true).entrySet()) {
      if (!reader.row(row.getKey(), row.getValue())) {
        return;
      }
    }
  }

  @Override
  public synchronized void forgetOutbox(long below) {
    outbox.headMap(below, false).clear();
  }

  @Override
  public synchronized long flush() {
    flushUnnoticed();
    durablePosition = position;
    return position;
  }

  @Override
  public synchronized long durablePosition() {
    return durablePosition;
  }

  @Override
  public synchronized StateCounts counts() {
    return new StateCounts(
        count(Key.Tree.class), count(Key.OfIdentifier.class), count(Key.Account.class));
  }

  private long count(Class<?> kind) {
    return committed.keySet().stream().filter(kind::isInstance).count();
  }

  @Override
  public synchronized StateMeasures measures() {
    return new StateMeasures(0, 0, 0, 0, hits, misses);
  }

  @Override
  public synchronized boolean healthy() {
    return healthy;
  }

  @Override
  public synchronized void abandon() {
    closed = true;
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      flush();
      closed = true;
    }
  }
}
