package io.inyeon.core.unify;

import static io.inyeon.core.collect.SourceKind.APP;
import static io.inyeon.core.collect.SourceKind.BROWSER;
import static io.inyeon.core.collect.SourceKind.IMPORT;
import static io.inyeon.core.collect.SourceKind.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What identity does in cases that shops know, with the rules as they come.
class PeopleTest {
  private static final long HOUR = 60L * 60 * 1000;
  private static final long NOW = 1_000 * HOUR;

  private final Rules rules = TestRules.standard();
  private final List<Act> acts = new ArrayList<>();
  private final Replica replica = new Replica(rules);
  private int number;

  // ---- who wins

  @Test
  void aForgedBrowserEventNeverDisplacesWhatAServerSaid() {
    send(SERVER, NOW, user("kim"), cookie("c"));
    send(BROWSER, 0, NOW + HOUR, user("thief"), cookie("c"));
    assertThat(profile(cookie("c"))).containsExactlyInAnyOrder(user("kim"), cookie("c"));
    assertThat(profile(user("thief"))).containsExactly(user("thief"));
    inAnyOrder();
  }

  @Test
  void aServerDisplacesWhatBrowsersSaidBefore() {
    send(BROWSER, NOW, user("thief"), cookie("c"));
    assertThat(profile(cookie("c"))).contains(user("thief"));
    send(SERVER, NOW + HOUR, user("kim"), cookie("c"));
    assertThat(profile(cookie("c"))).containsExactlyInAnyOrder(user("kim"), cookie("c"));
    inAnyOrder();
  }

  @Test
  void aBrowserCanDateItsEvidenceBackByADayAndNoMore() {
    send(BROWSER, NOW, user("kim"), cookie("c"));
    send(BROWSER, 0, NOW + 25 * HOUR, user("thief"), cookie("c"));
    assertThat(profile(cookie("c"))).contains(user("kim"));
    send(BROWSER, 0, NOW + 23 * HOUR, user("lee"), cookie("c"));
    assertThat(profile(cookie("c"))).contains(user("lee"));
    inAnyOrder();
  }

  @Test
  void spareEvidenceIsKnownInBothTreesAndTakesOverWhenTheLinkInPlaceIsCut() {
    send(APP, NOW, user("kim"), cookie("tablet"));
    send(APP, NOW + HOUR, user("lee"), cookie("tablet"));
    var spare = Pair.of(user("lee"), cookie("tablet"), rules.types());
    assertThat(replica.tree(user("kim")).links().get(spare))
        .isEqualTo(replica.tree(user("lee")).links().get(spare))
        .returns(false, Link::used);
    take(
        new Act.Divided(
            new Cut("1", set(user("kim")), set(cookie("tablet")), NOW, "lee", "sold it")));
    assertThat(profile(cookie("tablet"))).containsExactlyInAnyOrder(user("lee"), cookie("tablet"));
    inAnyOrder();
  }

  @Test
  void twoAnchorsAreNeverOnePersonBecauseOfALaterCookie() {
    send(SERVER, NOW, user("kim"), email("kim@example.kr"));
    send(SERVER, NOW, user("lee"), email("lee@example.kr"));
    send(BROWSER, NOW, email("kim@example.kr"), cookie("c"));
    send(BROWSER, NOW + 1, email("lee@example.kr"), cookie("c"));
    assertThat(profile(user("kim"))).contains(cookie("c")).doesNotContain(user("lee"));
    inAnyOrder();
  }

  // ---- who is shared

  @Test
  void aKioskBelongsToNobodyFromItsTwentyFirstCustomerOn() {
    for (var customer = 1; customer <= 20; customer++) {
      send(BROWSER, NOW + customer, user("u" + customer), cookie("kiosk"));
      send(BROWSER, NOW + customer, user("u" + customer), email(customer + "@example.kr"));
    }
    send(BROWSER, NOW, cookie("kiosk"));
    assertThat(profile(cookie("kiosk"))).contains(user("u1"));
    assertThat(replica.effects()).isEmpty();

    send(BROWSER, NOW + 21, user("u21"), cookie("kiosk"));
    assertThat(profile(cookie("kiosk"))).containsExactly(cookie("kiosk"));
    assertThat(profile(user("u1"))).containsExactlyInAnyOrder(user("u1"), email("1@example.kr"));
    assertThat(replica.effects())
        .containsExactly(new Effect.IdentifierShared(cookie("kiosk"), 2, "user_id", false));
    assertThat(fragments(cookie("kiosk"))).containsExactly(List.of(cookie("kiosk")));
    assertThat(fragments(user("u21"))).containsExactly(List.of(user("u21"), cookie("kiosk")));

    send(BROWSER, NOW + 22, user("u22"), cookie("kiosk"));
    assertThat(profile(user("u22"))).containsExactly(user("u22"));
    assertThat(replica.effects()).hasSize(1);
    inAnyOrder();
  }

