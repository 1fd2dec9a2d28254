package io.inyeon.core.collect;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers where a name was expected: many sources number their customers.
final class Decimals {
  private static final int MAX_DIGITS = 512;

  private Decimals() {}

  /// The number's plain decimal text, so that `17850`, `17850.0` and `1.785e4` are one name; `null`
  /// when it is too long to be one. An exponent cannot make it cost more than its own size.
  static @Nullable String plain(BigDecimal number) {
    // Bits before digits: counting the digits of a huge number is slow.
    if (Math.abs((long) number.scale()) > MAX_DIGITS
        || number.unscaledValue().bitLength() > 4 * MAX_DIGITS) {
      return null;
    }
    return number.scale() == 0 ? number.toString() : number.stripTrailingZeros().toPlainString();
  }
}
