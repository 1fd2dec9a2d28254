package io.inyeon.runtime.store;

/// Stored bytes that no version of this program wrote: damage, or our own bug; never a source's
/// fault.
public final class Undecodable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says what was wrong.
  ///
  /// @param at the byte's place in what was being decoded
  public Undecodable(String what, int at) {
    super(what + " at byte " + at);
  }
}
