package io.inyeon.runtime.store;

/// How much is known; exact.
///
/// @param trees about as many as there are people
/// @param identifiers seen so far
/// @param accounts seen so far
public record StateCounts(long trees, long identifiers, long accounts) {
  static final StateCounts NONE = new StateCounts(0, 0, 0);

  StateCounts plus(long trees, long identifiers, long accounts) {
    return new StateCounts(
        this.trees + trees, this.identifiers + identifiers, this.accounts + accounts);
  }
}
