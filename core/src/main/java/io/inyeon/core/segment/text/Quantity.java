package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A number with what it counts.
///
/// @param number as said, in the unit; 10만원 is 100000
/// @param currency ISO 4217, when money was said in one
/// @param span when the unit is a length of time
/// @param date when it is a day of the calendar
record Quantity(
    BigDecimal number,
    Unit unit,
    @Nullable String currency,
    @Nullable Span span,
    @Nullable LocalDate date) {

  enum Unit {
    /// A number alone.
    BARE,
    MONEY,
    /// 번, 회, 건; times.
    TIMES,
    /// 개, 가지; may count times or things.
    PIECES,
    /// 세, 살; years old.
    YEARS_OLD,
    /// 30대; in their thirties.
    DECADE,
    PERCENT,
    POINTS,
    SPAN,
    DATE
  }

  static Quantity of(BigDecimal number, Unit unit) {
    return new Quantity(number, unit, null, null, null);
  }

  static Quantity money(BigDecimal number, String currency) {
    return new Quantity(number, Unit.MONEY, currency, null, null);
  }

  static Quantity span(Span span) {
    return new Quantity(BigDecimal.valueOf(span.amount()), Unit.SPAN, null, span, null);
  }

  static Quantity date(LocalDate date) {
    return new Quantity(BigDecimal.ZERO, Unit.DATE, null, null, date);
  }

  /// The same number in another's unit: in "3 to 5 times" the 3 counts times too.
  Quantity in(Quantity other) {
    var as =
        other.span == null || number.scale() > 0 || number.signum() <= 0
            ? null
            : QuantityReader.span(number, other.span.unit());
    return new Quantity(number, other.unit, other.currency, as, null);
  }
}
