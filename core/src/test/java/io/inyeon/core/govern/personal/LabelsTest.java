package io.inyeon.core.govern.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.personal.Labels.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Who may see which fields, and what is proposed.
class LabelsTest {
  private static Value.Fields label(String field, String grade, String... purposes) {
    var items = new ArrayList<Value>();
    for (var purpose : purposes) {
      items.add(new Value.Text(purpose));
    }
    return new Value.Fields(
        Map.of(
            "field", new Value.Text(field),
            "class", new Value.Text(grade),
            "purposes", new Value.Items(items)));
  }

  private static Labels labels(String unlabelled, Value.Fields... all) {
    var written =
        new Value.Fields(
            Map.of(
                "unlabelled", new Value.Text(unlabelled),
                "labels", new Value.Items(List.of(all))));
    if (Labels.read(1, written, Set.of("ads", "analytics")::contains)
        instanceof Reading.Good(var labels)) {
      return labels;
    }
    throw new AssertionError(Labels.read(1, written, _ -> true).toString());
  }

  @Test
  void aLabelSpeaksOfAllBelowAndTheNearestCounts() {
    var seen =
        labels(
                "shown",
                label("/traits/address", "personal", "ads"),
                label("/traits/address/city", "none"),
                label("/properties/products/*/note", "sensitive"))
            .seenFor("analytics");
    assertThat(seen.field("/traits/address/street")).isFalse();
    assertThat(seen.field("/traits/address/city")).isTrue();
    assertThat(seen.field("/properties/products/3/note")).isFalse();
    assertThat(seen.field("/properties/products/3/name")).isTrue();
    assertThat(seen.everything()).isFalse();
  }

  @Test
  void identifiersGoByTheirOwnLabelOrTheTraits() {
    var byTrait = labels("shown", label("/traits/email", "personal", "ads"));
    assertThat(byTrait.seenFor("analytics").identifier("email")).isFalse();
    assertThat(byTrait.seenFor("ads").identifier("email")).isTrue();
    assertThat(byTrait.seenFor("analytics").identifier("user_id")).isTrue();
    var own =
        labels(
            "shown",
            label("/traits/email", "personal", "ads"),
            label("/identifiers/email", "none"));
    assertThat(own.seenFor("analytics").identifier("email")).isTrue();
  }

  @Test
  void whatNobodyLabelledCanBeHidden() {
    var seen = labels("hidden", label("/traits/city", "none")).seenFor("ads");
    assertThat(seen.trait("city")).isTrue();
    assertThat(seen.trait("email")).isFalse();
    var hidden = new ArrayList<String>();
    var event =
        new Value.Fields(
            Map.of(
                "type", new Value.Text("track"),
                "userId", new Value.Text("kim"),
                "properties",
                    new Value.Fields(Map.of("total", new Value.Decimal(BigDecimal.ONE)))));
    var told = seen.event(event, hidden);
    assertThat(told.text("type")).isEqualTo("track");
    assertThat(told.get("userId")).isNull();
    assertThat(hidden).containsExactlyInAnyOrder("/userId", "/properties/total");
  }

  @Test
  void allThatIsWrongIsTold() {
    var written =
        new Value.Fields(
            Map.of(
                "labels",
                new Value.Items(
                    List.of(
                        label("/traits", "personal"),
                        label("/elsewhere/a", "personal"),
                        label("/traits/a", "secret"),
                        label("/traits/b", "personal", "nothing")))));
    if (!(Labels.read(1, written, _ -> false) instanceof Reading.Bad(var problems))) {
      throw new AssertionError("they are no labels");
    }
    assertThat(problems)
        .extracting(each -> each.code() + " " + each.path())
        .containsExactly(
            "invalid_place /labels/0/field",
            "invalid_place /labels/1/field",
            "unknown_class /labels/2/class",
            "unknown_purpose /labels/3/purposes");
  }

  @Test
  void labelsAreProposedByMostValuesOrByTheName() {
    var proposals = new Proposals();
    for (var i = 0; i < 10; i++) {
      proposals.add(
          "traits",
          new Value.Fields(
              Map.of(
                  "contact", new Value.Text("kim" + i + "@example.kr"),
                  "note", new Value.Text(i == 0 ? "kim@example.kr" : "안녕하세요"),
                  "religion", new Value.Text("none"),
                  "city", new Value.Text("서울"))));
    }
    proposals.add(
        "properties", new Value.Fields(Map.of("memo", new Value.Text("4111-1111-1111-1111"))));
    assertThat(proposals.proposals())
        .extracting(each -> each.field() + " " + each.grade() + " " + each.kinds())
        .containsExactly(
            "/properties/memo SENSITIVE [CARD]",
            "/traits/contact PERSONAL [EMAIL]",
            "/traits/religion SPECIAL []");
  }

  @Property
  void anyTextIsRecognisedOrNot(@ForAll String field, @ForAll String any) {
    for (var value :
        List.of(any, any + "@example.com", "010-1234-5678" + any, any + " 로 12", "M1" + any)) {
      assertThat(Recogniser.of(field, value)).isSubsetOf(PersonalKind.values());
    }
  }
}
