package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Whom an identifier has lost touch with by being shared or cut: one page of a list that only
/// grows, so that it can be found again should a steward's undoing end that.
///
/// Page 0 is the one that is being written; full ones before it are numbered from 1. An entry may
/// be out of date: it says where to look, not what is.
///
/// @param fullPages on page 0, how many full ones there are; on others 0
/// @param partners other ends of idle links, and owners of fragments that name it
public record Estranged(int fullPages, SortedSet<Identifier> partners) {
  static final Estranged NOBODY = new Estranged(0, Collections.emptySortedSet());

  /// Identifiers on a full page: below 64 KB with the longest of them, 2 KB with usual ones.
  static final int PAGE = 32;

  public Estranged {
    partners = Collections.unmodifiableSortedSet(new TreeSet<>(partners));
  }

  boolean full() {
    return partners.size() >= PAGE;
  }

  Estranged plus(Identifier partner) {
    var all = new TreeSet<>(partners);
    all.add(partner);
    return new Estranged(fullPages, all);
  }
}
