package io.inyeon.runtime.analytics;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// Where there may be people with more events than are kept one by one: fragments are counted
/// together in a million buckets (4 MB), so that nobody who has many is missed. Of a person with
/// few fragments and many events one fragment at least lies in a busy bucket.
final class Busy {
  private static final int BUCKETS = 1 << 20;
  private static final int MOST_FRAGMENTS = 8;

  /// So that so many fragments of fewer events than this have as many as are kept at most.
  private static final int MANY = io.inyeon.core.segment.Occurrences.EXACT / MOST_FRAGMENTS;

  private final int[] counts = new int[BUCKETS];

  /// Counts what is there.
  static Busy of(DuckDBConnection connection) throws SQLException {
    var busy = new Busy();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT fragment & " + (BUCKETS - 1) + ", count(*) FROM event GROUP BY 1")) {
      while (rows.next()) {
        busy.counts[rows.getInt(1)] = (int) Math.min(Integer.MAX_VALUE, rows.getLong(2));
      }
    }
    return busy;
  }

  /// Counts one event more.
  ///
  /// @return whether its bucket has just become a busy one
  boolean add(long fragment) {
    var bucket = bucket(fragment);
    if (counts[bucket] < Integer.MAX_VALUE) {
      counts[bucket]++;
    }
    return counts[bucket] == MANY;
  }

  static int bucket(long fragment) {
    return (int) (fragment & (BUCKETS - 1));
  }

  /// A SELECT of everybody who may have more events than are kept one by one.
  static String candidates(DuckDBConnection connection) throws SQLException {
    var scattered = "SELECT person FROM person WHERE fragments > " + MOST_FRAGMENTS;
    return Model.number(connection, "SELECT count(*) FROM busy") == 0
        ? scattered
        : scattered
            + " UNION SELECT person FROM fragment WHERE CAST(fragment & "
            + (BUCKETS - 1)
            + " AS INTEGER) IN (SELECT bucket FROM busy) UNION SELECT person FROM slice WHERE"
            + " CAST(fragment & "
            + (BUCKETS - 1)
            + " AS INTEGER) IN (SELECT bucket FROM busy)";
  }
}
