package io.inyeon.core.govern.quality;

import java.time.LocalDate;
import java.util.Random;
import java.util.SplittableRandom;

/// A seeded history of what a shop's source brought: a day's and a week's shape of its own, growth,
/// good and bad days, noise that lasts, sales of some hours, festivals in which people do
/// otherwise, each time a little differently, and one drop if that is wanted.
record ShopHistory(long first, int[] counts, long[] until, boolean[] sale)
    implements VolumeWatch.Counts {
  private static final int DAY = VolumeWatch.DAY;
  private static final double GOOD_OR_BAD_DAY = 0.04;
  private static final double NOISE = 0.05;

  /// Makes one.
  ///
  /// @param dropAt first slot of the drop
  /// @param drop by which share
  static ShopHistory of(long seed, int days, long dropAt, int dropSlots, double drop) {
    var plan = new SplittableRandom(seed);
    var noise = new Random(seed * 31 + 7);
    var base = Math.exp(Math.log(800) + plan.nextDouble() * Math.log(40)) / 6;
    var weekend = 0.65 + 0.6 * plan.nextDouble();
    var growth = (plan.nextDouble() - 0.4) * 0.02;
    var night = 0.2 + 0.3 * plan.nextDouble();
    var least = 0.45 + 0.5 * plan.nextDouble();
    var shares = new double[] {0.3, 0.3, 0.6, 0.9, 1, 0.9};
    for (var i = 0; i < shares.length; i++) {
      shares[i] = 1 - (1 - least) * shares[i] * (0.8 + 0.4 * plan.nextDouble());
    }
    var later = plan.nextDouble() * 2 - 0.5;
    var first = (LocalDate.of(2025, 1, 1).toEpochDay() + plan.nextInt(300)) * DAY;
    var counts = new int[days * DAY];
    var sale = new boolean[days * DAY];
    var lasting = 0.0;
    var day = 0.0;
    var festive = 1.0;
    var left = 0;
    var by = 1.0;
    for (var i = 0; i < counts.length; i++) {
      var slot = (int) Math.floorMod(first + i, (long) DAY);
      var epochDay = Math.floorDiv(first + i, DAY);
      if (slot == 0) {
        day = noise.nextGaussian() * GOOD_OR_BAD_DAY;
        festive = 1 + 0.05 * noise.nextGaussian();
      }
      var festival = Festivals.of(epochDay);
      var hour = slot / 6.0 - (festival == null ? 0 : later);
      var high = Math.max(0, Math.sin(Math.PI * (((hour % 24) + 24) % 24 - 4) / 24));
      var shape = night + (1 - night) * 1.5 * Math.pow(high, 1.2);
      if (left == 0 && plan.nextDouble() < 1.0 / (30 * DAY)) {
        left = 18 + plan.nextInt(120);
        by = 1.4 + plan.nextDouble() * 1.6;
      }
      sale[i] = left > 0;
      left = Math.max(0, left - 1);
      lasting = 0.6 * lasting + Math.sqrt(1 - 0.36) * NOISE * noise.nextGaussian();
      var mean =
          base
              * shape
              * (Math.floorMod(epochDay + 3, 7) >= 5 ? weekend : 1)
              * Math.exp(growth * i / (7.0 * DAY) + day + lasting)
              * (sale[i] ? by : 1)
              * (festival == null ? 1 : shares[festival.offset() + Festivals.BEFORE] * festive);
      if (first + i >= dropAt && first + i < dropAt + dropSlots) {
        mean *= 1 - drop;
      }
      counts[i] = poisson(mean, noise);
    }
    var until = new long[counts.length + 1];
    for (var i = 0; i < counts.length; i++) {
      until[i + 1] = until[i] + counts[i];
    }
    return new ShopHistory(first, counts, until, sale);
  }

  /// The same without a drop.
  static ShopHistory whole(long seed, int days) {
    return of(seed, days, Long.MAX_VALUE / 2, 0, 0);
  }

  private static int poisson(double mean, Random noise) {
    if (mean > 60) {
      return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * noise.nextGaussian()));
    }
    var count = -1;
    for (var product = 1.0; product > Math.exp(-mean); count++) {
      product *= noise.nextDouble();
    }
    return count;
  }

  @Override
  public long sum(long from, long to) {
    var begin = Math.max(from, first);
    var end = Math.min(to, first + counts.length - 1);
    return end < begin ? 0 : until[(int) (end - first) + 1] - until[(int) (begin - first)];
  }

  boolean saleAt(long slot) {
    return sale[(int) (slot - first)];
  }
}
