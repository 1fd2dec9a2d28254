package io.inyeon.runtime.store;

import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Tree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tree as it stands on disk.
///
/// @param slots the number of each fragment's rows within the tree; never changed once made
/// @param nextSlot above all of them
/// @param weight bytes of heap that it takes as objects, roughly
/// @param packed its rows; `null` for a large one, which would be too dear to unpack and to copy
///   for every event
record StoredTree(
    Tree tree,
    Map<FragmentKey, Integer> slots,
    int nextSlot,
    int weight,
    @Nullable PackedTree packed) {
  /// Rows of the largest tree that is packed.
  static final int MOST_ROWS = 256;

  /// What the largest weighs that is packed.
  static final int LARGEST = 32 * 1024;

  private static final int OBJECTS_A_BYTE = 6;

  /// A tree and its rows.
  static StoredTree of(
      Tree tree, Map<FragmentKey, Integer> slots, int nextSlot, PackedTree packed) {
    var weight = packed.weight();
    return new StoredTree(
        tree,
        slots,
        nextSlot,
        (int) Math.min((long) OBJECTS_A_BYTE * weight, Integer.MAX_VALUE),
        packed.size() > MOST_ROWS || weight > LARGEST ? null : packed);
  }

  /// Another version of a large tree.
  ///
  /// @param more bytes of rows that were not there before
  StoredTree with(Tree now, Map<FragmentKey, Integer> slots, int nextSlot, long more) {
    return new StoredTree(
        now,
        slots,
        nextSlot,
        (int) Math.min(weight + OBJECTS_A_BYTE * more, Integer.MAX_VALUE),
        null);
  }

  /// The form in which it is kept in memory: packed, or as objects if it is large.
  Object kept() {
    return packed == null ? this : packed;
  }
}
