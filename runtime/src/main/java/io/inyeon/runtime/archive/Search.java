package io.inyeon.runtime.archive;

import io.inyeon.core.unify.FragmentKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
  /// @param stretches of time in which those that add to other fragments are meant as well
  record OfFragments(Map<Integer, Set<Set<Integer>>> named, List<Stretch> stretches)
      implements Search {
    public OfFragments {
      stretches = List.copyOf(stretches);
    }

    static OfFragments of(Collection<FragmentKey> fragments, List<Stretch> stretches) {
      var named = new HashMap<Integer, Set<Set<Integer>>>();
      for (var fragment : fragments) {
        named.computeIfAbsent(Keys.of(fragment), _ -> new HashSet<>()).add(list(fragment));
      }
      return new OfFragments(named, stretches);
    }

    private static Set<Integer> list(FragmentKey fragment) {
      var list = new HashSet<Integer>();
      fragment.identifiers().forEach(identifier -> list.add(Keys.of(identifier.toString())));
      return list;
    }

    @Override
    public boolean byTime() {
      return true;
    }

    @Override
    public String where() {
      var whole =
          named.size() == 1
              ? "fragment_key = ?"
              : "fragment_key IN (SELECT unnest(CAST(? AS INTEGER[])))";
      return stretches.isEmpty()
          ? whole
          : """
          (%s OR EXISTS (SELECT 1 FROM (SELECT unnest(CAST(? AS INTEGER[])) AS what,
              unnest(CAST(? AS BIGINT[])) AS since, unnest(CAST(? AS BIGINT[])) AS until)
            WHERE what = fragment_key AND happened BETWEEN since AND until))
          """
              .formatted(whole);
    }

    @Override
    public int bind(PreparedStatement statement, DuckDBConnection connection) throws SQLException {
      if (named.size() == 1) {
        statement.setInt(1, named.keySet().iterator().next());
      } else {
        statement.setArray(1, connection.createArrayOf("INTEGER", named.keySet().toArray()));
      }
      if (stretches.isEmpty()) {
        return 1;
      }
      var what = stretches.stream().map(each -> Keys.of(each.fragment())).toArray();
      statement.setArray(2, connection.createArrayOf("INTEGER", what));
      var since = stretches.stream().map(Stretch::from).toArray();
      statement.setArray(3, connection.createArrayOf("BIGINT", since));
      var until = stretches.stream().map(Stretch::last).toArray();
      statement.setArray(4, connection.createArrayOf("BIGINT", until));
      return 4;
    }

    @Override
    public boolean holds(Row row) {
      var owner = row.owner();
      if (owner == null) {
        return false;
      }
      var list = new HashSet<>(row.named());
      list.add(Keys.of(owner));
      var lists = named.get(row.fragment());
      return (lists != null && lists.contains(list))
          || stretches.stream()
              .anyMatch(each ->
                  Keys.of(each.fragment()) == row.fragment()
                      && each.from() <= row.time()
                      && row.time() <= each.last()
                      && list(each.fragment()).equals(list));
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
      return "octet_length(body) > 0 AND status = "
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
