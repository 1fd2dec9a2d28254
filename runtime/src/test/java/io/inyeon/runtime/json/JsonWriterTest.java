package io.inyeon.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {
  @Test
  void fieldsAreWrittenAsTheyCame() {
    var json =
        new JsonWriter()
            .startObject()
            .text("id", "가\"\n")
            .text("none", null)
            .number("n", -3)
            .decimal("d", new BigDecimal("1.50"))
            .truth("t", true)
            .time("at", 0)
            .startArray("l")
            .startObject()
            .endObject()
            .value(Value.Nothing.NOTHING)
            .endArray()
            .startObject("o")
            .value("v", new Value.Time(Instant.EPOCH))
            .endObject()
            .endObject();
    assertThat(new String(json.bytes(), UTF_8))
        .isEqualTo(
            "{\"id\":\"가\\\"\\n\",\"n\":-3,\"d\":1.50,\"t\":true,\"at\":\"1970-01-01T00:00:00Z\","
                + "\"l\":[{},null],\"o\":{\"v\":\"1970-01-01T00:00:00Z\"}}");
  }

  @Test
  void hugeExponentsStayShort() {
    var json = JsonWriter.bytes(new Value.Decimal(new BigDecimal("1e2000000000")));
    assertThat(new String(json, UTF_8)).isEqualTo("1E+2000000000");
  }

  @Test
  void halvesOfSurrogatePairsSurvive() {
    var text = new Value.Text("x\ud800y\udc00😀힣｡");
    var json = JsonWriter.bytes(text);
    assertThat(JsonReader.event(json)).isEqualTo(text);
    assertThat(new String(json, UTF_8)).startsWith("\"x\\u").contains("힣");
  }
}
