package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EncoderTest {
  @Property(tries = 500)
  void numbersComeBack(@ForAll long number) {
    var decoder = new Decoder(new Encoder().varint(number).signed(number).toBytes());
    assertThat(decoder.varint()).isEqualTo(number);
    assertThat(decoder.signed()).isEqualTo(number);
    decoder.end();
  }

  @Property(tries = 1000)
  void anyTextComesBackLoneSurrogatesToo(@ForAll("texts") String text) {
    var decoder = new Decoder(new Encoder().text(text).optional(text).optional(null).toBytes());
    assertThat(decoder.text()).isEqualTo(text);
    assertThat(decoder.optional()).isEqualTo(text);
    assertThat(decoder.optional()).isNull();
    decoder.end();
  }

  @Property(tries = 1000)
  void aNameIsTheTextThatWasWrittenHoweverManyOthersWereReadBefore(@ForAll("texts") String text) {
    var decoder = new Decoder(new Encoder().text(text).text(text).octet(9).toBytes());
    assertThat(decoder.name()).isEqualTo(text);
    assertThat(decoder.name()).isEqualTo(text);
    assertThat(decoder.octet()).isEqualTo(9);
  }

  @Test
  void aNameReadTwiceIsOneObject() {
    var bytes = new Encoder().text("Order Completed").text("주문 완료").toBytes();
    var first = new Decoder(bytes);
    var second = new Decoder(bytes);
    assertThat(second.name()).isSameAs(first.name());
    assertThat(second.name()).isSameAs(first.name());
  }

  @Property(tries = 1000)
  void anIdComesBackBeItAUuidOrNot(
      @ForAll("texts") String text, @ForAll long high, @ForAll long low) {
    var uuid = new UUID(high, low).toString();
    var nearly = uuid.replace('-', '_');
    var encoder = new Encoder().id(uuid).id(text).id(uuid.toUpperCase(Locale.ROOT)).id(nearly);
    var decoder = new Decoder(encoder.toBytes());
    assertThat(decoder.id()).isEqualTo(uuid);
    assertThat(decoder.id()).isEqualTo(text);
    assertThat(decoder.id()).isEqualTo(uuid.toUpperCase(Locale.ROOT));
    assertThat(decoder.id()).isEqualTo(nearly);
    decoder.end();
    assertThat(new Encoder().id(uuid).size()).isEqualTo(17);
  }

  @Property(tries = 1000)
  void anyValueComesBack(@ForAll("values") Value value) {
    var decoder = new Decoder(new Encoder().value(value).toBytes());
    assertThat(decoder.value()).isEqualTo(value);
    decoder.end();
  }

  @Property(tries = 2000)
  void whateverTheBytesAreTheyDecodeOrAreRefused(@ForAll byte[] bytes) {
    try {
      var value = new Decoder(bytes).value();
      assertThat(new Decoder(new Encoder().value(value).toBytes()).value()).isEqualTo(value);
    } catch (Undecodable refused) {
      assertThat(refused).hasMessageContaining("at byte");
    }
  }

  @Property(tries = 500)
  void aTruncatedValueIsRefused(@ForAll("values") Value value, @ForAll int cut) {
    var bytes = new Encoder().value(value).toBytes();
    var decoder = new Decoder(bytes, 0, Math.floorMod(cut, bytes.length));
    assertThatThrownBy(decoder::value).isInstanceOf(Undecodable.class);
  }

  @Test
  void textsOfEveryLengthAroundTheLengthsBoundariesComeBack() {
    for (var unit : List.of("a", "é", "한", "😀", "\uD800")) {
      for (var length : List.of(0, 1, 31, 32, 42, 43, 63, 64, 127, 128, 5461, 5462, 20_000)) {
        var text = unit.repeat(length);
        var decoder = new Decoder(new Encoder().text(text).octet(7).toBytes());
        assertThat(decoder.text()).isEqualTo(text);
        assertThat(decoder.octet()).isEqualTo(7);
      }
    }
  }

  @Test
  void aValueNestedTooDeepIsRefusedOnBothSides() {
    Value deep = new Value.Truth(true);
    var encoder = new Encoder();
    for (var i = 0; i < Encoder.MAX_DEPTH; i++) {
      deep = new Value.Items(List.of(deep));
      encoder.octet(Encoder.ITEMS).varint(1);
    }
    var value = deep;
    assertThatThrownBy(() -> new Encoder().value(value))
        .isInstanceOf(IllegalArgumentException.class);
    var decoder = new Decoder(encoder.octet(Encoder.TRUE).toBytes());
    assertThatThrownBy(decoder::value).isInstanceOf(Undecodable.class);
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ascii().ofMaxLength(200),
        Arbitraries.strings().all().ofMaxLength(100),
        Arbitraries.strings().withChars("a가\uD83D\uDE00é").ofMaxLength(100));
  }

  @Provide
  static Arbitrary<Value> values() {
    return Arbitraries.recursive(
        EncoderTest::plainValues,
        inner ->
            Arbitraries.oneOf(
                plainValues(),
                inner.list().ofMaxSize(4).map(Value.Items::new),
                Arbitraries.maps(texts(), inner)
                    .ofMaxSize(4)
                    .map(map -> new Value.Fields(new LinkedHashMap<>(map)))),
        2);
  }

  private static Arbitrary<Value> plainValues() {
    return Arbitraries.oneOf(
        texts().map(Value.Text::new),
        Arbitraries.longs().map(n -> new Value.Decimal(BigDecimal.valueOf(n, (int) (n % 40)))),
        Arbitraries.of("1E+2147483647", "-1E-2147483647", "123456789012345678901234567890.5")
            .map(n -> new Value.Decimal(new BigDecimal(n))),
        Arbitraries.of(true, false).map(Value.Truth::new),
        Arbitraries.longs()
            .between(-1_000_000_000_000_000L, 1_000_000_000_000_000L)
            .map(ms -> new Value.Time(Instant.ofEpochMilli(ms))),
        Arbitraries.just(Value.Nothing.NOTHING));
  }
}
