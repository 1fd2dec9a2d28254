package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The one way between two identifiers over the links that hold a profile together.
///
/// @param links from the first to the second, in order
/// @param at for each identifier of the profile, which stop of the way it hangs on: 0 is the first
record Way(List<Link> links, Map<Identifier, Integer> at) {
  /// Finds it.
  ///
  /// @param held a tree that both hang on
  static Way of(Identifier from, Identifier to, List<Link> held) {
    var neighbours = new HashMap<Identifier, List<Link>>();
    for (var link : held) {
      neighbours.computeIfAbsent(link.pair().stronger(), _ -> new ArrayList<>()).add(link);
      neighbours.computeIfAbsent(link.pair().weaker(), _ -> new ArrayList<>()).add(link);
    }
    var links = links(from, to, neighbours);
    var stops = new ArrayList<Identifier>();
    stops.add(from);
    for (var link : links) {
      stops.add(link.pair().other(stops.getLast()));
    }
    return new Way(links, hangers(stops, neighbours));
  }

  private static List<Link> links(
      Identifier from, Identifier to, Map<Identifier, List<Link>> neighbours) {
    var cameBy = new HashMap<Identifier, Link>();
    var seen = new HashSet<Identifier>();
    var ahead = new ArrayDeque<Identifier>();
    seen.add(from);
    ahead.add(from);
    while (!ahead.isEmpty()) {
      var at = ahead.remove();
      for (var link : neighbours.getOrDefault(at, List.of())) {
        var next = link.pair().other(at);
        if (seen.add(next)) {
          cameBy.put(next, link);
          ahead.add(next);
        }
      }
    }
    var links = new ArrayList<Link>();
    for (var at = to; !at.equals(from); at = links.getLast().pair().other(at)) {
      links.add(Objects.requireNonNull(cameBy.get(at), () -> "no way from " + from + " to " + to));
    }
    Collections.reverse(links);
    return links;
  }

  private static Map<Identifier, Integer> hangers(
      List<Identifier> stops, Map<Identifier, List<Link>> neighbours) {
    var at = new HashMap<Identifier, Integer>();
    for (var i = 0; i < stops.size(); i++) {
      at.put(stops.get(i), i);
    }
    var ahead = new ArrayDeque<>(stops);
    while (!ahead.isEmpty()) {
      var next = ahead.remove();
      var stop = Objects.requireNonNull(at.get(next));
      for (var link : neighbours.getOrDefault(next, List.of())) {
        var other = link.pair().other(next);
        if (at.putIfAbsent(other, stop) == null) {
          ahead.add(other);
        }
      }
    }
    return at;
  }

  /// Whether a link within the profile would still join the two ends of some link of the way if
  /// that were gone.
  boolean bridges(Pair pair) {
    return !Objects.equals(at.get(pair.stronger()), at.get(pair.weaker()));
  }
}
