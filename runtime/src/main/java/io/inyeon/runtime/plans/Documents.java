package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;

/// What somebody wrote, without what is said beside it.
public final class Documents {
  private Documents() {}

  /// The document alone: an id, a version, who saved it, when and why stand beside it.
  public static Value.Fields alone(Value.Fields written) {
    var fields = new LinkedHashMap<>(written.values());
    fields.remove("id");
    fields.remove("version");
    fields.remove("reason");
    fields.remove("author");
    fields.remove("savedAt");
    fields.remove("versions");
    fields.remove("position");
    return new Value.Fields(fields);
  }
}
