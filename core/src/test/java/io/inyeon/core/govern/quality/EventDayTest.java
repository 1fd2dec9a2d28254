package io.inyeon.core.govern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class EventDayTest {
  private static Value.Fields fields(Object... namesAndValues) {
    var fields = new TreeMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new Value.Fields(fields);
  }

  private static Value value(Object of) {
    return switch (of) {
      case String text -> new Value.Text(text);
      case Integer number -> new Value.Decimal(BigDecimal.valueOf(number));
      case List<?> list -> new Value.Items(list.stream().map(EventDayTest::value).toList());
      case Value value -> value;
      default -> throw new IllegalArgumentException(of.toString());
    };
  }

  private static EventDay day(int events, int without) {
    var day = new EventDay();
    for (var i = 0; i < events; i++) {
      day.add(List.of());
      day.look(
          fields("properties", i < without ? fields("other", 1) : fields("total", i, "other", 1)));
    }
    return day;
  }

  @Test
  void fieldsAreCountedByTheirPaths() {
    var day = new EventDay();
    day.add(List.of());
    day.look(
        fields(
            "properties",
            fields(
                "total",
                12,
                "coupon",
                " ",
                "none",
                Value.Nothing.NOTHING,
                "products",
                List.of(fields("price", 1, "sku", "a"), fields("price", 2))),
            "traits",
            fields("address", fields("city", "서울"))));
    day.add(List.of(new Violation("type", "/properties/products/0/price", "")));
    day.look(fields("properties", fields("total", "12"), "context", fields("ip", "x")));
    assertThat(day.fields().keySet())
        .containsExactly(
            "properties.coupon",
            "properties.none",
            "properties.products",
            "properties.products.price",
            "properties.products.sku",
            "properties.total",
            "traits.address.city");
    assertThat(day.completeness("properties.total")).isEqualTo(1);
    assertThat(day.completeness("properties.coupon")).isZero();
    assertThat(day.completeness("properties.products.price")).isEqualTo(0.5);
    assertThat(day.validity()).isEqualTo(0.5);
    var total = Objects.requireNonNull(day.fields().get("properties.total"));
    assertThat(total.of(FieldCounts.Type.NUMBER)).isEqualTo(1);
    assertThat(total.of(FieldCounts.Type.TEXT)).isEqualTo(1);
    assertThat(Objects.requireNonNull(day.fields().get("properties.products.price")).violations())
        .isEqualTo(1);
    assertThat(Objects.requireNonNull(day.fields().get("properties.coupon")).blank()).isEqualTo(1);
  }

  @Test
  void madeUpNamesTakeNoMoreThanTheirRoom() {
    var day = new EventDay();
    for (var i = 0; i < 10_000; i++) {
      day.look(new Value.Fields(Map.of("properties", fields("p" + i, i))));
    }
    assertThat(day.fields()).hasSize(EventDay.FIELDS);
    assertThat(day.looked()).isEqualTo(10_000);
  }

  @Test
  void daysAddUp() {
    var both = day(300, 30);
    both.add(day(100, 100));
    var total = Objects.requireNonNull(both.fields().get("properties.total"));
    assertThat(both.seen()).isEqualTo(400);
    assertThat(total.present()).isEqualTo(270);
    assertThat(both.completeness("properties.other")).isEqualTo(1);
  }

  @Test
  void howManyAreDifferentIsKnownWithinATenth() {
    for (var many : new int[] {1, 10, 100, 1_000, 20_000, 500_000}) {
      var distinct = new Distinct();
      for (var i = 0; i < many; i++) {
        distinct.add(new Value.Text("user-" + i));
        distinct.add(new Value.Text("user-" + i));
      }
      assertThat((double) distinct.estimate() / many).as("of " + many).isBetween(0.88, 1.12);
    }
  }

  @Test
  void aFieldThatIsMissingMoreOftenThanBeforeIsFound() {
    var before = new ArrayList<EventDay>();
    for (var i = 0; i < 7; i++) {
      before.add(day(1_000, 20 + 3 * i));
    }
    assertThat(FieldWatch.judge(day(1_000, 45), before)).isEmpty();
    var found = FieldWatch.judge(day(1_000, 400), before);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().worse()).isEqualTo(FieldWatch.Worse.COMPLETENESS);
    assertThat(found.getFirst().field()).isEqualTo("properties.total");
    assertThat(found.getFirst().observed()).isEqualTo(0.6);
    assertThat(FieldWatch.judge(day(1_000, 1_000), before)).hasSize(1);
    assertThat(FieldWatch.judge(day(50, 50), before)).as("too few").isEmpty();
    assertThat(FieldWatch.judge(day(1_000, 400), before.subList(0, 2))).as("too new").isEmpty();
  }

  private static SourceDay source(int events, int duplicates, long delaySeconds) {
    var day = new SourceDay();
    for (var i = 0; i < events; i++) {
      var ended = i < duplicates ? SourceDay.Ended.DUPLICATE : SourceDay.Ended.ACCEPTED;
      day.add(i % VolumeWatch.DAY, ended, 1_000_000_000L, 1_000_000_000L - delaySeconds * 1_000);
    }
    return day;
  }

  @Test
  void repetitionsAndDelaysAreFound() {
    var before = List.of(source(900, 9, 2), source(1_000, 12, 3), source(1_100, 10, 2));
    assertThat(FieldWatch.judge(source(1_000, 11, 20), before)).isEmpty();
    assertThat(FieldWatch.judge(source(1_000, 400, 2), before))
        .extracting(FieldWatch.Finding::worse)
        .containsExactly(FieldWatch.Worse.UNIQUENESS);
    assertThat(FieldWatch.judge(source(1_000, 11, 7_000), before))
        .extracting(FieldWatch.Finding::worse)
        .containsExactly(FieldWatch.Worse.FRESHNESS);
  }
}
