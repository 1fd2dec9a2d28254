package io.inyeon.runtime.log;

/// What the users of the log know of it from before.
///
/// @param needed the first position that somebody still wants to read; older segments are checked
///   when they are read, not at the start
/// @param known the highest position that anybody has seen (state, archive); 0 when none. So much
///   was durable: when the log ends before it, that is a loss and no torn tail, and positions go on
///   above it
/// @param goesOn whether to go on where the log ends before `known`; otherwise it is not opened
public record Resume(long needed, long known, boolean goesOn) {
  public Resume {
    if (needed < 1 || known < 0) {
      throw new IllegalArgumentException("needed " + needed + ", known " + known);
    }
  }

  /// Goes on above a loss.
  public Resume(long needed, long known) {
    this(needed, known, true);
  }

  /// Check everything, and know nothing.
  public static Resume everything() {
    return new Resume(1, 0);
  }
}
