package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An exact amount in a currency.
///
/// @param amount below 10^15 either way, at most nine places after the point, no zeros at its end
/// @param currency ISO 4217; [#NONE] for anything that is no currency
public record Money(BigDecimal amount, String currency) {
  /// ISO 4217's own code for what is no currency: points, coins of a game, a misspelt code.
  public static final String NONE = "XXX";

  private static final int DIGITS = 15;
  private static final int PLACES = 9;
  private static final int LONGEST_TEXT = 40;
  private static final Map<String, Integer> PLACES_OF = new HashMap<>();

  static {
    for (var currency : Currency.getAvailableCurrencies()) {
      if (currency.getDefaultFractionDigits() >= 0) {
        PLACES_OF.put(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
      }
    }
  }

  /// The currency's digits after the point: 0 of KRW, 2 of USD.
  static int places(String currency) {
    return PLACES_OF.getOrDefault(currency, 2);
  }

  /// The code in its one form; [#NONE] when there is no such currency.
  static String code(String written) {
    if (PLACES_OF.containsKey(written)) {
      return written;
    }
    var code = written.strip().toUpperCase(Locale.ROOT);
    return PLACES_OF.containsKey(code) ? code : NONE;
  }

  /// The number that a source sent as an amount, be it a number or the text of one; `null` when it
  /// is none, or too large. What is smaller than a billionth is rounded away: sums made in a
  /// browser end like 0.30000000000000004.
  static @Nullable BigDecimal amount(Value value) {
    return switch (value) {
      case Value.Decimal(var number) -> bounded(number);
      case Value.Text(var text) -> text.length() > LONGEST_TEXT ? null : parsed(text.strip());
      case Value.Truth _, Value.Time _, Value.Items _, Value.Fields _, Value.Nothing _ -> null;
    };
  }

  /// The number in its one form; `null` when it is too large.
  static @Nullable BigDecimal bounded(BigDecimal number) {
    if (number.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // Digits before the point, or how many zeros follow it when negative: the cheap way to keep
    // exponents of a billion from being written out.
    var magnitude = (long) number.precision() - number.scale();
    if (magnitude > DIGITS) {
      return null;
    }
    if (magnitude < -PLACES) {
      return BigDecimal.ZERO;
    }
    var rounded =
        number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_EVEN) : number;
    if (rounded.signum() == 0) {
      return BigDecimal.ZERO;
    }
    var stripped = rounded.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static @Nullable BigDecimal parsed(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && !(c == '-' && i == 0)) {
        return null;
      }
    }
    try {
      return bounded(new BigDecimal(text));
    } catch (NumberFormatException _) {
      return null; // no digit, or two points
    }
  }
}
