package io.inyeon.core.steps;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.unify.StewardLink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where an entry begins its way.
///
/// What is decided in the order of the log has its first address in common, and keeps it from
/// others to the end: the same message again, a cut and its undoing, a steward's link and its
/// undoing, all that is the workspace's. Everything else may be decided in any order.
public final class Beginning {
  private Beginning() {}

  /// The first message of an entry. A shell delivers those to one address in the order of the log.
  ///
  /// @param workspace what [Address.Named#WORKSPACE] keeps, as it is known here
  public static Mail of(Entry entry, Snapshot workspace, Rules rules) {
    return switch (entry) {
      case Entry.Received received -> received(received, workspace, rules);
      case Entry.CutMade(_, _, _, var cut) -> of(entry, new Key.OfCut(cut.id()));
      case Entry.CutUndone(_, _, _, var id, _) -> of(entry, new Key.OfCut(id));
      case Entry.LinkMade(_, _, _, var link) -> link(entry, link);
      case Entry.LinkUndone(_, _, _, var link, _) -> link(entry, link);
      case Entry.PersonErased erased -> of(entry, new Key.OfProfile(erased.subject()));
      case Entry.TimerFired(_, _, _, var who) -> of(entry, new Key.OfIdentifier(who));
      case Entry.MembershipChanged(_, _, var fact) ->
          of(entry, new Key.OfFact(fact.cause(), fact.ordinal()));
      case Entry.SourceSaved _,
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
          Entry.SynonymsSaved _,
          Entry.PlanSaved _,
          Entry.TransformationsSaved _,
          Entry.RepairNoted _,
          Entry.QuarantineDropped _,
          Entry.QualityAlerted _,
          Entry.ErasureKept _,
          Entry.ErasuresScrubbed _,
          Entry.RightsSaved _,
          Entry.PurposesSaved _ ->
          Actor.begin(entry, List.of(Address.Named.WORKSPACE), Set.of());
    };
  }

  private static Mail of(Entry entry, Key<?> first) {
    return Actor.begin(entry, List.of(), Set.of(first));
  }

  private static Mail received(Entry.Received received, Snapshot workspace, Rules rules) {
    var envelope = received.envelope();
    var source = workspace.get(new Key.Source(envelope.source()));
    if (source == null) {
      throw new IllegalStateException("no source " + envelope.source());
    }
    var reading =
        rules.governance().judge(envelope, received.body(), source, rules.types()).reading();
    var first = new HashSet<Key<?>>();
    first.add(new Key.Seen(reading.head().source(), reading.head().messageId()));
    if (reading instanceof Reading.Understood(var event, _)) {
      event.identifiers().stream()
          .filter(each -> !rules.types().blocked(each))
          .limit(1)
          .forEach(each -> first.add(new Key.OfIdentifier(each)));
    }
    return Actor.begin(received, List.of(), first);
  }

  private static Mail link(Entry entry, StewardLink link) {
    var pair = link.pair();
    return Actor.begin(
        entry,
        List.of(new Address.Named("link", link.id())),
        Set.of(
            new Key.OfStewardLinks(pair),
            new Key.OfIdentifier(pair.stronger()),
            new Key.OfIdentifier(pair.weaker())));
  }
}
