package io.inyeon.runtime.analytics;

/// How far a model has come; in the same transaction as what it says.
///
/// @param state the number of the state that it follows
/// @param zone in which its days are days
/// @param people everybody is there as of this position; -1 when not all are
/// @param events accepted events are there up to this position
/// @param purposes the print of those by which it says who is permitted for what
record Progress(long state, String zone, long people, long events, String purposes) {
  /// Whether people and events are as of one and the same position.
  boolean whole() {
    return people >= 0 && people == events;
  }
}
