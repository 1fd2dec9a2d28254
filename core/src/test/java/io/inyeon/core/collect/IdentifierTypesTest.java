package io.inyeon.core.collect;

import static io.inyeon.core.collect.Sent.TYPES;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTypesTest {
  private static @Nullable String normalised(String type, String written) {
    var identifier = TYPES.normalise(type, written);
    return identifier == null ? null : identifier.value();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "email, ' Kim@Example.KR ', kim@example.kr",
        "email, 'ÉCOLE@example.fr', école@example.fr",
        "email, 'İ@x.kr', i̇@x.kr",
        "user_id, ' Kim ', Kim",
        "user_id, '\u3000\uFEFFKim\u200B\u00A0', Kim",
        "user_id, 'e\u0301', \u00E9",
        "user_id, '\u1100\u1161', 가",
        "user_id, 김민수, 김민수",
        "anonymous_id, A-b, A-b",
        "crm_id, 'a b', 'a b'",
        "phone, 010-1234-5678, +821012345678",
        "phone, +82 10 1234 5678, +821012345678",
      })
  void aValueIsBroughtToItsOneForm(String type, String written, String value) {
    assertThat(normalised(type, written)).isEqualTo(value);
  }

  @Test
  void whatIsNoIdentifierGivesNone() {
    for (var none :
        List.of("", " ", "\u200B", "a\tb", "a\u0000", "\u007F", "\uD83D", "x".repeat(513))) {
      assertThat(normalised("user_id", none)).as(none).isNull();
    }
    assertThat(normalised("phone", "twelve")).isNull();
    assertThat(normalised("user_id", "😀")).isEqualTo("😀");
    assertThat(normalised("user_id", "x".repeat(512))).hasSize(512);
    // In NFC it would be three times as long.
    assertThat(normalised("user_id", "\uFB2C".repeat(200))).isNull();
  }

  @Property(tries = 1000)
  void normalisingTwiceIsNormalisingOnce(@ForAll("written") String written) {
    for (var type : List.of("user_id", "email", "crm_id", "phone")) {
      var once = TYPES.normalise(type, written);
      if (once != null) {
        assertThat(TYPES.normalise(type, once.value())).isEqualTo(once);
        assertThat(Normalizer.isNormalized(once.value(), Normalizer.Form.NFC)).isTrue();
        assertThat(once.value()).hasSizeLessThanOrEqualTo(512).isEqualTo(once.value().strip());
      }
    }
  }

  @Property(tries = 500)
  void whatLooksTheSameIsTheSame(@ForAll("written") String written) {
    var composed = Normalizer.normalize(written, Normalizer.Form.NFC);
    var apart = Normalizer.normalize(written, Normalizer.Form.NFD);
    if (apart.length() <= 512) {
      assertThat(normalised("user_id", apart)).isEqualTo(normalised("user_id", composed));
      assertThat(normalised("email", apart)).isEqualTo(normalised("email", composed));
    }
  }

  @Provide
  Arbitrary<String> written() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.strings()
            .withChars("aAİıJǰΣσςÉé가각ᄀ\u1161\u11A8\u0301\u030C\u0307\u212A\u2126 \u00A0\uFEFF'")
            .ofMaxLength(12),
        Arbitraries.strings().withChars("0123456789+- ()").ofMaxLength(16));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "000",
        "0-0",
        "-",
        "00000000-0000-0000-0000-000000000000",
        "-1",
        "null",
        "NULL",
        "undefined",
        "None",
        "nil",
        "NaN",
        "Anonymous",
        "guest",
        "unknown",
        "[object Object]",
        "true",
        "FALSE",
        "\"null\"",
        "'null'",
        "“Guest”",
        "'\"none\"'",
        "\" nil \"",
        "\"\"",
        "''"
      })
  void whatNamesNobodyIsBlocked(String value) {
    for (var type : List.of("user_id", "email", "anonymous_id", "ios.idfa", "some_custom_type")) {
      assertThat(TYPES.blocked(Objects.requireNonNull(TYPES.normalise(type, value))))
          .as(type)
          .isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-2", "nullable", "guest1", "a", "0a", "truest", "'kim'", "no"})
  void whatMayNameSomebodyIsNot(String value) {
    assertThat(TYPES.blocked(new Identifier("user_id", value))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"crm_id, crm_id", "' Kakao.ID-2 ', kakao.id-2", "crm id, -", "crm:id, -", "'', -"})
  void aTypesNameHasOneForm(String written, @Nullable String name) {
    assertThat(IdentifierTypes.typeName(written)).isEqualTo(name);
  }

  @Test
  void theDefaultOrderIsThatOfTheDesign() {
    var types = Sent.RULES.document().withTypes(List.of("zoo", "art"));
    assertThat(types.version()).isEqualTo(1);
    assertThat(types.types().stream().map(IdentifierType::name))
        .containsExactly(
            "user_id",
            "email",
            "phone",
            "art",
            "zoo",
            "android.id",
            "android.idfa",
            "ios.id",
            "ios.idfa",
            "android.push_token",
            "ios.push_token",
            "anonymous_id",
            "row");
    assertThat(types.types().stream().filter(IdentifierType::anchor).map(IdentifierType::name))
        .containsExactly("user_id");
    assertThat(types.types().stream().map(IdentifierType::limit))
        .containsExactly(0, 5, 3, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(types.types())
        .allMatch(type -> type.sharedAbove() == 20 && type.hubAbove() == 1_000);
  }

  @Test
  void identifiersAreOrderedByStrengthThenNameThenBytes() {
    var ids =
        List.of(
            new Identifier("user_id", "u"),
            new Identifier("email", "a"),
            new Identifier("phone", "+82"),
            new Identifier("art", "9"),
            new Identifier("zoo", "1"),
            new Identifier("zoo", "\uFFFD"),
            new Identifier("zoo", "😀"),
            new Identifier("ios.id", "d"),
            new Identifier("anonymous_id", "a"));
    assertThat(ids.reversed().stream().sorted(TYPES.strongestFirst()).toList()).isEqualTo(ids);
  }
}
