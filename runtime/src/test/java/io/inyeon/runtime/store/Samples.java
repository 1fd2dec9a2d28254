package io.inyeon.runtime.store;

import io.inyeon.core.AccessKey;
import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Seen;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierType.Normaliser;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.quarantine.Held;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.segment.AccountChange;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Filling;
import io.inyeon.core.segment.Flow;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Membership;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Share;
import io.inyeon.core.segment.Standing;
import io.inyeon.core.segment.Track;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Count;
import io.inyeon.core.unify.Counts;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Estranged;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.core.unify.StewardLinks;
import io.inyeon.core.unify.Survivorship;
import io.inyeon.core.unify.Table;
import io.inyeon.core.unify.Tally;
import io.inyeon.core.unify.Tree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Values of every kind that state holds, by a seed.
final class Samples {
  static final long NOW = 1_790_000_000_000L;

  private final Random random;

  Samples(long seed) {
    random = new Random(seed);
  }

  /// A key of any kind out of few, and something to stand under it.
  Change change() {
    return random.nextInt(4) == 0 ? new Change.Remove<>(key()) : put();
  }

  Key<?> key() {
    return put().key();
  }

  Change.Put<?> put() {
    return switch (random.nextInt(28)) {
      case 0 -> new Change.Put<>(new Key.Seen(number(3), "event-" + number(20)), seen());
      case 1 -> new Change.Put<>(new Key.OfIdentifier(identifier()), new Holder(number(1000)));
      case 2 -> new Change.Put<>(new Key.IdleLink(pair()), stamp());
      case 3 -> new Change.Put<>(new Key.OfCut("cut-" + number(5)), cut());
      case 4 -> new Change.Put<>(new Key.OfProfile(new ProfileId("p" + number(9))), identifier());
      case 5 -> new Change.Put<>(new Key.Account("account-" + number(5)), account());
      case 6 -> new Change.Put<>(new Key.Source(number(3)), source(number(3)));
      case 7 -> new Change.Put<>(new Key.Outcomes(number(3)), outcomes());
      case 8 -> new Change.Put<>(new Key.Access("hash-" + number(4)), access());
      case 9 -> new Change.Put<>(new Key.OfRules(), rules());
      case 10 -> new Change.Put<>(new Key.NextTree(), random.nextLong() >>> 1);
      case 11 -> new Change.Put<>(new Key.OfStewardLinks(pair()), stewardLinks());
      case 12 ->
          new Change.Put<>(
              new Key.Estranged(identifier(), random.nextInt(4), random.nextInt(300)),
              new Estranged(random.nextInt(9), identifiers("partner")));
      case 13 ->
          new Change.Put<>(
              new Key.OfUndone(number(3)),
              new UndoneImports(
                  new TreeMap<>(
                      Map.of(
                          "imp_" + number(9),
                          new UndoneImports.Mark(number(1000), random.nextBoolean())))));
      case 14 -> new Change.Put<>(new Key.OfSegment("seg_" + number(3)), segment());
      case 15 ->
          new Change.Put<>(new Key.OfSegmentVersion("seg_" + number(3), number(4)), segment());
      case 16 -> new Change.Put<>(new Key.OfSegmentSize("seg_" + number(3)), (long) number(900));
      case 17 ->
          new Change.Put<>(
              new Key.OfFilling("seg_" + number(3)), new Filling(number(9), number(99), number(9)));
      case 18 ->
          new Change.Put<>(
              new Key.OfOccurrences(
                  new FragmentKey(List.of(identifier()), SourceKind.SERVER), number(5) - 3L),
              occurrences());
      case 19 ->
          new Change.Put<>(
              new Key.OfStanding(identifier()),
              new Standing(
                  NOW,
                  random.nextBoolean() ? Standing.NEVER : NOW + number(1000),
                  new TreeMap<>(Map.of("seg_" + number(3), membership()))));
      case 20 -> new Change.Put<>(new Key.OfMember("seg_" + number(3), identifier()), membership());
      case 21 -> new Change.Put<>(new Key.OfTimer(NOW + number(9), identifier()), true);
      case 22 -> new Change.Put<>(new Key.OfFact(number(9), number(3)), fact());
      case 23 ->
          random.nextBoolean()
              ? new Change.Put<>(new Key.OfPast(identifier(), number(9), number(3)), fact())
              : new Change.Put<>(new Key.OfFlow("seg_" + number(3), number(9)), new Flow(2, 1));
      case 24 -> governed();
      case 25 -> ofAccounts();
      default -> {
        var id = number(6) - 1L;
        yield new Change.Put<>(new Key.Tree(id), tree(id));
      }
    };
  }

