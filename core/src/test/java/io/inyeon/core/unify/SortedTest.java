package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// The persistent map against the one of java.util.
class SortedTest {
  @Property(tries = 300)
  void itHoldsWhatAnyOtherMapWouldHold(
      @ForAll @Size(max = 200) List<@IntRange(min = -60, max = 60) Integer> steps,
      @ForAll @IntRange(min = -60, max = 60) int from,
      @ForAll @IntRange(min = -60, max = 60) int to) {
    var expected = new TreeMap<Integer, String>();
    var sorted = Sorted.<Integer, String>of();
    for (var step : steps) {
      var key = Math.abs(step);
      if (step < 0) {
        expected.remove(key);
        sorted = sorted.without(key);
      } else {
        var value = "v" + step + expected.size();
        expected.put(key, value);
        sorted = sorted.with(key, value);
      }
    }
    assertThat(sorted.entrySet()).containsExactlyElementsOf(expected.entrySet());
    assertThat(sorted).hasSameSizeAs(expected);
    var least = Math.min(from, to);
    var most = Math.max(from, to);
    assertThat(sorted.headMap(most).keySet())
        .containsExactlyElementsOf(expected.headMap(most).keySet());
    assertThat(sorted.tailMap(least).keySet())
        .containsExactlyElementsOf(expected.tailMap(least).keySet());
    assertThat(sorted.subMap(least, most).keySet())
        .containsExactlyElementsOf(expected.subMap(least, most).keySet());
    if (!expected.isEmpty()) {
      assertThat(sorted.firstKey()).isEqualTo(expected.firstKey());
      assertThat(sorted.lastKey()).isEqualTo(expected.lastKey());
    }
  }

  @Property(tries = 300)
  void itTellsJustWhatChangedSinceAnOlderVersion(
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 40) Integer> first,
      @ForAll @Size(max = 30) List<@IntRange(min = -40, max = 40) Integer> then) {
    var older = Sorted.<Integer, Object>of();
    for (var key : first) {
      older = older.with(key, new Object());
    }
    var newer = older;
    for (var step : then) {
      newer = step < 0 ? newer.without(Math.abs(step)) : newer.with(Math.abs(step), new Object());
    }
    var told = new TreeMap<Integer, Object>(older);
    var times = new HashMap<Integer, Integer>();
    newer.changesSince(
        older,
        (key, value) -> {
          times.merge(key, 1, Integer::sum);
          if (value == null) {
            told.remove(key);
          } else {
            told.put(key, value);
          }
        });
    assertThat(told).isEqualTo(newer);
    assertThat(times.values()).allMatch(count -> count == 1);
    for (var key : times.keySet()) {
      assertThat(older.find(key)).isNotSameAs(newer.find(key));
    }
  }

  @Test
  void changingNothingIsTheVeryMap() {
    var b = "b";
    var sorted = Sorted.copyOf(Map.of(1, "a", 2, b, 3, "c"));
    assertThat(sorted.without(4)).isSameAs(sorted);
    assertThat(sorted.with(2, b)).isSameAs(sorted);
    assertThat(Sorted.copyOf(sorted)).isSameAs(sorted);
  }

  @Test
  void itStaysShallowWhateverOrderKeysComeIn() {
    var sorted = Sorted.<Integer, Integer>of();
    for (var i = 0; i < 100_000; i++) {
      sorted = sorted.with(i, i);
    }
    for (var i = 0; i < 90_000; i++) {
      sorted = sorted.without(i);
    }
    assertThat(sorted.depth()).isLessThan(35);
    assertThat(sorted.keySet()).startsWith(90_000).endsWith(99_999).hasSize(10_000);
  }
}
