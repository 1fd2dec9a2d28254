package io.inyeon.core.collect;

import java.util.List;

/// What came of reading one event.
public sealed interface Reading {
  Event.Head head();

  /// It is an event.
  ///
  /// @param newTypes names of types of identifier that it brings into being; mostly none
  record Understood(Event event, List<String> newTypes) implements Reading {
    public Understood {
      newTypes = List.copyOf(newTypes);
    }

    @Override
    public Event.Head head() {
      return event.head();
    }
  }

  /// It cannot be taken for one, for all these reasons.
  record Refused(Event.Head head, List<Violation> violations) implements Reading {
    public Refused {
      violations = List.copyOf(violations);
    }
  }

  /// The protocol or a plan says not to keep it.
  ///
  /// @param because what of it a plan blocks; mostly nothing
  record Unwanted(Event.Head head, String reason, List<Violation> because) implements Reading {
    public Unwanted {
      because = List.copyOf(because);
    }

    /// For a reason that says everything.
    public Unwanted(Event.Head head, String reason) {
      this(head, reason, List.of());
    }
  }
}