  private Change.Put<?> ofAccounts() {
    var account = "acme " + number(3);
    return switch (random.nextInt(5)) {
      case 0 -> new Change.Put<>(new Key.OfJoined(account, identifier()), true);
      case 1 -> {
        var walk = new AccountChange.Walk(number(9), NOW - 1, identifier(), number(900));
        yield new Change.Put<>(
            new Key.OfAccountChange(account),
            new AccountChange(number(99), NOW, random.nextBoolean() ? walk : null));
      }
      case 2 -> {
        var steps = List.of(new MemberCount.Step(NOW - 5, -1, 0), new MemberCount.Step(NOW, 3, 2));
        yield new Change.Put<>(
            new Key.OfMemberCount(account, number(9) - 5L),
            new MemberCount(number(9), 9 + number(900), random.nextBoolean() ? steps : List.of()));
      }
      case 3 ->
          new Change.Put<>(
              new Key.OfShare(identifier()),
              new Share(
                  NOW - number(9),
                  new TreeSet<>(List.of(account, "other")),
                  new TreeMap<>(Map.of(number(9) - 5L, random.nextBoolean()))));
      default ->
          new Change.Put<>(
              new Key.OfMembersCounted(),
              new MembersCounted(new TreeSet<>(List.of(-7L, (long) number(9)))));
    };
  }

  private Change.Put<?> governed() {
    var document = new Value.Fields(Map.of("name", new Value.Text("plan " + number(9))));
    var group = "qg_" + number(3);
    return switch (random.nextInt(9)) {
      case 0 -> new Change.Put<>(new Key.OfPlan("shop"), new Plan("shop", number(9), document));
      case 1 -> new Change.Put<>(new Key.OfPlanVersion("shop", 1), new Plan("shop", 1, document));
      case 2 ->
          new Change.Put<>(new Key.OfTransformations(), new Transformations(number(9), document));
      case 3 ->
          new Change.Put<>(
              new Key.OfTransformationsVersion(number(3)), new Transformations(1, document));
      case 4 ->
          new Change.Put<>(
              new Key.OfQuarantineGroup(group),
              new QuarantineGroup(
                  group,
                  number(3),
                  "Bought",
                  List.of(new QuarantineGroup.Cause("wrong_type", "/properties/total")),
                  number(99),
                  number(9),
                  NOW,
                  NOW + number(9)));
      case 5 ->
          new Change.Put<>(
              new Key.OfHeld(group, number(99)),
              new Held("event-" + number(9), NOW, random.nextLong()));
      case 6 ->
          new Change.Put<>(new Key.OfHeldPerson(group, random.nextInt(3) - 1L), (long) number(9));
      case 7 -> new Change.Put<>(new Key.OfGroupsOfSource(number(3)), (long) number(9));
      default ->
          new Change.Put<>(
              new Key.OfRepair("rep_" + number(3)),
              new Repair(
                  "rep_1", Repair.Kind.DROP, group, number(99), "lee", "why", NOW, 7, NOW, 7));
    };
  }

  private Membership membership() {
    return new Membership(NOW - number(1000), number(9));
  }

