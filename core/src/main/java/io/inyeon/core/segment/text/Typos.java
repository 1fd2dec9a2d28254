package io.inyeon.core.segment.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the word that a misspelt one was meant to be: one letter too many, too few, another, or
/// two exchanged; in Hangul by its single letters (자모), so that 구메 is one from 구매.
///
/// All words are filed under themselves less one letter, so a look-up takes no longer with more
/// words (Garbe's symmetric deletion). Only when one word alone is so near, and none that is short:
/// a word of four letters is one letter from too many others.
final class Typos {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 40;

  private final Map<String, Set<String>> byLess = new HashMap<>();

  void add(String word) {
    var letters = letters(word);
    if (letters.length() < SHORTEST || letters.length() > LONGEST || word.indexOf(' ') >= 0) {
      return;
    }
    file(letters, word);
    for (var i = 0; i < letters.length(); i++) {
      file(less(letters, i), word);
    }
  }

  private void file(String letters, String word) {
    byLess.computeIfAbsent(letters, l -> new LinkedHashSet<>(1)).add(word);
  }

  /// The words that are as near as that; more than one when it cannot be told.
  Set<String> near(String misspelt) {
    var letters = letters(misspelt);
    var near = new LinkedHashSet<String>();
    if (letters.length() < SHORTEST || letters.length() > LONGEST) {
      return near;
    }
    collect(letters, letters, near);
    for (var i = 0; i < letters.length(); i++) {
      collect(less(letters, i), letters, near);
    }
    return near;
  }

  /// The only word that is so near; `null` for none and for several.
  @Nullable String correct(String misspelt) {
    var near = near(misspelt);
    return near.size() == 1 ? near.iterator().next() : null;
  }

  private void collect(String less, String letters, Set<String> to) {
    for (var word : byLess.getOrDefault(less, Set.of())) {
      var right = letters(word);
      if (right.charAt(0) == letters.charAt(0) && oneApart(right, letters)) {
        to.add(word);
      }
    }
  }

  private static boolean oneApart(String a, String b) {
    var from = 0;
    while (from < a.length() && from < b.length() && a.charAt(from) == b.charAt(from)) {
      from++;
    }
    var end = 0;
    while (end < a.length() - from
        && end < b.length() - from
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    var left = a.length() - from - end;
    var right = b.length() - from - end;
    return (left <= 1 && right <= 1)
        || (left == 2
            && right == 2
            && a.charAt(from) == b.charAt(from + 1)
            && a.charAt(from + 1) == b.charAt(from));
  }

  private static String less(String letters, int index) {
    return letters.substring(0, index) + letters.substring(index + 1);
  }

  private static String letters(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFD);
  }
}
