package io.inyeon.runtime.search;

import java.util.LinkedHashSet;
import java.util.Set;

/// Korean names in the Latin alphabet: by the Revised Romanization of 2000, and as people really
/// spell themselves (Kim, Lee, Park, Choi, Young-soo).
///
/// Spellings are compared by a key: letters that stand for the same sound in some usual spelling
/// are one. The *near* key keeps the vowels of the Revised Romanization apart, the *far* key does
/// not, since `u` is written for ㅓ, ㅜ and ㅡ alike.
final class Romanisation {
  private static final String[] INITIAL = {
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p",
    "h"
  };
  private static final String[] VOWEL = {
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we",
    "wi", "yu", "eu", "ui", "i"
  };
  private static final String[] FINAL = {
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p",
    "t", "t", "ng", "t", "t", "k", "t", "p", "t"
  };
  private static final int EO = 4;
  private static final int YEO = 6;
  private static final int EU = 18;

  /// Family names that begin with a sound which falls away in the south, and is written by many:
  /// Lee, Lim, Ryu, Roh.
  private static final String OLD_L = "이임유노나양여용연염육류림라로량려룡련";

  private static final Set<String> LONG_FAMILY_NAMES =
      Set.of("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방");

  /// Sounds of vowels: how they are written, longest first, their near and their far key.
  private static final String[][] SOUNDS = {
    {"yeou", "yO", "yU"},
    {"yeo", "yO", "yU"},
    {"you", "yO", "yU"},
    {"yoo", "yU", "yU"},
    {"yae", "E", "E"},
    {"yi", "I", "I"},
    {"yee", "I", "I"},
    {"yu", "yU", "yU"},
    {"yo", "yo", "yU"},
    {"ye", "E", "E"},
    {"ya", "yA", "yA"},
    {"woo", "U", "U"},
    {"weo", "wO", "wU"},
    {"wae", "wE", "wE"},
    {"woe", "wE", "wE"},
    {"wei", "wE", "wE"},
    {"wee", "wI", "wI"},
    {"wu", "U", "U"},
    {"wa", "wA", "wA"},
    {"wo", "wO", "wU"},
    {"we", "wE", "wE"},
    {"wi", "wI", "wI"},
    {"eui", "I", "I"},
    {"oei", "wE", "wE"},
    {"oe", "wE", "wE"},
    {"oi", "wE", "wE"},
    {"oa", "wA", "wA"},
    {"eo", "O", "U"},
    {"eu", "W", "U"},
    {"oo", "U", "U"},
    {"ou", "O", "U"},
    {"ui", "I", "I"},
    {"ee", "I", "I"},
    {"ie", "I", "I"},
    {"ae", "E", "E"},
    {"ai", "E", "E"},
    {"ei", "E", "E"},
    {"ea", "E", "E"},
    {"ay", "E", "E"},
    {"ey", "E", "E"},
    {"oy", "wE", "wE"},
    {"uy", "I", "I"},
    {"a", "A", "A"},
    {"e", "E", "E"},
    {"i", "I", "I"},
    {"o", "o", "U"},
    {"u", "U", "U"},
    {"y", "I", "I"},
    {"w", "", ""}
  };

  private Romanisation() {}

  /// How many of a Korean name's syllables are the family name.
  static int family(String name) {
    return name.length() > 2 && LONG_FAMILY_NAMES.contains(name.substring(0, 2)) ? 2 : 1;
  }

  /// The keys of a name in Korean syllables: of the whole in both orders, of the given name and of
  /// the family name.
  ///
  /// @param near whether vowels are kept apart
  static Set<String> keys(String name, boolean near) {
    var keys = new LinkedHashSet<String>();
    if (name.length() < 2) {
      families(name, false).forEach(alone -> keys.add(key(alone, near)));
      return keys;
    }
    var family = name.substring(0, family(name));
    var given = name.substring(family.length());
    for (var usual = 0; usual < (near ? 2 : 1); usual++) {
      var first = written(given, usual == 1);
      keys.add(key(first, near));
      for (var last : families(family, usual == 1)) {
        keys.add(key(last + first, near));
        keys.add(key(first + last, near));
        keys.add(key(last, near));
      }
    }
    keys.remove("");
    return keys;
  }

