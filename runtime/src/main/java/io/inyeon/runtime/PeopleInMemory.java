package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.store.Picture;
import io.inyeon.runtime.store.StateCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Who is who, in memory, for a rehearsal: nothing of it is kept.
final class PeopleInMemory implements Snapshot, Picture {
  private final long position;
  private final Map<Key<?>, Object> values = new HashMap<>();
  private long trees;

  PeopleInMemory(long position) {
    this.position = position;
  }

  void make(List<Change> changes) {
    for (var change : changes) {
      switch (change) {
        case Change.Put<?>(Key.OfProfile _, _) -> {
          // Nobody looks anybody up here.
        }
        case Change.Put<?>(var key, var value) -> {
          if (values.put(key, value) == null && key instanceof Key.Tree) {
            trees++;
          }
        }
        case Change.Remove<?>(var key) -> {
          if (values.remove(key) != null && key instanceof Key.Tree) {
            trees--;
          }
        }
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // a key's type says what stands under it
  public <V> @Nullable V get(Key<V> key) {
    return (V) values.get(key);
  }

  @Override
  public <V> @Nullable V read(Key<V> key) {
    return get(key);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  @SuppressWarnings("unchecked") // a kind's keys and what stands under them
  public <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader) {
    if (kind == (Class<?>) Key.Tree.class) {
      var next = (Long) values.getOrDefault(new Key.NextTree(), 1L);
      for (var id = 1L; id < next; id++) {
        var tree = (Tree) values.get(new Key.Tree(id));
        if (tree != null) {
          reader.accept((Key<V>) new Key.Tree(id), (V) tree);
        }
      }
      return;
    }
    throw new IllegalArgumentException("only trees can be walked through, not " + kind);
  }

  @Override
  public StateCounts counts() {
    return new StateCounts(trees, 0, 0);
  }

  @Override
  public void close() {
    values.clear();
  }
}
