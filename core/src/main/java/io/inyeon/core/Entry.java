package io.inyeon.core;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.StewardLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that happened. State is a function of the entries in the order of the log, and of
/// nothing else.
public sealed interface Entry {
  /// Where it stands in the log; the first is 1.
  long position();

  /// When it happened, by the server's clock; milliseconds since 1970.
  long at();

  /// A source sent an event.
  ///
  /// @param body whatever stood in the event's place; usually fields
  record Received(long position, Envelope envelope, Body body) implements Entry {
    @Override
    public long at() {
      return envelope.loggedAt();
    }
  }

  /// An operator made or changed a source.
  record SourceSaved(long position, long at, String author, Source source) implements Entry {}

  /// An operator changed the rules; the first entry of every workspace is one.
  ///
  /// @param reason in the author's words; may be empty
  record RulesSaved(long position, long at, String author, RulesDocument rules, String reason)
      implements Entry {}

  /// Rules that were saved came into force: state was made anew by them.
  ///
  /// @param author who saved them
  /// @param version of the rules
  record RulesApplied(long position, long at, String author, int version) implements Entry {}

  /// An owner made a management key.
  record AccessGranted(long position, long at, String author, AccessKey key) implements Entry {}

  /// An owner withdrew a management key, or the first link was used.
  record AccessRevoked(long position, long at, String author, String hash) implements Entry {}

  /// An operator took the events of an import back, or all that a source of files sent until then.
  ///
  /// @param source number of the source
  /// @param importId the import's; empty for all of the source's
  record ImportUndone(long position, long at, String author, int source, String importId)
      implements Entry {}

  /// A steward said that two sets of identifiers are never the same person.
  record CutMade(long position, long at, String author, Cut cut) implements Entry {}

  /// A steward took a cut back.
  record CutUndone(long position, long at, String author, String cutId, String reason)
      implements Entry {}

  /// A steward said that two identifiers are the same person.
  record LinkMade(long position, long at, String author, StewardLink link) implements Entry {}

  /// A steward took such a link back.
  record LinkUndone(long position, long at, String author, StewardLink link, String reason)
      implements Entry {}

  /// An operator saved a segment.
  ///
  /// @param segment its next version; whether it is filled follows from state
  /// @param reason in the author's words; may be empty
  record SegmentSaved(long position, long at, String author, Segment segment, String reason)
      implements Entry {}

  /// All that happened before a version of a segment was saved is counted.
  record SegmentFilled(long position, long at, String segment, int version) implements Entry {}

  /// A person's timer went off, or the person is to be looked at anew.
  ///
  /// @param due when it should have gone off; no later than `at`
  record TimerFired(long position, long at, long due, Identifier who) implements Entry {}

  /// Everybody has been looked at anew.
  ///
  /// @param since position of the entry that asked for it
  record Swept(long position, long at, long since) implements Entry {}

  /// An operator saved a computed trait.
  ///
  /// @param trait its next version; whether it is filled follows from state
  /// @param reason in the author's words; may be empty
  record ComputedTraitSaved(
      long position, long at, String author, ComputedTrait trait, String reason) implements Entry {}

  /// All that happened before a version of a computed trait was saved is counted.
  record ComputedTraitFilled(long position, long at, String trait, int version) implements Entry {}

  /// The quintiles of a computed trait were worked out of everybody: a recorded output, since who
  /// everybody was then is nowhere else.
  record CutsMeasured(long position, long at, String trait, int version, Cuts cuts)
      implements Entry {}

  /// An operator saved the workspace's own words.
  ///
  /// @param synonyms their next version, whole
  /// @param reason in the author's words; may be empty
  record SynonymsSaved(long position, long at, String author, Synonyms synonyms, String reason)
      implements Entry {}

  /// An operator saved purposes, or the workspace began with them.
  ///
  /// @param purposes the next version of each
  /// @param reason in the author's words; may be empty
  record PurposesSaved(long position, long at, String author, List<Purpose> purposes, String reason)
      implements Entry {
    public PurposesSaved {
      purposes = List.copyOf(purposes);
    }
  }

  /// An operator saved a tracking plan. It counts from the next entry on.
  ///
  /// @param plan its next version
  /// @param reason in the author's words; may be empty
  record PlanSaved(long position, long at, String author, Plan plan, String reason)
      implements Entry {}

  /// An operator saved the transformations. They count from the next entry on.
  ///
  /// @param transformations their next version, whole
  /// @param reason in the author's words; may be empty
  record TransformationsSaved(
      long position, long at, String author, Transformations transformations, String reason)
      implements Entry {}

  /// A repair of the quarantine begins, or is done.
  record RepairNoted(long position, long at, String author, Repair repair) implements Entry {}

  /// Events that waited in quarantine are not kept any more, on purpose; some of a repair's.
  ///
  /// @param source number of the source that sent them
  /// @param positions at which they were quarantined
  record QuarantineDropped(
      long position, long at, String repair, int source, String group, List<Long> positions)
      implements Entry {
    public QuarantineDropped {
      positions = List.copyOf(positions);
    }
  }

  /// Something about the data became worse, or is well again: a recorded output of what counts it,
  /// for whoever follows.
  ///
  /// @param id of this piece of news; ids are in the order of time, and the same news has the same
  /// @param alert see [io.inyeon.core.govern.quality.AlertNews]
  record QualityAlerted(long position, long at, String id, Value.Fields alert) implements Entry {}

  /// A person entered or left a segment: a recorded output, which no replay makes again.
  record MembershipChanged(long position, long at, Fact fact) implements Entry {}

  /// A person is erased: from here on state knows nothing of them. It holds no value of theirs.
  ///
  /// What it takes out follows from state, which knows the person here for the last time; so what
  /// came of it is told by [ErasureKept], and a state that is made anew leaves this one out.
  ///
  /// @param id of the erasure, `ers_...`
  /// @param subject keyed hash of an identifier of theirs
  /// @param reason in the author's words; never holds what is to be erased
  record PersonErased(
      long position, long at, String author, String id, ProfileId subject, String reason)
      implements Entry {}

  /// What an erasure took out, on record: the archive has none of the person's events any more.
  ///
  /// @param erasure what is remembered of it; keyed hashes only
  /// @param pasts the person's recorded memberships, which state still has
  record ErasureKept(long position, long at, Erasure erasure, List<Past> pasts) implements Entry {
    public ErasureKept {
      pasts = List.copyOf(pasts);
    }

    /// One recorded membership, by its place in state.
    ///
    /// @param whose place of the identifier among the leftover's
    public record Past(int whose, long cause, int ordinal) {}
  }

  /// Nothing of what some erasures took out is on the disk any more.
  ///
  /// @param erasures their ids
  record ErasuresScrubbed(long position, long at, List<String> erasures) implements Entry {
    public ErasuresScrubbed {
      erasures = List.copyOf(erasures);
    }
  }

  /// Somebody changed what the workspace keeps about people's rights: a request, a suppressed
  /// address, a setting.
  ///
  /// @param room what it is about, e.g. `request`
  /// @param id of the document within its room
  /// @param document whole; `null` when it is no more
  record RightsSaved(
      long position,
      long at,
      String author,
      String room,
      String id,
      Value.@Nullable Fields document)
      implements Entry {}
}
