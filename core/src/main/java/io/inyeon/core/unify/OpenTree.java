package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A tree that one decision has opened to change it. What is in it is in the immutable maps of
/// [Tree] all the time; what it only needs to find its way is built when first asked for.
final class OpenTree {
  private final IdentifierTypes types;

  /// 0 until a new tree gets one.
  private long id;

  private final @Nullable Tree origin;
  private Sorted<Identifier, Node> nodes;
  private Sorted<Pair, Link> links;
  private Sorted<FragmentKey, Fragment> fragments;
  private Sorted<Identifier, Identifier> up;

  /// Nodes that state does not yet know to be here.
  private final SequencedSet<Identifier> newcomers = new LinkedHashSet<>();

  private @Nullable Map<Identifier, Set<Identifier>> neighbours;
  private @Nullable Map<Identifier, List<FragmentKey>> owned;

  /// An empty one.
  OpenTree(IdentifierTypes types) {
    this.types = types;
    origin = null;
    nodes = Sorted.of();
    links = Sorted.of();
    fragments = Sorted.of();
    up = Sorted.of();
  }

  OpenTree(Tree tree, IdentifierTypes types) {
    this.types = types;
    origin = tree;
    id = tree.id();
    nodes = tree.sortedNodes();
    links = tree.sortedLinks();
    fragments = tree.sortedFragments();
    up = tree.up(types);
  }

  // ---- what is in it

  long id() {
    return id;
  }

  /// Takes over another tree's id, which goes under; or gets a new one.
  void named(long id) {
    this.id = id;
  }

  int size() {
    return nodes.size();
  }

  Set<Identifier> identifiers() {
    return nodes.keySet();
  }

  SequencedSet<Identifier> newcomers() {
    return newcomers;
  }

  boolean holds(Identifier identifier) {
    return nodes.holds(identifier);
  }

  Node node(Identifier identifier) {
    return Objects.requireNonNull(nodes.find(identifier));
  }

  void put(Identifier identifier, Node node) {
    nodes = nodes.with(identifier, node);
    owned = null;
  }

  /// Forgets a node that has neither links nor fragments.
  void drop(Identifier identifier) {
    nodes = nodes.without(identifier);
    up = up.without(identifier);
    newcomers.remove(identifier);
    owned = null;
  }

  Sorted<Pair, Link> links() {
    return links;
  }

  @Nullable Link link(Pair pair) {
    return links.find(pair);
  }

  void put(Link link) {
    var pair = link.pair();
    if (neighbours != null && !links.holds(pair)) {
      meet(neighbours, pair);
    }
    links = links.with(pair, link);
  }

  void remove(Pair pair) {
    links = links.without(pair);
    if (neighbours != null) {
      forget(neighbours, pair.stronger(), pair.weaker());
      forget(neighbours, pair.weaker(), pair.stronger());
    }
  }

  Sorted<FragmentKey, Fragment> fragments() {
    return fragments;
  }

  /// Adds to what is here of that list.
  void add(FragmentKey key, Fragment more) {
    var here = fragments.find(key);
    fragments = fragments.with(key, here == null ? more : here.plus(more));
    owned = null;
  }

  void remove(FragmentKey key) {
    fragments = fragments.without(key);
    owned = null;
  }

  /// The tree as it is now; `null` when it is just as it was loaded.
  @SuppressWarnings("ReferenceEquality") // a changed copy is another object
  @Nullable Tree changed() {
    return origin != null
            && origin.id() == id
            && origin.sortedNodes() == nodes
            && origin.sortedLinks() == links
            && origin.sortedFragments() == fragments
        ? null
        : new Tree(origin, id, nodes, links, fragments, up);
  }

  // ---- ways

  /// Who has a link with it, in use or spare, here or in another tree.
  List<Identifier> neighbours(Identifier identifier) {
    if (neighbours == null) {
      neighbours = new HashMap<>();
      for (var pair : links.keySet()) {
        meet(neighbours, pair);
      }
    }
    return List.copyOf(neighbours.getOrDefault(identifier, Set.of()));
  }

  private static void meet(Map<Identifier, Set<Identifier>> neighbours, Pair pair) {
    neighbours.computeIfAbsent(pair.stronger(), _ -> new LinkedHashSet<>()).add(pair.weaker());
    neighbours.computeIfAbsent(pair.weaker(), _ -> new LinkedHashSet<>()).add(pair.stronger());
  }

