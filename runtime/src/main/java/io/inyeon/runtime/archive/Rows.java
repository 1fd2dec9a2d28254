package io.inyeon.runtime.archive;

import java.io.ByteArrayOutputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// Reads rows of one file whole.
final class Rows {
  private Rows() {}

  /// The rows at these positions, in the order of the log.
  static List<Row> at(
      Readers readers, DuckDBConnection connection, Volume volume, List<Long> positions)
      throws SQLException {
    // Row ids count from 0 in the order of the log, and nothing is ever deleted; by row id, only
    // the blocks of those rows are touched. The positions that come back are compared all the same.
    var first = volume.progress.first();
    var ids = positions.stream().map(position -> position - first).toArray();
    var sql =
        "SELECT "
            + Tables.COLUMNS
            + " FROM "
            + volume.alias()
            + ".entry WHERE rowid IN (SELECT unnest(CAST(? AS BIGINT[])))";
    try (var statement = readers.prepare(connection, sql)) {
      statement.setArray(1, connection.createArrayOf("BIGINT", ids));
      var rows = read(readers, connection, volume, statement);
      var wanted = new HashSet<>(positions);
      if (rows.size() != wanted.size()
          || !rows.stream().allMatch(row -> wanted.contains(row.position()))) {
        throw new IllegalStateException(volume.name() + " has rows that are out of place");
      }
      return rows;
    }
  }

  /// The rows from one position to another, both included, in the order of the log.
  static List<Row> between(
      Readers readers, DuckDBConnection connection, Volume volume, long from, long to)
      throws SQLException {
    var sql =
        "SELECT "
            + Tables.COLUMNS
            + " FROM "
            + volume.alias()
            + ".entry WHERE position BETWEEN ? AND ?";
    try (var statement = readers.prepare(connection, sql)) {
      statement.setLong(1, from);
      statement.setLong(2, to);
      return read(readers, connection, volume, statement);
    }
  }

  /// Whom the rows name besides their owners, by position.
  private static Map<Long, List<Integer>> named(
      Readers readers, DuckDBConnection connection, Volume volume, List<Row> sorted)
      throws SQLException {
    // The rows of a read are dense, or few: the table's own order keeps both cheap.
    var dense = sorted.getLast().position() - sorted.getFirst().position() < 4L * sorted.size();
    var sql =
        "SELECT position, key FROM "
            + volume.alias()
            + ".named WHERE position BETWEEN ? AND ?"
            + (dense ? "" : " AND position IN (SELECT unnest(CAST(? AS BIGINT[])))");
    var named = new HashMap<Long, List<Integer>>();
    try (var statement = readers.prepare(connection, sql)) {
      statement.setLong(1, sorted.getFirst().position());
      statement.setLong(2, sorted.getLast().position());
      if (!dense) {
        var positions = sorted.stream().map(Row::position).toArray();
        statement.setArray(3, connection.createArrayOf("BIGINT", positions));
      }
      try (var results = statement.executeQuery()) {
        while (results.next()) {
          named.computeIfAbsent(results.getLong(1), _ -> new ArrayList<>()).add(results.getInt(2));
        }
      }
    }
    return named;
  }

  private static List<Row> read(
      Readers readers, DuckDBConnection connection, Volume volume, PreparedStatement statement)
      throws SQLException {
    var rows = new ArrayList<Row>();
    try (var results = statement.executeQuery()) {
      while (results.next()) {
        rows.add(Tables.row(results));
      }
    }
    for (var i = 0; i < rows.size(); i++) {
      if (rows.get(i).body().length == Tables.PART_BYTES) {
        rows.set(i, withRest(readers, connection, volume, rows.get(i)));
      }
    }
    rows.sort(Comparator.comparingLong(Row::position));
    if (rows.stream().anyMatch(row -> row.status() == Status.ACCEPTED)) {
      var named = named(readers, connection, volume, rows);
      rows.replaceAll(row -> row.withNamed(named.getOrDefault(row.position(), List.of())));
    }
    return rows;
  }

  private static Row withRest(Readers readers, DuckDBConnection connection, Volume volume, Row row)
      throws SQLException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(row.body());
    var sql = "SELECT bytes FROM " + volume.alias() + ".rest WHERE position = ? ORDER BY part";
    try (var statement = readers.prepare(connection, sql)) {
      statement.setLong(1, row.position());
      try (var parts = statement.executeQuery()) {
        while (parts.next()) {
          body.writeBytes(parts.getBytes(1));
        }
      }
    }
    return row.withBody(body.toByteArray());
  }
}
