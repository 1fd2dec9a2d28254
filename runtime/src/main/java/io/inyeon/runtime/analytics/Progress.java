package io.inyeon.runtime.analytics;

/// How far a model has come; in the same transaction as what it says.
///
/// @param state the number of the state that it follows
/// @param zone in which its days are days
/// @param people everybody is there as of this position; -1 when not all are
/// @param events accepted events are there up to this position
/// @param permissions the print of what it goes by in saying who is permitted for what, see
///   [io.inyeon.core.Rules#permissionsPrint]
/// @param active whether what is said of people's visits is there
record Progress(
    long state, String zone, long people, long events, String permissions, boolean active) {
  /// The same, as of other positions.
  Progress at(long people, long events) {
    return new Progress(state, zone, people, events, permissions, active);
  }

  /// The same with permissions that go by something else.
  Progress by(String print) {
    return new Progress(state, zone, people, events, print, active);
  }

  /// The same with or without visits.
  Progress with(boolean visits) {
    return new Progress(state, zone, people, events, permissions, visits);
  }

  /// Whether people and events are as of one and the same position.
  boolean whole() {
    return people >= 0 && people == events;
  }
}
