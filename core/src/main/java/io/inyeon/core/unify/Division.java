package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/// How a tree makes profiles, with the reasons.
///
/// @param parts the profiles' members; one part when nothing divides the tree
/// @param taken the links that hold the parts together, in the order in which they were taken
/// @param refused links between two parts, and why each was refused
record Division(
    List<SortedSet<Identifier>> parts, List<Link> taken, SortedMap<Pair, List<Reason>> refused) {
  Division {
    parts = List.copyOf(parts);
    taken = List.copyOf(taken);
  }
}
