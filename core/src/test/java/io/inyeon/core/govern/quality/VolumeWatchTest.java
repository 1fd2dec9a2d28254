package io.inyeon.core.govern.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.govern.quality.VolumeWatch.Finding;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A drop of 30 % is found within two hours, and little else is taken for one.
final class VolumeWatchTest {
  private static final int DAYS = 400;
  private static final int DAY = VolumeWatch.DAY;
  private static final int SEEDS = 200;
  private static final int MONTH = 30;
  private static final int TWO_HOURS = 12;

  @Test
  void aDropOfThirtyPercentIsFoundWithinTwoHours() {
    var missed = new ConcurrentHashMap<Integer, String>();
    IntStream.rangeClosed(1, SEEDS)
        .parallel()
        .forEach(seed -> {
          // In the middle of a sale less than the sale's is still more than usual.
          var whole = ShopHistory.whole(seed, DAYS);
          var random = new SplittableRandom(seed * 77L);
          var at = 0L;
          do {
            at = whole.first() + (DAYS - 40) * DAY + random.nextInt(38 * DAY);
          } while (whole.saleAt(at) || whole.saleAt(at + TWO_HOURS));
          var history = ShopHistory.of(seed, DAYS, at, 36, 0.3);
          var from = at;
          if (LongStream.range(from, from + TWO_HOURS)
              .noneMatch(slot -> VolumeWatch.judge(history, slot).finding() == Finding.DROP)) {
            missed.put(
                seed,
                Festivals.of(Math.floorDiv(at, DAY))
                    + " "
                    + VolumeWatch.judge(history, at + TWO_HOURS - 1));
          }
        });
    System.out.println("drops of 30 %: " + missed.size() + " of " + SEEDS + " not found in 2 h");
    assertThat(missed).as("%s", new TreeMap<>(missed)).hasSizeLessThanOrEqualTo(SEEDS * 4 / 100);
  }

  @Test
  void aSourceHasNoMoreThanOneFalseAlarmAMonth() {
    var alarms = new ConcurrentHashMap<Integer, Integer>();
    IntStream.rangeClosed(1, SEEDS)
        .parallel()
        .forEach(seed -> alarms.put(seed, alarms(ShopHistory.whole(seed, DAYS))));
    var all = alarms.values().stream().mapToInt(each -> each).sum();
    System.out.println("false alarms of drops: " + all + " in " + SEEDS + " months of sources");
    assertThat(all).isLessThanOrEqualTo(SEEDS);
    assertThat(
            alarms.entrySet().stream().filter(each -> each.getValue() > 1).map(Map.Entry::getKey))
        .as("sources with more than one in their month")
        .hasSizeLessThanOrEqualTo(SEEDS / 10);
  }

  /// As alerts are told: what comes again within a day of its end is the same.
  private static int alarms(ShopHistory history) {
    var alarms = 0;
    var open = false;
    var well = 0;
    var ended = Long.MIN_VALUE / 2;
    var from = history.first() + (DAYS - MONTH) * DAY;
    for (var slot = from; slot < history.first() + DAYS * DAY; slot++) {
      if (VolumeWatch.judge(history, slot).finding() == Finding.DROP) {
        well = 0;
        alarms += open || slot - ended < DAY ? 0 : 1;
        open = true;
      } else if (open && ++well >= 6) {
        open = false;
        ended = slot;
      }
    }
    return alarms;
  }

  @Test
  void whatStopsAltogetherIsFoundWithinTheHour() {
    for (var seed = 1; seed <= 20; seed++) {
      var whole = ShopHistory.whole(seed, 60);
      var at = whole.first() + 50 * DAY + 60;
      var history = ShopHistory.of(seed, 60, at, DAY, 1);
      assertThat(
              LongStream.range(at, at + 6)
                  .anyMatch(slot -> VolumeWatch.judge(history, slot).finding() == Finding.DROP))
          .as("seed " + seed)
          .isTrue();
    }
  }

  @Test
  void whatIsTooNewOrTooLittleIsNotJudged() {
    var young = ShopHistory.whole(1, 20);
    assertThat(VolumeWatch.judge(young, young.first() + 20 * DAY - 1).finding())
        .isEqualTo(Finding.LEARNING);
    var quiet =
        new VolumeWatch.Counts() {
          @Override
          public long sum(long from, long to) {
            return Math.max(0, (to - Math.max(from, 0) + 1) / 6);
          }

          @Override
          public long first() {
            return 0;
          }
        };
    assertThat(VolumeWatch.judge(quiet, 300 * DAY).finding()).isEqualTo(Finding.LEARNING);
  }
}
