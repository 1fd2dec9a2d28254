package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Moments;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Operators;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Operators as SQL: TRUE, FALSE, or NULL for unknown, as [Operators#ask] says it of a value.
///
/// @param now milliseconds since 1970
record OperatorSql(Parameters parameters, Terms terms, long now) {
  /// A year that has every day, and is over.
  private static final int LEAP_YEAR = 1904;

  /// What an operator says of a cell.
  String of(Operator operator, CellSql cell) {
    return switch (operator) {
      case Operator.Exists _ -> cell.exists();
      case Operator.NotExists _ -> "(NOT " + cell.exists() + ")";
      case Operator.Equals(var value) -> equal(cell, value);
      case Operator.NotEquals(var value) -> "(NOT " + equal(cell, value) + ")";
      case Operator.In(var values) -> in(cell, values);
      case Operator.Contains(var part) -> contains(cell, part);
      case Operator.StartsWith(var part) ->
          cell.has(Piece.TEXT)
              ? "starts_with(" + cell.get(Piece.TEXT) + ", " + parameters.of(part) + ")"
              : UNKNOWN;
      case Operator.EndsWith(var part) ->
          cell.has(Piece.TEXT)
              ? "ends_with(" + cell.get(Piece.TEXT) + ", " + parameters.of(part) + ")"
              : UNKNOWN;
      case Operator.Matches(var pattern) ->
          cell.has(Piece.TEXT)
              ? "regexp_full_match(" + cell.get(Piece.TEXT) + ", " + parameters.of(pattern) + ")"
              : UNKNOWN;
      case Operator.Compares(var relation, var number) -> compared(cell, sign(relation), number);
      case Operator.Between(var from, var to) ->
          "(" + compared(cell, ">=", from) + " AND " + compared(cell, "<=", to) + ")";
      case Operator.Before(var moment) -> timed(cell, "<", Moments.start(moment, terms));
      case Operator.After(var moment) -> timed(cell, ">=", Moments.end(moment, terms));
      case Operator.WithinLast(var span) ->
          "(" + timed(cell, ">", now - span.ms()) + " AND " + timed(cell, "<=", now) + ")";
      case Operator.WithinNext(var span) ->
          "(" + timed(cell, ">", now) + " AND " + timed(cell, "<=", now + span.ms()) + ")";
      case Operator.AnniversaryWithin within -> anniversary(cell, within);
    };
  }

  static final String UNKNOWN = "CAST(NULL AS BOOLEAN)";

  static String sign(Operator.Relation relation) {
    return switch (relation) {
      case GT -> ">";
      case GTE -> ">=";
      case LT -> "<";
      case LTE -> "<=";
    };
  }

  /// Whether it is this scalar; unknown when it is of another type.
  private String equal(CellSql cell, Value value) {
    return switch (value) {
      case Value.Text(var text) ->
          cell.has(Piece.TEXT)
              ? "(" + cell.get(Piece.TEXT) + " = " + parameters.of(text) + ")"
              : UNKNOWN;
      case Value.Decimal(var number) -> compared(cell, "=", number);
      case Value.Truth(var truth) ->
          cell.has(Piece.TRUTH)
              ? "(" + cell.get(Piece.TRUTH) + " = " + (truth ? "TRUE" : "FALSE") + ")"
              : UNKNOWN;
      case Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ ->
          throw new IllegalArgumentException("no scalar: " + value);
    };
  }

  private String in(CellSql cell, List<Value> values) {
    var texts = new ArrayList<String>();
    var numbers = new ArrayList<String>();
    var rest = new ArrayList<String>();
    for (var value : values) {
      switch (value) {
        case Value.Text(var text) -> texts.add(parameters.of(text));
        case Value.Decimal(var number) -> numbers.add(literal(number));
        case Value.Truth _, Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ ->
            rest.add(equal(cell, value));
      }
    }
    var any = new ArrayList<String>(rest);
    among(cell, Piece.TEXT, texts, any);
    among(cell, Piece.NUMBER, numbers, any);
    return "(" + String.join(" OR ", any) + ")";
  }

  private static void among(CellSql cell, Piece piece, List<String> values, List<String> any) {
    if (!values.isEmpty()) {
      any.add(
          cell.has(piece) ? cell.get(piece) + " IN (" + String.join(", ", values) + ")" : UNKNOWN);
    }
  }

  private String contains(CellSql cell, Value part) {
    var element = Cell.element(part);
    var items =
        cell.has(Piece.ITEMS)
            ? "list_contains("
                + cell.get(Piece.ITEMS)
                + ", "
                + parameters.of(String.valueOf(element))
                + ")"
            : "";
    var text =
        cell.has(Piece.TEXT) && part instanceof Value.Text(var inner)
            ? "contains(" + cell.get(Piece.TEXT) + ", " + parameters.of(inner) + ")"
            : "";
    if (items.isEmpty()) {
      return text.isEmpty() ? UNKNOWN : text;
    }
    return "(CASE WHEN "
        + cell.get(Piece.ITEMS)
        + " IS NOT NULL THEN "
        + items
        + (text.isEmpty() ? "" : " ELSE " + text)
        + " END)";
  }

  static String literal(BigDecimal number) {
    return CellSql.literal(number.unscaledValue());
  }

  private static String compared(CellSql cell, String sign, BigDecimal number) {
    return cell.has(Piece.NUMBER)
        ? "(" + cell.get(Piece.NUMBER) + " " + sign + " " + literal(number) + ")"
        : UNKNOWN;
  }

  private static String timed(CellSql cell, String sign, long time) {
    return cell.has(Piece.TIME)
        ? "(" + cell.get(Piece.TIME) + " " + sign + " " + time + ")"
        : UNKNOWN;
  }

  /// Of who is born by the end of this year only the day of the year counts.
  private String anniversary(CellSql cell, Operator.AnniversaryWithin within) {
    if (!cell.has(Piece.DAY)) {
      return UNKNOWN;
    }
    var days = new ArrayList<String>();
    for (var day = LocalDate.of(LEAP_YEAR, 1, 1);
        day.getYear() == LEAP_YEAR;
        day = day.plusDays(1)) {
      if (Operators.ask(within, new Value.Text(day.toString()), terms, now) == Truth.MATCH) {
        days.add(Integer.toString(Days.number(day) % Days.YEAR));
      }
    }
    var day = cell.get(Piece.DAY);
    var years = (terms.day(now).getYear() + 1) * Days.YEAR;
    return "(CASE WHEN "
        + day
        + " >= "
        + years
        + " THEN "
        + day
        + " <= "
        + Days.number(terms.day(now + within.span().ms()))
        + " ELSE "
        + (days.isEmpty()
            ? "CASE WHEN " + day + " IS NOT NULL THEN FALSE END"
            : "(" + day + " % " + Days.YEAR + ") IN (" + String.join(", ", days) + ")")
        + " END)";
  }

  /// What an operator says of a number that is known only by how it stands to others.
  ///
  /// @param order the comparison with a number by a sign, as SQL
  static String ofNumber(Operator operator, BiFunction<String, BigDecimal, String> order) {
    return switch (operator) {
      case Operator.Exists _ -> "TRUE";
      case Operator.NotExists _ -> "FALSE";
      case Operator.Compares(var relation, var number) -> order.apply(sign(relation), number);
      case Operator.Between(var from, var to) ->
          "(" + order.apply(">=", from) + " AND " + order.apply("<=", to) + ")";
      case Operator.Equals(var value) -> equal(value, order);
      case Operator.NotEquals(var value) -> "(NOT " + equal(value, order) + ")";
      case Operator.In(var values) -> {
        var any = values.stream().map(value -> equal(value, order)).toList();
        yield "(" + String.join(" OR ", any) + ")";
      }
      case Operator.Contains _,
          Operator.StartsWith _,
          Operator.EndsWith _,
          Operator.Matches _,
          Operator.Before _,
          Operator.After _,
          Operator.WithinLast _,
          Operator.WithinNext _,
          Operator.AnniversaryWithin _ ->
          UNKNOWN;
    };
  }

  private static String equal(Value value, BiFunction<String, BigDecimal, String> order) {
    return value instanceof Value.Decimal(var number) ? order.apply("=", number) : UNKNOWN;
  }
}
