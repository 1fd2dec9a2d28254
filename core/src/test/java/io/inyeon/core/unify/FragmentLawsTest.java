package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Rules;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// A fragment is the sum of its events, whatever their order and however they are grouped.
class FragmentLawsTest {
  private static final Rules RULES =
      Said.rules(
          Map.of(
              "frequent", Survivorship.FREQUENT,
              "min", Survivorship.MIN,
              "max", Survivorship.MAX,
              "union", Survivorship.UNION,
              "trusted", Survivorship.TRUSTED));

  @Property(tries = 300)
  void anyOrderAndAnyGroupingGiveTheSameFragment(@ForAll long seed) {
    var random = new Random(seed);
    var deltas = new ArrayList<Fragment>();
    for (var event : events(random, random.nextInt(40))) {
      deltas.add(Fragment.of(event, 7, RULES));
    }
    var oneByOne = Fragment.EMPTY;
    for (var delta : deltas) {
      oneByOne = oneByOne.plus(delta);
    }
    Collections.shuffle(deltas, random);
    assertThat(grouped(deltas, random)).isEqualTo(oneByOne);
    assertThat(oneByOne.count()).isEqualTo(deltas.size());
  }

  @Property(tries = 100)
  void theEmptyFragmentAddsNothing(@ForAll long seed) {
    var some = grouped(deltas(new Random(seed), 10), new Random(seed));
    assertThat(some.plus(Fragment.EMPTY)).isSameAs(some);
    assertThat(Fragment.EMPTY.plus(some)).isSameAs(some);
    assertThat(Fragment.EMPTY.plus(Fragment.EMPTY)).isEqualTo(Fragment.EMPTY);
  }

  @Property(tries = 60)
  void aProfileDoesNotDependOnTheOrderOfItsFragments(@ForAll long seed) {
    var random = new Random(seed);
    var fragments = new LinkedHashMap<FragmentKey, Fragment>();
    for (var event : events(random, 30)) {
      var key = FragmentKey.of(event);
      fragments.merge(key, Fragment.of(event, 1, RULES), Fragment::plus);
    }
    var members = new TreeSet<Identifier>();
    fragments.keySet().forEach(key -> members.addAll(key.identifiers()));
    var keys = new ArrayList<>(fragments.keySet());
    Collections.shuffle(keys, random);
    var shuffled = new LinkedHashMap<FragmentKey, Fragment>();
    keys.forEach(key -> shuffled.put(key, fragments.getOrDefault(key, Fragment.EMPTY)));
    var id = new ProfileId("p");
    assertThat(Profile.of(id, members, shuffled, RULES, LinkPath.UNKNOWN))
        .isEqualTo(Profile.of(id, members, fragments, RULES, LinkPath.UNKNOWN));
  }

  @Test
  void anEventSharesEverythingThatItDoesNotChange() {
    var before = grouped(deltas(new Random(11), 60), new Random(1));
    var after = before.plus(Fragment.of(Said.track("Product Viewed").event(), 1, RULES));
    assertThat(after.traits()).isSameAs(before.traits());
    assertThat(after.accounts()).isSameAs(before.accounts());
    assertThat(after.consents()).isSameAs(before.consents());
    assertThat(after.orders()).isSameAs(before.orders());
    assertThat(before.traits()).isNotEqualTo(Traits.EMPTY);
    assertThat(before.orders()).isNotEqualTo(Orders.EMPTY);
  }

  @Test
  @SuppressWarnings("ReferenceEquality") // that is the question
  void anOrderSharesFifteenBucketsOfSixteen() {
    var before = Fragment.EMPTY;
    for (var i = 0; i < 200; i++) {
      before = before.plus(order("o" + i));
    }
    var after = before.plus(order("o7"));
    var changed = 0;
    for (var i = 0; i < Orders.BUCKETS; i++) {
      assertThat(before.orders().bucket(i).isEmpty()).isFalse();
      if (after.orders().bucket(i) != before.orders().bucket(i)) {
        changed++;
      }
    }
    assertThat(changed).isEqualTo(1);
  }

