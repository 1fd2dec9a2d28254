package io.inyeon.core.collect;

import static io.inyeon.core.collect.Sent.APP;
import static io.inyeon.core.collect.Sent.BROWSER;
import static io.inyeon.core.collect.Sent.SERVER;
import static io.inyeon.core.collect.Sent.fields;
import static io.inyeon.core.collect.Sent.read;
import static io.inyeon.core.collect.Sent.understood;
import static io.inyeon.core.collect.Sent.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersOfAnEventTest {
  private static final Value.Fields PAGE = fields("type", "page", "anonymousId", "a1");
  private static final Value.Fields IDENTIFY = fields("type", "identify", "userId", "u1");
  private static final Value.Fields ALIAS =
      fields("type", "alias", "userId", "u1", "previousId", "p1");

  private static List<String> identifiers(Source source, Value event) {
    return Sent.identifiers(understood(source, event));
  }

  private static List<String> faults(Source source, Value event) {
    return Sent.faults(source, event);
  }

  // ---- userId and anonymousId

  @Test
  void theStrongestStandsFirst() {
    var event =
        fields(
            "type", "identify",
            "anonymousId", "a1",
            "traits", fields("phone", "010-1234-5678", "email", "Kim@Example.KR"),
            "userId", "u1");
    assertThat(identifiers(BROWSER, event))
        .containsExactly(
            "user_id:u1", "email:kim@example.kr", "phone:+821012345678", "anonymous_id:a1");
  }

  @Test
  void aBlankIsNoIdentifierAtAll() {
    for (var none : new Object[] {"", " \t", "\u00A0\u3000\uFEFF", Value.Nothing.NOTHING}) {
      assertThat(identifiers(BROWSER, with(PAGE, "userId", none)))
          .containsExactly("anonymous_id:a1");
    }
  }

  @ParameterizedTest
  @CsvSource({"17850, 17850", "17850.0, 17850", "1.785e4, 17850", "12.50, 12.5", "1e3, 1000"})
  void aNumberIsItsDecimalText(String number, String text) {
    assertThat(identifiers(BROWSER, with(IDENTIFY, "userId", new BigDecimal(number))))
        .containsExactly("user_id:" + text);
  }

  @Test
  void anythingElseIsAFault() {
    for (var wrong : new Object[] {true, List.of("u1"), Map.of("id", "u1")}) {
      assertThat(faults(BROWSER, with(PAGE, "userId", wrong)))
          .containsExactly("invalid_identifier /userId");
      assertThat(faults(BROWSER, with(IDENTIFY, "traits", fields("email", wrong))))
          .containsExactly("invalid_identifier /traits/email");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"u\uD800", "\uDC00u", "u\uDC00\uD800", "u\u0000", "a\nb", "a\u0085b"})
  void loneSurrogatesAndControlCharactersAreAFault(String value) {
    assertThat(faults(BROWSER, with(PAGE, "userId", value)))
        .containsExactly("invalid_identifier /userId");
  }

  @Test
  void anIdentifierHasAtMost512Characters() {
    assertThat(identifiers(BROWSER, with(PAGE, "userId", " " + "u".repeat(512) + " "))).hasSize(2);
    assertThat(faults(BROWSER, with(PAGE, "userId", "u".repeat(513))))
        .containsExactly("invalid_identifier /userId");
  }

  @Test
  void withoutAnyIdentifierAnEventIsRefused() {
    assertThat(faults(BROWSER, fields("type", "page"))).containsExactly("no_identifier");
    assertThat(faults(BROWSER, fields("type", "page", "userId", "", "anonymousId", null)))
        .containsExactly("no_identifier");
  }

  @Test
  void withNothingButBlockedValuesAnEventIsRefused() {
    var blocked = fields("type", "page", "userId", "'Guest'", "anonymousId", "00000000-0000-0000");
    assertThat(((Reading.Refused) read(BROWSER, blocked)).violations())
        .containsExactly(
            new Violation("no_identifier", "", "user_id:'Guest', anonymous_id:00000000-0000-0000"));
    assertThat(identifiers(BROWSER, with(blocked, "anonymousId", "a1")))
        .as("a blocked one stays in the list")
        .containsExactly("user_id:'Guest'", "anonymous_id:a1");
  }

  // ---- traits and properties

  @Test
  void anIdentifyTakesWhatItsTraitsLeaveOutFromTheContext() {
    var event =
        with(
            with(IDENTIFY, "traits", fields("email", "kim@example.kr")),
            "context",
            fields("traits", fields("email", "old@example.kr", "phone", "01012345678")));
    assertThat(identifiers(BROWSER, event))
        .containsExactly("user_id:u1", "email:kim@example.kr", "phone:+821012345678");
  }

  @Test
  void anEmailThatATraitTakesAwayIsNotTakenFromTheContext() {
    var event =
        with(
            with(IDENTIFY, "traits", fields("email", null)),
            "context",
            fields("traits", fields("email", "old@example.kr")));
    assertThat(identifiers(BROWSER, event)).containsExactly("user_id:u1");
  }

  @Test
  void wordsInPlaceOfAPhoneNumberAreNoFault() {
    assertThat(identifiers(BROWSER, with(IDENTIFY, "traits", fields("phone", "call me"))))
        .containsExactly("user_id:u1");
    assertThat(faults(BROWSER, with(IDENTIFY, "traits", fields("phone", "0\u0000"))))
        .containsExactly("invalid_identifier /traits/phone");
  }

  @Test
  void propertiesNameNobodyUnlessTheirSourceIsTrustedWithThem() {
    var event =
        with(PAGE, "properties", fields("email", "kim@example.kr", "phone", "010 1234 5678"));
    assertThat(identifiers(SERVER, event)).containsExactly("anonymous_id:a1");
    assertThat(identifiers(Sent.trustingProperties(SourceKind.BROWSER), event))
        .containsExactly("email:kim@example.kr", "phone:+821012345678", "anonymous_id:a1");
  }

  @Test
  void aSecondValueOfOneTypeStaysPlainData() {
    var event =
        with(
            with(IDENTIFY, "traits", fields("email", "first@example.kr")),
            "properties",
            fields("email", "second@example.kr"));
    assertThat(identifiers(Sent.trustingProperties(SourceKind.SERVER), event))
        .containsExactly("user_id:u1", "email:first@example.kr");
  }

  @Test
  void theAddressOfTheNetworkIsNever() {
    assertThat(faults(BROWSER, fields("type", "page", "context", Map.of("ip", "10.0.0.1"))))
        .containsExactly("no_identifier");
  }

  // ---- devices

  @Test
  void aDeviceNamesItselfByItsKind() {
    var device =
        fields(
            "type", "ios",
            "id", "device-1",
            "advertisingId", "ad-1",
            "adTrackingEnabled", true,
            "token", "push-1");
    assertThat(identifiers(APP, with(PAGE, "context", Map.of("device", device))))
        .containsExactly(
            "ios.id:device-1", "ios.idfa:ad-1", "ios.push_token:push-1", "anonymous_id:a1");
    assertThat(
            identifiers(
                APP, with(PAGE, "context", fields("device", with(device, "type", "Android")))))
        .containsExactly(
            "android.id:device-1",
            "android.idfa:ad-1",
            "android.push_token:push-1",
            "anonymous_id:a1");
  }

  @Test
  void anAdvertisingIdCountsOnlyWhereTrackingIsAllowed() {
    for (var allowed : new @Nullable Object[] {false, null, "true", 1}) {
      var device = fields("type", "ios", "advertisingId", "ad-1", "adTrackingEnabled", allowed);
      assertThat(identifiers(APP, with(PAGE, "context", fields("device", device))))
          .containsExactly("anonymous_id:a1");
    }
  }

  @Test
  void aDeviceOfNoKnownKindStaysPlainData() {
    for (var kind : new @Nullable Object[] {"roku", null, 1, List.of()}) {
      var device = fields("type", kind, "id", "device-1", "token", "push-1");
      assertThat(identifiers(APP, with(PAGE, "context", fields("device", device))))
          .containsExactly("anonymous_id:a1");
    }
  }

  // ---- externalIds

  private static Value.Fields external(
      @Nullable Object type, @Nullable Object id, String collection, String encoding) {
    return fields("type", type, "id", id, "collection", collection, "encoding", encoding);
  }

  private static Value.Fields externals(Value.Fields event, List<Value.Fields> ids) {
    return with(event, "context", Map.of("externalIds", ids));
  }

  private static Value.Fields externals(Value.Fields event, Value.Fields... ids) {
    return externals(event, List.of(ids));
  }

  @Test
  void anExternalIdOfAKnownTypeIsTakenFromAnySource() {
    var event =
        externals(
            PAGE,
            external("email", "Kim@example.kr", "users", "none"),
            external("android.push_token", "push-1", "users", "none"));
    assertThat(identifiers(BROWSER, event))
        .containsExactly("email:kim@example.kr", "android.push_token:push-1", "anonymous_id:a1");
  }

  @Test
  void anExternalIdOfAnotherCollectionOrEncodingStaysPlainData() {
    var event =
        externals(
            PAGE,
            external("email", "a@example.kr", "accounts", "none"),
            external("email", "b@example.kr", "users", "md5"),
            fields("type", "email", "id", "c@example.kr"));
    assertThat(identifiers(SERVER, event)).containsExactly("anonymous_id:a1");
  }

  @Test
  void anUnknownTypeFromABrowserStaysPlainData() {
    var event = externals(PAGE, external("crm_id", "c-1", "users", "none"));
    var reading = (Reading.Understood) read(BROWSER, event);
    assertThat(Sent.identifiers(reading.event())).containsExactly("anonymous_id:a1");
    assertThat(reading.newTypes()).isEmpty();
    assertThat(faults(APP, externals(PAGE, external("no good!", "c-1", "users", "none"))))
        .isEmpty();
  }

  @Test
  void aTrustedSourceBringsANewTypeIntoBeing() {
    var event =
        externals(
            PAGE,
            external("Kakao_ID", "k-1", "users", "none"),
            external("crm-id", 12, "users", "none"),
            external("crm-id", 13, "users", "none"));
    var reading = (Reading.Understood) read(SERVER, event);
    assertThat(Sent.identifiers(reading.event()))
        .containsExactly("crm-id:12", "kakao_id:k-1", "anonymous_id:a1");
    assertThat(reading.newTypes()).containsExactly("kakao_id", "crm-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "crm id",
        "crm:id",
        "이름",
        "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwx"
      })
  void aNewTypeNeedsAProperName(String name) {
    assertThat(faults(SERVER, externals(PAGE, external(name, "c-1", "users", "none"))))
        .containsExactly("invalid_identifier_type /context/externalIds/0/type");
  }

  @Test
  void anExternalIdWithoutAValueIsNone() {
    var event =
        externals(
            PAGE,
            external("crm_id", "", "users", "none"),
            external("crm_id", null, "users", "none"));
    var reading = (Reading.Understood) read(SERVER, event);
    assertThat(reading.newTypes()).isEmpty();
    assertThat(faults(SERVER, externals(PAGE, external("email", true, "users", "none"))))
        .containsExactly("invalid_identifier /context/externalIds/0/id");
  }

  @Test
  void aWorkspaceHasAtMost200CustomTypes() {
    var rules =
        Sent.RULES
            .document()
            .withTypes(IntStream.range(0, 199).mapToObj(i -> "custom" + i).toList());
    var types =
        new IdentifierTypes(rules.types(), rules.customType(), "KR", Sent.PHONES, Sent.PATTERNS);
    var event =
        externals(
            PAGE,
            external("custom7", "c", "users", "none"),
            external("last", "l", "users", "none"),
            external("more", "m", "users", "none"));
    assertThat(types.room()).isEqualTo(1);
    assertThat(Sent.faults(EventReader.read(Sent.envelope(null), event, SERVER, types)))
        .containsExactly("too_many_identifier_types /context/externalIds/2/type");
  }

  // ---- how many

  @Test
  void anEventHasAtMost16Identifiers() {
    var sixteen = new ArrayList<Value.Fields>();
    for (var i = 0; i < 15; i++) {
      sixteen.add(external("type" + i, "v" + i, "users", "none"));
    }
    assertThat(identifiers(SERVER, externals(PAGE, sixteen))).hasSize(16);
    sixteen.add(external("one_more", "v", "users", "none"));
    assertThat(faults(SERVER, externals(PAGE, sixteen))).containsExactly("too_many_identifiers");
  }

  @Test
  void whatClaimsToBeAnIdentifierCounts() {
    var claims =
        IntStream.range(0, 1000).mapToObj(i -> external("t" + i, "v" + i, "users", "none"));
    assertThat(faults(BROWSER, externals(PAGE, claims.toList())))
        .containsExactly("too_many_identifiers");
    var emails =
        IntStream.range(0, 1000)
            .mapToObj(i -> external("email", i + "@example.kr", "users", "none"));
    assertThat(faults(BROWSER, externals(PAGE, emails.toList())))
        .containsExactly("too_many_identifiers");
    var same = IntStream.range(0, 30).mapToObj(i -> external("email", "a@b.kr", "users", "none"));
    assertThat(faults(BROWSER, externals(PAGE, same.toList()))).isEmpty();
  }

  // ---- alias

  @Test
  void anAliasHasJustItsTwoIdentifiers() {
    var event =
        with(
            with(ALIAS, "anonymousId", "a9"),
            "context",
            fields("device", fields("type", "ios", "id", "device-1")));
    assertThat(identifiers(SERVER, event)).containsExactly("user_id:u1", "anonymous_id:p1");
  }

  @Test
  void anAliasOfTwoAnchorsTakesATrustedSourceAllowedToSayIt() {
    assertThat(identifiers(Sent.aliasingAnchors(SourceKind.SERVER), ALIAS))
        .containsExactly("user_id:p1", "user_id:u1");
    assertThat(identifiers(Sent.aliasingAnchors(SourceKind.BROWSER), ALIAS))
        .containsExactly("user_id:u1", "anonymous_id:p1");
  }

  @Test
  void anAliasOfOneselfLinksNothing() {
    var self = with(ALIAS, "previousId", " u1 ");
    assertThat(identifiers(SERVER, self)).containsExactly("user_id:u1");
    assertThat(identifiers(Sent.aliasingAnchors(SourceKind.SERVER), self))
        .containsExactly("user_id:u1");
  }

  @Test
  void anAliasNeedsBothItsEnds() {
    assertThat(faults(SERVER, with(ALIAS, "previousId", "")))
        .containsExactly("missing_previous_id /previousId");
    assertThat(faults(SERVER, with(ALIAS, "userId", null)))
        .containsExactly("missing_user_id /userId");
    assertThat(faults(SERVER, fields("type", "alias", "anonymousId", "a1")))
        .containsExactly("missing_user_id /userId", "missing_previous_id /previousId");
    assertThat(faults(SERVER, with(ALIAS, "previousId", List.of(1))))
        .containsExactly("invalid_identifier /previousId");
    assertThat(faults(SERVER, fields("type", "alias", "userId", "null", "previousId", "none")))
        .containsExactly("no_identifier");
  }
}
