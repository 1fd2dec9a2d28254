package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.runtime.store.State;

/// Which entries of segments name somebody who was erased after them. Until a scrub takes them out
/// of the archive, whoever makes state anew passes them over.
///
/// @param state that knows of the erasures
/// @param key the workspace's, by which identifiers are hashed
record ErasedNames(State state, String key, boolean any) {
  static ErasedNames of(State state, String key) {
    return new ErasedNames(state, key, state.read(new Key.OfErasures()) != null);
  }

  /// Whether an entry is of no use any more.
  boolean names(Entry entry) {
    if (!any) {
      return false;
    }
    return switch (entry) {
      case Entry.MembershipChanged(_, _, var fact) -> erased(fact.who(), fact.at());
      case Entry.TimerFired(_, var at, _, var who) -> erased(who, at);
      // Stewards' words that name somebody go from the archive before an erasure is effective, and
      // who is named later is somebody new.
      case Entry.CutMade _,
          Entry.LinkMade _,
          Entry.LinkUndone _,
          Entry.CutUndone _,
          Entry.Received _,
          Entry.SourceSaved _,
          Entry.RulesSaved _,
          Entry.RulesApplied _,
          Entry.AccessGranted _,
          Entry.AccessRevoked _,
          Entry.ImportUndone _,
          Entry.SegmentSaved _,
          Entry.SegmentFilled _,
          Entry.Swept _,
          Entry.ComputedTraitSaved _,
          Entry.ComputedTraitFilled _,
          Entry.CutsMeasured _,
          Entry.PersonErased _,
          Entry.ErasureKept _,
          Entry.ErasuresScrubbed _,
          Entry.RightsSaved _,
          Entry.PurposesSaved _,
          Entry.PlanSaved _,
          Entry.TransformationsSaved _,
          Entry.RepairNoted _,
          Entry.QuarantineDropped _,
          Entry.QualityAlerted _,
          Entry.SynonymsSaved _ ->
          false;
    };
  }

  /// Whether somebody was erased after they were named at a time.
  boolean erased(Identifier identifier, long at) {
    var until = state.read(new Key.OfTombstone(ProfileIds.of(key, identifier)));
    return until != null && at <= until;
  }
}
