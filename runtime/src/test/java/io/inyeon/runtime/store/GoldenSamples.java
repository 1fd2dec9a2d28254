package io.inyeon.runtime.store;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.SavedRules;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Channel;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Held;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.AccountChange;
import io.inyeon.core.segment.Aggregate;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filling;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Flow;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Heading;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Membership;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Operator;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Share;
import io.inyeon.core.segment.Span.Unit;
import io.inyeon.core.segment.Standing;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.text.Names;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.ErasuresSoFar;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.Login;
import io.inyeon.core.unify.Logins;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Span;
import io.inyeon.core.unify.Spans;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// One value at least under each kind of key, by nothing but words that never change: those that
/// [StateGoldenTest] does not name itself.
final class GoldenSamples {
  private static final long AT = 1_790_000_000_000L;
  private static final Identifier USER = new Identifier("user_id", "u-7");
  private static final Identifier TABLET = new Identifier("anonymous_id", "tablet");
  private static final ProfileId ID = new ProfileId("abcdefghijklmnopqrstuvwxyz");
  private static final Value.Fields DOCUMENT =
      new Value.Fields(Map.of("이름", new Value.Items(List.of(new Value.Truth(true)))));

  private GoldenSamples() {}

  static List<Put<?>> all(RulesDocument rules) {
    var all = new ArrayList<Put<?>>();
    all.addAll(devices());
    all.addAll(accounts());
    all.addAll(segments());
    all.addAll(memberships());
    all.addAll(documents(rules));
    all.addAll(quarantine());
    all.addAll(erasures());
    return all;
  }

  private static List<Put<?>> devices() {
    var span = new Span(5, 7);
    var run = new Logins.Run(AT, AT, List.of(new Login(USER, 1, "message 1", 3)));
    return List.of(
        new Put<>(new Key.OfSpans(TABLET), new Spans(List.of(span), List.of(span))),
        new Put<>(new Key.OfLogins(TABLET, span), new Logins(513, List.of(run))),
        new Put<>(new Key.OfLogins(TABLET, Span.WHOLE), Logins.NONE));
  }

  private static List<Put<?>> accounts() {
    return List.of(
        new Put<>(new Key.OfJoined("acme", USER), true),
        new Put<>(new Key.OfAccountChange("acme"), new AccountChange(99, AT, null)),
        new Put<>(
            new Key.OfAccountChange("회사"),
            new AccountChange(99, AT, new AccountChange.Walk(98, AT - 1, USER, 500))),
        new Put<>(new Key.OfMemberCount("acme", -7), new MemberCount(1, 300, List.of())),
        new Put<>(
            new Key.OfMemberCount("acme", 8),
            new MemberCount(
                2,
                3,
                List.of(new MemberCount.Step(AT - 5, -1, 0), new MemberCount.Step(AT, 300, 301)))),
        new Put<>(
            new Key.OfShare(USER),
            new Share(
                AT,
                new TreeSet<>(List.of("acme", "회사")),
                new TreeMap<>(Map.of(-7L, true, 8L, false)))),
        new Put<>(new Key.OfMembersCounted(), new MembersCounted(new TreeSet<>(List.of(-7L, 8L)))));
  }

  private static Condition condition() {
    var bought =
        new Condition.OfEvents(
            new Filter("Bought", List.of()),
            Aggregate.COUNT,
            null,
            new Operator.Compares(Operator.Relation.GTE, BigDecimal.ONE),
            new Window.Last(new io.inyeon.core.segment.Span(2, Unit.DAYS)));
    return new Condition.All(
        List.of(
            bought,
            new Condition.OfAccountMembers(
                Condition.Quantifier.ANY, new Condition.Consents("email_marketing"))));
  }

  private static Segment segment(int version) {
    return new Segment(
        "seg_1",
        "단골",
        "folder",
        List.of("a", "b"),
        Segment.Status.ACTIVE,
        version,
        true,
        new TreeMap<>(Map.of(-3L, 12L)),
        condition());
  }

  private static ComputedTrait trait(int version) {
    var cuts = IntStream.rangeClosed(1, 4).mapToObj(BigDecimal::valueOf).toList();
    return new ComputedTrait(
        new Heading("rfm", "RFM", "", List.of(), Segment.Status.ACTIVE),
        version,
        true,
        new TreeMap<>(Map.of(5L, 7L)),
        new Formula.Rfm(
            new Filter("Bought", List.of()), FieldPath.of("total"), new Window.Ever(), null),
        new Cuts(cuts, cuts, cuts, 300, AT));
  }

  private static List<Put<?>> segments() {
    var key = new FragmentKey(List.of(USER, TABLET), SourceKind.SERVER);
    var given = new FragmentKey(List.of(TABLET), SourceKind.APP, new Span(5, 7), USER);
    return List.of(
        new Put<>(new Key.OfSegment("seg_1"), segment(2)),
        new Put<>(new Key.OfSegmentVersion("seg_1", 1), segment(1)),
        new Put<>(new Key.OfSegmentSize("seg_1"), 300L),
        new Put<>(new Key.OfFilling("seg_1"), new Filling(2, 300, 17)),
        new Put<>(new Key.OfSweep(), -1L),
        new Put<>(new Key.OfOccurrences(key, -3), occurrences()),
        new Put<>(new Key.OfOccurrences(given, 3), times()),
        new Put<>(new Key.OfComputedTrait("rfm"), trait(2)),
        new Put<>(new Key.OfComputedTraitVersion("rfm", 1), trait(1)),
        new Put<>(
            new Key.OfSynonyms(),
            new Synonyms(1, List.of(new Names.Synonym("가전 매니아", Names.Kind.SEGMENT, "seg_1")))));
  }

