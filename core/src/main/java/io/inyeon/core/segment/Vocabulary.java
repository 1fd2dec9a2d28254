package io.inyeon.core.segment;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that a workspace knows, with the types of their values: what conditions are checked
/// against.
///
/// @param traits by dotted path
/// @param events the properties of each event name, by dotted path
public record Vocabulary(
    Map<String, Kind> traits,
    Map<String, Map<String, Kind>> events,
    Set<String> segments,
    Set<String> purposes,
    Set<String> scores) {
  public Vocabulary {
    traits = Map.copyOf(traits);
    events = Map.copyOf(events);
    segments = Set.copyOf(segments);
    purposes = Set.copyOf(purposes);
    scores = Set.copyOf(scores);
  }

  /// What values are.
  public enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    LIST,
    /// Now this and now that, or fields.
    ANY
  }

  /// The type of an event's property; `null` for one that is not known.
  @Nullable Kind property(String event, FieldPath property) {
    var properties = events.get(event);
    return properties == null ? null : properties.get(property.toString());
  }
}
