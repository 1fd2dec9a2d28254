package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MemoryStateTest extends StateContract {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @Override
  State open() {
    return new MemoryState();
  }

  @Override
  State crashed(State state) {
    ((MemoryState) state).crash();
    return state;
  }

  @Override
  State reopened(State state) {
    state.close();
    return crashed(state);
  }

  @Test
  void aFlushThatNobodyNoticedCountsInACrash() {
    var state = new MemoryState();
    state.stage(List.of(new Put<>(new Key.NextTree(), 1L)));
    state.commit(1, NOTHING);
    state.flushUnnoticed();
    assertThat(state.durablePosition()).isZero();
    state.crash();
    assertThat(state.position()).isEqualTo(1);
    assertThat(state.read(new Key.NextTree())).isEqualTo(1);
  }

  @Test
  void aFullDiskLosesNothingAndTheSameCommitWorksLater() {
    var state = new MemoryState();
    state.stage(List.of(new Put<>(new Key.NextTree(), 1L)));
    state.diskFull(true);
    assertThatExceptionOfType(StateFailure.class)
        .isThrownBy(() -> state.commit(1, NOTHING))
        .satisfies(failure -> assertThat(failure.diskFull()).isTrue());
    assertThat(state.healthy()).isFalse();
    assertThat(state.position()).isZero();
    state.diskFull(false);
    state.commit(1, NOTHING);
    assertThat(state.healthy()).isTrue();
    assertThat(state.read(new Key.NextTree())).isEqualTo(1);
  }

  @Test
  void aKeyThatWasNotLoadedSaysSo() {
    var state = new MemoryState();
    assertThatExceptionOfType(Snapshot.Unloaded.class)
        .isThrownBy(() -> state.get(KIM))
        .satisfies(unloaded -> assertThat(unloaded.keys()).containsExactly(KIM));
  }
}
