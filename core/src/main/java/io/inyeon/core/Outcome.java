package io.inyeon.core;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Violation;
import java.util.List;

/// How an event ended: as exactly one of these.
public sealed interface Outcome {
  /// What can be said of the event in any case.
  Event.Head head();

  /// It counts.
  ///
  /// @param owner the identifier whose profile it belongs to
  record Accepted(Event event, Identifier owner) implements Outcome {
    @Override
    public Event.Head head() {
      return event.head();
    }
  }

  /// An event of the same source and messageId was decided before.
  ///
  /// @param first position of that one
  record Duplicate(Event.Head head, long first) implements Outcome {}

  /// It is kept, with all its reasons, until someone repairs or drops it.
  record Quarantined(Event.Head head, List<Violation> violations) implements Outcome {
    public Quarantined {
      violations = List.copyOf(violations);
    }
  }

  /// A rule or the protocol says not to keep it.
  record Dropped(Event.Head head, String reason) implements Outcome {}
}
