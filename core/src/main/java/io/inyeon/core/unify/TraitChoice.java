package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Survivorship: which of the values in several fragments stand.
///
/// A trait is absent when the last thing said of it, by anyone, is that there is none. Under
/// TRUSTED only the most trusted sources that ever spoke of it are asked, for that too: no browser
/// removes what a server said. Where a steward corrected a trait, the latest correction stands,
/// whatever the survivorship ([Correction]).
///
/// @param standing by name, in the order of the names' bytes
/// @param beyond how often traits were said whose names are left out
/// @param tooLarge how often values were said that are too large to keep
record TraitChoice(SortedMap<String, Trait> standing, long beyond, long tooLarge) {
  /// One source's word in one fragment.
  private record Word(int source, TraitCell cell) {
    Observation latest() {
      return cell.latest();
    }
  }

  /// A value that may stand.
  private record Standing(Value value, int source, Mention mention) {}

  private static final Comparator<Word> BY_TIME =
      Comparator.comparing((Word word) -> word.latest().mention())
          .thenComparingInt(Word::source)
          .thenComparing(word -> word.latest().value(), ValueOrder.VALUES);

  private static final Comparator<Standing> STANDING_BY_TIME =
      Comparator.comparing(Standing::mention)
          .thenComparingInt(Standing::source)
          .thenComparing(Standing::value, ValueOrder.VALUES);

  /// Chooses among the values of some fragments.
  ///
  /// @param survivorship by trait name; the latest for all others
  static TraitChoice of(Iterable<Traits> all, Map<String, Survivorship> survivorship) {
    var words = new TreeMap<String, List<Word>>(Table.BYTES);
    long beyond = 0;
    long tooLarge = 0;
    for (var traits : all) {
      beyond += traits.beyond();
      tooLarge += traits.tooLarge();
      for (var i = 0; i < traits.cells().size(); i++) {
        var key = traits.cells().key(i);
        if (Correction.over(traits.cells().value(i).latest())) {
          continue;
        }
        words
            .computeIfAbsent(key.name(), _ -> new ArrayList<>())
            .add(new Word(key.source(), traits.cells().value(i)));
      }
    }
    while (words.size() > Traits.LIMIT) {
      for (var word : words.pollLastEntry().getValue()) {
        beyond += word.cell.count();
      }
    }
    var standing = new TreeMap<String, Trait>(Table.BYTES);
    words.forEach((name, said) -> {
      var winner = winner(said, survivorship.getOrDefault(name, Survivorship.LATEST));
      if (winner != null) {
        standing.put(name, trait(winner, said));
      }
    });
    return new TraitChoice(Collections.unmodifiableSortedMap(standing), beyond, tooLarge);
  }

  private static @Nullable Standing winner(List<Word> words, Survivorship survivorship) {
    var corrected = latestCorrection(words);
    if (corrected != null) {
      return corrected.latest().removes() ? null : standing(corrected.latest(), corrected.source);
    }
    var asked = survivorship == Survivorship.TRUSTED ? mostTrusted(words) : words;
    var latest = Collections.max(asked, BY_TIME);
    if (latest.latest().removes()) {
      return null;
    }
    var last = standing(latest.latest(), latest.source);
    return switch (survivorship) {
      case LATEST, TRUSTED -> last;
      case MIN -> extreme(words, true);
      case MAX -> extreme(words, false);
      case FREQUENT -> mostFrequent(words, last);
      case UNION -> new Standing(union(words, last.value), last.source, last.mention);
    };
  }

  private static @Nullable Word latestCorrection(List<Word> words) {
    Word latest = null;
    for (var word : words) {
      if (Correction.by(word.latest()) && (latest == null || BY_TIME.compare(word, latest) > 0)) {
        latest = word;
      }
    }
    return latest;
  }