  @Test
  void anAddressOfTwentyOneAccountsLinksNobody() {
    for (var account = 1; account <= 21; account++) {
      send(SERVER, NOW + account, user("u" + account), email("info@example.kr"));
    }
    assertThat(profile(email("info@example.kr"))).containsExactly(email("info@example.kr"));
    assertThat(fragments(user("u1")))
        .containsExactly(List.of(user("u1"), email("info@example.kr")));
    send(BROWSER, NOW, email("info@example.kr"), cookie("c"));
    assertThat(profile(cookie("c"))).containsExactly(cookie("c"));
    assertThat(fragments(cookie("c")))
        .containsExactly(List.of(email("info@example.kr"), cookie("c")));
    inAnyOrder();
  }

  @Test
  void aTestAccountOfAThousandCookiesLosesThemAndKeepsItsAddress() {
    send(SERVER, NOW, user("test"), email("qa@example.kr"));
    for (var run = 1; run <= 1_000; run++) {
      send(BROWSER, NOW + run, user("test"), cookie("c" + run));
    }
    assertThat(profile(cookie("c1"))).hasSize(1_002);
    send(BROWSER, NOW + 1_001, user("test"), cookie("c1001"));
    assertThat(profile(cookie("c1"))).containsExactly(cookie("c1"));
    assertThat(fragments(cookie("c1"))).containsExactly(List.of(user("test"), cookie("c1")));
    assertThat(profile(user("test")))
        .containsExactlyInAnyOrder(user("test"), email("qa@example.kr"));
    assertThat(replica.effects())
        .containsExactly(new Effect.IdentifierShared(user("test"), 2, "anonymous_id", true));
    asDefined();
  }

  @Test
  void anAddressThatBrowsersClaimTwentyOneTimesIsNotSharedForServers() {
    send(SERVER, NOW + 100, user("victim"), email("victim@example.kr"));
    for (var claim = 1; claim <= 21; claim++) {
      send(BROWSER, NOW + claim, user("thief" + claim), email("victim@example.kr"));
    }
    send(BROWSER, NOW, email("victim@example.kr"), cookie("c"));
    assertThat(profile(email("victim@example.kr")))
        .containsExactlyInAnyOrder(user("victim"), email("victim@example.kr"));
    assertThat(profile(cookie("c"))).containsExactly(cookie("c"));
    send(SERVER, NOW + 200, email("victim@example.kr"), phone("+821012345678"));
    assertThat(profile(user("victim"))).contains(phone("+821012345678"));
    inAnyOrder();
  }

  @Test
  void whoeverWasSharedByAStewardsWordIsAsBeforeWhenThatIsTakenBack() {
    for (var account = 1; account <= 20; account++) {
      send(SERVER, NOW + account, user("u" + account), email("office@example.kr"));
    }
    for (var visit = 1; visit <= 80; visit++) {
      send(BROWSER, NOW + visit, email("office@example.kr"), cookie("c" + visit));
    }
    var before = replica.draw();
    var link = steward("1", user("u21"), email("office@example.kr"));
    take(new Act.Linked(link));
    assertThat(profile(cookie("c1"))).containsExactly(cookie("c1"));
    asDefined();
    take(new Act.Unlinked(link));
    var after = replica.draw();
    assertThat(after.links()).isEqualTo(before.links());
    assertThat(after.fragments()).isEqualTo(before.fragments());
    assertThat(after.idle()).isEmpty();
    asDefined();
  }

  // ---- limits and cuts

  @Test
  void theSixthAddressOfAPersonIsAProfileOfItsOwn() {
    for (var i = 1; i <= 6; i++) {
      send(SERVER, NOW + i, user("kim"), email("kim" + i + "@example.kr"));
      send(SERVER, NOW + i, email("kim" + i + "@example.kr"), cookie("c" + i));
    }
    assertThat(profile(user("kim")))
        .hasSize(11)
        .doesNotContain(email("kim6@example.kr"), cookie("c6"));
    assertThat(profile(cookie("c6")))
        .containsExactlyInAnyOrder(email("kim6@example.kr"), cookie("c6"));
    assertThat(replica.profileId(cookie("c6")))
        .isEqualTo(ProfileIds.of(TestRules.WORKSPACE_KEY, email("kim6@example.kr")));
    inAnyOrder();
  }