  private static void forget(
      Map<Identifier, Set<Identifier>> neighbours, Identifier of, Identifier whom) {
    var met = neighbours.get(of);
    if (met != null) {
      met.remove(whom);
    }
  }

  /// From the identifier to its root, both included.
  List<Identifier> path(Identifier identifier) {
    var path = new ArrayList<Identifier>();
    for (var at = identifier; at != null; at = up.find(at)) {
      path.add(at);
    }
    return path;
  }

  Identifier root(Identifier identifier) {
    var at = identifier;
    for (var next = up.find(at); next != null; next = up.find(at)) {
      at = next;
    }
    return at;
  }

  /// Whether the way from the one to its root leads to the other at once.
  boolean below(Identifier lower, Identifier upper) {
    return upper.equals(up.find(lower));
  }

  /// Makes an identifier the root of what hangs together with it; never where the root is an
  /// anchor.
  void reroot(Identifier identifier) {
    var path = path(identifier);
    up = up.without(identifier);
    for (var i = 1; i < path.size(); i++) {
      up = up.with(path.get(i), path.get(i - 1));
    }
  }

  /// Hangs a root below another node.
  void hang(Identifier root, Identifier below) {
    up = up.with(root, below);
  }

  /// Takes a node off the one above it, so that it is a root itself.
  void unhang(Identifier identifier) {
    up = up.without(identifier);
  }

  /// The identifier and all below it.
  SequencedSet<Identifier> below(Identifier identifier) {
    var all = new LinkedHashSet<Identifier>();
    var ahead = new ArrayList<Identifier>();
    ahead.add(identifier);
    while (!ahead.isEmpty()) {
      var at = ahead.removeLast();
      all.add(at);
      for (var next : neighbours(at)) {
        if (below(next, at)) {
          ahead.add(next);
        }
      }
    }
    return all;
  }

  // ---- handing over

  /// Takes everything that another tree has; the other is empty then.
  void takeAll(OpenTree other) {
    for (var entry : other.nodes.entrySet()) {
      nodes = nodes.with(entry.getKey(), entry.getValue());
    }
    for (var entry : other.up.entrySet()) {
      up = up.with(entry.getKey(), entry.getValue());
    }
    for (var link : other.links.values()) {
      put(link);
    }
    for (var entry : other.fragments.entrySet()) {
      add(entry.getKey(), entry.getValue());
    }
    owned = null;
    if (id == 0) {
      id = other.id;
      newcomers.addAll(other.newcomers);
    } else {
      newcomers.addAll(other.nodes.keySet());
    }
    other.nodes = Sorted.of();
    other.up = Sorted.of();
    other.links = Sorted.of();
    other.fragments = Sorted.of();
  }

  /// Takes some identifiers of another tree, which hang together there and on nothing else, with
  /// their links and the fragments that they own. A link between what moves and what stays is known
  /// in both trees from then on.
  void take(Set<Identifier> half, OpenTree other) {
    var theirs = other.owned();
    for (var identifier : half) {
      for (var key : theirs.getOrDefault(identifier, List.of())) {
        add(key, Objects.requireNonNull(other.fragments.find(key)));
        other.fragments = other.fragments.without(key);
      }
      nodes = nodes.with(identifier, other.node(identifier));
      var above = other.up.find(identifier);
      if (above != null) {
        up = up.with(identifier, above);
      }
      other.nodes = other.nodes.without(identifier);
      other.up = other.up.without(identifier);
      other.newcomers.remove(identifier);
      newcomers.add(identifier);
    }
    owned = null;
    for (var identifier : half) {
      for (var neighbour : other.neighbours(identifier)) {
        var pair = Pair.of(identifier, neighbour, types);
        var link = other.links.find(pair);
        if (link != null) {
          put(link);
          if (!other.nodes.holds(neighbour)) {
            other.remove(pair);
          }
        }
      }
    }
  }

  /// Which fragments each identifier here owns.
  private Map<Identifier, List<FragmentKey>> owned() {
    if (owned == null) {
      owned = new HashMap<>();
      for (var key : fragments.keySet()) {
        owned.computeIfAbsent(Tree.owner(key, nodes, types), _ -> new ArrayList<>()).add(key);
      }
    }
    return owned;
  }
}
