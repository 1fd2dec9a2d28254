package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Frame;
import io.inyeon.core.segment.Heading;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Operators;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.sql.TrackSql.Bounds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions on computed traits as SQL. Counts, sums, bounds, scores and stages are counted by the
/// database; of whatever else is made of events it finds those, and the evaluator answers. What is
/// said of a value that is one of few (a stage, scores, the day of a year) the core's own operators
/// say beforehand.
///
/// @param now milliseconds since 1970
record ComputedSql(
    OperatorSql operators,
    TrackSql tracks,
    Aggregates aggregates,
    Parts parts,
    Terms terms,
    long now) {
  private static final String UNKNOWN = OperatorSql.UNKNOWN;

  /// What an operator says of a computed trait that is no life cycle.
  ///
  /// @param path the trait's id and, of a value with parts, which part
  /// @param born of an anniversary: the date
  String answer(FieldPath path, Operator operator, ComputedTrait trait, @Nullable Born born) {
    return switch (trait.formula()) {
      case Formula.Aggregated aggregated -> aggregated(path, operator, trait, aggregated);
      case Formula.Rfm rfm -> new RfmSql(this).answer(path, operator, trait, rfm);
      case Formula.Touched _ -> told(path, operator, trait, Bounds.of(Long.MIN_VALUE, now));
      case Formula.Anniversary asked ->
          new OwnSql(this).anniversary(path, operator, trait, asked, born);
      case Formula.Visits(var figure) -> new OwnSql(this).visits(path, operator, figure);
      case Formula.ActiveHour _ -> new OwnSql(this).hour(path, operator);
      case Formula.Stages _ -> throw new IllegalArgumentException("a life cycle is made of parts");
    };
  }

  /// What an operator says of a value, as SQL.

  static String said(
      Operator operator, FieldPath path, @Nullable Value value, Terms terms, long now) {
    return switch (Operators.ask(operator, path.below(value), terms, now)) {
      case MATCH -> "TRUE";
      case NO_MATCH -> "FALSE";
      case UNKNOWN -> UNKNOWN;
    };
  }

  /// What it says of somebody of whom nothing is known.
  private String saidOfNobody(FieldPath path, Operator operator, ComputedTrait trait) {
    var nobody = new NobodyInParticular(terms);
    var value = Computation.of(trait.formula(), trait.measured(), nobody).at(now);
    return said(operator, path, value, terms, now);
  }

  private static List<Track> of(Formula formula) {
    var of = new ArrayList<Track>();
    formula.tracks((track, _) -> {
      if (!of.contains(track)) {
        of.add(track);
      }
    });
    return of;
  }

  Part part(FieldPath path, Operator operator, ComputedTrait trait) {
    return parts.of(new Condition.OfTrait(path, operator), trait, of(trait.formula()));
  }

  /// The evaluator answers for everybody with any event in a time.
  private String told(FieldPath path, Operator operator, ComputedTrait trait, Bounds bounds) {
    var part = part(path, operator, trait);
    var told = part.of().stream().map(track -> tracks.rows(track, bounds)).toList();
    return parts.answered(part.telling(told), null, null, saidOfNobody(path, operator, trait));
  }

  @Nullable Bounds bounds(Window window, boolean bounded) {
    var frame = Frame.of(window, new NobodyInParticular(terms), now);
    if (frame == null) {
      return null;
    }
    var within = bounded ? frame.bounded(now) : frame;
    return Bounds.of(within.after(), within.until());
  }

  // ---- aggregates

  private String aggregated(
      FieldPath path, Operator operator, ComputedTrait trait, Formula.Aggregated asked) {
    var bounds = bounds(asked.window(), asked.measure().tallied());
    if (bounds == null) {
      return UNKNOWN;
    }
    var answer = path.names().size() > 1 ? null : answers(operator, asked, bounds);
    return answer == null
        ? told(path, operator, trait, bounds)
        : parts.answered(
            part(path, operator, trait), answer, null, saidOfNobody(path, operator, trait));
  }

  /// `person` and `answer` of everybody who has any; `null` where SQL would mean something else: an
  /// average of the formula's is rounded, and of several values the evaluator knows which counts.
  private @Nullable String answers(Operator operator, Formula.Aggregated asked, Bounds bounds) {
    var of = asked.of();
    var numbers = of.stream().allMatch(part -> part.property() != null);
    return switch (asked.measure()) {
      case COUNT -> aggregates.counted("count(*)", rows(asked, bounds, "person"), operator);
      case SUM ->
          numbers
              ? aggregates.grouped(
                  aggregates.sumInRange(), rows(asked, bounds, "person, n"), operator)
              : null;
      case MIN ->
          numbers ? aggregates.grouped("min(n)", rows(asked, bounds, "person, n"), operator) : null;
      case MAX ->
          numbers ? aggregates.grouped("max(n)", rows(asked, bounds, "person, n"), operator) : null;
      case FIRST, LAST ->
          numbers && of.size() == 1
              ? aggregates.end(
                  operator, rows(asked, bounds, "*"), asked.measure() == Formula.Measure.FIRST)
              : null;
      case AVG, MOST_FREQUENT, UNIQUE, DISTINCT -> null;
    };
  }

  private String rows(Formula.Aggregated asked, Bounds bounds, String columns) {
    var all = new ArrayList<String>();
    for (var part : asked.of()) {
      all.add("SELECT " + columns + " FROM (" + tracks.rows(asked.track(part), bounds) + ")");
    }
    return String.join(" UNION ALL ", all);
  }

  /// What is said of a number: true of some, false of others, unknown of the rest.
  static String among(String number, List<String> holds, List<String> fails) {
    if (holds.isEmpty() && fails.isEmpty()) {
      return UNKNOWN;
    }
    var cases = new StringBuilder("(CASE");
    if (!holds.isEmpty()) {
      cases.append(" WHEN (%s) IN (%s) THEN TRUE".formatted(number, String.join(", ", holds)));
    }
    if (!fails.isEmpty()) {
      cases.append(" WHEN (%s) IN (%s) THEN FALSE".formatted(number, String.join(", ", fails)));
    }
    return cases.append(" END)").toString();
  }

  /// The date of an anniversary.
  ///
  /// @param cell where it is
  /// @param rows a SELECT of `person` and `d`, its day as a number
  record Born(CellSql cell, String rows) {}

  // ---- life cycles

  /// Whether something happened again after long enough.
  String gap(Formula.Rule.AfterGap gap) {
    var from = now - gap.within().ms();
    var answer =
        "SELECT DISTINCT person, TRUE AS answer FROM (SELECT person, time, lag(time) OVER"
            + " (PARTITION BY person ORDER BY time) AS before FROM ("
            + tracks.rows(gap.track(), Bounds.of(Long.MIN_VALUE, now))
            + ")) WHERE time > "
            + from
            + " AND time - before >= "
            + gap.gap().ms();
    var stage = "again";
    var id = FieldPath.of("stage");
    var heading = new Heading(id.head(), id.head(), "", List.of(), Segment.Status.ACTIVE);
    var only = new Formula.Stages(List.of(new Formula.Stage(stage, gap)), "");
    var trait = new ComputedTrait(heading, 1, true, Collections.emptySortedMap(), only, null);
    var part = part(id, new Operator.Equals(new Value.Text(stage)), trait);
    return parts.answered(part, answer, null, "FALSE");
  }
}
