package io.inyeon.core.steps;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import java.util.Comparator;

/// Who keeps a part of state and is the only one to write it: an identifier, a tree, or whoever has
/// a name of its own.
///
/// The total order of addresses is what keeps steps from waiting for each other in a circle, see
/// [Actor]. What many steps ask for stands last in it, so that it is borrowed last and for the
/// shortest time.
public sealed interface Address extends Comparable<Address> {
  /// Something with a name: a message of a source, a cut, an account.
  ///
  /// @param kind of thing
  /// @param name unique among its kind
  record Named(String kind, String name) implements Address {
    /// Keeps what every decision reads and nobody lends: sources, rules, segments, keys. Its values
    /// are copied to wherever decisions are made.
    public static final Address WORKSPACE = new Named("workspace", "");
  }

  /// An identifier: which tree holds it, whom it lost touch with, who logged in on it.
  record OfIdentifier(Identifier identifier) implements Address {}

  /// A tree: its nodes, links and fragments.
  record OfTree(long id) implements Address {}

  /// Where the value of a key is kept.
  static Address of(Key<?> key) {
    return switch (key) {
      case Key.Tree(var id) -> new OfTree(id);
      case Key.OfIdentifier(var identifier) -> new OfIdentifier(identifier);
      // An idle link stands with the end that can have more of them: hubs are strong.
      case Key.IdleLink(var pair) -> new OfIdentifier(pair.stronger());
      case Key.OfStewardLinks(var pair) -> new OfIdentifier(pair.stronger());
      case Key.Estranged(var identifier, _, _) -> new OfIdentifier(identifier);
      case Key.OfSpans(var device) -> new OfIdentifier(device);
      case Key.OfLogins(var device, _) -> new OfIdentifier(device);
      case Key.OfMentions(var device, _) -> new OfIdentifier(device);
      case Key.OfOccurrences(var fragment, _) ->
          new OfIdentifier(fragment.identifiers().getFirst());
      case Key.OfStanding(var who) -> new OfIdentifier(who);
      case Key.OfMember(_, var who) -> new OfIdentifier(who);
      case Key.OfTimer(_, var who) -> new OfIdentifier(who);
      case Key.OfPast(var who, _, _) -> new OfIdentifier(who);
      case Key.Seen(var source, var messageId) -> new Named("message", source + "/" + messageId);
      case Key.OfCut(var id) -> new Named("cut", id);
      case Key.OfProfile(var id) -> new Named("profile", id.value());
      case Key.Account(var id) -> new Named("account", id);
      case Key.OfJoined(_, var who) -> new OfIdentifier(who);
      case Key.OfAccountChange(var account) -> new Named("accounts", account);
      case Key.OfMemberCount(var account, _) -> new Named("tally", account);
      case Key.OfShare(var who) -> new OfIdentifier(who);
      case Key.Outcomes(var source) -> new Named("outcomes", Integer.toString(source));
      case Key.OfFact(var cause, var ordinal) -> new Named("fact", cause + "/" + ordinal);
      case Key.OfTombstone(var hash) -> new Named("tombstone", hash.value());
      case Key.OfErasure(var id) -> new Named("erasure", id);
      case Key.OfLeftover(var id) -> new Named("erasure", id);
      case Key.OfRights(var room, var id) -> new Named("rights", room + "/" + id);
      case Key.OfSegmentSize(var id) -> new Named("segment", id);
      case Key.OfFlow(var segment, _) -> new Named("segment", segment);
      case Key.OfQuarantineGroup(var group) -> new Named("quarantine", group);
      case Key.OfHeld(var group, _) -> new Named("quarantine", group);
      case Key.OfHeldPerson(var group, _) -> new Named("quarantine", group);
      case Key.OfGroupsOfSource(var source) -> new Named("quarantines", Integer.toString(source));
      case Key.Source _,
          Key.OfUndone _,
          Key.Access _,
          Key.OfRules _,
          Key.OfSavedRules _,
          Key.NextTree _,
          Key.OfSegment _,
          Key.OfSegmentVersion _,
          Key.OfFilling _,
          Key.OfSweep _,
          Key.OfMembersCounted _,
          Key.OfComputedTrait _,
          Key.OfComputedTraitVersion _,
          Key.OfSynonyms _,
          Key.OfPurpose _,
          Key.OfPurposeVersion _,
          Key.OfPlan _,
          Key.OfPlanVersion _,
          Key.OfTransformations _,
          Key.OfTransformationsVersion _,
          Key.OfRepair _,
          Key.OfErasures _ ->
          Named.WORKSPACE;
    };
  }

  private int place() {
    return switch (this) {
      case Named _ -> 0;
      case OfIdentifier _ -> 1;
      case OfTree _ -> 2;
    };
  }

  /// Those with names first, then identifiers, then trees.
  @Override
  default int compareTo(Address other) {
    return switch (this) {
      case Named mine when other instanceof Named that ->
          Comparator.comparing(Named::kind).thenComparing(Named::name).compare(mine, that);
      case OfIdentifier(var mine) when other instanceof OfIdentifier(var that) ->
          mine.compareTo(that);
      case OfTree(var mine) when other instanceof OfTree(var that) -> Long.compare(mine, that);
      case Named _, OfIdentifier _, OfTree _ -> Integer.compare(place(), other.place());
    };
  }
}