  /// Single ones, whole hours, and what is out of reach.
  private static Occurrences occurrences() {
    var all = new ArrayList<Occurrence>();
    for (var i = 0; i < Occurrences.EXACT + 2; i++) {
      all.add(new Occurrence(AT - 1_000L * (i < Occurrences.EXACT ? i : 3_600 * i), value(i)));
    }
    all.add(new Occurrence(AT - 40L * 86_400_000, new Value.Text("오래전")));
    return Occurrences.of(Track.Role.VALUES, all.subList(0, 5))
        .plus(Occurrences.of(Track.Role.VALUES, all).trimmed(Reach.MONTH, AT));
  }

  private static Value value(int i) {
    return switch (i % 3) {
      case 0 -> new Value.Decimal(Decimals9.exact(BigDecimal.valueOf(i, 2)));
      case 1 -> new Value.Truth(true);
      default -> new Value.Text("값");
    };
  }

  private static Occurrences times() {
    return Occurrences.of(
        Track.Role.TIMES, List.of(new Occurrence(AT, null), new Occurrence(AT + 1, null)));
  }

  private static Fact fact(boolean entered) {
    return new Fact(
        17,
        2,
        entered,
        "seg_1",
        2,
        USER,
        AT,
        new Value.Fields(Map.of("cause", new Value.Text("merged"))));
  }

  private static List<Put<?>> memberships() {
    var membership = new Membership(AT, 2);
    return List.of(
        new Put<>(
            new Key.OfStanding(USER),
            new Standing(AT, AT + 172_800_000, new TreeMap<>(Map.of("seg_1", membership)))),
        new Put<>(new Key.OfStanding(TABLET), Standing.NONE),
        new Put<>(new Key.OfMember("seg_1", USER), membership),
        new Put<>(new Key.OfTimer(AT + 172_800_000, USER), true),
        new Put<>(new Key.OfFact(17, 2), fact(true)),
        new Put<>(new Key.OfPast(USER, 17, 2), fact(false)),
        new Put<>(new Key.OfFlow("seg_1", 20_717), new Flow(300, 2)));
  }

  private static SavedPurpose purpose() {
    var titles = new TreeMap<>(Map.of("ko", "이메일 마케팅", "en", "E-mail marketing"));
    return new SavedPurpose(
        new Purpose(
            "email_marketing",
            3,
            titles,
            titles,
            titles,
            LegalBasis.CONSENT,
            List.of("a mailer"),
            730,
            365,
            14,
            true,
            Channel.EMAIL,
            List.of("newsletter"),
            true),
        17,
        AT,
        "lee",
        "first");
  }

  private static List<Put<?>> documents(RulesDocument rules) {
    return List.of(
        new Put<>(
            new Key.OfUndone(3),
            new UndoneImports(new TreeMap<>(Map.of("imp_1", new UndoneImports.Mark(17, true))))),
        new Put<>(
            new Key.OfSavedRules(2), new SavedRules(rules, 17, AT, "lee", "a family", AT + 1)),
        new Put<>(new Key.OfPurpose("email_marketing"), purpose()),
        new Put<>(new Key.OfPurposeVersion("email_marketing", 3), purpose()),
        new Put<>(new Key.OfPlan("shop"), new Plan("shop", 2, DOCUMENT)),
        new Put<>(new Key.OfPlanVersion("shop", 1), new Plan("shop", 1, DOCUMENT)),
        new Put<>(new Key.OfTransformations(), new Transformations(2, DOCUMENT)),
        new Put<>(new Key.OfTransformationsVersion(1), new Transformations(1, DOCUMENT)),
        new Put<>(new Key.OfRights("labels", "1"), DOCUMENT));
  }

  private static List<Put<?>> quarantine() {
    var cause = new QuarantineGroup.Cause("wrong_type", "/properties/total");
    return List.of(
        new Put<>(
            new Key.OfQuarantineGroup("qg_1"),
            new QuarantineGroup("qg_1", 3, "Bought", List.of(cause), 300, 2, AT, AT + 1)),
        new Put<>(new Key.OfHeld("qg_1", 17), new Held("message 1", AT, -9)),
        new Put<>(new Key.OfHeldPerson("qg_1", -9), 300L),
        new Put<>(new Key.OfGroupsOfSource(3), 1L),
        new Put<>(
            new Key.OfRepair("rep_1"),
            new Repair(
                "rep_1", Repair.Kind.RELEASE, "qg_1", 17, "lee", "mended", AT, 300, AT + 1, 2)));
  }

  private static List<Put<?>> erasures() {
    var erasure =
        new Erasure(
            "er_1",
            ID,
            17,
            AT,
            AT + 1,
            "lee",
            "asked",
            List.of(ID),
            1,
            300,
            List.of(new Erasure.Ghost(ID, "email", 2, 1)),
            AT - 1,
            AT);
    return List.of(
        new Put<>(new Key.OfTombstone(ID), AT),
        new Put<>(new Key.OfErasure("er_1"), erasure),
        new Put<>(
            new Key.OfLeftover("er_1"),
            new Leftover(
                erasure,
                List.of(USER),
                List.of(new FragmentKey(List.of(USER, TABLET), SourceKind.APP)),
                List.of(new Leftover.Slice(TABLET, AT, AT + 1)))),
        new Put<>(new Key.OfErasures(), new ErasuresSoFar(1, AT)));
  }
}
