package io.inyeon.core.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Said;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.SourceKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsentReaderTest {
  @Test
  void segmentsCategoriesAreReadFromAnyCall() {
    var event =
        Said.call(Call.PAGE)
            .by(SourceKind.BROWSER, 3)
            .at(77)
            .id("m")
            .context(
                "consent", Map.of("categoryPreferences", Said.fields("Ads", true, "Stats", false)))
            .event();
    assertThat(ConsentReader.read(event))
        .containsExactly(
            new ConsentStatement("Ads", true, 77, "m", 3, null, null, "browser"),
            new ConsentStatement("Stats", false, 77, "m", 3, null, null, "browser"));
  }

  @Test
  void onlyAClearYesGrants() {
    var preferences = Said.fields("a", "true", "b", 1, "c", "null", "d", List.of(true), " ", true);
    assertThat(said(consent(preferences))).containsExactly("-a", "-b", "-d");
  }

  @Test
  void preferencesOfAnotherShapeSayNothing() {
    assertThat(said(consent("everything"))).isEmpty();
    assertThat(said(Said.track("x").context("consent", "all"))).isEmpty();
    assertThat(said(Said.track("x").context("consent", Map.of()))).isEmpty();
    assertThat(said(Said.track("x"))).isEmpty();
  }

  private static Said consent(Object preferences) {
    return Said.track("x").context("consent", Map.of("categoryPreferences", preferences));
  }

  @Test
  void ruddersListsAreRead() {
    assertThat(
            said(rudder("allowedConsentIds", List.of("C1", 2), "deniedConsentIds", List.of("C3"))))
        .containsExactly("+C1", "+2", "-C3");
    assertThat(said(rudder("deniedConsentIds", "C3"))).containsExactly("-C3");
    assertThat(said(rudder("allowedConsentIds", Map.of("C1", true)))).isEmpty();
  }

  @Test
  void aMalformedListOfDenialsGrantsNothing() {
    assertThat(said(rudder("allowedConsentIds", List.of("C1"), "deniedConsentIds", 5))).isEmpty();
  }

  private static Said rudder(Object... fields) {
    return Said.track("x").context("consentManagement", Said.fields(fields));
  }

  @Test
  void messagingSubscriptionsAreReadByChannelAndGroup() {
    var group = Map.of("name", "Weekly", "status", "UNSUBSCRIBED");
    var email =
        Said.fields(
            "key",
            "hong@example.kr",
            "type",
            "EMAIL",
            "status",
            "SUBSCRIBED",
            "groups",
            List.of(group));
    var sms = Said.fields("key", "+821012345678", "type", "SMS", "status", "DID_NOT_SUBSCRIBE");
    var push = Said.fields("key", "t", "type", "IOS_PUSH", "status", "maybe");
    var silent = Said.fields("key", "t", "type", "WHATSAPP");
    assertThat(
            said(
                Said.identify()
                    .context("messaging_subscriptions", List.of(email, sms, push, silent, 3))))
        .containsExactly("+email_marketing", "-email_marketing/Weekly", "-sms_marketing", "-push");
    assertThat(said(Said.identify().context("messaging_subscriptions", "all"))).isEmpty();
  }

  @Test
  void ourOwnEventsSayWhichWordingInWhichLanguageByWhichChannel() {
    var event =
        Said.track("Consent Granted")
            .at(5)
            .id("m")
            .properties(
                "purpose",
                "email_marketing",
                "wordingVersion",
                3,
                "language",
                "ko",
                "channel",
                "shop")
            .event();
    assertThat(ConsentReader.read(event))
        .containsExactly(
            new ConsentStatement("email_marketing", true, 5, "m", 1, "3", "ko", "shop"));
    assertThat(said(Said.track("consent_withdrawn").properties("purposes", List.of("ads", "push"))))
        .containsExactly("-ads", "-push");
  }

  @Test
  void theSecondStepOfADoubleOptInGrantsWhenAServerReportsIt() {
    var confirmed = Said.track("Consent Confirmed").at(5).id("m").properties("purpose", "news");
    assertThat(ConsentReader.read(confirmed.event()))
        .containsExactly(
            new ConsentStatement("news", true, 5, "m", 1, null, null, "double_opt_in"));
    assertThat(said(Said.track("consent_confirmed").properties("purposes", List.of("a", "b"))))
        .containsExactly("+a", "+b");
    assertThat(said(confirmed.by(SourceKind.BROWSER, 2))).isEmpty();
    assertThat(said(confirmed.by(SourceKind.APP, 2))).isEmpty();
    assertThat(said(Said.track("Consent Confirmed"))).isEmpty();
  }

  @Test
  void subscriptionStatesMayBeInEitherCaseAndStandAmongBlanks() {
    var lower = Said.fields("key", "a", "type", "whatsapp", "status", " subscribed ");
    var none = Said.fields("key", "a", "type", "android_push", "status", "did_not_subscribe");
    assertThat(said(Said.identify().context("messaging_subscriptions", List.of(lower, none))))
        .containsExactly("+whatsapp_marketing", "-push");
  }

  @Test
  void aWithdrawalOfNothingInParticularIsOfEverything() {
    assertThat(said(Said.track("Consent Withdrawn"))).containsExactly("-*");
    assertThat(said(Said.track("Consent Withdrawn").properties("purpose", 7)))
        .containsExactly("-*");
    assertThat(said(Said.track("Consent Withdrawn").properties("purpose", "*")))
        .containsExactly("-*");
  }

  @Test
  void aGrantOfNothingInParticularOrOfEverythingIsNone() {
    assertThat(said(Said.track("Consent Granted"))).isEmpty();
    assertThat(said(Said.track("Consent Granted").properties("purpose", "*"))).isEmpty();
    assertThat(said(Said.track("Consent Granted").properties("purpose", true))).isEmpty();
    assertThat(said(Said.track("Consent Granted").properties("purpose", "x".repeat(201))))
        .isEmpty();
  }

  @Test
  void onlyATrackOfThatNameIsAPreference() {
    assertThat(
            ConsentReader.preferenceOnly(Said.track("Segment Consent Preference Updated").event()))
        .isTrue();
    assertThat(ConsentReader.preferenceOnly(Said.track("Consent Granted").event())).isFalse();
    assertThat(ConsentReader.preferenceOnly(Said.call(Call.PAGE).event())).isFalse();
  }

  @Test
  void onlyWhatIsSentToTakeAConsentBackWithdraws() {
    var no = Map.of("categoryPreferences", Map.of("ads", false));
    var yes = Map.of("categoryPreferences", Map.of("ads", true));
    var off = List.of(Map.of("type", "EMAIL", "status", "UNSUBSCRIBED"));
    assertThat(withdraws(Said.track("Consent Withdrawn"))).isTrue();
    assertThat(withdraws(Said.track(" consent_withdrawn "))).isTrue();
    assertThat(withdraws(Said.track("Segment Consent Preference Updated").context("consent", no)))
        .isTrue();
    assertThat(withdraws(Said.call(Call.IDENTIFY).context("messaging_subscriptions", off)))
        .isTrue();
    assertThat(withdraws(Said.track("Segment Consent Preference Updated").context("consent", yes)))
        .isFalse();
    assertThat(withdraws(Said.track("Consent Granted").properties("purpose", "ads"))).isFalse();
    assertThat(withdraws(Said.track("Product Viewed").context("consent", no)))
        .as("a banner repeats what was chosen with every event")
        .isFalse();
  }

  private static boolean withdraws(Said event) {
    return ConsentReader.withdraws(event.event());
  }

  private static List<String> said(Said event) {
    return ConsentReader.read(event.event()).stream()
        .map(statement -> (statement.granted() ? "+" : "-") + statement.purpose())
        .toList();
  }
}
