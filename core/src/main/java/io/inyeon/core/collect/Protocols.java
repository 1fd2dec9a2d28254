package io.inyeon.core.collect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was done to an event, as it is listed on it under `context.protocols`: what its plan and
/// transformations did, and under `masked` what was hidden of it before anything was written.
public final class Protocols {
  /// Where it stands in a context.
  public static final String NAME = "protocols";

  private Protocols() {}

  /// A context with what is listed beside what it says itself, which may be the version of its
  /// event. What the edge lists, counts.
  ///
  /// @param merged a context of an event's own and its batch's fields, to be changed
  /// @param own the event's own
  /// @param batch what the edge knew
  public static void merge(Map<String, Value> merged, Value.Fields own, Value.Fields batch) {
    if (batch.get(NAME) instanceof Value.Fields listed
        && own.get(NAME) instanceof Value.Fields said) {
      var both = new LinkedHashMap<>(said.values());
      both.putAll(listed.values());
      merged.put(NAME, new Value.Fields(both));
    }
  }

  /// A context that lists what was hidden.
  ///
  /// @param hidden a `path` and a `code` each
  public static Value.Fields masked(Value.Fields context, List<Value> hidden) {
    var protocols = new LinkedHashMap<>(context.fields(NAME).values());
    protocols.put("masked", new Value.Items(hidden));
    var all = new LinkedHashMap<>(context.values());
    all.put(NAME, new Value.Fields(protocols));
    return new Value.Fields(all);
  }
}
