package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.sql.Cell;
import io.inyeon.core.segment.sql.Piece;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Sessions;
import io.inyeon.core.unify.Tree;
import java.sql.SQLException;
import java.util.SortedSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// What computed traits say of people's visits: a row for everybody who was active in a browser or
/// an app, worked out by the core. Kept only while a computed trait asks for it, since every page
/// seen changes it.
final class ActiveRows implements AutoCloseable {
  /// The columns of its table.
  static final String COLUMNS =
      "person BIGINT NOT NULL, tree BIGINT NOT NULL, visits HUGEINT, length HUGEINT, average"
          + " HUGEINT, first_m BIGINT, first_d INTEGER, last_m BIGINT, last_d INTEGER, hour"
          + " HUGEINT";

  private final DuckDBConnection connection;
  private final Rules rules;
  private final DuckDBAppender trees;
  private final DuckDBAppender rows;

  /// Rows for a transaction that has begun.
  ActiveRows(DuckDBConnection connection, Rules rules) throws SQLException {
    this.connection = connection;
    this.rules = rules;
    Staged.create(connection, "s_active_tree", "tree BIGINT");
    Staged.create(connection, "s_active", COLUMNS);
    trees = Staged.appender(connection, "s_active_tree");
    rows = Staged.appender(connection, "s_active");
  }

  /// Whether anything asks for them.
  static boolean wanted(Rules rules) {
    return rules.segments().asksActivity();
  }

  /// A tree that is no more, or is about to be added.
  void gone(long tree) throws SQLException {
    trees.beginRow().append(tree).endRow();
  }

  /// Everybody in a tree.
  void add(Tree tree) throws SQLException {
    var first = true;
    for (var part : tree.parts(rules)) {
      add(tree, part, Persons.number(tree, part, first, rules));
      first = false;
    }
  }

  private void add(Tree tree, SortedSet<Identifier> part, long person) throws SQLException {
    var activity = Activity.EMPTY;
    for (var fragment : tree.fragments(part, rules).values()) {
      activity = activity.plus(fragment.activity());
    }
    if (activity.isEmpty()) {
      return;
    }
    var sessions = Sessions.of(activity, rules.document().sessionGapMinutes());
    rows.beginRow().append(person).append(tree.id());
    number(of(Formula.Figure.COUNT, sessions));
    number(of(Formula.Figure.LENGTH, sessions));
    number(of(Formula.Figure.AVERAGE_LENGTH, sessions));
    instant(of(Formula.Figure.FIRST, sessions));
    instant(of(Formula.Figure.LAST, sessions));
    number(cell(Computation.of(activity, rules.segments().terms())));
    rows.endRow();
  }

  private @Nullable Cell of(Formula.Figure figure, Sessions sessions) {
    return cell(Computation.of(figure, sessions));
  }

  /// None of these changes as time goes by.
  private @Nullable Cell cell(Computation computation) {
    var value = computation.at(0);
    return value == null ? null : Cell.of(value, rules.segments().terms());
  }

  private void number(@Nullable Cell cell) throws SQLException {
    Staged.append(rows, cell == null ? null : cell.piece(Piece.NUMBER));
  }

  private void instant(@Nullable Cell cell) throws SQLException {
    Staged.append(rows, cell == null ? null : cell.piece(Piece.TIME));
    Staged.append(rows, cell == null ? null : cell.piece(Piece.DAY));
  }

  /// Puts what was added into the table.
  void apply() throws SQLException {
    trees.flush();
    rows.flush();
    Model.run(connection, "DELETE FROM active WHERE tree IN (SELECT tree FROM s_active_tree)");
    Model.run(connection, "INSERT INTO active FROM s_active");
    Model.run(connection, "DELETE FROM s_active_tree");
    Model.run(connection, "DELETE FROM s_active");
  }

  @Override
  public void close() throws SQLException {
    try (trees;
        rows) {
      // Nothing else is held.
    }
  }
}
