package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where traits are corrected that a person says are wrong.
public interface CorrectionDesk {
  /// What became of a correction.
  enum State {
    /// Its value stands.
    IN_FORCE,
    /// A later one of the same trait stands.
    SUPERSEDED,
    UNDONE,
    /// It was not carried out: the server was stopped in between. Make it again.
    LOST
  }

  /// A correction.
  ///
  /// @param value what is right; `null` when it cannot be told any more
  /// @param reason without anything of the person's
  /// @param request id of the request that it answers; empty for none
  /// @param at milliseconds since 1970
  /// @param undoneAt 0 unless it is
  record Rectified(
      String id,
      String trait,
      @Nullable Value value,
      String reason,
      String request,
      String author,
      long at,
      State state,
      long undoneAt,
      String undoneBy,
      String undoneReason) {}

  /// What came of correcting.
  sealed interface Corrected {
    /// It stands.
    ///
    /// @param before the value that stood before; `null` for none
    record Done(Rectified correction, @Nullable Value before) implements Corrected {}

    /// It cannot be, and why: a code and words.
    record Not(int status, String code, String detail) implements Corrected {}
  }

  /// What a correction says of the request that it answers.
  ///
  /// @param id of the request; empty for none
  /// @param outcome with which it closes the request; empty when the request stays as it is
  /// @param identityNote how it was made certain who asks; empty when the request says it already
  record Answered(String id, String outcome, String identityNote) {
    /// It answers no request.
    public static final Answered NONE = new Answered("", "", "");
  }

  /// Corrects a trait, and closes the request that asks for it where that is wanted: both or
  /// neither, whenever the process is killed.
  ///
  /// @param value [Value.Nothing] when there is no such thing of the person
  Corrected correct(
      Who who, String trait, Value value, String reason, Answered request, String author)
      throws Unavailable;

  /// Those of one person, the latest first, at most so many; `null` for nobody.
  @Nullable List<Rectified> all(Who who, int most) throws Unavailable;

  /// Takes one back: what stood before it stands again.
  Corrected undo(Who who, String id, String reason, String author) throws Unavailable;
}
