package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What identifiers' tallies count and no link says any more: the links that erasures took away.
///
/// Of one with more partners than [#MOST] nothing is counted: it is shared by far, and stays so.
final class Ghosts {
  private static final int MOST = 5_000;
  private static final List<Integer> RANKS = List.of(0, 1, 2, 3);

  private final Draft draft;
  private final Evidence evidence;

  Ghosts(Draft draft, Evidence evidence) {
    this.draft = draft;
    this.evidence = evidence;
  }

  /// What is done with a rank and its count.
  interface Counted {
    void take(int rank, int count);
  }

  /// Tells of each rank that counts any.
  static void each(Tally.Ranks ranks, Counted told) {
    for (var rank : RANKS) {
      if (at(ranks, rank) > 0) {
        told.take(rank, at(ranks, rank));
      }
    }
  }

  /// The count at just one rank.
  static int at(Tally.Ranks ranks, int rank) {
    return rank == 0 ? ranks.upTo(0) : ranks.upTo(rank) - ranks.upTo(rank - 1);
  }

  /// Sees to it that what some identifiers may have lost is loaded at once.
  void foresee(Collection<Identifier> identifiers) {
    var pages = new ArrayList<Key.Estranged>();
    for (var identifier : identifiers) {
      for (var rank : RANKS) {
        pages.add(new Key.Estranged(identifier, rank, 0));
      }
    }
    draft.require(pages);
    var idle = new LinkedHashSet<Key.IdleLink>();
    for (var identifier : identifiers) {
      if (draft.find(identifier) != null && !tooMany(identifier)) {
        partners(identifier).forEach(other -> idle.add(new Key.IdleLink(pair(identifier, other))));
      }
    }
    draft.require(idle);
  }

  private Pair pair(Identifier identifier, Identifier other) {
    return Pair.of(identifier, other, draft.rules().types());
  }

  private Set<Identifier> partners(Identifier identifier) {
    var partners = evidence.estrangement().of(identifier, RANKS);
    partners.remove(identifier);
    return partners;
  }

  private boolean tooMany(Identifier identifier) {
    var tally = draft.home(identifier).node(identifier).tally();
    return tally.any(Stamp.WORST, (_, count) -> count > MOST);
  }

  /// What of an identifier's tally no link says.
  Tally of(Identifier identifier) {
    var tree = draft.home(identifier);
    var left = tree.node(identifier).tally();
    if (tooMany(identifier)) {
      return Tally.NONE;
    }
    for (var other : tree.neighbours(identifier)) {
      var link = tree.link(pair(identifier, other));
      if (link != null) {
        left = left.plus(other.type(), link.best().rank(), -1);
      }
    }
    for (var other : partners(identifier)) {
      var idle = draft.get(new Key.IdleLink(pair(identifier, other)));
      if (idle != null) {
        left = left.plus(other.type(), idle.rank(), -1);
      }
    }
    return left;
  }
}
