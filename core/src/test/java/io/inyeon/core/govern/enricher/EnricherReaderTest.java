package io.inyeon.core.govern.enricher;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.EventConditions;
import io.inyeon.core.govern.enricher.EnricherReader.Reading;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A definition is read whole, or all that is wrong with it is told at once.
class EnricherReaderTest {
  private static final EventConditions CONDITIONS =
      (_, _) -> new EventConditions.Read.Good((_, _, _) -> true);

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value items(Value... values) {
    return new Value.Items(List.of(values));
  }

  private static Value.Fields fields(Map<String, Value> values) {
    return new Value.Fields(values);
  }

  private static Map<String, Value> good() {
    var all = new LinkedHashMap<String, Value>();
    all.put("name", text("Companies"));
    all.put("events", items(text("Signed Up")));
    all.put("purpose", text("profiling"));
    all.put("recipient", text("Example Data Inc."));
    all.put(
        "request", fields(Map.of("url", text("https://api.example.com/v1/{/properties/domain}"))));
    all.put("answer", items(fields(Map.of("from", text("/name"), "to", text("company")))));
    return all;
  }

  private static List<String> problems(Map<String, Value> written) {
    return switch (EnricherReader.read("companies", 1, fields(written), CONDITIONS)) {
      case Reading.Good _ -> List.of();
      case Reading.Bad(var problems) ->
          problems.stream().map(each -> each.code() + " " + each.path()).toList();
    };
  }

  @Test
  void whatIsKnownOfThePersonStandsBesideWhatTheEventSays() {
    var all = good();
    all.put(
        "request",
        fields(
            Map.of(
                "method",
                text("POST"),
                "url",
                text("https://api.example.com/{/profile/traits/a~1b}"),
                "body",
                fields(
                    Map.of(
                        "city",
                        text("/profile/traits/address/city"),
                        "spent",
                        text("/profile/computed/spent"))))));
    var read = EnricherReader.read("companies", 1, fields(all), CONDITIONS);
    assertThat(read).isInstanceOf(Reading.Good.class);
    var request = ((Reading.Good) read).enricher().request();
    assertThat(request.ofPerson())
        .containsExactlyInAnyOrder(
            new PersonPlace(PersonPlace.Section.TRAITS, "a/b", "/traits/a~1b"),
            new PersonPlace(PersonPlace.Section.TRAITS, "address", "/traits/address/city"),
            new PersonPlace(PersonPlace.Section.COMPUTED, "spent", "/traits/spent"));
    for (var none : List.of("/profile", "/profile/traits", "/profile/events/x", "/other/x")) {
      all.put("request", fields(Map.of("url", text("https://api.example.com/{" + none + "}"))));
      assertThat(problems(all)).as(none).containsExactly("unknown_place /request/url");
    }
  }

  @Test
  void whatIsNotSaidIsTheUsual() {
    assertThat(EnricherReader.read("companies", 3, fields(good()), CONDITIONS))
        .isInstanceOfSatisfying(
            Reading.Good.class,
            good -> {
              var enricher = good.enricher();
              assertThat(enricher.status()).isEqualTo(Enricher.Status.DRAFT);
              assertThat(enricher.party()).isEqualTo(3);
              assertThat(enricher.version()).isEqualTo(3);
              assertThat(enricher.limits())
                  .isEqualTo(new Limits(10, 4, 5_000, 64 << 10, 5, 86_400, 3_600, 64 << 20, 5, 60));
            });
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    var bad = good();
    bad.put("status", text("on"));
    bad.put("colour", text("red"));
    bad.put("party", text("fourth"));
    bad.put(
        "request",
        fields(
            Map.of(
                "url",
                text("https://{/properties/host}/x"),
                "headers",
                fields(Map.of("X-Api-Key", text("hush"))),
                "secretHeaders",
                items(text("Host")))));
    bad.put(
        "answer",
        items(
            fields(Map.of("from", text("name"), "to", text("company"))),
            fields(Map.of("from", text("/mail"), "to", text("Email")))));
    bad.put("limits", fields(Map.of("perSecond", new Value.Decimal(BigDecimal.ZERO))));
    assertThat(problems(bad))
        .containsExactlyInAnyOrder(
            "unknown_word /status",
            "unknown_field /colour",
            "unknown_word /party",
            "invalid_url /request/url",
            "secret_header /request/headers/X-Api-Key",
            "invalid_header /request/secretHeaders/0",
            "invalid_pointer /answer/0/from",
            "trait_names_people /answer/1/to",
            "invalid_number /limits/perSecond");
  }

  @Test
  void aSecretThatStandsInTheWrongPlaceIsNotRepeated() {
    var bad = good();
    bad.put(
        "request",
        fields(
            Map.of(
                "url",
                text("https://api.example.com/{/userId}"),
                "headers",
                fields(Map.of("Authorization", text("Bearer top-secret"))))));
    assertThat(EnricherReader.read("companies", 1, fields(bad), CONDITIONS).toString())
        .doesNotContain("top-secret");
  }

  @Test
  void whoAsksAboutNobodyOrAboutEverythingIsRefused() {
    var nobody = good();
    nobody.put("request", fields(Map.of("url", text("https://api.example.com/all"))));
    assertThat(problems(nobody)).containsExactly("asks_about_nobody /request");
    var everything = good();
    everything.remove("events");
    assertThat(problems(everything)).containsExactly("events_or_when /events");
  }
}
