package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.PlanChange;
import io.inyeon.runtime.json.JsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a new version of a plan takes away.
class PlanChangeTest {
  private static final String RULE =
      "{\"event\":\"%s\",\"version\":\"%s\",\"schema\":{\"type\":\"object\",\"properties\":{"
          + "\"properties\":{\"type\":\"object\",\"properties\":{%s}}}%s}}";

  private static Value.Fields plan(String rest) {
    return (Value.Fields) JsonReader.event(("{\"name\":\"p\"," + rest + "}").getBytes(UTF_8));
  }

  private static String rule(String event, String properties) {
    return RULE.formatted(event, "1", properties, "");
  }

  private static List<String> changes(String before, String after) {
    return PlanChange.between(plan(before), plan(after), MetaSchemas.ALL).stream()
        .map(each ->
            "%s %s %s %s>%s"
                .formatted(each.what(), each.event(), each.field(), each.before(), each.after()))
        .toList();
  }

  private static String rules(String... rules) {
    return "\"rules\":[" + String.join(",", rules) + "]";
  }

  @Test
  void isWhatItSpeaksOfNoLongerOrOtherwise() {
    var before =
        rules(
            rule("Bought", "\"total\":{\"type\":\"number\"},\"city\":{\"type\":\"string\"}"),
            rule("Seen", "\"page\":{}"));
    assertThat(changes(before, before)).isEmpty();
    assertThat(
            changes(
                before,
                rules(rule("Bought", "\"total\":{\"type\":[\"string\",\"null\"]},\"new\":{}"))))
        .containsExactly(
            "DROPPED Bought properties.city [string]>[]",
            "RETYPED Bought properties.total [number]>[string]",
            "DROPPED Seen  []>[]");
  }

  @Test
  void isNothingWhereAnotherPartOfThePlanSaysTheSame() {
    var total = "\"total\":{\"type\":\"number\"}";
    var before = rules(rule("Bought", total));
    assertThat(changes(before, rules(rule("Bought", "\"total\":{\"type\":\"integer\"}"))))
        .as("an integer is a number")
        .isEmpty();
    assertThat(changes(before, rules(rule("Bought", ""), RULE.formatted("Bought", "2", total, ""))))
        .as("another version of the event has it")
        .isEmpty();
    assertThat(
            changes(
                before,
                rules(rule("Bought", ""))
                    + ",\"common\":{\"properties\":{\"properties\":{\"properties\":{"
                    + total
                    + "}}}}"))
        .as("the common schema has it")
        .isEmpty();
    var referring =
        "{\"event\":\"Bought\",\"schema\":{\"allOf\":[{\"$ref\":\"#/$defs/a\"}],\"$defs\":{\"a\":"
            + "{\"properties\":{\"properties\":{\"properties\":{"
            + total
            + "}}}}}}}";
    assertThat(changes(before, rules(referring))).as("a reference leads to it").isEmpty();
  }

  @Test
  void reachesIntoObjectsAndLists() {
    var items =
        "\"products\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":"
            + "{\"sku\":{\"type\":\"string\"}%s}}}";
    var before = rules(rule("Bought", items.formatted(",\"price\":{\"type\":\"number\"}")));
    assertThat(changes(before, rules(rule("Bought", items.formatted("")))))
        .containsExactly("DROPPED Bought properties.products.price [number]>[]");
  }
}
