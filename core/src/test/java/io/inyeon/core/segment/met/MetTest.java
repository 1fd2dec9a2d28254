package io.inyeon.core.segment.met;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Vocabulary.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetTest {
  private final Met met = new Met();

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private void tell(Call call, String name, long who, Value.Fields said) {
    var head = new Event.Head(1, "m", call, name, 5, 5);
    var traits = call == Call.IDENTIFY || call == Call.GROUP;
    met.add(name, 5);
    met.look(
        new Event(
            head,
            SourceKind.SERVER,
            1,
            false,
            List.of(new Identifier("user_id", "u" + who)),
            traits ? said : Value.Fields.EMPTY,
            call == Call.GROUP ? "acme" : null,
            traits ? Value.Fields.EMPTY : said,
            Value.Fields.EMPTY,
            Value.Fields.EMPTY),
        who * 0x9E37_79B9_7F4A_7C15L);
  }

  private static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Value.Fields(fields);
  }

  private static MetNames.OfPath path(List<MetNames.OfPath> paths, String path) {
    return paths.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
  }

  @Test
  void aValueIsOfferedOnceFivePeopleShareIt() {
    for (var who = 1; who <= 4; who++) {
      tell(Call.IDENTIFY, "identify", who, fields("city", text("Seoul")));
      tell(Call.IDENTIFY, "identify", who, fields("city", text("Seoul")));
    }
    assertThat(path(met.names().traits(), "city").values()).isEmpty();
    tell(Call.IDENTIFY, "identify", 5, fields("city", text("Seoul")));
    var city = path(met.names().traits(), "city");
    assertThat(city.values()).containsExactly(text("Seoul"));
    assertThat(city.people()).isEqualTo(5);
    assertThat(city.kind()).isEqualTo(Kind.TEXT);
  }

  @Test
  void noWordAboutOnePersonIsOffered() {
    for (var who = 1; who <= 30; who++) {
      tell(
          Call.IDENTIFY,
          "identify",
          who,
          fields(
              "name", text("김민지"),
              "lastName", text("김"),
              "contact", text("kim@example.com"),
              "hotline", text("02-123-4567"),
              "address", fields("street", text("세종대로"), "city", text("서울")),
              "plan", text("pro")));
      tell(
          Call.TRACK,
          "Order Completed",
          who,
          fields("receiver_name", text("김민지"), "receiverPhone", text("x"), "name", text("의자")));
    }
    var names = met.names();
    for (var each : List.of("name", "lastName", "contact", "hotline", "address.street")) {
      assertThat(path(names.traits(), each).values()).as(each).isEmpty();
    }
    assertThat(path(names.traits(), "address.city").values()).containsExactly(text("서울"));
    assertThat(path(names.traits(), "plan").values()).containsExactly(text("pro"));
    var order = names.events().getFirst();
    assertThat(path(order.properties(), "receiver_name").values()).isEmpty();
    assertThat(path(order.properties(), "receiverPhone").values()).isEmpty();
    assertThat(path(order.properties(), "name").values()).containsExactly(text("의자"));
  }

  @Test
  void aTraitThatTellsPeopleApartOffersNothing() {
    for (var who = 1; who <= 1_000; who++) {
      var said = who <= 20 ? "shared" : "own " + who;
      tell(Call.IDENTIFY, "identify", who, fields("motto", text(said)));
    }
    assertThat(path(met.names().traits(), "motto").values()).isEmpty();
  }

  @Test
  void pathsLeadThroughListsAsConditionsDo() {
    for (var who = 1; who <= 6; who++) {
      tell(
          Call.TRACK,
          "Order Completed",
          who,
          fields(
              "products",
              new Value.Items(
                  List.of(fields("category", text("가구")), fields("category", text("조명"))))));
    }
    var products = path(met.names().events().getFirst().properties(), "products.category");
    assertThat(products.kind()).isEqualTo(Kind.LIST);
    assertThat(products.values()).containsExactly(text("가구"), text("조명"));
  }

  @Test
  void namesThatSomebodyMakesUpPushOutEachOtherOnly() {
    for (var i = 0; i < 10; i++) {
      tell(Call.TRACK, "Order Completed", i, fields("total", new Value.Decimal(BigDecimal.TEN)));
    }
    for (var i = 0; i < 3 * Met.EVENTS; i++) {
      tell(Call.TRACK, "made up " + i, 1, fields("p" + i, text("x")));
    }
    var names = met.names();
    assertThat(names.events()).hasSize(Met.EVENTS);
    assertThat(names.events().getFirst().name()).isEqualTo("Order Completed");
    assertThat(names.events().getFirst().count()).isEqualTo(10);
    assertThat(path(names.events().getFirst().properties(), "total").kind()).isEqualTo(Kind.NUMBER);
    for (var i = 0; i < 3 * Met.PROPERTIES; i++) {
      tell(Call.TRACK, "Order Completed", i, fields("made up " + i, text("x")));
    }
    var properties = met.names().events().getFirst().properties();
    assertThat(properties).hasSizeLessThanOrEqualTo(Met.PROPERTIES);
    assertThat(path(properties, "total").count()).isEqualTo(10);
  }

  @Test
  void theMostFrequentValuesAreFoundAmongManyOthers() {
    var random = new Random(7);
    for (var i = 0; i < 20_000; i++) {
      var value = i % 5 == 0 ? "often" : "rare " + random.nextInt(5_000);
      tell(Call.TRACK, "Viewed", random.nextInt(1_000), fields("page", text(value)));
    }
    var page = path(met.names().events().getFirst().properties(), "page");
    assertThat(page.values().getFirst()).isEqualTo(text("often"));
    assertThat(page.values().size()).isLessThanOrEqualTo(MetValues.MOST);
  }

  @Test
  void peopleAreCountedNearlyHoweverMany() {
    for (var who : new int[] {10, 255, 2_000, 50_000}) {
      var people = new People(256);
      var random = new Random(who);
      var hashes = random.longs(who).toArray();
      for (var hash : hashes) {
        people.add(hash);
        people.add(hash);
      }
      if (who < 256) {
        assertThat(people.count()).isEqualTo(who);
      } else {
        assertThat((double) people.count()).isBetween(0.75 * who, 1.25 * who);
      }
    }
  }

  @Test
  void typesAreToldUnlessTheyVary() {
    for (var i = 0; i < 200; i++) {
      tell(
          Call.TRACK,
          "E",
          i,
          fields(
              "when", text("2026-01-31"),
              "mixed", i % 2 == 0 ? text("x") : new Value.Truth(true),
              "stray", i == 7 ? text("x") : new Value.Decimal(BigDecimal.ONE)));
    }
    var properties = met.names().events().getFirst().properties();
    assertThat(path(properties, "when").dates()).isTrue();
    assertThat(path(properties, "mixed").kind()).isEqualTo(Kind.ANY);
    assertThat(path(properties, "stray").kind()).isEqualTo(Kind.NUMBER);
    assertThat(Map.copyOf(met.traits())).isEmpty();
  }
}
