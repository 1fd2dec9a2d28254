package io.inyeon.runtime.demo;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Chance that falls the same way for the same seed.
final class Dice {
  private final SplittableRandom random;

  private Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The chance of one matter, independent of every other matter's.
  ///
  /// @param seed of the whole shop
  /// @param matter what it is about: a person and a day, say
  static Dice of(long seed, long... matter) {
    var mixed = mix(seed);
    for (var each : matter) {
      mixed = mix(mixed ^ mix(each + 0x9E3779B97F4A7C15L));
    }
    return new Dice(mixed);
  }

  private static long mix(long z) {
    var a = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    var b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
    return b ^ b >>> 31;
  }

  long bits() {
    return random.nextLong();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /// 0 to `bound` - 1, all alike.
  int below(int bound) {
    return random.nextInt(bound);
  }

  /// From one to the other, both included.
  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  /// The first ones often, the last ones seldom: how goods sell.
  <T> T pickPopular(List<T> all) {
    var u = random.nextDouble();
    return all.get((int) (all.size() * u * u * u));
  }

  /// A bell curve around 0 with deviation 1.
  double bell() {
    return random.nextGaussian();
  }

  /// At least `least`, and one more for as long as the chance holds.
  int atLeast(int least, double more) {
    var count = least;
    while (count < least + 20 && random.nextDouble() < more) {
      count++;
    }
    return count;
  }

  /// A random UUID (version 4), in lower case.
  String uuid() {
    return new UUID(
            (random.nextLong() & ~0xF000L) | 0x4000L,
            (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L)
        .toString();
  }

  /// Lower-case hexadecimal digits.
  String hex(int digits) {
    return String.format("%016x", random.nextLong()).substring(0, digits);
  }
}
