package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Operator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conditions on computed traits that are made of no tracks, as SQL: visits, the hour of activity,
/// and anniversaries.
record OwnSql(ComputedSql in) {
  /// A year that has every day, and is over.
  private static final int LEAP_YEAR = 1904;

  /// What an operator says of a figure of visits.
  String visits(FieldPath path, Operator operator, Formula.Figure figure) {
    var formula = new Formula.Visits(figure);
    return switch (figure) {
      case COUNT -> active(path, operator, formula, Map.of(Piece.NUMBER, "visits"));
      case LENGTH -> active(path, operator, formula, Map.of(Piece.NUMBER, "length"));
      case AVERAGE_LENGTH -> active(path, operator, formula, Map.of(Piece.NUMBER, "average"));
      case FIRST -> active(path, operator, formula, instant("first"));
      case LAST -> active(path, operator, formula, instant("last"));
    };
  }

  /// What it says of the hour of activity.
  String hour(FieldPath path, Operator operator) {
    return active(path, operator, new Formula.ActiveHour(), Map.of(Piece.NUMBER, "hour"));
  }

  private static Map<Piece, String> instant(String name) {
    return Map.of(Piece.TIME, name + "_m", Piece.DAY, name + "_d", Piece.OTHER, name + "_m");
  }

  private String active(
      FieldPath path, Operator operator, Formula formula, Map<Piece, String> columns) {
    var nobody = Computation.of(formula, null, new NobodyInParticular(in.terms())).at(in.now());
    var otherwise = said(operator, path, nobody);
    if (path.names().size() > 1) {
      return otherwise; // there is nothing below a number or an instant
    }
    var answer = in.operators().of(operator, new CellSql(columns));
    return in.parts().active(answer, otherwise);
  }

  private String said(Operator operator, FieldPath path, @Nullable Value value) {
    return ComputedSql.said(operator, path, value, in.terms(), in.now());
  }

  /// What it says of the day on which a date returns: of whoever is born by the end of this year
  /// the day of the year alone decides that, of others the evaluator says it.
  String anniversary(
      FieldPath path,
      Operator operator,
      ComputedTrait trait,
      Formula.Anniversary asked,
      ComputedSql.@Nullable Born born) {
    var unborn = said(operator, path, null);
    if (born == null || !born.cell().has(Piece.DAY)) {
      return unborn;
    }
    var holds = new ArrayList<String>();
    var fails = new ArrayList<String>();
    for (var day = LocalDate.of(LEAP_YEAR, 1, 1);
        day.getYear() == LEAP_YEAR;
        day = day.plusDays(1)) {
      var somebody =
          new NobodyInParticular(in.terms(), asked.trait().holding(new Value.Text(day.toString())));
      var value = Computation.of(asked, null, somebody).at(in.now());
      var to =
          switch (said(operator, path, value)) {
            case "TRUE" -> holds;
            case "FALSE" -> fails;
            default -> null;
          };
      if (to != null) {
        to.add(Integer.toString(Days.number(day) % Days.YEAR));
      }
    }
    var day = born.cell().get(Piece.DAY);
    var later = (in.terms().day(in.now()).getYear() + 1) * Days.YEAR;
    var unborns = new Part.Own(asked.trait(), "FROM (" + born.rows() + ") WHERE d >= " + later);
    return in.parts()
        .answered(
            in.part(path, operator, trait).with(unborns),
            null,
            null,
            "CASE WHEN "
                + day
                + " IS NULL THEN "
                + unborn
                + " ELSE "
                + ComputedSql.among(day + " % " + Days.YEAR, holds, fails)
                + " END");
  }
}
