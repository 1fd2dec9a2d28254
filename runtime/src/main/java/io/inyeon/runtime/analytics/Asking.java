package io.inyeon.runtime.analytics;

import io.inyeon.runtime.archive.LosslessText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// One question's statements, one after another, until it is given up.
final class Asking {
  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  private final DuckDBConnection connection;
  private final Giving giving;

  Asking(DuckDBConnection connection, Giving giving) {
    this.connection = connection;
    this.giving = giving;
  }

  /// By which somebody else may end the statement under way.
  static final class Giving {
    private volatile boolean up;
    private volatile @Nullable PreparedStatement current;

    /// Ends what is under way; to be said again until the question has ended.
    void up() {
      up = true;
      var statement = current;
      if (statement != null) {
        try {
          statement.cancel();
        } catch (SQLException e) {
          current = null; // it has ended by itself
        }
      }
    }

    boolean isUp() {
      return up;
    }
  }

  /// Takes a row.
  interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  /// Asks, and takes each row.
  ///
  /// @param parameters for `$1`, `$2`, ... in the SQL, which may have any of them any number of
  ///   times
  void each(String sql, List<String> parameters, Taker taker) throws SQLException {
    if (giving.isUp()) {
      throw new SQLException("INTERRUPT: given up");
    }
    var matcher = PARAMETER.matcher(sql);
    try (var statement = connection.prepareStatement(matcher.replaceAll("?"))) {
      giving.current = statement;
      matcher.reset();
      bind(statement, matcher, parameters);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    } finally {
      giving.current = null;
    }
  }

  /// Changes a table of this question's own.
  ///
  /// @param parameters as in [#each]
  void change(String sql, List<String> parameters) throws SQLException {
    if (giving.isUp()) {
      throw new SQLException("INTERRUPT: given up");
    }
    var matcher = PARAMETER.matcher(sql);
    try (var statement = connection.prepareStatement(matcher.replaceAll("?"))) {
      giving.current = statement;
      matcher.reset();
      bind(statement, matcher, parameters);
      statement.execute();
    } finally {
      giving.current = null;
    }
  }

  private static void bind(PreparedStatement statement, Matcher matcher, List<String> parameters)
      throws SQLException {
    for (var place = 1; matcher.find(); place++) {
      var text = parameters.get(Integer.parseInt(matcher.group(1)) - 1);
      statement.setString(place, LosslessText.write(text));
    }
  }

  void run(String sql) throws SQLException {
    Model.run(connection, sql);
  }
}
