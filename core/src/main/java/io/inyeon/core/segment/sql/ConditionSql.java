package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Frame;
import io.inyeon.core.segment.Meanings;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.sql.TrackSql.Bounds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A condition as SQL: the same answers as [io.inyeon.core.segment.Evaluator] gives, for everybody.
///
/// SQL's own three truth values are Kleene's: NULL is *unknown*, no match, and nor is its negation.
/// Windows are made of constants by the evaluator's own [Frame]; only one that begins at a trait's
/// time is asked of each person. What people wrote stands in [Question#parameters] alone.
public final class ConditionSql {
  private final Columns columns;
  private final Terms terms;
  private final long now;
  private final Meanings meanings;
  private final Parameters parameters = new Parameters();
  private final OperatorSql operators;
  private final TrackSql tracks;
  private final Aggregates aggregates;
  private final Parts parts;
  private final Map<Object, String> leaves = new LinkedHashMap<>();
  private final Map<FieldPath, String> more = new LinkedHashMap<>();
  private final List<String> answers = new ArrayList<>();
  private final List<Members> members = new ArrayList<>();
  private final StringBuilder joins = new StringBuilder();
  private final Map<String, String> nodes = new LinkedHashMap<>();

  private ConditionSql(
      Columns columns, Terms terms, long now, boolean heavy, boolean wide, Meanings meanings) {
    this.columns = columns;
    this.terms = terms;
    this.now = now;
    this.meanings = meanings;
    operators = new OperatorSql(parameters, terms, now);
    tracks = new TrackSql(columns, operators);
    aggregates = new Aggregates(operators, wide);
    parts = new Parts(tracks, joins, heavy);
  }

  /// Something asked of the members of accounts, answered when all else is, and what is asked of
  /// members before it.
  ///
  /// @param holds whether it holds of a person, as an expression
  private record Members(Condition.Quantifier quantifier, String holds) {
    /// What an account answers, as an expression over its members.
    private String answer() {
      var matching = "count(*) FILTER (WHERE " + holds + ")";
      return switch (quantifier) {
        case ANY -> matching + " > 0";
        case ALL -> matching + " = count(*)";
        case NONE -> matching + " = 0";
      };
    }
  }

  /// A question to a database.
  ///
  /// @param people a SELECT of `person`, `who` and, in the order of `nodes`, `n0`, `n1`, ...: what
  ///   each part of the condition says of each person
  /// @param nodes where the parts stand in the condition, as JSON pointers; the whole first
  /// @param parts for which somebody else may have to answer, by their numbers
  /// @param active whether it looks into the table `active`
  /// @param parameters texts for `$1`, `$2`, ...
  public record Question(
      String people,
      List<String> nodes,
      List<Part> parts,
      boolean active,
      List<String> parameters) {
    public Question {
      nodes = List.copyOf(nodes);
      parts = List.copyOf(parts);
      parameters = List.copyOf(parameters);
    }
  }

  /// Writes a condition as SQL.
  ///
  /// @param now milliseconds since 1970
  /// @param heavy whether `heavy` may have any rows
  /// @param wide whether sums may be too large for 128 bits on the way
  public static Question of(
      Condition condition,
      Columns columns,
      Terms terms,
      long now,
      boolean heavy,
      boolean wide,
      Meanings meanings) {
    var sql = new ConditionSql(columns, terms, now, heavy, wide, meanings);
    sql.nodes.put("", "");
    var whole = sql.node(condition, "");
    sql.nodes.put("", whole);
    return sql.question();
  }

  private Question question() {
    var inner = new StringBuilder("SELECT p.person AS person, p.who AS who");
    for (var i = 0; i < answers.size(); i++) {
      inner.append(", ").append(answers.get(i)).append(" AS a").append(i);
    }
    inner.append(" FROM person p").append(joins);
    var outer = new StringBuilder("SELECT person, who");
    var number = 0;
    for (var expression : nodes.values()) {
      outer.append(", ").append(expression).append(" AS n").append(number++);
    }
    var people =
        members.isEmpty()
            ? outer.append(" FROM (").append(inner).append(')').toString()
            : withMembers(inner.toString()) + outer.append(" FROM e").append(members.size());
    return new Question(
        people, List.copyOf(nodes.keySet()), parts.all(), parts.active(), parameters.all());
  }

  /// Everybody with what is asked of members, one such answer after the other: `e0` has none yet.
  private String withMembers(String everybody) {
    var with = new StringBuilder("WITH e0 AS MATERIALIZED (").append(everybody).append(')');
    for (var i = 0; i < members.size(); i++) {
      with.append(
          (", e%d AS MATERIALIZED (SELECT x.*, coalesce(h.answer, FALSE) AS m%d FROM e%d x LEFT"
                  + " JOIN (SELECT b.person AS person, bool_or(c.answer) AS answer FROM belongs b"
                  + " JOIN (SELECT d.account AS account, %s AS answer FROM belongs d JOIN e%d y ON"
                  + " y.person = d.person GROUP BY d.account) c ON c.account = b.account GROUP BY"
                  + " b.person) h ON h.person = x.person)")
              .formatted(i + 1, i, i, "%s", i)
              .replace("%s", members.get(i).answer()));
    }
    return with.append(' ').toString();
  }

