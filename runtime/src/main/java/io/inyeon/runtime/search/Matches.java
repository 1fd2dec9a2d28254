package io.inyeon.runtime.search;

import io.inyeon.core.unify.Listing;
import io.inyeon.runtime.http.Finding.Match;
import io.inyeon.runtime.http.Finding.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Says which facts about a person are why they were found, and where in them the words stand.
final class Matches {
  private static final int MOST_RANGES = 20;

  private final List<Searchable.Fact> facts;
  private final Map<Searchable.Fact, TreeSet<Range>> found = new LinkedHashMap<>();

  private Matches(List<Searchable.Fact> facts) {
    this.facts = facts;
  }

  /// Those of one person, in the order of the facts.
  static List<Match> of(Listing person, Question question) {
    var matches = new Matches(Searchable.facts(person.who()));
    for (var word : question.words()) {
      if (!matches.literal(word)) {
        matches.alike(word);
      }
    }
    if (matches.found.isEmpty() && question.words().size() > 1) {
      matches.alike(String.join("", question.words()));
    }
    var all = new ArrayList<Match>();
    for (var fact : matches.facts) {
      var ranges = matches.found.get(fact);
      if (ranges != null) {
        all.add(new Match(fact.name(), fact.value(), united(ranges)));
      }
    }
    return all;
  }

  /// Ranges that touch are one.
  private static List<Range> united(SortedSet<Range> ranges) {
    var united = new ArrayList<Range>();
    for (var range : ranges) {
      if (!united.isEmpty() && range.from() <= united.getLast().to()) {
        var last = united.removeLast();
        united.add(new Range(last.from(), Math.max(last.to(), range.to())));
      } else {
        united.add(range);
      }
    }
    return united;
  }

  private boolean literal(String word) {
    var any = false;
    for (var fact : facts) {
      var ranges = ranges(fact, word);
      if (!ranges.isEmpty()) {
        found.computeIfAbsent(fact, _ -> new TreeSet<>()).addAll(ranges);
        any = true;
      }
    }
    return any;
  }

  private static List<Range> ranges(Searchable.Fact fact, String word) {
    var folded = Fold.text(fact.value());
    if (folded.length() != fact.value().length()) {
      return List.of(); // places in the one are none in the other
    }
    if (fact.kind() == Searchable.Kind.PHONE) {
      return Question.isNumber(word) ? digits(folded, word) : List.of();
    }
    var ranges = new ArrayList<Range>();
    for (var at = folded.indexOf(word);
        at >= 0 && ranges.size() < MOST_RANGES;
        at = folded.indexOf(word, at + word.length())) {
      ranges.add(new Range(at, at + word.length()));
    }
    if (ranges.isEmpty()
        && word.codePoints().anyMatch(c -> Hangul.isSyllable(c) || Hangul.isJamo(c))) {
      korean(folded, word, ranges);
    }
    return ranges;
  }

  /// Where digits stand, whatever is between them.
  private static List<Range> digits(String folded, String word) {
    var places = new ArrayList<Integer>();
    for (var i = 0; i < folded.length(); i++) {
      if (Character.digit(folded.charAt(i), 10) >= 0) {
        places.add(i);
      }
    }
    var digits = Fold.digits(folded);
    var wanted = Terms.atHome(word);
    var at = digits.indexOf(wanted);
    if (at < 0 && wanted.startsWith("0") && folded.startsWith("+82")) {
      wanted = wanted.substring(1);
      at = digits.indexOf(wanted, 2);
    }
    return at < 0 || wanted.isEmpty()
        ? List.of()
        : List.of(new Range(places.get(at), places.get(at + wanted.length() - 1) + 1));
  }

  /// Half-typed syllables, and consonants for whole ones.
  private static void korean(String folded, String word, List<Range> ranges) {
    for (var at = 0; at < folded.length() && ranges.size() < MOST_RANGES; at++) {
      var end = Math.max(halfTyped(folded, at, word), initials(folded, at, word));
      if (end > at) {
        ranges.add(new Range(at, end));
        at = end - 1;
      }
    }
  }

  private static int halfTyped(String folded, int at, String word) {
    var wanted = Hangul.letters(word);
    var letters = new StringBuilder();
    var end = at;
    while (end < folded.length() && letters.length() < wanted.length()) {
      letters.append(Hangul.letters(folded.substring(end, end + 1)));
      end++;
    }
    return letters.toString().startsWith(wanted) ? end : -1;
  }

  private static int initials(String folded, int at, String word) {
    var wanted = Hangul.initials(word);
    var end = at + wanted.length();
    if (wanted.isEmpty()
        || end > folded.length()
        || !Hangul.initials(folded.substring(at, end)).equals(wanted)) {
      return -1;
    }
    // A syllable that was typed whole stands for itself.
    for (var i = 0; i < word.length() && word.length() == wanted.length(); i++) {
      if (Hangul.isSyllable(word.charAt(i)) && word.charAt(i) != folded.charAt(at + i)) {
        return -1;
      }
    }
    return end;
  }

  private void alike(String word) {
    for (var fact : facts) {
      if (alike(fact, word)) {
        found.computeIfAbsent(fact, _ -> new TreeSet<>());
      }
    }
  }

  private static boolean alike(Searchable.Fact fact, String word) {
    var folded = Fold.text(fact.value());
    var compact = Fold.compact(word);
    return switch (fact.kind()) {
      case NAME -> name(folded, compact);
      case MAIL -> mail(folded, word);
      case PHONE -> {
        var digits = Terms.atHome(word);
        var own = Terms.atHome(fact.value());
        yield Alike.within1(own, digits)
            || (own.length() > 8 && Alike.within1(own.substring(own.length() - 8), digits));
      }
      case ID -> Alike.within1(Fold.compact(folded), compact);
      case TEXT -> {
        var letters = Hangul.letters(compact);
        yield Words.plain(folded).stream()
            .anyMatch(each -> Alike.within1(Hangul.letters(each), letters));
      }
    };
  }

  private static boolean name(String folded, String word) {
    var names = new ArrayList<>(Words.plain(folded));
    var whole = Fold.compact(folded);
    names.add(whole);
    if (Hangul.syllables(whole) && whole.length() > 2) {
      names.add(whole.substring(Romanisation.family(whole)));
    }
    var letters = Hangul.letters(word);
    for (var name : names) {
      if (Alike.within1(Hangul.letters(name), letters)) {
        return true;
      }
    }
    return romanised(whole, word);
  }

  private static boolean romanised(String whole, String word) {
    if (Hangul.syllables(whole) && Fold.latin(word)) {
      var far = Romanisation.key(word, false);
      return Romanisation.keys(whole, false).stream()
          .anyMatch(key -> !far.isEmpty() && (key.contains(far) || Alike.within1(key, far)));
    }
    return Hangul.syllables(word)
        && Fold.latin(whole)
        && Romanisation.wholes(word).contains(Romanisation.key(whole, false));
  }

  private static boolean mail(String folded, String word) {
    var at = folded.indexOf('@');
    return Alike.within1(folded, word)
        || Alike.within1(at < 0 ? folded : folded.substring(0, at), word);
  }
}
