package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TableTest {
  @Property(tries = 500)
  void aSumHasTheEntriesOfBothAndAddsUpWhatBothHave(
      @ForAll @Size(max = 12) Map<@AlphaChars @StringLength(max = 1) String, Integer> left,
      @ForAll @Size(max = 12) Map<@AlphaChars @StringLength(max = 1) String, Integer> right) {
    var expected = new TreeMap<String, Integer>(Table.BYTES);
    expected.putAll(left);
    right.forEach((key, value) -> expected.merge(key, value, Integer::sum));

    var sum = table(left).plus(table(right), Integer::sum);

    assertThat(sum).isEqualTo(expected);
    assertThat(new ArrayList<>(sum.keySet())).isEqualTo(new ArrayList<>(expected.keySet()));
    expected.forEach((key, value) -> assertThat(sum.get(key)).isEqualTo(value));
    assertThat(sum.get("absent")).isNull();
  }

  @Test
  void aSumThatChangesNothingIsTheTableItself() {
    var table = table(Map.of("a", 1, "b", 2, "c", 3));
    assertThat(table.plus(table(Map.of("b", 2)), Math::max)).isSameAs(table);
    assertThat(table.plus(table(Map.of("a", 0, "c", 1)), Math::max)).isSameAs(table);
    assertThat(table.plus(table(Map.of()), Math::max)).isSameAs(table);
  }

  @Test
  void keysOutOfOrderAreRefused() {
    assertThatThrownBy(() -> Table.ofSorted(Table.BYTES, List.of("b", "a"), List.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Table.ofSorted(Table.BYTES, List.of("a", "a"), List.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Table<String, Integer> table(Map<String, Integer> map) {
    var table = Table.<String, Integer>empty(Table.BYTES);
    for (var entry : map.entrySet()) {
      table = table.plus(Table.of(Table.BYTES, entry.getKey(), entry.getValue()), (_, b) -> b);
    }
    return table;
  }
}
