package io.inyeon.core.segment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Numbers as conditions know them: decimals with 9 places and at most 38 digits in all, SQL's
/// `DECIMAL(38,9)`. Never binary floating point.
public final class Decimals9 {
  /// Places after the point.
  public static final int PLACES = 9;

  private static final int DIGITS = 38;

  private Decimals9() {}

  /// The number rounded half-even to 9 places; `null` when it is too large.
  public static @Nullable BigDecimal rounded(BigDecimal number) {
    // A huge exponent must cost nothing: what is this large or this small is known without digits.
    var magnitude = (long) number.precision() - number.scale();
    if (number.signum() != 0 && magnitude > DIGITS - PLACES) {
      return null;
    }
    if (number.signum() == 0 || magnitude < -PLACES) {
      return BigDecimal.ZERO.setScale(PLACES);
    }
    return inRange(number.setScale(PLACES, RoundingMode.HALF_EVEN));
  }

  /// The number itself; `null` when it is too large. For sums of numbers with 9 places.
  static @Nullable BigDecimal inRange(BigDecimal scaled) {
    return scaled.precision() > DIGITS ? null : scaled;
  }

  /// The number with 9 places.
  ///
  /// @throws IllegalArgumentException when it has more, or is too large
  public static BigDecimal exact(BigDecimal number) {
    var rounded = rounded(number);
    if (rounded == null || rounded.compareTo(number) != 0) {
      throw new IllegalArgumentException("more than 9 places, or too large");
    }
    return rounded;
  }

  /// As people write it: without zeros at the end.
  public static BigDecimal plain(BigDecimal number) {
    var stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
