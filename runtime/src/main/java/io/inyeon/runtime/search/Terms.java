package io.inyeon.runtime.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What one person is indexed by.
///
/// @param terms each once, in a fixed order
record Terms(Set<Term> terms) {
  /// A term of a field; of the fields of parts, a text that is cut into pieces of three.
  record Term(Field field, String text) {}

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 120;
  private static final int TAIL = 8;

  static Terms of(List<Searchable.Fact> facts, Words words) {
    var terms = new Terms(new LinkedHashSet<>());
    for (var fact : facts) {
      var folded = Fold.text(fact.value());
      switch (fact.kind()) {
        case NAME -> terms.name(folded);
        case MAIL -> terms.mail(folded);
        case PHONE -> terms.phone(fact.value());
        case ID -> terms.id(folded);
        case TEXT -> terms.text(folded, words);
      }
    }
    return terms;
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  private void add(Field field, String text) {
    if (!text.isEmpty() && text.length() <= LONGEST) {
      terms.add(new Term(field, text));
    }
  }

  private void name(String folded) {
    var whole = Fold.compact(folded);
    var plain = Words.plain(folded);
    add(Field.NAME, Hangul.letters(whole));
    plain.forEach(word -> add(Field.NAME, Hangul.letters(word)));
    if (Hangul.syllables(whole)) {
      korean(whole);
    } else if (Fold.latin(folded)) {
      latin(plain);
    } else {
      plain.stream().filter(Hangul::syllables).forEach(this::korean);
    }
  }

  private void korean(String name) {
    add(Field.INITIALS, Hangul.initials(name));
    if (name.length() > 2) {
      // With a family name of two syllables both ends are somebody's given name.
      for (var cut = 1; cut <= Romanisation.family(name); cut++) {
        var given = name.substring(cut);
        add(Field.NAME, Hangul.letters(given));
        add(Field.INITIALS, Hangul.initials(given));
      }
    }
    Romanisation.keys(name, true).forEach(key -> add(Field.NEAR, key));
    Romanisation.keys(name, false).forEach(key -> add(Field.FAR, key));
    if (name.length() > 2) {
      var given = name.substring(Romanisation.family(name));
      add(Field.NEAR, Romanisation.key(Romanisation.written(given), true));
      add(Field.FAR, Romanisation.key(Romanisation.written(given), false));
    }
  }

  private void latin(List<String> words) {
    words.forEach(word -> add(Field.LATIN, Romanisation.key(word, false)));
    if (words.size() > 1) {
      add(Field.LATIN, Romanisation.key(String.join("", words), false));
      // Family names stand first or last.
      add(
          Field.LATIN,
          Romanisation.key(
              words.getLast() + String.join("", words.subList(0, words.size() - 1)), false));
      add(Field.NAME, words.getLast() + String.join("", words.subList(0, words.size() - 1)));
    }
  }

  private void mail(String folded) {
    add(Field.MAIL, folded);
    var at = folded.indexOf('@');
    var local = at < 0 ? folded : folded.substring(0, at);
    add(Field.MAIL, local);
    for (var word : NO_LETTERS.split(local, -1)) {
      add(Field.MAIL, word);
    }
    add(Field.MAIL_PART, at < 0 ? local : local + "@");
    if (at >= 0) {
      add(Field.MAIL, folded.substring(at + 1));
    }
  }

  private void phone(String written) {
    var digits = atHome(written);
    add(Field.PHONE, digits);
    add(Field.PHONE_PART, digits);
    if (digits.length() > TAIL) {
      add(Field.PHONE, digits.substring(digits.length() - TAIL));
    }
    if (digits.length() > TAIL / 2) {
      add(Field.PHONE, digits.substring(digits.length() - TAIL / 2));
    }
  }

  /// A number as it is dialled in its own country, roughly: the Korean one loses its country code,
  /// others keep theirs.
  static String atHome(String written) {
    var digits = Fold.digits(Fold.text(written));
    return written.strip().startsWith("+82") ? "0" + digits.substring(2) : digits;
  }

  private void id(String folded) {
    add(Field.ID, Fold.compact(folded));
  }

  private void text(String folded, Words words) {
    Words.plain(folded).forEach(word -> add(Field.TEXT, Hangul.letters(word)));
    words.parts(folded).forEach(word -> add(Field.TEXT, Hangul.letters(word)));
    add(Field.TEXT, Hangul.letters(Fold.compact(folded)));
  }
}
