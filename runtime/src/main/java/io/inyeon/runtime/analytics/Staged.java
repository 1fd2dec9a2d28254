package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.sql.Cell;
import io.inyeon.core.segment.sql.Piece;
import io.inyeon.runtime.archive.LosslessText;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Rows on their way into a table: in a temporary one that has just the columns that they need.
final class Staged {
  /// The columns of a table of paths without columns of their own.
  static final String MORE = more();

  private Staged() {}

  private static String more() {
    var columns = new StringBuilder("path VARCHAR NOT NULL");
    for (var piece : Piece.values()) {
      columns.append(", ").append(piece.letter()).append(' ').append(piece.type());
    }
    return columns.toString();
  }

  static DuckDBAppender appender(DuckDBConnection connection, String table) throws SQLException {
    return connection.createAppender("temp", "main", table).setWriteInlinedStrings(true);
  }

  /// Makes a temporary table, in the place of the one before.
  static void create(DuckDBConnection connection, String table, String columns)
      throws SQLException {
    Model.run(connection, "CREATE OR REPLACE TEMP TABLE " + table + " (" + columns + ")");
  }

  static void drop(DuckDBConnection connection, String table) throws SQLException {
    Model.run(connection, "DROP TABLE IF EXISTS temp.main." + table);
  }

  /// A row of a path without columns of its own, after what stands before its path.
  static void append(DuckDBAppender to, String path, Cell cell) throws SQLException {
    to.append(LosslessText.write(path));
    for (var piece : Piece.values()) {
      append(to, cell.piece(piece));
    }
    to.endRow();
  }

  /// What stands in one column.
  static void append(DuckDBAppender to, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> to.appendNull();
      case String text -> to.append(LosslessText.write(text));
      case BigInteger number -> to.append(number);
      case Boolean truth -> to.append(truth.booleanValue());
      case Long time -> to.append(time.longValue());
      case Integer day -> to.append(day.intValue());
      case List<?> items -> {
        var written = new ArrayList<String>(items.size());
        items.forEach(item -> written.add(LosslessText.write((String) item)));
        to.append(written);
      }
      default -> throw new IllegalArgumentException("no piece: " + value);
    }
  }
}
