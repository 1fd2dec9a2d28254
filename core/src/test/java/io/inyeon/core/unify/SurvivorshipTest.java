package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Said;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SurvivorshipTest {
  /// The table: how a value is chosen, what a server and a browser said one after the other, and
  /// what stands. `S` and `B` name who said it.
  static Stream<Arguments> table() {
    return Stream.of(
        row(Survivorship.LATEST, "B=3 S=1 B=2", 2),
        row(Survivorship.LATEST, "S=1 B=2 S=null", null),
        row(Survivorship.LATEST, "S=null B=2", 2),
        row(Survivorship.LATEST, "S=", ""),
        row(Survivorship.TRUSTED, "B=3 S=1 B=2", 1),
        row(Survivorship.TRUSTED, "S=1 S=2 B=9", 2),
        row(Survivorship.TRUSTED, "B=3 B=4", 4),
        row(Survivorship.TRUSTED, "S=1 B=null", 1),
        row(Survivorship.TRUSTED, "S=null B=2", null),
        row(Survivorship.FREQUENT, "B=3 S=1 S=1 B=2", 1),
        row(Survivorship.FREQUENT, "B=3 S=3 B=1 B=1", 1),
        row(Survivorship.FREQUENT, "B=1.0 S=1 B=2", 1),
        row(Survivorship.FREQUENT, "B=1 B=1 B=null", null),
        row(Survivorship.MIN, "B=3 S=1 B=2", 1),
        row(Survivorship.MIN, "B=b S=a B=c", "a"),
        row(Survivorship.MIN, "B=a S=7", 7),
        row(Survivorship.MIN, "B=-2 S=-10", -10),
        row(Survivorship.MAX, "B=3 S=1 B=2", 3),
        row(Survivorship.MAX, "B=9 S=10", 10),
        row(Survivorship.MAX, "B=a S=7", "a"),
        row(Survivorship.MAX, "B=9 S=null", null),
        row(Survivorship.UNION, "B=b S=a B=b", List.of("a", "b")),
        row(Survivorship.UNION, "B=2 S=10 S=a", List.of(2, 10, "a")),
        row(Survivorship.UNION, "B=2", List.of(2)),
        row(Survivorship.UNION, "B=2 S=null", null));
  }

  private static Arguments row(Survivorship how, String said, @Nullable Object stands) {
    return Arguments.of(how, said, stands);
  }

  @ParameterizedTest
  @MethodSource("table")
  void eachRuleChoosesItsValueInEitherOrderOfArrival(
      Survivorship how, String said, @Nullable Object stands) {
    var events = new ArrayList<Said>();
    for (var word : said.split(" ", -1)) {
      var kind = word.startsWith("S") ? SourceKind.SERVER : SourceKind.BROWSER;
      var value = parsed(word.substring(2));
      var time = Said.DAY + events.size();
      events.add(
          Said.identify("t", value)
              .by(kind, kind == SourceKind.SERVER ? 1 : 2)
              .at(time)
              .id("m" + events.size()));
    }
    var expected = stands == null ? null : Said.value(stands);
    assertThat(standing(how, events)).isEqualTo(expected);
    assertThat(standing(how, events.reversed())).isEqualTo(expected);
  }

  private static Object parsed(String text) {
    return text.matches("-?[0-9.]+") ? Said.decimal(text) : text;
  }

  private static @Nullable Value standing(Survivorship how, List<Said> events) {
    var traits =
        Profiles.of(Said.rules(Map.of("t", how)), LinkPath.UNKNOWN, events.toArray(Said[]::new))
            .traits();
    return traits.containsKey("t") ? Objects.requireNonNull(traits.get("t")).value() : null;
  }

  @ParameterizedTest
  @EnumSource(Survivorship.class)
  void aCorrectionStandsUnderEveryRuleUntilItIsTakenBack(Survivorship how) {
    var said =
        new ArrayList<>(
            List.of(
                Said.identify("t", 9).by(SourceKind.SERVER, 1).at(Said.DAY).id("a"),
                Said.identify("t", 1).by(SourceKind.BROWSER, 2).at(Said.DAY + 90).id("b"),
                Said.identify("t", 4).by(SourceKind.SERVER, 1).at(Said.DAY + 99).id("c")));
    var before = standing(how, said);
    assertThat(before).isNotNull().isNotEqualTo(Said.value(5));
    said.add(Said.identify("t", 5).corrected().at(Said.DAY + 10).id("d"));
    assertThat(standing(how, said)).isEqualTo(Said.value(5));
    assertThat(standing(how, said.reversed())).isEqualTo(Said.value(5));
    said.add(Said.identify("t", "null").corrected().at(Said.DAY + 20).id("e"));
    assertThat(standing(how, said)).as("there is no such thing of them").isNull();
    said.add(Said.identify("t", Correction.undone("e")).corrected().at(Said.DAY + 30).id("f"));
    assertThat(standing(how, said)).isEqualTo(before);
    assertThat(standing(how, said.reversed())).isEqualTo(before);
  }

  @Test
  void theWinnerAndEveryLosingValueTellWhoSaidThemWhenAndByWhichEvent() {
    var trait =
        trait(
            Said.identify("plan", "gold").by(SourceKind.BROWSER, 2).at(Said.DAY).id("a"),
            Said.identify("plan", "free").by(SourceKind.SERVER, 1).at(Said.DAY + 1).id("b"),
            Said.identify("plan", "silver").by(SourceKind.SERVER, 3).at(Said.DAY + 2).id("c"),
            Said.identify("plan", "old").by(SourceKind.SERVER, 3).at(Said.DAY - 1).id("d"));
    assertThat(trait)
        .isEqualTo(
            new Trait(
                new Value.Text("silver"),
                3,
                Said.DAY + 2,
                "c",
                1,
                List.of(
                    new Trait.Other(new Value.Text("free"), 1, Said.DAY + 1, "b", 1),
                    new Trait.Other(new Value.Text("gold"), 2, Said.DAY, "a", 1)),
                0));
  }

  @Test
  void ofOneMomentTheLargerMessageIdStandsAndThenTheLargerSource() {
    assertThat(
            trait(
                    Said.identify("plan", "x").id("a").by(SourceKind.SERVER, 2),
                    Said.identify("plan", "y").id("b").by(SourceKind.SERVER, 1))
                .value())
        .isEqualTo(new Value.Text("y"));
    assertThat(
            trait(
                    Said.identify("plan", "x").id("a").by(SourceKind.SERVER, 2),
                    Said.identify("plan", "y").id("a").by(SourceKind.SERVER, 1))
                .value())
        .isEqualTo(new Value.Text("x"));
  }

  @Test
  void aListUnderUnionAddsItsMembers() {
    var union =
        standing(
            Survivorship.UNION,
            List.of(
                Said.identify("t", List.of("vip", "new")).id("a"),
                Said.identify("t", List.of("vip", "null", "app"))
                    .id("b")
                    .by(SourceKind.SERVER, 2)));
    assertThat(union).isEqualTo(Said.value(List.of("app", "new", "vip")));
  }

  @Test
  void otherValuesAreBoundedAndTheRestCounted() {
    var events = new Said[Trait.OTHERS + 11];
    for (var i = 0; i < events.length; i++) {
      events[i] = Said.identify("plan", i).by(SourceKind.SERVER, i + 1).at(Said.DAY + i);
    }
    var trait = trait(events);
    assertThat(trait.others()).hasSize(Trait.OTHERS);
    assertThat(trait.more()).isEqualTo(10);
    assertThat(trait.value()).isEqualTo(Said.value(Trait.OTHERS + 10));
  }

  @Test
  void onlyIdentifySetsAPersonsTraits() {
    var profile =
        Profiles.of(
            Said.rules(Map.of()),
            LinkPath.UNKNOWN,
            Said.group("g", "plan", "enterprise"),
            Said.track("x").context("traits", Map.of("plan", "pro")));
    assertThat(profile.traits()).isEmpty();
  }

  @Test
  void aValueTooLargeToKeepIsCounted() {
    var profile =
        Profiles.of(
            Said.rules(Map.of()),
            LinkPath.UNKNOWN,
            Said.identify("essay", "x".repeat(Traits.LARGEST), "plan", "x".repeat(5000)));
    assertThat(profile.traits()).containsOnlyKeys("plan");
    assertThat(profile.leftOut().largeValues()).isEqualTo(1);
  }

  @Test
  void ofManyDifferentValuesTheSmallestAreUnitedAndTheRestCounted() {
    var events = new Said[TraitCell.Spread.LIMIT + 10];
    for (var i = 0; i < events.length; i++) {
      events[i] = Said.identify("t", i).at(Said.DAY + i).id("m" + i);
    }
    var union = standing(Survivorship.UNION, List.of(events));
    assertThat(union).isInstanceOf(Value.Items.class);
    assertThat(((Value.Items) Objects.requireNonNull(union)).values())
        .hasSize(TraitCell.Spread.LIMIT)
        .startsWith(Said.value(0))
        .endsWith(Said.value(TraitCell.Spread.LIMIT - 1));
    var cell =
        Fragment.of(events[0].event(), 1, Said.rules(Map.of("t", Survivorship.UNION))).traits();
    for (var event : events) {
      cell =
          cell.plus(
              Fragment.of(event.event(), 1, Said.rules(Map.of("t", Survivorship.UNION))).traits());
    }
    assertThat(Objects.requireNonNull(cell.cells().value(0).spread()).beyond()).isEqualTo(10);
  }

  private static Trait trait(Said... events) {
    var traits = Profiles.of(Said.rules(Map.of()), LinkPath.UNKNOWN, events).traits();
    return Objects.requireNonNull(traits.get("plan"));
  }
}
