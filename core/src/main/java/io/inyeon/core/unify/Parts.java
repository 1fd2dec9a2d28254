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
    private final Map<String, Integer> limited = new HashMap<>();
    private final Map<String, Cut.Side> sides = new HashMap<>();
  }

  static List<SortedSet<Identifier>> of(Tree tree, IdentifierTypes types) {
    if (whole(tree, types)) {
      return List.of(Collections.unmodifiableSortedSet(new TreeSet<>(tree.nodes().keySet())));
    }
    return new Parts(types).walk(tree);
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

  private List<SortedSet<Identifier>> walk(Tree tree) {
    tree.nodes().forEach((identifier, node) -> parts.put(identifier, alone(identifier, node)));
    for (var link : Forest.inOrder(tree.links().values(), types)) {
      var a = parts.get(link.pair().stronger());
      var b = parts.get(link.pair().weaker());
      if (a != null && b != null && a != b && allowed(a, b)) {
        unite(a, b);
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
    return all;
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

  private boolean allowed(Part a, Part b) {
    for (var entry : a.limited.entrySet()) {
      var both = entry.getValue() + b.limited.getOrDefault(entry.getKey(), 0);
      if (both > limit(entry.getKey(), types)) {
        return false;
      }
    }
    for (var entry : a.sides.entrySet()) {
      var side = b.sides.get(entry.getKey());
      if (side != null && side != entry.getValue()) {
        return false;
      }
    }
    return true;
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
