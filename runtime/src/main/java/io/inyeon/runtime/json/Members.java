package io.inyeon.runtime.json;

import io.inyeon.core.collect.Value;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The members of a JSON object in the order in which they came. Of two with one name the last
/// value counts, in the first's place.
///
/// Nearly all objects have a few members, and live until their event is decided: two arrays are a
/// quarter of a hash map's memory, and looking through them is as quick.
final class Members extends AbstractMap<String, Value> {
  /// More than these make a hash map, in which a stranger can't make every look-up a long one.
  private static final int FEW = 16;

  private String[] names = new String[4];
  private Value[] values = new Value[4];
  private int size;

  /// Adds one more while the object is read.
  ///
  /// @return where the next one goes
  static Map<String, Value> with(Map<String, Value> members, String name, Value value) {
    if (members instanceof Members few && !few.add(name, value)) {
      Map<String, Value> many = new LinkedHashMap<>(few);
      many.put(name, value);
      return many;
    }
    if (!(members instanceof Members)) {
      members.put(name, value);
    }
    return members;
  }

  /// Whether there was room.
  private boolean add(String name, Value value) {
    var at = find(name);
    if (at >= 0) {
      values[at] = value;
      return true;
    }
    if (size == FEW) {
      return false;
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    names[size] = name;
    values[size++] = value;
    return true;
  }

  private int find(Object name) {
    var hash = name.hashCode();
    for (var i = 0; i < size; i++) {
      if (names[i].hashCode() == hash && names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public @Nullable Value get(@Nullable Object name) {
    var at = name == null ? -1 : find(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return get(name) != null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Map.Entry<String, Value>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Map.Entry<String, Value>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < size;
          }

          @Override
          public Map.Entry<String, Value> next() {
            if (next == size) {
              throw new NoSuchElementException();
            }
            return Map.entry(names[next], values[next++]);
          }
        };
      }
    };
  }
}
