package io.inyeon.runtime.demo;

/// How the demo is played.
///
/// @param seed of the shop; the same gives the same people and the same events
/// @param people 10 to 100,000
/// @param days that the play covers, 1 to 1,000
/// @param requests under way at once, 1 to 64
/// @param terminal whether somebody watches: then progress stays on one line
public record DemoOptions(long seed, int people, int days, int requests, boolean terminal) {
  /// What is played when nothing else is asked for.
  public static final DemoOptions USUAL = new DemoOptions(1, 3_000, 90, 12, false);

  public DemoOptions {
    if (people < 10 || people > 100_000) {
      throw new IllegalArgumentException("people must be 10 to 100,000");
    }
    if (days < 1 || days > 1_000) {
      throw new IllegalArgumentException("days must be 1 to 1,000");
    }
    if (requests < 1 || requests > 64) {
      throw new IllegalArgumentException("requests must be 1 to 64");
    }
  }

  public DemoOptions withSeed(long seed) {
    return new DemoOptions(seed, people, days, requests, terminal);
  }

  public DemoOptions withPeople(int people) {
    return new DemoOptions(seed, people, days, requests, terminal);
  }

  public DemoOptions withDays(int days) {
    return new DemoOptions(seed, people, days, requests, terminal);
  }

  public DemoOptions withTerminal(boolean terminal) {
    return new DemoOptions(seed, people, days, requests, terminal);
  }
}