  @Test
  void aCutPartsAPersonAndUndoingItLeavesNoTrace() {
    send(SERVER, NOW, user("kim"), email("kim@example.kr"));
    send(SERVER, NOW + 1, email("kim@example.kr"), cookie("c"));
    send(BROWSER, NOW + 2, user("kim"), cookie("c"));
    var before = replica.draw();
    var cut =
        new Cut("1", set(user("kim")), set(cookie("c"), cookie("later")), NOW, "lee", "two people");
    take(new Act.Divided(cut));
    assertThat(profile(cookie("c"))).containsExactly(cookie("c"));
    send(BROWSER, NOW + 3, user("kim"), cookie("later"));
    assertThat(profile(cookie("later"))).containsExactly(cookie("later"));
    inAnyOrder();
    take(new Act.Undivided(cut));
    assertThat(profile(user("kim"))).contains(cookie("c"), cookie("later"));
    assertThat(before.links()).isNotEmpty();
    assertThat(replica.draw().links()).containsAllEntriesOf(before.links());
    asDefined();
  }

  // ---- anchors made one

  @Test
  void twoAccountsThatAStewardSaysAreOneAreOneUntilThatIsTakenBack() {
    send(SERVER, NOW, user("kim"), email("kim@example.kr"));
    send(SERVER, NOW, user("kim2"), cookie("c"));
    send(SERVER, NOW + 1, user("kim"), cookie("c"));
    var before = replica.draw();
    var link = steward("1", user("kim"), user("kim2"));
    take(new Act.Linked(link));
    assertThat(profile(cookie("c"))).contains(user("kim"), user("kim2"), email("kim@example.kr"));
    assertThat(replica.profileId(cookie("c")))
        .isEqualTo(ProfileIds.of(TestRules.WORKSPACE_KEY, user("kim")));
    inAnyOrder();
    take(new Act.Unlinked(link));
    assertThat(replica.draw().links()).isEqualTo(before.links());
    assertThat(replica.draw().trees()).isEqualTo(before.trees());
    asDefined();
  }

  @Test
  void onlyATrustedAliasMakesTwoAccountsOne() {
    send(APP, NOW, user("kim"), user("kim2"));
    assertThat(profile(user("kim"))).containsExactly(user("kim"));
    send(SERVER, NOW, user("kim"), user("kim3"));
    assertThat(profile(user("kim"))).containsExactlyInAnyOrder(user("kim"), user("kim3"));
    inAnyOrder();
  }

  @Test
  void whatSourcesSaidOfAPairCountsAgainWhenAStewardTakesTheirWordBack() {
    send(BROWSER, NOW, user("kim"), cookie("c"));
    var link = steward("1", user("lee"), cookie("c"));
    take(new Act.Linked(link));
    assertThat(profile(cookie("c"))).contains(user("lee"));
    send(SERVER, NOW + 2, user("lee"), cookie("c"));
    send(SERVER, NOW + 1, user("park"), cookie("c"));
    take(new Act.Unlinked(link));
    assertThat(profile(cookie("c"))).contains(user("park"));
    assertThat(
            replica.tree(user("lee")).links().get(Pair.of(user("lee"), cookie("c"), rules.types())))
        .returns(1, spare -> spare.best().rank())
        .returns(false, Link::used);
    asDefined();
  }

  // ---- ids

  @Test
  void anIdOnceGivenOutResolvesToWhoeverHoldsItsIdentifierNow() {
    send(BROWSER, NOW, cookie("c"));
    var asVisitor = replica.profileId(cookie("c"));
    send(BROWSER, NOW + 1, email("kim@example.kr"), cookie("c"));
    var asSubscriber = replica.profileId(cookie("c"));
    send(SERVER, NOW + 2, user("kim"), email("kim@example.kr"));
    var asCustomer = replica.profileId(cookie("c"));
    assertThat(List.of(asVisitor, asSubscriber, asCustomer)).doesNotHaveDuplicates();
    for (var id : List.of(asVisitor, asSubscriber, asCustomer)) {
      var identifier = Objects.requireNonNull(replica.memory().peek(new Key.OfProfile(id)));
      assertThat(replica.profileId(identifier)).isEqualTo(asCustomer);
    }
  }

