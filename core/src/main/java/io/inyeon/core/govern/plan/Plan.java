package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;

/// A tracking plan as its operators wrote it, as one immutable version.
///
/// @param id never changes
/// @param version 1, 2, ...
/// @param document see [PlanReader]
public record Plan(String id, int version, Value.Fields document) {
  /// What people call it.
  public String name() {
    var name = document.text("name");
    return name == null ? id : name;
  }
}