  /// The far keys by which a name in Korean syllables may be written as a whole, in both orders; of
  /// a given name, too.
  static Set<String> wholes(String name) {
    var keys = new LinkedHashSet<String>();
    keys.add(key(written(name, false), false));
    if (name.length() > 2) {
      var family = name.substring(0, family(name));
      var first = written(name.substring(family.length()), false);
      for (var last : families(family, false)) {
        keys.add(key(last + first, false));
        keys.add(key(first + last, false));
      }
    }
    return keys;
  }

  private static Set<String> families(String family, boolean usual) {
    var written = new LinkedHashSet<String>();
    written.add(written(family, usual));
    if (OLD_L.contains(family)) {
      var sound = written(family, usual).replaceFirst("^[rn]", "");
      written.add("l" + sound);
      written.add(sound);
    }
    return written;
  }

  /// The whole of a name in Korean syllables by the Revised Romanization.
  static String written(String name) {
    return written(name, false);
  }

  /// A name in Korean syllables in Latin letters.
  ///
  /// @param usual as most people spell it: `u` for ㅓ and ㅕ before a consonant, and for ㅡ
  private static String written(String name, boolean usual) {
    var latin = new StringBuilder();
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      var last = Hangul.last(c);
      var vowel = Hangul.vowel(c);
      latin.append(INITIAL[Hangul.initial(c)]);
      if (usual && vowel == EO && last > 0) {
        latin.append('u');
      } else if (usual && vowel == YEO && last > 0) {
        latin.append("yu");
      } else if (usual && vowel == EU) {
        latin.append('u');
      } else {
        latin.append(VOWEL[vowel]);
      }
      latin.append(FINAL[last]);
    }
    return latin.toString();
  }

  /// The key of a spelling; whatever is no letter of the alphabet counts for nothing.
  static String key(String latin, boolean near) {
    var text = letters(latin);
    var key = new StringBuilder(text.length());
    var i = 0;
    while (i < text.length()) {
      var c = text.charAt(i);
      if (isVowel(c)) {
        i += vowels(text, i, key, near);
        continue;
      }
      var before = key.length();
      consonant(text, i, key);
      // A double consonant is the same as a single one.
      if (key.length() > 1
          && before < key.length()
          && key.charAt(before) == key.charAt(before - 1)) {
        key.setLength(before);
      }
      i++;
    }
    return key.toString();
  }

  private static String letters(String latin) {
    var letters = new StringBuilder(latin.length());
    for (var i = 0; i < latin.length(); i++) {
      var c = latin.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters
        .toString()
        .replace("wh", "hw")
        .replace("tch", "c")
        .replace("ch", "c")
        .replace("sh", "s")
        .replace("ph", "p")
        .replace("kh", "k")
        .replace("rh", "r")
        .replace("ck", "k")
        .replace("x", "ks");
  }

  private static boolean isVowel(char c) {
    return "aeiouwy".indexOf(c) >= 0;
  }

  /// Adds the next sound of a run of vowels, and says how long it is.
  private static int vowels(String text, int at, StringBuilder key, boolean near) {
    for (var sound : SOUNDS) {
      var end = at + sound[0].length();
      if (text.startsWith(sound[0], at)
          // In "hayoon" the y belongs to what follows.
          && !(sound[0].length() > 1
              && sound[0].endsWith("y")
              && end < text.length()
              && isVowel(text.charAt(end)))) {
        key.append(sound[near ? 1 : 2]);
        return sound[0].length();
      }
    }
    return 1;
  }

  private static void consonant(String text, int at, StringBuilder key) {
    var vowelNext = at + 1 < text.length() && isVowel(text.charAt(at + 1));
    switch (text.charAt(at)) {
      case 'g', 'q' -> key.append('k');
      case 'd' -> key.append('t');
      case 'b', 'f', 'v' -> key.append('p');
      case 'j', 'z' -> key.append('c');
      // "Park" and "Suhr" have none that is spoken.
      case 'r' -> key.append(vowelNext ? "l" : "");
      // Nor have "Ahn", "Oh" and "Huh".
      case 'h' -> key.append(vowelNext ? "h" : "");
      default -> key.append(text.charAt(at));
    }
  }
}
