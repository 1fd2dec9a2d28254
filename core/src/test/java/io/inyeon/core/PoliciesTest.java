package io.inyeon.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Policies for the events of devices, as people write them into the rules.
class PoliciesTest {
  private static final RulesDocument PLAIN =
      DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul");

  @Test
  void everyPolicyOfEveryTypeIsReadAsItIsWritten() {
    for (var policy : SharedPolicy.values()) {
      var types =
          PLAIN.types().stream().map(type -> type.anchor() ? type : type.with(policy)).toList();
      var rules =
          new RulesDocument(
              PLAIN.version(),
              PLAIN.workspaceKey(),
              PLAIN.region(),
              PLAIN.currency(),
              PLAIN.timeZone(),
              types,
              PLAIN.customType().with(policy),
              PLAIN.traits(),
              PLAIN.rates(),
              45);
      assertThat(read(RulesForm.of(rules))).isEqualTo(new RulesForm.Reading.Good(rules));
    }
  }

  @Test
  void whatSaysNothingOfItIsFirst() {
    var written =
        with(
            RulesForm.of(PLAIN),
            "types",
            types -> each(types, 10, type -> without(type, "shared")));
    assertThat(read(written)).isEqualTo(new RulesForm.Reading.Good(PLAIN));
  }

  @Test
  void allThatIsWrongWithThemIsSaidAtOnce() {
    var bad =
        with(
            with(
                RulesForm.of(PLAIN),
                "types",
                types ->
                    each(
                        each(
                            each(types, 0, type -> with(type, "shared", _ -> text("by_login"))),
                            1,
                            type -> with(type, "shared", _ -> text("By_Login"))),
                        2,
                        type -> with(type, "shared", _ -> new Value.Decimal(BigDecimal.ONE)))),
            "customType",
            type -> with((Value.Fields) type, "shared", _ -> text("the_loudest")));
    assertThat(read(bad))
        .isInstanceOfSatisfying(
            RulesForm.Reading.Bad.class,
            reading ->
                assertThat(reading.problems())
                    .extracting(problem -> problem.path() + " " + problem.code())
                    .containsExactly(
                        "/types/0/shared anchor_not_first",
                        "/types/1/shared unknown_value",
                        "/types/2/shared missing_field",
                        "/customType/shared unknown_value"));
  }

  private static RulesForm.Reading read(Value.Fields written) {
    return RulesReader.read(
        written,
        PLAIN.version(),
        PLAIN.workspaceKey(),
        pattern -> Pattern.compile(pattern).asMatchPredicate());
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value.Fields with(Value.Fields fields, String name, UnaryOperator<Value> change) {
    var changed = new LinkedHashMap<>(fields.values());
    changed.compute(name, (_, value) -> change.apply(value));
    return new Value.Fields(changed);
  }

  private static Value.Fields without(Value.Fields fields, String name) {
    var fewer = new LinkedHashMap<>(fields.values());
    fewer.remove(name);
    return new Value.Fields(fewer);
  }

  /// The list with one of its things changed.
  private static Value each(Value list, int at, UnaryOperator<Value.Fields> change) {
    var items = new ArrayList<>(((Value.Items) list).values());
    items.set(at, change.apply((Value.Fields) items.get(at)));
    return new Value.Items(List.copyOf(items));
  }
}
