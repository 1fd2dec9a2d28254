package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class BodyTest {
  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  @Test
  void writesAnObjectWithAllKindsOfMembers() {
    var body = new Body().start().text("a", "김민준 \"\\\n").number("b", -7).truth("c", true);
    body.nothing("d").open("e").close().list("f").item().text("g", "é").close().item().close();
    assertThat(text(body.endList().done()))
        .isEqualTo(
            "{\"a\":\"김민준 \\\"\\\\\\u000a\",\"b\":-7,\"c\":true,\"d\":null,\"e\":{},"
                + "\"f\":[{\"g\":\"é\"},{}]}");
  }

  @Test
  void canBeUsedAgain() {
    var body = new Body();
    body.start().text("first", "x".repeat(10_000)).done();
    assertThat(text(body.start().done())).isEqualTo("{}");
  }

  @Test
  void writesTheTimeOfSeoulForTheTills() {
    var at = Instant.parse("2026-02-28T15:00:09.999Z").toEpochMilli();
    assertThat(text(new Body().start().seoulTime("at", at).done()))
        .isEqualTo("{\"at\":\"2026-03-01T00:00:09+09:00\"}");
  }

  @Property(tries = 300)
  void writesInstantsAsTheyAreReadEverywhere(
      @ForAll @LongRange(min = -2_000_000_000_000L, max = 4_000_000_000_000L) long ms) {
    var json = text(new Body().start().time("at", ms).done());
    assertThat(Instant.parse(json.substring(7, json.length() - 2)).toEpochMilli()).isEqualTo(ms);
    assertThat(json).hasSize("{'at':'2026-01-01T00:00:00.000Z'}".length());
  }

  @Property(tries = 300)
  void writesAnyTextSoThatItIsReadAsItWas(@ForAll String text) {
    var fields = Answers.read(new Body().start().text("it", text).done());
    assertThat(fields.text("it")).isEqualTo(text);
  }

  @Test
  void writesUuidsOfVersion4() {
    var json = text(new Body().start().uuid("id", "ajs-", Dice.of(1)).done());
    assertThat(json)
        .matches(
            "\\{\"id\":\"ajs-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-"
                + "[0-9a-f]{12}\"}");
  }
}
