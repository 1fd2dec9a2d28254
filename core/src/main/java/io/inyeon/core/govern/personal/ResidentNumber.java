package io.inyeon.core.govern.personal;

/// Whether thirteen digits are a Korean resident registration number (주민등록번호), or that of a
/// foreigner (외국인등록번호): date of birth, century and sex, and, of those issued before October 2020, a
/// check digit (주민등록법 시행규칙 제2조; since then the last six are drawn by chance).
final class ResidentNumber {
  static final int DIGITS = 13;

  private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /// Younger and older people than these are in no customer's file.
  private static final int OLDEST = 1920;

  private static final int YOUNGEST = 2039;

  private ResidentNumber() {}

  /// Whether a person may have been born on the day that it says.
  static boolean dated(byte[] digits, int from) {
    var sex = digits[from + 6];
    if (sex == 0 || sex == 9) {
      return false;
    }
    var year =
        (sex == 1 || sex == 2 || sex == 5 || sex == 6 ? 1900 : 2000)
            + 10 * digits[from]
            + digits[from + 1];
    var month = 10 * digits[from + 2] + digits[from + 3];
    var day = 10 * digits[from + 4] + digits[from + 5];
    return year >= OLDEST
        && year <= YOUNGEST
        && month >= 1
        && month <= 12
        && day >= 1
        && day <= DAYS[month - 1]
        && (month != 2 || day < 29 || year % 4 == 0);
  }

  /// Whether it would be somebody's who is a hundred years old or more.
  static boolean veryOld(byte[] digits, int from) {
    var sex = digits[from + 6];
    return (sex == 1 || sex == 2 || sex == 5 || sex == 6)
        && 10 * digits[from] + digits[from + 1] < 27;
  }

  /// Whether the check digit is right.
  static boolean checked(byte[] digits, int from) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * digits[from + i];
    }
    var own = (11 - sum % 11) % 10;
    var foreigner = digits[from + 6] >= 5;
    return digits[from + 12] == (foreigner ? (own + 2) % 10 : own);
  }

  /// Whether the digits are a company's number (법인등록번호), which has the same form: the kind of
  /// company in the place of the day, and a check digit of its own (상업등기규칙 제2조).
  static boolean company(byte[] digits, int from) {
    var kind = 10 * digits[from + 4] + digits[from + 5];
    if (kind < 11 || (kind > 15 && kind != 21 && kind != 22)) {
      return false;
    }
    var sum = 0;
    for (var i = 0; i < 12; i++) {
      sum += (i % 2 + 1) * digits[from + i];
    }
    return (10 - sum % 10) % 10 == digits[from + 12];
  }

  /// Whether the digits are an article's number (GTIN-13) of Korea, which begins with 880.
  static boolean article(byte[] digits, int from) {
    if (digits[from] != 8 || digits[from + 1] != 8 || digits[from + 2] != 0) {
      return false;
    }
    var sum = 0;
    for (var i = 0; i < DIGITS; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * digits[from + i];
    }
    return sum % 10 == 0;
  }

  /// Whether the digits may as well be milliseconds since 1970, of a time between 2017 and 2033.
  static boolean perhapsTime(byte[] digits, int from) {
    return digits[from] == 1 && digits[from + 1] >= 5;
  }
}
