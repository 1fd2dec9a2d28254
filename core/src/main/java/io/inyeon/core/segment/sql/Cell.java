package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Moments;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A value taken apart by type, as columns keep it. What no condition can tell apart is the same
/// cell.
///
/// @param number times 1,000,000,000
/// @param items the scalars of a list as [#element] writes them; what equals no scalar is left out
/// @param time milliseconds since 1970
/// @param day as the number 20260131
/// @param other whether it is there and none of these
/// @param tooLong whether the text is too long for an occurrence's value
public record Cell(
    @Nullable String text,
    @Nullable BigInteger number,
    @Nullable Boolean truth,
    @Nullable List<String> items,
    @Nullable Long time,
    @Nullable Integer day,
    boolean other,
    boolean tooLong) {
  private static final Cell OTHER = new Cell(null, null, null, null, null, null, true, false);

  /// The cell of a value; `null` when there is none.
  public static @Nullable Cell of(Value value, Terms terms) {
    return switch (value) {
      case Value.Nothing _ -> null;
      case Value.Text(var text) ->
          new Cell(
              text,
              null,
              null,
              null,
              time(value, terms),
              day(value, terms),
              false,
              text.length() > Occurrence.LONGEST);
      case Value.Decimal(var number) -> {
        var scaled = scaled(number);
        yield scaled == null ? OTHER : new Cell(null, scaled, null, null, null, null, false, false);
      }
      case Value.Truth(var truth) -> new Cell(null, null, truth, null, null, null, false, false);
      case Value.Time _ ->
          new Cell(null, null, null, null, time(value, terms), day(value, terms), true, false);
      case Value.Items(var items) -> {
        var elements = new ArrayList<String>();
        for (var item : items) {
          var element = element(item);
          if (element != null) {
            elements.add(element);
          }
        }
        yield new Cell(null, null, null, List.copyOf(elements), null, null, false, false);
      }
      case Value.Fields _ -> OTHER;
    };
  }

  /// How a scalar stands in a list: `tSeoul`, `n1500000000`, `b1`; `null` for what is none.
  static @Nullable String element(Value value) {
    return switch (value) {
      case Value.Text(var text) -> "t" + text;
      case Value.Decimal(var number) -> {
        var scaled = scaled(number);
        yield scaled == null ? null : "n" + scaled;
      }
      case Value.Truth(var truth) -> truth ? "b1" : "b0";
      case Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ -> null;
    };
  }

  /// A number as it is kept; `null` when it is too large.
  static @Nullable BigInteger scaled(BigDecimal number) {
    var rounded = Decimals9.rounded(number);
    return rounded == null ? null : rounded.unscaledValue();
  }

  private static @Nullable Long time(Value value, Terms terms) {
    var moment = Moments.of(value);
    return moment == null ? null : Moments.start(moment, terms);
  }

  private static @Nullable Integer day(Value value, Terms terms) {
    var day = Moments.day(value, terms);
    return day == null ? null : Days.number(day);
  }

  /// What stands in one of its columns; `null` for nothing.
  public @Nullable Object piece(Piece piece) {
    return switch (piece) {
      case TEXT -> text;
      case NUMBER -> number;
      case TRUTH -> truth;
      case ITEMS -> items;
      case TIME -> time;
      case DAY -> day;
      case OTHER -> other ? Boolean.TRUE : null;
      case LONG -> tooLong ? Boolean.TRUE : null;
    };
  }
}
