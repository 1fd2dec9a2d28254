package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Parts a text into words, particles, endings and numbers: of all ways to part it that leave no
/// character out the one that costs least (Viterbi), where what nobody knows costs most.
///
/// A word is known as a whole or not at all: 서울역 is not 서울. Takes time in proportion to the text,
/// since no piece is longer than a bound.
final class Lexer {
  private static final int LONGEST_UNKNOWN = 200;
  private static final int LONGEST_STEM = 24;
  private static final int LONGEST_LITERAL = 200;

  /// What the last piece was.
  private static final int SPACE = 0;

  private static final int NOUN = 1;
  private static final int STEM = 2;
  private static final int COMPLETE = 3;
  private static final int PARTICLE = 4;
  private static final int UNKNOWN = 5;
  private static final int STATES = 6;
  private static final double NEVER = Double.MAX_VALUE;

  /// More than any other way through one word.
  private static final double AT_WORST = 1_000;

  private final String written;
  private final Letters letters;
  private final String text;
  private final Language language;
  private final Lexicon lexicon;
  private final double[][] costs;
  private final @Nullable Step[][] steps;

  /// How a place was reached.
  private record Step(
      int from,
      int state,
      Set<Meaning> meanings,
      @Nullable Word then,
      @Nullable String corrected,
      boolean verb,
      boolean shown) {}

  private Lexer(String written, Language language, Lexicon lexicon) {
    this.written = written;
    this.letters = Letters.of(written);
    this.text = letters.text();
    this.language = language;
    this.lexicon = lexicon;
    costs = new double[text.length() + 1][STATES];
    steps = new Step[text.length() + 1][STATES];
    for (var row : costs) {
      Arrays.fill(row, NEVER);
    }
  }

  static List<Token> tokens(String written, Language language, Lexicon lexicon) {
    return new Lexer(written, language, lexicon).read();
  }

  private List<Token> read() {
    costs[0][SPACE] = 0;
    for (var i = 0; i < text.length(); i++) {
      if (reached(i)) {
        from(i);
      }
    }
    var state = SPACE;
    for (var i = 1; i < STATES; i++) {
      if (i != STEM && costs[text.length()][i] < costs[text.length()][state]) {
        state = i;
      }
    }
    var tokens = new ArrayList<Token>();
    for (var end = text.length(); end > 0; ) {
      var step = steps[end][state];
      if (step == null) {
        throw new IllegalStateException("no way to part the text at " + end);
      }
      if (step.then != null) {
        var at = letters.end(end);
        tokens.add(new Token(at, at, List.of(new Meaning.Does(step.then)), null, false));
      }
      if (step.shown) {
        tokens.add(
            new Token(
                letters.at()[step.from],
                letters.end(end),
                List.copyOf(step.meanings),
                step.corrected,
                step.verb));
      }
      end = step.from;
      state = step.state;
    }
    return tokens.reversed();
  }

  private boolean reached(int at) {
    for (var cost : costs[at]) {
      if (cost < NEVER) {
        return true;
      }
    }
    return false;
  }

  private void from(int i) {
    var c = text.charAt(i);
    punctuation(i, c);
    // Also where an unknown word was cut at its bound, which is no border.
    if (costs[i][SPACE] < NEVER && !breaks(c)) {
      unknown(i);
    }
    if (!breaks(c)) {
      atWorst(i);
    }
    if (!border(i)) {
      return;
    }
    lexicon
        .words(language)
        .at(
            text,
            i,
            (end, entries) -> {
              if (border(end)) {
                for (var entry : entries) {
                  word(i, end, entry);
                }
              }
            });
    var quantity = QuantityReader.at(text, i, language);
    if (quantity != null && border(quantity.end())) {
      var meaning = Set.<Meaning>of(new Meaning.Numeral(quantity.quantity()));
      noun(i, quantity.end(), 0.8, meaning, null);
    }
  }

  // ---- pieces

