package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShopTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  private static List<Delivery> play(Shop shop) {
    var all = new ArrayList<Delivery>();
    shop.play(all::add);
    return all;
  }

  private static Shop shop(long seed) {
    return new Shop(seed, 300, 40, NOW);
  }

  private static List<String> bodies(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(delivery -> delivery.events().stream())
        .map(event -> new String(event.body(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void theSameSeedTellsTheSameStoryToTheByte() {
    assertThat(bodies(play(shop(7)))).isEqualTo(bodies(play(shop(7))));
    assertThat(bodies(play(shop(8)))).isNotEqualTo(bodies(play(shop(7))));
  }

  @Test
  void theTruthCountsWhatWasDelivered() {
    var shop = shop(1);
    var counted = new EnumMap<Expected, Long>(Expected.class);
    for (var delivery : play(shop)) {
      delivery.events().forEach(event -> counted.merge(event.expected(), 1L, Long::sum));
    }
    for (var end : Expected.values()) {
      assertThat(shop.truth().expected(end)).isEqualTo(counted.get(end)).isPositive();
    }
    assertThat(shop.truth().events())
        .isEqualTo(counted.values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  void everyDuplicateWasSentBeforeByTheSameSourceAndNothingElseWas() {
    record Named(SourceKind kind, String name) {}
    var seen = new HashSet<Named>();
    for (var delivery : play(shop(2))) {
      for (var event : delivery.events()) {
        var fields = Answers.read(event.body());
        // What has no messageId is known by its content.
        var id = fields.text("messageId");
        var name = id == null ? new String(event.body(), StandardCharsets.UTF_8) : id;
        assertThat(seen.add(new Named(delivery.sdk().kind(), name)))
            .as(name)
            .isEqualTo(event.expected() != Expected.DUPLICATE);
      }
    }
  }

  @Test
  void allSdksOfAllKindsOfSourcesTakePart() {
    var deliveries = play(shop(3));
    assertThat(deliveries.stream().map(Delivery::sdk).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Sdk.class));
    assertThat(deliveries).anyMatch(delivery -> delivery.events().size() > 100);
    assertThat(deliveries).anyMatch(delivery -> delivery.clockAheadMs() != 0);
    var names =
        deliveries.stream()
            .flatMap(delivery -> delivery.events().stream())
            .map(event -> Answers.text(Answers.read(event.body()), "event"))
            .collect(Collectors.toSet());
    assertThat(names)
        .contains(
            "Product Viewed",
            "Product List Viewed",
            "Product Added",
            "Signed Up",
            "Order Completed",
            "Order Refunded",
            "Order Cancelled",
            "Ticket Opened",
            "Ticket Solved",
            "Consent Granted",
            "Application Installed");
  }

  @Test
  void nothingHappensAfterNowAndEventsAreOfTheUsualSize() {
    var bytes = 0L;
    var events = 0;
    for (var delivery : play(shop(4))) {
      for (var event : delivery.events()) {
        if (event.expected() == Expected.ACCEPTED) {
          var written = Answers.text(Answers.read(event.body()), "timestamp");
          var time = OffsetDateTime.parse(written).toInstant().minusMillis(delivery.clockAheadMs());
          assertThat(time).isBefore(NOW).isAfter(NOW.minusSeconds(41 * 86_400));
          assertThat(event.body().length).isBetween(150, 4_000);
          bytes += event.body().length;
          events++;
        }
      }
    }
    assertThat(bytes / events).isBetween(600L, 950L);
  }

  @Test
  void everyIdentifierOfAGoodEventIsKnownToTheTruthAndTheOtherWayRound() {
    var shop = shop(5);
    var seen = new HashSet<String>();
    for (var delivery : play(shop)) {
      for (var event : delivery.events()) {
        if (event.expected() == Expected.ACCEPTED) {
          seen.addAll(identifiers(Answers.read(event.body())));
        }
      }
    }
    assertThat(
            shop.truth().identifiers().stream()
                .map(known -> known.identifier().toString())
                .collect(Collectors.toSet()))
        .isEqualTo(seen);
  }

  private static Set<String> identifiers(Fields event) {
    var all = new HashSet<String>();
    var traits =
        Answers.text(event, "type").equals("identify") ? event.fields("traits") : Fields.EMPTY;
    add(all, "user_id", Answers.plain(event.get("userId")));
    add(all, "anonymous_id", Answers.text(event, "anonymousId"));
    add(all, "email", Answers.text(traits, "email"));
    add(all, "phone", Answers.text(traits, "phone"));
    var device = event.fields("context").fields("device");
    var os = Answers.text(device, "type");
    add(all, os + ".id", Answers.text(device, "id"));
    add(all, os + ".idfa", Answers.text(device, "advertisingId"));
    for (var external : Answers.list(event.fields("context"), "externalIds")) {
      add(all, Answers.text(external, "type"), Answers.text(external, "id"));
    }
    return all;
  }

  private static void add(Set<String> all, String type, String written) {
    if (written.isBlank()) {
      return;
    }
    all.add(
        switch (type) {
          case "email" -> "email:" + written.strip().toLowerCase(Locale.ROOT);
          case "phone" -> "phone:" + e164(written);
          default -> type + ":" + written;
        });
  }

  private static String e164(String written) {
    try {
      var phones = PhoneNumberUtil.getInstance();
      var number = phones.parse(written, "KR");
      assertThat(phones.isValidNumber(number)).as(written).isTrue();
      return phones.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
    } catch (NumberParseException e) {
      throw new AssertionError(written, e);
    }
  }

  @Test
  void nobodyIsReal() {
    for (var number = 0; number < 2_000; number++) {
      var person = Person.of(9, number, 90);
      assertThat(person.email()).matches("[a-z._]+\\d+@(example\\.(com|net|org)|mail\\.example)");
      assertThat(person.phone()).matches("0100\\d{7}");
      assertThat(person.name()).matches("[가-힣]{3,4}");
    }
  }

  @Test
  void peopleShareTabletsAndKiosksAndMostArePeopleOfOnePiece() {
    var shop = new Shop(1, 1_000, 60, NOW);
    shop.play(delivery -> {});
    var known = shop.truth().identifiers();
    assertThat(known).anyMatch(each -> each.person() == Truth.NOBODY);
    assertThat(shop.truth().people()).isBetween(900L, 1_000L);
    var pieces = known.stream().map(Truth.Known::tied).distinct().count();
    assertThat(pieces).isBetween(shop.truth().people(), 3 * shop.truth().people());
  }
}
