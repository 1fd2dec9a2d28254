package io.inyeon.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.BatchReading.Batch;
import io.inyeon.runtime.json.BatchReading.Malformed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class JsonPropertyTest {
  /// Pieces that a mutation puts in: what breaks parsers.
  private static final List<byte[]> PIECES =
      List.of(
          new byte[] {0},
          new byte[] {(byte) 0xFF},
          new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
          new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
          "\"".getBytes(UTF_8),
          "\\".getBytes(UTF_8),
          "\\ud800".getBytes(UTF_8),
          "{".getBytes(UTF_8),
          "}".getBytes(UTF_8),
          "]".getBytes(UTF_8),
          "[".repeat(80).getBytes(UTF_8),
          ("[".repeat(80) + "]".repeat(80)).getBytes(UTF_8),
          "{\"a\":".repeat(70).getBytes(UTF_8),
          "1e".getBytes(UTF_8),
          "9".repeat(1_100).getBytes(UTF_8),
          ",".getBytes(UTF_8),
          ":".getBytes(UTF_8),
          "null".getBytes(UTF_8),
          ",\"batch\":[]".getBytes(UTF_8),
          " ".getBytes(UTF_8));

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(@ForAll("values") Value value) {
    assertThat(JsonReader.event(JsonWriter.bytes(value))).isEqualTo(value);
  }

  @Property(tries = 2_000)
  void anElementOfABatchIsReadAsItIsAlone(
      @ForAll("values") Value first,
      @ForAll("values") Value second,
      @ForAll("edits") List<Edit> edits) {
    var json =
        new JsonWriter()
            .startObject()
            .value("context", first)
            .startArray("batch")
            .value(first)
            .value(second)
            .value(first)
            .endArray()
            .text("sentAt", "2026-01-01T00:00:00Z")
            .endObject()
            .bytes();
    for (var edit : edits) {
      json = edit.apply(json);
    }
    switch (JsonReader.batch(json, 10)) {
      case Malformed(var code, _) ->
          assertThat(code)
              .isIn(
                  "invalid_json",
                  "no_batch",
                  "too_many_events",
                  "too_deep",
                  "number_too_long",
                  "number_out_of_range");
      case Batch batch -> {
        for (var element : batch.elements()) {
          assertThat(JsonReader.event(element.bytes())).isEqualTo(element.body());
        }
      }
    }
    var alone = JsonReader.event(json);
    assertThat(JsonReader.event(json.clone())).isEqualTo(alone);
  }

  @Property(tries = 1_000)
  void randomBytesAreReadOrRefused(@ForAll byte[] bytes) {
    assertThat(JsonReader.event(bytes)).isNotNull();
    assertThat(JsonReader.batch(bytes, 10)).isNotNull();
  }

  /// Replaces some bytes by others.
  record Edit(double at, int remove, int piece) {
    byte[] apply(byte[] bytes) {
      var from = (int) (at * bytes.length);
      var to = Math.min(bytes.length, from + remove);
      var put = PIECES.get(piece);
      var result = Arrays.copyOf(bytes, from + put.length + bytes.length - to);
      System.arraycopy(put, 0, result, from, put.length);
      System.arraycopy(bytes, to, result, from + put.length, bytes.length - to);
      return result;
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    var edit =
        net.jqwik.api.Combinators.combine(
                Arbitraries.doubles().between(0, 1),
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, PIECES.size() - 1))
            .as(Edit::new);
    return edit.list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<Value> values() {
    Arbitrary<Value> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(Value.Text::new),
            Arbitraries.strings().ascii().ofMaxLength(8).map(Value.Text::new),
            Arbitraries.bigDecimals().map(Value.Decimal::new),
            Arbitraries.longs().map(each -> new Value.Decimal(BigDecimal.valueOf(each))),
            Arbitraries.of(true, false).map(Value.Truth::new),
            Arbitraries.just(Value.Nothing.NOTHING));
    return Arbitraries.recursive(
        () -> leaf,
        inner ->
            Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(Value.Items::new),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), inner)
                    .ofMaxSize(3)
                    .map(Value.Fields::new)),
        0,
        3);
  }
}