  private void punctuation(int i, char c) {
    if (c == '"' || (c == '\'' && (i == 0 || text.charAt(i - 1) == ' '))) {
      // What stands in quotes is one piece, so that no quote that closes seems to open another.
      if (literal(i, c)) {
        return;
      }
    }
    if (!breaks(c)) {
      return;
    }
    var between =
        i > 0
            && i + 1 < text.length()
            && Letters.digit(text.charAt(i - 1))
            && Letters.digit(text.charAt(i + 1));
    var meaning =
        switch (c) {
          case ',', ';' -> new Meaning.Does(Word.COMMA);
          case '(' -> new Meaning.Does(Word.OPEN);
          case ')' -> new Meaning.Does(Word.CLOSE);
          case '~' -> new Meaning.Does(Word.RANGE);
          case '-' -> between ? new Meaning.Does(Word.RANGE) : null;
          default -> null;
        };
    for (var state = 0; state < STATES; state++) {
      if (state != STEM) {
        var shown = meaning != null;
        var meanings = shown ? Set.<Meaning>of(meaning) : Set.<Meaning>of();
        step(i, state, i + 1, SPACE, 0.01, meanings, null, null, false, shown);
        if (c == ')') {
          // A particle may hang on what it closes.
          step(i, state, i + 1, NOUN, 0.01, meanings, null, null, false, shown);
        }
      }
    }
  }

  private boolean literal(int i, char quote) {
    var last = Math.min(text.length(), i + LONGEST_LITERAL);
    for (var end = i + 1; end < last; end++) {
      if (text.charAt(end) == quote) {
        if (end > i + 1) {
          var inside = written.substring(letters.at()[i + 1], letters.at()[end]);
          var meanings = quoted(inside);
          noun(i, end + 1, 0.5, meanings, null);
          step(i, UNKNOWN, end + 1, NOUN, 0.5, meanings, null, null, false, true);
          return true;
        }
        return false;
      }
    }
    return false;
  }

  /// A name in quotes is that name, whatever else its words mean.
  private Set<Meaning> quoted(String inside) {
    var meanings = new LinkedHashSet<Meaning>();
    var vocabulary = lexicon.names().vocabulary();
    if (vocabulary.events().containsKey(inside)) {
      meanings.add(new Meaning.Event(inside));
    }
    if (vocabulary.traits().containsKey(inside)) {
      meanings.add(new Meaning.Trait(inside));
    }
    if (vocabulary.events().values().stream().anyMatch(of -> of.containsKey(inside))) {
      meanings.add(new Meaning.Property(inside));
    }
    if (vocabulary.segments().contains(inside)) {
      meanings.add(new Meaning.Segment(inside));
    }
    lexicon
        .names()
        .segmentLabels()
        .forEach((id, label) -> {
          if (label.equals(inside) && vocabulary.segments().contains(id)) {
            meanings.add(new Meaning.Segment(id));
          }
        });
    if (vocabulary.purposes().contains(inside)) {
      meanings.add(new Meaning.Purpose(inside));
    }
    if (vocabulary.scores().contains(inside)) {
      meanings.add(new Meaning.Score(inside));
    }
    var value = new Value.Text(inside);
    lexicon
        .names()
        .traitValues()
        .forEach((path, values) -> {
          if (values.contains(value)) {
            meanings.add(new Meaning.TraitValue(path, List.of(value), true));
          }
        });
    lexicon
        .names()
        .propertyValues()
        .forEach((path, values) -> {
          if (values.contains(value)) {
            meanings.add(new Meaning.PropertyValue(path, value));
          }
        });
    meanings.add(new Meaning.Literal(inside));
    return meanings;
  }

  private void word(int i, int end, Words.Entry entry) {
    var length = end - i;
    switch (entry.shape()) {
      case NOUN -> noun(i, end, 1 - 0.02 * Math.min(length, 20), entry.meanings(), null);
      case STEM, COMPLETE -> {
        var to = entry.shape() == Shape.STEM ? STEM : COMPLETE;
        var cost = 1 - 0.02 * Math.min(length, 20);
        verb(i, SPACE, end, to, cost, entry);
        verb(i, NOUN, end, to, cost + 0.1, entry);
        verb(i, PARTICLE, end, to, cost + 0.8, entry);
        verb(i, COMPLETE, end, to, cost + 1.5, entry);
        if (entry.meanings().contains(new Meaning.Does(Word.FILLER))) {
          verb(i, UNKNOWN, end, to, cost + 0.1, entry);
        }
      }
      case ENDING -> hanging(i, STEM, end, COMPLETE, 0.4 - 0.01 * length, entry);
      case PARTICLE -> {
        hanging(i, NOUN, end, PARTICLE, 0.4 - 0.01 * length, entry);
        hanging(i, PARTICLE, end, PARTICLE, 0.5 - 0.01 * length, entry);
        hanging(i, UNKNOWN, end, PARTICLE, 0.4 - 0.01 * length, entry);
      }
      case COPULA -> {
        hanging(i, NOUN, end, COMPLETE, 0.45 - 0.01 * length, entry);
        hanging(i, UNKNOWN, end, COMPLETE, 0.45 - 0.01 * length, entry);
      }
    }
  }

