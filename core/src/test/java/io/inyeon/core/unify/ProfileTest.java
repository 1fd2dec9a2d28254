package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.Rules;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final Rules RULES = Said.rules(Map.of());
  private static final Identifier USER = Said.identifier("user_id:u1");
  private static final Identifier EMAIL = Said.identifier("email:hong@example.kr");
  private static final Identifier COOKIE = Said.identifier("anonymous_id:a1");

  @Test
  void identifiersStandStrongestFirstWithTheTimesOfTheEventsThatCarryThem() {
    var profile =
        Profiles.of(
            RULES,
            LinkPath.UNKNOWN,
            Said.call(Call.PAGE).of(COOKIE).at(5),
            Said.call(Call.PAGE).of(USER, COOKIE).at(9).by(SourceKind.BROWSER, 2),
            Said.identify("email", "hong@example.kr").of(USER, EMAIL).at(7));
    assertThat(profile.identifiers())
        .containsExactly(
            new Profile.Known("user_id", "u1", 7L, 9L),
            new Profile.Known("email", "hong@example.kr", 7L, 7L),
            new Profile.Known("anonymous_id", "a1", 5L, 9L));
    assertThat(profile.createdAt()).isEqualTo(5);
    assertThat(profile.lastSeenAt()).isEqualTo(9);
  }

  @Test
  void identifiersThatAFragmentListsButTheProfileDoesNotHoldAreNotShown() {
    var fragment = Fragment.of(Said.call(Call.PAGE).of(USER, COOKIE).event(), 1, RULES);
    var profile =
        Profile.of(
            new ProfileId("p"),
            new TreeSet<>(List.of(USER)),
            Map.of(new FragmentKey(List.of(USER, COOKIE), SourceKind.SERVER), fragment),
            RULES,
            LinkPath.UNKNOWN);
    assertThat(profile.identifiers()).extracting(Profile.Known::type).containsExactly("user_id");
  }

  @Test
  void aProfileWithoutEventsIsEmptyAndHasNoTimes() {
    var profile =
        Profile.of(
            new ProfileId("p"), new TreeSet<>(List.of(EMAIL)), Map.of(), RULES, LinkPath.UNKNOWN);
    assertThat(profile.createdAt()).isNull();
    assertThat(profile.lastSeenAt()).isNull();
    assertThat(profile.identifiers())
        .containsExactly(new Profile.Known("email", "hong@example.kr", null, null));
    assertThat(profile.events().total()).isZero();
    assertThat(profile.consents()).isEmpty();
    assertThat(profile.leftOut().nothing()).isTrue();
  }

  @Test
  void eventsAreCountedByNameAndOtherCallsUnderTheirOwn() {
    var profile =
        Profiles.of(
            RULES,
            LinkPath.UNKNOWN,
            Said.track("Product Viewed").at(5),
            Said.track("Product Viewed").at(3),
            Said.track("product viewed").at(4),
            Said.call(Call.PAGE).at(6),
            Said.identify("a", 1).at(7),
            Said.group("g").at(8));
    assertThat(profile.events().total()).isEqualTo(6);
    assertThat(profile.events().other()).isNull();
    assertThat(profile.events().byName())
        .isEqualTo(
            Map.of(
                "Product Viewed", new Count(2, 3, 5),
                "product viewed", new Count(1, 4, 4),
                "page", new Count(1, 6, 6),
                "identify", new Count(1, 7, 7),
                "group", new Count(1, 8, 8)));
  }

  @Test
  void accountsComeFromGroupCallsAlone() {
    var profile =
        Profiles.of(
            RULES,
            LinkPath.UNKNOWN,
            Said.group("initech", "plan", "x").at(5),
            Said.group("initech").at(9),
            Said.group("acme").at(7),
            Said.track("x").context("groupId", "other"));
    assertThat(profile.accounts())
        .containsExactly(
            new Profile.Account("acme", 7, 7, 1), new Profile.Account("initech", 5, 9, 2));
  }

  @Test
  void anAccountIsTheSumOfItsGroupCalls() {
    var first = account(Said.group("initech", "plan", "free", "size", 3).at(5).id("a"));
    var second = account(Said.group("initech", "plan", "gold").at(9).id("b"));
    var sum = first.plus(second);
    assertThat(sum).isEqualTo(second.plus(first));
    assertThat(sum.first()).isEqualTo(5);
    assertThat(sum.latest()).isEqualTo(9);
    assertThat(sum.count()).isEqualTo(2);
    var standing = sum.standing(RULES);
    assertThat(Objects.requireNonNull(standing.get("plan")).value()).isEqualTo(Said.value("gold"));
    assertThat(Objects.requireNonNull(standing.get("size")).value()).isEqualTo(Said.value(3));
  }

  @Test
  void twoAccountsHaveNoSum() {
    var initech = account(Said.group("initech"));
    var acme = account(Said.group("acme"));
    assertThatThrownBy(() -> initech.plus(acme)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> account(Said.track("x"))).isInstanceOf(IllegalArgumentException.class);
  }

  private static AccountProfile account(Said said) {
    return AccountProfile.of(said.event(), RULES);
  }

  @Test
  void theBestStampIsTheEvidencesAndNotTheEvents() {
    var backdated =
        Said.track("x").by(SourceKind.BROWSER, 2).at(Said.DAY - 400L * 86_400_000).id("b").event();
    var fragment = Fragment.of(backdated, 1, RULES);
    assertThat(fragment.best()).isEqualTo(new Stamp(2, backdated.evidenceTime(), "b"));
    assertThat(fragment.first()).isEqualTo(backdated.head().time());
    var server = Fragment.of(Said.track("x").id("c").event(), 1, RULES);
    assertThat(fragment.plus(server).best()).isEqualTo(new Stamp(1, Said.DAY, "c"));
    assertThat(fragment.plus(server).count()).isEqualTo(2);
  }

  @Test
  void theEmptyFragmentHasTheWorstOfStamps() {
    var worst = new Stamp(3, Long.MAX_VALUE - 1, "zzz");
    assertThat(Fragment.EMPTY.best()).isGreaterThan(worst);
    assertThat(Fragment.EMPTY.count()).isZero();
  }
}