  /// The columns in which a path of traits is found, as a SELECT of `person` and pieces.
  ///
  /// @param pieces each comes under its letter
  /// @param parameter writes a text as a parameter
  public static String traits(
      Columns columns, FieldPath path, List<Piece> pieces, Function<String, String> parameter) {
    var place = columns.place(Columns.Of.PERSON, path);
    var cell = CellSql.of(place, "w", "w");
    var select = new StringBuilder("SELECT w.person AS person");
    pieces.forEach(
        piece -> select.append(", ").append(cell.get(piece)).append(" AS ").append(piece.letter()));
    return place instanceof Columns.Place.More
        ? select + " FROM person_more w WHERE w.path = " + parameter.apply(Columns.written(path))
        : select + " FROM person w";
  }

  // ---- the condition's tree

  private String node(Condition condition, String pointer) {
    return switch (condition) {
      case Condition.All(var all) -> group(all, pointer + "/all/", " AND ", "TRUE");
      case Condition.Any(var any) -> group(any, pointer + "/any/", " OR ", "FALSE");
      case Condition.None(var none) ->
          "(NOT " + group(none, pointer + "/none/", " OR ", "FALSE") + ")";
      case Condition.InSegment(var id) -> {
        var other = meanings.condition(id);
        yield other == null ? "FALSE" : unnamed(other);
      }
      case Condition.OfTrait _,
          Condition.OfEvents _,
          Condition.Sequence _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _,
          Condition.OfAccountMembers _ ->
          leaf(condition);
    };
  }

  private String group(List<Condition> of, String pointer, String between, String empty) {
    var parts = new ArrayList<String>();
    for (var i = 0; i < of.size(); i++) {
      var part = node(of.get(i), pointer + i);
      nodes.put(pointer + i, part);
      parts.add(part);
    }
    return parts.isEmpty() ? empty : "(" + String.join(between, parts) + ")";
  }

  /// Another segment's condition, whose parts nobody asked for by themselves.
  private String unnamed(Condition condition) {
    return switch (condition) {
      case Condition.All(var all) -> unnamed(all, " AND ", "TRUE");
      case Condition.Any(var any) -> unnamed(any, " OR ", "FALSE");
      case Condition.None(var none) -> "(NOT " + unnamed(none, " OR ", "FALSE") + ")";
      case Condition.InSegment _,
          Condition.OfTrait _,
          Condition.OfEvents _,
          Condition.Sequence _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _,
          Condition.OfAccountMembers _ ->
          node(condition, "");
    };
  }

  private String unnamed(List<Condition> of, String between, String empty) {
    return of.isEmpty()
        ? empty
        : "(" + String.join(between, of.stream().map(this::unnamed).toList()) + ")";
  }

  private String leaf(Condition condition) {
    return switch (condition) {
      case Condition.OfTrait(var trait, var operator) -> {
        var computed = meanings.trait(trait.head());
        yield computed == null
            ? once(condition, () -> operators.of(operator, cell(trait)))
            : computed(trait, operator, computed);
      }
      case Condition.OfEvents events -> once(condition, () -> events(events));
      case Condition.Sequence sequence -> once(condition, () -> sequence(sequence));
      // No model gives any yet.
      case Condition.OfScore(_, var operator) ->
          once(condition, () -> operators.of(operator, CellSql.NONE));
      case Condition.Consents(var purpose) -> once(condition, () -> consents(purpose));
      case Condition.OfAccountTrait(var trait, var operator) ->
          once(condition, () -> account(trait, operator));
      case Condition.OfAccountMembers(var quantifier, var inner) -> {
        var known = leaves.get(condition);
        if (known != null) {
          yield known;
        }
        var asked = new Members(quantifier, unnamed(inner));
        var name = "m" + members.size();
        members.add(asked);
        leaves.put(condition, name);
        yield name;
      }
      case Condition.All _, Condition.Any _, Condition.None _, Condition.InSegment _ ->
          throw new IllegalArgumentException("no leaf: " + condition);
    };
  }

  /// The name of an answer, which is asked once however often it is named.
  private String once(Object asked, Supplier<String> answer) {
    var known = leaves.get(asked);
    if (known != null) {
      return known;
    }
    var written = answer.get();
    var name = "a" + answers.size();
    answers.add(written);
    leaves.put(asked, name);
    return name;
  }

  // ---- computed traits

  private String computed(FieldPath path, Operator operator, ComputedTrait trait) {
    if (trait.formula() instanceof Formula.Stages stages) {
      return stages(path, operator, stages);
    }
    return once(
        new Condition.OfTrait(path, operator),
        () ->
            new ComputedSql(operators, tracks, aggregates, parts, terms, now)
                .answer(path, operator, trait, born(trait.formula())));
  }

