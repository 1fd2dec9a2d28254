package io.inyeon.core.govern.personal;

/// Whether digits are a payment card's number: the check digit of ISO/IEC 7812-1 annex B (Luhn),
/// and the beginnings under which the card schemes issue.
final class CardNumber {
  private CardNumber() {}

  /// Whether digits that stand together, without a gap, are one. Lengths under which machines
  /// number things as well (13, 17, 18 and 19 digits) are taken for none, but for UnionPay's.
  static boolean bare(byte[] digits, int from, int length) {
    var two = 10 * digits[from] + digits[from + 1];
    var four = 100 * two + 10 * digits[from + 2] + digits[from + 3];
    var issued =
        switch (length) {
          case 14 -> two == 36 || two == 38 || two == 39 || (four >= 3000 && four <= 3059);
          case 15 -> two == 34 || two == 37;
          case 16 ->
              digits[from] == 4
                  || (two >= 51 && two <= 55)
                  || (four >= 2221 && four <= 2720)
                  || four == 6011
                  || (four >= 6440 && four <= 6499)
                  || two == 65
                  || two == 62
                  || (four >= 3528 && four <= 3589)
                  || two == 94; // domestic cards of Korea
          case 17, 18, 19 -> two == 62;
          default -> false;
        };
    return issued && luhn(digits, from, length);
  }

  /// Whether digits that are written in a card's groups are one.
  static boolean grouped(byte[] digits, int from, int length) {
    var first = digits[from];
    return first != 0 && first != 1 && first != 7 && first != 8 && luhn(digits, from, length);
  }

  static boolean luhn(byte[] digits, int from, int length) {
    var sum = 0;
    var twice = false;
    var other = false;
    for (var i = from + length - 1; i >= from; i--) {
      var digit = digits[i];
      other |= digit != digits[from];
      sum += twice ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
      twice = !twice;
    }
    return other && sum % 10 == 0;
  }
}
