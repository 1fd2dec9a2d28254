package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Values made into another type.
final class Casts {
  static final Set<String> TYPES = Set.of("text", "number", "integer", "truth", "date_time");

  private static final int LONGEST_NUMBER = 100;
  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "on", "예", "네");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "off", "아니오", "아니요");

  private Casts() {}

  /// The value in the type; `null` when it cannot be said in it.
  static @Nullable Value to(String type, Value value) {
    return switch (type) {
      case "text" -> text(value);
      case "number" -> number(value);
      case "integer" ->
          number(value) instanceof Value.Decimal whole
                  && whole.value().stripTrailingZeros().scale() <= 0
              ? whole
              : null;
      case "truth" -> truth(value);
      default -> time(value);
    };
  }

  static @Nullable Value text(Value value) {
    return switch (value) {
      case Value.Text _ -> value;
      case Value.Decimal(var number) ->
          Math.abs((long) number.scale()) > LONGEST_NUMBER
              ? null
              : new Value.Text(number.toPlainString());
      case Value.Truth(var truth) -> new Value.Text(String.valueOf(truth));
      case Value.Time(var time) -> new Value.Text(time.toString());
      case Value.Items _, Value.Fields _, Value.Nothing _ -> null;
    };
  }

  /// Groups of thousands and a currency's sign or name around the digits are left out.
  private static @Nullable Value number(Value value) {
    if (value instanceof Value.Decimal) {
      return value;
    }
    if (!(value instanceof Value.Text(var text)) || text.length() > LONGEST_NUMBER) {
      return value instanceof Value.Truth(var truth)
          ? new Value.Decimal(truth ? BigDecimal.ONE : BigDecimal.ZERO)
          : null;
    }
    var digits = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+') {
        digits.append(c);
      } else if (!(c == ',' || c == '₩' || c == '원' || c == '$' || c == '€' || c == '¥')
          && !Character.isWhitespace(c)) {
        return null;
      }
    }
    try {
      return new Value.Decimal(new BigDecimal(digits.toString()));
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static @Nullable Value truth(Value value) {
    if (value instanceof Value.Truth) {
      return value;
    }
    var text = text(value) instanceof Value.Text(var written) ? written.strip() : "";
    var word = text.toLowerCase(Locale.ROOT);
    return YES.contains(word)
        ? new Value.Truth(true)
        : NO.contains(word) ? new Value.Truth(false) : null;
  }

  private static @Nullable Value time(Value value) {
    var text = text(value) instanceof Value.Text(var written) ? written : "";
    var millis = Timestamps.read(text);
    return millis == Timestamps.UNREADABLE
        ? null
        : new Value.Text(Instant.ofEpochMilli(millis).toString());
  }
}
