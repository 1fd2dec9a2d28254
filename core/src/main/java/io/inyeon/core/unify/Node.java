package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.SortedMap;

/// One identifier within its tree.
///
/// @param tally what it was linked to, the measure of whether it is shared
/// @param cuts the cuts that name it: the cut's id to the side it stands on
public record Node(Tally tally, SortedMap<String, Cut.Side> cuts) {
  /// An identifier of which nothing is known but that it was named.
  public static final Node NEW = new Node(Tally.NONE, Sorted.of());

  public Node {
    cuts = Sorted.copyOf(cuts);
  }

  Node with(Tally tally) {
    return new Node(tally, cuts);
  }

  Node with(String cut, Cut.Side side) {
    return new Node(tally, Sorted.copyOf(cuts).with(cut, side));
  }

  Node without(String cut) {
    return new Node(tally, Sorted.copyOf(cuts).without(cut));
  }

  /// Whether this identifier names more than one person, as far as links of this rank or better say
  /// so. More evidence never makes it less so; only a steward's undoing does.
  public boolean shared(Identifier identifier, int rank, IdentifierTypes types) {
    return Sharing.any(identifier, tally, rank, types);
  }

  /// Whether some cut has the two on opposite sides.
  boolean cutFrom(Node other) {
    if (cuts.isEmpty() || other.cuts.isEmpty()) {
      return false;
    }
    for (var cut : cuts.entrySet()) {
      var side = other.cuts.get(cut.getKey());
      if (side != null && side != cut.getValue()) {
        return true;
      }
    }
    return false;
  }
}
