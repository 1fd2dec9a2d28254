package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.store.Picture;
import io.inyeon.runtime.store.StateCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Who is who, in memory, for a rehearsal: nothing of it is kept.
final class PeopleInMemory implements Snapshot, Picture {
  private final long position;
  private final Map<Key<?>, Object> values = new HashMap<>();

  /// By their ids; in `values`, too.
  private final TreeMap<Long, Tree> trees = new TreeMap<>();

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
          values.put(key, value);
          if (value instanceof Tree tree) {
            trees.put(tree.id(), tree);
          }
        }
        case Change.Remove<?>(var key) -> {
          values.remove(key);
          if (key instanceof Key.Tree(var id)) {
            trees.remove(id);
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
      trees.forEach((id, tree) -> reader.accept((Key<V>) new Key.Tree(id), (V) tree));
      return;
    }
    throw new IllegalArgumentException("only trees can be walked through, not " + kind);
  }

  /// Takes trees over as they are.
  void take(List<Tree> known) {
    for (var tree : known) {
      values.put(new Key.Tree(tree.id()), tree);
      trees.put(tree.id(), tree);
      var holder = new Holder(tree.id());
      tree.nodes().keySet().forEach(node -> values.put(new Key.OfIdentifier(node), holder));
    }
  }

  @Override
  public Picture another() {
    return this;
  }

  @Override
  public StateCounts counts() {
    return new StateCounts(trees.size(), 0, 0);
  }

  @Override
  public void close() {
    values.clear();
    trees.clear();
  }
}
