package io.inyeon.core.recall;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Tells whose events must be known in full before a person can be told from a state that knows
/// only some.
///
/// A person's tree follows from the links of everybody who hangs together with them *without going
/// through an anchor*: in the definition of the forest all anchors hang on one root, and whether a
/// link is used is decided within the parts into which that root divides the graph. So
/// - whoever is in the tree must be known in full,
/// - and whoever is linked to those by links that link, over identifiers that are no anchors;
/// - of an anchor at the border, another person's, only whether it is shared must be certain;
/// - and so of whoever may own an event that names one of the tree, or may have logged in on a
///   device that somebody in the tree logged in on.
///
/// Being shared only ever grows with what is known. So who is shared by a part of their events is
/// so by all of them, their link does not link, and they need not be read on; and who is not shared
/// by everything that is known today was not so by less.
final class Ground {
  private final Recollection memory;
  private final Snapshot state;
  private final Rules rules;
  private final Predicate<Identifier> whole;
  private final Predicate<Identifier> neverShared;
  private final Map<Long, Map<Identifier, List<Link>>> links = new HashMap<>();
  private final SortedSet<Identifier> missing = new TreeSet<>();

  /// Stands on a state.
  ///
  /// @param state of `memory`, or how it was before the last thing was taken
  /// @param whole whose events are all there
  /// @param neverShared who is certain not to have been shared, whatever else was said
  Ground(
      Recollection memory,
      Snapshot state,
      Predicate<Identifier> whole,
      Predicate<Identifier> neverShared) {
    this.memory = memory;
    this.state = state;
    this.rules = memory.rules();
    this.whole = whole;
    this.neverShared = neverShared;
  }

  /// Whose events have to be read on; nobody, when the person can be told.
  SortedSet<Identifier> missing(Identifier who) {
    if (!whole.test(who)) {
      missing.add(who);
    }
    var tree = Recollection.tree(who, state);
    if (tree != null) {
      missing.addAll(tree.nodes().keySet());
      missing.removeIf(whole);
      explore(tree);
      owners(tree);
      if (rules.types().anyByLogin()) {
        devices(tree);
      }
    }
    return missing;
  }

  /// Where logins decide, all that names a device of the tree's, or one on which somebody in the
  /// tree logged in; and of all who logged in on those it must be certain whether that counts.
  private void devices(Tree tree) {
    var devices = new TreeSet<Identifier>();
    for (var identifier : tree.nodes().keySet()) {
      devices.add(identifier);
      memory.lists(identifier).forEach(key -> devices.addAll(key.identifiers()));
    }
    devices.removeIf(each -> !rules.types().byLogin(each.type()) || rules.types().blocked(each));
    for (var device : devices) {
      if (!whole.test(device)) {
        missing.add(device);
      }
      for (var key : memory.lists(device)) {
        for (var other : key.identifiers()) {
          if (uncertain(other) && !shared(other, key.rank())) {
            missing.add(other);
          }
        }
      }
    }
  }

  private void explore(Tree tree) {
    var met = new LinkedHashSet<>(tree.nodes().keySet());
    var ahead = new ArrayDeque<>(met);
    while (!ahead.isEmpty()) {
      var at = ahead.remove();
      for (var link : linksOf(at)) {
        var next = link.pair().other(at);
        if (met.add(next)) {
          if (!rules.types().anchor(next.type())) {
            ahead.add(next);
            if (!whole.test(next)) {
              missing.add(next);
            }
          } else if (uncertain(next)) {
            missing.add(next);
          }
        }
      }
    }
  }

  /// The links that link an identifier, used and spare.
  private List<Link> linksOf(Identifier identifier) {
    var tree = Recollection.tree(identifier, state);
    if (tree == null) {
      return List.of();
    }
    return links.computeIfAbsent(tree.id(), _ -> byEnd(tree)).getOrDefault(identifier, List.of());
  }

  private static Map<Identifier, List<Link>> byEnd(Tree tree) {
    var byEnd = new HashMap<Identifier, List<Link>>();
    for (var link : tree.links().values()) {
      for (var end : List.of(link.pair().stronger(), link.pair().weaker())) {
        byEnd.computeIfAbsent(end, _ -> new ArrayList<>()).add(link);
      }
    }
    return byEnd;
  }

  /// Whoever may own an event that names one of the tree: all before them in its list, and if they
  /// are shared themselves, all after them, too.
  private void owners(Tree tree) {
    for (var identifier : tree.nodes().keySet()) {
      for (var key : memory.lists(identifier)) {
        for (var other : key.identifiers()) {
          if (other.equals(identifier)) {
            if (!shared(identifier, key.rank())) {
              break;
            }
          } else if (uncertain(other) && !shared(other, key.rank())) {
            missing.add(other);
          }
        }
      }
    }
  }

  private boolean uncertain(Identifier identifier) {
    return !whole.test(identifier)
        && !neverShared.test(identifier)
        && !rules.types().blocked(identifier);
  }

  private boolean shared(Identifier identifier, int rank) {
    var node = node(identifier, state);
    return node != null && node.shared(identifier, rank, rules.types());
  }

  private static @Nullable Node node(Identifier identifier, Snapshot state) {
    var tree = Recollection.tree(identifier, state);
    return tree == null ? null : tree.nodes().get(identifier);
  }

  /// Who is not shared by what a state knows, and so by nothing less; nobody, when that state is by
  /// other rules.
  ///
  /// @param spokenOf of whom a steward ever took a link back, which may have made them shared
  static Predicate<Identifier> neverShared(Snapshot live, Rules rules, Set<Identifier> spokenOf) {
    var present = live.get(new Key.OfRules());
    var sameRules =
        present != null
            && present.types().equals(rules.document().types())
            && present.customType().equals(rules.document().customType());
    return identifier -> {
      if (!sameRules || spokenOf.contains(identifier)) {
        return false;
      }
      var node = node(identifier, live);
      return node != null && !node.shared(identifier, Stamp.WORST, rules.types());
    };
  }
}
