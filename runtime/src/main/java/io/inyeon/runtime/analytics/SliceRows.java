package io.inyeon.runtime.analytics;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.sql.Names;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Places;
import io.inyeon.core.unify.Tree;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Since when events of devices are whose, where logins decide that: an event is the person's of
/// the latest row of its list of identifiers that begins with it or before. So a late login writes
/// some rows here and no event.
///
/// The rows of a list are written all together, whenever a tree with events of it changed: then and
/// only then another event of it came, or one became somebody else's.
final class SliceRows implements AutoCloseable {
  /// The columns of its table.
  static final String COLUMNS =
      "fragment BIGINT NOT NULL, since BIGINT NOT NULL, person BIGINT NOT NULL";

  private final DuckDBConnection connection;
  private final Rules rules;
  private final Snapshot state;
  private Places places;
  private final DuckDBAppender rows;
  private final Set<FragmentKey> written = new HashSet<>();
  private final Map<Identifier, Long> persons = new HashMap<>();

  /// Rows for a transaction that has begun.
  ///
  /// @param state of which the trees are
  SliceRows(DuckDBConnection connection, Rules rules, Snapshot state) throws SQLException {
    this.connection = connection;
    this.rules = rules;
    this.state = state;
    places = new Places(state, rules);
    Staged.create(connection, "s_slice", COLUMNS);
    rows = Staged.appender(connection, "s_slice");
  }

  /// Whether there are any by these rules.
  static boolean wanted(Rules rules) {
    return rules.types().anyByLogin();
  }

  /// A tree that changed.
  void add(Tree tree) throws SQLException {
    for (var key : tree.fragments().keySet()) {
      if (Places.divided(key, rules.types()) && written.add(key.whole())) {
        var fragment = Names.fragment(key.whole());
        for (var turn : places.turns(key)) {
          var person = person(turn.holder());
          if (person != null) {
            rows.beginRow()
                .append(fragment)
                .append(turn.from())
                .append(person.longValue())
                .endRow();
          }
        }
      }
    }
  }

  private @Nullable Long person(Identifier holder) {
    var known = persons.get(holder);
    var at = known == null ? state.get(new Key.OfIdentifier(holder)) : null;
    var tree = at == null ? null : state.get(new Key.Tree(at.tree()));
    if (tree == null) {
      return known;
    }
    var first = true;
    for (var part : tree.parts(rules)) {
      var person = Persons.number(tree, part, first, rules);
      part.forEach(each -> persons.put(each, person));
      first = false;
    }
    return persons.get(holder);
  }

  /// Puts what was added into the table.
  void apply() throws SQLException {
    rows.flush();
    Model.run(
        connection, "DELETE FROM slice WHERE fragment IN (SELECT DISTINCT fragment FROM s_slice)");
    Model.run(connection, "INSERT INTO slice FROM s_slice");
    Model.run(connection, "DELETE FROM s_slice");
    // What it looked up does not pile up where everybody is written.
    places = new Places(state, rules);
    written.clear();
    persons.clear();
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
