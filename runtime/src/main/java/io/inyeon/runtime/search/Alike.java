package io.inyeon.runtime.search;

/// Whether two words are one typo apart: a letter wrong, missing or too many, or two in each
/// other's place (Damerau 1964).
final class Alike {
  private Alike() {}

  static boolean within1(String a, String b) {
    if (a.length() > b.length()) {
      return within1(b, a);
    }
    if (b.length() - a.length() > 1) {
      return false;
    }
    var same = 0;
    while (same < a.length() && a.charAt(same) == b.charAt(same)) {
      same++;
    }
    if (b.length() > a.length()) {
      return a.regionMatches(same, b, same + 1, a.length() - same);
    }
    if (same >= a.length() - 1) {
      return true;
    }
    return a.regionMatches(same + 1, b, same + 1, a.length() - same - 1)
        || (a.charAt(same) == b.charAt(same + 1)
            && a.charAt(same + 1) == b.charAt(same)
            && a.regionMatches(same + 2, b, same + 2, a.length() - same - 2));
  }
}
