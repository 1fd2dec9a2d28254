package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a condition is answered as it is: a tree of the condition's own shape.
///
/// @param changesAt the next instant at which this answer may be another one with no new event;
///   `null` for never
/// @param facts of a leaf: the value compared, the newest events that count; empty otherwise
/// @param of of the conditions that it is made of, in their order
public record Reason(
    Truth truth, @Nullable Instant changesAt, Map<String, Value> facts, List<Reason> of) {
  public Reason {
    of = List.copyOf(of);
  }
}
