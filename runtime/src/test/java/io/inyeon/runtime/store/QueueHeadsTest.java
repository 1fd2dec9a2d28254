package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That a queue's look finds what there is, wherever rows were put and taken away since.
class QueueHeadsTest {
  private static final Identifier WHO = new Identifier("user_id", "kim");

  @TempDir Path directory;

  @Test
  void aLookFindsWhatThereIs() {
    for (var seed = 0; seed < 40; seed++) {
      var random = new Random(seed);
      var expected = new TreeSet<Long>();
      var position = 0L;
      try (var state = RocksState.open(directory.resolve("s" + seed), RocksStateTest.SMALL)) {
        for (var round = 0; round < 150; round++) {
          var changes = new ArrayList<Change>();
          for (var i = random.nextInt(6); i > 0; i--) {
            var due = (long) random.nextInt(60);
            changes.add(
                random.nextInt(3) > 0 && (round / 30) % 2 == 0
                    ? put(due, expected)
                    : gone(due, expected));
          }
          commit(state, changes, ++position);
          var from = random.nextBoolean() ? 0 : random.nextInt(60);
          assertThat(dues(state, from))
              .as("seed %d, round %d, from %d", seed, round, from)
              .containsExactlyElementsOf(expected.tailSet((long) from));
        }
      }
    }
  }

  @Test
  void noRowIsMissedThatIsPutWhileOthersLook() {
    var expected = new TreeSet<Long>();
    var random = new Random(7);
    try (var state = RocksState.open(directory, RocksStateTest.SMALL)) {
      var over = new AtomicBoolean();
      var readers = new ArrayList<CompletableFuture<Void>>();
      for (var i = 0; i < 2; i++) {
        readers.add(
            CompletableFuture.runAsync(() -> {
              while (!over.get()) {
                dues(state, 0);
              }
            }));
      }
      for (var position = 1L; position <= 3_000; position++) {
        var due = (long) random.nextInt(1_000);
        commit(
            state,
            List.of(
                random.nextInt(8) > 0 && !expected.isEmpty()
                    ? gone(expected.getFirst(), expected)
                    : put(due, expected)),
            position);
        assertThat(dues(state, 0)).as("at %d", position).containsExactlyElementsOf(expected);
      }
      over.set(true);
      readers.forEach(CompletableFuture::join);
    }
  }

  private static Change put(long due, SortedSet<Long> expected) {
    expected.add(due);
    return new Change.Put<>(new Key.OfTimer(due, WHO), true);
  }

  private static Change gone(long due, SortedSet<Long> expected) {
    expected.remove(due);
    return new Change.Remove<>(new Key.OfTimer(due, WHO));
  }

  private static void commit(State state, List<Change> changes, long position) {
    state.stage(changes);
    state.commit(position, new byte[0]);
  }

  private static List<Long> dues(State state, long from) {
    var dues = new ArrayList<Long>();
    state.from(
        new Key.OfTimer(from, new Identifier("\u0000", "\u0000")),
        (Key<Boolean> key, Boolean _) -> dues.add(((Key.OfTimer) key).due()));
    return dues;
  }
}
