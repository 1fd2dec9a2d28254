package io.inyeon.core.govern.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// What a text needs for a pattern to find anything in it.
class NeededTest {
  @Test
  void isWhatIsCertain() {
    assertThat(Needed.in("(GeoEvent Server) (\\d+)"))
        .isEqualTo(List.of(Set.of("geoevent server ")));
    assertThat(Needed.in("ab(?:cd|efg)?hi+")).isEqualTo(List.of(Set.of("ab"), Set.of("hi")));
    assertThat(Needed.in("(Chrome|CrMo)/(\\d+)")).contains(Set.of("chrome", "crmo"));
    assertThat(Needed.in("[Ss]afari.{0,20}x\\.y"))
        .isEqualTo(List.of(Set.of("safari"), Set.of("x.y")));
    assertThat(Needed.in("a|b")).isEmpty();
    assertThat(Needed.in("abc|")).isEmpty();
    assertThat(Needed.in("(abc")).isEqualTo(List.of(Set.of("abc")));
    assertThat(Needed.in("abc)")).isEmpty();
  }

  private static String pattern(Random random, int depth) {
    var text = new StringBuilder();
    for (var i = random.nextInt(5); i >= 0; i--) {
      switch (depth > 3 ? random.nextInt(4) : random.nextInt(7)) {
        case 0, 1, 2 -> text.append("abAB.c".charAt(random.nextInt(6)));
        case 3 ->
            text.append(List.of("[Aa]", "[^a]", "\\d", "\\.", "^", "[ab]").get(random.nextInt(6)));
        case 4 -> text.append('(').append(pattern(random, depth + 1)).append(')');
        case 5 -> text.append("(?:").append(pattern(random, depth + 1)).append(')');
        default ->
            text.append("(?:")
                .append(pattern(random, depth + 1))
                .append('|')
                .append(random.nextInt(5) == 0 ? "" : pattern(random, depth + 1))
                .append(')');
      }
      if (random.nextInt(3) == 0 && text.charAt(text.length() - 1) != '^') {
        text.append(
            List.of("?", "*", "+", "{0,2}", "{1,2}", "{2}", "??", "+?").get(random.nextInt(8)));
      }
    }
    return text.toString();
  }

  @Property(tries = 20_000)
  void whereAPatternFindsSomethingAllOfItIsThere(@ForAll Random random) {
    var pattern = pattern(random, 0);
    var compiled = Pattern.compile(pattern);
    var text = new StringBuilder();
    for (var i = random.nextInt(12); i > 0; i--) {
      text.append("abABc.1 ".charAt(random.nextInt(8)));
    }
    if (compiled.matcher(text).find()) {
      var lower = text.toString().toLowerCase(Locale.ROOT);
      assertThat(Needed.in(pattern))
          .as("%s in %s", pattern, text)
          .allMatch(set -> set.stream().anyMatch(lower::contains));
    }
  }
}
