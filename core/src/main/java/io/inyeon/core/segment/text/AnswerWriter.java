package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.ConditionWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;

/// An answer as fields, as `POST /api/v1/segments/parse` gives it.
///
/// ```
/// {"condition": {...},                 absent when nothing was understood
///  "language": "ko",
///  "certain": true,                    all of it understood, in one way
///  "pieces": [
///    {"from": 0, "to": 8, "kind": "understood", "path": "/all/0/window"},
///    {"from": 9, "to": 12, "kind": "ambiguous", "path": "/all/1", "reason": "several_meanings",
///     "alternatives": [{...}, {...}]},
///    {"from": 13, "to": 17, "kind": "not_understood", "reason": "unknown_word"},
///    {"from": 18, "to": 20, "kind": "filler"}]}
/// ```
///
/// `from` and `to` are offsets in UTF-16 code units (JavaScript's). `path` is a JSON Pointer (RFC
/// 6901) into `condition`; an alternative is a condition to put there instead. `corrected` stands
/// where a word was misspelt, and is the one that was read.
///
/// Reasons of what is not understood: `unknown_word`; `not_in_workspace` (the word is known, the
/// workspace has no such event or trait); `other_currency`; `not_expressible` (no condition says
/// it); `belongs_to_nothing` (understood by itself only). Of what is ambiguous: `several_meanings`,
/// `several_events`, `several_traits`, `several_purposes`, `several_amounts`, `value_not_known`
/// (how the workspace writes it), `count_or_amount`, `at_least_or_exactly`,
/// `within_of_the_first_or_of_now`, `none_or_not_all`, `and_or_order`. Of what is understood with a
/// second reading: `window_of_both`.
public final class AnswerWriter {
  private AnswerWriter() {}

  /// As people read it.
  public static Value.Fields of(Answer answer) {
    var to = new LinkedHashMap<String, Value>();
    if (answer.condition() != null) {
      to.put("condition", ConditionWriter.of(answer.condition()));
    }
    to.put("language", word(answer.language()));
    to.put("certain", new Value.Truth(answer.certain()));
    to.put(
        "pieces", new Value.Items(answer.pieces().stream().<Value>map(AnswerWriter::of).toList()));
    return new Value.Fields(to);
  }

  private static Value.Fields of(Answer.Piece piece) {
    var to = new LinkedHashMap<String, Value>();
    to.put("from", number(piece.from()));
    to.put("to", number(piece.to()));
    to.put("kind", word(piece.kind()));
    if (piece.path() != null) {
      to.put("path", new Value.Text(piece.path()));
    }
    if (piece.reason() != null) {
      to.put("reason", new Value.Text(piece.reason()));
    }
    if (piece.corrected() != null) {
      to.put("corrected", new Value.Text(piece.corrected()));
    }
    if (!piece.alternatives().isEmpty()) {
      to.put(
          "alternatives",
          new Value.Items(piece.alternatives().stream().<Value>map(ConditionWriter::of).toList()));
    }
    return new Value.Fields(to);
  }

  private static Value word(Enum<?> constant) {
    return new Value.Text(constant.name().toLowerCase(Locale.ROOT));
  }

  private static Value number(int number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }
}
