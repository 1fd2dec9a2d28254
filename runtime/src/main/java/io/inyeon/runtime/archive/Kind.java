package io.inyeon.runtime.archive;

import io.inyeon.core.Entry;

/// The kind of an entry. The code of each stands in the log's and the archive's files and never
/// changes.
public enum Kind {
  EVENT(1),
  SOURCE_SAVED(2),
  RULES_SAVED(3),
  ACCESS_GRANTED(4),
  ACCESS_REVOKED(5),
  CUT_MADE(6),
  CUT_UNDONE(7),
  LINK_MADE(8),
  LINK_UNDONE(9),
  IMPORT_UNDONE(10),
  RULES_APPLIED(17),
  SEGMENT_SAVED(19),
  TIMER_FIRED(20),
  SEGMENT_ENTERED(21),
  SEGMENT_LEFT(22),
  SEGMENT_FILLED(23),
  SWEPT(24),
  SYNONYMS_SAVED(30),
  COMPUTED_TRAIT_SAVED(31),
  COMPUTED_TRAIT_FILLED(32),
  CUTS_MEASURED(33),
  PLAN_SAVED(42),
  TRANSFORMATIONS_SAVED(43),
  REPAIR_NOTED(44),
  QUARANTINE_DROPPED(45),
  QUALITY_ALERTED(52),
  PERSON_ERASED(34),
  ERASURE_KEPT(35),
  ERASURES_SCRUBBED(36),
  RIGHTS_SAVED(37),
  PURPOSES_SAVED(38),
  /// The content was erased.
  BLANK(100),
  /// The log lost what stood at this position.
  LOST(101);

  private final byte code;

  Kind(int code) {
    this.code = (byte) code;
  }

  /// The kind of an entry of the log.
  public static Kind of(Entry entry) {
    return switch (entry) {
      case Entry.Received e -> EVENT;
      case Entry.SourceSaved e -> SOURCE_SAVED;
      case Entry.RulesSaved e -> RULES_SAVED;
      case Entry.RulesApplied e -> RULES_APPLIED;
      case Entry.AccessGranted e -> ACCESS_GRANTED;
      case Entry.AccessRevoked e -> ACCESS_REVOKED;
      case Entry.CutMade e -> CUT_MADE;
      case Entry.CutUndone e -> CUT_UNDONE;
      case Entry.LinkMade e -> LINK_MADE;
      case Entry.LinkUndone e -> LINK_UNDONE;
      case Entry.ImportUndone e -> IMPORT_UNDONE;
      case Entry.SegmentSaved e -> SEGMENT_SAVED;
      case Entry.SegmentFilled e -> SEGMENT_FILLED;
      case Entry.TimerFired e -> TIMER_FIRED;
      case Entry.Swept e -> SWEPT;
      case Entry.SynonymsSaved e -> SYNONYMS_SAVED;
      case Entry.ComputedTraitSaved e -> COMPUTED_TRAIT_SAVED;
      case Entry.ComputedTraitFilled e -> COMPUTED_TRAIT_FILLED;
      case Entry.CutsMeasured e -> CUTS_MEASURED;
      case Entry.PlanSaved e -> PLAN_SAVED;
      case Entry.TransformationsSaved e -> TRANSFORMATIONS_SAVED;
      case Entry.RepairNoted e -> REPAIR_NOTED;
      case Entry.QuarantineDropped e -> QUARANTINE_DROPPED;
      case Entry.QualityAlerted e -> QUALITY_ALERTED;
      case Entry.PersonErased e -> PERSON_ERASED;
      case Entry.ErasureKept e -> ERASURE_KEPT;
      case Entry.ErasuresScrubbed e -> ERASURES_SCRUBBED;
      case Entry.RightsSaved e -> RIGHTS_SAVED;
      case Entry.PurposesSaved e -> PURPOSES_SAVED;
      case Entry.MembershipChanged e -> e.fact().entered() ? SEGMENT_ENTERED : SEGMENT_LEFT;
    };
  }

  /// What stands for it on disk.
  public byte code() {
    return code;
  }

  /// The kind that a code stands for. Throws when no kind has it.
  public static Kind ofCode(int code) {
    for (var kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new IllegalStateException("an entry of the unknown kind " + code);
  }
}
