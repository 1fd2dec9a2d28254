package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Divides a tree where it has more than a limit allows, or members of both sides of a cut: its
/// links, spare ones too, are taken again from the best on, and one that would break a limit or
/// unite the sides is refused. Looks at nothing outside the tree.
///
/// An anchor's own limit is that a tree has one; what made two of them one was a steward's word or
/// a trusted alias, so it is not counted again here.
final class Parts {
  private final IdentifierTypes types;
  private final Map<Identifier, Part> parts = new HashMap<>();

  private Parts(IdentifierTypes types) {
    this.types = types;
  }

  /// Who is together so far.
  private static final class Part {
    private final SortedSet<Identifier> members = new TreeSet<>();
    private final Map<String, Integer> limited = new TreeMap<>();
    private final Map<String, Cut.Side> sides = new TreeMap<>();
  }

  static List<SortedSet<Identifier>> of(Tree tree, IdentifierTypes types) {
    return whole(tree, types) ? all(tree) : new Parts(types).walk(tree).parts();
  }

  /// The same with the reasons.
  static Division divide(Tree tree, IdentifierTypes types) {
    if (!whole(tree, types)) {
      return new Parts(types).walk(tree);
    }
    var used = tree.links().values().stream().filter(Link::used).toList();
    return new Division(all(tree), Forest.inOrder(used, types), Collections.emptySortedMap());
  }

  private static List<SortedSet<Identifier>> all(Tree tree) {
    return List.of(Collections.unmodifiableSortedSet(new TreeSet<>(tree.nodes().keySet())));
  }

  private static boolean whole(Tree tree, IdentifierTypes types) {
    var counts = new HashMap<String, Integer>();
    var sides = new HashMap<String, Cut.Side>();
    for (var entry : tree.nodes().entrySet()) {
      var type = entry.getKey().type();
      var limit = limit(type, types);
      if (limit > 0 && counts.merge(type, 1, Integer::sum) > limit) {
        return false;
      }
      for (var cut : entry.getValue().cuts().entrySet()) {
        var side = sides.putIfAbsent(cut.getKey(), cut.getValue());
        if (side != null && side != cut.getValue()) {
          return false;
        }
      }
    }
    return true;
  }

  private static int limit(String type, IdentifierTypes types) {
    return types.anchor(type) ? 0 : types.type(type).limit();
  }

  private Division walk(Tree tree) {
    var taken = new ArrayList<Link>();
    var refused = new TreeMap<Pair, List<Reason>>();
    tree.nodes().forEach((identifier, node) -> parts.put(identifier, alone(identifier, node)));
    for (var link : Forest.inOrder(tree.links().values(), types)) {
      var a = parts.get(link.pair().stronger());
      var b = parts.get(link.pair().weaker());
      if (a != null && b != null && a != b) {
        var reasons = reasons(a, b);
        if (reasons.isEmpty()) {
          unite(a, b);
          taken.add(link);
        } else {
          refused.put(link.pair(), reasons);
        }
      }
    }
    var divided = new LinkedHashSet<Part>();
    for (var identifier : tree.nodes().keySet()) {
      divided.add(Objects.requireNonNull(parts.get(identifier)));
    }
    var all = new ArrayList<SortedSet<Identifier>>();
    for (var part : divided) {
      all.add(Collections.unmodifiableSortedSet(part.members));
    }
    return new Division(all, taken, refused);
  }

  private Part alone(Identifier identifier, Node node) {
    var part = new Part();
    part.members.add(identifier);
    part.sides.putAll(node.cuts());
    if (limit(identifier.type(), types) > 0) {
      part.limited.put(identifier.type(), 1);
    }
    return part;
  }

  /// Why the two may not be one; nothing when they may. Who may not now never may: parts only grow.
  private List<Reason> reasons(Part a, Part b) {
    var reasons = new ArrayList<Reason>();
    for (var entry : a.limited.entrySet()) {
      var both = entry.getValue() + b.limited.getOrDefault(entry.getKey(), 0);
      if (both > limit(entry.getKey(), types)) {
        reasons.add(new Reason.Limit(entry.getKey(), limit(entry.getKey(), types)));
      }
    }
    for (var entry : a.sides.entrySet()) {
      var side = b.sides.get(entry.getKey());
      if (side != null && side != entry.getValue()) {
        reasons.add(new Reason.Divided(entry.getKey()));
      }
    }
    return reasons;
  }

  private void unite(Part a, Part b) {
    var larger = a.members.size() >= b.members.size() ? a : b;
    var smaller = larger == a ? b : a;
    for (var member : smaller.members) {
      parts.put(member, larger);
    }
    larger.members.addAll(smaller.members);
    smaller.limited.forEach((type, count) -> larger.limited.merge(type, count, Integer::sum));
    larger.sides.putAll(smaller.sides);
  }
}
