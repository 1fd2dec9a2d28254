package io.inyeon.runtime;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.Reasons;

/// What an event on record became of its own bytes when it was decided: transformations and plans
/// are never asked again.
final class Became {
  private Became() {}

  /// The event as it counts.
  static Body of(Row row) {
    var body = JsonReader.event(row.body());
    var reasons = row.reasons();
    return reasons != null && row.status() == Status.ACCEPTED && body instanceof Value.Fields sent
        ? Edits.made(sent, Reasons.edits(reasons))
        : body;
  }
}
