package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Keeps the forest as Kruskal's algorithm would make it of all links that link, looking only at
/// the trees that a link touches.
///
/// All anchors are thought of as hanging on one root above them. So no tree ever gets two anchors:
/// a link between two anchors' trees closes a circle through that root, like one within a tree; and
/// on each circle the latest link is the one that is not used. Every node knows its next one
/// towards its anchor, so a circle costs the depth of the tree, not its size.
///
/// A link between two anchors themselves, by a steward or a trusted alias, makes the two one. In
/// the picture of the root it says nothing new, so it leaves the forest as it is and only *ties*
/// the two trees into one, until it is cut or undone.
///
/// Offering a link, evicting a link, adopting a half and handing over what hangs on it are calls,
/// wherever the trees are kept: a decision borrows all that it needs first.
final class Forest {
  private final Draft draft;
  private final IdentifierTypes types;
  private final Comparator<Link> order;

  Forest(Draft draft) {
    this.draft = draft;
    types = draft.rules().types();
    order = Link.order(types);
  }

  /// Links as the definition takes them: ties of anchors before everything else, then the best
  /// first.
  static List<Link> inOrder(Collection<Link> links, IdentifierTypes types) {
    var all = new ArrayList<>(links);
    all.sort(
        Comparator.comparing((Link link) -> !ties(link.pair(), types))
            .thenComparing(Link.order(types)));
    return all;
  }

  /// Whether a link between the two makes two anchors one.
  static boolean ties(Pair pair, IdentifierTypes types) {
    return types.anchor(pair.stronger().type()) && types.anchor(pair.weaker().type());
  }

  /// Offers a link that is new, or that was spare with a worse stamp: it joins two trees, or takes
  /// the place of a later one, or is kept as spare.
  void offer(Pair pair, Stamp best) {
    var link = new Link(pair, best, false);
    var x = pair.stronger();
    var y = pair.weaker();
    var a = draft.home(x);
    var b = draft.home(y);
    if (ties(pair, types)) {
      var tied = draft.merge(a, b);
      tied.put(link);
      regroup(tied);
      return;
    }
    var wayX = a.path(x);
    var wayY = b.path(y);
    if (apart(wayX.getLast(), wayY.getLast())) {
      join(link);
      return;
    }
    leaveCommon(wayX, wayY);
    var latestX = latest(a, wayX);
    var latestY = latest(b, wayY);
    if (latestX != null && isAfter(latestX, latestY) && isAfter(latestX, link)) {
      exchange(latestX, a, link, x);
    } else if (latestY != null && isAfter(latestY, latestX) && isAfter(latestY, link)) {
      exchange(latestY, b, link, y);
    } else {
      a.put(link);
      b.put(link);
    }
  }

  /// A link in place has got a better stamp.
  void improve(Pair pair, Stamp best) {
    var tree = draft.home(pair.stronger());
    var link = Objects.requireNonNull(tree.link(pair));
    if (link.used() && !ties(pair, types)) {
      tree.put(new Link(pair, best, true));
    } else {
      offer(pair, best);
    }
  }

  /// A link in place has got a worse stamp.
  void worsen(Pair pair, Stamp best) {
    withdraw(pair);
    offer(pair, best);
  }

  /// Takes a link out of the evidence.
  void withdraw(Pair pair) {
    var tree = draft.home(pair.stronger());
    var link = Objects.requireNonNull(tree.link(pair));
    tree.remove(pair);
    draft.home(pair.weaker()).remove(pair);
    if (link.used()) {
      if (ties(pair, types)) {
        regroup(tree);
      } else {
        evict(tree, lower(tree, pair));
      }
    }
  }

  // ---- steps

  /// Whether nothing holds the two roots together, the one above all anchors included.
  private boolean apart(Identifier rootX, Identifier rootY) {
    return !rootX.equals(rootY) && !(types.anchor(rootX.type()) && types.anchor(rootY.type()));
  }

  /// Makes the trees of both ends one. One of them has no anchor, so it can be hung on the other.
  private void join(Link link) {
    var x = link.pair().stronger();
    var y = link.pair().weaker();
    var anchored = types.anchor(draft.home(y).root(y).type());
    var end = anchored ? x : y;
    adopt(draft.merge(draft.home(x), draft.home(y)), link, end);
  }

