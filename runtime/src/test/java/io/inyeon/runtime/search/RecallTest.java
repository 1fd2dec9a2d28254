package io.inyeon.runtime.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether whom somebody means is among the first five, of 20,000 people with the names that there
/// are.
final class RecallTest {
  private static final long SEED = 20261;
  private static final int PEOPLE = 20_000;
  private static final int ASKED = 120;

  @TempDir Path folder;

  @Test
  void whoIsMeantIsAmongTheFirstFive() throws Exception {
    var words = new Words();
    try (var index = PeopleIndex.make(folder)) {
      var byIdentifier = new HashMap<String, SeededPeople.One>();
      for (var number = 0; number < PEOPLE; number++) {
        var one = SeededPeople.one(SEED, number);
        var listing = one.listing();
        byIdentifier.put(listing.identifiers().getFirst().toString(), one);
        index.add(
            number,
            List.of(
                new PeopleIndex.Person(
                    listing.identifiers().getFirst(),
                    true,
                    number,
                    Indexing.order(listing.id().value()),
                    Terms.of(Searchable.facts(listing.who()), words))));
      }
      index.refresh();
      var random = new SplittableRandom(SEED);
      var asked = new TreeMap<String, Integer>();
      var right = new TreeMap<String, Integer>();
      var missed = new ArrayList<String>();
      for (var i = 0; i < ASKED; i++) {
        var one = SeededPeople.one(SEED, random.nextInt(PEOPLE));
        for (var typed : SeededPeople.typed(one, random)) {
          var found =
              index.search(Question.of(typed.words()).query(words), null, 5).stream()
                  .map(hit -> byIdentifier.get(hit.representative().toString()))
                  .toList();
          asked.merge(typed.kind(), 1, Integer::sum);
          if (isRight(typed, found)) {
            right.merge(typed.kind(), 1, Integer::sum);
          } else {
            missed.add(typed.kind() + ": " + typed.words() + " for " + one.name());
          }
        }
      }
      System.out.println(shares(asked, right));
      assertThat(share(asked, right)).as("missed: %s", missed).isGreaterThanOrEqualTo(0.95);
      // No way of asking may be bad and hide behind the others.
      asked.forEach((kind, times) ->
          assertThat(right.getOrDefault(kind, 0) / (double) times)
              .as("%s, missed: %s", kind, missed)
              .isGreaterThanOrEqualTo(0.9));
    }
  }

  static boolean isRight(SeededPeople.Typed typed, List<SeededPeople.One> found) {
    if (found.contains(typed.whom())) {
      return true;
    }
    return !typed.alone().isEmpty()
        && found.size() == 5
        && found.stream()
            .allMatch(
                one -> slips(one.name(), typed.words()) <= slips(typed.alone(), typed.words()));
  }

  /// Letters of the keyboard by which two names differ (Levenshtein, and Damerau's exchange of two
  /// neighbours).
  private static int slips(String one, String other) {
    var a = Hangul.letters(one);
    var b = Hangul.letters(other);
    var rows = new int[a.length() + 1][b.length() + 1];
    for (var i = 0; i <= a.length(); i++) {
      for (var j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = i + j;
          continue;
        }
        var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        rows[i][j] =
            Math.min(rows[i - 1][j - 1] + same, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }

  private static double share(Map<String, Integer> asked, Map<String, Integer> right) {
    return right.values().stream().mapToInt(Integer::intValue).sum()
        / (double) asked.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static String shares(Map<String, Integer> asked, Map<String, Integer> right) {
    var lines = new StringBuilder();
    asked.forEach((kind, times) ->
        lines.append(
            String.format(
                Locale.ROOT, "%5.1f %%  %s%n", 100.0 * right.getOrDefault(kind, 0) / times, kind)));
    return lines
        .append(String.format(Locale.ROOT, "%5.1f %% in all", 100 * share(asked, right)))
        .toString();
  }
}
