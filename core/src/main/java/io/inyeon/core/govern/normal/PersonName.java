package io.inyeon.core.govern.normal;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A person's name in one form: `김 민준 님` and `김민준` are `김민준`; `WALKER, emma` and `Emma Walker` are
/// `Emma Walker`.
public final class PersonName {
  private static final int LONGEST = 200;
  private static final Set<String> HONORIFICS = Set.of("님", "씨", "귀하", "고객님");
  private static final Set<String> TITLES =
      Set.of("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.");

  private PersonName() {}

  /// In one form; `null` for what is no name.
  public static @Nullable String of(String written) {
    if (written.length() > LONGEST) {
      return null;
    }
    var plain = Plain.of(written);
    if (plain.isEmpty() || !plain.codePoints().anyMatch(Character::isLetter)) {
      return null;
    }
    var korean = korean(plain);
    return korean == null ? other(plain) : korean;
  }

  private static @Nullable String korean(String plain) {
    var name = plain;
    for (var honorific : HONORIFICS) {
      if (plain.endsWith(" " + honorific)) {
        name = plain.substring(0, plain.length() - honorific.length() - 1);
      }
    }
    // Written on to the name only where a whole name is left: 예님 may be somebody's.
    if (name.endsWith("님") && name.replace(" ", "").length() >= 4) {
      name = name.substring(0, name.length() - 1);
    }
    var bare = name.replace(" ", "");
    return Plain.hangul(bare) && bare.length() <= 6 ? bare : null;
  }

  private static @Nullable String other(String plain) {
    var comma = plain.indexOf(',');
    if (comma >= 0 && plain.indexOf(',', comma + 1) >= 0) {
      return null;
    }
    var turned =
        comma < 0 ? plain : Plain.of(plain.substring(comma + 1) + " " + plain.substring(0, comma));
    var words = turned.split(" ", -1);
    var name = new StringBuilder();
    for (var i = 0; i < words.length; i++) {
      if (i == 0 && words.length > 1 && TITLES.contains(words[0].toLowerCase(Locale.ROOT))) {
        continue;
      }
      name.append(name.isEmpty() ? "" : " ").append(word(words[i]));
    }
    var text = name.toString();
    return text.isBlank() ? null : text;
  }

  /// Of a word that is all of one case only the first letters are large; others are written so on
  /// purpose: McDonald, van.
  private static String word(String word) {
    var lower = word.toLowerCase(Locale.ROOT);
    var upper = word.toUpperCase(Locale.ROOT);
    if (!(word.equals(upper) && word.length() > 2) || word.equals(lower)) {
      return word;
    }
    var made = new StringBuilder();
    var first = true;
    for (var i = 0; i < lower.length(); i++) {
      var c = lower.charAt(i);
      made.append(first ? Character.toUpperCase(c) : c);
      first = c == '-' || c == '\'';
    }
    return made.toString();
  }
}
