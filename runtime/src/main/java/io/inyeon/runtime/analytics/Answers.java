package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.Truth;
import java.sql.SQLException;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// What the evaluator says of some people, on its way into the table `heavy` of one question.
final class Answers implements AutoCloseable {
  private final DuckDBAppender rows;
  private boolean any;

  Answers(DuckDBConnection connection) throws SQLException {
    rows = Staged.appender(connection, "heavy");
  }

  /// Adds an answer.
  ///
  /// @param leaf the number of the part of the condition
  void add(int leaf, long person, Truth truth) throws SQLException {
    any = true;
    rows.beginRow().append(leaf).append(person);
    switch (truth) {
      case MATCH -> rows.append(true);
      case NO_MATCH -> rows.append(false);
      case UNKNOWN -> rows.appendNull();
    }
    rows.endRow();
  }

  /// Puts them into the table.
  ///
  /// @return whether there were any so far
  boolean flush() throws SQLException {
    rows.flush();
    return any;
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
