package io.inyeon.runtime.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What is kept of an event is what counts of it, whatever it holds.
class MaskingTest {
  private static final Rules RULES =
      Rules.of(
          DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"),
          new NumberingPlans(),
          new LinearPatterns());
  private static final Source SOURCE =
      new Source("src_1", 1, "web", SourceKind.BROWSER, List.of(), true, 1, false, false, 0);
  private final Masking masking = new Masking(() -> RULES, _ -> SOURCE);

  private static Collected event(String json) {
    var bytes = json.getBytes(UTF_8);
    return new Collected(envelope(Value.Fields.EMPTY), bytes, JsonReader.event(bytes));
  }

  private static Envelope envelope(Value.Fields context) {
    return new Envelope(1, 1_790_000_000_000L, null, "e", null, context, 100);
  }

  private String masked(String json) {
    return new String(masking.masked(List.of(event(json))).getFirst().body(), UTF_8);
  }

  @Test
  void whatHoldsNothingIsTheSameObject() {
    var events =
        List.of(
            event("{\"type\":\"page\",\"context\":{\"ip\":\"203.0.113.0\"},\"n\":1795000000000}"));
    assertThat(masking.masked(events)).isSameAs(events);
  }

  @Test
  void aNumberWithoutQuotesBecomesATextOfTheSameLength() {
    assertThat(masked("{\"a\":4111111111111111}")).isEqualTo("{\"a\":\"**********1111\"}");
    assertThat(masked("{\"a\":[-4111111111111111]}")).isEqualTo("{\"a\":[\"***********1111\"]}");
    assertThat(masked("{\"a\":9001011234568 }")).isEqualTo("{\"a\":\"900101*****\" }");
  }

  @Test
  void whatNamesSomebodyLeavesNothing() {
    assertThat(masked("{\"userId\":\"x-4111111111111111\",\"messageId\":9001011234568}"))
        .isEqualTo("{\"userId\":\"                  \",\"messageId\":\"           \"}");
  }

  @Test
  void anAddressIsTruncatedInPlace() {
    assertThat(masked("{\"context\":{\"ip\":\"203.0.113.77\"}}"))
        .isEqualTo("{\"context\":{\"ip\":\"203.0.113.0\" }}");
    // Elsewhere the same text stays, so the event is written anew.
    assertThat(masked("{\"context\":{\"ip\":\"203.0.113.77\"},\"v\":\"203.0.113.77\"}"))
        .isEqualTo("{\"context\":{\"ip\":\"203.0.113.0\"},\"v\":\"203.0.113.77\"}");
  }

  private static List<String> listed(Collected event) {
    return event.envelope().context().fields("protocols").get("masked")
            instanceof Value.Items(var all)
        ? all.stream()
            .map(each -> (Value.Fields) each)
            .map(each -> each.text("code") + " " + each.text("path"))
            .toList()
        : List.of();
  }

  @Test
  void whatIsMaskedIsListed() {
    var json =
        "{\"properties\":{\"n\":4111111111111111,\"4111111111111111\":1},"
            + "\"context\":{\"ip\":\"203.0.113.77\",\"protocols\":{\"event_version\":\"2\"}}}";
    var one = masking.masked(List.of(event(json))).getFirst();
    assertThat(listed(one))
        .containsExactlyInAnyOrder(
            "card /properties/n", "card /properties/************1111", "ip /context/ip");
    var reading =
        (Reading.Understood)
            EventReader.read(
                one.envelope(),
                JsonReader.event(
                    "{\"type\":\"track\",\"event\":\"A\",\"userId\":\"u\",\"context\":{\"protocols\":{\"event_version\":\"2\"}}}"
                        .getBytes(UTF_8)),
                SOURCE,
                RULES.types());
    var protocols = reading.event().context().fields("protocols");
    assertThat(protocols.text("event_version")).isEqualTo("2");
    assertThat(protocols.get("masked")).isInstanceOf(Value.Items.class);
    assertThat(listed(masking.masked(List.of(event("{\"a\":1}"))).getFirst())).isEmpty();
  }

  @Test
  void whatABatchSaysForAllIsMasked() {
    var context =
        new Value.Fields(
            Map.of("ip", new Value.Text("203.0.113.77"), "n", new Value.Text("4111111111111111")));
    var bytes = "{}".getBytes(UTF_8);
    var one = new Collected(envelope(context), bytes, JsonReader.event(bytes));
    var kept = masking.masked(List.of(one, one)).getLast().envelope().context();
    assertThat(kept.text("ip")).isEqualTo("203.0.113.0");
    assertThat(kept.text("n")).isEqualTo("************1111");
    assertThat(listed(masking.masked(List.of(one)).getFirst()))
        .containsExactlyInAnyOrder("ip /context/ip", "card /context/n");
  }

  /// Whoever reads the bytes again reads what was decided; nothing forbidden is left; done twice it
  /// is the same.
  @Property(tries = 2_000)
  void whatIsKeptIsWhatCounts(@ForAll long seed) {
    var random = new Random(seed);
    var json = document(random, 0);
    if (random.nextInt(10) == 0) {
      json = json.substring(0, random.nextInt(json.length() + 1));
    }
    var masked = masking.masked(List.of(event(json))).getFirst();
    Body again = JsonReader.event(masked.body());
    assertThat(masked.parsed()).isEqualTo(again);
    assertThat(new String(masked.body(), UTF_8))
        .doesNotContain("4111111111111111")
        .doesNotContain("4111-1111-1111-1111")
        .doesNotContain("900101-1234568");
    assertThat(masking.masked(List.of(masked)).getFirst().body()).isEqualTo(masked.body());
  }

  private static String document(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 9 : 12)) {
      case 0 -> "4111111111111111";
      case 1 -> "\"4111-1111-1111-1111\"";
      case 2 -> "\"a 900101-1234568 b\"";
      case 3 -> "\"203.0.113.77\"";
      case 4 -> "\"\\u0034111111111111111\"";
      case 5 -> "1795000000000";
      case 6 -> "\"\\\"203.0.113.77\\\"\"";
      case 7 -> "\"2001:db8:1:2::5\"";
      case 8 -> "null";
      case 9 -> "[" + document(random, depth + 1) + "," + document(random, depth + 1) + "]";
      default -> {
        var names =
            new String[] {
              "ip", "userId", "context", "traits", "a", "email", "messageId", "4111111111111111"
            };
        yield "{\""
            + names[random.nextInt(names.length)]
            + "\":"
            + document(random, depth + 1)
            + ",\""
            + names[random.nextInt(names.length)]
            + "\": "
            + document(random, depth + 1)
            + "}";
      }
    };
  }
}
