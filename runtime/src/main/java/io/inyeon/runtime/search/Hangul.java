package io.inyeon.runtime.search;

/// Korean syllables taken apart, as the keys of a keyboard make them (KS X 5002).
///
/// One wrong key is then one wrong letter, a half-typed syllable is the beginning of the whole one,
/// and the consonants that words begin with can be compared.
final class Hangul {
  private static final int FIRST = 0xAC00;
  private static final int LAST = 0xD7A3;
  private static final int VOWELS = 21;
  private static final int FINALS = 28;
  private static final String INITIAL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String[] VOWEL = {
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ",
    "ㅡ", "ㅡㅣ", "ㅣ"
  };
  private static final String[] FINAL = {
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ",
    "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"
  };

  private Hangul() {}

  /// Whether it is a whole syllable.
  static boolean isSyllable(int c) {
    return c >= FIRST && c <= LAST;
  }

  /// Whether it is a letter that stands alone, as in a half-typed syllable.
  static boolean isJamo(int c) {
    return c >= 0x3131 && c <= 0x3163;
  }

  /// Whether it is a consonant that stands alone.
  static boolean isConsonant(int c) {
    return c >= 0x3131 && c <= 0x314E;
  }

  /// Number of the initial consonant, of the vowel (0 to 20) and of the final one (0 for none) of a
  /// syllable.
  static int initial(int syllable) {
    return (syllable - FIRST) / (VOWELS * FINALS);
  }

  static int vowel(int syllable) {
    return (syllable - FIRST) / FINALS % VOWELS;
  }

  static int last(int syllable) {
    return (syllable - FIRST) % FINALS;
  }

  /// Letter by letter; whatever is not Korean stays.
  static String letters(String text) {
    var letters = new StringBuilder(text.length() * 3);
    text.codePoints()
        .forEach(c -> {
          if (isSyllable(c)) {
            letters.append(INITIAL.charAt(initial(c))).append(VOWEL[vowel(c)]);
            letters.append(FINAL[last(c)]);
          } else {
            letters.append(isJamo(c) ? apart(c) : Character.toString(c));
          }
        });
    return letters.toString();
  }

  /// A letter that takes several keys, e.g. `ㄳ`, which some keyboards make of `ㄱ` and `ㅅ`.
  private static String apart(int c) {
    return switch (c) {
      case 'ㄳ' -> "ㄱㅅ";
      case 'ㄵ' -> "ㄴㅈ";
      case 'ㄶ' -> "ㄴㅎ";
      case 'ㄺ' -> "ㄹㄱ";
      case 'ㄻ' -> "ㄹㅁ";
      case 'ㄼ' -> "ㄹㅂ";
      case 'ㄽ' -> "ㄹㅅ";
      case 'ㄾ' -> "ㄹㅌ";
      case 'ㄿ' -> "ㄹㅍ";
      case 'ㅀ' -> "ㄹㅎ";
      case 'ㅄ' -> "ㅂㅅ";
      case 'ㅘ' -> "ㅗㅏ";
      case 'ㅙ' -> "ㅗㅐ";
      case 'ㅚ' -> "ㅗㅣ";
      case 'ㅝ' -> "ㅜㅓ";
      case 'ㅞ' -> "ㅜㅔ";
      case 'ㅟ' -> "ㅜㅣ";
      case 'ㅢ' -> "ㅡㅣ";
      default -> Character.toString(c);
    };
  }

  /// The consonants that the syllables of a word begin with; of a consonant itself. Empty when the
  /// word has anything else in it.
  static String initials(String word) {
    var initials = new StringBuilder(word.length());
    for (var i = 0; i < word.length(); i++) {
      var c = word.charAt(i);
      if (isSyllable(c)) {
        initials.append(INITIAL.charAt(initial(c)));
      } else if (isConsonant(c)) {
        initials.append(apart(c));
      } else {
        return "";
      }
    }
    return initials.toString();
  }

  /// Whether it is written in whole syllables only.
  static boolean syllables(String word) {
    return !word.isEmpty() && word.codePoints().allMatch(Hangul::isSyllable);
  }

  /// Whether it is written in consonants only.
  static boolean consonants(String word) {
    return !word.isEmpty() && word.codePoints().allMatch(Hangul::isConsonant);
  }

  /// A regular expression of the letters of words whose beginning this is, where a consonant alone
  /// stands for any syllable that begins with it: `김ㅁ`.
  static String pattern(String word) {
    var pattern = new StringBuilder();
    word.codePoints()
        .forEach(c -> {
          if (isConsonant(c)) {
            for (var one : apart(c).toCharArray()) {
              pattern.append(one).append("[ㅏ-ㅣ]{1,2}[ㄱ-ㅎ]{0,2}");
            }
          } else {
            pattern.append(letters(Character.toString(c)));
          }
        });
    return pattern.append(".*").toString();
  }
}
