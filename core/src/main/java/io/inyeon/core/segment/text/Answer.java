package io.inyeon.core.segment.text;

import io.inyeon.core.segment.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was understood of a phrase: a condition to edit, never to save unseen.
///
/// @param condition of all that was understood; `null` when nothing was
/// @param language in which it was read
/// @param pieces of the text in order; what lies between them is spaces and punctuation. The same
///   characters stand twice where they say something of two places in the condition
public record Answer(@Nullable Condition condition, Language language, List<Piece> pieces) {
  public Answer {
    pieces = List.copyOf(pieces);
  }

  /// Whether everything was understood, and in one way only.
  public boolean certain() {
    return pieces.stream()
        .allMatch(piece -> piece.kind() == Kind.UNDERSTOOD || piece.kind() == Kind.FILLER);
  }

  /// Some characters and what became of them.
  ///
  /// @param from offset in UTF-16 code units
  /// @param to offset after the last
  /// @param path the place in the condition that they speak of, as a JSON Pointer into what
  ///   [io.inyeon.core.segment.ConditionWriter] writes; `null` when none
  /// @param reason why not understood, or in what ambiguous; stable codes, see [AnswerWriter]
  /// @param corrected the word that was read in the place of a misspelt one
  /// @param alternatives other readings; each is a condition to put in the place of what stands at
  ///   `path`
  public record Piece(
      int from,
      int to,
      Kind kind,
      @Nullable String path,
      @Nullable String reason,
      @Nullable String corrected,
      List<Condition> alternatives) {
    public Piece {
      alternatives = List.copyOf(alternatives);
    }
  }

  /// What became of some characters.
  public enum Kind {
    /// They stand in the condition. With alternatives there is a second, less likely reading.
    UNDERSTOOD,
    /// They stand in the condition in one of several ways that are as likely.
    AMBIGUOUS,
    /// They are not in the condition.
    NOT_UNDERSTOOD,
    /// They say nothing that would change it: "people who", particles.
    FILLER
  }
}
