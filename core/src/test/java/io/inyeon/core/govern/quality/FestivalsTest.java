package io.inyeon.core.govern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class FestivalsTest {
  /// A new moon in UTC, in days since 1970: 2000-01-06T18:14.
  private static final double NEW_MOON = 10_962.7597;

  private static final double MONTH = 29.530588;

  @Test
  void eachIsOnTheDayThatTheMoonSays() {
    var all = Festivals.before(LocalDate.of(2036, 1, 1).toEpochDay());
    assertThat(all).hasSize(42);
    for (var day : all) {
      var autumn = LocalDate.ofEpochDay(day).getMonthValue() > 6;
      // In Korea the day begins nine hours earlier; true moons are off the mean one by 15 hours.
      var noon = day + 0.5 - 9.0 / 24 - (autumn ? 14 : 0);
      var months = (noon - NEW_MOON) / MONTH;
      assertThat(Math.abs(months - Math.rint(months)) * MONTH)
          .as(LocalDate.ofEpochDay(day).toString())
          .isLessThan(1.2);
    }
    for (var i = 2; i < all.size(); i++) {
      assertThat(all.get(i - 2) - all.get(i)).isIn(353L, 354L, 355L, 383L, 384L, 385L);
    }
  }

  @Test
  void theDaysAroundBelongToIt() {
    var day = LocalDate.of(2026, 9, 25);
    var offsets =
        List.of(-4, -3, -1, 0, 2, 3).stream()
            .map(off -> Festivals.of(day.plusDays(off).toEpochDay()))
            .toList();
    assertThat(offsets.getFirst()).isNull();
    assertThat(offsets.getLast()).isNull();
    assertThat(offsets.subList(1, 5).stream().map(each -> Objects.requireNonNull(each).offset()))
        .containsExactly(-3, -1, 0, 2);
  }
}
