package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.List;

/// Tells again what fragments say about who is who, and nothing else of them: enough to find out
/// what other rules would make of the people there are.
public final class Retelling {
  private Retelling() {}

  /// What a fragment's events say: its key and its best stamp are all its evidence.
  ///
  /// @param key as it was made by other rules; blocked identifiers are in its list
  /// @return changes of [io.inyeon.core.Key.Tree] and whatever else says who is who
  public static List<Change> of(FragmentKey key, Stamp best, Snapshot before, Rules rules) {
    var identifiers = new ArrayList<Identifier>(key.identifiers());
    identifiers.sort(rules.types().strongestFirst());
    var draft = new Draft(before, rules);
    var evidence = new Evidence(draft, new ArrayList<>());
    draft.foresee(identifiers);
    var pairs = Unifier.pairs(Unifier.nodes(identifiers, draft), key.kind(), rules.types());
    evidence.foresee(pairs);
    for (var pair : pairs) {
      evidence.heard(pair, best);
    }
    var changes = new ArrayList<Change>();
    evidence.conclude(changes);
    return changes;
  }
}