  /// The first stage whose rule holds; what is said of each is known beforehand.
  private String stages(FieldPath path, Operator operator, Formula.Stages stages) {
    var cases = new StringBuilder("(CASE");
    for (var stage : stages.stages()) {
      var holds =
          switch (stage.rule()) {
            case Formula.Rule.When(var condition) -> unnamed(condition);
            case Formula.Rule.AfterGap gap ->
                once(
                    gap,
                    () ->
                        new ComputedSql(operators, tracks, aggregates, parts, terms, now).gap(gap));
          };
      cases.append(" WHEN ").append(holds).append(" THEN ");
      cases.append(ComputedSql.said(operator, path, new Value.Text(stage.name()), terms, now));
    }
    var otherwise = new Value.Text(stages.otherwise());
    return cases
        .append(" ELSE ")
        .append(ComputedSql.said(operator, path, otherwise, terms, now))
        .append(" END)")
        .toString();
  }

  private ComputedSql.@Nullable Born born(Formula formula) {
    return formula instanceof Formula.Anniversary(var trait)
        ? new ComputedSql.Born(
            cell(trait), traits(columns, trait, List.of(Piece.DAY), parameters::of))
        : null;
  }

  // ---- traits and consents

  private CellSql cell(FieldPath trait) {
    var place = columns.place(Columns.Of.PERSON, trait);
    return CellSql.of(
        place,
        "p",
        place instanceof Columns.Place.More ? more.computeIfAbsent(trait, this::joined) : "p");
  }

  private String joined(FieldPath trait) {
    var alias = "t" + more.size();
    joins
        .append(" LEFT JOIN person_more ")
        .append(alias)
        .append(" ON ")
        .append(alias)
        .append(".person = p.person AND ")
        .append(alias)
        .append(".path = ")
        .append(parameters.of(Columns.written(trait)));
    return alias;
  }

  /// One account is enough; none is none.
  private String account(FieldPath trait, Operator operator) {
    var pieces = new EnumMap<Piece, String>(Piece.class);
    for (var piece : Piece.values()) {
      pieces.put(piece, "x." + piece.letter());
    }
    return parts.beside(
        "SELECT person, CASE WHEN bool_or(one) THEN TRUE WHEN count(*) > count(one) THEN NULL ELSE"
            + " FALSE END AS answer FROM (SELECT b.person AS person, "
            + operators.of(operator, new CellSql(pieces))
            + " AS one FROM belongs b LEFT JOIN account_more x ON x.account = b.account AND x.path"
            + " = "
            + parameters.of(Columns.written(trait))
            + ") GROUP BY person",
        "FALSE");
  }

  private String consents(String purpose) {
    var alias = "g" + answers.size();
    joins
        .append(" LEFT JOIN (SELECT DISTINCT person FROM granted WHERE purpose = ")
        .append(parameters.of(purpose))
        .append(" AND until > ")
        .append(now)
        .append(") ")
        .append(alias)
        .append(" ON ")
        .append(alias)
        .append(".person = p.person");
    return "(" + alias + ".person IS NOT NULL)";
  }

  // ---- events

  private String events(Condition.OfEvents asked) {
    var bounds = bounds(asked.window(), asked.aggregate() == Aggregate.DISTINCT);
    var answer = aggregates.answers(asked, tracks.rows(asked.track(), bounds));
    return joined(
        asked, List.of(asked.track()), asked.window(), answer, aggregates.ofNothing(asked));
  }

  private String sequence(Condition.Sequence asked) {
    var answer = new Sequences(tracks, now).answers(asked, bounds(asked.window(), false));
    var of = asked.steps().stream().map(Condition.Step::track).toList();
    return joined(asked, of, asked.window(), answer, "FALSE");
  }

  private String joined(
      Condition asked, List<Track> of, Window window, String answer, String otherwise) {
    var part = parts.of(asked, null, of);
    if (!(window instanceof Window.Since(var trait))) {
      return parts.answered(part, answer, null, otherwise);
    }
    var since =
        "SELECT person, m FROM ("
            + traits(columns, trait, List.of(Piece.TIME), parameters::of)
            + ") WHERE m IS NOT NULL AND person IN (SELECT person FROM candidate)";
    var unknown = cell(trait).get(Piece.TIME) + " IS NULL";
    return parts.answered(part.with(new Part.Own(trait, since)), answer, unknown, otherwise);
  }

  /// Where a window lies now, by the evaluator's own rule.
  private Bounds bounds(Window window, boolean bounded) {
    if (window instanceof Window.Since(var trait)) {
      var begin =
          "SELECT person, greatest(m - 1, "
              + (now - Reach.MOST_MS)
              + ") AS m FROM ("
              + traits(columns, trait, List.of(Piece.TIME), parameters::of)
              + ") WHERE m IS NOT NULL";
      return new Bounds(Long.MIN_VALUE, now, begin, null);
    }
    var frame = Frame.of(window, new NobodyInParticular(terms), now);
    if (frame == null) {
      throw new IllegalStateException("a window of nobody's own has its place: " + window);
    }
    var within = bounded ? frame.bounded(now) : frame;
    return Bounds.of(within.after(), within.until());
  }
}
