package io.inyeon.core.segment.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Regular forms of English nouns and verbs. The first word of several bends: signs up.
final class Inflection {
  private Inflection() {}

  static String plural(String noun) {
    return s(noun);
  }

  /// A noun in its other number, *bag* of *bags* and *bags* of *bag*; the word itself when it is
  /// not of plain letters or has no such form.
  static String otherNumber(String noun) {
    if (noun.length() < 3 || !noun.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return noun;
    }
    for (var end : List.of("ies", "es", "s")) {
      var one =
          noun.endsWith(end)
              ? noun.substring(0, noun.length() - end.length()) + (end.equals("ies") ? "y" : "")
              : "";
      if (one.length() > 2 && s(one).equals(noun)) {
        return one;
      }
    }
    return noun.endsWith("s") ? noun : s(noun);
  }

  static String third(String verb) {
    return first(verb, s(head(verb)));
  }

  static String past(String verb) {
    var head = head(verb);
    return first(
        verb,
        head.endsWith("e")
            ? head + "d"
            : endsInY(head) ? head.substring(0, head.length() - 1) + "ied" : head + "ed");
  }

  static String gerund(String verb) {
    var head = head(verb);
    var doubled =
        head.length() == 3 && "tpnmg".indexOf(head.charAt(2)) >= 0 && vowel(head.charAt(1));
    return first(
        verb,
        head.endsWith("e") && !head.endsWith("ee")
            ? head.substring(0, head.length() - 1) + "ing"
            : doubled || head.equals("submit")
                ? head + head.charAt(head.length() - 1) + "ing"
                : head + "ing");
  }

  /// What a word may be a past form of; the word itself when it does not look like one.
  static Set<String> bases(String word) {
    var bases = new LinkedHashSet<String>();
    if (word.endsWith("ied") && word.length() > 4) {
      bases.add(word.substring(0, word.length() - 3) + "y");
    } else if (word.endsWith("ed") && word.length() > 4) {
      bases.add(word.substring(0, word.length() - 2));
      bases.add(word.substring(0, word.length() - 1));
    } else {
      bases.add(word);
    }
    return bases;
  }

  private static String s(String word) {
    if (word.endsWith("s") || word.endsWith("x") || word.endsWith("ch") || word.endsWith("sh")) {
      return word + "es";
    }
    return endsInY(word) ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }

  private static boolean endsInY(String word) {
    return word.endsWith("y") && word.length() > 1 && !vowel(word.charAt(word.length() - 2));
  }

  private static boolean vowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private static String head(String verb) {
    var space = verb.indexOf(' ');
    return space < 0 ? verb : verb.substring(0, space);
  }

  private static String first(String verb, String form) {
    return form + verb.substring(head(verb).length());
  }
}
