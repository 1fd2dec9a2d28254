package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.EventConditions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Some steps that some events go through, ready for use.
///
/// @param sources ids of the sources that are meant; empty for all
/// @param events names of the events that are meant, of other calls than track the call's; empty
///   for all
/// @param when what must hold of the event; `null` for nothing
public record Transformation(
    String id,
    Set<String> sources,
    Set<String> events,
    EventConditions.@Nullable Test when,
    List<Step> steps) {
  public Transformation {
    sources = Set.copyOf(sources);
    events = Set.copyOf(events);
    steps = List.copyOf(steps);
  }

  /// One step.
  @FunctionalInterface
  public interface Step {
    /// The event after it; the same object when nothing changes.
    Value.Fields after(Value.Fields event);
  }

  boolean means(String source, String name) {
    return (sources.isEmpty() || sources.contains(source))
        && (events.isEmpty() || events.contains(name));
  }

  Value.Fields after(String name, Value.Fields event, long at) {
    if (when != null && !when.holds(name, event, at)) {
      return event;
    }
    var made = event;
    for (var step : steps) {
      made = step.after(made);
    }
    return made;
  }
}
