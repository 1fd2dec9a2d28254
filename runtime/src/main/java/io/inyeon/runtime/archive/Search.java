package io.inyeon.runtime.archive;

import io.inyeon.core.unify.FragmentKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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

  /// Accepted events that add to any of these fragments, by their time.
  ///
  /// @param named of each fragment the hash, and the hashes of the identifiers in its list; of
  ///   fragments with one hash all
  record OfFragments(Map<Integer, Set<Set<Integer>>> named) implements Search {
    static OfFragments of(Collection<FragmentKey> fragments) {
      var named = new HashMap<Integer, Set<Set<Integer>>>();
      for (var fragment : fragments) {
        var list = new HashSet<Integer>();
        fragment.identifiers().forEach(identifier -> list.add(Keys.of(identifier.toString())));
        named.computeIfAbsent(Keys.of(fragment), _ -> new HashSet<>()).add(list);
      }
      return new OfFragments(named);
    }

    @Override
    public boolean byTime() {
      return true;
    }

    @Override
    public String where() {
      return named.size() == 1
          ? "fragment_key = ?"
          : "fragment_key IN (SELECT unnest(CAST(? AS INTEGER[])))";
    }

    @Override
    public int bind(PreparedStatement statement, DuckDBConnection connection) throws SQLException {
      if (named.size() == 1) {
        statement.setInt(1, named.keySet().iterator().next());
      } else {
        statement.setArray(1, connection.createArrayOf("INTEGER", named.keySet().toArray()));
      }
      return 1;
    }

    @Override
    public boolean holds(Row row) {
      var owner = row.owner();
      var lists = named.get(row.fragment());
      if (owner == null || lists == null) {
        return false;
      }
      var list = new HashSet<>(row.named());
      list.add(Keys.of(owner));
      return lists.contains(list);
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
