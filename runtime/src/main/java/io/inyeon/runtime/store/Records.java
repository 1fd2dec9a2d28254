package io.inyeon.runtime.store;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.SavedRules;
import io.inyeon.core.Seen;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
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
import io.inyeon.core.unify.Estranged;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.Logins;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Spans;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.core.unify.StewardLinks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The bytes of everything that one key holds, trees excepted: a version and then the fields.
public final class Records {
  /// The only version so far. Never 0: see [RowBatch].
  static final int VERSION = 1;

  private Records() {}

  /// Writes what stands under a key; its type is the key's.
  public static Encoder write(Encoder scratch, Key<?> key, Object value) {
    var to = scratch.reset().octet(VERSION);
    switch (key) {
      case Key.Seen _ -> seen(to, (Seen) value);
      case Key.OfIdentifier _ -> to.varint(((Holder) value).tree());
      case Key.Tree _ -> throw new IllegalArgumentException("a tree has rows of its own");
      case Key.IdleLink _ -> stamp(to, (Stamp) value);
      case Key.OfCut _ -> cut(to, (Cut) value);
      case Key.OfStewardLinks _ -> stewardLinks(to, (StewardLinks) value);
      case Key.Estranged _ -> {
        var estranged = (Estranged) value;
        identifiers(to.varint(estranged.fullPages()), estranged.partners());
      }
      case Key.OfSpans _ -> LoginsCodec.write(to, (Spans) value);
      case Key.OfLogins _ -> LoginsCodec.write(to, (Logins) value);
      case Key.OfMentions _ -> throw new IllegalArgumentException("no part of state: " + key);
      case Key.OfProfile _ -> IdentifierBytes.write(to, (Identifier) value);
      case Key.Account _ -> AccountCodec.write(to, (AccountProfile) value);
      case Key.Source _ -> source(to, (Source) value);
      case Key.OfUndone _ -> undone(to, (UndoneImports) value);
      case Key.Outcomes _ -> outcomes(to, (OutcomeCounts) value);
      case Key.Access _ -> access(to, (AccessKey) value);
      case Key.OfRules _ -> RulesBytes.write(to, (RulesDocument) value);
      case Key.OfSavedRules _ -> savedRules(to, (SavedRules) value);
      case Key.NextTree _ -> to.varint((Long) value);
      case Key.OfSegment _, Key.OfSegmentVersion _ -> SegmentCodec.write(to, (Segment) value);
      case Key.OfSegmentSize _ -> to.varint((Long) value);
      case Key.OfFilling _ -> SegmentCodec.write(to, (Filling) value);
      case Key.OfSweep _ -> to.signed((Long) value);
      case Key.OfComputedTrait _, Key.OfComputedTraitVersion _ ->
          ComputedTraitCodec.write(to, (ComputedTrait) value);
      case Key.OfSynonyms _ -> SynonymsCodec.write(to, (Synonyms) value);
      case Key.OfPurpose _, Key.OfPurposeVersion _ -> PurposeCodec.write(to, (SavedPurpose) value);
      case Key.OfOccurrences _ -> OccurrencesCodec.write(to, (Occurrences) value);
      case Key.OfStanding _ -> SegmentCodec.write(to, (Standing) value);
      case Key.OfMember _ -> SegmentCodec.write(to, (Membership) value);
      case Key.OfTimer _, Key.OfJoined _ -> to.truth((Boolean) value);
      case Key.OfAccountChange _ -> MemberCountCodec.write(to, (AccountChange) value);
      case Key.OfMemberCount _ -> MemberCountCodec.write(to, (MemberCount) value);
      case Key.OfShare _ -> MemberCountCodec.write(to, (Share) value);
      case Key.OfMembersCounted _ -> MemberCountCodec.write(to, (MembersCounted) value);
      case Key.OfFact _, Key.OfPast _ -> SegmentCodec.write(to, (Fact) value);
      case Key.OfTombstone _ -> to.signed((Long) value);
      case Key.OfErasure _ -> ErasureCodec.write(to, (Erasure) value);
      case Key.OfLeftover _ -> ErasureCodec.write(to, (Leftover) value);
      case Key.OfErasures _ ->
          to.varint(((ErasuresSoFar) value).count()).signed(((ErasuresSoFar) value).until());
      case Key.OfRights _ -> to.value((Value.Fields) value);
      case Key.OfFlow _ -> to.varint(((Flow) value).entered()).varint(((Flow) value).left());
      case Key.OfPlan _, Key.OfPlanVersion _ -> GovernCodec.write(to, (Plan) value);
      case Key.OfTransformations _, Key.OfTransformationsVersion _ ->
          GovernCodec.write(to, (Transformations) value);
      case Key.OfQuarantineGroup _ -> GovernCodec.write(to, (QuarantineGroup) value);
      case Key.OfHeld _ -> GovernCodec.write(to, (Held) value);
      case Key.OfHeldPerson _, Key.OfGroupsOfSource _ -> to.varint((Long) value);
      case Key.OfRepair _ -> GovernCodec.write(to, (Repair) value);
    }
    return to;
  }

