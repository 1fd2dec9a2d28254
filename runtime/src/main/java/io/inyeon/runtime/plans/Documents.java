package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;

/// What somebody wrote, without what is said beside it.
final class Documents {
  private Documents() {}

  /// The document alone: an id, a version and a reason stand beside it.
  static Value.Fields alone(Value.Fields written) {
    var fields = new LinkedHashMap<>(written.values());
    fields.remove("id");
    fields.remove("version");
    fields.remove("reason");
    fields.remove("position");
    return new Value.Fields(fields);
  }
}
