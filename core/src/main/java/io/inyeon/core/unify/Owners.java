package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Says whose events are by their lists of identifiers, and lets those who are shared remember it.
final class Owners {
  private final Draft draft;
  private final IdentifierTypes types;
  private final Estrangement estrangement;

  Owners(Draft draft, Estrangement estrangement) {
    this.draft = draft;
    this.estrangement = estrangement;
    types = draft.rules().types();
  }

  /// Whose events with this list and rank are, before logins are asked: the first that is neither
  /// blocked nor shared at the rank; with none, the first that is not blocked.
  Identifier of(List<Identifier> identifiers, int rank) {
    return of(identifiers, rank, Map.of());
  }

  /// The same as long as some had other tallies.
  Identifier of(List<Identifier> identifiers, int rank, Map<Identifier, Tally> tallies) {
    Identifier first = null;
    for (var identifier : identifiers) {
      var tree = draft.find(identifier);
      if (tree != null) {
        var tally = tallies.get(identifier);
        if (tally == null) {
          tally = tree.node(identifier).tally();
        }
        if (!Sharing.any(identifier, tally, rank, types)) {
          return identifier;
        }
        first = first == null ? identifier : first;
      }
    }
    return Objects.requireNonNull(first, () -> "nobody to own " + identifiers);
  }

  /// Lets those in a fragment's list who are shared remember in whose tree it is.
  void remember(FragmentKey key, Identifier holder) {
    for (var identifier : key.identifiers()) {
      if (!identifier.equals(holder)) {
        var tree = draft.find(identifier);
        if (tree != null
            && Sharing.any(identifier, tree.node(identifier).tally(), key.rank(), types)) {
          estrangement.add(identifier, key.rank(), holder);
        }
      }
    }
  }
}
