package io.inyeon.core.unify;

import static io.inyeon.core.collect.SourceKind.APP;
import static io.inyeon.core.collect.SourceKind.BROWSER;
import static io.inyeon.core.collect.SourceKind.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inyeon.core.Decision;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The reasons that identity gives, in cases that shops know.
class ExplainTest {
  private static final long HOUR = 60L * 60 * 1000;
  private static final long NOW = 1_000 * HOUR;
  private static final Identifier KIM = new Identifier("user_id", "kim");
  private static final Identifier LEE = new Identifier("user_id", "lee");
  private static final Identifier MAIL = new Identifier("email", "kim@example.kr");
  private static final Identifier TABLET = new Identifier("anonymous_id", "tablet");

  private final Rules rules = TestRules.standard();
  private final Replica replica = new Replica(rules);
  private int number;

  // ---- one person

  @Test
  void thePathTellsEachLinkInOrderWithWhatSpeaksForIt() {
    send(SERVER, NOW, KIM, MAIL);
    send(BROWSER, NOW + HOUR, MAIL, TABLET);
    send(BROWSER, NOW + 2 * HOUR, MAIL, TABLET);
    var relation = between(KIM, TABLET);
    assertThat(relation.one()).isTrue();
    assertThat(relation.path()).extracting(Relation.Step::from).containsExactly(KIM, MAIL);
    assertThat(relation.path()).extracting(Relation.Step::to).containsExactly(MAIL, TABLET);
    assertThat(relation.path().getLast().by())
        .returns(Support.Rule.SAME_EVENT, Support::rule)
        .returns(Support.CERTAIN, Support::weight)
        .extracting(Support::evidence)
        .isEqualTo(
            new LinkEvidence(
                new Stamp(2, NOW + HOUR, "m2"), 1, NOW + HOUR, NOW + 2 * HOUR, "m3", 1, 2));
    assertThat(relation.spare()).isEmpty();
    assertThat(between(KIM, KIM)).returns(true, Relation::one).returns(List.of(), Relation::path);
  }

  @Test
  void spareEvidenceIsToldWhereItWouldHoldThePathTogether() {
    send(SERVER, NOW, KIM, MAIL);
    send(BROWSER, NOW + 1, MAIL, TABLET);
    send(BROWSER, NOW + 2, KIM, TABLET);
    send(BROWSER, NOW + 3, TABLET, cookie("c"));
    assertThat(between(KIM, TABLET).spare())
        .extracting(support -> support.link().pair())
        .containsExactly(pair(KIM, TABLET));
    assertThat(between(TABLET, cookie("c")).spare()).isEmpty();
    assertThat(explanation(KIM).spare()).hasSize(1);
    assertThat(explanation(KIM).held()).hasSize(3);
  }

  @Test
  void aStewardsLinkNamesItsAuthorAndAnAliasIsSaidToBeOne() {
    var link = steward("1", KIM, LEE);
    replica.take(new Act.Linked(link));
    send(SERVER, NOW, LEE, user("lee2"));
    var path = between(KIM, user("lee2")).path();
    assertThat(path)
        .extracting(step -> step.by().rule())
        .containsExactly(Support.Rule.STEWARD, Support.Rule.ALIAS);
    assertThat(path.getFirst().by().stewards()).containsExactly(link);
    assertThat(path.getFirst().by().evidence().count()).isZero();
  }

  // ---- two persons

  @Test
  void twoAccountsOnOneTabletAreTwoBecauseEachHasAnAnchor() {
    send(APP, NOW, KIM, TABLET);
    send(APP, NOW + HOUR, LEE, TABLET);
    var relation = between(KIM, LEE);
    assertThat(relation.one()).isFalse();
    assertThat(relation.refused())
        .singleElement()
        .returns(pair(LEE, TABLET), Refused::pair)
        .returns(List.of(new Reason.Anchor(LEE, KIM)), Refused::reasons)
        .returns("m2", refused -> refused.evidence().best().messageId());
    assertThat(explanation(TABLET).refused()).isEqualTo(relation.refused());
  }

