package io.inyeon.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OccurrencesTest {
  private static final long START = RandomConditions.START;

  @Property(tries = 20)
  void aSumIsTheSameInEveryOrderAndGrouping(@ForAll Random random) {
    var role = new RandomConditions(random).pick(List.of(Track.Role.values())).stored();
    var all = some(random, role, 1 + random.nextInt(9_000), 3_000);
    var one = sum(role, all);
    Collections.shuffle(all, random);
    var parts = new ArrayList<Occurrences>();
    for (var at = 0; at < all.size(); ) {
      var to = Math.min(all.size(), at + 1 + random.nextInt(3_000));
      parts.add(sum(role, all.subList(at, to)));
      at = to;
    }
    Collections.shuffle(parts, random);
    var other = Occurrences.none(role);
    for (var part : parts) {
      other = random.nextBoolean() ? other.plus(part) : part.plus(other);
    }
    assertThat(other).isEqualTo(one);
  }

  @Property(tries = 60)
  void whatWasAddedMakesOfTheEarlierTheLater(@ForAll Random random) {
    var role = new RandomConditions(random).pick(List.of(Track.Role.values())).stored();
    var versions = new ArrayList<Occurrences>();
    versions.add(sum(role, some(random, role, 1 + random.nextInt(5_000), 3_000)));
    var told = 0;
    for (var i = 0; i < 60; i++) {
      var few = random.nextInt(10) == 0 ? 40 : 1 + random.nextInt(3);
      var next = versions.getLast().plus(sum(role, some(random, role, few, 3_000)));
      versions.add(
          random.nextInt(10) == 0
              ? next.trimmed(Reach.MONTH, START + random.nextInt(2_000) * Hour.MS)
              : next);
      var earlier = versions.get(random.nextInt(versions.size()));
      var added = versions.getLast().addedTo(earlier);
      if (added != null) {
        told++;
        assertThat(added).hasSizeLessThanOrEqualTo(Occurrences.SINCE);
        assertThat(earlier.plus(Occurrences.of(role, added))).isEqualTo(versions.getLast());
      }
    }
    assertThat(told).isPositive();
  }

  @Property(tries = 20)
  void forgettingBeforeAddingIsForgettingAfter(@ForAll Random random) {
    var role = new RandomConditions(random).pick(List.of(Track.Role.values())).stored();
    var all = some(random, role, 2 + random.nextInt(6_000), 24 * 60);
    var middle = random.nextInt(all.size());
    var reach = Reach.MONTH;
    var now = START + random.nextInt(60 * 24) * Hour.MS;
    var earlier = now - random.nextInt(400) * Hour.MS / 7;
    var a = sum(role, all.subList(0, middle));
    var b = sum(role, all.subList(middle, all.size()));
    assertThat(a.trimmed(reach, earlier).plus(b).trimmed(reach, now))
        .isEqualTo(a.plus(b).trimmed(reach, now))
        .isEqualTo(a.trimmed(reach, now).plus(b.trimmed(reach, now)).trimmed(reach, now));
  }

  @Property(tries = 20)
  void noAnswerWithinReachDependsOnWhatIsForgotten(@ForAll Random random) {
    var role = Track.Role.NUMBERS;
    var sum = sum(role, some(random, role, 1 + random.nextInt(6_000), 24 * 60));
    var now = START + random.nextInt(60 * 24) * Hour.MS;
    var trimmed = sum.trimmed(Reach.MONTH, now);
    var after = now - 1 - random.nextInt(31 * 24) * Hour.MS;
    assertThat(trimmed.within(after, now)).isEqualTo(sum.within(after, now));
    assertThat(trimmed.within(Long.MIN_VALUE, now)).isEqualTo(sum.within(Long.MIN_VALUE, now));
    assertThat(trimmed.nextEnd(after)).isEqualTo(sum.nextEnd(after));
    assertThat(trimmed.nextBegin(after)).isEqualTo(sum.nextBegin(after));
  }

  @Test
  void anHourCountsUntilItsEndLeavesTheWindow() {
    var role = Track.Role.TIMES;
    var many = new ArrayList<Occurrence>();
    many.add(new Occurrence(START + 10, null));
    for (var i = 0; i < Occurrences.EXACT; i++) {
      many.add(new Occurrence(START + 2 * Hour.MS + i, null));
    }
    var sum = sum(role, many);
    assertThat(sum.hours()).containsOnlyKeys(START);
    var end = START + Hour.MS - 1;
    assertThat(sum.count(end - 1, START + Hour.MS)).isEqualTo(1);
    assertThat(sum.count(end, START + Hour.MS)).isZero();
    assertThat(sum.nextEnd(START)).isEqualTo(end);
    assertThat(sum.nextEnd(end)).isEqualTo(START + 2 * Hour.MS);
    assertThat(sum.nextBegin(START - 1)).isEqualTo(START);
    assertThat(sum.count(START - 5, START - 1)).isZero();
    assertThat(sum.count(START - 5, START)).isEqualTo(1);
    assertThat(sum.exactly(end - 1, START + 3 * Hour.MS)).isFalse();
    assertThat(sum.exactly(end, START + 3 * Hour.MS)).isTrue();
  }

  @Test
  void ofTooManyOldValuesTheNewestAreKeptAndTheLossIsTold() {
    var role = Track.Role.VALUES;
    var many = new ArrayList<Occurrence>();
    for (var i = 0; i < Occurrences.EXACT; i++) {
      many.add(new Occurrence(START + 9_000 * Hour.MS + i, new Value.Text("new")));
    }
    for (var i = 0; i < Occurrences.HOURLY_VALUES + 2; i++) {
      many.add(new Occurrence(START + i * Hour.MS / 3, new Value.Text("v" + i)));
    }
    var sum = sum(role, many);
    assertThat(sum.leftOut()).isEqualTo(START);
    assertThat(sum.hours().values().stream().mapToInt(hour -> hour.values().size()).sum())
        .isEqualTo(Occurrences.HOURLY_VALUES);
    assertThat(sum.within(Long.MIN_VALUE, Long.MAX_VALUE).count()).isEqualTo(many.size());
    assertThat(sum.exactly(START + Hour.MS, START + 2 * Hour.MS)).isFalse();
  }

  @Test
  void numbersAreSummedExactly() {
    var role = Track.Role.NUMBERS;
    var all = new ArrayList<Occurrence>();
    for (var i = 0; i < 10; i++) {
      all.add(new Occurrence(START + i, kept(role, "0.1")));
    }
    all.add(new Occurrence(START + 20, kept(role, "0.0000000005")));
    all.add(new Occurrence(START + 20, kept(role, "0.0000000015")));
    assertThat(sum(role, all).within(Long.MIN_VALUE, START + 20).sum())
        .isEqualTo(new BigDecimal("1.000000002"));
    assertThat(Occurrence.kept(role, new Value.Decimal(new BigDecimal("1e999999999")))).isNull();
    assertThat(Occurrence.kept(role, new Value.Decimal(new BigDecimal("1e-999999999"))))
        .isEqualTo(kept(role, "0"));
    assertThat(Occurrence.kept(role, new Value.Text("1"))).isNull();
  }

  private static Value kept(Track.Role role, String number) {
    var kept = Occurrence.kept(role, new Value.Decimal(new BigDecimal(number)));
    assertThat(kept).isNotNull();
    return kept == null ? Value.Nothing.NOTHING : kept;
  }

  static Occurrences sum(Track.Role role, List<Occurrence> all) {
    var sum = Occurrences.none(role);
    for (var one : all) {
      sum = sum.plus(Occurrences.one(role, one));
    }
    return sum;
  }

  private static List<Occurrence> some(Random random, Track.Role role, int count, int hours) {
    var conditions = new RandomConditions(random);
    var some = new ArrayList<Occurrence>();
    for (var i = 0; i < count; i++) {
      var time = START + random.nextLong(hours * Hour.MS);
      var value =
          switch (role) {
            case TIMES -> null;
            case NUMBERS -> new Value.Decimal(Decimals9.exact(conditions.number()));
            case VALUES, EACH, TOUCHES -> new Value.Text("v" + random.nextInt(2_000));
          };
      some.add(new Occurrence(time, value));
    }
    return some;
  }
}
