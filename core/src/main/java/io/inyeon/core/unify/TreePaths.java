package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How the identifiers of one tree hang together: the links in use between any two.
final class TreePaths implements LinkPath {
  private final Tree tree;
  private final Map<Identifier, List<Link>> neighbours = new HashMap<>();

  TreePaths(Tree tree) {
    this.tree = tree;
    for (var link : tree.links().values()) {
      if (link.used()) {
        neighbours.computeIfAbsent(link.pair().stronger(), _ -> new ArrayList<>()).add(link);
        neighbours.computeIfAbsent(link.pair().weaker(), _ -> new ArrayList<>()).add(link);
      }
    }
  }

  @Override
  public Path between(Identifier a, Identifier b) {
    if (a.equals(b)) {
      return Path.NONE;
    }
    var cameBy = new HashMap<Identifier, Link>();
    var ahead = new ArrayDeque<Identifier>();
    ahead.add(a);
    while (!ahead.isEmpty()) {
      var at = ahead.remove();
      if (at.equals(b)) {
        return path(a, b, cameBy);
      }
      for (var link : neighbours.getOrDefault(at, List.of())) {
        var next = link.pair().other(at);
        if (!next.equals(a) && cameBy.putIfAbsent(next, link) == null) {
          ahead.add(next);
        }
      }
    }
    return LinkPath.UNKNOWN.between(a, b);
  }

  private Path path(Identifier a, Identifier b, Map<Identifier, Link> cameBy) {
    var latest = Long.MIN_VALUE;
    var trusted = true;
    for (var at = b; !at.equals(a); ) {
      var link = cameBy.get(at);
      if (link == null) {
        throw new IllegalStateException("the way from " + a + " to " + b + " breaks off");
      }
      latest = Math.max(latest, tree.evidence(link).first());
      trusted &= link.best().rank() <= 1;
      at = link.pair().other(at);
    }
    return new Path(latest, trusted);
  }
}
