package io.inyeon.runtime.http;

import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Explanation;
import io.inyeon.core.unify.Preview;
import io.inyeon.core.unify.Relation;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where people who look after the data ask why somebody is one person, and decide who is.
public interface IdentityDesk {
  /// An answer from state.
  ///
  /// @param position of the log; it shows all up to that
  record Told<T>(T what, long position) {}

  /// Why a profile is one person; `null` when nobody is known by that name.
  @Nullable Told<Explanation> explain(Who who) throws Unavailable;

  /// Why two are one person or two; `null` when nobody is known by one of the names.
  @Nullable Told<Relation> explain(Who a, Who b) throws Unavailable;

  /// What a decision would make of people. Nothing is written.
  Shown preview(Asked asked) throws Unavailable;

  /// A preview, or why there can be none.
  sealed interface Shown {
    /// What would come of it.
    record Foreseen(Preview preview, long position) implements Shown {}

    /// It cannot be done, or need not.
    record Not(Result result) implements Shown {}
  }

  /// Decides, in order, each by itself: one that is refused stops none of the others. What is made
  /// is durable and in force when this returns.
  ///
  /// @param dry whether only to check
  /// @return one result for each
  List<Result> decide(List<Asked> asked, boolean dry, String author);

  /// What became of one thing that was asked for.
  sealed interface Result {
    /// A cut was made; a read with `at-least` this position sees it.
    record CutMade(Cut cut, long position) implements Result {}

    /// A link was made.
    record LinkMade(StewardLink link, long position) implements Result {}

    /// A steward said so before, and it stands.
    ///
    /// @param id of the cut or link
    record Exists(String id) implements Result {}

    /// It could be made.
    record Valid() implements Result {}

    /// It cannot be made.
    ///
    /// @param code stable
    record Refused(String code, String detail) implements Result {}

    /// It could not be made durable; it was not made.
    record NotDone(String code, int retryAfterSeconds) implements Result {}
  }

  /// Cuts that stand, newest first; all of them.
  List<Cut> cuts();

  /// Stewards' links that stand, newest first; all of them.
  List<StewardLink> links();

  /// Takes a cut back.
  ///
  /// @return the position of that in the log; `null` when no such cut stands
  @Nullable Long undoCut(String id, String reason, String author) throws Unavailable;

  /// Takes a steward's link back, as [#undoCut].
  @Nullable Long undoLink(String id, String reason, String author) throws Unavailable;

  /// What taking a cut or a link back would make of people; `null` when none of this id stands.
  Shown.@Nullable Foreseen previewUndo(String id) throws Unavailable;
}
