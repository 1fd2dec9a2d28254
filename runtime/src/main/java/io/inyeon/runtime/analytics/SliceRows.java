package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.segment.sql.Names;
import io.inyeon.core.unify.Places;
import io.inyeon.core.unify.Portion;
import io.inyeon.core.unify.Tree;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Since when events of devices are whose, where logins decide that: an event is the person's of
/// the latest row of its list that begins with it or before. So a late login writes some rows here
/// and no event.
///
/// A stretch that holds no event of its person may have a row that is not true any more; whoever
/// has an event there has a row that begins later.
final class SliceRows implements AutoCloseable {
  /// The columns of its table.
  static final String COLUMNS =
      "fragment BIGINT NOT NULL, since BIGINT NOT NULL, person BIGINT NOT NULL, tree BIGINT NOT"
          + " NULL";

  private final DuckDBConnection connection;
  private final Rules rules;
  private final Snapshot state;
  private final DuckDBAppender trees;
  private final DuckDBAppender rows;

  /// Rows for a transaction that has begun.
  ///
  /// @param state of which the trees are
  SliceRows(DuckDBConnection connection, Rules rules, Snapshot state) throws SQLException {
    this.connection = connection;
    this.rules = rules;
    this.state = state;
    Staged.create(connection, "s_slice_tree", "tree BIGINT");
    Staged.create(connection, "s_slice", COLUMNS);
    trees = Staged.appender(connection, "s_slice_tree");
    rows = Staged.appender(connection, "s_slice");
  }

  /// Whether there are any by these rules.
  static boolean wanted(Rules rules) {
    return rules.types().anyByLogin();
  }

  /// A tree that is no more, or is about to be added.
  void gone(long tree) throws SQLException {
    trees.beginRow().append(tree).endRow();
  }

  /// Everybody in a tree.
  void add(Tree tree) throws SQLException {
    var first = true;
    for (var part : tree.parts(rules)) {
      var person = Persons.number(tree, part, first, rules);
      first = false;
      var portion = Portion.of(part, tree.fragments(part, rules).keySet(), state, rules);
      for (var list : portion.whole()) {
        if (Places.divided(list, rules.types())) {
          row(Names.fragment(list), Long.MIN_VALUE, person, tree);
        }
      }
      for (var stretch : portion.stretches()) {
        row(Names.fragment(stretch.list()), stretch.from(), person, tree);
      }
    }
  }

  private void row(long fragment, long since, long person, Tree tree) throws SQLException {
    rows.beginRow().append(fragment).append(since).append(person).append(tree.id()).endRow();
  }

  /// Puts what was added into the table.
  void apply() throws SQLException {
    trees.flush();
    rows.flush();
    Model.run(connection, "DELETE FROM slice WHERE tree IN (SELECT tree FROM s_slice_tree)");
    Model.run(connection, "INSERT INTO slice FROM s_slice");
    Model.run(connection, "DELETE FROM s_slice_tree");
    Model.run(connection, "DELETE FROM s_slice");
  }

  @Override
  public void close() throws SQLException {
    try (trees;
        rows) {
      // Nothing else is held.
    }
  }
}
