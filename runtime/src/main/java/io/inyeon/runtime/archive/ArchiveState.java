package io.inyeon.runtime.archive;

import io.inyeon.core.OutcomeCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the archive holds.
///
/// @param position of its last entry
/// @param entries of every kind
/// @param events how they ended
/// @param bytes on disk
/// @param files oldest first, the unreadable ones at the end
public record ArchiveState(
    long position, long entries, OutcomeCounts events, long bytes, List<File> files) {
  public ArchiveState {
    files = List.copyOf(files);
  }

  /// One month.
  ///
  /// @param first position of its first entry; 0 when it could not be opened
  /// @param last position of its last entry; 0 when it could not be opened
  /// @param error what its database said when it was last asked, if it could not answer
  public record File(
      String name, long first, long last, long entries, long bytes, @Nullable String error) {}
}
