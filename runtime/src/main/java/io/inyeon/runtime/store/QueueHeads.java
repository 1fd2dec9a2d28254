package io.inyeon.runtime.store;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Where the columns begin that are queues: rows are put behind and taken away in front.
///
/// What is taken away stays on disk as a mark until the database tidies up, so a look from the very
/// first key on walks over the marks of all that went before: of a million facts told, half a
/// second each time. Known is a key below which no row stands; the writer lowers it when it puts a
/// row below, a reader raises it to the row that it found first, unless the writer put any
/// meanwhile.
final class QueueHeads {
  /// A place below which there is no row.
  ///
  /// @param key `null` when there is no row at all
  record Head(byte @Nullable [] key) {}

  private final Map<Column, AtomicReference<Head>> heads = new EnumMap<>(Column.class);
  private final Map<Column, byte[]> lowest = new EnumMap<>(Column.class); // of the commit at hand

  /// Of a database of which nothing is known yet.
  QueueHeads() {
    for (var column : new Column[] {Column.TIMERS, Column.FACTS}) {
      heads.put(column, new AtomicReference<>(new Head(new byte[0])));
    }
  }

  /// Begins a commit.
  void clear() {
    lowest.clear();
  }

  /// A row is put by the commit at hand.
  void put(Column column, byte[] key) {
    if (heads.containsKey(column)) {
      lowest.merge(column, key, (a, b) -> Arrays.compareUnsigned(a, b) <= 0 ? a : b);
    }
  }

  /// The commit at hand was written, so that whoever looks from now on sees it.
  void written() {
    lowest.forEach((column, key) -> at(column).updateAndGet(head -> lowered(head, key)));
    lowest.clear();
  }

  /// Always another object: a reader that looked before must see that something was put.
  private static Head lowered(Head head, byte[] key) {
    var known = head.key();
    return new Head(known != null && Arrays.compareUnsigned(known, key) <= 0 ? known : key);
  }

  /// Where a column begins; `null` for those that are no queues. To be asked before the look.
  @Nullable Head of(Column column) {
    var head = heads.get(column);
    return head == null ? null : head.get();
  }

  /// A look from `before` on found a first row, or none.
  void found(Column column, Head before, byte @Nullable [] first) {
    at(column).compareAndSet(before, new Head(first));
  }

  private AtomicReference<Head> at(Column column) {
    return Objects.requireNonNull(heads.get(column));
  }
}
