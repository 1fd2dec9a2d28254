package io.inyeon.runtime.json;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of reading the body of a batch.
public sealed interface BatchReading {
  /// It is a batch; some of its elements may be unfit, each for itself.
  ///
  /// @param context a default for each event's, field by field
  /// @param integrations a default for each event's, field by field
  /// @param sentAt as it was written, a number in its decimal text
  record Batch(
      List<Element> elements,
      Value.Fields context,
      Value.Fields integrations,
      @Nullable String sentAt,
      @Nullable String writeKey)
      implements BatchReading {
    public Batch {
      elements = List.copyOf(elements);
    }
  }

  /// What stood in one event's place.
  ///
  /// @param bytes its own, exactly as they came
  record Element(byte[] bytes, Body body) {}

  /// It is no batch at all.
  ///
  /// @param code `invalid_json`, `no_batch`, `too_many_events`, or why its context or its
  ///   integrations are unfit
  /// @param detail for the developer who sent it
  record Malformed(String code, String detail) implements BatchReading {}
}
