package io.inyeon.core.segment;

/// What is made of the events in a window.
///
/// Of no events a count and a sum are 0; all others are unknown then. Values that do not fit (no
/// number where one is summed, a list where a scalar is asked for) are skipped.
public enum Aggregate {
  /// How many.
  COUNT(Track.Role.TIMES),
  /// Of numbers; exact, rounded half-even to 9 places each.
  SUM(Track.Role.NUMBERS),
  /// Of numbers; compared exactly, as the sum with so many times the number.
  AVG(Track.Role.NUMBERS),
  /// The smallest number.
  MIN(Track.Role.NUMBERS),
  /// The largest number.
  MAX(Track.Role.NUMBERS),
  /// How many different values; reaches back 400 days at most.
  DISTINCT(Track.Role.VALUES),
  /// The value of the earliest; of several at that time the smallest.
  FIRST(Track.Role.VALUES),
  /// The value of the latest; of several at that time the largest.
  LAST(Track.Role.VALUES);

  private final Track.Role role;

  Aggregate(Track.Role role) {
    this.role = role;
  }

  /// What of the events has to be kept for it.
  Track.Role role() {
    return role;
  }

  /// Whether it is a number whatever the property holds.
  boolean numeric() {
    return this != FIRST && this != LAST;
  }
}
