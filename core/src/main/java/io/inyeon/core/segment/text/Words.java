package io.inyeon.core.segment.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Words of one language with what they may mean, to be found in a text from any place in it.
///
/// Forms are compared as [Letters] makes them; a space beside a letter of Hangul may be left out.
final class Words {
  /// No word is longer; a name that is has to be put in quotes.
  static final int LONGEST = 64;

  private static final int MOST_SPACES = 4;

  /// What stands in the dictionary under a form.
  ///
  /// @param then what the same characters say besides, as the ending that melted into 산 does
  record Entry(Shape shape, Set<Meaning> meanings, @Nullable Word then) {}

  private static final class Branch {
    final Map<Character, Branch> next = new HashMap<>();
    final List<Entry> entries = new ArrayList<>(1);
  }

  private final Branch root = new Branch();
  private final Map<String, List<Entry>> forms = new LinkedHashMap<>();

  /// Adds a meaning of a word.
  void add(String word, Shape shape, Meaning meaning, @Nullable Word then) {
    var form = Letters.form(word);
    if (form.isEmpty() || form.length() > LONGEST) {
      return;
    }
    for (var variant : variants(form)) {
      var branch = root;
      for (var i = 0; i < variant.length(); i++) {
        branch = branch.next.computeIfAbsent(variant.charAt(i), c -> new Branch());
      }
      add(branch.entries, shape, meaning, then);
      forms.put(variant, branch.entries);
    }
  }

  private static void add(List<Entry> entries, Shape shape, Meaning meaning, @Nullable Word then) {
    for (var entry : entries) {
      if (entry.shape == shape && entry.then == then) {
        entry.meanings.add(meaning);
        return;
      }
    }
    var meanings = new LinkedHashSet<Meaning>();
    meanings.add(meaning);
    entries.add(new Entry(shape, meanings, then));
  }

  /// The form with each of its spaces left out or not, where one may be.
  private static Set<String> variants(String form) {
    var variants = new LinkedHashSet<String>();
    variants.add(form);
    var spaces = 0;
    for (var i = form.length() - 2; i > 0; i--) {
      if (form.charAt(i) == ' '
          && (Letters.hangul(form.charAt(i - 1)) || Letters.hangul(form.charAt(i + 1)))
          && spaces++ < MOST_SPACES) {
        for (var variant : List.copyOf(variants)) {
          // From the end forwards, so that the places before it are still where they were.
          variants.add(variant.substring(0, i) + variant.substring(i + 1));
        }
      }
    }
    return variants;
  }

  /// Takes what begins at a place: where it ends, and what it is.
  interface Finds {
    void found(int end, List<Entry> entries);
  }

  /// Finds all words that begin at a place.
  void at(String text, int from, Finds finds) {
    var branch = root;
    for (var i = from; i < text.length(); i++) {
      var next = branch.next.get(text.charAt(i));
      if (next == null) {
        return;
      }
      branch = next;
      if (!branch.entries.isEmpty()) {
        finds.found(i + 1, branch.entries);
      }
    }
  }

  /// What stands under a form; empty for nothing.
  List<Entry> of(String form) {
    return forms.getOrDefault(form, List.of());
  }

  /// All forms, in the order in which they came.
  Set<String> forms() {
    return forms.keySet();
  }
}