  @Test
  void whoHasNothingInCommonIsToldSo() {
    send(APP, NOW, KIM, TABLET);
    send(APP, NOW, LEE, MAIL);
    var relation = between(TABLET, MAIL);
    assertThat(relation.one()).isFalse();
    assertThat(relation.refused()).isEmpty();
    assertThat(relation.cuts()).isEmpty();
    assertThat(relation.a().profile()).isEqualTo(replica.profileId(KIM));
    assertThat(relation.b().profile()).isEqualTo(replica.profileId(LEE));
  }

  @Test
  void aKioskStandsBetweenItsCustomersWithoutMakingThemOne() {
    for (var customer = 1; customer <= 21; customer++) {
      send(BROWSER, NOW + customer, user("u" + customer), TABLET);
    }
    var relation = between(user("u1"), user("u2"));
    assertThat(relation.refused())
        .extracting(Refused::pair)
        .containsExactly(pair(user("u1"), TABLET), pair(user("u2"), TABLET));
    for (var refused : relation.refused()) {
      assertThat(refused.reasons()).containsExactly(new Reason.Shared(TABLET, 2, "user_id", false));
      assertThat(refused.evidence().count()).isEqualTo(1);
    }
    assertThat(explanation(TABLET).refused()).hasSize(21);
  }

  @Test
  void aHubsThousandLinksAreCountedWhereTheyAreNotListed() {
    for (var run = 1; run <= 1_001; run++) {
      send(BROWSER, NOW + run, user("test"), cookie("c" + run));
    }
    var explanation = explanation(user("test"));
    assertThat(explanation.refused()).hasSize(Explain.MOST_REFUSED);
    assertThat(explanation.unlisted()).isEqualTo(1_001 - Explain.MOST_REFUSED);
    assertThat(explanation.refused().getFirst().reasons())
        .containsExactly(new Reason.Shared(user("test"), 2, "anonymous_id", true));
  }

  @Test
  void theSixthAddressIsRefusedByTheLimit() {
    for (var i = 1; i <= 6; i++) {
      send(SERVER, NOW + i, KIM, email(i + "@example.kr"));
    }
    assertThat(between(KIM, email("6@example.kr")).refused())
        .singleElement()
        .returns(List.of(new Reason.Limit("email", 5)), Refused::reasons);
    assertThat(explanation(KIM).held()).hasSize(5);
    assertThat(explanation(KIM).refused()).hasSize(1);
  }

  @Test
  void aCutIsToldWithItsAuthorAndTheEvidenceThatItTookAway() {
    send(SERVER, NOW, KIM, MAIL);
    var cut = cut("1", KIM, MAIL);
    replica.take(new Act.Divided(cut));
    var relation = between(MAIL, KIM);
    assertThat(relation.cuts()).containsExactly(cut);
    assertThat(relation.refused())
        .singleElement()
        .returns(List.of(new Reason.Divided("1")), Refused::reasons)
        .returns(1L, refused -> refused.evidence().count());
    assertThat(explanation(KIM).cuts()).containsExactly(cut);
  }

  @Test
  void aBlockedValueNamesNobodyAndSaysSo() {
    send(BROWSER, NOW, user("null"), TABLET);
    var relation = between(user("null"), TABLET);
    assertThat(relation.one()).isFalse();
    assertThat(relation.a().profile()).isNull();
    assertThat(relation.refused())
        .singleElement()
        .returns(List.of(new Reason.Blocked(user("null"))), Refused::reasons);
    assertThat(explanation(TABLET).refused()).isEqualTo(relation.refused());
    var memory = replica.memory();
    assertThat(memory.attempt(() -> Explain.between(KIM, TABLET, memory, rules)))
        .as("with one that never came")
        .isNull();
  }

