package io.inyeon.core;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Held;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.AccountChange;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Filling;
import io.inyeon.core.segment.Flow;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Membership;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Share;
import io.inyeon.core.segment.Standing;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.ErasuresSoFar;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.Logins;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Span;
import io.inyeon.core.unify.Spans;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.StewardLinks;
import org.jspecify.annotations.Nullable;

/// The address of one thing in state. Decisions ask for keys and put values under keys; a shell
/// carries both, on one machine or between many, and never interprets either.
///
/// Those that every event asks for have `equals` and `hashCode` written out, since what the
/// compiler makes of a record is not always inlined.
///
/// @param <V> what stands under it
public sealed interface Key<V> {
  /// What became of an event: the memory that finds duplicates.
  ///
  /// @param source number of the source
  record Seen(int source, String messageId) implements Key<io.inyeon.core.Seen> {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Seen that
          && source == that.source
          && messageId.equals(that.messageId);
    }

    @Override
    public int hashCode() {
      return 31 * source + messageId.hashCode();
    }
  }

  /// The actor of one identifier: which tree holds it.
  record OfIdentifier(Identifier identifier) implements Key<Holder> {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfIdentifier that && identifier.equals(that.identifier);
    }

    @Override
    public int hashCode() {
      return identifier.hashCode();
    }
  }

  /// One tree of the forest, whole.
  record Tree(long id) implements Key<io.inyeon.core.unify.Tree> {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Tree that && id == that.id;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(id);
    }
  }

  /// A link that counts towards sharing but links nobody: an end is shared, or a cut lies between.
  record IdleLink(Pair pair) implements Key<Stamp> {}

  /// What stewards said of one pair; stands only while they say something.
  record OfStewardLinks(Pair pair) implements Key<StewardLinks> {}

  /// Whom an identifier lost touch with at a rank, page by page; only grows.
  ///
  /// @param rank of the links and fragments that were lost
  /// @param page 0 is being written; the older ones count from 1
  record Estranged(Identifier identifier, int rank, int page)
      implements Key<io.inyeon.core.unify.Estranged> {}

  /// Into which spans of time the events that name a device are divided; stands only where logins
  /// decide whose they are, and they are too many for one span.
  record OfSpans(Identifier device) implements Key<Spans> {}

  /// Who logged in on a device within a span of time; stands only where logins decide whose its
  /// events are.
  record OfLogins(Identifier device, Span span) implements Key<Logins> {}

  /// The accepted events that name a device, with their time within a span: all that were decided
  /// before the entry at hand. Nothing stands there in state; a shell reads them from what is on
  /// record.
  record OfMentions(Identifier device, Span span) implements Key<io.inyeon.core.unify.Mentions> {}

  /// A steward's cut, by its own id.
  record OfCut(String id) implements Key<Cut> {}

  /// The identifier whose hash a profile id is.
  record OfProfile(ProfileId id) implements Key<Identifier> {}

  /// An account, e.g. a company.
  record Account(String id) implements Key<AccountProfile> {}

  /// That an event joined somebody to an account: a row for each identifier it names, which never
  /// moves; whoever holds the identifier now may be a member, and the profile says whether. Always
  /// true where it stands.
  record OfJoined(String account, Identifier who) implements Key<Boolean> {}

  /// That an account is another one for conditions, and its members are not all looked at yet.
  record OfAccountChange(String account) implements Key<AccountChange> {}

  /// For how many members of an account a condition holds; stands only while there are any.
  ///
  /// @param condition its id
  record OfMemberCount(String account, long condition) implements Key<MemberCount> {}

  /// What a person counts for among the members of their accounts.
  ///
  /// @param who the person's strongest identifier
  record OfShare(Identifier who) implements Key<Share> {}

  /// That members of accounts are counted; stands only while something asks for it.
  record OfMembersCounted() implements Key<MembersCounted> {}

  /// A source, by its number.
  record Source(int number) implements Key<io.inyeon.core.collect.Source> {}

  /// Which imports of a source were taken back; stands only when some were.
  ///
  /// @param source number of the source
  record OfUndone(int source) implements Key<UndoneImports> {}

  /// How a source's events ended, counted.
  ///
  /// @param source number of the source
  record Outcomes(int source) implements Key<OutcomeCounts> {}

  /// A management key, by the SHA-256 of its secret in hex.
  record Access(String hash) implements Key<AccessKey> {}

  /// The rules in force.
  record OfRules() implements Key<RulesDocument> {}

  /// A version of the rules, as it was saved.
  record OfSavedRules(int version) implements Key<SavedRules> {}

  /// The number that the next new tree gets.
  record NextTree() implements Key<Long> {}

  /// A segment as it was saved last.
  record OfSegment(String id) implements Key<Segment> {}

  /// A version of a segment, as it was saved.
  record OfSegmentVersion(String id, int version) implements Key<Segment> {}

  /// How many members a segment has.
  record OfSegmentSize(String id) implements Key<Long> {}

  /// How far counting what happened before a segment was saved has come; stands only meanwhile.
  ///
  /// @param segment its id; of a computed trait `trait:` and its id
  record OfFilling(String segment) implements Key<Filling> {}

  /// That everybody is to be looked at anew, since an entry at this position; stands only until it
  /// is done.
  record OfSweep() implements Key<Long> {}

  /// When the events of one fragment happened that are part of a track.
  ///
  /// @param track its id
  record OfOccurrences(FragmentKey fragment, long track) implements Key<Occurrences> {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof OfOccurrences that
          && track == that.track
          && fragment.equals(that.fragment);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(track) + fragment.identifiers().hashCode();
    }
  }

  /// Which segments a person is a member of.
  ///
  /// @param who the person's strongest identifier
  record OfStanding(Identifier who) implements Key<Standing> {}

  /// One member of a segment.
  ///
  /// @param who the person's strongest identifier
  record OfMember(String segment, Identifier who) implements Key<Membership> {}

  /// A timer; always `true`.
  ///
  /// @param due milliseconds since 1970
  /// @param who the person's strongest identifier
  record OfTimer(long due, Identifier who) implements Key<Boolean> {}

  /// A fact on record, among those of one person.
  ///
  /// @param who the person's strongest identifier then
  record OfPast(Identifier who, long cause, int ordinal) implements Key<Fact> {}

  /// Who entered and left a segment on one day, counted.
  ///
  /// @param day of the workspace's calendar, in days since 1970
  record OfFlow(String segment, long day) implements Key<Flow> {}

  /// A computed trait as it was saved last, with the quintiles worked out for it.
  record OfComputedTrait(String id) implements Key<ComputedTrait> {}

  /// A version of a computed trait, as it was saved.
  record OfComputedTraitVersion(String id, int version) implements Key<ComputedTrait> {}

  /// The workspace's own words, as they were saved last.
  record OfSynonyms() implements Key<Synonyms> {}

  /// A purpose as it was saved last.
  record OfPurpose(String key) implements Key<SavedPurpose> {}

  /// A version of a purpose, as it was saved.
  record OfPurposeVersion(String key, int version) implements Key<SavedPurpose> {}

  /// A tracking plan as it was saved last.
  record OfPlan(String id) implements Key<Plan> {}

  /// A version of a tracking plan, as it was saved.
  record OfPlanVersion(String id, int version) implements Key<Plan> {}

  /// The transformations as they were saved last.
  record OfTransformations() implements Key<Transformations> {}

  /// A version of the transformations, as it was saved.
  record OfTransformationsVersion(int version) implements Key<Transformations> {}

  /// The events that wait in quarantine for the same reasons; stands only while some do.
  record OfQuarantineGroup(String group) implements Key<QuarantineGroup> {}

  /// An event that waits in quarantine.
  ///
  /// @param position at which it was quarantined
  record OfHeld(String group, long position) implements Key<Held> {}

  /// How many events of one person wait in a group of the quarantine.
  ///
  /// @param who a hash of what the events say of who it is
  record OfHeldPerson(String group, long who) implements Key<Long> {}

  /// How many groups of the quarantine a source has.
  ///
  /// @param source number of the source
  record OfGroupsOfSource(int source) implements Key<Long> {}

  /// A repair of the quarantine.
  record OfRepair(String id) implements Key<Repair> {}

  /// A fact that is not on record yet.
  ///
  /// @param cause position of the entry that it follows from
  record OfFact(long cause, int ordinal) implements Key<Fact> {}

  /// Until when an erased identifier's events are refused, milliseconds since 1970: see [Erasure].
  ///
  /// @param hash keyed hash of the identifier
  record OfTombstone(ProfileId hash) implements Key<Long> {}

  /// What is remembered of an erasure.
  record OfErasure(String id) implements Key<Erasure> {}

  /// What an erasure has yet to take out of what lies beside state; stands only until that is done.
  record OfLeftover(String erasure) implements Key<Leftover> {}

  /// All erasures together.
  record OfErasures() implements Key<ErasuresSoFar> {}

  /// What the workspace keeps about people's rights.
  ///
  /// @param room what it is about, e.g. `request`
  record OfRights(String room, String id) implements Key<Value.Fields> {}
}
