package io.inyeon.runtime.log;

/// What stands at a place of the log. Together these cover every position exactly once, so that a
/// gap can't be overlooked.
public sealed interface Logged {
  /// An entry.
  ///
  /// @param kind what the caller said it is, 1 to 254 unsigned
  record Whole(long position, byte kind, byte[] payload) implements Logged {}

  /// An entry whose content was erased.
  record Blank(long position) implements Logged {}

  /// Entries that were damaged on the disk.
  record Lost(Loss loss) implements Logged {}
}
