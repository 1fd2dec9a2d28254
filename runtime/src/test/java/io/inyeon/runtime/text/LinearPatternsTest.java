package io.inyeon.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.re2j.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearPatternsTest {
  private final LinearPatterns patterns = new LinearPatterns();

  @ParameterizedTest
  @CsvSource({
    "^[0-]*$, 000-0000, true",
    "^[0-]*$, '', true",
    "^[0-]*$, 000-1, false",
    "test.*, test-user, true",
    "test.*, my-test, false",
    "a|b, ab, false",
  })
  void aPatternIsMatchedAgainstTheWholeValue(String pattern, String value, boolean matches) {
    assertThat(patterns.matching(pattern).test(value)).isEqualTo(matches);
  }

  @Property(tries = 1000)
  void theShortWayAnswersAsTheLongOne(
      @ForAll("characters") String characters, @ForAll("values") String value) {
    var pattern = "^[" + characters + "]*$";
    try {
      var expected = Pattern.compile(pattern).matches(value);
      assertThat(patterns.matching(pattern).test(value)).as(pattern).isEqualTo(expected);
    } catch (com.google.re2j.PatternSyntaxException wrong) {
      assertThatIllegalArgumentException().isThrownBy(() -> patterns.matching(pattern));
    }
  }

  @Provide
  Arbitrary<String> characters() {
    return Arbitraries.strings().withChars("019-az^\\]d[ ").ofMinLength(0).ofMaxLength(4);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.strings().withChars("019-azd^\\\n").ofMaxLength(4);
  }

  @Test
  void aWrongPatternIsRefusedWithItsReason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> patterns.matching("(a"))
        .withMessageContaining("(a");
    assertThatIllegalArgumentException()
        .as("what cannot be matched in linear time")
        .isThrownBy(() -> patterns.matching("(a)\\1"));
  }
}
