package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StatisticsTest {
  @Test
  void theMedianIsTheMiddleOne() {
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
    assertThat(Statistics.median(List.of(9.0, 1.0, 4.0, 2.0))).isEqualTo(3);
    assertThat(Statistics.median(List.of(7.0))).isEqualTo(7);
    assertThatThrownBy(() -> Statistics.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRangeGoesFromLeastToMost() {
    assertThat(Statistics.range(List.of(14.83, 11.2, 120.4))).isEqualTo("11.2 to 120");
  }

  @Test
  void uniformPeopleAreAllAlikeAndZipfPeopleAreNot() {
    var random = new SplittableRandom(1);
    var uniform = new int[1_000];
    var zipf = new int[1_000];
    for (var i = 0; i < 200_000; i++) {
      uniform[new People.Uniform(1_000).next(random)]++;
      zipf[new People.Zipf(1_000).next(random)]++;
    }
    assertThat(Arrays.stream(uniform).boxed()).allMatch(count -> count > 100 && count < 320);
    // The busiest: ln(51/50) of ln(1050/50), 0.65 %. The laziest: a twentieth of that.
    assertThat(Arrays.stream(zipf).boxed()).allMatch(count -> count > 20);
    assertThat(zipf[0]).isBetween(1_100, 1_500);
  }
}
