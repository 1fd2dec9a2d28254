package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How identifiers hang together within a tree, over the links that it uses.
final class Ways {
  private Ways() {}

  /// Each node's next one on the way to its root. A root is an anchor; a tree without one has any
  /// node for it. Anchors that somebody made one are roots side by side.
  static Sorted<Identifier, Identifier> up(
      Sorted<Identifier, Node> nodes, Collection<Link> links, IdentifierTypes types) {
    var neighbours = new HashMap<Identifier, List<Identifier>>();
    for (var link : links) {
      if (link.used() && !Forest.ties(link.pair(), types)) {
        meet(neighbours, link.pair());
      }
    }
    var up = new HashMap<Identifier, Identifier>();
    for (var identifier : nodes.keySet()) {
      if (types.anchor(identifier.type())) {
        spread(identifier, neighbours, up);
      }
    }
    if (up.isEmpty() && !nodes.isEmpty()) {
      spread(nodes.firstKey(), neighbours, up);
    }
    return Sorted.copyOf(up);
  }

  private static void spread(
      Identifier root,
      Map<Identifier, List<Identifier>> neighbours,
      Map<Identifier, Identifier> up) {
    var ahead = new ArrayDeque<Identifier>();
    ahead.add(root);
    while (!ahead.isEmpty()) {
      var at = ahead.remove();
      for (var next : neighbours.getOrDefault(at, List.of())) {
        if (!next.equals(up.get(at))) {
          up.put(next, at);
          ahead.add(next);
        }
      }
    }
  }

  private static void meet(Map<Identifier, List<Identifier>> neighbours, Pair pair) {
    neighbours.computeIfAbsent(pair.stronger(), _ -> new ArrayList<>()).add(pair.weaker());
    neighbours.computeIfAbsent(pair.weaker(), _ -> new ArrayList<>()).add(pair.stronger());
  }
}
