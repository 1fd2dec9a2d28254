package io.inyeon.core.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormulaTest {
  private static Predicate<String> pattern(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  @Property(tries = 2_000)
  void whatIsWrittenIsReadBack(@ForAll Random random) {
    var formula = new RandomConditions(random).formula();
    assertThat(FormulaReader.read(FormulaWriter.of(formula), "", FormulaTest::pattern))
        .isEqualTo(new FormulaReader.Reading.Good(formula));
  }

  @Test
  void everyTemplateIsReadBack() {
    for (var template : Templates.all()) {
      assertThat(FormulaReader.read(FormulaWriter.of(template.formula()), "", FormulaTest::pattern))
          .as(template.id())
          .isEqualTo(new FormulaReader.Reading.Good(template.formula()));
    }
  }

  private static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put(
          (String) namesAndValues[i],
          namesAndValues[i + 1] instanceof String text
              ? new Value.Text(text)
              : (Value) namesAndValues[i + 1]);
    }
    return new Value.Fields(fields);
  }

  @Test
  void allThatIsWrongIsTold() {
    var written =
        fields(
            "aggregate",
            "sum",
            "of",
            new Value.Items(
                List.of(
                    fields("event", "A", "as", "x"),
                    fields("event", "B"),
                    fields("property", "p", "more", "x"))),
            "window",
            fields("since", "born"));
    assertThat(FormulaReader.read(written, "/definition", FormulaTest::pattern))
        .isInstanceOfSatisfying(
            FormulaReader.Reading.Bad.class,
            bad ->
                assertThat(bad.problems())
                    .extracting(Violation::code, Violation::path)
                    .contains(
                        tuple("not_a_window", "/definition/window"),
                        tuple("needs_property", "/definition/of/0/as"),
                        tuple("unknown_field", "/definition/of/2/more")));
  }

  @Test
  void aWayThroughTraitsAndSegmentsBackToItselfIsRefused() {
    Condition inB = new Condition.InSegment("b");
    var stages =
        new Formula.Stages(List.of(new Formula.Stage("x", new Formula.Rule.When(inB))), "y");
    var ofTrait = new Condition.OfTrait(FieldPath.of("t"), new Operator.Exists());
    assertThat(Cycles.through("t", stages, Map.of("b", ofTrait), Map.of()))
        .containsExactly("trait:t", "b", "trait:t");
    assertThat(Cycles.through("b", ofTrait, Map.of(), Map.of("t", stages)))
        .containsExactly("b", "trait:t", "b");
    assertThat(Cycles.through("c", ofTrait, Map.of("b", inB), Map.of())).isEmpty();
  }

  @Test
  void fifthsDivideEvenlyAndByTheSameRuleTheyAreTold() {
    var numbers = new int[] {0, 0, 0, 0, 0};
    var cuts =
        List.of(
            BigDecimal.valueOf(2),
            BigDecimal.valueOf(4),
            BigDecimal.valueOf(6),
            BigDecimal.valueOf(8));
    for (var number = 0; number < 10; number++) {
      numbers[Cuts.rising(cuts, BigDecimal.valueOf(number)) - 1]++;
    }
    assertThat(numbers).containsExactly(2, 2, 2, 2, 2);
    assertThat(Cuts.falling(cuts, BigDecimal.valueOf(2))).isEqualTo(5);
    assertThat(Cuts.falling(cuts, new BigDecimal("2.1"))).isEqualTo(4);
    assertThat(Cuts.falling(cuts, BigDecimal.valueOf(9))).isEqualTo(1);
  }

  private static @Nullable String channel(
      String source, String medium, String referrer, String url) {
    var campaign = new LinkedHashMap<String, Value>();
    if (!source.isEmpty()) {
      campaign.put("source", new Value.Text(source));
    }
    if (!medium.isEmpty()) {
      campaign.put("medium", new Value.Text(medium));
    }
    var event =
        new Event(
            new Event.Head(1, "m", Call.PAGE, "page", 5, 5),
            SourceKind.BROWSER,
            1,
            false,
            List.of(new Identifier("anonymous_id", "a")),
            Value.Fields.EMPTY,
            null,
            Value.Fields.EMPTY,
            fields(
                "campaign",
                new Value.Fields(campaign),
                "page",
                fields("referrer", referrer, "url", url)),
            Value.Fields.EMPTY);
    var touch = Touch.of(event);
    return touch == null ? null : touch.channel();
  }

  @Test
  void channelsAreToldByCampaignAndReferrer() {
    var shop = "https://shop.example/p";
    assertThat(channel("naver", "cpc", "", shop)).isEqualTo("paid_search");
    assertThat(channel("instagram", "cpc", "", shop)).isEqualTo("paid_social");
    assertThat(channel("kakao", "alimtalk", "", shop)).isEqualTo("message");
    assertThat(channel("news", "email", "https://mail.example/", shop)).isEqualTo("email");
    assertThat(channel("x", "poster", "", shop)).isEqualTo("campaign");
    assertThat(channel("", "", "https://search.naver.com/?q=x", shop)).isEqualTo("organic_search");
    assertThat(channel("", "", "https://blog.naver.com/x", shop)).isEqualTo("organic_social");
    assertThat(channel("", "", "https://m.youtube.com/x", shop)).isEqualTo("video");
    assertThat(channel("", "", "https://other.example/", shop)).isEqualTo("referral");
    assertThat(channel("", "", "https://box.com/", shop)).isEqualTo("referral");
    assertThat(channel("", "", "https://www.google.co.kr/", shop)).isEqualTo("organic_search");
    assertThat(channel("", "", "", shop + "?gclid=1")).isEqualTo("paid_search");
    assertThat(channel("", "", "", shop)).isEqualTo("direct");
    assertThat(channel("", "", "https://www.shop.example/", shop)).isNull();
  }
}