  private static List<Word> mostTrusted(List<Word> words) {
    var best = Integer.MAX_VALUE;
    for (var word : words) {
      best = Math.min(best, word.latest().mention().rank());
    }
    var trusted = new ArrayList<Word>();
    for (var word : words) {
      if (word.latest().mention().rank() == best) {
        trusted.add(word);
      }
    }
    return trusted;
  }

  private static Standing standing(Observation observation, int source) {
    return new Standing(observation.value(), source, observation.mention());
  }

  /// The smallest or the largest value. What was said last counts too: the rule may be younger.
  private static Standing extreme(List<Word> words, boolean least) {
    var candidates = new ArrayList<Standing>();
    for (var word : words) {
      var spread = word.cell.spread();
      var kept = spread == null ? null : least ? spread.least() : spread.greatest();
      if (kept != null) {
        candidates.add(standing(kept, word.source));
      }
      if (!word.latest().removes()) {
        candidates.add(standing(word.latest(), word.source));
      }
    }
    Comparator<Standing> byValue = Comparator.comparing(Standing::value, ValueOrder.VALUES);
    return Collections.max(
        candidates, (least ? byValue.reversed() : byValue).thenComparing(STANDING_BY_TIME));
  }

  private static Standing mostFrequent(List<Word> words, Standing last) {
    var counts = new TreeMap<Value, Long>(ValueOrder.VALUES);
    var latest = new TreeMap<Value, Standing>(ValueOrder.VALUES);
    for (var word : words) {
      var spread = word.cell.spread();
      if (spread == null) {
        if (!word.latest().removes()) {
          said(word.latest().value(), 1, word.source, word.latest().mention(), counts, latest);
        }
      } else {
        spread
            .values()
            .forEach((value, said) ->
                said(value, said.count(), word.source, said.latest(), counts, latest));
      }
    }
    return latest.values().stream()
        .max(
            Comparator.comparingLong((Standing each) -> counts.getOrDefault(each.value, 0L))
                .thenComparing(STANDING_BY_TIME))
        .orElse(last); // nothing but values too large to be counted
  }

  private static void said(
      Value value,
      long count,
      int source,
      Mention mention,
      Map<Value, Long> counts,
      Map<Value, Standing> latest) {
    var plain = ValueOrder.plain(value);
    counts.merge(plain, count, Long::sum);
    latest.merge(
        plain,
        new Standing(plain, source, mention),
        (a, b) -> STANDING_BY_TIME.compare(a, b) >= 0 ? a : b);
  }

  private static Value union(List<Word> words, Value last) {
    var values = new TreeMap<Value, Boolean>(ValueOrder.VALUES);
    for (var word : words) {
      if (word.cell.spread() != null) {
        word.cell.spread().values().keySet().forEach(value -> values.put(value, true));
      } else if (word.latest().value() instanceof Value.Items(var items)) {
        items.forEach(item -> values.put(ValueOrder.plain(item), true));
      } else if (!word.latest().removes()) {
        values.put(ValueOrder.plain(word.latest().value()), true);
      }
    }
    values.remove(Value.Nothing.NOTHING);
    return values.isEmpty() ? last : new Value.Items(List.copyOf(values.keySet()));
  }

  private static Trait trait(Standing winner, List<Word> words) {
    var others = new ArrayList<Trait.Other>();
    var more = 0;
    var latestFirst = new ArrayList<>(words);
    latestFirst.sort(BY_TIME.reversed());
    for (var word : latestFirst) {
      var mention = word.latest().mention();
      if (word.latest().removes()
          || (word.source == winner.source && mention.equals(winner.mention))) {
        continue;
      }
      if (others.size() == Trait.OTHERS) {
        more++;
      } else {
        others.add(
            new Trait.Other(
                word.latest().value(),
                word.source,
                mention.time(),
                mention.messageId(),
                mention.party()));
      }
    }
    return new Trait(
        winner.value,
        winner.source,
        winner.mention.time(),
        winner.mention.messageId(),
        winner.mention.party(),
        others,
        more);
  }
}
