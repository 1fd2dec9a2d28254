package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Track;
import io.inyeon.core.unify.FragmentKey;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is only added to is not written again, and comes back whole all the same: after restarts,
/// crashes and batches that came to nothing.
class GrowingRowsTest {
  private static final List<Track.Role> ROLES =
      List.of(Track.Role.TIMES, Track.Role.NUMBERS, Track.Role.VALUES);

  @TempDir Path directory;

  private static Key.OfOccurrences key(int number) {
    var who = new Identifier("user_id", "u" + number / 3);
    return new Key.OfOccurrences(new FragmentKey(List.of(who), SourceKind.SERVER), number % 3);
  }

  private static Occurrence one(Random random, Track.Role role) {
    var value =
        switch (role) {
          case TIMES -> null;
          case NUMBERS ->
              new Value.Decimal(Decimals9.exact(BigDecimal.valueOf(random.nextInt(100_000))));
          case VALUES, EACH, TOUCHES ->
              new Value.Text("v".repeat(random.nextInt(50) == 0 ? 400 : 3) + random.nextInt(40));
        };
    return new Occurrence(random.nextLong(40L * 24 * 3_600_000), value);
  }

  private static Occurrences some(Random random, Track.Role role) {
    var all = new ArrayList<Occurrence>();
    for (var left = random.nextInt(40) == 0 ? random.nextInt(3_000) : 1; left >= 0; left--) {
      all.add(one(random, role));
    }
    return Occurrences.of(role, all);
  }

  @Test
  void whatIsAddedToIsThereWhole() {
    for (var seed = 1; seed <= 12; seed++) {
      var random = new Random(seed);
      var folder = directory.resolve("s" + seed);
      var expected = new HashMap<Key.OfOccurrences, Occurrences>();
      var flushed = Map.copyOf(expected);
      var position = 0L;
      var state = RocksState.open(folder, RocksStateTest.SMALL);
      for (var round = 0; round < 400; round++) {
        var changed = new HashMap<>(expected);
        change(state, changed, random);
        switch (random.nextInt(40)) {
          case 0 -> state.rollback();
          case 1 -> {
            state.abandon();
            state = RocksState.open(folder, RocksStateTest.SMALL);
            position = state.position();
            expected = new HashMap<>(flushed);
          }
          default -> {
            state.commit(++position, new byte[0]);
            expected = changed;
          }
        }
        if (random.nextInt(25) == 0) {
          state.flush();
          flushed = Map.copyOf(expected);
        }
        var asked = key(random.nextInt(9));
        assertThat(state.read(asked))
            .as("seed %d, round %d", seed, round)
            .isEqualTo(expected.get(asked));
      }
      var all = new HashMap<Key<?>, Occurrences>();
      state.forEach(
          Key.OfOccurrences.class,
          (Key<Occurrences> key, Occurrences value) -> all.put(key, value));
      assertThat(all).as("seed %d", seed).isEqualTo(expected);
      state.close();
    }
  }

  private static void change(
      RocksState state, Map<Key.OfOccurrences, Occurrences> to, Random random) {
    for (var i = random.nextInt(6); i >= 0; i--) {
      var key = key(random.nextInt(9));
      state.load(Set.of(key));
      var known = state.get(key);
      assertThat(known).isEqualTo(to.get(key));
      var more = some(random, ROLES.get((int) key.track()));
      if (known != null && random.nextInt(60) == 0) {
        to.remove(key);
        state.stage(List.of(new Change.Remove<>(key)));
      } else {
        var all = known == null ? more : known.plus(more);
        to.put(key, all);
        state.stage(List.of(new Change.Put<>(key, all)));
      }
    }
  }
}
