package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.List;

/// What a row came to.
public sealed interface Mapped {
  /// An event, in the shape of the tracking API.
  ///
  /// @param messageId by which it is known for ever; it stands in the event, too
  record Ready(String messageId, Value.Fields event) implements Mapped {}

  /// No event, for all these reasons; each path is a JSON Pointer into the row.
  record Rejected(List<Violation> violations) implements Mapped {
    public Rejected {
      violations = List.copyOf(violations);
    }
  }
}
