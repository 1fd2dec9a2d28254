package io.inyeon.runtime.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/// Some of what came in: of a source, by an import, in a stretch of time.
///
/// @param source its number; -1 for any
/// @param importId of the import that they came by; empty for any
/// @param from earliest arrival, milliseconds since 1970
/// @param to latest arrival, exclusive
public record Scope(int source, String importId, long from, long to) {
  /// How much of it there is.
  ///
  /// @param names how many events, by name
  /// @param first earliest arrival; 0 when there is none
  public record Summary(SortedMap<String, Long> names, long events, long first, long latest) {}

  private String where(Volume volume) {
    return " FROM %s.entry WHERE kind = %d AND status <> %d AND octet_length(body) > 0 AND arrived >= ? AND arrived < ?%s%s"
        .formatted(
            volume.alias(),
            Kind.EVENT.code(),
            Status.ERASED.code(),
            source < 0 ? "" : " AND source = " + source,
            importId.isEmpty() ? "" : " AND contains(CAST(envelope AS VARCHAR), ?)");
  }

  private void fill(PreparedStatement statement) throws SQLException {
    statement.setLong(1, from);
    statement.setLong(2, to);
    if (!importId.isEmpty()) {
      statement.setString(3, importId + ".");
    }
  }

  Summary summary(Readers readers, DuckDBConnection connection, List<Volume> volumes)
      throws SQLException {
    var names = new TreeMap<String, Long>();
    var events = 0L;
    var first = Long.MAX_VALUE;
    var latest = 0L;
    for (var volume : volumes) {
      var sql =
          "SELECT name, count(*), min(arrived), max(arrived)" + where(volume) + " GROUP BY name";
      try (var statement = readers.prepare(connection, sql)) {
        fill(statement);
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            var name = found.getString(1);
            names.merge(name == null ? "" : LosslessText.read(name), found.getLong(2), Long::sum);
            events += found.getLong(2);
            first = Math.min(first, found.getLong(3));
            latest = Math.max(latest, found.getLong(4));
          }
        }
      }
    }
    return new Summary(names, events, events == 0 ? 0 : first, latest);
  }

  /// Whose accepted events they are, `type:value`; the same comes once a month of the archive.
  void owners(
      Readers readers, DuckDBConnection connection, List<Volume> volumes, Consumer<String> reader)
      throws SQLException {
    for (var volume : volumes) {
      var sql = "SELECT DISTINCT owner" + where(volume) + " AND owner IS NOT NULL";
      try (var statement = readers.prepare(connection, sql)) {
        fill(statement);
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            reader.accept(LosslessText.read(found.getString(1)));
          }
        }
      }
    }
  }

  /// Positions of some events of each name, the latest.
  List<Long> samples(Readers readers, DuckDBConnection connection, List<Volume> volumes, int ofEach)
      throws SQLException {
    var positions = new ArrayList<Long>();
    for (var volume : volumes) {
      var sql = "SELECT unnest(max(position, " + ofEach + "))" + where(volume) + " GROUP BY name";
      try (var statement = readers.prepare(connection, sql)) {
        fill(statement);
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            positions.add(found.getLong(1));
          }
        }
      }
    }
    return positions;
  }
}
