package io.inyeon.core.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Purposes PURPOSES = Purposes.of(DefaultPurposes.all());
  private static final long NOW = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000L;

  private static Value.Fields rule(Object... members) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < members.length; i += 2) {
      fields.put(
          (String) members[i],
          switch (members[i + 1]) {
            case Integer days -> new Value.Decimal(BigDecimal.valueOf(days));
            case List<?> names ->
                new Value.Items(
                    names.stream().<Value>map(each -> new Value.Text((String) each)).toList());
            default -> new Value.Text(String.valueOf(members[i + 1]));
          });
    }
    return new Value.Fields(fields);
  }

  private static Retention.Read read(Value.Fields... rules) {
    return Retention.read(
        new Value.Fields(Map.of("rules", new Value.Items(List.of(rules)))), PURPOSES);
  }

  @Test
  void theLongestOfSeveralRulesCounts() {
    var purpose = PURPOSES.all().values().iterator().next();
    var read =
        read(
            rule("event", "Page Viewed", "days", 30),
            rule("event", "*", "days", 90),
            rule("trait", "phone", "days", 10),
            rule(
                "purpose",
                purpose.key(),
                "events",
                List.of("Page Viewed", "Searched"),
                "traits",
                List.of("phone")));
    assertThat(read.problems()).isEmpty();
    var terms = read.retention().terms(PURPOSES);
    var kept = purpose.retentionDays() == 0 ? Integer.MAX_VALUE : purpose.retentionDays();
    assertThat(terms.events())
        .containsEntry("Page Viewed", Math.max(30, kept))
        .containsEntry("Searched", kept);
    assertThat(terms.others()).isEqualTo(90);
    assertThat(terms.traits()).containsEntry("phone", Math.max(10, kept));
    assertThat(Retention.read(read.retention().written(), PURPOSES).retention())
        .isEqualTo(read.retention());
  }

  @Test
  void whatALawObligesToKeepStays() {
    var terms =
        read(rule("event", "Order Completed", "days", 30), rule("event", "*", "days", 60))
            .retention()
            .terms(PURPOSES);
    var law = List.of(new StatutoryRule("x", "", 12, Set.of("Order Completed", "Ad Seen")));
    var cutoffs = Retention.cutoffs(terms, law, NOW);
    var year = Instant.parse("2025-11-01T00:00:00Z").toEpochMilli();
    assertThat(cutoffs.events()).containsEntry("Order Completed", year);
    assertThat(cutoffs.events()).containsEntry("Ad Seen", year);
    assertThat(cutoffs.others()).isEqualTo(NOW - 60 * DAY);
    assertThat(Retention.cutoffs(terms, List.of(), NOW).events())
        .containsEntry("Order Completed", NOW - 30 * DAY);
    assertThat(Retention.cutoffs(Retention.NONE.terms(PURPOSES), law, NOW).none()).isTrue();
  }

  @Test
  void everyFaultIsToldAndNothingOfItCounts() {
    var read =
        read(
            rule("event", "A", "days", 0),
            rule("event", "A", "days", 5),
            rule("event", "A", "trait", "b", "days", 5),
            rule("purpose", "nothing", "events", List.of("X")),
            rule("purpose", "ads"),
            rule("trait", " ", "days", 5));
    assertThat(read.problems())
        .containsExactlyInAnyOrder(
            "invalid_days /rules/0/days",
            "named_twice /rules/1",
            "invalid_rule /rules/2",
            "unknown_purpose /rules/3/purpose",
            "nothing_named /rules/4",
            "invalid_rule /rules/5");
    assertThat(read.retention()).isEqualTo(Retention.NONE);
    assertThat(Retention.read(Value.Fields.EMPTY, PURPOSES).problems())
        .containsExactly("invalid_rules /rules");
  }
}
