package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.core.unify.Tree;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksIterator;

/// Committed values as they are on disk, decoded.
final class OnDisk {
  private static final Map<Class<?>, Column> COLUMNS =
      Map.ofEntries(
          Map.entry(Key.Seen.class, Column.SEEN_IMPORTS),
          Map.entry(Key.OfIdentifier.class, Column.IDENTIFIERS),
          Map.entry(Key.Tree.class, Column.TREES),
          Map.entry(Key.IdleLink.class, Column.IDLE_LINKS),
          Map.entry(Key.OfStewardLinks.class, Column.META),
          Map.entry(Key.Estranged.class, Column.ESTRANGED),
          Map.entry(Key.OfSpans.class, Column.LOGINS),
          Map.entry(Key.OfLogins.class, Column.LOGINS),
          Map.entry(Key.OfCut.class, Column.META),
          Map.entry(Key.OfProfile.class, Column.PROFILES),
          Map.entry(Key.Account.class, Column.ACCOUNTS),
          Map.entry(Key.OfJoined.class, Column.JOINED),
          Map.entry(Key.OfAccountChange.class, Column.JOINED),
          Map.entry(Key.OfMemberCount.class, Column.JOINED),
          Map.entry(Key.OfShare.class, Column.JOINED),
          Map.entry(Key.OfMembersCounted.class, Column.JOINED),
          Map.entry(Key.Source.class, Column.META),
          Map.entry(Key.OfUndone.class, Column.META),
          Map.entry(Key.Outcomes.class, Column.META),
          Map.entry(Key.Access.class, Column.META),
          Map.entry(Key.OfRules.class, Column.META),
          Map.entry(Key.OfSavedRules.class, Column.META),
          Map.entry(Key.NextTree.class, Column.META),
          Map.entry(Key.OfSegment.class, Column.META),
          Map.entry(Key.OfSegmentVersion.class, Column.META),
          Map.entry(Key.OfSegmentSize.class, Column.META),
          Map.entry(Key.OfFilling.class, Column.META),
          Map.entry(Key.OfSweep.class, Column.META),
          Map.entry(Key.OfComputedTrait.class, Column.META),
          Map.entry(Key.OfComputedTraitVersion.class, Column.META),
          Map.entry(Key.OfSynonyms.class, Column.META),
          Map.entry(Key.OfPurpose.class, Column.META),
          Map.entry(Key.OfPurposeVersion.class, Column.META),
          Map.entry(Key.OfPlan.class, Column.META),
          Map.entry(Key.OfPlanVersion.class, Column.META),
          Map.entry(Key.OfTransformations.class, Column.META),
          Map.entry(Key.OfTransformationsVersion.class, Column.META),
          Map.entry(Key.OfQuarantineGroup.class, Column.QUARANTINE),
          Map.entry(Key.OfHeld.class, Column.QUARANTINE),
          Map.entry(Key.OfHeldPerson.class, Column.QUARANTINE),
          Map.entry(Key.OfGroupsOfSource.class, Column.QUARANTINE),
          Map.entry(Key.OfRepair.class, Column.QUARANTINE),
          Map.entry(Key.OfOccurrences.class, Column.OCCURRENCES),
          Map.entry(Key.OfStanding.class, Column.STANDINGS),
          Map.entry(Key.OfMember.class, Column.MEMBERS),
          Map.entry(Key.OfTimer.class, Column.TIMERS),
          Map.entry(Key.OfFact.class, Column.FACTS),
          Map.entry(Key.OfPast.class, Column.PASTS),
          Map.entry(Key.OfFlow.class, Column.FLOWS),
          Map.entry(Key.OfTombstone.class, Column.RIGHTS),
          Map.entry(Key.OfErasure.class, Column.RIGHTS),
          Map.entry(Key.OfLeftover.class, Column.RIGHTS),
          Map.entry(Key.OfErasures.class, Column.RIGHTS),
          Map.entry(Key.OfRights.class, Column.RIGHTS));

  private final Rocks rocks;
  private final RowBatch batch;
  private final TreeRows trees;
  private final SeenColumns seen;
  private final QueueHeads queues;
  private final IntPredicate imported;

  /// Reads from a database.
  ///
  /// @param imported whether a source's events are remembered for ever
  OnDisk(
      Rocks rocks,
      RowBatch batch,
      TreeRows trees,
      SeenColumns seen,
      QueueHeads queues,
      IntPredicate imported) {
    this.rocks = rocks;
    this.batch = batch;
    this.trees = trees;
    this.seen = seen;
    this.queues = queues;
    this.imported = imported;
  }

