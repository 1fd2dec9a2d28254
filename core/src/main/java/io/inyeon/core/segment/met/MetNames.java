package io.inyeon.core.segment.met;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Vocabulary.Kind;
import java.util.List;

/// What a workspace has met, as it is told: the most frequent first everywhere.
///
/// @param traits of people
/// @param accountTraits of accounts
/// @param purposes of consents
public record MetNames(
    List<OfEvent> events, List<OfPath> traits, List<OfPath> accountTraits, List<String> purposes) {
  public MetNames {
    events = List.copyOf(events);
    traits = List.copyOf(traits);
    accountTraits = List.copyOf(accountTraits);
    purposes = List.copyOf(purposes);
  }

  /// The events of one name.
  ///
  /// @param count how many
  /// @param last the latest event time, milliseconds since 1970
  public record OfEvent(String name, long count, long last, List<OfPath> properties) {
    public OfEvent {
      properties = List.copyOf(properties);
    }
  }

  /// The values at one path.
  ///
  /// @param path with dots
  /// @param dates whether its texts are days or instants
  /// @param count how often it was looked at
  /// @param people with how many, estimated; exact up to 256
  /// @param values that many people share
  public record OfPath(
      String path, Kind kind, boolean dates, long count, long people, List<Value> values) {
    public OfPath {
      values = List.copyOf(values);
    }
  }
}
