package io.inyeon.runtime.analytics;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.govern.Channel;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Suppressions;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.LosslessText;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Who is permitted for which purpose, from when until when, and from when on the purpose's channel
/// reaches them, which suppressions put off: a row for each person and purpose for which there is
/// such a time at all, worked out by the core's one function.
final class PermittedRows implements AutoCloseable {
  private final DuckDBConnection connection;
  private final Rules rules;
  private final Collection<Purpose> purposes;
  private final boolean onlyConsent;
  private final Suppressions suppressions;
  private final DuckDBAppender rows;

  /// Rows for a transaction that has begun.
  ///
  /// @param suppressed the addresses that nothing may be sent to
  PermittedRows(DuckDBConnection connection, Rules rules, Suppressions.Documents suppressed)
      throws SQLException {
    suppressions = new Suppressions(suppressed, rules.document().workspaceKey());
    this.connection = connection;
    this.rules = rules;
    purposes =
        List.copyOf(rules.purposes().all().values().stream().filter(Purpose::active).toList());
    onlyConsent = purposes.stream().allMatch(each -> each.basis() == LegalBasis.CONSENT);
    Staged.create(
        connection,
        "s_permitted",
        "person BIGINT, tree BIGINT, purpose VARCHAR, since BIGINT, until BIGINT, reachable"
            + " BIGINT");
    rows = Staged.appender(connection, "s_permitted");
  }

  /// Everybody in a tree.
  void add(Tree tree) throws SQLException {
    var first = true;
    for (var part : tree.parts(rules)) {
      add(tree, part, tree.fragments(part, rules), Persons.number(tree, part, first, rules));
      first = false;
    }
  }

  /// One person of a tree.
  ///
  /// @param person their number in the model
  void add(
      Tree tree,
      SortedSet<Identifier> part,
      SortedMap<FragmentKey, Fragment> fragments,
      long person)
      throws SQLException {
    if (purposes.isEmpty()
        || (onlyConsent
            && fragments.values().stream().allMatch(each -> each.consents().isEmpty()))) {
      return;
    }
    var permissions = tree.permissions(part, fragments, rules);
    var reachable = new EnumMap<Channel, Long>(Channel.class);
    for (var purpose : purposes) {
      var permission = permissions.automated(purpose);
      if (permission.ever()) {
        rows.beginRow()
            .append(person)
            .append(tree.id())
            .append(LosslessText.write(purpose.key()))
            .append(permission.since())
            .append(permission.until())
            .append(
                (long)
                    reachable.computeIfAbsent(
                        purpose.channel(), channel -> suppressions.reachableFrom(channel, part)))
            .endRow();
      }
    }
  }

  void flush() throws SQLException {
    rows.flush();
  }

  /// Puts what was flushed into the table.
  void apply() throws SQLException {
    Model.run(connection, "INSERT INTO permitted FROM s_permitted");
    Model.run(connection, "DELETE FROM s_permitted");
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
