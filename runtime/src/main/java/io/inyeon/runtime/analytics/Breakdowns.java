package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Segments;
import io.inyeon.core.segment.sql.Cell;
import io.inyeon.core.segment.sql.ComputedRows;
import io.inyeon.core.segment.sql.ConditionSql;
import io.inyeon.core.segment.sql.Piece;
import io.inyeon.runtime.archive.LosslessText;
import io.inyeon.runtime.http.PreviewDesk.Breakdown;
import io.inyeon.runtime.http.PreviewDesk.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Which values of a trait those have for whom a condition holds.
///
/// As in a condition, a computed trait's value counts and not one that was sent under its name. SQL
/// finds what it is made of, and the core's own [Computation] says it, except that a stage is the
/// one whose condition holds.
final class Breakdowns {
  private static final int YEAR = 10_000;
  private static final int MONTH = 100;

  private final DuckDBConnection connection;
  private final Asking asking;
  private final Segments segments;
  private final Paths paths;
  private final long now;

  /// Writes a condition as SQL, in the place of the one before.
  interface Writing {
    ConditionSql.Question of(Condition condition) throws SQLException, Analytics.NotThere;
  }

  /// Of one question.
  ///
  /// @param now milliseconds since 1970
  Breakdowns(DuckDBConnection connection, Asking asking, Segments segments, Paths paths, long now) {
    this.connection = connection;
    this.asking = asking;
    this.segments = segments;
    this.paths = paths;
    this.now = now;
  }

  /// The breakdown of those for whom a question's condition holds.
  Breakdown of(
      FieldPath trait,
      int limit,
      ConditionSql.Question sql,
      @Nullable Progress progress,
      Writing writing)
      throws SQLException, Analytics.NotThere {
    asking.run("CREATE TEMP TABLE matched (person BIGINT)");
    asking.change(
        "INSERT INTO matched SELECT person FROM (" + sql.people() + ") WHERE n0", sql.parameters());
    asking.run("CREATE TEMP TABLE tagged (tags VARCHAR[])");
    var computed = segments.trait(trait.head());
    if (computed == null) {
      sent(trait);
    } else if (computed.formula() instanceof Formula.Stages stages) {
      stages(trait, stages, writing);
    } else {
      computed(trait, computed, progress);
    }
    return counted(trait, limit);
  }

  private void sent(FieldPath trait) throws SQLException {
    var parameters = new ArrayList<String>();
    var traits =
        ConditionSql.traits(
            paths,
            trait,
            List.of(Piece.TEXT, Piece.NUMBER, Piece.TRUTH, Piece.ITEMS),
            text -> {
              parameters.add(text);
              return "$" + parameters.size();
            });
    asking.change(
        "INSERT INTO tagged SELECT CASE WHEN c.t IS NOT NULL THEN ['t' || c.t] WHEN c.n IS NOT NULL"
            + " THEN ['n' || CAST(c.n AS VARCHAR)] WHEN c.b IS NOT NULL THEN [CASE WHEN c.b THEN"
            + " 'b1' ELSE 'b0' END] WHEN c.i IS NOT NULL THEN list_distinct(c.i) ELSE [] END FROM"
            + " matched m LEFT JOIN ("
            + traits
            + ") c ON c.person = m.person",
        parameters);
  }

  // ---- computed ones

  /// One of few names: whose condition holds.
  private void stages(FieldPath trait, Formula.Stages stages, Writing writing)
      throws SQLException, Analytics.NotThere {
    var names = new LinkedHashSet<String>();
    stages.stages().forEach(stage -> names.add(stage.name()));
    names.add(stages.otherwise());
    var asked = new ArrayList<Condition>();
    names.forEach(
        name -> asked.add(new Condition.OfTrait(trait, new Operator.Equals(new Value.Text(name)))));
    var sql = writing.of(new Condition.Any(asked));
    var cases = new StringBuilder("CASE");
    var parameters = new ArrayList<>(sql.parameters());
    var number = 1; // the whole comes first
    for (var name : names) {
      parameters.add("t" + name);
      cases.append(" WHEN q.n%d THEN [$%d]".formatted(number++, parameters.size()));
    }
    asking.change(
        "INSERT INTO tagged SELECT "
            + cases
            + " ELSE [] END FROM matched m JOIN ("
            + sql.people()
            + ") q ON q.person = m.person",
        parameters);
  }

  private void computed(FieldPath path, ComputedTrait trait, @Nullable Progress progress)
      throws SQLException, Analytics.NotThere {
    asking.run("CREATE TEMP TABLE valued (person BIGINT, tag VARCHAR)");
    var nobody = new PartView(segments.terms(), Map.of(), Map.of(), null);
    try (var valued = new Valued(path, trait)) {
      switch (trait.formula()) {
        case Formula.Visits(var figure) -> active(valued, column(figure), progress);
        case Formula.ActiveHour _ -> active(valued, "hour", progress);
        case Formula.Anniversary(var of) -> anniversary(valued, of);
        case Formula.Aggregated _, Formula.Rfm _, Formula.Touched _, Formula.Stages _ ->
            events(valued, trait);
      }
      valued.flush();
    }
    var otherwise = new ArrayList<String>();
    var tags = tags(path.below(value(trait, nobody)));
    for (var i = 1; i <= tags.size(); i++) {
      otherwise.add("$" + i);
    }
    asking.change(
        "INSERT INTO tagged SELECT CASE WHEN v.person IS NULL THEN CAST(["
            + String.join(", ", otherwise)
            + "] AS VARCHAR[]) ELSE coalesce(v.tags, []) END FROM matched m LEFT JOIN (SELECT"
            + " person, list(tag) FILTER (WHERE tag IS NOT NULL) AS tags FROM valued GROUP BY"
            + " person) v ON v.person = m.person",
        tags);
  }

