package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The part of state that an explanation looks at, asked for in as few rounds as can be.
final class Grounds {
  /// Full pages of one identifier's lost partners that are looked at, the newest; 32,000 partners.
  static final int MOST_PAGES = 1_000;

  /// The same of an identifier that is only asked whom it knows, too; 2,048 partners.
  static final int FEW_PAGES = 64;

  private final Snapshot before;
  private final Rules rules;

  /// Trees by the identifiers that they were asked for by; a tree that stands is there once.
  private final Map<Identifier, Tree> homes = new HashMap<>();

  private final Map<Long, Tree> trees = new TreeMap<>();

  Grounds(Snapshot before, Rules rules) {
    this.before = before;
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  /// Sees to it that all of these are loaded; says all that are missing at once.
  void require(Collection<? extends Key<?>> keys) {
    var missing = new LinkedHashSet<Key<?>>();
    for (var key : keys) {
      try {
        before.get(key);
      } catch (Snapshot.Unloaded unloaded) {
        missing.addAll(unloaded.keys());
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
  }

  <V> @Nullable V get(Key<V> key) {
    return before.get(key);
  }

  // ---- trees

  /// Brings the trees of all these identifiers, as far as they are known at all.
  void visit(Collection<Identifier> identifiers) {
    require(identifiers.stream().map(Key.OfIdentifier::new).toList());
    var ids = new HashMap<Identifier, Long>();
    for (var identifier : identifiers) {
      var holder = before.get(new Key.OfIdentifier(identifier));
      if (holder != null) {
        ids.put(identifier, holder.tree());
      }
    }
    require(ids.values().stream().distinct().map(Key.Tree::new).toList());
    ids.forEach((identifier, id) -> {
      var tree =
          Objects.requireNonNull(before.get(new Key.Tree(id)), () -> "no tree of " + identifier);
      trees.putIfAbsent(id, tree);
      homes.put(identifier, tree);
    });
  }

  /// The tree that holds an identifier; `null` for one that nobody named, or that is blocked. It
  /// must have been visited.
  @Nullable Tree find(Identifier identifier) {
    var home = homes.get(identifier);
    if (home == null) {
      for (var tree : trees.values()) {
        if (tree.sortedNodes().holds(identifier)) {
          return tree;
        }
      }
    }
    return home;
  }

  Tree home(Identifier identifier) {
    return Objects.requireNonNull(find(identifier), () -> "no tree holds " + identifier);
  }

  Node node(Identifier identifier) {
    return Objects.requireNonNull(home(identifier).sortedNodes().find(identifier));
  }

  Collection<Tree> trees() {
    return trees.values();
  }

  // ---- what lies outside of trees

  /// Whom an identifier has lost touch with, so that an idle link may lie between; and how many
  /// more there are at most.
  record Lost(SortedSet<Identifier> partners, long unread) {}

  /// Reads who was lost by each of some identifiers, in two rounds.
  ///
  /// @param most full pages of each that are read
  Map<Identifier, Lost> lost(Collection<Identifier> identifiers, int most) {
    var open = new ArrayList<Key.Estranged>();
    for (var identifier : identifiers) {
      for (var rank = Stamp.STEWARD; rank <= Stamp.WORST; rank++) {
        open.add(new Key.Estranged(identifier, rank, 0));
      }
    }
    require(open);
    var pages = new ArrayList<Key.Estranged>();
    var unread = new HashMap<Identifier, Long>();
    for (var key : open) {
      var page = before.get(key);
      if (page == null) {
        continue;
      }
      pages.add(key);
      var from = Math.max(1, page.fullPages() - most + 1);
      unread.merge(key.identifier(), (from - 1L) * Estranged.PAGE, Long::sum);
      for (var full = from; full <= page.fullPages(); full++) {
        pages.add(new Key.Estranged(key.identifier(), key.rank(), full));
      }
    }
    require(pages);
    var partners = new TreeMap<Identifier, SortedSet<Identifier>>();
    for (var key : pages) {
      var page = before.get(key);
      if (page != null) {
        partners.computeIfAbsent(key.identifier(), _ -> new TreeSet<>()).addAll(page.partners());
      }
    }
    var lost = new TreeMap<Identifier, Lost>();
    partners.forEach((identifier, all) ->
        lost.put(identifier, new Lost(all, unread.getOrDefault(identifier, 0L))));
    return lost;
  }

  /// What stewards said of pairs whose best evidence is a steward's.
  Map<Pair, List<StewardLink>> stewards(Map<Pair, Stamp> pairs) {
    var keys = new ArrayList<Key.OfStewardLinks>();
    pairs.forEach((pair, best) -> {
      if (best.rank() == Stamp.STEWARD) {
        keys.add(new Key.OfStewardLinks(pair));
      }
    });
    require(keys);
    var said = new HashMap<Pair, List<StewardLink>>();
    for (var key : keys) {
      var links = before.get(key);
      if (links != null) {
        said.put(key.pair(), List.copyOf(links.byId().values()));
      }
    }
    return said;
  }

  /// The cuts of these ids, in the order of the ids.
  List<Cut> cuts(SortedSet<String> ids) {
    var keys = ids.stream().map(Key.OfCut::new).toList();
    require(keys);
    var cuts = new ArrayList<Cut>();
    for (var key : keys) {
      var cut = before.get(key);
      if (cut != null) {
        cuts.add(cut);
      }
    }
    return cuts;
  }
}