  // ---- lists

  @Test
  void aBlockedValueIsNobodyButStaysInTheList() {
    send(BROWSER, NOW, user("null"), cookie("c"));
    send(BROWSER, NOW + 1, user("null"), cookie("d"));
    assertThat(profile(cookie("c"))).containsExactly(cookie("c"));
    assertThat(replica.memory().peek(new Key.OfIdentifier(user("null")))).isNull();
    assertThat(fragments(cookie("c"))).containsExactly(List.of(user("null"), cookie("c")));
    inAnyOrder();
  }

  @Test
  void theSameEventsOverAndOverChangeNothingButTheirSum() {
    send(IMPORT, NOW, user("kim"), email("kim@example.kr"), cookie("c"));
    var before = replica.draw();
    for (var i = 1; i <= 50; i++) {
      send(IMPORT, NOW + i, user("kim"), email("kim@example.kr"), cookie("c"));
    }
    assertThat(replica.draw().links()).isEqualTo(before.links());
    assertThat(replica.draw().nodes()).isEqualTo(before.nodes());
    assertThat(replica.tree(user("kim")).fragments().values())
        .singleElement()
        .returns(51L, Fragment::count)
        .returns(NOW, Fragment::first)
        .returns(NOW + 50, Fragment::latest);
    assertThat(replica.memory().rounds()).isZero();
    asDefined();
  }

  @Test
  void aTreeSharesWithItsOlderVersionAllThatAnEventDoesNotTouch() {
    for (var i = 1; i <= 100; i++) {
      send(APP, NOW + i, user("kim"), cookie("c" + i));
    }
    var older = replica.tree(user("kim"));
    send(APP, NOW + 200, user("kim"), cookie("c50"));
    var newer = replica.tree(user("kim"));
    var changed = new ArrayList<FragmentKey>();
    newer.fragmentsSince(older, (key, _) -> changed.add(key));
    assertThat(changed).containsExactly(new FragmentKey(List.of(user("kim"), cookie("c50")), APP));
    newer.linksSince(older, (pair, _) -> assertThat(pair).isNull());
    newer.nodesSince(older, (identifier, _) -> assertThat(identifier).isNull());
    older.fragmentsSince(newer, (key, _) -> changed.remove(key));
    assertThat(changed).isEmpty();
  }

  // ---- the stage

  private static Identifier user(String value) {
    return new Identifier("user_id", value);
  }

  private static Identifier email(String value) {
    return new Identifier("email", value);
  }

  private static Identifier phone(String value) {
    return new Identifier("phone", value);
  }

  private static Identifier cookie(String value) {
    return new Identifier("anonymous_id", value);
  }

  private static SortedSet<Identifier> set(Identifier... identifiers) {
    return new TreeSet<>(List.of(identifiers));
  }

  private StewardLink steward(String id, Identifier a, Identifier b) {
    return new StewardLink(id, Pair.of(a, b, rules.types()), NOW, "lee", "they called");
  }

  private void send(SourceKind kind, long time, Identifier... identifiers) {
    send(kind, time, time, identifiers);
  }

  private void send(SourceKind kind, long time, long receivedAt, Identifier... identifiers) {
    number++;
    take(new Act.Sent(World.event(number, kind, time, receivedAt, List.of(identifiers))));
  }

  private void take(Act act) {
    acts.add(act);
    replica.take(act);
  }

  private SortedSet<Identifier> profile(Identifier identifier) {
    return replica.profile(identifier);
  }

  /// The lists of the fragments in the profile of an identifier.
  private List<List<Identifier>> fragments(Identifier identifier) {
    return replica.tree(identifier).fragments(profile(identifier), rules).keySet().stream()
        .map(FragmentKey::identifiers)
        .toList();
  }

  private void asDefined() {
    assertThat(replica.draw()).isEqualTo(Definition.of(acts, rules));
  }

  /// The same acts lead to the same people in other orders. Not for acts that undo others.
  private void inAnyOrder() {
    asDefined();
    var random = new Random(7);
    for (var i = 0; i < 5; i++) {
      var other = new Replica(rules);
      var shuffled = new ArrayList<>(acts);
      Collections.shuffle(shuffled, random);
      shuffled.forEach(other::take);
      assertThat(other.draw()).isEqualTo(replica.draw());
    }
  }
}
