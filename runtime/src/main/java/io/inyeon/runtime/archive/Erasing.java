package io.inyeon.runtime.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.duckdb.DuckDBConnection;

/// Takes out of one month's file what is erased, row by row, each in its place: positions and row
/// ids stay, and of an event what it takes to know it again, should it come once more.
final class Erasing {
  private static final int TOGETHER = 10_000;

  /// An event keeps its source, its messageId, its arrival, and how it ended.
  private static final String EVENTS =
      "UPDATE %s.entry SET status = CASE WHEN status = "
          + Status.ACCEPTED.code()
          + " THEN "
          + Status.ERASED.code()
          + " ELSE status END, reasons = CASE WHEN status = "
          + Status.ACCEPTED.code()
          + " THEN NULL ELSE '[{\"code\":\"erased\"}]' END, happened = arrived, call_code = 0,"
          + " owner_key = NULL, fragment_key = NULL, name = '', owner = NULL, envelope = NULL, body"
          + " = ''::BLOB WHERE rowid IN (SELECT unnest(CAST(? AS BIGINT[]))) AND kind = "
          + Kind.EVENT.code();

  /// Any other entry keeps its place.
  private static final String ENTRIES =
      "UPDATE %s.entry SET kind = "
          + Kind.BLANK.code()
          + ", body = ''::BLOB WHERE rowid IN (SELECT unnest(CAST(? AS BIGINT[]))) AND kind <> "
          + Kind.EVENT.code();

  private static final List<String> BESIDE =
      List.of(
          "DELETE FROM %s.named WHERE position IN (SELECT unnest(CAST(? AS BIGINT[])))",
          "DELETE FROM %s.rest WHERE position IN (SELECT unnest(CAST(? AS BIGINT[])))");

  private Erasing() {}

  /// Takes rows of one file out, all or none.
  static void rows(DuckDBConnection connection, Volume volume, List<Long> positions)
      throws SQLException {
    Engine.run(connection, "BEGIN");
    for (var from = 0; from < positions.size(); from += TOGETHER) {
      var some = positions.subList(from, Math.min(positions.size(), from + TOGETHER));
      var ids = some.stream().map(position -> position - volume.progress.first()).toList();
      for (var sql : List.of(EVENTS, ENTRIES)) {
        update(connection, sql.formatted(volume.alias()), ids);
      }
      for (var sql : BESIDE) {
        update(connection, sql.formatted(volume.alias()), some);
      }
    }
    Engine.run(connection, "COMMIT");
  }

  /// Puts another entry in the place of one that is no event.
  static void replace(DuckDBConnection connection, Volume volume, long position, byte[] body)
      throws SQLException {
    Engine.run(connection, "BEGIN");
    try (var statement =
        connection.prepareStatement(
            "UPDATE %s.entry SET body = ? WHERE rowid = ?".formatted(volume.alias()))) {
      statement.setBytes(1, body);
      statement.setLong(2, position - volume.progress.first());
      statement.execute();
    }
    update(connection, BESIDE.getLast().formatted(volume.alias()), List.of(position));
    Engine.run(connection, "COMMIT");
  }

  /// Puts events as they count from now on in the place of what was sent; nothing has changed them
  /// then.
  static void restate(DuckDBConnection connection, Volume volume, SortedMap<Long, byte[]> bodies)
      throws SQLException {
    Engine.run(connection, "BEGIN");
    try (var statement =
        connection.prepareStatement(
            ("UPDATE %s.entry SET body = ?, reasons = CASE WHEN status = "
                    + Status.ACCEPTED.code()
                    + " THEN NULL ELSE reasons END WHERE rowid = ?")
                .formatted(volume.alias()))) {
      for (var each : bodies.entrySet()) {
        statement.setBytes(1, each.getValue());
        statement.setLong(2, each.getKey() - volume.progress.first());
        statement.execute();
      }
    }
    update(connection, BESIDE.getLast().formatted(volume.alias()), bodies.keySet());
    Engine.run(connection, "COMMIT");
  }

  private static void update(DuckDBConnection connection, String sql, Collection<Long> numbers)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("BIGINT", numbers.toArray()));
      statement.execute();
    }
  }
}