  /// Reads what stands under a key.
  public static Object read(Key<?> key, byte[] bytes) {
    var from = new Decoder(bytes);
    version(from);
    try {
      var value = read(key, from);
      from.end();
      return value;
    } catch (IllegalArgumentException e) {
      throw from.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static Object read(Key<?> key, Decoder from) {
    return switch (key) {
      case Key.Seen _ -> seen(from);
      case Key.OfIdentifier _ -> new Holder(from.varint());
      case Key.Tree _ -> throw new IllegalArgumentException("a tree has rows of its own");
      case Key.IdleLink _ -> stamp(from);
      case Key.OfCut _ -> cut(from);
      case Key.OfStewardLinks _ -> stewardLinks(from);
      case Key.Estranged _ -> new Estranged(from.number(Integer.MAX_VALUE), identifiers(from));
      case Key.OfSpans _ -> LoginsCodec.spans(from);
      case Key.OfLogins _ -> LoginsCodec.logins(from);
      case Key.OfMentions _ -> throw new IllegalArgumentException("no part of state: " + key);
      case Key.OfProfile _ -> IdentifierBytes.read(from);
      case Key.Account _ -> AccountCodec.read(from);
      case Key.Source _ -> source(from);
      case Key.OfUndone _ -> undone(from);
      case Key.Outcomes _ -> outcomes(from);
      case Key.Access _ -> access(from);
      case Key.OfRules _ -> RulesBytes.read(from);
      case Key.OfSavedRules _ -> savedRules(from);
      case Key.NextTree _ -> from.varint();
      case Key.OfSegment _, Key.OfSegmentVersion _ -> SegmentCodec.segment(from);
      case Key.OfSegmentSize _ -> from.varint();
      case Key.OfFilling _ -> SegmentCodec.filling(from);
      case Key.OfSweep _ -> from.signed();
      case Key.OfComputedTrait _, Key.OfComputedTraitVersion _ -> ComputedTraitCodec.read(from);
      case Key.OfSynonyms _ -> SynonymsCodec.read(from);
      case Key.OfPurpose _, Key.OfPurposeVersion _ -> PurposeCodec.saved(from);
      case Key.OfOccurrences _ -> OccurrencesCodec.read(from);
      case Key.OfStanding _ -> SegmentCodec.standing(from);
      case Key.OfMember _ -> SegmentCodec.membership(from);
      case Key.OfTimer _, Key.OfJoined _ -> from.truth();
      case Key.OfAccountChange _ -> MemberCountCodec.change(from);
      case Key.OfMemberCount _ -> MemberCountCodec.tally(from);
      case Key.OfShare _ -> MemberCountCodec.share(from);
      case Key.OfMembersCounted _ -> MemberCountCodec.membersCounted(from);
      case Key.OfFact _, Key.OfPast _ -> SegmentCodec.fact(from);
      case Key.OfTombstone _ -> from.signed();
      case Key.OfErasure _ -> ErasureCodec.erasure(from);
      case Key.OfLeftover _ -> ErasureCodec.leftover(from);
      case Key.OfErasures _ -> new ErasuresSoFar(from.varint(), from.signed());
      case Key.OfRights _ -> from.value();
      case Key.OfFlow _ -> new Flow(from.varint(), from.varint());
      case Key.OfPlan _, Key.OfPlanVersion _ -> GovernCodec.plan(from);
      case Key.OfTransformations _, Key.OfTransformationsVersion _ ->
          GovernCodec.transformations(from);
      case Key.OfQuarantineGroup _ -> GovernCodec.group(from);
      case Key.OfHeld _ -> GovernCodec.held(from);
      case Key.OfHeldPerson _, Key.OfGroupsOfSource _ -> from.varint();
      case Key.OfRepair _ -> GovernCodec.repair(from);
    };
  }

  /// Reads a version and makes sure that this program knows it.
  static void version(Decoder from) {
    var version = from.octet();
    if (version != VERSION) {
      throw new Undecodable("version " + version + " of a value; this program knows 1", 0);
    }
  }

  private static void seen(Encoder to, Seen seen) {
    to.varint(seen.position() << 1 | (seen.accepted() ? 1 : 0)).varint(seen.receivedAt());
  }

  private static Seen seen(Decoder from) {
    var position = from.varint();
    return new Seen(position >>> 1, from.varint(), (position & 1) == 1);
  }

  /// Used for stamps within trees, too.
  static void stamp(Encoder to, Stamp stamp) {
    to.varint(stamp.rank()).signed(stamp.time());
    to.id(stamp.messageId());
  }

  static Stamp stamp(Decoder from) {
    return new Stamp(from.number(Stamp.WORST), from.signed(), from.id());
  }

  private static void stewardLinks(Encoder to, StewardLinks links) {
    to.varint(links.byId().size());
    links.byId().values().forEach(link -> stewardLink(to, link));
    var evidence = links.evidence();
    to.truth(evidence != null);
    if (evidence != null) {
      stamp(to, evidence);
    }
  }

  private static StewardLinks stewardLinks(Decoder from) {
    var byId = new TreeMap<String, StewardLink>();
    for (var i = from.count(); i > 0; i--) {
      var link = stewardLink(from);
      byId.put(link.id(), link);
    }
    return new StewardLinks(byId, from.truth() ? stamp(from) : null);
  }

  /// A steward's link, in state as in the log.
  public static void stewardLink(Encoder to, StewardLink link) {
    to.text(link.id());
    IdentifierBytes.write(to, link.pair().stronger());
    IdentifierBytes.write(to, link.pair().weaker());
    to.signed(link.time()).text(link.author()).text(link.reason());
  }

  /// Reads a steward's link.
  public static StewardLink stewardLink(Decoder from) {
    return new StewardLink(
        from.text(),
        new Pair(IdentifierBytes.read(from), IdentifierBytes.read(from)),
        from.signed(),
        from.text(),
        from.text());
  }

  private static void cut(Encoder to, Cut cut) {
    to.text(cut.id());
    identifiers(to, cut.left());
    identifiers(to, cut.right());
    to.signed(cut.time()).text(cut.author()).text(cut.reason());
  }

  private static Cut cut(Decoder from) {
    return new Cut(
        from.text(), identifiers(from), identifiers(from), from.signed(), from.text(), from.text());
  }

  private static void identifiers(Encoder to, SortedSet<Identifier> identifiers) {
    to.varint(identifiers.size());
    for (var identifier : identifiers) {
      IdentifierBytes.write(to, identifier);
    }
  }

  private static SortedSet<Identifier> identifiers(Decoder from) {
    var all = new TreeSet<Identifier>();
    for (var i = from.count(); i > 0; i--) {
      all.add(IdentifierBytes.read(from));
    }
    return Collections.unmodifiableSortedSet(all);
  }

  private static void source(Encoder to, Source source) {
    to.text(source.id()).signed(source.number()).text(source.name());
    to.octet(kind(source.kind()));
    texts(to, source.writeKeys());
    to.truth(source.enabled()).signed(source.party());
    to.truth(source.trustsProperties()).truth(source.aliasesAnchors()).signed(source.createdAt());
  }

  private static Source source(Decoder from) {
    return new Source(
        from.text(),
        integer(from),
        from.text(),
        kind(from.octet()),
        texts(from),
        from.truth(),
        integer(from),
        from.truth(),
        from.truth(),
        from.signed());
  }

  /// Numbers that never change, whatever the enum's order becomes.
  static int kind(SourceKind kind) {
    return switch (kind) {
      case BROWSER -> 1;
      case APP -> 2;
      case SERVER -> 3;
      case IMPORT -> 4;
    };
  }

  static SourceKind kind(int number) {
    return switch (number) {
      case 1 -> SourceKind.BROWSER;
      case 2 -> SourceKind.APP;
      case 3 -> SourceKind.SERVER;
      case 4 -> SourceKind.IMPORT;
      default -> throw new Undecodable("no kind of source: " + number, 0);
    };
  }

  private static void outcomes(Encoder to, OutcomeCounts counts) {
    to.varint(counts.accepted()).varint(counts.duplicate());
    to.varint(counts.quarantined()).varint(counts.dropped());
  }

  private static OutcomeCounts outcomes(Decoder from) {
    return new OutcomeCounts(from.varint(), from.varint(), from.varint(), from.varint());
  }

  private static void undone(Encoder to, UndoneImports undone) {
    to.varint(undone.byImport().size());
    undone.byImport().forEach((id, mark) -> to.text(id).varint(mark.upTo()).truth(mark.pending()));
  }

  private static UndoneImports undone(Decoder from) {
    var byImport = new TreeMap<String, UndoneImports.Mark>();
    for (var i = from.count(); i > 0; i--) {
      byImport.put(from.text(), new UndoneImports.Mark(from.varint(), from.truth()));
    }
    return new UndoneImports(byImport);
  }

  private static void savedRules(Encoder to, SavedRules saved) {
    to.varint(saved.position()).varint(saved.at()).text(saved.author()).text(saved.reason());
    to.varint(saved.inForceSince());
    RulesBytes.write(to, saved.rules()); // last: it goes on to the end
  }

  private static SavedRules savedRules(Decoder from) {
    var position = from.varint();
    var at = from.varint();
    var author = from.text();
    var reason = from.text();
    var inForceSince = from.varint();
    return new SavedRules(RulesBytes.read(from), position, at, author, reason, inForceSince);
  }

  private static void access(Encoder to, AccessKey key) {
    to.text(key.hash()).text(key.name()).signed(key.createdAt()).truth(key.onceOnly());
    var purpose = key.purpose();
    if (purpose != null) {
      to.text(purpose); // keys from before purposes end here, and so do those of none
    }
  }

  private static AccessKey access(Decoder from) {
    return new AccessKey(
        from.text(), from.text(), from.signed(), from.truth(), from.ended() ? null : from.text());
  }

  /// A number that [Encoder#signed] wrote and that is no longer than 32 bits.
  static int integer(Decoder from) {
    var number = from.signed();
    if (number != (int) number) {
      throw new Undecodable("a number of more than 32 bits", 0);
    }
    return (int) number;
  }

  static void texts(Encoder to, List<String> texts) {
    to.varint(texts.size());
    texts.forEach(to::text);
  }

  static List<String> texts(Decoder from) {
    var texts = new ArrayList<String>();
    for (var i = from.count(); i > 0; i--) {
      texts.add(from.text());
    }
    return texts;
  }
}
