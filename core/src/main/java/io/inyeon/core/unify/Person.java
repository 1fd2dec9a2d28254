package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/// One profile within its tree, with its links sorted by what they do for it.
///
/// @param tree that holds it
/// @param part its identifiers
/// @param held the links that hold it together, in the order in which they were taken
/// @param spare links within it that are not needed
/// @param refused links that lead out of it, and why they do not unite
record Person(
    Tree tree,
    SortedSet<Identifier> part,
    List<Link> held,
    List<Link> spare,
    Map<Pair, Refusals.Told> refused) {
  /// The profile that holds an identifier whose tree was visited.
  static Person of(Identifier identifier, Grounds grounds) {
    var types = grounds.rules().types();
    var tree = grounds.home(identifier);
    var division = Parts.divide(tree, types);
    var part =
        division.parts().stream()
            .filter(each -> each.contains(identifier))
            .findFirst()
            .orElseThrow();
    var held = new ArrayList<Link>();
    for (var link : division.taken()) {
      if (part.contains(link.pair().stronger())) {
        held.add(link);
      }
    }
    var taken = new TreeSet<Pair>();
    held.forEach(link -> taken.add(link.pair()));
    var spare = new ArrayList<Link>();
    var refused = new LinkedHashMap<Pair, Refusals.Told>();
    for (var link : Forest.inOrder(tree.links().values(), types)) {
      var pair = link.pair();
      var x = part.contains(pair.stronger());
      var y = part.contains(pair.weaker());
      if (x && y) {
        if (!taken.contains(pair)) {
          spare.add(link);
        }
      } else if (x || y) {
        refused.put(pair, new Refusals.Told(link.best(), division.refused().get(pair)));
      }
    }
    return new Person(tree, part, held, spare, refused);
  }

  ProfileId id(Rules rules) {
    return ProfileIds.of(rules.document().workspaceKey(), Tree.representative(part, rules.types()));
  }

  List<Identifier> strongestFirst(Rules rules) {
    var all = new ArrayList<>(part);
    all.sort(rules.types().strongestFirst());
    return all;
  }

  /// Whom its identifiers know by evidence that does not unite: the far ends.
  SortedSet<Identifier> acquaintances(Grounds grounds) {
    var all = new TreeSet<Identifier>();
    for (var pair : refused.keySet()) {
      all.add(part.contains(pair.stronger()) ? pair.weaker() : pair.stronger());
    }
    grounds.lost(part, Grounds.MOST_PAGES).values().forEach(lost -> all.addAll(lost.partners()));
    all.removeAll(part);
    return all;
  }

  /// Idle links of its identifiers: an end is shared, or a cut lies between.
  ///
  /// @param pairs with their best stamps
  /// @param unread how many more there may be
  record Idle(Map<Pair, Stamp> pairs, long unread) {}

  /// Finds the idle links that concern a reader.
  Idle idle(Grounds grounds, BiPredicate<Identifier, Identifier> concerns) {
    var types = grounds.rules().types();
    var candidates = new TreeSet<Pair>(Pair.order(types).thenComparing(Pair::compareTo));
    var unread = 0L;
    for (var entry : grounds.lost(part, Grounds.MOST_PAGES).entrySet()) {
      unread += entry.getValue().unread();
      for (var partner : entry.getValue().partners()) {
        if (!partner.equals(entry.getKey()) && concerns.test(entry.getKey(), partner)) {
          candidates.add(Pair.of(entry.getKey(), partner, types));
        }
      }
    }
    var listed = candidates.stream().limit(Explain.MOST_REFUSED).toList();
    unread += candidates.size() - listed.size();
    grounds.require(listed.stream().map(Key.IdleLink::new).toList());
    var pairs = new TreeMap<Pair, Stamp>();
    for (var pair : listed) {
      var best = grounds.get(new Key.IdleLink(pair));
      if (best != null) {
        pairs.put(pair, best);
      }
    }
    return new Idle(pairs, unread);
  }
}
