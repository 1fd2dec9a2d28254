package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import io.inyeon.core.unify.Tree;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// A picture of [RocksState], read from a snapshot of its database, past all caches.
final class RocksPicture implements Picture {
  private final Rocks rocks;
  private final RowBatch batch;
  private final OnDisk disk;
  private final Encoder scratch = new Encoder();
  private final long position;
  private final StateCounts counts;

  private final IntPredicate imported;
  private final boolean first;

  /// Takes over a frozen database.
  RocksPicture(Rocks rocks, IntPredicate imported) {
    this(rocks, imported, true);
  }

  private RocksPicture(Rocks rocks, IntPredicate imported, boolean first) {
    this.rocks = rocks;
    this.imported = imported;
    this.first = first;
    var meta = new Meta(rocks);
    position = meta.position();
    counts = meta.counts();
    batch = new RowBatch(rocks);
    disk =
        new OnDisk(
            rocks,
            batch,
            new TreeRows(rocks.column(Column.TREES)),
            new SeenColumns(rocks, meta.newestSeen()),
            new QueueHeads(),
            imported);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  @SuppressWarnings("unchecked") // a key's type says what stands under it
  public <V> @Nullable V read(Key<V> key) {
    var stored = disk.read(key, scratch);
    return (V) (stored instanceof StoredTree tree ? tree.tree() : stored);
  }

  @Override
  @SuppressWarnings("unchecked") // a kind's keys and what stands under them
  public <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader) {
    disk.each(kind, (key, value) -> reader.accept((Key<V>) key, (V) value));
  }

  @Override
  @SuppressWarnings("unchecked") // a kind's keys and what stands under them
  public <V> void beside(Picture other, Class<? extends Key<V>> kind, Beside<V> told) {
    if (!(other instanceof RocksPicture that)) {
      Picture.super.beside(other, kind, told);
      return;
    }
    try (var here = disk.strand(kind);
        var there = that.disk.strand(kind)) {
      while (here.there() || there.there()) {
        var order = !here.there() ? 1 : !there.there() ? -1 : here.compareTo(there);
        if (order == 0 && here.same(there)) {
          told.same();
        } else {
          told.unlike(
              (Key<V>) (order <= 0 ? here : there).key(),
              order <= 0 ? (V) here.value() : null,
              order >= 0 ? (V) there.value() : null);
        }
        if (order <= 0) {
          here.next();
        }
        if (order >= 0) {
          there.next();
        }
      }
    }
  }

  @Override
  public void outlines(Consumer<Tree> reader) {
    outlines(0, Long.MAX_VALUE, reader);
  }

  @Override
  public void outlines(long from, long to, Consumer<Tree> reader) {
    disk.eachOutline(from, to, reader);
  }

  @Override
  public void outlines(Collection<Long> ids, Consumer<Tree> reader) {
    disk.eachOutline(ids, reader);
  }

  @Override
  public Picture another() {
    return new RocksPicture(rocks, imported, false);
  }

  @Override
  public @Nullable Tree outline(long id) {
    return disk.header(id);
  }

  @Override
  public StateCounts counts() {
    return counts;
  }

  @Override
  public void close() {
    batch.close();
    if (first) {
      rocks.close();
    }
  }
}
