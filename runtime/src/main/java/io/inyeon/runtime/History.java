package io.inyeon.runtime;

import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.Refill;
import io.inyeon.runtime.archive.Row;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;

/// Everything that ever was, from the first entry to the last that is decided: from the archive as
/// far as it goes, and from log and outbox where it is not there yet.
final class History {
  /// What DuckDB reads at once.
  private static final int ROWS = 8_192;

  private final LongSupplier archivedTo;
  private final Refill archived;
  private final Refill rest;

  History(Archive archive, Refill rest) {
    this(archive::position, archive::rowsFrom, rest);
  }

  /// Of two parts.
  ///
  /// @param archivedTo the last position that the first part has
  History(LongSupplier archivedTo, Refill archived, Refill rest) {
    this.archivedTo = archivedTo;
    this.archived = archived;
    this.rest = rest;
  }

  /// Some rows in order.
  ///
  /// @param untold whether the archive may not have them yet
  record Some(List<Row> rows, boolean untold) {}

  /// The next rows from a position on.
  ///
  /// @param to a position that is decided; none after it are read
  Some from(long from, long to) throws IOException {
    while (true) {
      if (from <= archivedTo.getAsLong()) {
        var rows = archived.rowsFrom(from, (int) Math.min(ROWS, to - from + 1));
        return new Some(rows, false);
      }
      var rows = rest.rowsFrom(from, (int) Math.min(ROWS, to - from + 1));
      // What is archived is forgotten in the outbox. Nothing of these was, if none is by now.
      if (from > archivedTo.getAsLong()) {
        return new Some(rows, true);
      }
    }
  }
}
