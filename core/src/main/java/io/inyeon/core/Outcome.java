package io.inyeon.core;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Edit;
import java.util.List;

/// How an event ended: as exactly one of these.
public sealed interface Outcome {
  /// What can be said of the event in any case.
  Event.Head head();

  /// It counts.
  ///
  /// @param owner the identifier whose profile it belongs to
  /// @param edits what counts of it otherwise than it was sent; mostly none
  record Accepted(Event event, Identifier owner, List<Edit> edits) implements Outcome {
    public Accepted {
      edits = List.copyOf(edits);
    }

    /// Counts just as it was sent.
    public Accepted(Event event, Identifier owner) {
      this(event, owner, List.of());
    }

    Accepted with(List<Edit> edits) {
      return edits.isEmpty() ? this : new Accepted(event, owner, edits);
    }

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

  /// A rule, a plan or the protocol says not to keep it.
  ///
  /// @param because what of it a plan blocks; mostly nothing
  record Dropped(Event.Head head, String reason, List<Violation> because) implements Outcome {
    public Dropped {
      because = List.copyOf(because);
    }

    /// For a reason that says everything.
    public Dropped(Event.Head head, String reason) {
      this(head, reason, List.of());
    }
  }
}
