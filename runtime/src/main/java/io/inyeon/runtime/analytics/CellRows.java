package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.sql.Cell;
import io.inyeon.core.segment.sql.Columns;
import io.inyeon.core.segment.sql.Piece;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Rows with cells, gathered until they go into a table of [Columns] together.
final class CellRows {
  /// What stands first in each row.
  interface Head {
    void append(DuckDBAppender to) throws SQLException;
  }

  private record One(Head head, Head moreHead, Map<String, Cell> cells) {}

  private final Columns.Of of;
  private final String head;
  private final String moreHead;
  private final List<One> rows = new ArrayList<>();

  /// Rows of a table.
  ///
  /// @param head its first columns, with their types
  /// @param moreHead those of the table of its further paths
  CellRows(Columns.Of of, String head, String moreHead) {
    this.of = of;
    this.head = head;
    this.moreHead = moreHead;
  }

  int size() {
    return rows.size();
  }

  /// Adds a row; its cells are still to be put.
  Map<String, Cell> add(Head first, Head moreFirst) {
    var cells = new LinkedHashMap<String, Cell>();
    rows.add(new One(first, moreFirst, cells));
    return cells;
  }

  /// Lets go of what was gathered.
  void forget() {
    rows.clear();
  }

  static String written(FieldPath path) {
    return Columns.written(path);
  }

  /// Stages what was gathered and forgets it.
  ///
  /// @param table a temporary one that is made for it
  /// @return whether there are rows of further paths, in a table of that name and `_more`
  boolean stage(DuckDBConnection connection, Paths paths, String table) throws SQLException {
    var columns = new LinkedHashMap<String, List<Piece>>();
    var names = new LinkedHashMap<String, String>();
    var more = false;
    for (var row : rows) {
      for (var cell : row.cells().entrySet()) {
        switch (paths.make(connection, of, cell.getKey(), cell.getValue())) {
          case Columns.Place.Own own -> {
            names.put(cell.getKey(), own.name());
            var pieces = columns.computeIfAbsent(cell.getKey(), _ -> new ArrayList<>());
            for (var piece : Piece.values()) {
              if (cell.getValue().piece(piece) != null && !pieces.contains(piece)) {
                pieces.add(piece);
              }
            }
          }
          case Columns.Place.More _ -> more = true;
          case Columns.Place.Nowhere _ -> throw new IllegalStateException("a place for nothing");
        }
      }
    }
    var written = new StringBuilder(head);
    columns.forEach((path, pieces) ->
        pieces.forEach(piece ->
            written.append(", %s_%s %s".formatted(names.get(path), piece.letter(), piece.type()))));
    Staged.create(connection, table, written.toString());
    try (var to = Staged.appender(connection, table)) {
      for (var row : rows) {
        to.beginRow();
        row.head().append(to);
        for (var column : columns.entrySet()) {
          var cell = row.cells().get(column.getKey());
          for (var piece : column.getValue()) {
            Staged.append(to, cell == null ? null : cell.piece(piece));
          }
        }
        to.endRow();
      }
    }
    if (more) {
      Staged.create(connection, table + "_more", moreHead + ", " + Staged.MORE);
      try (var to = Staged.appender(connection, table + "_more")) {
        for (var row : rows) {
          for (var cell : row.cells().entrySet()) {
            if (!names.containsKey(cell.getKey())) {
              to.beginRow();
              row.moreHead().append(to);
              Staged.append(to, cell.getKey(), cell.getValue());
            }
          }
        }
      }
    }
    rows.clear();
    return more;
  }
}
