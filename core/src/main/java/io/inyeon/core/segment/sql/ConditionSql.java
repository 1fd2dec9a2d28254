package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Frame;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.sql.TrackSql.Bounds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
  private final boolean heavy;
  private final Function<String, @Nullable Condition> segments;
  private final Parameters parameters = new Parameters();
  private final OperatorSql operators;
  private final TrackSql tracks;
  private final Aggregates aggregates;
  private final Map<Condition, String> leaves = new LinkedHashMap<>();
  private final Map<FieldPath, String> more = new LinkedHashMap<>();
  private final List<OfEvents> ofEvents = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final StringBuilder joins = new StringBuilder();
  private final Map<String, String> nodes = new LinkedHashMap<>();

  private ConditionSql(
      Columns columns,
      Terms terms,
      long now,
      boolean heavy,
      boolean wide,
      Function<String, @Nullable Condition> segments) {
    this.columns = columns;
    this.terms = terms;
    this.now = now;
    this.heavy = heavy;
    this.segments = segments;
    operators = new OperatorSql(parameters, terms, now);
    tracks = new TrackSql(columns, operators);
    aggregates = new Aggregates(operators, wide);
  }

  /// A condition that looks at events: of who has more of them than are kept one by one, somebody
  /// else must say what it answers, in `heavy(leaf, person, answer)`.
  ///
  /// @param tracks one SELECT of `person`, `time` and the kept pieces for each track, of those
  ///   whose `person` is in the table `candidate`
  /// @param since a SELECT of `person` and `m`, just before the time at which the window of those
  ///   in `candidate` begins; `null` when it begins for all at once
  public record OfEvents(
      Condition condition, List<Track> of, List<String> tracks, @Nullable String since) {
    public OfEvents {
      of = List.copyOf(of);
      tracks = List.copyOf(tracks);
    }
  }

  /// A question to a database.
  ///
  /// @param people a SELECT of `person`, `who` and, in the order of `nodes`, `n0`, `n1`, ...: what
  ///   each part of the condition says of each person
  /// @param nodes where the parts stand in the condition, as JSON pointers; the whole first
  /// @param leaves that look at events, by the numbers of their leaves
  /// @param parameters texts for `$1`, `$2`, ...
  public record Question(
      String people, List<String> nodes, List<OfEvents> leaves, List<String> parameters) {
    public Question {
      nodes = List.copyOf(nodes);
      leaves = List.copyOf(leaves);
      parameters = List.copyOf(parameters);
    }
  }

  /// Writes a condition as SQL.
  ///
  /// @param now milliseconds since 1970
  /// @param heavy whether `heavy` may have any rows
  /// @param wide whether sums may be too large for 128 bits on the way
  /// @param segments what membership of another segment means; `null` for one without members
  /// @throws IllegalArgumentException for a condition on accounts
  public static Question of(
      Condition condition,
      Columns columns,
      Terms terms,
      long now,
      boolean heavy,
      boolean wide,
      Function<String, @Nullable Condition> segments) {
    var sql = new ConditionSql(columns, terms, now, heavy, wide, segments);
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
    return new Question(
        outer.append(" FROM (").append(inner).append(')').toString(),
        List.copyOf(nodes.keySet()),
        ofEvents,
        parameters.all());
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
        var other = segments.apply(id);
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
    var known = leaves.get(condition);
    if (known != null) {
      return known;
    }
    var answer =
        switch (condition) {
          case Condition.OfTrait(var trait, var operator) -> operators.of(operator, cell(trait));
          case Condition.OfEvents events -> events(events);
          case Condition.Sequence sequence -> sequence(sequence);
          // No model gives any yet.
          case Condition.OfScore(_, var operator) -> operators.of(operator, CellSql.NONE);
          case Condition.Consents(var purpose) -> consents(purpose);
          case Condition.OfAccountTrait _, Condition.OfAccountMembers _ ->
              throw new IllegalArgumentException("conditions on accounts are no SQL yet");
          case Condition.All _, Condition.Any _, Condition.None _, Condition.InSegment _ ->
              throw new IllegalArgumentException("no leaf: " + condition);
        };
    var name = "a" + answers.size();
    answers.add(answer);
    leaves.put(condition, name);
    return name;
  }

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
    var number = ofEvents.size();
    var own = window instanceof Window.Since(var trait) ? trait : null;
    ofEvents.add(
        new OfEvents(
            asked,
            of,
            of.stream()
                .map(track ->
                    tracks.rows(
                        track,
                        new Bounds(
                            Long.MIN_VALUE, Long.MAX_VALUE, null, "SELECT person FROM candidate")))
                .toList(),
            own == null
                ? null
                : "SELECT person, m FROM ("
                    + traits(columns, own, List.of(Piece.TIME), parameters::of)
                    + ") WHERE m IS NOT NULL AND person IN (SELECT person FROM candidate)"));
    var alias = "l" + number;
    joins
        .append(" LEFT JOIN (")
        .append(answer)
        .append(") ")
        .append(alias)
        .append(" ON ")
        .append(alias)
        .append(".person = p.person");
    var cases = new StringBuilder("CASE");
    if (heavy) {
      joins
          .append(" LEFT JOIN heavy h")
          .append(number)
          .append(" ON h")
          .append(number)
          .append(".leaf = ")
          .append(number)
          .append(" AND h")
          .append(number)
          .append(".person = p.person");
      cases.append(" WHEN h%d.person IS NOT NULL THEN h%d.answer".formatted(number, number));
    }
    if (own != null) {
      cases.append(" WHEN ").append(cell(own).get(Piece.TIME)).append(" IS NULL THEN NULL");
    }
    return cases
        .append(" WHEN ")
        .append(alias)
        .append(".person IS NULL THEN ")
        .append(otherwise)
        .append(" ELSE ")
        .append(alias)
        .append(".answer END")
        .toString();
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
