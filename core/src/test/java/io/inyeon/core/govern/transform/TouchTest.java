package io.inyeon.core.govern.transform;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TouchTest {
  private static Value.Fields step(String... namesAndValues) {
    var fields = new TreeMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], new Value.Text(namesAndValues[i + 1]));
    }
    return new Value.Fields(fields);
  }

  private static Value.Fields document(boolean enabled, Value... steps) {
    var one = new TreeMap<String, Value>();
    one.put("id", new Value.Text("t"));
    one.put("enabled", new Value.Truth(enabled));
    one.put("events", new Value.Items(List.of(new Value.Text("Order Completed"))));
    one.put("steps", new Value.Items(Arrays.asList(steps)));
    var document = new TreeMap<String, Value>();
    document.put("transformations", new Value.Items(List.of(new Value.Fields(one))));
    return new Value.Fields(document);
  }

  @Test
  void stepsSayWhatTheyReadAndWrite() {
    var touches =
        Touch.all(
            document(
                true,
                step("do", "rename", "path", "/properties/prc", "to", "price"),
                step("do", "move", "path", "/properties/mail", "to", "/traits/email"),
                step("do", "cast", "path", "/properties/products/*/price", "to", "number"),
                step("do", "default", "path", "/properties/currency")));
    assertThat(touches)
        .extracting(Touch::field)
        .containsExactly(
            "properties.prc",
            "properties.mail",
            "properties.products.price",
            "properties.currency");
    assertThat(touches)
        .extracting(Touch::to)
        .containsExactly(
            List.of("properties.price"), List.of("traits.email"), List.of(), List.of());
    assertThat(touches).extracting(Touch::takes).containsExactly(true, true, true, false);
    assertThat(touches.getFirst().events()).isEqualTo(Set.of("Order Completed"));
    assertThat(touches.get(2).concerns("properties.products")).isTrue();
    assertThat(touches.get(1).concerns("traits.email")).isTrue();
    assertThat(touches.get(1).concerns("properties.mailing")).isFalse();
  }

  @Test
  void whatIsNotInUseOrWrittenWronglyIsPassedOver() {
    assertThat(Touch.all(document(false, step("do", "drop", "path", "/properties/x")))).isEmpty();
    assertThat(Touch.all(document(true, new Value.Text("?"), step("do", "drop")))).isEmpty();
    assertThat(Touch.all(Value.Fields.EMPTY)).isEmpty();
  }
}
