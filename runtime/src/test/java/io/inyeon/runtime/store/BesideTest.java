package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BesideTest {
  @TempDir Path folder;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @SuppressWarnings("unchecked") // whatever kind it is
  void besideEachOtherTwoStatesTellWhatDiffersAndNothingElse(long seed) {
    var world = new Samples(seed);
    var here = new HashMap<Key<?>, Object>();
    var there = new HashMap<Key<?>, Object>();
    try (var one = RocksState.open(folder.resolve("one"), RocksStateTest.SMALL);
        var other = RocksState.open(folder.resolve("other"), RocksStateTest.SMALL)) {
      for (var i = world.number(120); i > 0; i--) {
        var change = world.change();
        var both = world.number(3);
        if (both != 1) {
          put(one, change, here);
        }
        if (both != 2) {
          put(other, change, there);
        }
      }
      one.flush();
      var told = new HashMap<Key<?>, List<@Nullable Object>>();
      var seen = new int[1];
      try (var a = one.picture();
          var b = other.picture()) {
        for (var kind : StateContract.KINDS) {
          if (kind != Key.Seen.class) {
            a.beside(
                b,
                (Class<? extends Key<Object>>) kind,
                new Picture.Beside<>() {
                  @Override
                  public void same() {
                    seen[0]++;
                  }

                  @Override
                  public void unlike(Key<Object> key, @Nullable Object was, @Nullable Object is) {
                    seen[0]++;
                    if (!Objects.equals(was, is)) {
                      told.put(key, Arrays.asList(was, is));
                    }
                  }
                });
          }
        }
      }
      var keys = new HashSet<Key<?>>(here.keySet());
      keys.addAll(there.keySet());
      keys.removeIf(key -> key instanceof Key.Seen);
      var expected = new HashMap<Key<?>, List<@Nullable Object>>();
      for (var key : keys) {
        if (!Objects.equals(here.get(key), there.get(key))) {
          expected.put(key, Arrays.asList(here.get(key), there.get(key)));
        }
      }
      assertThat(told).isEqualTo(expected);
      assertThat(seen[0]).isEqualTo(keys.size());
    }
  }

  private static void put(State state, Change change, Map<Key<?>, Object> model) {
    state.stage(List.of(change));
    state.commit(state.position() + 1, StateContract.NOTHING);
    StateContract.apply(change, model);
  }
}
