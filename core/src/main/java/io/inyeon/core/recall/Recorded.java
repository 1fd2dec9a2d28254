package io.inyeon.core.recall;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Something on record that says who is who or what is known of somebody.
public sealed interface Recorded {
  /// In the order in which things happened; what happened at one moment, in that of the log.
  Comparator<Recorded> BY_TIME =
      Comparator.comparingLong(Recorded::time).thenComparingLong(Recorded::position);

  /// Where it stands in the log.
  long position();

  /// When it happened, milliseconds since 1970.
  long time();

  /// An event that was accepted. That it was is on record and never decided again.
  ///
  /// @param source as it was when the event came
  /// @param named whether something was an identifier of the event when it was decided: a type that
  ///   nobody knew then was plain data, see [Spellings]
  record Said(
      long position,
      long time,
      Envelope envelope,
      Body body,
      Source source,
      Predicate<Identifier> named)
      implements Recorded {}

  /// What a steward decided of who is who, or took back.
  record Ruled(Entry entry) implements Recorded {
    /// Refuses entries that say nothing of who is who: our own bug.
    public Ruled {
      switch (entry) {
        case Entry.CutMade _, Entry.CutUndone _, Entry.LinkMade _, Entry.LinkUndone _ -> {}
        case Entry.Received _,
            Entry.SourceSaved _,
            Entry.RulesSaved _,
            Entry.RulesApplied _,
            Entry.ImportUndone _,
            Entry.SegmentSaved _,
            Entry.SegmentFilled _,
            Entry.TimerFired _,
            Entry.Swept _,
            Entry.ComputedTraitSaved _,
            Entry.ComputedTraitFilled _,
            Entry.CutsMeasured _,
            Entry.SynonymsSaved _,
            Entry.PlanSaved _,
            Entry.TransformationsSaved _,
            Entry.RepairNoted _,
            Entry.QuarantineDropped _,
            Entry.QualityAlerted _,
            Entry.PersonErased _,
            Entry.ErasureKept _,
            Entry.ErasuresScrubbed _,
            Entry.RightsSaved _,
            Entry.PurposesSaved _,
            Entry.MembershipChanged _,
            Entry.AccessGranted _,
            Entry.AccessRevoked _ ->
            throw new IllegalArgumentException("no steward's decision: " + entry);
      }
    }

    @Override
    public long position() {
      return entry.position();
    }

    @Override
    public long time() {
      return entry.at();
    }

    /// Whom it names; nobody, when it takes a cut back, which it names by its id.
    SortedSet<Identifier> identifiers() {
      var all = new TreeSet<Identifier>();
      switch (entry) {
        case Entry.CutMade(_, _, _, var cut) -> {
          all.addAll(cut.left());
          all.addAll(cut.right());
        }
        case Entry.LinkMade(_, _, _, var link) -> {
          all.add(link.pair().stronger());
          all.add(link.pair().weaker());
        }
        case Entry.LinkUndone(_, _, _, var link, _) -> {
          all.add(link.pair().stronger());
          all.add(link.pair().weaker());
        }
        default -> {} // names nobody
      }
      return all;
    }
  }
}