  /// What stands under a key, in the store's form; `null` for nothing.
  @Nullable Object read(Key<?> key, Encoder scratch) {
    if (key instanceof Key.Tree tree) {
      try (var rows = rocks.trees()) {
        return read(tree, rows);
      }
    }
    return guarded(
        key,
        () -> {
          var bytes = KeyBytes.of(key, scratch);
          if (key instanceof Key.Seen event) {
            return seen.find(event, bytes, imported.test(event.source()));
          }
          var value = batch.whole(rocks.column(Column.of(key)), bytes);
          return value == null ? null : Records.read(key, value);
        });
  }

  /// Which of some events are remembered, and as what; those of imports are left out.
  Map<Key.Seen, Seen> read(List<Key.Seen> keys, Encoder scratch) {
    return guarded(keys.getFirst(), () -> seen.find(keys, key -> KeyBytes.of(key, scratch)));
  }

  /// What a tree is, read by an iterator that was opened for many.
  @Nullable StoredTree read(Key.Tree key, RocksIterator rows) {
    return guarded(key, () -> trees.read(batch, rows, key.id()));
  }

  /// Says at which key the damage is.
  private static <T extends @Nullable Object> T guarded(Key<?> key, Supplier<T> read) {
    try {
      return read.get();
    } catch (Undecodable | IllegalArgumentException e) {
      throw damaged(key.toString(), e);
    }
  }

  static StateFailure damaged(String at, RuntimeException cause) {
    return new StateFailure("state is damaged at " + at + ": " + cause.getMessage(), false, cause);
  }

  SortedMap<Integer, Seen> trace(String messageId) {
    return seen.trace(messageId);
  }

  /// Rows of the outbox from a position on.
  void outbox(long from, State.OutboxReader reader) {
    try (var rows = rocks.rows(rocks.column(Column.OUTBOX))) {
      for (rows.seek(KeyBytes.position(from)); rows.isValid(); rows.next()) {
        var key = rows.key();
        var position = ByteBuffer.wrap(key).getLong();
        var value = RowBatch.whole(key, rows.value(), rows);
        if (!reader.row(position, Arrays.copyOfRange(value, 1, value.length))) {
          return;
        }
      }
      Rocks.check(rows);
    }
  }

  /// Everything of one kind that the writer keeps by itself.
  void keep(Class<?> kind, BiConsumer<Key<?>, Object> reader) {
    eachRow(rocks.column(Column.META), Column.META, kind, true, reader);
  }

  /// Everything of one kind.
  void each(Class<?> kind, BiConsumer<Key<?>, Object> reader) {
    var column = COLUMNS.get(kind);
    if (column == null) {
      throw new IllegalArgumentException("no kind of key: " + kind);
    }
    switch (column) {
      case TREES -> eachTree(reader);
      case SEEN_IMPORTS ->
          seen.columns().forEach(each -> eachRow(each, column, kind, false, reader));
      case META,
          IDENTIFIERS,
          IDLE_LINKS,
          PROFILES,
          ESTRANGED,
          LOGINS,
          ACCOUNTS,
          JOINED,
          OUTBOX,
          TOUCHES,
          OCCURRENCES,
          STANDINGS,
          MEMBERS,
          TIMERS,
          FACTS,
          PASTS,
          FLOWS,
          QUARANTINE,
          RIGHTS ->
          eachRow(rocks.column(column), column, kind, false, reader);
    }
  }

  /// Everything of one kind, in the order of its keys; not the memory of duplicates, which stands
  /// in several columns.
  Strand strand(Class<?> kind) {
    var column = COLUMNS.get(kind);
    if (column == null || column == Column.SEEN_IMPORTS) {
      throw new IllegalArgumentException("no kind of key in one column: " + kind);
    }
    if (column == Column.TREES) {
      return new Strand.OfTrees(trees, batch, rocks.rows(rocks.column(Column.TREES)));
    }
    var form =
        new Strand.OfRows.Form() {
          @Override
          public @Nullable Key<?> key(byte[] bytes) {
            var key = OnDisk.key(column, bytes);
            return kind.isInstance(key) ? key : null;
          }

          @Override
          public Object value(Key<?> key, byte[] bytes) {
            return guarded(key, () -> Records.read(key, bytes));
          }

          @Override
          public byte[] whole(
              ColumnFamilyHandle handle, byte[] key, byte[] first, RocksIterator rows) {
            return RowBatch.whole(key, first, rows);
          }
        };
    return new Strand.OfRows(form, rocks.column(column), rocks.rows(rocks.column(column)));
  }

