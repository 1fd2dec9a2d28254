package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;

/// Keeps the erased from coming back, see [Erasure].
public final class Tombstones {
  private Tombstones() {}

  /// Whether what is said of an identifier at a time is of somebody who was erased since.
  public static boolean cover(Identifier identifier, long time, Snapshot before, Rules rules) {
    if (rules.erased().count() == 0 || time > rules.erased().until()) {
      return false;
    }
    var until =
        before.get(new Key.OfTombstone(ProfileIds.of(rules.document().workspaceKey(), identifier)));
    return until != null && time <= until;
  }

  /// Whether an event is refused, because it tells of somebody who was erased.
  ///
  /// Costs a comparison where the event is newer than all erasures, which nearly all are; else a
  /// keyed hash and a look-up for each identifier.
  ///
  /// @param dated whether the event says itself when it happened
  public static boolean refuse(Event event, boolean dated, Snapshot before, Rules rules) {
    var always = event.kind() == SourceKind.IMPORT && !dated;
    if (rules.erased().count() == 0 || (!always && event.head().time() > rules.erased().until())) {
      return false;
    }
    var keys = new ArrayList<Key.OfTombstone>(event.identifiers().size());
    for (var identifier : event.identifiers()) {
      if (!rules.types().blocked(identifier)) {
        keys.add(new Key.OfTombstone(ProfileIds.of(rules.document().workspaceKey(), identifier)));
      }
    }
    var refused = false;
    var missing = new LinkedHashSet<Key<?>>();
    for (var key : keys) {
      try {
        var until = before.get(key);
        refused |= until != null && (always || event.head().time() <= until);
      } catch (Snapshot.Unloaded unloaded) {
        missing.addAll(unloaded.keys());
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
    return refused;
  }
}
