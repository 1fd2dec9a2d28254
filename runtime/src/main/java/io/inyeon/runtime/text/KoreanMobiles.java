package io.inyeon.runtime.text;

import org.jspecify.annotations.Nullable;

/// Korean mobile numbers in their usual spellings, without asking the numbering plans: these are
/// most of a Korean shop's numbers, and a file of customers has a new one in each row.
///
/// Whatever it answers is what the plans answer, which a test keeps comparing.
final class KoreanMobiles {
  private static final String REGION = "KR";
  private static final String PREFIX = "+8210";
  private static final int DIGITS = 8;
  private static final int BEFORE_LAST = 4;

  private KoreanMobiles() {}

  /// `+821012345678` of `01012345678`, `010-1234-5678`, `010 1234 5678` and `010.1234.5678` in
  /// Korea, and of `+821012345678` anywhere; `null` for what is written in any other way.
  static @Nullable String e164(String written, String region) {
    if (written.startsWith(PREFIX)) {
      return written.length() == PREFIX.length() + DIGITS
              && digits(written, PREFIX.length(), DIGITS)
          ? written
          : null;
    }
    if (!region.equals(REGION) || !written.startsWith("010")) {
      return null;
    }
    if (written.length() == 3 + DIGITS) {
      return digits(written, 3, DIGITS) ? PREFIX + written.substring(3) : null;
    }
    if (written.length() != 3 + 1 + BEFORE_LAST + 1 + BEFORE_LAST) {
      return null;
    }
    var between = written.charAt(3);
    var last = 3 + 1 + BEFORE_LAST + 1;
    return (between == '-' || between == ' ' || between == '.')
            && written.charAt(last - 1) == between
            && digits(written, 3 + 1, BEFORE_LAST)
            && digits(written, last, BEFORE_LAST)
        ? PREFIX + written.substring(3 + 1, last - 1) + written.substring(last)
        : null;
  }

  private static boolean digits(String written, int from, int count) {
    for (var i = from; i < from + count; i++) {
      if (written.charAt(i) < '0' || written.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
