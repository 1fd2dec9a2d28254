package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of one event through the house.
///
/// @param sourceId of the source that sent it
/// @param stations in the order in which it passed them
public record Traced(String sourceId, String messageId, List<Station> stations) {
  public Traced {
    stations = List.copyOf(stations);
  }

  /// One station of the way.
  ///
  /// @param name `received`, `decided`, `archived`, later `delivered`
  /// @param position in the log, where the station has one
  /// @param at when, milliseconds since 1970; `null` when nobody noted it
  /// @param result what came of it, e.g. `accepted`; `null` when there is nothing to tell
  /// @param reasons of a quarantined or dropped event, as [io.inyeon.runtime.json.Reasons] writes
  ///   them; else `[]`
  public record Station(
      String name,
      @Nullable Long position,
      @Nullable Long at,
      @Nullable String result,
      String reasons) {}
}