  @Test
  void anAliasOfAnAppDoesNotMakeTwoAccountsOne() {
    send(APP, NOW, KIM, LEE);
    assertThat(between(KIM, LEE).refused())
        .singleElement()
        .returns(List.of(new Reason.Untrusted(APP, "user_id")), Refused::reasons)
        .returns("m1", refused -> refused.evidence().latestId());
  }

  // ---- before deciding

  @Test
  void aCutIsShownWithBothPeopleAndWhatMoves() {
    send(SERVER, NOW, KIM, MAIL);
    send(BROWSER, NOW + 1, MAIL, TABLET);
    send(BROWSER, NOW + 2, TABLET);
    var preview = preview(new Entry.CutMade(9, 0, "lee", cut("1", KIM, TABLET)), KIM, TABLET);
    assertThat(preview.before())
        .extracting(profile -> profile.events().total())
        .containsExactly(3L);
    assertThat(preview.after())
        .extracting(profile -> profile.identifiers().size(), profile -> profile.events().total())
        .containsExactlyInAnyOrder(tuple(2, 2L), tuple(1, 1L));
    assertThat(preview.moves())
        .containsExactly(
            new Preview.Move(
                replica.profileId(KIM),
                ProfileIds.of(TestRules.WORKSPACE_KEY, TABLET),
                List.of(TABLET),
                1));
    assertThat(preview.unlisted()).isZero();
    assertThat(replica.profile(TABLET)).contains(KIM);
  }

  @Test
  void aLinkThatWouldMakeSomebodySharedSaysSoAndCountsWhomItDoesNotList() {
    for (var account = 1; account <= 20; account++) {
      send(SERVER, NOW + account, user("u" + account), MAIL);
    }
    for (var visit = 1; visit <= 60; visit++) {
      send(BROWSER, NOW + visit, MAIL, cookie("c" + visit));
    }
    var preview = preview(new Entry.LinkMade(99, 0, "lee", steward("1", user("u21"), MAIL)), MAIL);
    assertThat(preview.effects())
        .containsExactly(new Effect.IdentifierShared(MAIL, 1, "user_id", false));
    assertThat(preview.after()).hasSize(Preview.MOST_PROFILES);
    assertThat(preview.unlisted()).isPositive();
    assertThat(preview.after().getFirst().identifiers())
        .anyMatch(each -> each.type().equals("email"));
  }

  // ---- the stage

  private static Identifier user(String value) {
    return new Identifier("user_id", value);
  }

  private static Identifier email(String value) {
    return new Identifier("email", value);
  }

  private static Identifier cookie(String value) {
    return new Identifier("anonymous_id", value);
  }

  private Pair pair(Identifier a, Identifier b) {
    return Pair.of(a, b, rules.types());
  }

  private StewardLink steward(String id, Identifier a, Identifier b) {
    return new StewardLink(id, pair(a, b), NOW, "lee", "they called");
  }

  private static Cut cut(String id, Identifier left, Identifier right) {
    return new Cut(
        id, new TreeSet<>(List.of(left)), new TreeSet<>(List.of(right)), NOW, "lee", "sold it");
  }

  private void send(SourceKind kind, long time, Identifier... identifiers) {
    number++;
    replica.take(new Act.Sent(World.event(number, kind, time, time, List.of(identifiers))));
  }

  private Relation between(Identifier a, Identifier b) {
    var memory = replica.memory();
    memory.cool();
    return Objects.requireNonNull(memory.attempt(() -> Explain.between(a, b, memory, rules)));
  }

  private Explanation explanation(Identifier of) {
    var memory = replica.memory();
    memory.cool();
    return Objects.requireNonNull(memory.attempt(() -> Explain.profile(of, memory, rules)));
  }

  private Preview preview(Entry entry, Identifier... named) {
    var memory = replica.memory();
    return memory.attempt(() ->
        switch (Pipeline.decide(entry, memory, rules)) {
          case Decision.Decided decided -> Preview.of(List.of(named), decided, memory, rules);
          case Decision.Needs(var keys) -> throw new Snapshot.Unloaded(keys);
        });
  }
}
