package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Condition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a phrase that a marketer would say as a condition, and tells what it did not understand.
///
/// ```
/// var lexicon = new Lexicon(names);                // once for a workspace's names
/// var answer = PhraseReader.read(text, null, lexicon);
/// return AnswerWriter.of(answer);                  // the JSON of the answer
/// ```
///
/// By rules alone: the same text and names give the same answer, in time proportional to the text's
/// length. Never throws for any text. Nothing is guessed in silence: where words mean several
/// things, the likeliest stands in the condition and the others beside it.
public final class PhraseReader {
  private static final int DEEPEST = 16;

  private final Lexicon lexicon;
  private final Language language;
  private final String written;
  private final List<Token> unfit = new ArrayList<>();

  private PhraseReader(String written, Language language, Lexicon lexicon) {
    this.written = written;
    this.language = language;
    this.lexicon = lexicon;
  }

  /// Reads a phrase.
  ///
  /// @param language in which it is; `null` to tell by its letters
  public static Answer read(String text, @Nullable Language language, Lexicon lexicon) {
    var told = language == null ? Language.of(text) : language;
    return new PhraseReader(text, told, lexicon).read();
  }

  private Answer read() {
    var tokens = Assembler.assembled(Lexer.tokens(written, language, lexicon), language);
    var node = node(tokens, 0);
    var pieces = new ArrayList<Answer.Piece>();
    if (node != null) {
      node.pieces("", pieces);
    }
    for (var token : new LinkedHashSet<>(unfit)) {
      if (token.to() > token.from() && !within(token, pieces)) {
        pieces.add(left(token));
      }
    }
    pieces.sort(
        Comparator.comparingInt(Answer.Piece::from)
            .thenComparingInt(Answer.Piece::to)
            .thenComparing(piece -> piece.path() == null ? "" : piece.path()));
    return new Answer(node == null ? null : node.condition(), language, pieces);
  }

  private static boolean within(Token token, List<Answer.Piece> pieces) {
    return harmless(token)
        && pieces.stream()
            .anyMatch(piece -> piece.from() <= token.from() && token.to() <= piece.to());
  }

  private @Nullable Node node(List<Token> tokens, int depth) {
    var said = new ArrayList<Said>();
    var before = Set.<String>of();
    for (var clause : Clauses.of(grouped(tokens, depth), language)) {
      said.add(ClauseReader.read(clause, before, lexicon, language, written, unfit));
      before =
          clause.tokens().stream()
              .flatMap(token -> token.all(Meaning.Key.class).stream())
              .map(Meaning.Key::key)
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return Composer.composed(said, language, unfit);
  }

  /// What stands in parentheses is read alone.
  private List<Token> grouped(List<Token> tokens, int depth) {
    var out = new ArrayList<Token>();
    var ends = ends(tokens);
    for (var i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      var close = ends[i];
      if (close == 0 || depth >= DEEPEST) {
        out.add(token);
        continue;
      }
      var inside = node(tokens.subList(i + 1, close), depth + 1);
      if (inside != null) {
        out.add(Token.joined(token, tokens.get(close), new Meaning.Group(inside)));
      }
      i = close;
    }
    return out;
  }

  /// Of each parenthesis that opens where it closes; 0 for all else.
  private static int[] ends(List<Token> tokens) {
    var ends = new int[tokens.size()];
    var open = new ArrayDeque<Integer>();
    for (var i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).does(Word.OPEN)) {
        open.push(i);
      } else if (tokens.get(i).does(Word.CLOSE) && !open.isEmpty()) {
        ends[open.pop()] = i;
      }
    }
    return ends;
  }

  // ---- what was left over

  private Answer.Piece left(Token token) {
    var kind = harmless(token) ? Answer.Kind.FILLER : Answer.Kind.NOT_UNDERSTOOD;
    return new Answer.Piece(
        token.from(),
        token.to(),
        kind,
        null,
        kind == Answer.Kind.FILLER ? null : reason(token),
        token.corrected(),
        List.<Condition>of());
  }

  private String reason(Token token) {
    if (token.unknown()) {
      return "unknown_word";
    }
    if (token.as(Meaning.Missing.class) != null) {
      return "not_in_workspace";
    }
    var keys = token.all(Meaning.Key.class);
    if (!keys.isEmpty() && keys.stream().allMatch(key -> missing(key.key()))) {
      return "not_in_workspace";
    }
    var measure = token.as(Meaning.Measure.class);
    if (measure != null
        && measure.quantity().currency() != null
        && lexicon.names().currency() != null
        && !lexicon.names().currency().equals(measure.quantity().currency())) {
      return "other_currency";
    }
    if (token.does(Word.FIRST) || token.does(Word.LATEST)) {
      return "not_expressible";
    }
    return "belongs_to_nothing";
  }

  private boolean missing(String key) {
    var told = lexicon.told(Set.of(key));
    return told != null && told.events().isEmpty();
  }

  /// Whether leaving a word out changes nothing.
  private static boolean harmless(Token token) {
    return token.meanings().stream()
            .anyMatch(meaning -> meaning instanceof Meaning.Does(var word) && says(word))
        && !token.does(Word.NOT);
  }

  private static boolean says(Word word) {
    return switch (word) {
      case FILLER,
          AND,
          OR,
          BUT,
          COMMA,
          NOUN_AND,
          NOUN_OR,
          RELATIVE,
          HAS,
          EXPERIENCE,
          OF,
          EVER,
          SINCE_DONE,
          THEN,
          WITHIN,
          DURING,
          BETWEEN,
          RANGE,
          UNTIL,
          SEGMENT,
          AFTER,
          BEFORE,
          EACH ->
          true;
      case NOT,
          EXCEPT,
          OPEN,
          CLOSE,
          WITHOUT,
          TIMES,
          LAST,
          AGO,
          NEXT,
          PASSED,
          SINCE,
          SUM,
          AVERAGE,
          LEAST,
          MOST,
          DISTINCT,
          FIRST,
          LATEST,
          COUNT,
          AMOUNT,
          CONTAINS,
          STARTS,
          ENDS,
          ONLY,
          ANNIVERSARY,
          SCORE,
          CONSENT,
          REFUSE ->
          false;
    };
  }
}