  private Fact fact() {
    return new Fact(
        number(99),
        number(3),
        random.nextBoolean(),
        "seg_" + number(3),
        number(9),
        identifier(),
        NOW,
        new Value.Fields(Map.of("cause", new Value.Text(text()))));
  }

  private Segment segment() {
    return new Segment(
        "seg_" + number(3),
        text(),
        "",
        List.of("a"),
        Segment.Status.ACTIVE,
        number(9),
        random.nextBoolean(),
        new TreeMap<>(Map.of(random.nextLong(), (long) number(9))),
        new Condition.Consents("email"));
  }

  private Occurrences occurrences() {
    var sum = Occurrences.none(Track.Role.VALUES);
    for (var i = number(60); i > 0; i--) {
      var value =
          switch (random.nextInt(3)) {
            case 0 -> new Value.Text(text());
            case 1 -> new Value.Truth(true);
            default -> new Value.Decimal(Decimals9.exact(BigDecimal.valueOf(number(99), 2)));
          };
      sum =
          sum.plus(
              Occurrences.one(
                  Track.Role.VALUES, new Occurrence(NOW - 1000L * number(9_000_000), value)));
    }
    return sum.trimmed(Reach.MONTH, NOW);
  }

  int number(int most) {
    return 1 + random.nextInt(most);
  }

  Seen seen() {
    return new Seen(number(1_000_000), NOW + number(1_000_000), random.nextBoolean());
  }

  String text() {
    return switch (random.nextInt(4)) {
      case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
      case 1 -> "김민지-" + number(5);
      case 2 -> "\ud83d\ude00\ud800" + number(5);
      default -> "plain " + number(5);
    };
  }

  Identifier identifier() {
    var type =
        List.of("user_id", "email", "phone", "anonymous_id", "loyalty.card").get(random.nextInt(5));
    return new Identifier(type, "value-" + number(8));
  }

  Pair pair() {
    return new Pair(identifier(), new Identifier("weak", "value-" + number(8)));
  }

  Stamp stamp() {
    return new Stamp(random.nextInt(4), NOW - number(1_000_000_000), text());
  }

  Cut cut() {
    return new Cut(text(), identifiers("left"), identifiers("right"), NOW, text(), text());
  }

  SortedSet<Identifier> identifiers(String type) {
    var all = new TreeSet<Identifier>();
    for (var i = 1 + number(4); i > 0; i--) {
      all.add(new Identifier(type, text()));
    }
    return all;
  }

  StewardLinks stewardLinks() {
    var links = new TreeMap<String, StewardLink>();
    for (var i = number(3); i > 0; i--) {
      var link = new StewardLink("link-" + number(9), pair(), NOW, text(), text());
      links.put(link.id(), link);
    }
    return new StewardLinks(links, random.nextBoolean() ? stamp() : null);
  }

  AccountProfile account() {
    return SampleFragments.account(random);
  }

  Source source(int number) {
    return new Source(
        "src_" + number,
        number,
        text(),
        List.of(SourceKind.BROWSER, SourceKind.APP, SourceKind.SERVER).get(random.nextInt(3)),
        List.of(text(), text()),
        random.nextBoolean(),
        number(4) - 1,
        random.nextBoolean(),
        random.nextBoolean(),
        NOW);
  }

  OutcomeCounts outcomes() {
    return new OutcomeCounts(number(100), number(100), random.nextLong() >>> 1, number(100));
  }

  AccessKey access() {
    return new AccessKey(text(), text(), NOW, random.nextBoolean());
  }

  RulesDocument rules() {
    var rates = new TreeMap<LocalDate, BigDecimal>();
    for (var i = random.nextInt(4); i > 0; i--) {
      rates.put(LocalDate.ofEpochDay(number(30_000)), new BigDecimal("0.0001" + number(9999)));
    }
    return new RulesDocument(
        number(9),
        "00ff",
        "KR",
        "KRW",
        "Asia/Seoul",
        List.of(type("user_id", Normaliser.PLAIN), type("phone", Normaliser.PHONE)),
        type("", Normaliser.EMAIL),
        new TreeMap<>(
            Map.of("email", List.copyOf(EnumSet.allOf(Survivorship.class)).get(random.nextInt(6)))),
        new TreeMap<>(Map.of("USD", rates)),
        1 + random.nextInt(60));
  }