  private static Fragment order(String id) {
    return Fragment.of(
        Said.track("Order Completed").properties("order_id", id, "revenue", 10).event(), 1, RULES);
  }

  @Property(tries = 20)
  void namesBeyondTheLimitAreCountedTogetherHoweverTheyWereGrouped(@ForAll long seed) {
    var random = new Random(seed);
    var deltas = new ArrayList<Fragment>();
    for (var i = 0; i < 3000; i++) {
      var event = Said.track("e" + random.nextInt(1500)).at(Said.DAY + random.nextInt(1000));
      deltas.add(Fragment.of(event.id("m" + i).event(), 1, RULES));
    }
    var names = grouped(deltas, random).names();
    Collections.shuffle(deltas, random);
    assertThat(grouped(deltas, random).names()).isEqualTo(names);
    assertThat(names.byName()).hasSize(Counts.LIMIT);
    assertThat(names.total()).isEqualTo(3000);
    var all = new TreeSet<String>();
    deltas.forEach(delta -> all.addAll(delta.names().byName().keySet()));
    assertThat(names.byName().keySet()).isEqualTo(new TreeSet<>(List.copyOf(all).subList(0, 1000)));
  }

  @Property(tries = 10)
  void traitsBeyondTheLimitAreCountedHoweverTheyWereGrouped(@ForAll long seed) {
    var random = new Random(seed);
    var deltas = new ArrayList<Fragment>();
    for (var i = 0; i < 400; i++) {
      var traits = new Object[20];
      for (var j = 0; j < traits.length; j += 2) {
        traits[j] = "t" + random.nextInt(1300);
        traits[j + 1] = random.nextInt(3);
      }
      var event = Said.identify(traits).by(SourceKind.SERVER, 1 + random.nextInt(2)).id("m" + i);
      deltas.add(Fragment.of(event.event(), 1, RULES));
    }
    var traits = grouped(deltas, random).traits();
    Collections.shuffle(deltas, random);
    assertThat(grouped(deltas, random).traits()).isEqualTo(traits);
    var names = new TreeSet<String>();
    long kept = 0;
    long said = 0;
    for (var cell : traits.cells().entrySet()) {
      names.add(cell.getKey().name());
      kept += cell.getValue().count();
    }
    for (var delta : deltas) {
      said += delta.traits().cells().size();
    }
    assertThat(names.size()).isLessThanOrEqualTo(Traits.LIMIT);
    assertThat(kept + traits.beyond()).isEqualTo(said);
  }

  @Property(tries = 10)
  void consentsAndOrdersBeyondTheirLimitsDoNotDependOnTheGrouping(@ForAll long seed) {
    var random = new Random(seed);
    var deltas = new ArrayList<Fragment>();
    for (var i = 0; i < 600; i++) {
      var name = random.nextBoolean() ? "Consent Granted" : "Consent Withdrawn";
      var event =
          Said.track(name)
              .at(Said.DAY + random.nextInt(500))
              .properties("purpose", "p" + random.nextInt(300));
      deltas.add(Fragment.of(event.id("m" + i).event(), 1, RULES));
    }
    var consents = grouped(deltas, random).consents();
    Collections.shuffle(deltas, random);
    assertThat(grouped(deltas, random).consents()).isEqualTo(consents);
    assertThat(consents.byPurpose()).hasSize(Consents.LIMIT);
    assertThat(consents.full()).isTrue();

    var buckets = new ArrayList<Orders.Bucket>();
    for (var i = 0; i < 1500; i++) {
      var order = i % 3 == 0 ? Order.ofWholeRefund() : Order.ofRefund(BigDecimal.TEN, "");
      var key = Orders.named("o" + random.nextInt(1200));
      buckets.add(new Orders.Bucket(Table.of(Table.BYTES, key, order), 0, i % 2));
    }
    var one = buckets.stream().reduce(Orders.Bucket.EMPTY, Orders.Bucket::plus);
    Collections.shuffle(buckets, random);
    var split = random.nextInt(buckets.size());
    var left = buckets.subList(0, split).stream().reduce(Orders.Bucket.EMPTY, Orders.Bucket::plus);
    var right =
        buckets.subList(split, 1500).stream().reduce(Orders.Bucket.EMPTY, Orders.Bucket::plus);
    assertThat(left.plus(right)).isEqualTo(one);
    assertThat(one.orders().values().stream().mapToLong(Order::events).sum() + one.beyond())
        .isEqualTo(1500);
    assertThat(one.unusable()).isEqualTo(750);
  }