  private void verb(int i, int state, int end, int to, double cost, Words.Entry entry) {
    step(i, state, end, to, cost, entry.meanings(), entry.then(), null, true, true);
  }

  private void hanging(int i, int state, int end, int to, double cost, Words.Entry entry) {
    step(i, state, end, to, cost, entry.meanings(), entry.then(), null, false, true);
  }

  private void noun(
      int i, int end, double cost, Set<Meaning> meanings, @Nullable String corrected) {
    step(i, SPACE, end, NOUN, cost, meanings, null, corrected, false, true);
    step(i, NOUN, end, NOUN, cost + 0.3, meanings, null, corrected, false, true);
    step(i, PARTICLE, end, NOUN, cost + 1.5, meanings, null, corrected, false, true);
    step(i, COMPLETE, end, NOUN, cost + 1.5, meanings, null, corrected, false, true);
  }

  private void unknown(int i) {
    var end = i + 1;
    while (end < text.length()
        && (!breaks(text.charAt(end)) || address(end))
        && end - i < LONGEST_UNKNOWN) {
      end++;
    }
    var whole = end - i;
    unknown(i, end, whole);
    for (var stem = i + 1; stem <= end && stem - i <= LONGEST_STEM; stem++) {
      if (!border(stem)) {
        continue;
      }
      if (stem < end && Letters.syllable(text.charAt(stem))) {
        unknown(i, stem, whole);
      }
      var word = text.substring(i, stem);
      var right = lexicon.typos(language).correct(word);
      if (right != null && !right.equals(word)) {
        for (var entry : lexicon.words(language).of(right)) {
          if (entry.shape() == Shape.NOUN) {
            noun(i, stem, 3.5, entry.meanings(), right);
          }
        }
      }
    }
  }

  /// What no other way leads through is unknown up to the end of the word, whatever stands before
  /// it: there is a way through every text.
  private void atWorst(int i) {
    var end = i + 1;
    while (end < text.length() && !breaks(text.charAt(end)) && end - i < LONGEST_UNKNOWN) {
      end++;
    }
    for (var state = 0; state < STATES; state++) {
      step(i, state, end, UNKNOWN, AT_WORST, Set.of(), null, null, false, true);
    }
  }

  private void unknown(int i, int end, int whole) {
    // By the whole word, so that an ending that is known makes a word no cheaper than the others.
    var length = end - i;
    var cost = 8 + 0.5 * length + (length < whole ? 0 : 0.3);
    // Whoever is cut off at the bound goes on in the next piece.
    var cut = end < text.length() && length == LONGEST_UNKNOWN && !breaks(text.charAt(end));
    step(i, SPACE, end, cut ? SPACE : UNKNOWN, cost, Set.of(), null, null, false, true);
  }

  private void step(
      int from,
      int state,
      int end,
      int to,
      double cost,
      Set<Meaning> meanings,
      @Nullable Word then,
      @Nullable String corrected,
      boolean verb,
      boolean shown) {
    if (costs[from][state] == NEVER) {
      return;
    }
    var total = costs[from][state] + cost;
    if (total < costs[end][to] - 1e-9) {
      costs[end][to] = total;
      steps[end][to] = new Step(from, state, meanings, then, corrected, verb, shown);
    }
  }

  // ---- characters

  private static boolean breaks(char c) {
    return switch (c) {
      case ' ', ',', ';', '(', ')', '"', '~', '!', '?', ':', '-', '.', '\u2026', '\u00b7' -> true;
      default -> false;
    };
  }

  /// Whether a word may begin or end here: not within a word of letters and digits.
  private boolean border(int at) {
    return at == 0
        || at == text.length()
        || (!(Letters.wordly(text.charAt(at - 1)) && Letters.wordly(text.charAt(at)))
            && !address(at)
            && !address(at - 1));
  }

  /// Whether this is the dot or the at sign in the middle of an address: gmail.com.
  private boolean address(int at) {
    var c = text.charAt(at);
    return (c == '.' || c == '@')
        && at > 0
        && at + 1 < text.length()
        && Letters.wordly(text.charAt(at - 1))
        && Letters.wordly(text.charAt(at + 1))
        && !Letters.digit(text.charAt(at - 1));
  }
}
