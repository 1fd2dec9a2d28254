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
            "%s %s %s%s%s %s>%s"
                .formatted(
                    each.what(),
                    each.event(),
                    each.versions().isEmpty() ? "" : each.versions() + " ",
                    each.field(),
                    each.rule().isEmpty() ? "" : " " + each.rule(),
                    each.before(),
                    each.after()))
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
    assertThat(changes(rules(rule("Bought", "\"total\":{\"type\":\"integer\"}")), before))
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

  /// A plan of one property, with what else its objects demand.
  private static String total(String schema) {
    return rules(rule("Bought", "\"total\":" + schema));
  }

  private static final String STRICT = "\"formats\":\"refuse\",";

  @Test
  void isAFieldThatHasToBeThereFromNowOn() {
    var section =
        "{\"event\":\"Bought\",\"schema\":{\"properties\":{\"properties\":{"
            + "\"required\":[%s],\"properties\":{\"total\":{},\"city\":{}}}}%s}}";
    var before = rules(section.formatted("\"city\"", ""));
    var after = rules(section.formatted("\"city\",\"total\"", ""));
    assertThat(changes(before, after)).containsExactly("REQUIRED Bought properties.total []>[]");
    assertThat(changes(after, before)).as("asking for less breaks nothing").isEmpty();
    assertThat(changes(before, rules(section.formatted("\"city\",\"new\"", ""))))
        .as("also one that the plan did not speak of")
        .containsExactly("REQUIRED Bought properties.new []>[]");
    assertThat(changes(before, before + ",\"common\":{\"allOf\":[{\"required\":[\"userId\"]}]}"))
        .as("of every event")
        .containsExactly("REQUIRED Bought userId []>[]");
    assertThat(
            changes(
                before,
                rules(section.formatted("\"city\"", ",\"anyOf\":[{\"required\":[\"userId\"]}]"))))
        .as("an alternative is no demand")
        .isEmpty();
  }

  @Test
  void isARuleThatAllowsLess() {
    var two = total("{\"enum\":[\"a\",\"b\"]}");
    assertThat(changes(two, total("{\"enum\":[\"a\",\"c\"]}")))
        .containsExactly("NARROWED Bought properties.total enum [a, b]>[a, c]");
    assertThat(changes(two, total("{\"enum\":[\"c\",\"b\",\"a\"]}"))).isEmpty();
    assertThat(changes(total("{}"), two))
        .containsExactly("NARROWED Bought properties.total enum []>[a, b]");
    assertThat(changes(two, total("{}"))).isEmpty();
    assertThat(changes(two, total("{\"const\":\"a\"}")))
        .containsExactly("NARROWED Bought properties.total enum [a, b]>[a]");
    assertThat(changes(total("{\"enum\":[1,2]}"), total("{\"enum\":[1.0,2]}"))).isEmpty();

    assertThat(changes(total("{\"pattern\":\"a+\"}"), total("{\"pattern\":\"a*\"}")))
        .containsExactly("NARROWED Bought properties.total pattern [a+]>[a*]");

    assertThat(changes(total("{\"minimum\":1}"), total("{\"minimum\":2}")))
        .containsExactly("NARROWED Bought properties.total minimum [1]>[2]");
    assertThat(changes(total("{\"minimum\":1}"), total("{\"exclusiveMinimum\":1}")))
        .containsExactly("NARROWED Bought properties.total minimum [1]>[>1]");
    assertThat(changes(total("{\"exclusiveMinimum\":1}"), total("{\"minimum\":1}"))).isEmpty();
    assertThat(changes(total("{}"), total("{\"maxLength\":5}")))
        .containsExactly("NARROWED Bought properties.total maxLength []>[5]");
    assertThat(changes(total("{\"maximum\":5}"), total("{\"maximum\":6}"))).isEmpty();
    assertThat(changes(total("{\"multipleOf\":4}"), total("{\"multipleOf\":2}"))).isEmpty();
    assertThat(changes(total("{\"multipleOf\":2}"), total("{\"multipleOf\":4}")))
        .containsExactly("NARROWED Bought properties.total multipleOf [2]>[4]");
    assertThat(changes(total("{\"items\":{}}"), total("{\"items\":{\"minimum\":0}}")))
        .as("of a list's items")
        .containsExactly("NARROWED Bought properties.total minimum []>[0]");
  }

  @Test
  void isAnIntegerForANumberAndWhatMayBeNullNoLonger() {
    assertThat(changes(total("{\"type\":\"number\"}"), total("{\"type\":\"integer\"}")))
        .containsExactly("NARROWED Bought properties.total type [number]>[integer]");
    assertThat(changes(total("{\"type\":[\"string\",\"null\"]}"), total("{\"type\":\"string\"}")))
        .containsExactly("NARROWED Bought properties.total type [null, string]>[string]");
    assertThat(changes(total("{\"type\":\"integer\"}"), total("{\"type\":\"number\"}"))).isEmpty();
  }

  @Test
  void isAFormatOnlyWhereOthersAreRefused() {
    var mail = total("{\"format\":\"email\"}");
    assertThat(changes(total("{}"), mail)).isEmpty();
    assertThat(changes(STRICT + total("{}"), STRICT + mail))
        .containsExactly("NARROWED Bought properties.total format []>[email]");
    assertThat(changes(mail, STRICT + mail))
        .as("it was only told before")
        .containsExactly("NARROWED Bought properties.total format []>[email]");
  }

  @Test
  void isOfOneVersionOfAnEvent() {
    var one = RULE.formatted("Bought", "1", "\"total\":{\"maximum\":9}", "");
    var two = RULE.formatted("Bought", "2", "\"total\":{}", "");
    var less = RULE.formatted("Bought", "2", "\"total\":{\"maximum\":9}", "");
    assertThat(changes(rules(one), rules(one, less))).as("a new version breaks nobody").isEmpty();
    assertThat(changes(rules(one, two), rules(one, less)))
        .containsExactly("NARROWED Bought [2] properties.total maximum []>[9]");
    assertThat(changes(rules(one, two), rules(one)))
        .as("its events are unplanned from now on")
        .containsExactly("DROPPED Bought [2]  []>[]");
  }

  @Test
  void isEachTraitOfACallThatIsGone() {
    var identify =
        "{\"call\":\"identify\",\"schema\":{\"properties\":{\"traits\":{"
            + "\"properties\":{\"city\":{\"type\":\"string\"}}}}}}";
    var bought = rule("Bought", "");
    assertThat(changes(rules(bought, identify), rules(bought)))
        .containsExactly("DROPPED   []>[]", "DROPPED  traits.city [string]>[]");
  }
}
