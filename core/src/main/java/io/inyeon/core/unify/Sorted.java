package io.inyeon.core.unify;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A sorted map that never changes: a changed copy costs a logarithm and shares the rest.
///
/// That lets a tree of a thousand cookies take one more event without copying a thousand entries,
/// lets readers keep the version they hold, and lets the store find what changed between two
/// versions without looking at what did not.
///
/// A weight-balanced tree (Adams 1992; the parameters 3 and 2 are those proved by Hirai and
/// Yamamoto 2011).
@SuppressWarnings({
  "JdkObsolete", // nobody needs more of it than a SortedMap has
  "ReferenceEquality" // that is how sharing shows
})
final class Sorted<K extends Comparable<? super K>, V> extends AbstractMap<K, V>
    implements SortedMap<K, V> {
  private static final Sorted<?, ?> EMPTY = new Sorted<String, String>(null);

  private final @Nullable Fork<K, V> root;

  private Sorted(@Nullable Fork<K, V> root) {
    this.root = root;
  }

  /// One entry with what sorts before and after it.
  private static final class Fork<K, V> {
    private final K key;
    private final V value;
    private final @Nullable Fork<K, V> left;
    private final @Nullable Fork<K, V> right;
    private final int size;

    Fork(K key, V value, @Nullable Fork<K, V> left, @Nullable Fork<K, V> right) {
      this.key = key;
      this.value = value;
      this.left = left;
      this.right = right;
      size = size(left) + size(right) + 1;
    }
  }

  @SuppressWarnings("unchecked") // it holds nothing of any type
  static <K extends Comparable<? super K>, V> Sorted<K, V> of() {
    return (Sorted<K, V>) EMPTY;
  }

  static <K extends Comparable<? super K>, V> Sorted<K, V> of(K key, V value) {
    return new Sorted<>(new Fork<>(key, value, null, null));
  }

  /// The same entries, in the natural order of their keys.
  static <K extends Comparable<? super K>, V> Sorted<K, V> copyOf(Map<K, V> map) {
    if (map instanceof Sorted<K, V> sorted) {
      return sorted;
    }
    if (map.isEmpty()) {
      return of();
    }
    var sorted = map;
    if (!(map instanceof SortedMap<K, V> already && already.comparator() == null)) {
      sorted = new TreeMap<>();
      sorted.putAll(map);
    }
    return new Sorted<>(balanced(sorted.size(), sorted.entrySet().iterator()));
  }

  /// The entries of two lists of one length.
  ///
  /// @param keys in ascending order
  static <K extends Comparable<? super K>, V> Sorted<K, V> ofAscending(
      List<K> keys, List<V> values) {
    if (keys.size() != values.size()) {
      throw new IllegalArgumentException(keys.size() + " keys, " + values.size() + " values");
    }
    for (var i = 1; i < keys.size(); i++) {
      if (keys.get(i - 1).compareTo(keys.get(i)) >= 0) {
        throw new IllegalArgumentException("keys out of order at " + i);
      }
    }
    return keys.isEmpty() ? of() : new Sorted<>(balanced(keys, values, 0, keys.size()));
  }

  private static <K, V> @Nullable Fork<K, V> balanced(
      List<K> keys, List<V> values, int from, int to) {
    if (from == to) {
      return null;
    }
    var middle = (from + to) >>> 1;
    return new Fork<>(
        keys.get(middle),
        values.get(middle),
        balanced(keys, values, from, middle),
        balanced(keys, values, middle + 1, to));
  }

  /// The next `size` entries.
  private static <K, V> @Nullable Fork<K, V> balanced(int size, Iterator<Map.Entry<K, V>> entries) {
    if (size == 0) {
      return null;
    }
    var left = balanced(size / 2, entries);
    var entry = entries.next();
    return new Fork<>(
        entry.getKey(), entry.getValue(), left, balanced(size - size / 2 - 1, entries));
  }

  @Nullable V find(K key) {
    var fork = root;
    while (fork != null) {
      var order = key.compareTo(fork.key);
      if (order == 0) {
        return fork.value;
      }
      fork = order < 0 ? fork.left : fork.right;
    }
    return null;
  }

  boolean holds(K key) {
    return find(key) != null;
  }

  /// With the value under the key; this very map when it stands there already.
  Sorted<K, V> with(K key, V value) {
    var changed = put(root, key, value);
    return changed == root ? this : new Sorted<>(changed);
  }

  /// With nothing under the key; this very map when nothing stands there.
  Sorted<K, V> without(K key) {
    var changed = remove(root, key);
    return changed == root ? this : changed == null ? of() : new Sorted<>(changed);
  }

  /// Calls for each key whose value is another object than before; with `null` for a key that is
  /// gone. What both versions share is not looked at.
  void changesSince(Sorted<K, V> before, BiConsumer<K, @Nullable V> change) {
    changes(before.root, root, change);
  }

  private static <K extends Comparable<? super K>, V> void changes(
      @Nullable Fork<K, V> before, @Nullable Fork<K, V> after, BiConsumer<K, @Nullable V> change) {
    if (before == after) {
      return;
    }
    if (after == null) {
      for (var gone = new Walk<>(before); gone.hasNext(); ) {
        change.accept(gone.next().getKey(), null);
      }
      return;
    }
    var key = after.key;
    if (before != null && before.key == key) {
      // Mostly nothing was turned, and the two have one shape.
      changes(before.left, after.left, change);
      if (before.value != after.value) {
        change.accept(key, after.value);
      }
      changes(before.right, after.right, change);
      return;
    }
    changes(before == null ? null : below(before, key), after.left, change);
    if (before == null || new Sorted<>(before).find(key) != after.value) {
      change.accept(key, after.value);
    }
    changes(before == null ? null : above(before, key, false), after.right, change);
  }

  /// Whether any entry passes; makes no iterator, for those who ask it for every event.
  boolean any(BiPredicate<K, V> test) {
    return any(root, test);
  }

  private static <K, V> boolean any(@Nullable Fork<K, V> fork, BiPredicate<K, V> test) {
    return fork != null
        && (test.test(fork.key, fork.value) || any(fork.left, test) || any(fork.right, test));
  }

  /// Steps from the root to the deepest entry.
  int depth() {
    return depth(root);
  }

  private static int depth(@Nullable Fork<?, ?> fork) {
    return fork == null ? 0 : 1 + Math.max(depth(fork.left), depth(fork.right));
  }

  // ---- balance

  private static int size(@Nullable Fork<?, ?> fork) {
    return fork == null ? 0 : fork.size;
  }

  /// A fork of two sides of which one has gained or lost a single entry.
  private static <K, V> Fork<K, V> rebalanced(
      K key, V value, @Nullable Fork<K, V> left, @Nullable Fork<K, V> right) {
    var l = size(left);
    var r = size(right);
    if (l + r > 1) {
      if (right != null && r > 3 * l) {
        var inner = right.left;
        return inner == null || size(inner) < 2 * size(right.right)
            ? new Fork<>(right.key, right.value, new Fork<>(key, value, left, inner), right.right)
            : new Fork<>(
                inner.key,
                inner.value,
                new Fork<>(key, value, left, inner.left),
                new Fork<>(right.key, right.value, inner.right, right.right));
      }
      if (left != null && l > 3 * r) {
        var inner = left.right;
        return inner == null || size(inner) < 2 * size(left.left)
            ? new Fork<>(left.key, left.value, left.left, new Fork<>(key, value, inner, right))
            : new Fork<>(
                inner.key,
                inner.value,
                new Fork<>(left.key, left.value, left.left, inner.left),
                new Fork<>(key, value, inner.right, right));
      }
    }
    return new Fork<>(key, value, left, right);
  }

  private static <K extends Comparable<? super K>, V> Fork<K, V> put(
      @Nullable Fork<K, V> fork, K key, V value) {
    if (fork == null) {
      return new Fork<>(key, value, null, null);
    }
    var order = key.compareTo(fork.key);
    if (order < 0) {
      var left = put(fork.left, key, value);
      return left == fork.left ? fork : rebalanced(fork.key, fork.value, left, fork.right);
    }
    if (order > 0) {
      var right = put(fork.right, key, value);
      return right == fork.right ? fork : rebalanced(fork.key, fork.value, fork.left, right);
    }
    return value == fork.value ? fork : new Fork<>(fork.key, value, fork.left, fork.right);
  }

  private static <K extends Comparable<? super K>, V> @Nullable Fork<K, V> remove(
      @Nullable Fork<K, V> fork, K key) {
    if (fork == null) {
      return null;
    }
    var order = key.compareTo(fork.key);
    if (order < 0) {
      var left = remove(fork.left, key);
      return left == fork.left ? fork : rebalanced(fork.key, fork.value, left, fork.right);
    }
    if (order > 0) {
      var right = remove(fork.right, key);
      return right == fork.right ? fork : rebalanced(fork.key, fork.value, fork.left, right);
    }
    if (fork.left == null) {
      return fork.right;
    }
    if (fork.right == null) {
      return fork.left;
    }
    if (fork.left.size > fork.right.size) {
      var next = last(fork.left);
      return rebalanced(next.key, next.value, remove(fork.left, next.key), fork.right);
    }
    var next = first(fork.right);
    return rebalanced(next.key, next.value, fork.left, remove(fork.right, next.key));
  }

  private static <K, V> Fork<K, V> first(Fork<K, V> fork) {
    var at = fork;
    for (var left = at.left; left != null; left = at.left) {
      at = left;
    }
    return at;
  }

  private static <K, V> Fork<K, V> last(Fork<K, V> fork) {
    var at = fork;
    for (var right = at.right; right != null; right = at.right) {
      at = right;
    }
    return at;
  }

  /// A fork of two sides of any sizes.
  private static <K extends Comparable<? super K>, V> Fork<K, V> joined(
      K key, V value, @Nullable Fork<K, V> left, @Nullable Fork<K, V> right) {
    if (left == null) {
      return put(right, key, value);
    }
    if (right == null) {
      return put(left, key, value);
    }
    if (3 * left.size < right.size) {
      return rebalanced(right.key, right.value, joined(key, value, left, right.left), right.right);
    }
    if (3 * right.size < left.size) {
      return rebalanced(left.key, left.value, left.left, joined(key, value, left.right, right));
    }
    return new Fork<>(key, value, left, right);
  }

  private static <K extends Comparable<? super K>, V> @Nullable Fork<K, V> below(
      @Nullable Fork<K, V> fork, K key) {
    if (fork == null) {
      return null;
    }
    var order = fork.key.compareTo(key);
    if (order >= 0) {
      return below(fork.left, key);
    }
    var right = below(fork.right, key);
    return right == fork.right ? fork : joined(fork.key, fork.value, fork.left, right);
  }

  private static <K extends Comparable<? super K>, V> @Nullable Fork<K, V> above(
      @Nullable Fork<K, V> fork, K key, boolean inclusive) {
    if (fork == null) {
      return null;
    }
    var order = fork.key.compareTo(key);
    if (order < 0 || (order == 0 && !inclusive)) {
      return above(fork.right, key, inclusive);
    }
    var left = above(fork.left, key, inclusive);
    return left == fork.left ? fork : joined(fork.key, fork.value, left, fork.right);
  }

  // ---- java.util

  @Override
  public int size() {
    return size(root);
  }

  @Override
  @SuppressWarnings("unchecked") // as every sorted map does: a key of another type is a bug
  public @Nullable V get(@Nullable Object key) {
    return find((K) Objects.requireNonNull(key));
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return Sorted.this.size();
      }

      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new Walk<>(root);
      }
    };
  }

  private static final class Walk<K, V> implements Iterator<Map.Entry<K, V>> {
    private final Deque<Fork<K, V>> ahead = new ArrayDeque<>();

    Walk(@Nullable Fork<K, V> root) {
      descend(root);
    }

    private void descend(@Nullable Fork<K, V> from) {
      for (var fork = from; fork != null; fork = fork.left) {
        ahead.push(fork);
      }
    }

    @Override
    public boolean hasNext() {
      return !ahead.isEmpty();
    }

    @Override
    public Map.Entry<K, V> next() {
      var fork = ahead.pop();
      descend(fork.right);
      return new SimpleImmutableEntry<>(fork.key, fork.value);
    }
  }

  @Override
  public @Nullable Comparator<? super K> comparator() {
    return null;
  }

  @Override
  public Sorted<K, V> subMap(K from, K to) {
    return tailMap(from).headMap(to);
  }

  @Override
  public Sorted<K, V> headMap(K to) {
    return new Sorted<>(below(root, to));
  }

  @Override
  public Sorted<K, V> tailMap(K from) {
    return new Sorted<>(above(root, from, true));
  }

  @Override
  public K firstKey() {
    if (root == null) {
      throw new NoSuchElementException();
    }
    return first(root).key;
  }

  @Override
  public K lastKey() {
    if (root == null) {
      throw new NoSuchElementException();
    }
    return last(root).key;
  }
}
