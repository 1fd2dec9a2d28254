package io.inyeon.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberingPlansTest {
  private static final NumberingPlans PLANS = new NumberingPlans();

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "010-1234-5678,           KR, +821012345678",
        "010 1234 5678,           KR, +821012345678",
        "+82 10-1234-5678,        KR, +821012345678",
        "+82 (0)10 1234 5678,     KR, +821012345678",
        "+82-010-1234-5678,       US, +821012345678",
        "1012345678,              KR, +821012345678",
        "００１０,                 KR, -",
        "０１０－１２３４－５６７８,     KR, +821012345678",
        "02-312-3456,             KR, +8223123456",
        "(555) 123-4567,          US, +15551234567",
        "+1 555 123 4567,         KR, +15551234567",
        "tel:+82-10-1234-5678,    KR, +821012345678",
        "+39 06 1234 5678,        KR, +390612345678",
        // trunk prefixes, of which a plan takes away one at a time
        "08885452482,             BY, +37585452482",
        // a switchboard, not a person
        "02-312-3456 ext. 12,     KR, -",
        "call me,                 KR, -",
        "123,                     KR, -",
        "112,                     KR, -",
        "+999 123456789,          KR, -",
        "010-1234-5678,           ZZ, -",
        "01012345678901234567890, KR, -",
      })
  void aNumberIsWrittenInE164(String written, String region, @Nullable String e164) {
    assertThat(PLANS.e164(written, region)).isEqualTo(e164);
    assertThat(PLANS.e164(written, region)).as("remembered").isEqualTo(e164);
  }

  /// Also where it looks like one and is none.
  @Property(tries = 2000)
  void aKoreanMobileIsWhatThePlansSay(@ForAll("mobiles") String written) {
    for (var region : new String[] {"KR", "US", "ZZ"}) {
      assertThat(PLANS.e164(written, region)).isEqualTo(PLANS.byPlan(written, region));
    }
  }

  @Provide
  Arbitrary<String> mobiles() {
    var digit = Arbitraries.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    var four =
        Arbitraries.frequencyOf(
            Tuple.of(9, digit.list().ofSize(4)), Tuple.of(1, digit.list().ofMaxSize(5)));
    return Combinators.combine(
            Arbitraries.of("010", "+8210", "+82-10", "+82", "011", "0010"),
            Arbitraries.of("", "", "-", " ", ".", "/", "  "),
            four.map(list -> String.join("", list)),
            Arbitraries.of("", "", "-", " ", ".", "x"),
            four.map(list -> String.join("", list)))
        .as((prefix, first, middle, second, last) -> prefix + first + middle + second + last);
  }

  @Property(tries = 1000)
  void aNumberInE164IsItself(@ForAll("written") String written) {
    var once = PLANS.e164(written, "KR");
    if (once != null) {
      assertThat(once).matches("\\+[1-9][0-9]{4,16}");
      assertThat(PLANS.e164(once, "KR")).isEqualTo(once);
      assertThat(PLANS.e164(once, "US")).isEqualTo(once);
    }
  }

  @Provide
  Arbitrary<String> written() {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(14),
        Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(14).map(each -> "+" + each),
        Arbitraries.strings().withChars("0123456789+-() .#;ext").ofMaxLength(20),
        Arbitraries.strings().ofMaxLength(45));
  }
}
