package io.inyeon.core.collect;

import static io.inyeon.core.collect.Sent.APP;
import static io.inyeon.core.collect.Sent.BROWSER;
import static io.inyeon.core.collect.Sent.NOW;
import static io.inyeon.core.collect.Sent.SERVER;
import static io.inyeon.core.collect.Sent.TYPES;
import static io.inyeon.core.collect.Sent.envelope;
import static io.inyeon.core.collect.Sent.faults;
import static io.inyeon.core.collect.Sent.fields;
import static io.inyeon.core.collect.Sent.read;
import static io.inyeon.core.collect.Sent.understood;
import static io.inyeon.core.collect.Sent.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
  private static final Value.Fields TRACK =
      fields(
          "type", "track",
          "event", "Product Viewed",
          "messageId", "m-1",
          "userId", "u1",
          "timestamp", "2026-02-28T23:00:00Z");

  @Test
  void anEventIsReadWhole() {
    var event =
        understood(
            SERVER,
            fields(
                "type", "identify",
                "messageId", "m-2",
                "userId", "u1",
                "anonymousId", "a1",
                "timestamp", "2026-02-28T23:00:00Z",
                "traits", Map.of("name", "Kim"),
                "context", Map.of("locale", "ko-KR"),
                "integrations", Map.of("All", false),
                "somethingNew", List.of(1, 2)));
    assertThat(event)
        .isEqualTo(
            new Event(
                new Event.Head(7, "m-2", Call.IDENTIFY, "identify", NOW - 3_600_000, NOW),
                SourceKind.SERVER,
                1,
                false,
                List.of(new Identifier("user_id", "u1"), new Identifier("anonymous_id", "a1")),
                fields("name", "Kim"),
                null,
                Value.Fields.EMPTY,
                fields("locale", "ko-KR"),
                fields("All", false)));
  }

  // ---- the kind of call

  @ParameterizedTest
  @EnumSource(Call.class)
  void theEndpointSaysTheKindOfCallWhateverTheBodySays(Call call) {
    var body =
        fields(
            "type", "nonsense",
            "event", "Signed Up",
            "userId", "u1",
            "previousId", "p1",
            "groupId", "g1");
    var event = understood(EventReader.read(envelope(call), body, BROWSER, TYPES));
    assertThat(event.head().call()).isEqualTo(call);
  }

  @ParameterizedTest
  @ValueSource(strings = {"track", "Track", " TRACK "})
  void inABatchTheEventSaysItItself(String type) {
    assertThat(understood(BROWSER, with(TRACK, "type", type)).head().call()).isEqualTo(Call.TRACK);
  }

  @Test
  void anEventOfNoKnownKindIsRefused() {
    assertThat(faults(BROWSER, fields("userId", "u1"))).containsExactly("missing_type /type");
    assertThat(faults(BROWSER, fields("userId", "u1", "type", " ")))
        .containsExactly("missing_type /type");
    assertThat(faults(BROWSER, fields("userId", "u1", "type", "purchase")))
        .containsExactly("unknown_type /type");
    assertThat(faults(BROWSER, fields("userId", "u1", "type", 7)))
        .containsExactly("unknown_type /type");
  }

  @Test
  void whatIsNoObjectIsNoEvent() {
    for (var body : List.of(Sent.value("hello"), Sent.value(List.of()), Sent.value(null))) {
      var reading = read(BROWSER, body);
      assertThat(faults(reading)).containsExactly("not_an_object");
      assertThat(reading.head()).isEqualTo(new Event.Head(7, "edge-1", null, "", NOW, NOW));
    }
  }

  @Test
  void whatTheEdgeCouldNotReadIsRefusedAndCanStillBeTraced() {
    var why = new Violation("too_deep", "/properties/a", "");
    var reading = EventReader.read(envelope(null), new Body.Unfit(why, TRACK), BROWSER, TYPES);
    assertThat(faults(reading)).containsExactly("too_deep /properties/a");
    assertThat(reading.head().messageId()).isEqualTo("m-1");
    assertThat(reading.head().name()).isEqualTo("Product Viewed");

    var nothing = new Body.Unfit(new Violation("invalid_json", "", "{"), Value.Nothing.NOTHING);
    assertThat(faults(EventReader.read(envelope(null), nothing, BROWSER, TYPES)))
        .containsExactly("invalid_json");
  }

  @Test
  void anEventAbove32KilobytesIsRefused() {
    var fits = new Envelope(7, NOW, null, "edge-1", null, Value.Fields.EMPTY, 32_768);
    var large = new Envelope(7, NOW, null, "edge-1", null, Value.Fields.EMPTY, 32_769);
    assertThat(faults(EventReader.read(fits, TRACK, BROWSER, TYPES))).isEmpty();
    var reading = EventReader.read(large, TRACK, BROWSER, TYPES);
    assertThat(faults(reading)).containsExactly("event_too_large");
    assertThat(reading.head().messageId()).isEqualTo("m-1");
  }

  @Test
  void allFaultsAreFoundAtOnce() {
    var body =
        fields(
            "type",
            "track",
            "messageId",
            List.of(),
            "timestamp",
            "yesterday",
            "userId",
            Map.of("id", 1),
            "anonymousId",
            true,
            "properties",
            "none",
            "context",
            7);
    assertThat(faults(BROWSER, body))
        .containsExactlyInAnyOrder(
            "missing_event_name /event",
            "not_an_object /properties",
            "not_an_object /context",
            "invalid_message_id /messageId",
            "invalid_timestamp /timestamp",
            "invalid_identifier /userId",
            "invalid_identifier /anonymousId");
  }

  @Test
  void aFaultShowsTheOffendingData() {
    var reading = read(BROWSER, with(TRACK, "userId", Map.of("id", "a\u0000\uD800\"")));
    assertThat(((Reading.Refused) reading).violations())
        .containsExactly(
            new Violation("invalid_identifier", "/userId", "{\"id\":\"a\\u0000\\ud800\"\"}"));
    var long1 = read(BROWSER, with(TRACK, "userId", "x".repeat(600)));
    assertThat(((Reading.Refused) long1).violations().getFirst().found()).hasSize(200);
  }

  // ---- names

  @Test
  void aTrackNeedsTheNameOfItsEvent() {
    for (var none : new Object[] {"", "  ", Value.Nothing.NOTHING}) {
      assertThat(faults(BROWSER, with(TRACK, "event", none)))
          .containsExactly("missing_event_name /event");
    }
    assertThat(faults(BROWSER, with(TRACK, "event", List.of("a"))))
        .containsExactly("invalid_event_name /event");
    assertThat(faults(BROWSER, with(TRACK, "event", "a\uDC00")))
        .containsExactly("invalid_event_name /event");
    assertThat(understood(BROWSER, with(TRACK, "event", 404)).head().name()).isEqualTo("404");
    assertThat(understood(BROWSER, with(TRACK, "event", "상품 조회")).head().name()).isEqualTo("상품 조회");
  }

  @Test
  void aNameHasAtMost200Characters() {
    assertThat(faults(BROWSER, with(TRACK, "event", "n".repeat(200)))).isEmpty();
    var reading = read(BROWSER, with(TRACK, "event", "n".repeat(199) + "😀"));
    assertThat(faults(reading)).containsExactly("name_too_long /event");
    assertThat(reading.head().name()).isEqualTo("n".repeat(199));
  }

  @ParameterizedTest
  @CsvSource({"page, page", "screen, screen", "identify, identify"})
  void anyOtherCallIsNamedByItsKind(String type, String name) {
    assertThat(understood(BROWSER, fields("type", type, "userId", "u1")).head().name())
        .isEqualTo(name);
  }

  @Test
  void aPagesNameAndCategoryStandAmongItsProperties() {
    var page =
        fields(
            "type", "page",
            "userId", "u1",
            "name", "Home",
            "category", "Shop",
            "properties", Map.of("name", "its own"));
    assertThat(understood(BROWSER, page).properties())
        .isEqualTo(fields("name", "its own", "category", "Shop"));
    assertThat(understood(BROWSER, with(page, "type", "identify")).properties())
        .isEqualTo(fields("name", "its own"));
  }

  // ---- messageId

  @Test
  void aMessageIdIsOpaque() {
    assertThat(understood(BROWSER, with(TRACK, "messageId", " Ajs-1 ")).head().messageId())
        .isEqualTo(" Ajs-1 ");
    assertThat(understood(BROWSER, with(TRACK, "messageId", 12)).head().messageId())
        .isEqualTo("12");
  }

  @Test
  void aMessageIdHasAtMost100Characters() {
    assertThat(faults(BROWSER, with(TRACK, "messageId", "m".repeat(100)))).isEmpty();
    var reading = read(BROWSER, with(TRACK, "messageId", "m".repeat(101)));
    assertThat(faults(reading)).containsExactly("message_id_too_long /messageId");
    assertThat(reading.head().messageId()).startsWith("content-").hasSize(40);
    // Another one is another event, even if it says the same and has no timestamp.
    var other = read(BROWSER, with(TRACK, "messageId", "n".repeat(101)));
    assertThat(other.head().messageId()).isNotEqualTo(reading.head().messageId());
  }

  @Test
  void aMessageIdIsATextOrANumber() {
    for (var wrong : new Object[] {true, List.of("m"), Map.of("m", 1), "m\uD800", "m\u0000"}) {
      assertThat(faults(BROWSER, with(TRACK, "messageId", wrong)))
          .as(String.valueOf(wrong))
          .containsExactly("invalid_message_id /messageId");
    }
  }

  @Test
  void withoutAMessageIdTheContentNamesADatedEvent() {
    for (var none : new Object[] {"", " ", Value.Nothing.NOTHING}) {
      assertThat(understood(BROWSER, with(TRACK, "messageId", none)).head().messageId())
          .startsWith("content-");
    }
    assertThat(understood(BROWSER, with(TRACK, "messageId", "")).head().messageId())
        .isEqualTo(
            understood(
                    BROWSER, with(with(TRACK, "messageId", ""), "sentAt", "2026-02-28T23:59:00Z"))
                .head()
                .messageId());
  }

  @Test
  void withoutAMessageIdAndATimestampTheEdgeNamesIt() {
    var undated = fields("type", "page", "userId", "u1", "timestamp", "");
    assertThat(understood(BROWSER, undated).head().messageId()).isEqualTo("edge-1");
  }

  // ---- traits, properties, context

  @Test
  void anIdentifyWithoutTraitsHasThoseOfItsContext() {
    var identify =
        fields(
            "type", "identify",
            "userId", "u1",
            "context", Map.of("traits", Map.of("plan", "gold")));
    assertThat(understood(SERVER, identify).traits()).isEqualTo(fields("plan", "gold"));
    assertThat(understood(SERVER, with(identify, "traits", Map.of())).traits())
        .isEqualTo(fields("plan", "gold"));
    assertThat(understood(SERVER, with(identify, "traits", Map.of("name", "Kim"))).traits())
        .isEqualTo(fields("name", "Kim"));
  }

  @Test
  void theContextsTraitsOfAnotherCallChangeNothing() {
    var context = Map.of("traits", Map.of("plan", "gold", "email", "kim@example.kr"));
    for (var type : List.of("track", "page", "screen", "group", "alias")) {
      var event =
          fields(
              "type", type,
              "event", "Signed Up",
              "userId", "u1",
              "previousId", "p1",
              "groupId", "g1",
              "context", context);
      assertThat(understood(SERVER, event).traits()).as(type).isEqualTo(Value.Fields.EMPTY);
      assertThat(Sent.identifiers(understood(SERVER, event)))
          .as(type)
          .doesNotContain("email:kim@example.kr");
    }
  }

  @Test
  void anEmptyTextAndAnExplicitNothingOfATraitAreKept() {
    var identify = fields("type", "identify", "userId", "u1", "traits", fields("a", "", "b", null));
    assertThat(understood(SERVER, identify).traits()).isEqualTo(fields("a", "", "b", null));
  }

  @Test
  void anEmptyListIsAnEmptyObjectAsItIsInPhp() {
    var event = with(with(TRACK, "properties", List.of()), "context", "");
    assertThat(understood(SERVER, event).properties()).isEqualTo(Value.Fields.EMPTY);
    assertThat(faults(SERVER, with(TRACK, "properties", List.of(1))))
        .containsExactly("not_an_object /properties");
    assertThat(faults(SERVER, with(TRACK, "traits", 5))).containsExactly("not_an_object /traits");
  }

  @Test
  void theBatchsContextIsADefaultFieldByField() {
    var batch = fields("library", Map.of("name", "analytics-java"), "locale", "en");
    var envelope = new Envelope(7, NOW, null, "edge-1", null, batch, 400);
    var own = with(TRACK, "context", Map.of("locale", "ko", "ip", "10.0.0.1"));
    var event = understood(EventReader.read(envelope, own, SERVER, TYPES));
    assertThat(event.context())
        .isEqualTo(
            fields("library", Map.of("name", "analytics-java"), "locale", "ko", "ip", "10.0.0.1"));
    assertThat(understood(EventReader.read(envelope, TRACK, SERVER, TYPES)).context())
        .isEqualTo(batch);
  }

  @Test
  void theBatchsIntegrationsAreADefaultFieldByField() {
    var batch = fields("All", false, "Mail", true);
    var none = Value.Fields.EMPTY;
    var envelope = new Envelope(7, NOW, null, "edge-1", null, none, batch, 400);
    var own = with(TRACK, "integrations", Map.of("Mail", Map.of("list", "a"), "Ads", true));
    assertThat(understood(EventReader.read(envelope, own, SERVER, TYPES)).integrations())
        .isEqualTo(fields("All", false, "Mail", Map.of("list", "a"), "Ads", true));
    assertThat(understood(EventReader.read(envelope, TRACK, SERVER, TYPES)).integrations())
        .isEqualTo(batch);
    assertThat(understood(SERVER, own).integrations())
        .isEqualTo(fields("Mail", Map.of("list", "a"), "Ads", true));
  }

  @Test
  void integrationsThatAreNoObjectNameNobodyAndRefuseNothing() {
    for (Object odd : List.of("all", 5, List.of(), true)) {
      assertThat(understood(SERVER, with(TRACK, "integrations", odd)).integrations())
          .isEqualTo(Value.Fields.EMPTY);
    }
  }

  // ---- group

  @Test
  void aGroupNamesAnAccountAndItsTraits() {
    var group =
        fields(
            "type", "group",
            "userId", "u1",
            "groupId", " g1 ",
            "traits", Map.of("email", "office@example.kr"));
    var event = understood(SERVER, group);
    assertThat(event.account()).isEqualTo("g1");
    assertThat(event.traits()).isEqualTo(fields("email", "office@example.kr"));
    assertThat(Sent.identifiers(event)).containsExactly("user_id:u1");
    assertThat(understood(SERVER, with(group, "groupId", 12)).account()).isEqualTo("12");
  }

  @Test
  void aGroupNeedsItsId() {
    var group = fields("type", "group", "userId", "u1");
    assertThat(faults(SERVER, group)).containsExactly("missing_group_id /groupId");
    assertThat(faults(SERVER, with(group, "groupId", "")))
        .containsExactly("missing_group_id /groupId");
    assertThat(faults(SERVER, with(group, "groupId", List.of(1))))
        .containsExactly("invalid_identifier /groupId");
    assertThat(faults(SERVER, with(group, "groupId", "g".repeat(513))))
        .containsExactly("invalid_identifier /groupId");
  }

  @Test
  void onlyAGroupNamesAnAccount() {
    // Jitsu's library sends a groupId with every call.
    assertThat(understood(BROWSER, with(TRACK, "groupId", "g1")).account()).isNull();
    assertThat(faults(BROWSER, with(TRACK, "groupId", List.of()))).isEmpty();
  }

  @Test
  void rankComesFromTheSourcesKindAlone() {
    var claiming = with(TRACK, "channel", "server");
    assertThat(understood(BROWSER, claiming).rank()).isEqualTo(2);
    assertThat(understood(APP, claiming).rank()).isEqualTo(2);
    assertThat(understood(SERVER, claiming).rank()).isEqualTo(1);
  }

  @Test
  void aHugeNumberCostsNothing() {
    var huge = new BigDecimal("1E+999999999");
    assertThat(faults(BROWSER, with(TRACK, "userId", huge)))
        .containsExactly("invalid_identifier /userId");
    assertThat(faults(BROWSER, with(TRACK, "timestamp", huge)))
        .containsExactly("invalid_timestamp /timestamp");
    assertThat(faults(BROWSER, with(TRACK, "messageId", huge.negate())))
        .containsExactly("invalid_message_id /messageId");
    assertThat(faults(BROWSER, with(TRACK, "properties", Map.of("price", huge)))).isEmpty();
  }
}
