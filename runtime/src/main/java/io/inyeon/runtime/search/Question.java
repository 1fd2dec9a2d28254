package io.inyeon.runtime.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/// What somebody typed, as words, and what it asks of the index.
///
/// Nothing that was typed is an operator. Every word must be found somewhere; a word's score is
/// that of the best way in which it is found: whole before beginning, beginning before part, and
/// alike at last. Scores do not depend on who else is indexed, so pages keep their order.
///
/// @param words folded; at most [#MOST_WORDS]
record Question(List<String> words) {
  static final int PIECE = 3;
  static final int LONGEST = 500;
  static final int MOST_WORDS = 12;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int LONGEST_WORD = 100;

  /// Of no effect with a rewrite that takes all terms.
  private static final int MOST_ALIKE = 50;

  Question {
    words = List.copyOf(words);
  }

  /// Reads what was typed; words in excess are left out, so the caller checks them before.
  static Question of(String typed) {
    var words = new ArrayList<String>();
    for (var word : joined(SPACES.split(Fold.text(typed), -1))) {
      if (!Fold.compact(word).isEmpty() && words.size() < MOST_WORDS) {
        words.add(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
      }
    }
    return new Question(words);
  }

  /// Digits beside digits are one number: `010 1234 5678`.
  private static List<String> joined(String[] words) {
    var joined = new ArrayList<String>();
    var numberBefore = false;
    for (var word : words) {
      var number = isNumber(word);
      if (number && numberBefore) {
        joined.add(joined.removeLast() + word);
      } else {
        joined.add(word);
      }
      numberBefore = number;
    }
    return joined;
  }

  /// Whether a word is written as phone numbers are.
  static boolean isNumber(String word) {
    return !word.isEmpty()
        && !Fold.digits(word).isEmpty()
        && word.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-().".indexOf(c) >= 0);
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /// The query for the index.
  Query query(Words language) {
    if (words.isEmpty()) {
      return MatchNoDocsQuery.INSTANCE;
    }
    var each = new BooleanQuery.Builder();
    words.forEach(word -> each.add(word(word, language), Occur.MUST));
    if (words.size() == 1) {
      return each.build();
    }
    var whole = new ArrayList<Query>();
    name(whole, String.join("", words), 1.5f * words.size());
    text(whole, String.join("", words), language, 1.5f * words.size());
    whole.add(each.build());
    return new DisjunctionMaxQuery(whole, 0);
  }

  private static Query word(String word, Words language) {
    var ways = new ArrayList<Query>();
    name(ways, word, 1);
    mail(ways, word);
    number(ways, word);
    var compact = Fold.compact(word);
    exact(ways, Field.ID, compact, 12);
    begins(ways, Field.ID, compact, 3, 4);
    alike(ways, Field.ID, compact, 6, 2, 2);
    text(ways, word, language, 1);
    return ways.isEmpty() ? MatchNoDocsQuery.INSTANCE : new DisjunctionMaxQuery(ways, 0);
  }

  private static void name(List<Query> ways, String word, float weight) {
    var compact = Fold.compact(word);
    var letters = Hangul.letters(compact);
    exact(ways, Field.NAME, letters, 10 * weight);
    begins(ways, Field.NAME, letters, 2, 6 * weight);
    alike(ways, Field.NAME, letters, 5, 0, 3 * weight);
    var initials = Hangul.initials(compact);
    if (Hangul.consonants(compact)) {
      exact(ways, Field.INITIALS, initials, 8 * weight);
      begins(ways, Field.INITIALS, initials, 1, 5 * weight);
    } else if (!initials.isEmpty() && !Hangul.syllables(compact)) {
      var both = new BooleanQuery.Builder();
      both.add(new PrefixQuery(new Term(Field.INITIALS.key, initials)), Occur.FILTER);
      both.add(new RegexpQuery(new Term(Field.NAME.key, Hangul.pattern(compact))), Occur.FILTER);
      ways.add(scored(both.build(), 6 * weight));
    }
    if (compact.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      romanised(ways, compact, weight);
    } else if (Hangul.syllables(compact)) {
      Romanisation.wholes(compact).forEach(key -> exact(ways, Field.LATIN, key, 4 * weight));
    }
  }

  private static void romanised(List<Query> ways, String latin, float weight) {
    exact(ways, Field.NEAR, Romanisation.key(latin, true), 7 * weight);
    var far = Romanisation.key(latin, false);
    exact(ways, Field.FAR, far, 5 * weight);
    exact(ways, Field.LATIN, far, 5 * weight);
    begins(ways, Field.FAR, far, 3, 2.5f * weight);
    begins(ways, Field.LATIN, far, 3, 2.5f * weight);
    alike(ways, Field.FAR, far, 6, 0, 2 * weight);
  }

  private static void mail(List<Query> ways, String word) {
    exact(ways, Field.MAIL, word, 11);
    begins(ways, Field.MAIL, word, 3, 5);
    var at = word.indexOf('@');
    var local = at < 0 ? word : word.substring(0, at + 1);
    var part = phrase(Field.MAIL_PART, local);
    if (part != null) {
      if (at >= 0 && at + 1 < word.length()) {
        var both = new BooleanQuery.Builder();
        both.add(part, Occur.FILTER);
        both.add(new PrefixQuery(new Term(Field.MAIL.key, word.substring(at + 1))), Occur.FILTER);
        ways.add(scored(both.build(), 5));
      } else {
        ways.add(scored(part, 3.5f));
      }
    }
    if (at == 0) {
      begins(ways, Field.MAIL, word.substring(1), 1, 3);
    }
    alike(ways, Field.MAIL, word, 6, 1, 2.5f);
  }

  private static void number(List<Query> ways, String word) {
    if (!isNumber(word)) {
      return;
    }
    var digits = Terms.atHome(word);
    exact(ways, Field.PHONE, digits, digits.length() > 8 ? 12 : 9);
    var part = phrase(Field.PHONE_PART, digits);
    if (part != null) {
      ways.add(scored(part, 6));
    }
    alike(ways, Field.PHONE, digits, 8, 0, 3);
  }

  private static void text(List<Query> ways, String word, Words language, float weight) {
    var letters = Hangul.letters(Fold.compact(word));
    exact(ways, Field.TEXT, letters, 4 * weight);
    begins(ways, Field.TEXT, letters, 3, 3 * weight);
    alike(ways, Field.TEXT, letters, 5, 1, 1.5f * weight);
    var parts = language.parts(word);
    if (parts.size() > 1) {
      var all = new BooleanQuery.Builder();
      parts.stream()
          .limit(MOST_WORDS)
          .forEach(part ->
              all.add(new TermQuery(new Term(Field.TEXT.key, Hangul.letters(part))), Occur.FILTER));
      ways.add(scored(all.build(), 2.5f * weight));
    }
  }

  private static void exact(List<Query> ways, Field field, String term, float score) {
    if (!term.isEmpty()) {
      ways.add(scored(new TermQuery(new Term(field.key, term)), score));
    }
  }

  private static void begins(
      List<Query> ways, Field field, String term, int shortest, float score) {
    if (term.length() >= shortest) {
      ways.add(scored(new PrefixQuery(new Term(field.key, term)), score));
    }
  }

  /// One letter wrong, missing, too many, or two in each other's place.
  private static void alike(
      List<Query> ways, Field field, String term, int shortest, int same, float score) {
    if (term.length() >= shortest) {
      ways.add(
          scored(
              new FuzzyQuery(
                  new Term(field.key, term),
                  1,
                  same,
                  MOST_ALIKE,
                  true,
                  MultiTermQuery.CONSTANT_SCORE_REWRITE),
              score));
    }
  }

  private static @Nullable Query phrase(Field field, String text) {
    var letters = text.codePoints().toArray();
    if (letters.length < PIECE) {
      return null;
    }
    var phrase = new PhraseQuery.Builder();
    for (var i = 0; i + PIECE <= letters.length; i++) {
      phrase.add(new Term(field.key, new String(letters, i, PIECE)), i);
    }
    return phrase.build();
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }
}
