package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Seeded worlds over the real writer and log, in which everything may break at any moment.
///
/// More worlds: `-Dsimulation.worlds=20000`. One again: `-Dsimulation.seed=4711`.
class SimulationTest {
  private static final int WORLDS = Integer.getInteger("simulation.worlds", 600);

  @Test
  void nothingAcknowledgedIsLostOrCountedTwiceWhateverBreaks() {
    var one = Long.getLong("simulation.seed");
    var first = one == null ? 1 : one;
    var last = one == null ? WORLDS : one;
    var rebuilt = 0;
    var interrupted = 0;
    var failed = 0;
    for (var seed = first; seed <= last; seed++) {
      var at = seed;
      try {
        var world = new SimulatedWorld(at);
        world.live();
        rebuilt += world.rebuilt;
        interrupted += world.interrupted;
        failed += world.failed;
      } catch (Exception | AssertionError e) {
        throw new AssertionError("world broken: -Dsimulation.seed=" + at, e);
      }
    }
    if (one == null) {
      assertThat(rebuilt).isGreaterThan(WORLDS / 10);
      assertThat(interrupted).isGreaterThan(WORLDS / 10);
      assertThat(failed).isGreaterThan(WORLDS / 50);
    }
  }
}
