package io.inyeon.runtime.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Which events have come to their term, however they ended: those of some names before an instant
/// each, and all others before one of their own.
///
/// @param before by name, milliseconds since 1970, exclusive
/// @param others of names that are not there
/// @param except numbers of sources whose events stay
public record Expiring(SortedMap<String, Long> before, long others, Collection<Integer> except) {
  public Expiring {
    except = List.copyOf(except);
  }

  private String from(Volume volume) {
    var stay = except.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return (" FROM %s.entry e LEFT JOIN (SELECT unnest(CAST(? AS VARCHAR[])) AS name,"
            + " unnest(CAST(? AS BIGINT[])) AS until) t ON t.name = e.name WHERE e.kind = %d AND"
            + " e.status <> %d AND octet_length(e.body) > 0 AND e.happened < coalesce(t.until, ?)"
            + " AND e.position > ? AND e.position <= ?%s")
        .formatted(
            volume.alias(),
            Kind.EVENT.code(),
            Status.ERASED.code(),
            stay.isEmpty() ? "" : " AND e.source NOT IN (" + stay + ")");
  }

  private void fill(DuckDBConnection on, PreparedStatement statement, long after, long upTo)
      throws SQLException {
    var names = before.keySet().stream().map(LosslessText::write).toArray();
    statement.setArray(1, on.createArrayOf("VARCHAR", names));
    statement.setArray(2, on.createArrayOf("BIGINT", before.values().toArray()));
    statement.setLong(3, others);
    statement.setLong(4, after);
    statement.setLong(5, upTo);
  }

  /// The next positions, in order.
  List<Long> positions(
      Readers readers,
      DuckDBConnection connection,
      List<Volume> volumes,
      long after,
      long upTo,
      int limit)
      throws SQLException {
    var positions = new ArrayList<Long>();
    for (var volume : volumes) {
      if (volume.progress.last() <= after || positions.size() >= limit) {
        continue;
      }
      var sql =
          "SELECT e.position"
              + from(volume)
              + " ORDER BY e.position LIMIT "
              + (limit - positions.size());
      try (var statement = readers.prepare(connection, sql)) {
        fill(connection, statement, after, upTo);
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            positions.add(found.getLong(1));
          }
        }
      }
    }
    return positions;
  }

  /// How many there are, by name.
  SortedMap<String, Long> counts(
      Readers readers, DuckDBConnection connection, List<Volume> volumes, long upTo)
      throws SQLException {
    var counts = new TreeMap<String, Long>();
    for (var volume : volumes) {
      var sql = "SELECT e.name, count(*)" + from(volume) + " GROUP BY e.name";
      try (var statement = readers.prepare(connection, sql)) {
        fill(connection, statement, 0, upTo);
        try (var found = statement.executeQuery()) {
          while (found.next()) {
            counts.merge(name(found.getString(1)), found.getLong(2), Long::sum);
          }
        }
      }
    }
    return counts;
  }

  private static String name(@Nullable String written) {
    return written == null ? "" : LosslessText.read(written);
  }
}
