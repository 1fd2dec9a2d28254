package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.Segments;
import io.inyeon.core.segment.sql.ConditionSql;
import io.inyeon.runtime.archive.LosslessText;
import io.inyeon.runtime.http.Reach;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Counts for how many people a condition holds, in one transaction that has begun.
final class Counting {
  private final DuckDBConnection connection;
  private final Asking asking;
  private final Segments segments;
  private final String permissions;

  /// Counts on a connection.
  ///
  /// @param permissions the print of what permissions go by now
  Counting(
      DuckDBConnection connection, Asking.Giving giving, Segments segments, String permissions) {
    this.connection = connection;
    this.segments = segments;
    this.permissions = permissions;
    asking = new Asking(connection, giving);
  }

  /// The answer.
  ///
  /// @param wide whether sums may be too large for 128 bits on the way
  /// @throws Analytics.NotThere when it is for a purpose, and the model goes by other purposes or
  ///   restrictions yet
  Previews.Counted of(Previews.Question question, boolean wide)
      throws SQLException, Analytics.NotThere {
    var progress = Model.progress(connection);
    if (question.purpose() != null
        && (progress == null || !progress.permissions().equals(permissions))) {
      throw new Analytics.NotThere();
    }
    var paths = Paths.read(connection);
    var sql = written(question.condition(), question.now(), wide, paths, progress);
    var counted = counted(sql, question, progress == null ? 0 : progress.events());
    return question.breakdown() == null
        ? counted
        : counted.with(
            new Breakdowns(connection, asking, segments, paths, question.now())
                .of(
                    question.breakdown(),
                    question.limit(),
                    sql,
                    progress,
                    condition -> written(condition, question.now(), wide, paths, progress)));
  }

  /// For how many members of some accounts a condition holds.
  ///
  /// @param now milliseconds since 1970
  SortedMap<String, MemberCount> members(
      Condition condition, long now, Collection<String> accounts, boolean wide)
      throws SQLException, Analytics.NotThere {
    var sql = written(condition, now, wide, Paths.read(connection), Model.progress(connection));
    var parameters = new ArrayList<>(sql.parameters());
    var names = new ArrayList<String>();
    for (var account : accounts) {
      parameters.add(LosslessText.write(account));
      names.add("$" + parameters.size());
    }
    var tallies = new TreeMap<String, MemberCount>();
    asking.each(
        "SELECT b.account, count(*) FILTER (WHERE q.n0), count(*) FROM ("
            + sql.people()
            + ") q JOIN belongs b ON b.person = q.person WHERE b.account IN ("
            + String.join(", ", names)
            + ") GROUP BY b.account",
        parameters,
        row ->
            tallies.put(
                LosslessText.read(row.getString(1)),
                MemberCount.of(row.getLong(2), row.getLong(3))));
    return tallies;
  }

  /// A condition as SQL, with what the evaluator has to answer answered.
  private ConditionSql.Question written(
      Condition condition, long now, boolean wide, Paths paths, @Nullable Progress progress)
      throws SQLException, Analytics.NotThere {
    var terms = segments.terms();
    asking.run("CREATE OR REPLACE TEMP TABLE candidate (person BIGINT)");
    asking.run("CREATE OR REPLACE TEMP TABLE heavy (leaf INTEGER, person BIGINT, answer BOOLEAN)");
    var sql = ConditionSql.of(condition, paths, terms, now, false, wide, segments);
    if (sql.active() && (progress == null || !progress.active())) {
      throw new Analytics.NotThere();
    }
    return !sql.parts().isEmpty() && answered(sql, now)
        ? ConditionSql.of(condition, paths, terms, now, true, wide, segments)
        : sql;
  }

  /// Lets the evaluator answer what SQL does not.
  ///
  /// @return whether it answered for anybody
  private boolean answered(ConditionSql.Question sql, long now) throws SQLException {
    asking.run("INSERT INTO candidate " + Busy.candidates(connection));
    var many = Model.number(connection, "SELECT count(*) FROM candidate") > 0;
    try (var answers = new Answers(connection)) {
      var heavy = new Heavy(asking, answers, segments.terms(), now);
      var told = new Told(asking, answers, segments.terms(), now);
      for (var i = 0; i < sql.parts().size(); i++) {
        var part = sql.parts().get(i);
        if (many || part.apart()) {
          heavy.answer(i, part, sql.parameters());
          answers.flush();
        }
        told.answer(i, part, sql.parameters());
      }
      return answers.flush();
    }
  }

  private Previews.Counted counted(
      ConditionSql.Question sql, Previews.Question question, long position) throws SQLException {
    var sample = question.sample();
    var purpose = question.purpose();
    var select = new StringBuilder("SELECT count(*)");
    for (var i = 0; i < sql.nodes().size(); i++) {
      select.append(", count(*) FILTER (WHERE n").append(i).append(')');
    }
    if (sample > 0) {
      select
          .append(", arg_min(who, hash(person), ")
          .append(sample)
          .append(purpose == null ? ") FILTER (WHERE n0)" : ") FILTER (WHERE n0 AND permitted)");
    }
    if (purpose != null) {
      select.append(
          ", count(*) FILTER (WHERE n0 AND permitted), count(*) FILTER (WHERE n0 AND reachable)");
    }
    var perNode = new LinkedHashMap<String, Long>();
    var people = new ArrayList<String>();
    var of = new long[1];
    var reached = new long[2];
    var parameters = new ArrayList<>(sql.parameters());
    asking.each(
        select + " FROM (" + permitted(sql.people(), question, parameters) + ")",
        parameters,
        row -> {
          if (purpose != null) {
            var next = sql.nodes().size() + (sample > 0 ? 3 : 2);
            reached[0] = row.getLong(next);
            reached[1] = row.getLong(next + 1);
          }
          of[0] = row.getLong(1);
          for (var i = 0; i < sql.nodes().size(); i++) {
            perNode.put(sql.nodes().get(i), row.getLong(i + 2));
          }
          var some = sample > 0 ? row.getArray(sql.nodes().size() + 2) : null;
          if (some != null) {
            for (var who : (Object[]) some.getArray()) {
              people.add(LosslessText.read((String) who));
            }
          }
        });
    var count = perNode.getOrDefault("", 0L);
    var reach = purpose == null ? null : new Reach(purpose, count, reached[0], reached[1]);
    return new Previews.Counted(count, of[0], perNode, people, null, reach, position);
  }

  /// The people with whether they are permitted and reachable for the question's purpose.
  private static String permitted(
      String people, Previews.Question question, List<String> parameters) {
    var purpose = question.purpose();
    if (purpose == null) {
      return people;
    }
    parameters.add(purpose);
    return "SELECT q.*, m.person IS NOT NULL AS permitted, coalesce(m.reachable <= "
        + question.now()
        + ", FALSE) AS reachable FROM ("
        + people
        + ") q LEFT JOIN (SELECT person, min(reachable) AS reachable FROM permitted WHERE"
        + " purpose = $"
        + parameters.size()
        + " AND since <= "
        + question.now()
        + " AND until > "
        + question.now()
        + " GROUP BY person) m ON m.person = q.person";
  }
}
