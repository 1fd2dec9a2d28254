package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Rules;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.Consent.State;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentChoiceTest {
  private static final Rules RULES = Said.rules(Map.of());
  private static final Identifier USER = Said.identifier("user_id:u1");
  private static final Identifier EMAIL = Said.identifier("email:hong@example.kr");
  private static final Identifier COOKIE = Said.identifier("anonymous_id:a1");
  private static final Identifier PHONE = Said.identifier("ios.id:i1");

  /// A grant in the fragment of the user, a withdrawal in that of the e-mail address or the same
  /// one.
  @ParameterizedTest
  @CsvSource({
    "10, none, 0, GRANTED",
    "none, 10, 0, WITHDRAWN",
    "10, same 5, 0, GRANTED",
    "10, same 10, 0, WITHDRAWN",
    "10, same 15, 0, WITHDRAWN",
    "10, 5, 9, GRANTED",
    "10, 5, 10, WITHDRAWN",
    "10, 5, 11, WITHDRAWN",
    "10, 15, 9, WITHDRAWN",
    "10, 10, 9, WITHDRAWN"
  })
  void aGrantBeatsAWithdrawalOnlyWhenThePersonSpokeAgainSinceTheyWereLinked(
      String granted, String withdrawn, long linked, State expected) {
    var same = withdrawn.startsWith("same ");
    var link = link(linked, true);
    var profile =
        Profiles.of(
            RULES,
            link,
            granted.equals("none")
                ? Said.track("x").of(USER)
                : grant(Long.parseLong(granted)).of(USER),
            withdrawn.equals("none")
                ? Said.track("x").of(EMAIL)
                : withdrawal(Long.parseLong(withdrawn.replace("same ", "")))
                    .of(same ? USER : EMAIL));
    assertThat(consent(profile).state()).isEqualTo(expected);
    assertThat(consent(profile).by().granted()).isEqualTo(expected == State.GRANTED);
  }

  @Test
  void withoutKnowledgeOfTheLinksAGrantOfOneIdentifierNeverBeatsAWithdrawalOfAnother() {
    var events = new Said[] {grant(10).of(USER), withdrawal(5).of(EMAIL)};
    assertThat(consent(Profiles.of(RULES, LinkPath.UNKNOWN, events)).state())
        .isEqualTo(State.WITHDRAWN);
  }

  @Test
  void aGrantMustBeatEveryWithdrawal() {
    var profile =
        Profiles.of(
            RULES,
            link(9, true),
            grant(20).of(USER),
            withdrawal(5).of(EMAIL),
            withdrawal(25).of(COOKIE));
    assertThat(consent(profile).state()).isEqualTo(State.WITHDRAWN);
    assertThat(consent(profile).by().time()).isEqualTo(25);
  }

  @Test
  void aBrowsersGrantBindsOnlyItsDevice() {
    var profile =
        Profiles.of(RULES, link(1, false), grant(10).by(SourceKind.BROWSER, 2).of(USER, COOKIE));
    assertThat(consent(profile).state()).isEqualTo(State.DEVICES_ONLY);
    assertThat(consent(profile).devices()).containsExactly(COOKIE);
  }

  @Test
  void aBrowsersGrantBindsThePersonOnceATrustedSourceLinkedTheDevice() {
    var events = grant(10).by(SourceKind.BROWSER, 2).of(USER, COOKIE);
    assertThat(consent(Profiles.of(RULES, link(50, true), events)).state())
        .isEqualTo(State.GRANTED);
  }

  @Test
  void aBrowsersGrantBindsAPersonOfWhomNothingIsKnownButTheDevice() {
    var profile =
        Profiles.of(RULES, LinkPath.UNKNOWN, grant(10).by(SourceKind.BROWSER, 2).of(COOKIE));
    assertThat(consent(profile).state()).isEqualTo(State.GRANTED);
  }

  @Test
  void aDoubleOptInBindsThePersonWhomABrowsersGrantDidNot() {
    var asked = grant(10).by(SourceKind.BROWSER, 2).of(EMAIL, COOKIE);
    var confirmed = Said.track("Consent Confirmed").at(20).properties("purpose", "ads").of(EMAIL);
    assertThat(consent(Profiles.of(RULES, link(1, false), asked)).state())
        .isEqualTo(State.DEVICES_ONLY);
    assertThat(consent(Profiles.of(RULES, link(1, false), asked, confirmed)).state())
        .isEqualTo(State.GRANTED);
    assertThat(consent(Profiles.of(RULES, link(1, false), asked, confirmed)).by().channel())
        .isEqualTo("double_opt_in");
    var pretended = confirmed.by(SourceKind.BROWSER, 2);
    assertThat(consent(Profiles.of(RULES, link(1, false), asked, pretended)).state())
        .isEqualTo(State.DEVICES_ONLY);
  }

  @Test
  void aBrowsersGrantWithoutADeviceBindsNobody() {
    var profile = Profiles.of(RULES, link(1, true), grant(10).by(SourceKind.BROWSER, 2).of(USER));
    assertThat(consent(profile).state()).isEqualTo(State.DEVICES_ONLY);
    assertThat(consent(profile).devices()).isEmpty();
  }

  @Test
  void aBrowsersWithdrawalBindsAtOnce() {
    var profile =
        Profiles.of(
            RULES,
            link(1, false),
            grant(10).of(USER),
            withdrawal(11).by(SourceKind.BROWSER, 2).of(USER, COOKIE));
    assertThat(consent(profile).state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void afterAWithdrawalADevicesOwnLaterGrantHoldsThereAlone() {
    var profile =
        Profiles.of(
            RULES,
            link(1, false),
            withdrawal(10).of(USER),
            grant(20).by(SourceKind.APP, 2).of(USER, PHONE));
    assertThat(consent(profile).state()).isEqualTo(State.WITHDRAWN);
    assertThat(consent(profile).devices()).containsExactly(PHONE);
  }

  @Test
  void aWithdrawalOfEverythingWithdrawsEveryPurpose() {
    var all = Said.track("Consent Withdrawn").at(15).of(USER);
    var profile = Profiles.of(RULES, link(1, true), grant(10).of(USER), all);
    assertThat(profile.consents()).containsOnlyKeys("*", "ads");
    assertThat(consent(profile).state()).isEqualTo(State.WITHDRAWN);
    assertThat(Objects.requireNonNull(profile.consents().get("*")).state())
        .isEqualTo(State.WITHDRAWN);
    var again = Profiles.of(RULES, link(1, true), grant(16).of(USER), all);
    assertThat(consent(again).state()).isEqualTo(State.GRANTED);
  }

  @Test
  void aPurposeThatOneFragmentLeavesOutIsNotGrantedByAnother() {
    var events = new Said[Consents.LIMIT + 2];
    for (var i = 0; i < Consents.LIMIT; i++) {
      events[i] = Said.track("Consent Granted").properties("purpose", "a" + (1000 + i)).of(EMAIL);
    }
    events[Consents.LIMIT] = withdrawal(Said.DAY + 9, "b").of(EMAIL);
    events[Consents.LIMIT + 1] =
        Said.track("Consent Granted").properties("purpose", "b").of(USER).at(Said.DAY + 5);
    assertThat(Profiles.of(RULES, link(1, true), events[Consents.LIMIT + 1]).consents())
        .containsOnlyKeys("b");
    var profile = Profiles.of(RULES, link(1, true), events);
    assertThat(profile.consents()).hasSize(Consents.LIMIT).doesNotContainKey("b");
    assertThat(profile.leftOut().purposes()).isTrue();
  }

  @Test
  void preferencesAreNoBehaviourAndNoTraits() {
    var profile =
        Profiles.of(
            RULES,
            LinkPath.UNKNOWN,
            Said.track("Segment Consent Preference Updated")
                .context("consent", Map.of("categoryPreferences", Map.of("ads", true))),
            Said.track("Product Viewed"));
    assertThat(profile.events().total()).isEqualTo(1);
    assertThat(profile.events().byName()).containsOnlyKeys("Product Viewed");
    assertThat(profile.traits()).isEmpty();
    assertThat(consent(profile).state()).isEqualTo(State.GRANTED);
  }

  private static Said grant(long time) {
    return Said.track("Consent Granted").at(time).properties("purpose", "ads");
  }

  private static Said withdrawal(long time) {
    return withdrawal(time, "ads");
  }

  private static Said withdrawal(long time, String purpose) {
    return Said.track("Consent Withdrawn").at(time).properties("purpose", purpose);
  }

  private static LinkPath link(long firstSeen, boolean trusted) {
    return (_, _) -> new LinkPath.Path(firstSeen, trusted);
  }

  private static Consent consent(Profile profile) {
    return Objects.requireNonNull(profile.consents().get("ads"));
  }
}
