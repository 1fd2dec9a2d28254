package io.inyeon.runtime.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quality.EventDay;
import io.inyeon.core.govern.quality.SourceDay;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was counted comes back as it was written.
final class DayCodecTest {
  @Test
  void daysComeBack() {
    var source = new SourceDay();
    var event = new EventDay();
    for (var i = 0; i < 5_000; i++) {
      var ended = Arrays.asList(SourceDay.Ended.values()).get(i % 4);
      source.add(i % 144, ended, 1_700_000_000_000L + i, 1_700_000_000_000L - i * 1_000L);
      event.add(List.of());
      event.look(
          new Value.Fields(
              Map.of(
                  "properties",
                  new Value.Fields(
                      Map.of(
                          "id",
                          new Value.Text("v" + i),
                          "n",
                          new Value.Decimal(BigDecimal.valueOf(i % 3)))))));
    }
    assertThat(DayCodec.sourceDay(DayCodec.bytes(source))).isEqualTo(source);
    assertThat(DayCodec.eventDay(DayCodec.bytes(event))).isEqualTo(event);
    assertThat(DayCodec.sourceDay(DayCodec.bytes(new SourceDay()))).isEqualTo(new SourceDay());
    assertThat(DayCodec.eventDay(DayCodec.bytes(new EventDay()))).isEqualTo(new EventDay());
    assertThat(DayCodec.bytes(new SourceDay()).length).isLessThan(200);
  }

  @Test
  void alertsComeBack() {
    for (var kind : Alert.Kind.values()) {
      var about = new Alert.About(kind, 3, "구매", "properties.금액");
      var alert = new Alert(7, about, 1, 2, 3, 0.25, 1_234.5, 120);
      assertThat(DayCodec.alert(7, DayCodec.bytes(alert))).isEqualTo(alert);
    }
  }
}
