package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Effect;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import java.util.List;

/// Works out whose an event is, and keeps the forest as its definition has it.
public final class Unifier {
  private Unifier() {}

  /// Adds an event's evidence and its fragment.
  ///
  /// @return the owner: the identifier whose profile the event belongs to
  public static Identifier unify(
      Event event, Snapshot before, Rules rules, List<Change> changes, List<Effect> effects) {
    return event.identifiers().getFirst();
  }
}
