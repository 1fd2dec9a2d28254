package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/// Sees to it that each fragment is kept in the tree of its owner.
final class Owners {
  private final Draft draft;
  private final IdentifierTypes types;
  private final Estrangement estrangement;

  Owners(Draft draft, Estrangement estrangement) {
    this.draft = draft;
    this.estrangement = estrangement;
    types = draft.rules().types();
  }

  /// Whose events with this list and rank are: the first that is neither blocked nor shared at the
  /// rank; with none, the first that is not blocked.
  Identifier of(FragmentKey key) {
    Identifier first = null;
    for (var identifier : key.identifiers()) {
      var tree = draft.find(identifier);
      if (tree != null) {
        if (!Sharing.any(identifier, tree.node(identifier).tally(), key.rank(), types)) {
          return identifier;
        }
        first = first == null ? identifier : first;
      }
    }
    return Objects.requireNonNull(first, () -> "nobody to own " + key);
  }

  /// Lets those in a fragment's list who are shared remember whose it is.
  void remember(FragmentKey key, Identifier owner) {
    for (var identifier : key.identifiers()) {
      if (!identifier.equals(owner)) {
        var tree = draft.find(identifier);
        if (tree != null
            && Sharing.any(identifier, tree.node(identifier).tally(), key.rank(), types)) {
          estrangement.add(identifier, key.rank(), owner);
        }
      }
    }
  }

  /// Brings the fragments that name an identifier, in these trees, to their owners.
  void reown(Set<OpenTree> trees, Identifier named) {
    var keys = new LinkedHashMap<FragmentKey, OpenTree>();
    var elsewhere = new LinkedHashSet<Identifier>();
    for (var tree : trees) {
      for (var key : tree.fragments().keySet()) {
        if (key.identifiers().contains(named)) {
          keys.put(key, tree);
          key.identifiers().stream().filter(each -> !tree.holds(each)).forEach(elsewhere::add);
        }
      }
    }
    draft.foresee(elsewhere);
    var moves = new LinkedHashMap<FragmentKey, Identifier>();
    keys.keySet().forEach(key -> moves.put(key, of(key)));
    moves.forEach((key, owner) -> {
      var from = Objects.requireNonNull(keys.get(key));
      var to = draft.home(owner);
      if (to != from) {
        to.add(key, Objects.requireNonNull(from.fragments().find(key)));
        from.remove(key);
      }
      remember(key, owner);
    });
  }
}