  /// A better link closes a circle: the latest on it makes place. The half below that has lost its
  /// way up, and finds it over the new link.
  ///
  /// @param end of the new link, in that half
  private void exchange(Link latest, OpenTree tree, Link link, Identifier end) {
    var lower = lower(tree, latest.pair());
    tree.unhang(lower);
    tree.put(latest.using(false));
    rehang(tree, lower, link, end);
  }

  /// A link in use has gone: the half below takes its best spare one to anything else, be it the
  /// rest of its old tree or another person's; with none it is a tree of its own.
  private void evict(OpenTree tree, Identifier lower) {
    tree.unhang(lower);
    var half = tree.below(lower);
    Link best = null;
    Identifier end = null;
    for (var identifier : half) {
      for (var neighbour : tree.neighbours(identifier)) {
        if (!half.contains(neighbour)) {
          var spare = Objects.requireNonNull(tree.link(Pair.of(identifier, neighbour, types)));
          if (best == null || isAfter(best, spare)) {
            best = spare;
            end = identifier;
          }
        }
      }
    }
    if (best == null || end == null) {
      draft.handOver(half, tree, draft.plant());
    } else {
      rehang(tree, half, best, end);
    }
  }

  private void rehang(OpenTree tree, Identifier lower, Link link, Identifier end) {
    if (draft.home(link.pair().other(end)) == tree) {
      adopt(tree, link, end);
    } else {
      rehang(tree, tree.below(lower), link, end);
    }
  }

  private void rehang(OpenTree tree, SequencedSet<Identifier> half, Link link, Identifier end) {
    var other = draft.home(link.pair().other(end));
    if (other != tree) {
      draft.handOver(half, tree, other);
    }
    adopt(other, link, end);
  }

  /// Hangs the half that holds one end of a link, and no anchor, on its other end.
  private void adopt(OpenTree tree, Link link, Identifier end) {
    tree.put(link.using(true));
    tree.reroot(end);
    tree.hang(end, link.pair().other(end));
  }

  // ---- circles

  /// Cuts two ways to one root where they meet; two ways to two anchors meet above them.
  private static void leaveCommon(List<Identifier> wayX, List<Identifier> wayY) {
    while (wayX.size() > 1
        && wayY.size() > 1
        && wayX.get(wayX.size() - 2).equals(wayY.get(wayY.size() - 2))) {
      wayX.removeLast();
      wayY.removeLast();
    }
  }

  private @Nullable Link latest(OpenTree tree, List<Identifier> way) {
    Link latest = null;
    for (var i = 1; i < way.size(); i++) {
      var pair = Pair.of(way.get(i - 1), way.get(i), types);
      var link = Objects.requireNonNull(tree.link(pair));
      if (isAfter(link, latest)) {
        latest = link;
      }
    }
    return latest;
  }

  private boolean isAfter(Link link, @Nullable Link other) {
    return other == null || order.compare(link, other) > 0;
  }

  /// Which end of a link in use hangs on the other.
  private static Identifier lower(OpenTree tree, Pair pair) {
    return tree.below(pair.stronger(), pair.weaker()) ? pair.stronger() : pair.weaker();
  }

  // ---- ties

  /// Works out anew which ties of anchors are used in a tree, and takes it apart where they no
  /// longer hold it together. Ties are few: a steward's or an alias' word each.
  private void regroup(OpenTree tree) {
    var groups = new HashMap<Identifier, Identifier>();
    for (var link : inOrder(tree.links().values(), types)) {
      var pair = link.pair();
      if (!ties(pair, types)) {
        break;
      }
      var a = group(groups, pair.stronger());
      var b = group(groups, pair.weaker());
      groups.put(a, b);
      tree.put(link.using(!a.equals(b)));
    }
    var members = new LinkedHashMap<Identifier, SequencedSet<Identifier>>();
    for (var identifier : tree.identifiers()) {
      members
          .computeIfAbsent(group(groups, tree.root(identifier)), _ -> new LinkedHashSet<>())
          .add(identifier);
    }
    var largest = members.values().stream().mapToInt(Collection::size).max().orElse(0);
    var kept = false;
    for (var group : members.values()) {
      if (!kept && group.size() == largest) {
        kept = true;
      } else {
        draft.handOver(group, tree, draft.plant());
      }
    }
  }

  private static Identifier group(Map<Identifier, Identifier> groups, Identifier anchor) {
    var at = anchor;
    for (var next = groups.get(at); next != null && !next.equals(at); next = groups.get(at)) {
      at = next;
    }
    return at;
  }
}
