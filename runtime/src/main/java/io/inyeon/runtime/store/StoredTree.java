package io.inyeon.runtime.store;

import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Orders;
import io.inyeon.core.unify.Tree;
import java.util.Map;

/// A tree as it stands on disk.
///
/// @param slots the number of each fragment's rows within the tree; never changed once made
/// @param nextSlot above all of them
/// @param weight bytes of heap, roughly
record StoredTree(Tree tree, Map<FragmentKey, Integer> slots, int nextSlot, int weight) {
  /// What a tree without fragments weighs.
  static long weight(Tree tree) {
    return 300 + 400L * tree.nodes().size() + 250L * tree.links().size();
  }

  /// What a fragment weighs.
  static long weight(Fragment fragment) {
    long weight = 400 + 100L * fragment.names().byName().size();
    weight += 400L * fragment.traits().cells().size() + 100L * fragment.accounts().byName().size();
    weight += 300L * fragment.consents().byPurpose().size();
    var activity = fragment.activity();
    weight += 100L * (activity.recent().size() + activity.older().size());
    if (!fragment.orders().isEmpty()) {
      for (var i = 0; i < Orders.BUCKETS; i++) {
        weight += 400L * fragment.orders().bucket(i).orders().size();
      }
    }
    return weight;
  }
}