  private static String column(Formula.Figure figure) {
    return switch (figure) {
      case COUNT -> "visits";
      case LENGTH -> "length";
      case AVERAGE_LENGTH -> "average";
      case FIRST -> "first_m";
      case LAST -> "last_m";
    };
  }

  private void active(Valued valued, String column, @Nullable Progress progress)
      throws SQLException, Analytics.NotThere {
    if (progress == null || !progress.active()) {
      throw new Analytics.NotThere();
    }
    var instant = column.endsWith("_m");
    asking.each(
        "SELECT person, " + column + " FROM active WHERE person IN (SELECT person FROM matched)",
        List.of(),
        row -> {
          var found = row.getObject(2);
          valued.add(
              row.getLong(1),
              found == null
                  ? null
                  : instant
                      ? new Value.Time(Instant.ofEpochMilli(row.getLong(2)))
                      : number((BigInteger) found));
        });
  }

  private void anniversary(Valued valued, FieldPath of) throws SQLException {
    var parameters = new ArrayList<String>();
    var days =
        ConditionSql.traits(
            paths,
            of,
            List.of(Piece.DAY),
            text -> {
              parameters.add(text);
              return "$" + parameters.size();
            });
    asking.each(
        "SELECT person, d FROM ("
            + days
            + ") WHERE d IS NOT NULL AND person IN (SELECT person FROM matched)",
        parameters,
        row -> {
          var day = row.getInt(2);
          var date = LocalDate.of(day / YEAR, day / MONTH % MONTH, day % MONTH);
          var traits = of.holding(new Value.Text(date.toString()));
          valued.add(
              row.getLong(1),
              value(valued.trait, new PartView(segments.terms(), Map.of(), traits, null)));
        });
  }

  private void events(Valued valued, ComputedTrait trait) throws SQLException {
    var rows = ComputedRows.of(trait.formula(), paths, segments.terms(), now);
    Walk.through(
        asking,
        rows.tracks(),
        rows.selects(),
        "person IN (SELECT person FROM matched)",
        rows.parameters(),
        (person, occurrences) ->
            valued.add(
                person, value(trait, new PartView(segments.terms(), occurrences, Map.of(), null))));
  }

  private @Nullable Value value(ComputedTrait trait, PartView view) {
    return Computation.of(trait.formula(), trait.measured(), view).at(now);
  }

  /// Values on their way into the table `valued`: a row for each that counts, and one without for
  /// whoever has none.
  private final class Valued implements AutoCloseable {
    private final FieldPath path;
    private final ComputedTrait trait;
    private final org.duckdb.DuckDBAppender rows;

    Valued(FieldPath path, ComputedTrait trait) throws SQLException {
      this.path = path;
      this.trait = trait;
      rows = Staged.appender(connection, "valued");
    }

    void add(long person, @Nullable Value whole) throws SQLException {
      var tags = tags(path.below(whole));
      if (tags.isEmpty()) {
        rows.beginRow().append(person).appendNull().endRow();
      }
      for (var tag : tags) {
        rows.beginRow().append(person).append(LosslessText.write(tag)).endRow();
      }
    }

    void flush() throws SQLException {
      rows.flush();
    }

    @Override
    public void close() throws SQLException {
      rows.close();
    }
  }

  /// What counts of a value: of a list each element once.
  private List<String> tags(@Nullable Value value) {
    if (value instanceof Value.Time(var at)) {
      return List.of("t" + at);
    }
    var cell = value == null ? null : Cell.of(value, segments.terms());
    if (cell == null) {
      return List.of();
    }
    if (cell.text() != null) {
      return List.of("t" + cell.text());
    }
    if (cell.number() != null) {
      return List.of("n" + cell.number());
    }
    if (cell.truth() != null) {
      return List.of(cell.truth() ? "b1" : "b0");
    }
    return cell.items() == null ? List.of() : cell.items().stream().distinct().toList();
  }

  // ---- the answer

  private Breakdown counted(FieldPath trait, int limit) throws SQLException {
    var values = new ArrayList<Share>();
    asking.each(
        "SELECT tag, count(*) AS people FROM (SELECT unnest(tags) AS tag FROM tagged) GROUP BY tag"
            + " ORDER BY people DESC, tag LIMIT "
            + limit,
        List.of(),
        row -> values.add(new Share(untagged(row.getString(1)), row.getLong(2))));
    var rest = new long[2];
    asking.each(
        "SELECT (SELECT count(DISTINCT tag) FROM (SELECT unnest(tags) AS tag FROM tagged)),"
            + " (SELECT count(*) FROM tagged WHERE len(tags) = 0)",
        List.of(),
        row -> {
          rest[0] = row.getLong(1) - values.size();
          rest[1] = row.getLong(2);
        });
    return new Breakdown(trait, values, rest[0], rest[1]);
  }

  private static Value untagged(String tag) {
    var rest = tag.substring(1);
    return switch (tag.charAt(0)) {
      case 't' -> new Value.Text(LosslessText.read(rest));
      case 'n' -> number(new BigInteger(rest));
      default -> new Value.Truth(rest.equals("1"));
    };
  }

  private static Value number(BigInteger scaled) {
    return new Value.Decimal(Decimals9.plain(new BigDecimal(scaled, Decimals9.PLACES)));
  }
}
