package io.inyeon.runtime.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// What a page is a page of.
sealed interface Search {
  /// Whether its list is sorted by the time of the events; else by their position alone.
  boolean byTime();

  /// Which rows may belong to it, in SQL with `?` for everything that came from outside.
  String where();

  /// Sets those, and says how many they were.
  int bind(PreparedStatement statement, DuckDBConnection connection) throws SQLException;

  /// Whether a row that was found does belong to it: hashes may be equal by chance.
  boolean holds(Row row);

  /// Accepted events of any of these owners, by their time.
  ///
  /// @param stretches of time in which those of other owners are meant as well
  record OfOwners(Set<String> owners, List<Stretch> stretches) implements Search {
    public OfOwners {
      stretches = List.copyOf(stretches);
    }

    @Override
    public boolean byTime() {
      return true;
    }

    @Override
    public String where() {
      var byOwner =
          owners.size() == 1
              ? "owner_key = ?"
              : "owner_key IN (SELECT unnest(CAST(? AS INTEGER[])))";
      return stretches.isEmpty()
          ? byOwner
          : """
          (%s OR EXISTS (SELECT 1 FROM (SELECT unnest(CAST(? AS INTEGER[])) AS whose,
              unnest(CAST(? AS BIGINT[])) AS since, unnest(CAST(? AS BIGINT[])) AS until)
            WHERE whose = owner_key AND happened BETWEEN since AND until))
          """
              .formatted(byOwner);
    }

    @Override
    public int bind(PreparedStatement statement, DuckDBConnection connection) throws SQLException {
      if (owners.size() == 1) {
        statement.setInt(1, Keys.of(owners.iterator().next()));
      } else {
        var keys = owners.stream().map(Keys::of).toArray();
        statement.setArray(1, connection.createArrayOf("INTEGER", keys));
      }
      if (stretches.isEmpty()) {
        return 1;
      }
      var whose = stretches.stream().map(each -> Keys.of(each.owner())).toArray();
      statement.setArray(2, connection.createArrayOf("INTEGER", whose));
      var since = stretches.stream().map(Stretch::from).toArray();
      statement.setArray(3, connection.createArrayOf("BIGINT", since));
      var until = stretches.stream().map(Stretch::last).toArray();
      statement.setArray(4, connection.createArrayOf("BIGINT", until));
      return 4;
    }

    @Override
    public boolean holds(Row row) {
      var owner = row.owner();
      return owner != null
          && (owners.contains(owner)
              || stretches.stream()
                  .anyMatch(each ->
                      each.owner().equals(owner)
                          && each.from() <= row.time()
                          && row.time() <= each.last()));
    }
  }

  /// Quarantined events, by their arrival.
  ///
  /// @param source `null` for all
  /// @param code of one of their violations; `null` for any
  record Quarantined(@Nullable Integer source, @Nullable String code) implements Search {
    @Override
    public boolean byTime() {
      return false;
    }

    @Override
    public String where() {
      return "status = "
          + Status.QUARANTINED.code()
          + (source == null ? "" : " AND source = ?")
          + (code == null ? "" : " AND contains(reasons, ?)");
    }

    @Override
    public int bind(PreparedStatement statement, DuckDBConnection connection) throws SQLException {
      var next = 1;
      if (source != null) {
        statement.setInt(next++, source);
      }
      if (code != null) {
        // Inside a text the quotes would be escaped, so only a member can look like this.
        statement.setString(next++, "\"code\":\"" + code + "\"");
      }
      return next - 1;
    }

    @Override
    public boolean holds(Row row) {
      return true;
    }
  }

  /// Everything with this messageId, by its arrival.
  record OfMessage(String messageId) implements Search {
    @Override
    public boolean byTime() {
      return false;
    }

    @Override
    public String where() {
      return "message_key = ?";
    }

    @Override
    public int bind(PreparedStatement statement, DuckDBConnection connection) throws SQLException {
      statement.setInt(1, Keys.of(messageId));
      return 1;
    }

    @Override
    public boolean holds(Row row) {
      return messageId.equals(row.messageId());
    }
  }
}
