package io.inyeon.runtime.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Rows in the order of the log.
///
/// @param rows of hashes that are equal by chance a stranger's may be among them
/// @param last whether there are no more; else the next begin after the last of these, of which
///   there is one at least
public record Mentions(List<Row> rows, boolean last) {
  public Mentions {
    rows = List.copyOf(rows);
  }

  private interface Question {
    PreparedStatement ask(DuckDBConnection connection, Volume volume, int limit)
        throws SQLException;
  }

  private static Mentions over(
      Readers readers,
      DuckDBConnection connection,
      List<Volume> volumes,
      long after,
      int limit,
      Question question)
      throws SQLException {
    var rows = new ArrayList<Row>();
    for (var volume : volumes) {
      if (volume.progress.last() <= after || rows.size() > limit) {
        continue;
      }
      // One more than wanted tells whether there are more.
      var positions = new ArrayList<Long>();
      try (var statement = question.ask(connection, volume, limit + 1 - rows.size());
          var found = statement.executeQuery()) {
        while (found.next()) {
          positions.add(found.getLong(1));
        }
      }
      if (!positions.isEmpty()) {
        rows.addAll(Rows.at(readers, connection, volume, positions));
      }
    }
    var last = rows.size() <= limit;
    return new Mentions(rows.subList(0, Math.min(limit, rows.size())), last);
  }

  /// Accepted events that name somebody, as their owner or besides.
  record Search(
      Collection<String> identifiers,
      long after,
      long happenedFrom,
      long happenedTo,
      long arrivedTo,
      int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      var keys = identifiers.stream().map(Keys::of).distinct().toArray();
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var sql =
                """
                SELECT position FROM %1$s.entry
                WHERE owner_key IN (SELECT unnest(CAST(? AS INTEGER[])))
                  AND status = %2$d AND position > ? AND happened BETWEEN ? AND ? AND arrived <= ?
                UNION
                SELECT position FROM %1$s.entry
                WHERE rowid IN (SELECT position - %3$d FROM %1$s.named
                    WHERE key IN (SELECT unnest(CAST(? AS INTEGER[]))) AND position > ?)
                  AND happened BETWEEN ? AND ? AND arrived <= ?
                ORDER BY position LIMIT %4$d
                """
                    .formatted(
                        volume.alias(), Status.ACCEPTED.code(), volume.progress.first(), most);
            // Two narrow scans: together in one condition they would take ten times as long.
            var statement = readers.prepare(on, sql);
            statement.setArray(1, on.createArrayOf("INTEGER", keys));
            statement.setLong(2, after);
            statement.setLong(3, happenedFrom);
            statement.setLong(4, happenedTo);
            statement.setLong(5, arrivedTo);
            statement.setArray(6, on.createArrayOf("INTEGER", keys));
            statement.setLong(7, after);
            statement.setLong(8, happenedFrom);
            statement.setLong(9, happenedTo);
            statement.setLong(10, arrivedTo);
            return statement;
          });
    }
  }

  /// Accepted events that may add to some fragments.
  ///
  /// @param fragments their short hashes
  record OfErased(Collection<Integer> fragments, long after, long upTo, int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    ("SELECT position FROM %s.entry WHERE fragment_key IN (SELECT unnest(CAST(? AS"
                            + " INTEGER[]))) AND status = %d AND position > ? AND position <= ?"
                            + " ORDER BY position LIMIT %d")
                        .formatted(volume.alias(), Status.ACCEPTED.code(), most));
            statement.setArray(1, on.createArrayOf("INTEGER", fragments.toArray()));
            statement.setLong(2, after);
            statement.setLong(3, upTo);
            return statement;
          });
    }
  }

  /// Events that were not accepted and of which anything is left.
  record OfOthers(long after, long upTo, int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    ("SELECT position FROM %s.entry WHERE status IN (%d, %d, %d) AND position > ?"
                            + " AND position <= ? AND octet_length(body) > 0 ORDER BY position"
                            + " LIMIT %d")
                        .formatted(
                            volume.alias(),
                            Status.DUPLICATE.code(),
                            Status.QUARANTINED.code(),
                            Status.DROPPED.code(),
                            most));
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            return statement;
          });
    }
  }

  /// Events that were dropped for a reason.
  record OfDropped(String reason, long after, int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    "SELECT position FROM %s.entry WHERE status = %d AND contains(reasons, ?) AND position > ? ORDER BY position LIMIT %d"
                        .formatted(volume.alias(), Status.DROPPED.code(), most));
            statement.setString(1, '"' + reason + '"');
            statement.setLong(2, after);
            return statement;
          });
    }
  }

  /// Entries of some kinds.
  record OfKinds(Collection<Kind> kinds, long after, int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      var codes = kinds.stream().map(kind -> Byte.toString(kind.code())).toList();
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    "SELECT position FROM %s.entry WHERE kind IN (%s) AND position > ? ORDER BY position LIMIT %d"
                        .formatted(volume.alias(), String.join(", ", codes), most));
            statement.setLong(1, after);
            return statement;
          });
    }
  }

  /// Identifies before an instant of which anything is left.
  ///
  /// @param from those that happened earlier come only when they lie beyond `since`
  record OfIdentifies(long from, long before, long since, long after, int limit) {
    private static final int IDENTIFY = 1; // see Tables

    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    ("SELECT position FROM %s.entry WHERE kind = %d AND call_code = %d AND"
                            + " octet_length(body) > 0 AND happened < ? AND (happened >= ? OR"
                            + " position > ?) AND position > ? ORDER BY position LIMIT %d")
                        .formatted(volume.alias(), Kind.EVENT.code(), IDENTIFY, most));
            statement.setLong(1, before);
            statement.setLong(2, from);
            statement.setLong(3, since);
            statement.setLong(4, after);
            return statement;
          });
    }
  }

  /// Duplicates of one source.
  record OfDuplicates(int source, long after, int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    "SELECT position FROM %s.entry WHERE status = %d AND source = ? AND position > ?"
                            .formatted(volume.alias(), Status.DUPLICATE.code())
                        + " ORDER BY position LIMIT "
                        + most);
            statement.setInt(1, source);
            statement.setLong(2, after);
            return statement;
          });
    }
  }

  /// Entries that are no events.
  record OfOperators(long after, int limit) {
    Mentions over(Readers readers, DuckDBConnection connection, List<Volume> volumes)
        throws SQLException {
      return Mentions.over(
          readers,
          connection,
          volumes,
          after,
          limit,
          (on, volume, most) -> {
            var statement =
                readers.prepare(
                    on,
                    // What segments put on record is no operator's, and as much as events.
                    "SELECT position FROM %s.entry WHERE kind <> %d AND kind NOT BETWEEN %d AND %d AND position > ? ORDER BY"
                            .formatted(
                                volume.alias(),
                                Kind.EVENT.code(),
                                Kind.TIMER_FIRED.code(),
                                Kind.SWEPT.code())
                        + " position LIMIT "
                        + most);
            statement.setLong(1, after);
            return statement;
          });
    }
  }
}
