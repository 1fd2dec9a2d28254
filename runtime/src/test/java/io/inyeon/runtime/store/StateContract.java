package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inyeon.core.Change;
import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.Seen;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Holder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every [State] keeps.
abstract class StateContract {
  static final byte[] NOTHING = {};

  /// All that state holds; mentions are read from the record.
  static final List<Class<?>> KINDS =
      Stream.<Class<?>>of(Key.class.getPermittedSubclasses())
          .filter(kind -> kind != Key.OfMentions.class)
          .toList();

  static final Key.OfIdentifier KIM = holder("kim@example.kr");
  private static final Key.OfIdentifier LEE = holder("lee@example.kr");

  private State state;

  abstract State open();

  /// Kills it without a flush, and opens what is left.
  abstract State crashed(State state);

  /// Closes it, and opens it again.
  abstract State reopened(State state);

  @BeforeEach
  void start() {
    state = open();
  }

  @AfterEach
  void end() {
    state.close();
  }

  static Key.OfIdentifier holder(String email) {
    return new Key.OfIdentifier(new Identifier("email", email));
  }

  @Test
  void nothingStandsUnderALoadedKeyAtFirst() {
    state.load(Set.of(KIM, new Key.Seen(1, "a"), new Key.Tree(7), new Key.Account("x")));
    assertThat(state.get(KIM)).isNull();
    assertThat(state.get(new Key.Seen(1, "a"))).isNull();
    assertThat(state.get(new Key.Tree(7))).isNull();
    assertThat(state.get(new Key.Account("x"))).isNull();
  }

  @Test
  void theFewAndSmallNeedNoLoading() {
    assertThat(state.get(new Key.Source(1))).isNull();
    assertThat(state.get(new Key.OfRules())).isNull();
    assertThat(state.get(new Key.Access("x"))).isNull();
    put(1, new Put<>(new Key.NextTree(), 5L));
    assertThat(state.get(new Key.NextTree())).isEqualTo(5);
    state = reopened(state);
    assertThat(state.get(new Key.NextTree())).isEqualTo(5);
  }

  @Test
  void whatIsStagedIsSeenByTheWriterAlone() {
    state.load(Set.of(KIM));
    state.stage(List.of(new Put<>(KIM, new Holder(1))));
    assertThat(state.get(KIM)).isEqualTo(new Holder(1));
    assertThat(state.read(KIM)).isNull();
    state.commit(1, NOTHING);
    assertThat(state.read(KIM)).isEqualTo(new Holder(1));
    assertThat(state.position()).isEqualTo(1);
  }

  @Test
  void aRollbackForgetsWhatWasStaged() {
    put(1, new Put<>(KIM, new Holder(1)));
    state.load(Set.of(KIM, LEE));
    state.stage(List.of(new Put<>(KIM, new Holder(2)), new Put<>(LEE, new Holder(3))));
    state.rollback();
    state.load(Set.of(KIM, LEE));
    assertThat(state.get(KIM)).isEqualTo(new Holder(1));
    assertThat(state.get(LEE)).isNull();
    state.commit(2, NOTHING);
    assertThat(state.read(KIM)).isEqualTo(new Holder(1));
    assertThat(state.read(LEE)).isNull();
  }

  @Test
  void aKeyCountsOnceWithItsLastValue() {
    state.load(Set.of(KIM, LEE));
    state.stage(List.of(new Put<>(KIM, new Holder(1)), new Put<>(LEE, new Holder(2))));
    state.stage(List.of(new Remove<>(KIM), new Put<>(KIM, new Holder(3)), new Remove<>(LEE)));
    assertThat(state.get(LEE)).isNull();
    state.commit(1, NOTHING);
    assertThat(state.read(KIM)).isEqualTo(new Holder(3));
    assertThat(state.read(LEE)).isNull();
    assertThat(state.counts().identifiers()).isEqualTo(1);
  }

  @Test
  void whatIsRemovedIsGoneAfterAStartToo() {
    put(1, new Put<>(KIM, new Holder(1)), new Put<>(LEE, new Holder(2)));
    put(2, new Remove<>(KIM));
    assertThat(state.read(KIM)).isNull();
    state = reopened(state);
    assertThat(state.read(KIM)).isNull();
    assertThat(state.read(LEE)).isEqualTo(new Holder(2));
    assertThat(state.position()).isEqualTo(2);
  }

