package io.inyeon.runtime.archive;

import org.jspecify.annotations.Nullable;

/// A place in a list that runs from the newest to the oldest: the last row that was read.
///
/// @param time by which the list is sorted, milliseconds since 1970
/// @param position decides between rows of one time
public record Cursor(long time, long position) {
  /// The form for addresses, e.g. `ltz3k0a1.2s`.
  public String text() {
    return Long.toString(time, 36) + "." + Long.toString(position, 36);
  }

  /// Reads that form; `null` if it is not one.
  public static @Nullable Cursor parse(String text) {
    var dot = text.indexOf('.');
    if (dot < 0 || text.length() > 30) {
      return null;
    }
    try {
      return new Cursor(
          Long.parseLong(text, 0, dot, 36), Long.parseLong(text, dot + 1, text.length(), 36));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
