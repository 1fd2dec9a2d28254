package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Effect;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The forest against its definition. More worlds: `-Dinyeon.worlds=20000`, from another seed on:
/// `-Dinyeon.seed=...`.
class IdentityTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 1_200);
  private static final int ORDERS = 3;

  @Test
  void peopleAreWhatTheDefinitionSaysInWhateverOrderTheEvidenceArrives() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new World(seed);
      for (var order = 0; order < ORDERS; order++) {
        check(world, seed, order);
      }
    }
  }

  private static void check(World world, long seed, int order) {
    var acts = world.shuffled();
    var random = new Random(seed * 31 + order);
    var cold = random.nextBoolean();
    var look = random.nextInt(acts.size());
    var replica = new Replica(world.rules());
    for (var i = 0; i < acts.size(); i++) {
      if (cold) {
        replica.memory().cool();
      }
      try {
        replica.take(acts.get(i));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError(
            "seed %d, order %d, at %s".formatted(seed, order, acts.get(i)), failure);
      }
      if (i == look || i == acts.size() - 1) {
        assertThat(replica.draw())
            .as("seed %d, order %d, after %d acts", seed, order, i + 1)
            .isEqualTo(Definition.of(acts.subList(0, i + 1), world.rules()));
      }
    }
    assertThat(replica.effects())
        .as("seed %d, order %d: everything could be read again", seed, order)
        .noneMatch(effect -> effect instanceof Effect.SpanUnreadable);
  }
}
