package io.inyeon.runtime.store;

/// What a commit did to a tree, as far as whoever keeps lists of people must know.
///
/// @param tree its id
/// @param kind how far it concerns them
/// @param latest the latest time of the events that the commit may have added, milliseconds since
///   1970; [Long#MIN_VALUE] for none
public record Touch(long tree, Kind kind, long latest) {
  /// How far a commit changed a tree.
  public enum Kind {
    /// It added events, none earlier than all, and changed neither who is who nor what is said of
    /// anybody.
    ACTIVE,
    /// It changed what is said of their consents, and neither who is who nor any trait.
    CONSENTED,
    /// Its identifiers, links or traits may be others than before.
    CHANGED,
    /// The tree is gone.
    GONE
  }

  /// Takes touches.
  @FunctionalInterface
  public interface Reader {
    /// Takes one.
    ///
    /// @param position of the commit
    void touch(long position, Touch touch);
  }

  /// Since when touches are kept, and of which state.
  ///
  /// @param state a number that no other state has
  /// @param after all touches of commits after this position are there
  public record Kept(long state, long after) {}
}
