package io.inyeon.core;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Decision.Needs;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.govern.quality.AlertNews;
import io.inyeon.core.govern.quarantine.Quarantine;
import io.inyeon.core.segment.Accounts;
import io.inyeon.core.segment.Definitions;
import io.inyeon.core.segment.Live;
import io.inyeon.core.segment.TraitDefinitions;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Stewards;
import io.inyeon.core.unify.Tombstones;
import io.inyeon.core.unify.Unifier;
import java.util.ArrayList;
import java.util.List;

/// The whole product on one screen: collect, govern, unify, segment.
///
/// Pure. The same entry, snapshot and rules give the same decision on every machine, so the
/// embedded runtime, a stream engine and the simulator all call exactly this.
public final class Pipeline {
  static final OutcomeCounts RELEASED = new OutcomeCounts(0, 0, -1, 0);

  private static final long MEMORY_MS = 30L * 24 * 60 * 60 * 1000;

  private Pipeline() {}

  /// Decides what an entry means. A source's number that nobody knows is our own bug, and throws.
  ///
  /// @param rules made of what stands under [Key.OfRules] in the snapshot: an event may add a type
  ///   of identifier to them, and the next entry must be decided with it
  public static Decision decide(Entry entry, Snapshot before, Rules rules) {
    try {
      return switch (entry) {
        case Entry.Received received -> event(received, before, rules);
        case Entry.SourceSaved saved ->
            plain(new Put<>(new Key.Source(saved.source().number()), saved.source()));
        case Entry.RulesSaved saved -> rules(saved, before);
        case Entry.RulesApplied applied -> rulesApplied(applied, before);
        case Entry.AccessGranted granted ->
            plain(new Put<>(new Key.Access(granted.key().hash()), granted.key()));
        case Entry.AccessRevoked revoked -> plain(new Remove<>(new Key.Access(revoked.hash())));
        case Entry.ImportUndone undone -> importUndone(undone, before);
        case Entry.CutMade made ->
            followed(made, Stewards.cutMade(made.cut(), before, rules), before, rules);
        case Entry.CutUndone undone ->
            followed(undone, Stewards.cutUndone(undone.cutId(), before, rules), before, rules);
        case Entry.LinkMade made ->
            followed(made, Stewards.linkMade(made.link(), before, rules), before, rules);
        case Entry.LinkUndone undone ->
            followed(undone, Stewards.linkUndone(undone.link(), before, rules), before, rules);
        case Entry.SegmentSaved saved -> Definitions.saved(saved, before, rules);
        case Entry.SegmentFilled filled -> Definitions.filled(filled, before);
        case Entry.TimerFired(var position, var at, var due, var who) -> {
          var changes = new ArrayList<Change>();
          Live.fired(who, due, at, position, before, rules, changes);
          yield new Decided(null, changes, List.of());
        }
        case Entry.ComputedTraitSaved saved -> TraitDefinitions.saved(saved, before, rules);
        case Entry.ComputedTraitFilled filled -> TraitDefinitions.filled(filled, before, rules);
        case Entry.CutsMeasured measured -> TraitDefinitions.measured(measured, before, rules);
        case Entry.SynonymsSaved saved -> plain(new Put<>(new Key.OfSynonyms(), saved.synonyms()));
        case Entry.PurposesSaved saved -> purposes(saved);
        case Entry.PlanSaved(_, var at, var author, var plan, var reason) ->
            plain(
                new Put<>(new Key.OfPlan(plan.id()), plan),
                new Put<>(new Key.OfPlanVersion(plan.id(), plan.version()), plan),
                new Put<>(
                    Authorship.ofPlan(plan.id(), plan.version()),
                    new Authorship(author, at, reason).written()));
        case Entry.TransformationsSaved(_, var at, var author, var all, var reason) ->
            plain(
                new Put<>(new Key.OfTransformations(), all),
                new Put<>(new Key.OfTransformationsVersion(all.version()), all),
                new Put<>(
                    Authorship.ofTransformations(all.version()),
                    new Authorship(author, at, reason).written()));
        case Entry.RepairNoted(_, _, _, var repair) ->
            plain(new Put<>(new Key.OfRepair(repair.id()), repair));
        case Entry.QuarantineDropped dropped -> quarantineDropped(dropped, before);
        case Entry.QualityAlerted alerted ->
            plain(
                new Put<>(
                    new Key.OfRights(AlertNews.ROOM, alerted.id()),
                    AlertNews.kept(alerted.alert(), alerted.position())));
        case Entry.Swept swept -> Definitions.swept(swept, before, rules);
        case Entry.PersonErased erased -> Erasures.erased(erased, before, rules);
        case Entry.ErasureKept kept -> Erasures.kept(kept, before, rules);
        case Entry.ErasuresScrubbed scrubbed -> Erasures.scrubbed(scrubbed, before);
        case Entry.RightsSaved saved -> {
          var key = new Key.OfRights(saved.room(), saved.id());
          yield saved.document() == null
              ? plain(new Remove<>(key))
              : plain(new Put<>(key, saved.document()));
        }
        case Entry.MembershipChanged(_, _, var fact) -> {
          if (Tombstones.cover(fact.who(), fact.at(), before, rules)) {
            // It waited for its record while its person was erased.
            yield plain(new Remove<>(new Key.OfFact(fact.cause(), fact.ordinal())));
          }
          var changes = new ArrayList<Change>();
          Live.recorded(fact, before, rules, changes);
          yield new Decided(null, changes, List.of());
        }
      };
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  /// A steward's decision, with what it changes of memberships.
  static Decided followed(Entry entry, Decided decided, Snapshot before, Rules rules) {
    var changes = new ArrayList<>(decided.changes());
    Live.follow(entry.at(), entry.position(), before, rules, changes);
    return new Decided(decided.outcome(), changes, decided.effects());
  }

  private static Decided importUndone(Entry.ImportUndone undone, Snapshot before) {
    var key = new Key.OfUndone(undone.source());
    var known = before.get(key);
    return plain(new Put<>(key, (known == null ? UndoneImports.NONE : known).and(undone)));
  }

  /// Whether an event belongs to an import that was taken back. It counts for nothing, and is not
  /// remembered: the same row may come again.
  private static boolean undone(Entry.Received received, Source source, Snapshot before) {
    if (source.kind() != SourceKind.IMPORT) {
      return false;
    }
    var undone = before.get(new Key.OfUndone(source.number()));
    var envelope = received.envelope();
    return undone != null && undone.cover(envelope.first(received.position()), envelope.edgeId());
  }

  /// Whether an event says itself when it happened.
  private static boolean dated(Body body) {
    return body instanceof Value.Fields fields
        && (fields.get("timestamp") != null || fields.get("originalTimestamp") != null);
  }

  private static Decided event(Entry.Received received, Snapshot before, Rules rules) {
    var source = before.get(new Key.Source(received.envelope().source()));
    if (source == null) {
      throw new IllegalStateException("no source " + received.envelope().source());
    }
    var release = received.envelope().release();
    if (release != null) {
      Quarantine.prepare(release, received.body(), source.number(), before);
    }
    var judged =
        rules.governance().judge(received.envelope(), received.body(), source, rules.types());
    var reading =
        judged.reading() instanceof Reading.Understood(var whole, _)
                && Tombstones.refuse(whole, dated(received.body()), before, rules)
            ? new Reading.Unwanted(whole.head(), Erasures.REFUSED)
            : judged.reading();
    var head = reading.head();
    var memory = new Key.Seen(head.source(), head.messageId());
    var changes = new ArrayList<Change>();
    if (release != null && !Quarantine.leave(release.group(), release.first(), before, changes)) {
      return counted(new Outcome.Duplicate(head, release.first()), before, List.of(), List.of());
    }
    if (undone(received, source, before)) {
      return ended(new Outcome.Dropped(head, "import_undone"), received, before, changes);
    }
    var seen = before.get(memory);
    // Of the erased not even that they came again is kept with what they said.
    if (!Erasures.refused(reading)
        && seen != null
        && (release == null
            ? remembers(seen, head, source.kind() == SourceKind.IMPORT)
            : seen.accepted())) {
      return ended(new Outcome.Duplicate(head, seen.position()), received, before, changes);
    }
    var effects = new ArrayList<Effect>();
    var outcome =
        switch (reading) {
          case Reading.Understood(var event, var newTypes) ->
              understood(event, newTypes, received.position(), before, rules, changes, effects)
                  .with(judged.edits());
          case Reading.Refused(_, var violations) -> new Outcome.Quarantined(head, violations);
          case Reading.Unwanted(_, var reason, var because) ->
              new Outcome.Dropped(head, reason, because);
        };
    if (outcome instanceof Outcome.Accepted(var event, var owner, _)) {
      Live.follow(event, owner, received.at(), received.position(), before, rules, changes);
    }
    if (outcome instanceof Outcome.Quarantined(_, var violations)) {
      var left = release == null ? before : new Overlay(before, changes);
      Quarantine.hold(head, received.body(), violations, received.position(), left, changes);
    }
    changes.add(
        new Put<>(
            memory,
            new Seen(received.position(), head.receivedAt(), outcome instanceof Outcome.Accepted)));
    var decided = ended(outcome, received, before, changes);
    return new Decided(outcome, decided.changes(), effects);
  }

  /// Counts how an event ended; one that was released is not quarantined any more.
  private static Decided ended(
      Outcome outcome, Entry.Received received, Snapshot before, List<Change> changes) {
    var decided = counted(outcome, before, changes, List.of());
    if (received.envelope().release() == null) {
      return decided;
    }
    var all = new ArrayList<>(decided.changes());
    all.add(counted(outcome.head().source(), RELEASED, new Overlay(before, all)));
    return new Decided(outcome, all, List.of());
  }

  /// Events that waited and are dropped now.
  private static Decided quarantineDropped(Entry.QuarantineDropped dropped, Snapshot before) {
    var changes = new ArrayList<Change>();
    var count = Quarantine.drop(dropped.group(), dropped.positions(), before, changes);
    changes.add(counted(dropped.source(), new OutcomeCounts(0, 0, -count, count), before));
    return new Decided(null, changes, List.of());
  }

  /// The first rules of a workspace are in force at once. All others have to be applied to what
  /// there is already, so they are kept, and come into force with the state that is made by them.
  private static Decided rules(Entry.RulesSaved saved, Snapshot before) {
    var first = before.get(new Key.OfRules()) == null;
    var kept =
        new Put<>(
            new Key.OfSavedRules(saved.rules().version()),
            new SavedRules(
                saved.rules(),
                saved.position(),
                saved.at(),
                saved.author(),
                saved.reason(),
                first || saved.rules().version() == 1 ? saved.at() : 0));
    return first ? plain(kept, new Put<>(new Key.OfRules(), saved.rules())) : plain(kept);
  }

  /// Notes when rules came into force; said again, it is another time of the same thing.
  private static Decided rulesApplied(Entry.RulesApplied applied, Snapshot before) {
    var key = new Key.OfSavedRules(applied.version());
    var saved = before.get(key);
    return saved == null || saved.inForceSince() > 0
        ? plain()
        : plain(
            new Put<>(
                key,
                new SavedRules(
                    saved.rules(),
                    saved.position(),
                    saved.at(),
                    saved.author(),
                    saved.reason(),
                    applied.at())));
  }

  /// An event that counts: adds what it changes.
  static Outcome.Accepted understood(
      Event event,
      List<String> newTypes,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes,
      List<Effect> effects) {
    if (!newTypes.isEmpty()) {
      changes.add(new Put<>(new Key.OfRules(), rules.document().withTypes(newTypes)));
    }
    var owner = Unifier.unify(event, position, before, rules, changes, effects);
    var account = event.account();
    if (account != null) {
      var key = new Key.Account(account);
      var known = before.get(key);
      var said = AccountProfile.of(event, rules);
      var now = known == null ? said : known.plus(said);
      changes.add(new Put<>(key, now));
      Accounts.join(event, account, before, changes);
    }
    return new Outcome.Accepted(event, owner);
  }

  /// Whether the memory of an event still makes a second one a duplicate.
  private static boolean remembers(Seen seen, Event.Head head, boolean forEver) {
    return forEver || head.receivedAt() - seen.receivedAt() <= MEMORY_MS;
  }

  private static Decided counted(
      Outcome outcome, Snapshot before, List<Change> changes, List<Effect> effects) {
    var one =
        switch (outcome) {
          case Outcome.Accepted _ -> new OutcomeCounts(1, 0, 0, 0);
          case Outcome.Duplicate _ -> new OutcomeCounts(0, 1, 0, 0);
          case Outcome.Quarantined _ -> new OutcomeCounts(0, 0, 1, 0);
          case Outcome.Dropped _ -> new OutcomeCounts(0, 0, 0, 1);
        };
    var all = new ArrayList<>(changes);
    all.add(counted(outcome.head().source(), one, before));
    return new Decided(outcome, all, effects);
  }

  /// A source's counts with one event more.
  static Change counted(int source, OutcomeCounts one, Snapshot before) {
    var key = new Key.Outcomes(source);
    var counts = before.get(key);
    return new Put<>(key, counts == null ? one : counts.plus(one));
  }

  private static Decided purposes(Entry.PurposesSaved saved) {
    var changes = new ArrayList<Change>();
    for (var purpose : saved.purposes()) {
      var kept =
          new SavedPurpose(purpose, saved.position(), saved.at(), saved.author(), saved.reason());
      changes.add(new Put<>(new Key.OfPurpose(purpose.key()), kept));
      changes.add(new Put<>(new Key.OfPurposeVersion(purpose.key(), purpose.version()), kept));
    }
    return new Decided(null, changes, List.of());
  }

  private static Decided plain(Change... changes) {
    return new Decided(null, List.of(changes), List.of());
  }
}