  private IdentifierType type(String name, Normaliser normaliser) {
    return new IdentifierType(
        name,
        random.nextInt(100) - 2,
        random.nextBoolean(),
        number(5),
        List.of("null", text()),
        List.of("^[0-]*$"),
        normaliser,
        20,
        1000,
        random.nextBoolean() ? List.of() : List.of(SourceKind.SERVER, SourceKind.IMPORT));
  }

  Tree tree(long id) {
    var tree = new Tree(id, new TreeMap<>(), new HashMap<>(), new LinkedHashMap<>());
    for (var i = number(5); i > 0; i--) {
      tree = grown(tree);
    }
    return tree;
  }

  /// The tree after something happened in it; what it does not concern is shared.
  Tree grown(Tree tree) {
    var nodes = new TreeMap<>(tree.nodes());
    var links = new HashMap<>(tree.links());
    var fragments = new LinkedHashMap<>(tree.fragments());
    switch (random.nextInt(8)) {
      case 0 -> nodes.put(identifier(), node());
      case 1 -> links.put(pair(), null);
      case 2 -> fragments.keySet().removeIf(key -> random.nextBoolean());
      case 3 ->
          fragments.replaceAll(
              (key, fragment) -> random.nextBoolean() ? fragment : grown(fragment));
      case 4 -> nodes.keySet().removeIf(key -> random.nextInt(3) == 0);
      default -> fragments.merge(fragmentKey(), fragment(), (before, now) -> grown(before));
    }
    links.replaceAll(
        (pair, link) -> link == null ? new Link(pair, stamp(), random.nextBoolean()) : link);
    return new Tree(tree.id(), nodes, links, fragments);
  }

  private Node node() {
    var tally =
        Tally.NONE.plus(random.nextBoolean() ? "email" : "card", random.nextInt(4), number(9));
    var cuts = new TreeMap<String, Cut.Side>();
    if (random.nextInt(3) == 0) {
      cuts.put("cut-" + number(5), random.nextBoolean() ? Cut.Side.LEFT : Cut.Side.RIGHT);
    }
    return new Node(tally, cuts);
  }

  FragmentKey fragmentKey() {
    var identifiers = new ArrayList<Identifier>();
    for (var i = number(3); i >= 0; i--) {
      identifiers.add(identifier());
    }
    return new FragmentKey(identifiers, number(2) == 0 ? SourceKind.SERVER : SourceKind.BROWSER);
  }

  Fragment fragment() {
    return SampleFragments.random(random, number(20));
  }

  private Fragment grown(Fragment fragment) {
    return switch (random.nextInt(4)) {
      case 0 -> SampleFragments.random(random, number(9));
      case 1 -> fragment.plus(SampleFragments.pageView());
      case 2 -> withNames(fragment, random.nextInt(80));
      default -> fragment.plus(SampleFragments.random(random, number(3)));
    };
  }

  Fragment withNames(Fragment fragment, int many) {
    return new Fragment(
        fragment.base(),
        many == 0 ? Counts.EMPTY : names(many),
        fragment.traits(),
        fragment.accounts(),
        fragment.consents(),
        fragment.orders(),
        fragment.activity());
  }

  Counts names(int many) {
    var names = new ArrayList<String>();
    var counts = new ArrayList<Count>();
    for (var i = 0; i < many; i++) {
      names.add("name " + (char) ('a' + i % 26) + "%05d".formatted(i));
      counts.add(new Count(number(9), NOW - number(100), NOW));
    }
    names.sort(Table.BYTES);
    return new Counts(Table.ofSorted(Table.BYTES, names, counts), null);
  }
}
