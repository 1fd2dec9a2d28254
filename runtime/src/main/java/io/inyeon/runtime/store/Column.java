package io.inyeon.runtime.store;

import io.inyeon.core.Key;

/// Where on disk a kind of thing is kept: a column family each, so that each can be tuned.
enum Column {
  /// The few and small: position, rules, sources, counts, access keys, cuts.
  META("default"),
  /// Which tree holds an identifier.
  IDENTIFIERS("identifiers"),
  /// Links that count and link nobody.
  IDLE_LINKS("idle-links"),
  /// The identifier that each profile id was made of.
  PROFILES("profiles"),
  /// Whom identifiers lost touch with.
  ESTRANGED("estranged"),
  /// Who logged in on which device when.
  LOGINS("logins"),
  ACCOUNTS("accounts"),
  /// Who joined which account, and the accounts whose members are to be looked at.
  JOINED("joined"),
  /// Trees in parts; see [TreeRows].
  TREES("trees"),
  /// What is to be told, by position.
  OUTBOX("outbox"),
  /// Which trees each commit touched, by position; see [TouchRows].
  TOUCHES("touches"),
  /// When events happened that segments ask about, a row for each fragment and track.
  OCCURRENCES("occurrences"),
  /// Which segments each person is a member of.
  STANDINGS("standings"),
  /// The members of each segment.
  MEMBERS("members"),
  /// Timers, by when they are due.
  TIMERS("timers"),
  /// Facts that are not on record yet.
  FACTS("facts"),
  /// Facts on record, by person.
  PASTS("pasts"),
  /// Members coming and going, by segment and day.
  FLOWS("flows"),
  /// What waits in quarantine, by its cause, and the repairs of it.
  QUARANTINE("quarantine"),
  /// Erasures, tombstones, and what else the workspace keeps about people's rights.
  RIGHTS("rights"),
  /// Imported events, remembered for ever; for others see [SeenColumns].
  SEEN_IMPORTS("seen-imports");

  private final String familyName;

  Column(String familyName) {
    this.familyName = familyName;
  }

  String familyName() {
    return familyName;
  }

  /// The column of a key; [Key.Seen] and [Key.Tree] have ways of their own.
  static Column of(Key<?> key) {
    return switch (key) {
      case Key.Seen _ -> SEEN_IMPORTS;
      case Key.OfIdentifier _ -> IDENTIFIERS;
      case Key.Tree _ -> TREES;
      case Key.IdleLink _ -> IDLE_LINKS;
      case Key.OfProfile _ -> PROFILES;
      case Key.Account _ -> ACCOUNTS;
      case Key.OfJoined _,
          Key.OfAccountChange _,
          Key.OfMemberCount _,
          Key.OfShare _,
          Key.OfMembersCounted _ ->
          JOINED;
      case Key.Estranged _ -> ESTRANGED;
      case Key.OfSpans _, Key.OfLogins _ -> LOGINS;
      case Key.OfMentions _ -> throw new IllegalArgumentException("no part of state: " + key);
      case Key.OfOccurrences _ -> OCCURRENCES;
      case Key.OfStanding _ -> STANDINGS;
      case Key.OfMember _ -> MEMBERS;
      case Key.OfTimer _ -> TIMERS;
      case Key.OfFact _ -> FACTS;
      case Key.OfPast _ -> PASTS;
      case Key.OfFlow _ -> FLOWS;
      case Key.OfQuarantineGroup _,
          Key.OfHeld _,
          Key.OfHeldPerson _,
          Key.OfGroupsOfSource _,
          Key.OfRepair _ ->
          QUARANTINE;
      case Key.OfTombstone _, Key.OfErasure _, Key.OfLeftover _, Key.OfErasures _, Key.OfRights _ ->
          RIGHTS;
      case Key.OfCut _,
          Key.OfStewardLinks _,
          Key.Source _,
          Key.OfUndone _,
          Key.Outcomes _,
          Key.Access _,
          Key.OfRules _,
          Key.OfSavedRules _,
          Key.OfSegment _,
          Key.OfSegmentVersion _,
          Key.OfSegmentSize _,
          Key.OfFilling _,
          Key.OfSweep _,
          Key.OfComputedTrait _,
          Key.OfComputedTraitVersion _,
          Key.OfSynonyms _,
          Key.OfPurpose _,
          Key.OfPurposeVersion _,
          Key.OfPlan _,
          Key.OfPlanVersion _,
          Key.OfTransformations _,
          Key.OfTransformationsVersion _,
          Key.NextTree _ ->
          META;
    };
  }
}
