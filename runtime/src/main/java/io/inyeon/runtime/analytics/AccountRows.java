package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.sql.Cells;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.runtime.archive.LosslessText;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Accounts on their way into a model, each with the traits that stand.
final class AccountRows implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Rules rules;
  private final DuckDBAppender accounts;
  private final DuckDBAppender traits;

  /// Accounts for a transaction that has begun.
  AccountRows(DuckDBConnection connection, Rules rules) throws SQLException {
    this.connection = connection;
    this.rules = rules;
    Staged.create(connection, "s_account", "account VARCHAR");
    Staged.create(connection, "s_account_more", "account VARCHAR NOT NULL, " + Staged.MORE);
    accounts = Staged.appender(connection, "s_account");
    traits = Staged.appender(connection, "s_account_more");
  }

  /// An account as it is now.
  void add(AccountProfile account) throws SQLException {
    var id = LosslessText.write(account.id());
    accounts.beginRow().append(id).endRow();
    var values = new LinkedHashMap<String, Value>();
    account.standing(rules).forEach((name, trait) -> values.put(name, trait.value()));
    var cells = new LinkedHashMap<String, io.inyeon.core.segment.sql.Cell>();
    Cells.of(
        values, rules.segments().terms(), (path, cell) -> cells.put(CellRows.written(path), cell));
    for (var cell : cells.entrySet()) {
      traits.beginRow().append(id);
      Staged.append(traits, cell.getKey(), cell.getValue());
    }
  }

  /// Puts what was added into the table, in the place of what was there.
  void apply() throws SQLException {
    accounts.flush();
    traits.flush();
    Model.run(
        connection, "DELETE FROM account_more WHERE account IN (SELECT account FROM s_account)");
    Model.run(connection, "INSERT INTO account_more FROM s_account_more");
    Model.run(connection, "DELETE FROM s_account");
    Model.run(connection, "DELETE FROM s_account_more");
  }

  @Override
  public void close() throws SQLException {
    try (accounts;
        traits) {
      // Nothing else is held.
    }
  }
}
