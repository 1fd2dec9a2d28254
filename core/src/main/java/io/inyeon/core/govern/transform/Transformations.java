package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Value;

/// All transformations of a workspace as its operators wrote them, as one immutable version.
///
/// @param version 1, 2, ...; 0 before anybody saved any
/// @param document see [TransformationsReader]
public record Transformations(int version, Value.Fields document) {
  /// None at all.
  public static final Transformations NONE = new Transformations(0, Value.Fields.EMPTY);
}
