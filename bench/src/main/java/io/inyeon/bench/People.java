package io.inyeon.bench;

import java.util.SplittableRandom;

/// Who the next event is about.
interface People {
  /// A person's number.
  int next(SplittableRandom random);

  /// How it is said in the table.
  String words();

  /// Everybody as often as everybody else.
  record Uniform(int count) implements People {
    @Override
    public int next(SplittableRandom random) {
      return random.nextInt(count);
    }

    @Override
    public String words() {
      return "%,d people, uniform".formatted(count);
    }
  }

  /// A few often, most seldom: Zipf's law with exponent 1, its head flattened as Mandelbrot does,
  /// so that the busiest one has a fifth of a per cent of all events and not a twentieth, as no
  /// customer has. Who is busy has nothing to do with the order of numbers.
  record Zipf(int count) implements People {
    private static final double FLAT = 50;
    private static final long SCATTER = 7_919;

    @Override
    public int next(SplittableRandom random) {
      var rank = FLAT * (Math.pow((count + FLAT) / FLAT, random.nextDouble()) - 1);
      return (int) (Math.min(count - 1, (long) rank) * SCATTER % count);
    }

    @Override
    public String words() {
      return "%,d people, zipf".formatted(count);
    }
  }
}
