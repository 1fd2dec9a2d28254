package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Remembers, page by page, whom identifiers lose touch with, see [Estranged].
///
/// Without it nobody could find what has to come back when an identifier is shared no longer: its
/// idle links are in no tree, and its fragments are in those of others.
final class Estrangement {
  private final Draft draft;
  private final Map<Key.Estranged, Set<Identifier>> fresh = new LinkedHashMap<>();

  Estrangement(Draft draft) {
    this.draft = draft;
  }

  /// Two that an idle link of this rank lies between.
  void between(Pair pair, int rank) {
    add(pair.stronger(), rank, pair.weaker());
    add(pair.weaker(), rank, pair.stronger());
  }

  /// A fragment of this rank names an identifier, but belongs to a partner.
  void add(Identifier identifier, int rank, Identifier partner) {
    fresh
        .computeIfAbsent(new Key.Estranged(identifier, rank, 0), _ -> new LinkedHashSet<>())
        .add(partner);
  }

  /// Whom an identifier has lost touch with at these ranks, before this decision and by it.
  Set<Identifier> of(Identifier identifier, List<Integer> ranks) {
    var keys = new ArrayList<Key.Estranged>();
    ranks.forEach(rank -> keys.add(new Key.Estranged(identifier, rank, 0)));
    var all = new LinkedHashSet<Identifier>();
    keys.forEach(key -> all.addAll(fresh.getOrDefault(key, Set.of())));
    draft.require(keys);
    for (var open : List.copyOf(keys)) {
      var page = draft.get(open);
      if (page != null) {
        for (var full = 1; full <= page.fullPages(); full++) {
          keys.add(new Key.Estranged(identifier, open.rank(), full));
        }
      }
    }
    draft.require(keys);
    for (var key : keys) {
      var page = draft.get(key);
      if (page != null) {
        all.addAll(page.partners());
      }
    }
    return all;
  }

  /// Takes identifiers that are no more off everybody's pages, and their own pages away.
  ///
  /// @param others whose pages may name them
  void forget(Set<Identifier> gone, Set<Identifier> others) {
    fresh.keySet().removeIf(key -> gone.contains(key.identifier()));
    fresh.values().forEach(partners -> partners.removeAll(gone));
    var owners = new LinkedHashSet<>(gone);
    owners.addAll(others);
    var keys = new ArrayList<Key.Estranged>();
    for (var owner : owners) {
      for (var rank = Stamp.STEWARD; rank <= Stamp.WORST; rank++) {
        keys.add(new Key.Estranged(owner, rank, 0));
      }
    }
    draft.require(keys);
    for (var open : List.copyOf(keys)) {
      var page = draft.get(open);
      if (page != null) {
        for (var full = 1; full <= page.fullPages(); full++) {
          keys.add(new Key.Estranged(open.identifier(), open.rank(), full));
        }
      }
    }
    draft.require(keys);
    for (var key : keys) {
      var page = draft.get(key);
      if (page == null) {
        continue;
      }
      if (gone.contains(key.identifier())) {
        draft.remove(key);
      } else if (!Collections.disjoint(page.partners(), gone)) {
        var left = new TreeSet<>(page.partners());
        left.removeAll(gone);
        draft.put(key, new Estranged(page.fullPages(), left));
      }
    }
  }

  /// Writes down what is new. Only now, so that all the pages that it takes are loaded in one
  /// round.
  void write() {
    draft.require(fresh.keySet());
    fresh.forEach((open, partners) -> partners.forEach(partner -> write(open, partner)));
  }

  private void write(Key.Estranged open, Identifier partner) {
    var page = draft.get(open);
    if (page == null) {
      page = Estranged.NOBODY;
    }
    if (page.partners().contains(partner)) {
      return;
    }
    if (page.full()) {
      var full = page.fullPages() + 1;
      draft.put(
          new Key.Estranged(open.identifier(), open.rank(), full),
          new Estranged(0, page.partners()));
      page = new Estranged(full, Estranged.NOBODY.partners());
    }
    draft.put(open, page.plus(partner));
  }
}
