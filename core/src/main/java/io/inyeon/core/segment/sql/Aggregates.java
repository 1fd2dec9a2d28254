package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.EnumMap;

/// What is made of a person's events in a window, and what an operator says of it.
///
/// @param wide whether sums are made in two halves, for numbers so large that a sum on the way may
///   not fit into 128 bits though the whole does
record Aggregates(OperatorSql operators, boolean wide) {
  /// 10 to this is more than a sum may be; see [io.inyeon.core.segment.Decimals9].
  private static final int DIGITS = 38;

  private static final BigInteger LIMIT = BigInteger.TEN.pow(DIGITS);
  private static final BigInteger HALF = BigInteger.TEN.pow(DIGITS / 2);

  /// No count comes near it.
  private static final BigInteger MOST = BigInteger.TWO.pow(62);

  /// `person` and `answer` of everybody who has any.
  ///
  /// @param rows of the track in the window
  String answers(Condition.OfEvents asked, String rows) {
    var operator = asked.operator();
    return switch (asked.aggregate()) {
      case COUNT -> counted("count(*)", rows, operator);
      case SUM -> grouped(sumInRange(), rows, operator);
      case MIN -> grouped("min(n)", rows, operator);
      case MAX -> grouped("max(n)", rows, operator);
      case DISTINCT ->
          counted("count(DISTINCT t) + count(DISTINCT n) + count(DISTINCT b)", rows, operator);
      case AVG -> average(asked, rows);
      case FIRST -> end(operator, rows, true);
      case LAST -> end(operator, rows, false);
    };
  }

  /// What it is of no events at all.
  String ofNothing(Condition.OfEvents asked) {
    var zero =
        asked.aggregate() == Aggregate.COUNT || asked.aggregate() == Aggregate.SUM
            ? CellSql.number(CellSql.literal(BigInteger.ZERO))
            : CellSql.NONE;
    return operators.of(asked.operator(), zero);
  }

  /// A count of one at least.
  String counted(String aggregate, String rows, Operator operator) {
    return "SELECT person, "
        + OperatorSql.ofNumber(operator, Aggregates::whole)
        + " AS answer FROM (SELECT person, "
        + aggregate
        + " AS c FROM ("
        + rows
        + ") GROUP BY person)";
  }

  /// The count `c` compared with a number that need be none.
  static String whole(String sign, BigDecimal number) {
    var floor = number.setScale(0, RoundingMode.FLOOR).toBigInteger();
    var between = number.stripTrailingZeros().scale() > 0;
    if (sign.equals("=") && between) {
      return "FALSE";
    }
    // Between two whole numbers: to be above it is to be above the lower one.
    var same = between ? (sign.startsWith(">") ? ">" : "<=") : sign;
    return "(c " + same + " " + floor.min(MOST).max(MOST.negate()) + ")";
  }

  /// A number of those who have one event at least.
  String grouped(String aggregate, String rows, Operator operator) {
    return "SELECT person, "
        + operators.of(operator, CellSql.number("a"))
        + " AS answer FROM (SELECT person, "
        + aggregate
        + " AS a FROM ("
        + rows
        + ") GROUP BY person)";
  }

  /// The sum of `n`; NULL when it is too large.
  String sumInRange() {
    var sum = sum();
    return "CASE WHEN abs(" + sum + ") < " + CellSql.literal(LIMIT) + " THEN " + sum + " END";
  }

  private String sum() {
    if (!wide) {
      return "sum(n)";
    }
    var half = CellSql.literal(HALF);
    var low = "sum(n - (n // " + half + ") * " + half + ")";
    var high = "(sum(n // " + half + ") + " + low + " // " + half + ")";
    var rest = "(" + low + " - (" + low + " // " + half + ") * " + half + ")";
    return "CASE WHEN abs("
        + high
        + ") <= "
        + half
        + " THEN "
        + high
        + " * "
        + half
        + " + "
        + rest
        + " END";
  }

  /// Compared exactly: the sum with so many times the number.
  private String average(Condition.OfEvents asked, String rows) {
    var whole = OperatorSql.ofNumber(asked.operator(), Aggregates::timesCount);
    return "SELECT person, CASE WHEN s IS NULL THEN "
        + operators.of(asked.operator(), CellSql.NONE)
        + " ELSE "
        + whole
        + " END AS answer FROM (SELECT person, count(*)::HUGEINT AS c, "
        + sumInRange()
        + " AS s FROM ("
        + rows
        + ") GROUP BY person)";
  }

  private static String timesCount(String sign, BigDecimal number) {
    var scaled = number.unscaledValue();
    var plain = "s " + sign + " c * " + CellSql.literal(scaled);
    if (scaled.signum() == 0) {
      return "(" + plain + ")";
    }
    // Beyond so many times it is further from zero than any sum.
    var most = LIMIT.divide(scaled.abs());
    var holds = !sign.equals("=") && sign.startsWith("<") == (scaled.signum() > 0);
    return "(CASE WHEN c > "
        + CellSql.literal(most)
        + " THEN "
        + (holds ? "TRUE" : "FALSE")
        + " ELSE "
        + plain
        + " END)";
  }

  /// The value of the earliest or latest; of several at that time the smallest or largest: truths,
  /// then numbers, then texts.
  String end(Operator operator, String rows, boolean first) {
    var end = first ? "min" : "max";
    var arg = first ? "arg_min" : "arg_max";
    var pieces = new EnumMap<Piece, String>(Piece.class);
    pieces.put(Piece.TEXT, first ? "CASE WHEN b IS NULL AND n IS NULL THEN t END" : "t");
    pieces.put(
        Piece.NUMBER, first ? "CASE WHEN b IS NULL THEN n END" : "CASE WHEN t IS NULL THEN n END");
    pieces.put(Piece.TRUTH, first ? "b" : "CASE WHEN t IS NULL AND n IS NULL THEN b END");
    pieces.put(Piece.TIME, first ? "CASE WHEN b IS NULL AND n IS NULL THEN m END" : "m");
    pieces.put(Piece.DAY, first ? "CASE WHEN b IS NULL AND n IS NULL THEN d END" : "d");
    return "SELECT person, "
        + operators.of(operator, new CellSql(pieces))
        + " AS answer FROM (SELECT person, "
        + end
        + "(t) AS t, "
        + end
        + "(n) AS n, "
        + end
        + "(b) AS b, "
        + arg
        + "_null(m, t) AS m, "
        + arg
        + "_null(d, t) AS d FROM (SELECT *, "
        + end
        + "(time) OVER (PARTITION BY person) AS bound FROM ("
        + rows
        + ")) WHERE time = bound GROUP BY person)";
  }
}
