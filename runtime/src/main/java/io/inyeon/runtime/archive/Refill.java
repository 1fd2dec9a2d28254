package io.inyeon.runtime.archive;

import java.io.IOException;
import java.util.List;

/// Where committed rows are found again, after a start and when they came faster than the archive
/// could take them: the log and what state keeps of each decision.
public interface Refill {
  /// The committed rows from a position on, in order. The first may stand later only when those
  /// before it are nowhere any more; the archive refuses that unless its newest file was lost.
  ///
  /// @param limit at most so many; fewer, if they are large, but never none while there are some
  /// @throws IOException when they cannot be read just now; it is tried again
  List<Row> rowsFrom(long position, int limit) throws IOException;
}
