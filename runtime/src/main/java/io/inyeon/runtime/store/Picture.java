package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import io.inyeon.core.unify.Tree;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// State as of one commit, whatever is committed since. Used and closed by the thread that asked
/// for it; the state it is of stays open until then.
public interface Picture extends AutoCloseable {
  /// The position of the last entry whose changes it shows.
  long position();

  /// What stands under the key.
  <V> @Nullable V read(Key<V> key);

  /// Everything of one kind, in an order that stays the same.
  <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader);

  /// Takes what stands in two pictures.
  interface Beside<V> {
    /// A key under which the same stands in both.
    void same();

    /// A key under which it may not be the same.
    ///
    /// @param here `null` when nothing stands in this picture
    /// @param there `null` when nothing stands in the other one
    void unlike(Key<V> key, @Nullable V here, @Nullable V there);
  }

  /// Walks through one kind of this picture and of another one, each key once. Not for [Key.Seen],
  /// which has no order.
  default <V> void beside(Picture other, Class<? extends Key<V>> kind, Beside<V> told) {
    forEach(
        kind,
        (key, here) -> {
          var there = other.read(key);
          if (here.equals(there)) {
            told.same();
          } else {
            told.unlike(key, here, there);
          }
        });
    other.forEach(
        kind,
        (key, there) -> {
          if (read(key) == null) {
            told.unlike(key, null, there);
          }
        });
  }

  /// Every tree as far as it says who is who: nodes, links, and fragments that may lack everything
  /// but their base. Much cheaper than the whole of them.
  default void outlines(Consumer<Tree> reader) {
    forEach(Key.Tree.class, (Key<Tree> _, Tree tree) -> reader.accept(tree));
  }

  /// The same of the trees with ids from one to another.
  ///
  /// @param to above the largest
  default void outlines(long from, long to, Consumer<Tree> reader) {
    outlines(tree -> {
      if (tree.id() >= from && tree.id() < to) {
        reader.accept(tree);
      }
    });
  }

  /// The same of some trees, which must be there.
  default void outlines(Collection<Long> ids, Consumer<Tree> reader) {
    outlines(tree -> {
      if (ids.contains(tree.id())) {
        reader.accept(tree);
      }
    });
  }

  /// The same picture for another thread, which uses and closes it before this one is closed.
  Picture another();

  /// One tree with its nodes and links at least; `null` when there is none.
  default @Nullable Tree outline(long id) {
    return read(new Key.Tree(id));
  }

  /// How much there is.
  StateCounts counts();

  /// Lets go of it.
  @Override
  void close();
}
