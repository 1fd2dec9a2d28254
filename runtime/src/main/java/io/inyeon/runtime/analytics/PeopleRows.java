package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Accounts;
import io.inyeon.core.segment.sql.Cells;
import io.inyeon.core.segment.sql.Columns;
import io.inyeon.core.segment.sql.Names;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.LosslessText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// People on their way into a model, tree by tree: what was there of a tree gives way to what is
/// there now.
final class PeopleRows implements AutoCloseable {
  private static final int TOGETHER = 4_096;

  private final DuckDBConnection connection;
  private final Paths paths;
  private final Rules rules;
  private final DuckDBAppender trees;
  private final DuckDBAppender fragments;
  private final DuckDBAppender granted;
  private final DuckDBAppender belongs;
  private final PermittedRows permitted;
  private final @Nullable ActiveRows active;
  private final @Nullable SliceRows slices;
  private final List<String> tables = new ArrayList<>();
  private final List<String> moreTables = new ArrayList<>();
  private final CellRows rows =
      new CellRows(
          Columns.Of.PERSON,
          "person BIGINT, tree BIGINT, who VARCHAR, fragments INTEGER",
          "person BIGINT, tree BIGINT");

  /// People for a transaction that has begun.
  ///
  /// @param state of which the trees are
  PeopleRows(DuckDBConnection connection, Paths paths, Rules rules, Snapshot state)
      throws SQLException {
    this.connection = connection;
    this.paths = paths;
    this.rules = rules;
    Staged.create(connection, "s_tree", "tree BIGINT");
    Staged.create(connection, "s_fragment", "fragment BIGINT, person BIGINT, tree BIGINT");
    Staged.create(
        connection, "s_granted", "person BIGINT, tree BIGINT, purpose VARCHAR, until BIGINT");
    permitted = new PermittedRows(connection, rules, state::get);
    active = ActiveRows.wanted(rules) ? new ActiveRows(connection, rules) : null;
    slices = SliceRows.wanted(rules) ? new SliceRows(connection, rules, state) : null;
    trees = Staged.appender(connection, "s_tree");
    fragments = Staged.appender(connection, "s_fragment");
    granted = Staged.appender(connection, "s_granted");
    Staged.create(connection, "s_belongs", "person BIGINT, tree BIGINT, account VARCHAR");
    belongs = Staged.appender(connection, "s_belongs");
  }

  /// A tree that is no more, or is about to be added.
  void gone(long tree) throws SQLException {
    trees.beginRow().append(tree).endRow();
    if (active != null) {
      active.gone(tree);
    }
  }

  /// Whether it minds trees of which nothing is other than before but that events came.
  static boolean mindsEvents(Rules rules) {
    return ActiveRows.wanted(rules) || SliceRows.wanted(rules);
  }

  /// Such a tree.
  void active(Tree tree) throws SQLException {
    if (active != null) {
      active.gone(tree.id());
      active.add(tree);
    }
    if (slices != null) {
      slices.add(tree);
    }
  }

  /// Everybody in a tree.
  void add(Tree tree) throws SQLException {
    var first = true;
    for (var part : tree.parts(rules)) {
      var who = Tree.representative(part, rules.types()).toString();
      var person = Persons.number(tree, part, first, rules);
      first = false;
      var all = tree.fragments(part, rules);
      for (var key : all.keySet()) {
        fragments.beginRow().append(Names.fragment(key)).append(person).append(tree.id()).endRow();
      }
      for (var consent : tree.consents(part, all, rules).entrySet()) {
        if (consent.getValue().state() == Consent.State.GRANTED) {
          granted.beginRow().append(person).append(tree.id());
          granted.append(LosslessText.write(consent.getKey()));
          granted.append(consent.getValue().by().expiresAt()).endRow();
        }
      }
      for (var account : Accounts.ids(all.values())) {
        belongs.beginRow().append(person).append(tree.id());
        belongs.append(LosslessText.write(account)).endRow();
      }
      permitted.add(tree, part, all, person);
      var traits = new LinkedHashMap<String, Value>();
      tree.traits(all, rules).forEach((name, trait) -> traits.put(name, trait.value()));
      var cells =
          rows.add(
              to ->
                  to.append(person)
                      .append(tree.id())
                      .append(LosslessText.write(who))
                      .append(all.size()),
              to -> to.append(person).append(tree.id()));
      Cells.of(
          traits,
          rules.segments().terms(),
          (path, cell) -> cells.put(CellRows.written(path), cell));
    }
    if (active != null) {
      active.add(tree);
    }
    if (slices != null) {
      slices.add(tree);
    }
    if (rows.size() >= TOGETHER) {
      stage();
    }
  }

  private void stage() throws SQLException {
    if (rows.size() == 0) {
      return;
    }
    var table = "s_person_" + tables.size();
    if (rows.stage(connection, paths, table)) {
      moreTables.add(table + "_more");
    }
    tables.add(table);
  }

  /// Puts all of it into the tables.
  ///
  /// @param replacing whether anything of these trees may be there
  void apply(boolean replacing) throws SQLException {
    stage();
    trees.flush();
    fragments.flush();
    granted.flush();
    belongs.flush();
    permitted.flush();
    if (replacing) {
      Staged.create(connection, "s_moved", "fragment BIGINT, person BIGINT");
      Model.run(
          connection,
          "INSERT INTO s_moved SELECT s.fragment, s.person FROM s_fragment s JOIN fragment f ON"
              + " f.fragment = s.fragment WHERE f.person <> s.person");
      Model.run(connection, "DELETE FROM moved WHERE fragment IN (SELECT fragment FROM s_moved)");
      Model.run(connection, "INSERT INTO moved FROM s_moved");
      for (var table :
          List.of("person", "person_more", "granted", "belongs", "permitted", "fragment")) {
        Model.run(connection, "DELETE FROM " + table + " WHERE tree IN (SELECT tree FROM s_tree)");
      }
      Staged.drop(connection, "s_moved");
    }
    Model.run(connection, "INSERT INTO fragment FROM s_fragment");
    Model.run(connection, "INSERT INTO granted FROM s_granted");
    Model.run(connection, "INSERT INTO belongs FROM s_belongs");
    Model.run(connection, "DELETE FROM s_belongs");
    permitted.apply();
    if (active != null) {
      active.apply();
    }
    if (slices != null) {
      slices.apply();
    }
    for (var table : tables) {
      Model.run(connection, "INSERT INTO person BY NAME FROM " + table);
      Staged.drop(connection, table);
    }
    for (var table : moreTables) {
      Model.run(connection, "INSERT INTO person_more BY NAME FROM " + table);
      Staged.drop(connection, table);
    }
    tables.clear();
    moreTables.clear();
    Model.run(connection, "DELETE FROM s_tree");
    Model.run(connection, "DELETE FROM s_fragment");
    Model.run(connection, "DELETE FROM s_granted");
  }

  @Override
  public void close() throws SQLException {
    try (trees;
        fragments;
        granted;
        belongs;
        permitted;
        active;
        slices) {
      rows.forget();
    }
  }
}
