package io.inyeon.runtime.archive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the rows that were asked for.
///
/// @param rows newest first
/// @param next where the next page goes on; `null` when there is none. A page may hold fewer rows
///   than were asked for and still have a next one
/// @param missing names of files that could not be read, so that rows of theirs may be missing
public record Page(List<Row> rows, @Nullable Cursor next, List<String> missing) {
  public Page {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }
}
