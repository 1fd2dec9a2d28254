package io.inyeon.core.unify;

import io.inyeon.core.collect.Event;

/// One thing that happens in a world of the tests.
sealed interface Act {
  /// A source sent an event, and it was accepted.
  record Sent(Event event) implements Act {}

  /// A steward linked two identifiers.
  record Linked(StewardLink link) implements Act {}

  /// A steward took a link back.
  record Unlinked(StewardLink link) implements Act {}

  /// A steward cut two sets apart.
  record Divided(Cut cut) implements Act {}

  /// A steward took a cut back.
  record Undivided(Cut cut) implements Act {}
}
