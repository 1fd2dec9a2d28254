package io.inyeon.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.json.BatchReading.Batch;
import io.inyeon.runtime.json.BatchReading.Element;
import io.inyeon.runtime.json.BatchReading.Malformed;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
  @Test
  void valuesKeepTheirKindAndOrder() {
    var read =
        (Value.Fields)
            event("{\"b\":\"가\",\"a\":1.50,\"t\":true,\"f\":false,\"n\":null,\"l\":[1,\"x\",{}]}");
    assertThat(read.values().keySet()).containsExactly("b", "a", "t", "f", "n", "l");
    assertThat(read.text("b")).isEqualTo("가");
    assertThat(read.get("a")).isEqualTo(new Value.Decimal(new BigDecimal("1.50")));
    assertThat(read.get("t")).isEqualTo(new Value.Truth(true));
    assertThat(read.get("f")).isEqualTo(new Value.Truth(false));
    assertThat(read.values().get("n")).isEqualTo(Value.Nothing.NOTHING);
    assertThat(read.get("l"))
        .isEqualTo(
            new Value.Items(
                List.of(
                    new Value.Decimal(BigDecimal.ONE),
                    new Value.Text("x"),
                    new Value.Fields(java.util.Map.of()))));
  }

  @Test
  void ofDuplicateNamesTheLastWins() {
    assertThat(((Value.Fields) event("{\"a\":1,\"a\":2}")).get("a"))
        .isEqualTo(new Value.Decimal(BigDecimal.TWO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "1",
        "123456789012345678",
        "1234567890123456789",
        "123456789012345678901234567890",
        "0.1",
        "-1.50",
        "1e400",
        "1E-999999999",
        "-1.5e2147483647"
      })
  void numbersAreExact(String number) {
    assertThat(event(number)).isEqualTo(new Value.Decimal(new BigDecimal(number)));
  }

  @Test
  void aNumberOfMoreThanAThousandCharactersMakesItsEventUnfit() {
    assertThat(event("{\"a\":{\"b\":" + "1".repeat(1_000) + "}}")).isInstanceOf(Value.class);
    var unfit = (Body.Unfit) event("{\"a\":{\"b\":" + "1".repeat(1_001) + "},\"c\":2}");
    assertThat(unfit.why()).isEqualTo(new Violation("number_too_long", "/a/b", "1".repeat(40)));
    assertThat(((Value.Fields) unfit.rest()).get("c")).isNotNull();
    assertThat(event("1".repeat(500_000))).isInstanceOf(Body.Unfit.class);
    assertThat(event("0." + "1".repeat(500_000))).isInstanceOf(Body.Unfit.class);
  }

  @Test
  void anExponentBeyondAllUseMakesItsEventUnfit() {
    var unfit = (Body.Unfit) event("[1e99999999999]");
    assertThat(unfit.why()).isEqualTo(new Violation("number_out_of_range", "/0", "1e99999999999"));
  }

  @Test
  void sixtyFourLevelsAreReadAndSixtyFiveAreTooDeep() {
    assertThat(event("[".repeat(64) + "]".repeat(64))).isInstanceOf(Value.Items.class);
    var unfit = (Body.Unfit) event("{\"messageId\":\"m\",\"a\":" + nested(64) + ",\"z\":1}");
    assertThat(unfit.why()).isEqualTo(new Violation("too_deep", "/a" + "/0".repeat(63), ""));
    assertThat(((Value.Fields) unfit.rest()).text("messageId")).isEqualTo("m");
    assertThat(((Value.Fields) unfit.rest()).get("z")).isNotNull();
  }

  @Test
  void whateverIsNestedTooDeepIsPassedOverAtOnce() {
    assertThat(code(event(nested(250_000)))).isEqualTo("too_deep");
    assertThat(code(event("{\"a\":".repeat(80_000) + "1" + "}".repeat(80_000))))
        .isEqualTo("too_deep");
    assertThat(code(event("[".repeat(500_000)))).isEqualTo("invalid_json");
    assertThat(code(event("[".repeat(70) + "}".repeat(70)))).isEqualTo("invalid_json");
    assertThat(code(event(nested(70) + "]".repeat(9)))).isEqualTo("invalid_json");
    assertThat(code(event(nested(70) + "]]]{"))).isEqualTo("invalid_json");
    var brackets = "{\"a\":" + "[".repeat(90) + "\"]]\\\"]]\"" + "]".repeat(90) + "}";
    assertThat(code(event(brackets))).isEqualTo("too_deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "[1,]",
        "{\"a\":1,}",
        "01",
        "1.",
        ".5",
        "+1",
        "NaN",
        "Infinity",
        "tru",
        "nulll",
        "\"\u0001\"",
        "\"\\x\"",
        "\"\\u12\"",
        "{} {}",
        "1 2",
        "/* */1",
        "\uFEFF\uFEFF1"
      })
  void whatIsNoJsonIsSaidToBeNone(String text) {
    assertThat(code(event(text))).isEqualTo("invalid_json");
  }

  @Test
  void otherEncodingsAreNoJson() {
    for (var charset : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")) {
      assertThat(
              code(
                  JsonReader.event(
                      "{\"a\":1}".getBytes(java.nio.charset.Charset.forName(charset)))))
          .isEqualTo("invalid_json");
    }
    assertThat(code(JsonReader.event(new byte[] {'"', (byte) 0xC3, '"'})))
        .isEqualTo("invalid_json");
  }

  @Test
  void aByteOrderMarkIsTolerated() {
    assertThat(event("\uFEFF{\"a\":\"b\"}")).isEqualTo(event("{\"a\":\"b\"}"));
    var batch = batch("\uFEFF {\"batch\":[{\"a\":1}, {\"b\":2}]}");
    assertThat(bodies(batch)).containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void halvesOfSurrogatePairsAndNulCharactersAreText() {
    assertThat(event("\"\\ud800\"")).isEqualTo(new Value.Text("\ud800"));
    assertThat(event("\"a\\u0000b\"")).isEqualTo(new Value.Text("a\0b"));
    assertThat(event("\"\\ud83d\\ude00\"")).isEqualTo(new Value.Text("😀"));
  }

  @Test
  void aBatchGivesEachElementItsOwnBytes() {
    var first = "{ \"type\" : \"track\",\n \"n\":1.0 }";
    var batch =
        batch(
            "{\"sentAt\":\"s\",\"batch\" : [ "
                + first
                + " ,\t12.5 ,\"t\\\"],\", null,true ,[ 1 ]\n,{}]"
                + ",\"context\":{\"library\":{\"name\":\"java\"}},\"writeKey\":\"w\",\"x\":[{}]"
                + ",\"integrations\":{\"All\":false}} ");
    assertThat(bodies(batch))
        .containsExactly(first, "12.5", "\"t\\\"],\"", "null", "true", "[ 1 ]", "{}");
    assertThat(batch.sentAt()).isEqualTo("s");
    assertThat(batch.writeKey()).isEqualTo("w");
    assertThat(batch.context().fields("library").text("name")).isEqualTo("java");
    assertThat(batch.integrations().get("All")).isEqualTo(new Value.Truth(false));
    for (var element : batch.elements()) {
      assertThat(JsonReader.event(element.bytes())).isEqualTo(element.body());
    }
  }

  @Test
  void oneUnfitElementHarmsNoOther() {
    var deep = "{\"messageId\":\"deep\",\"a\":" + nested(100_000) + "}";
    var batch = batch("{\"batch\":[{\"a\":1}," + deep + ",{\"a\":2},{\"n\":1e9999999999}]}");
    assertThat(bodies(batch)).element(1).isEqualTo(deep);
    assertThat(batch.elements().stream().map(each -> code(each.body())))
        .containsExactly("", "too_deep", "", "number_out_of_range");
    for (var element : batch.elements()) {
      assertThat(JsonReader.event(element.bytes())).isEqualTo(element.body());
    }
  }

  @Test
  void whatStandsAroundTheEventsMayBeAnythingOrMissing() {
    var bare = batch("{\"batch\":[],\"context\":[],\"sentAt\":{\"a\":[1]},\"writeKey\":7}");
    assertThat(bare.elements()).isEmpty();
    assertThat(bare.context()).isEqualTo(Value.Fields.EMPTY);
    assertThat(bare.sentAt()).isNull();
    assertThat(bare.writeKey()).isNull();
    assertThat(batch("{\"sentAt\":1700000000000,\"batch\":[]}").sentAt())
        .isEqualTo("1700000000000");
    assertThat(batch("{\"batch\":[1],\"batch\":[2,3]}").elements()).hasSize(2);
  }

  @Test
  void whatIsNoBatchIsRefusedWithItsReason() {
    assertThat(malformed("{\"batch\":{}}")).isEqualTo("no_batch");
    assertThat(malformed("{\"batch\":null}")).isEqualTo("no_batch");
    assertThat(malformed("{}")).isEqualTo("no_batch");
    assertThat(malformed("[{}]")).isEqualTo("no_batch");
    assertThat(malformed("{\"batch\":[{}]")).isEqualTo("invalid_json");
    assertThat(malformed("{\"batch\":[{\"a\":}]}")).isEqualTo("invalid_json");
    assertThat(malformed("{\"batch\":[]}{}")).isEqualTo("invalid_json");
    assertThat(malformed("{\"batch\":[]," + "\"x\":" + "[".repeat(400_000)))
        .isEqualTo("invalid_json");
    assertThat(malformed("{\"batch\":[],\"context\":{\"a\":" + nested(64) + "}}"))
        .isEqualTo("too_deep");
    assertThat(malformed("{\"batch\":[" + "1,".repeat(2_500) + "1]}")).isEqualTo("too_many_events");
    assertThat(batch("{\"batch\":[" + "1,".repeat(2_499) + "1]}").elements()).hasSize(2_500);
    assertThat(batch("{\"batch\":[1],\"x\":" + nested(100_000) + "}").elements()).hasSize(1);
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static Body event(String json) {
    return JsonReader.event(json.getBytes(UTF_8));
  }

  private static Batch batch(String json) {
    return (Batch) JsonReader.batch(json.getBytes(UTF_8), 2_500);
  }

  private static String malformed(String json) {
    return ((Malformed) JsonReader.batch(json.getBytes(UTF_8), 2_500)).code();
  }

  private static String code(Body body) {
    return switch (body) {
      case Value _ -> "";
      case Body.Unfit(var why, _) -> why.code();
    };
  }

  private static List<String> bodies(Batch batch) {
    return batch.elements().stream()
        .map(Element::bytes)
        .map(each -> new String(each, UTF_8))
        .toList();
  }
}