  @Test
  void positionsOnlyGrow() {
    state.commit(5, NOTHING);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> state.commit(5, NOTHING));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> state.commit(4, NOTHING));
    assertThat(state.position()).isEqualTo(5);
  }

  @Test
  void touchesAreKeptFromWhenTheyAreWantedUntilTheyAreForgotten() {
    var samples = new Samples(3);
    put(1, new Put<>(new Key.Tree(1), samples.tree(1)));
    assertThat(touches(0)).isEmpty();
    var kept = state.keepTouches();
    assertThat(kept.after()).isEqualTo(1);
    assertThat(state.keepTouches()).isEqualTo(kept);
    put(2, new Put<>(new Key.Tree(2), samples.tree(2)), new Put<>(KIM, new Holder(2)));
    put(3, new Put<>(KIM, new Holder(1)));
    put(4, new Put<>(new Key.Tree(1), samples.tree(1)), new Remove<>(new Key.Tree(2)));
    assertThat(touches(0)).containsExactlyInAnyOrder("2 2 CHANGED", "4 1 CHANGED", "4 2 GONE");
    assertThat(touches(2)).containsExactlyInAnyOrder("4 1 CHANGED", "4 2 GONE");
    state.flush();
    state.forgetTouches(2);
    put(5, new Put<>(new Key.Tree(3), samples.tree(3)));
    assertThat(touches(0)).containsExactlyInAnyOrder("4 1 CHANGED", "4 2 GONE", "5 3 CHANGED");
    assertThat(state.keepTouches().after()).isEqualTo(2);
    assertThat(state.keepTouches().state()).isEqualTo(kept.state());
    state.flush();
    state = crashed(state);
    assertThat(touches(2)).hasSize(3);
    assertThat(state.keepTouches().state()).isEqualTo(kept.state());
  }

  private List<String> touches(long after) {
    var all = new ArrayList<String>();
    state.touches(
        after, (position, touch) -> all.add(position + " " + touch.tree() + " " + touch.kind()));
    return all;
  }

  @Test
  void theOutboxKeepsRowsUntilTheyAreForgotten() {
    for (var position = 1; position <= 5; position++) {
      state.commit(position, position == 3 ? NOTHING : text("row " + position));
    }
    assertThat(outbox(2, 10)).containsExactly("2 row 2", "4 row 4", "5 row 5");
    assertThat(outbox(0, 2)).containsExactly("1 row 1", "2 row 2");
    state.forgetOutbox(4);
    assertThat(outbox(0, 10)).containsExactly("4 row 4", "5 row 5");
    state.flush();
    state = crashed(state);
    assertThat(outbox(0, 10)).containsExactly("4 row 4", "5 row 5");
  }

  @Test
  void anEventIsTracedOverAllSources() {
    var uuid = "0198f1a2-0000-7000-8000-0123456789ab";
    put(
        3,
        new Put<>(new Key.Seen(1, "a"), seen(1)),
        new Put<>(new Key.Seen(300, "a"), seen(2)),
        new Put<>(new Key.Seen(1, "ab"), seen(3)),
        new Put<>(new Key.Seen(1, uuid), seen(4)));
    assertThat(state.trace("a")).isEqualTo(Map.of(1, seen(1), 300, seen(2)));
    assertThat(state.trace("ab")).isEqualTo(Map.of(1, seen(3)));
    assertThat(state.trace(uuid)).isEqualTo(Map.of(1, seen(4)));
    assertThat(state.trace("b")).isEmpty();
  }

  @Test
  void allOfAKindCanBeListed() {
    var samples = new Samples(1);
    put(
        1,
        new Put<>(new Key.Source(2), samples.source(2)),
        new Put<>(new Key.Outcomes(2), new OutcomeCounts(1, 2, 3, 4)),
        new Put<>(new Key.Source(1), samples.source(1)),
        new Put<>(KIM, new Holder(1)));
    var numbers = new ArrayList<Integer>();
    state.forEach(Key.Source.class, (key, source) -> numbers.add(source.number()));
    assertThat(numbers).containsExactlyInAnyOrder(1, 2);
    var counts = new ArrayList<OutcomeCounts>();
    state.forEach(Key.Outcomes.class, (key, count) -> counts.add(count));
    assertThat(counts).containsExactly(new OutcomeCounts(1, 2, 3, 4));
  }

  @Test
  void treesIdentifiersAndAccountsAreCounted() {
    var samples = new Samples(2);
    put(
        1,
        new Put<>(KIM, new Holder(1)),
        new Put<>(LEE, new Holder(1)),
        new Put<>(new Key.Tree(1), samples.tree(1)),
        new Put<>(new Key.Tree(2), samples.tree(2)),
        new Put<>(new Key.Account("x"), samples.account()));
    assertThat(state.counts()).isEqualTo(new StateCounts(2, 2, 1));
    put(2, new Put<>(KIM, new Holder(2)), new Remove<>(new Key.Tree(1)), new Remove<>(LEE));
    state = reopened(state);
    assertThat(state.counts()).isEqualTo(new StateCounts(1, 1, 1));
  }

  @Test
  void aFlushSaysHowFarItWent() {
    assertThat(state.durablePosition()).isZero();
    put(7, new Put<>(KIM, new Holder(1)));
    assertThat(state.durablePosition()).isZero();
    assertThat(state.flush()).isEqualTo(7);
    put(9, new Put<>(KIM, new Holder(2)));
    assertThat(state.durablePosition()).isEqualTo(7);
    state = crashed(state);
    assertThat(state.durablePosition()).isEqualTo(state.position()).isGreaterThanOrEqualTo(7);
    assertThat(state.read(KIM)).isEqualTo(new Holder(state.position() == 7 ? 1 : 2));
  }

  @Test
  void nothingCanBeReadAfterTheEnd() {
    var ended = state;
    ended.close();
    ended.close();
    assertThatExceptionOfType(StateFailure.class).isThrownBy(() -> ended.read(KIM));
    state = open();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverHappensStateIsWhatSomeCommitMadeIt(long seed) {
    var world = new Samples(seed);
    var model = new HashMap<Key<?>, Object>();
    var history = new HashMap<Long, Map<Key<?>, Object>>();
    history.put(0L, Map.of());
    for (var step = 1; step <= 60; step++) {
      var changes = new ArrayList<Change>();
      for (var i = world.number(8); i > 0; i--) {
        changes.add(world.change());
      }
      if (world.number(2) == 1) {
        state.load(Set.copyOf(changes.stream().<Key<?>>map(Change::key).toList()));
      }
      state.stage(changes);
      if (world.number(6) == 1) {
        state.rollback();
      } else {
        changes.forEach(change -> apply(change, model));
        state.commit(state.position() + world.number(3), NOTHING);
        history.put(state.position(), Map.copyOf(model));
      }
      switch (world.number(12)) {
        case 1 -> state.flush();
        case 2 -> {
          var durable = state.durablePosition();
          state = crashed(state);
          assertThat(state.position()).isGreaterThanOrEqualTo(durable);
          model.clear();
          model.putAll(history.get(state.position()));
          assertThat(everything()).isEqualTo(model);
        }
        case 3 -> state = reopened(state);
        case 4 -> assertThat(everything()).isEqualTo(model);
        default -> {
          var key = world.key();
          assertThat((Object) state.read(key)).isEqualTo(model.get(key));
          state.load(Set.of(key));
          assertThat((Object) state.get(key)).isEqualTo(model.get(key));
          state.rollback();
        }
      }
    }
    state = reopened(state);
    assertThat(everything()).isEqualTo(model);
    assertThat(state.counts().trees())
        .isEqualTo(model.keySet().stream().filter(Key.Tree.class::isInstance).count());
  }

  @Test
  void readersBesideTheWriterNeverSeeHalfATree() throws InterruptedException {
    var samples = new Samples(4);
    var trees = new ArrayList<io.inyeon.core.unify.Tree>();
    var tree = samples.tree(1);
    for (var i = 0; i < 300; i++) {
      tree = samples.grown(tree);
      trees.add(tree);
    }
    var known = Set.copyOf(trees);
    put(1, new Put<>(new Key.Tree(1), trees.getFirst()));
    var strange = new AtomicBoolean();
    var done = new AtomicBoolean();
    var readers = new ArrayList<Thread>();
    for (var i = 0; i < 2; i++) {
      readers.add(
          Thread.ofPlatform()
              .start(() -> {
                while (!done.get()) {
                  if (!known.contains(state.read(new Key.Tree(1)))) {
                    strange.set(true);
                  }
                }
              }));
    }
    for (var i = 1; i < trees.size(); i++) {
      put(i + 1, new Put<>(new Key.Tree(1), trees.get(i)));
      if (!trees.get(i).equals(state.read(new Key.Tree(1)))) {
        strange.set(true);
      }
    }
    done.set(true);
    for (var reader : readers) {
      reader.join();
    }
    assertThat(strange).isFalse();
  }

  static void apply(Change change, Map<Key<?>, Object> model) {
    switch (change) {
      case Put<?>(var key, var value) -> model.put(key, value);
      case Remove<?>(var key) -> model.remove(key);
    }
  }

  Map<Key<?>, Object> everything() {
    return everything(state);
  }

  static Map<Key<?>, Object> everything(State state) {
    var all = new HashMap<Key<?>, Object>();
    for (var kind : KINDS) {
      collect(state, kind, all);
    }
    return all;
  }

  @SuppressWarnings("unchecked") // each is a kind of key
  private static <V> void collect(State state, Class<?> kind, Map<Key<?>, Object> all) {
    state.forEach(
        (Class<? extends Key<V>>) kind,
        (key, value) -> {
          assertThat(all.put(key, value)).isNull();
          assertThat(state.read(key)).isEqualTo(value);
        });
  }

  private void put(long position, Change... changes) {
    state.stage(List.of(changes));
    state.commit(position, NOTHING);
  }

  private List<String> outbox(long from, int most) {
    var rows = new ArrayList<String>();
    state.outbox(
        from,
        (position, row) -> {
          rows.add(position + " " + new String(row, StandardCharsets.UTF_8));
          return rows.size() < most;
        });
    return rows;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Seen seen(int position) {
    return new Seen(position, Samples.NOW, true);
  }
}
