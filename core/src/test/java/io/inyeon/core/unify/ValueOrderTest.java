package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Said;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ValueOrderTest {
  /// In their order.
  private static final List<Value> ASCENDING =
      List.of(
          Value.Nothing.NOTHING,
          Said.value(false),
          Said.value(true),
          Said.decimal("-1E+2147483647"),
          Said.value(-2),
          Said.decimal("1E-2147483647"),
          Said.value(1),
          Said.decimal("1.0"),
          Said.value(9),
          Said.value(10),
          Said.decimal("1E+2147483647"),
          new Value.Time(java.time.Instant.EPOCH),
          new Value.Time(java.time.Instant.EPOCH.plusMillis(1)),
          Said.value(""),
          Said.value("10"),
          Said.value("9"),
          Said.value("A"),
          Said.value("a"),
          Said.value("가"),
          Said.value("\uFFFD"),
          Said.value("😀"),
          Said.value(List.of()),
          Said.value(List.of(1)),
          Said.value(List.of(1, 0)),
          Said.value(List.of(2)),
          Said.value(Map.of()),
          Said.value(Map.of("a", 1)),
          Said.fields("b", 2, "a", 1),
          Said.value(Map.of("a", 2)),
          Said.value(Map.of("b", 1)));

  @Property(tries = 50)
  void everyValueHasItsPlace(@ForAll long seed) {
    var shuffled = new ArrayList<>(ASCENDING);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.sort(ValueOrder.VALUES);
    assertThat(shuffled).isEqualTo(ASCENDING);
  }

  @Test
  void theOrderAgreesWithEquality() {
    for (var a : ASCENDING) {
      for (var b : ASCENDING) {
        assertThat(ValueOrder.VALUES.compare(a, b) == 0).isEqualTo(a.equals(b));
      }
    }
    var other = new LinkedHashMap<String, Value>();
    other.put("a", Said.value(1));
    other.put("b", Said.value(2));
    assertThat(ValueOrder.VALUES.compare(Said.fields("b", 2, "a", 1), new Value.Fields(other)))
        .isZero();
  }

  @Test
  void numbersThatAreTheSameToAPersonAreOnePlainValue() {
    assertThat(ValueOrder.plain(Said.decimal("1.00"))).isEqualTo(ValueOrder.plain(Said.value(1)));
    assertThat(ValueOrder.plain(Said.decimal("100")))
        .isEqualTo(ValueOrder.plain(Said.decimal("1E+2")));
    assertThat(ValueOrder.plain(Said.decimal("0E+2147483647"))).isEqualTo(Said.value(0));
  }

  @Test
  void theSizeOfAValueIsWhatItHolds() {
    assertThat(ValueOrder.size(Said.value("abc"))).isEqualTo(5);
    assertThat(ValueOrder.size(Said.value(List.of("abc", "abc")))).isEqualTo(12);
    assertThat(ValueOrder.size(Said.fields("key", "abc"))).isEqualTo(12);
    assertThat(ValueOrder.size(new Value.Decimal(BigDecimal.TEN.pow(9000)))).isGreaterThan(8192);
    assertThat(ValueOrder.size(Said.decimal("1E+2147483647"))).isLessThan(10);
  }
}
