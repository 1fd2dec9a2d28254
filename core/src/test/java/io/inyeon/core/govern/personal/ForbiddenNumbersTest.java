package io.inyeon.core.govern.personal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Card and resident numbers in any text.
class ForbiddenNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4111111111111111 | ************1111",
        "4111-1111-1111-1111 | ****-****-****-1111",
        "pay 4111 1111 1111 1111! | pay **** **** **** 1111!",
        "5555.5555.5555.4444 | ****.****.****.4444",
        "378282246310005 | ***********0005",
        "3782 822463 10005 | **** ****** *0005",
        "카드4111111111111111번 | 카드************1111번",
        "4111%201111%201111%201111 | ****%20****%20****%201111",
        "4111–1111–1111–1111 | ****–****–****–1111",
        "4111111111111111.0 | ************1111.0",
        "a\\n4111111111111111 | a\\n************1111",
        "900101-1234568 | 900101-*******",
        "9001011234568 | 900101*******",
        "주민번호 0001013000009 입니다 | 주민번호 000101******* 입니다",
        "211103-3123450 | 211103-*******"
      })
  void aNumberIsHidden(String text, String masked) {
    assertThat(ForbiddenNumbers.masked(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111112",
        "0000000000000000",
        "4444444444444444",
        "1716353912345",
        "2026-11-23T10:11:12.345Z",
        "37.5665351234567890",
        "550e8400-e29b-41d4-a716-446655440000",
        "20261123-0001234",
        "010-1234-5678",
        "+82 10-1234-5678",
        "Chrome/120.0.6099.129 Safari/537.36",
        "a4111111111111111",
        "4111111111111111f",
        "241301-1234567",
        "900230-1234567",
        "241123-1234567",
        "130111-0006246",
        "4111,1111,1111,1111"
      })
  void whatIsNoneStaysAsItIs(String text) {
    assertThat(ForbiddenNumbers.masked(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\ubc88\\ud6384111111111111111 | \\ubc88\\ud638************1111",
        "\\ucd1d4111111111111111\\uc6d0 | \\ucd1d************1111\\uc6d0",
        "\\ubc88\\ud638900101-1234568 | \\ubc88\\ud638900101-*******",
        "\\u00004111 1111 1111 1111 | \\u0000**** **** **** 1111",
        "\\uc8fc\\ubbfc\\ubc88\\ud638 0001013000009 | \\uc8fc\\ubbfc\\ubc88\\ud638 000101*******",
        "\\u00614111111111111111 | \\u00614111111111111111"
      })
  void noDigitOfAnEscapeIsPartOfANumber(String text, String masked) {
    assertThat(ForbiddenNumbers.masked(text)).isEqualTo(masked);
  }

  @Test
  void digitsWrittenAsEscapesOrFullWidthAreDigits() {
    assertThat(ForbiddenNumbers.masked("\\u0034111111111111111"))
        .isEqualTo("******" + "***********1111");
    assertThat(ForbiddenNumbers.masked("４111111111111111")).isEqualTo("***" + "***********1111");
    assertThat(ForbiddenNumbers.masked("4111\\u002d1111\\u002d1111\\u002d1111"))
        .isEqualTo("****\\u002d****\\u002d****\\u002d1111");
  }

  @Property
  void aCardIsFoundWhateverStandsAroundIt(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int gap) {
    var random = new Random(seed);
    var digits = new StringBuilder("4");
    for (var i = 0; i < 14; i++) {
      digits.append(random.nextInt(10));
    }
    digits.append(check(digits));
    var separator = new String[] {"", "-", " ", " - "}[gap];
    var card =
        String.join(
            separator,
            digits.substring(0, 4),
            digits.substring(4, 8),
            digits.substring(8, 12),
            digits.substring(12));
    var text = noise(random) + "|" + card + "|" + noise(random);
    var masked = ForbiddenNumbers.masked(text);
    assertThat(masked).doesNotContain(card);
    // In bytes: a digit of full width that is hidden becomes three asterisks.
    assertThat(masked.getBytes(UTF_8)).hasSameSizeAs(text.getBytes(UTF_8));
    assertThat(masked).contains(digits.substring(12));
  }

  @Property
  void whatIsMaskedHoldsNothingMore(@ForAll long seed) {
    var text = noise(new Random(seed));
    var once = ForbiddenNumbers.masked(text);
    assertThat(ForbiddenNumbers.masked(once)).isEqualTo(once);
  }

  /// Nothing that comes in makes the scan fail, or look outside of what it was given.
  @Property
  void anyBytesAreScanned(@ForAll byte[] bytes, @ForAll long seed) {
    var random = new Random(seed);
    var mixed = new byte[bytes.length + 64];
    System.arraycopy(bytes, 0, mixed, 32, bytes.length);
    for (var i = 0; i < mixed.length; i++) {
      if (i < 32 || i >= 32 + bytes.length || random.nextBoolean()) {
        mixed[i] = (byte) "0123456789-- .%2\\u0034".charAt(random.nextInt(21));
      }
    }
    var to = random.nextInt(mixed.length + 1);
    var from = random.nextInt(to + 1);
    for (var each : ForbiddenNumbers.in(mixed, from, to)) {
      assertThat(each.from()).isGreaterThanOrEqualTo(from);
      assertThat(each.to()).isLessThanOrEqualTo(to);
      assertThat(each.hidden()).isNotEmpty();
    }
  }

  private static String noise(Random random) {
    var pieces =
        new String[] {
          "주문 ",
          "12",
          "2026-11-23",
          " ",
          "-",
          "abc",
          "4111",
          "\\n",
          "\\u00e9",
          "é",
          "。",
          "1234567890123",
          ".",
          "900101",
          "{\"a\":",
          "%20",
          "\uFF11",
          "‐"
        };
    var text = new StringBuilder();
    for (var i = random.nextInt(12); i > 0; i--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return new String(text.toString().getBytes(UTF_8), UTF_8);
  }

  private static char check(CharSequence digits) {
    var sum = 0;
    for (var i = 0; i < digits.length(); i++) {
      var digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? (2 * digit > 9 ? 2 * digit - 9 : 2 * digit) : digit;
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
