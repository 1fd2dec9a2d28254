package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/// A small sorted map that never changes: the shape of everything that a fragment sums up.
///
/// Two arrays. Adding an entry to a large one under a key that is there copies one of them and
/// shares the other; an entry that changes nothing copies nothing.
public final class Table<K, V> extends AbstractMap<K, V> {
  /// The order of texts by their bytes in UTF-8.
  public static final Comparator<String> BYTES = Identifier::compareBytes;

  private static final Object[] NONE = {};

  private final Comparator<? super K> order;
  private final Object[] keys;
  private final Object[] values;

  private Table(Comparator<? super K> order, Object[] keys, Object[] values) {
    this.order = order;
    this.keys = keys;
    this.values = values;
  }

  public static <K, V> Table<K, V> empty(Comparator<? super K> order) {
    return new Table<>(order, NONE, NONE);
  }

  public static <K, V> Table<K, V> of(Comparator<? super K> order, K key, V value) {
    return new Table<>(order, new Object[] {key}, new Object[] {value});
  }

  /// The entries of two lists of one length; the keys must ascend.
  public static <K, V> Table<K, V> ofSorted(
      Comparator<? super K> order, List<? extends K> keys, List<? extends V> values) {
    if (keys.size() != values.size()) {
      throw new IllegalArgumentException(keys.size() + " keys, " + values.size() + " values");
    }
    for (var i = 1; i < keys.size(); i++) {
      if (order.compare(keys.get(i - 1), keys.get(i)) >= 0) {
        throw new IllegalArgumentException("keys out of order at " + i);
      }
    }
    return new Table<>(order, keys.toArray(), values.toArray());
  }

  @Override
  public int size() {
    return keys.length;
  }

  /// The key in this place of the order, from 0.
  @SuppressWarnings("unchecked") // only keys ever enter the array
  public K key(int index) {
    return (K) keys[index];
  }

  /// The value under the key in this place.
  @SuppressWarnings("unchecked") // only values ever enter the array
  public V value(int index) {
    return (V) values[index];
  }

  @Override
  @SuppressWarnings(
      "unchecked") // as in every sorted map, a key of another type is the caller's bug
  public @Nullable V get(@Nullable Object key) {
    var index = key == null ? -1 : find((K) key);
    return index < 0 ? null : value(index);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  /// All entries of both; where both have one, `sum` of this one's value and the other's.
  public Table<K, V> plus(Table<K, V> other, BinaryOperator<V> sum) {
    if (other.keys.length == 0) {
      return this;
    }
    if (keys.length == 0) {
      return other;
    }
    return other.keys.length == 1 ? plusOne(other.key(0), other.value(0), sum) : merge(other, sum);
  }

  /// The first entries, `most` at most.
  Table<K, V> head(int most) {
    return most >= keys.length
        ? this
        : new Table<>(order, Arrays.copyOf(keys, most), Arrays.copyOf(values, most));
  }

  @SuppressWarnings("ReferenceEquality") // a sum that is the value itself changes nothing
  private Table<K, V> plusOne(K key, V value, BinaryOperator<V> sum) {
    var index = find(key);
    if (index >= 0) {
      var before = value(index);
      var after = sum.apply(before, value);
      if (after == before) {
        return this;
      }
      var changed = values.clone();
      changed[index] = after;
      return new Table<>(order, keys, changed);
    }
    var place = -index - 1;
    return new Table<>(order, inserted(keys, place, key), inserted(values, place, value));
  }

  private static Object[] inserted(Object[] before, int place, Object element) {
    var after = Arrays.copyOf(before, before.length + 1);
    System.arraycopy(before, place, after, place + 1, before.length - place);
    after[place] = element;
    return after;
  }

  @SuppressWarnings("ReferenceEquality") // a sum that is the value itself changes nothing
  private Table<K, V> merge(Table<K, V> other, BinaryOperator<V> sum) {
    var mergedKeys = new Object[keys.length + other.keys.length];
    var mergedValues = new Object[mergedKeys.length];
    int left = 0;
    int right = 0;
    int size = 0;
    var changed = false;
    while (left < keys.length || right < other.keys.length) {
      var side =
          left == keys.length
              ? 1
              : right == other.keys.length ? -1 : order.compare(key(left), other.key(right));
      mergedKeys[size] = side <= 0 ? keys[left] : other.keys[right];
      if (side == 0) {
        var before = value(left++);
        var after = sum.apply(before, other.value(right++));
        changed |= after != before;
        mergedValues[size++] = after;
      } else {
        changed |= side > 0;
        mergedValues[size++] = side < 0 ? values[left++] : other.values[right++];
      }
    }
    if (!changed) {
      return this;
    }
    return new Table<>(
        order,
        size == keys.length ? keys : Arrays.copyOf(mergedKeys, size),
        Arrays.copyOf(mergedValues, size));
  }

  /// The key's place, or, when it is absent, one less than the negative of where it belongs.
  private int find(K key) {
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var compared = order.compare(key(middle), key);
      if (compared == 0) {
        return middle;
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }

  @Override
  public Set<Map.Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return keys.length;
      }

      @Override
      public Iterator<Map.Entry<K, V>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < keys.length;
          }

          @Override
          public Map.Entry<K, V> next() {
            if (next == keys.length) {
              throw new NoSuchElementException();
            }
            return Map.entry(key(next), value(next++));
          }
        };
      }
    };
  }
}