  /// Adds up random neighbours until one is left.
  private static Fragment grouped(List<Fragment> deltas, Random random) {
    var rest = new ArrayList<>(deltas);
    while (rest.size() > 1) {
      var at = random.nextInt(rest.size() - 1);
      rest.set(at, rest.get(at).plus(rest.remove(at + 1)));
    }
    return rest.isEmpty() ? Fragment.EMPTY : rest.getFirst();
  }

  private static List<Fragment> deltas(Random random, int count) {
    var deltas = new ArrayList<Fragment>();
    for (var event : events(random, count)) {
      deltas.add(Fragment.of(event, 1, RULES));
    }
    return deltas;
  }

  /// Random events that meet each other often: few names, times, sources, orders and message ids.
  private static List<Event> events(Random random, int count) {
    var events = new ArrayList<Event>();
    for (var i = 0; i < count; i++) {
      var kind = random.nextBoolean() ? SourceKind.SERVER : SourceKind.BROWSER;
      var said = said(random);
      if (random.nextInt(4) == 0) {
        said.context(
            "consent",
            Map.of("categoryPreferences", Map.of("ads", random.nextBoolean(), "x", "maybe")));
      }
      events.add(
          said.by(kind, 1 + random.nextInt(2))
              .at(Said.DAY + random.nextInt(4) * 86_400_000L)
              .id("m" + random.nextInt(5))
              .of(
                  Said.identifier("user_id:u" + random.nextInt(2)),
                  Said.identifier("anonymous_id:a" + random.nextInt(2)))
              .event());
    }
    return events;
  }

  private static Said said(Random random) {
    var order = random.nextInt(5) == 0 ? "null" : "o" + random.nextInt(3);
    var amount =
        random.nextInt(4) == 0 ? "null" : random.nextInt(3) == 0 ? "1e99" : "1" + random.nextInt(9);
    var currency = List.of("null", "USD", "KRW", "EUR", "???").get(random.nextInt(5));
    return switch (random.nextInt(8)) {
      case 0 -> Said.track("e" + random.nextInt(3));
      case 1 -> Said.group("g" + random.nextInt(3), "plan", random.nextInt(3));
      case 2, 3 ->
          Said.identify(
              "frequent",
              any(random),
              "min",
              any(random),
              "max",
              any(random),
              "union",
              any(random),
              "trusted",
              any(random),
              "t" + random.nextInt(2),
              any(random));
      case 4 ->
          Said.track(random.nextBoolean() ? "Order Completed" : "order_updated")
              .properties("order_id", order, "revenue", amount, "currency", currency);
      case 5 ->
          Said.track(random.nextBoolean() ? "Order Refunded" : "Order Cancelled")
              .properties("order_id", order, "total", amount, "currency", currency);
      case 6 ->
          Said.track(random.nextBoolean() ? "Consent Granted" : "Consent Withdrawn")
              .properties("purpose", "p" + random.nextInt(3), "language", "ko");
      default -> Said.track("Segment Consent Preference Updated");
    };
  }

  private static Object any(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> "null";
      case 1 -> random.nextInt(3);
      case 2 -> new BigDecimal("1.0");
      case 3 -> List.of("a", random.nextInt(2), "null");
      case 4 -> Map.of("k", random.nextInt(2));
      case 5 -> random.nextBoolean();
      default -> "v" + random.nextInt(3);
    };
  }
}