  /// What stands under a key and under those of its kind that follow it, until the reader has
  /// enough.
  void from(Key<?> first, BiPredicate<Key<?>, Object> reader) {
    var column = Column.of(first);
    var wanted = KeyBytes.of(first, new Encoder());
    var head = queues.of(column);
    if (head != null && head.key() == null) {
      return;
    }
    try (var rows = rocks.rows(rocks.column(column))) {
      if (head != null && head.key() != null) {
        rows.seek(head.key());
        Rocks.check(rows);
        queues.found(column, head, rows.isValid() ? rows.key() : null);
      }
      if (head == null || (rows.isValid() && Arrays.compareUnsigned(rows.key(), wanted) < 0)) {
        rows.seek(wanted);
      }
      for (; rows.isValid(); rows.next()) {
        var bytes = rows.key();
        var key = key(column, bytes);
        if (key != null && key.getClass() != first.getClass()) {
          return;
        }
        if (key != null) {
          var value =
              guarded(key, () -> Records.read(key, RowBatch.whole(bytes, rows.value(), rows)));
          if (!reader.test(key, value)) {
            return;
          }
        }
      }
      Rocks.check(rows);
    }
  }

  private void eachTree(BiConsumer<Key<?>, Object> reader) {
    try (var rows = rocks.rows(rocks.column(Column.TREES))) {
      rows.seekToFirst();
      for (var tree = nextTree(rows); tree != null; tree = nextTree(rows)) {
        reader.accept(new Key.Tree(tree.tree().id()), tree.tree());
      }
    }
  }

  /// Trees as far as they say who is who, see [TreeRows#nextOutline].
  ///
  /// @param from the smallest id
  /// @param to above the largest
  void eachOutline(long from, long to, Consumer<Tree> reader) {
    try (var rows = rocks.rows(rocks.column(Column.TREES))) {
      rows.seek(KeyBytes.tree(from));
      for (var tree = nextOutline(rows); tree != null && tree.id() < to; tree = nextOutline(rows)) {
        reader.accept(tree);
      }
    }
  }

  /// The same of some trees, which must be there.
  void eachOutline(Collection<Long> ids, Consumer<Tree> reader) {
    try (var rows = rocks.rows(rocks.column(Column.TREES))) {
      for (var id : ids) {
        rows.seek(KeyBytes.tree(id));
        var tree = nextOutline(rows);
        if (tree == null || tree.id() != id) {
          throw new IllegalArgumentException("there is no tree " + id);
        }
        reader.accept(tree);
      }
    }
  }

  private @Nullable Tree nextOutline(RocksIterator rows) {
    try {
      return trees.nextOutline(batch, rows);
    } catch (Undecodable | IllegalArgumentException e) {
      throw damaged("a tree", e);
    }
  }

  /// A tree's nodes and links.
  @Nullable Tree header(long id) {
    return guarded(new Key.Tree(id), () -> trees.header(batch, id));
  }

  private @Nullable StoredTree nextTree(RocksIterator rows) {
    try {
      return trees.next(batch, rows);
    } catch (Undecodable | IllegalArgumentException e) {
      throw damaged("a tree", e);
    }
  }

  private void eachRow(
      ColumnFamilyHandle handle,
      Column column,
      Class<?> kind,
      boolean kept,
      BiConsumer<Key<?>, Object> reader) {
    try (var rows = rocks.rows(handle)) {
      for (rows.seekToFirst(); rows.isValid(); rows.next()) {
        var bytes = rows.key();
        var key = key(column, bytes);
        if (kind.isInstance(key) && key != null) {
          reader.accept(
              key,
              guarded(
                  key,
                  () -> {
                    var first = rows.value();
                    return Records.read(
                        key,
                        kept
                            ? batch.whole(handle, bytes, first, rows)
                            : RowBatch.whole(bytes, first, rows));
                  }));
        }
      }
      Rocks.check(rows);
    }
  }

  private static @Nullable Key<?> key(Column column, byte[] bytes) {
    try {
      return KeyBytes.read(column, bytes);
    } catch (Undecodable | IllegalArgumentException e) {
      throw damaged("a key of " + column.familyName(), e);
    }
  }
}
