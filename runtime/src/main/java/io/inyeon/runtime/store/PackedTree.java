package io.inyeon.runtime.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A tree as its rows on disk, all of them. The cache keeps trees like this: they take a fifth of
/// what they take as objects, and give the garbage collector a tenth as much to follow.
///
/// Never changes. A new version shares the rows that are the same.
final class PackedTree {
  /// Where the header stands; all fragments' rows stand behind it.
  static final int HEADER = -1;

  /// A row that is not there any more.
  static final byte[] GONE = {};

  private static final int SECTIONS_BITS = 5;

  private final long id;

  /// The places of the rows, ascending.
  private final int[] places;

  private final byte[][] rows;
  private final int weight;

  private PackedTree(long id, int[] places, byte[][] rows, int weight) {
    this.id = id;
    this.places = places;
    this.rows = rows;
    this.weight = weight;
  }

  /// The place of a fragment's row.
  static int place(int slot, int section) {
    if (slot >= 1 << (31 - SECTIONS_BITS)) {
      throw new IllegalArgumentException("a tree of too many fragments: " + slot);
    }
    return (slot << SECTIONS_BITS) | section;
  }

  static int slot(int place) {
    return place >> SECTIONS_BITS;
  }

  static int section(int place) {
    return place & ((1 << SECTIONS_BITS) - 1);
  }

  /// Collects the rows of a tree in their order.
  static final class Builder {
    private final long id;
    private final List<byte[]> rows = new ArrayList<>();
    private int[] places = new int[16];

    Builder(long id) {
      this.id = id;
    }

    long id() {
      return id;
    }

    void add(int place, byte[] row) {
      if (!rows.isEmpty() && places[rows.size() - 1] >= place) {
        throw new Undecodable("rows out of order in tree " + id, 0);
      }
      if (rows.size() == places.length) {
        places = Arrays.copyOf(places, 2 * places.length);
      }
      places[rows.size()] = place;
      rows.add(row);
    }

    PackedTree build() {
      var all = rows.toArray(byte[][]::new);
      return new PackedTree(id, Arrays.copyOf(places, all.length), all, weighed(all));
    }
  }

  long id() {
    return id;
  }

  int size() {
    return rows.length;
  }

  int place(int index) {
    return places[index];
  }

  byte[] row(int index) {
    return rows[index];
  }

  /// Whether another tree has the same rows.
  boolean sameRows(PackedTree other) {
    return Arrays.equals(places, other.places) && Arrays.deepEquals(rows, other.rows);
  }

  private static int weighed(byte[][] rows) {
    long weight = 80;
    for (var row : rows) {
      weight += 28 + row.length;
    }
    return (int) Math.min(weight, Integer.MAX_VALUE);
  }

  /// Bytes of heap, roughly.
  int weight() {
    return weight;
  }

  /// Another version.
  ///
  /// @param before `null` for a tree that is new
  /// @param changed rows by their places; [#GONE] for one that is not there any more
  static PackedTree changed(
      long id, @Nullable PackedTree before, SortedMap<Integer, byte[]> changed) {
    if (before != null && before.holds(changed)) {
      return before.with(changed);
    }
    var built = new Builder(id);
    int next = 0;
    for (var each : changed.entrySet()) {
      int place = each.getKey();
      for (; before != null && next < before.places.length; next++) {
        if (before.places[next] >= place) {
          next += before.places[next] == place ? 1 : 0;
          break;
        }
        built.add(before.places[next], before.rows[next]);
      }
      if (each.getValue().length > 0) {
        built.add(place, each.getValue());
      }
    }
    for (; before != null && next < before.places.length; next++) {
      built.add(before.places[next], before.rows[next]);
    }
    return built.build();
  }

  /// Whether all of these are there and stay, which is so for nearly every event.
  private boolean holds(SortedMap<Integer, byte[]> changed) {
    for (var each : changed.entrySet()) {
      if (each.getValue().length == 0 || Arrays.binarySearch(places, each.getKey()) < 0) {
        return false;
      }
    }
    return true;
  }

  private PackedTree with(Map<Integer, byte[]> changed) {
    var others = rows.clone();
    for (var each : changed.entrySet()) {
      others[Arrays.binarySearch(places, each.getKey())] = each.getValue();
    }
    return new PackedTree(id, places, others, weighed(others));
  }

  /// Whether the rows are the same, byte for byte.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof PackedTree that
            && id == that.id
            && Arrays.equals(places, that.places)
            && Arrays.deepEquals(rows, that.rows));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
