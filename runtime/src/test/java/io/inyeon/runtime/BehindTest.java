package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.runtime.store.MemoryState;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateFailure;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import io.inyeon.runtime.vocabulary.VocabularyKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What works behind intake says what went wrong, until it works again.
@Timeout(30)
class BehindTest {
  @Test
  void aVocabularyThatCannotReadSaysSo(@TempDir Path folder) throws Exception {
    VocabularyKeeper.Events torn =
        (_, _, _) -> {
          throw new IOException("the record is torn");
        };
    try (var keeper = VocabularyKeeper.start(folder, torn, () -> 1)) {
      while (keeper.error() == null) {
        Thread.onSpinWait();
      }
      assertThat(keeper.error()).contains("the record is torn");
    }
  }

  @Test
  void segmentsThatCannotBeWorkedOnSaySoUntilTheyCan() throws Exception {
    var broken = new AtomicBoolean(true);
    try (var state = new MemoryState();
        var work = new SegmentWork(house(state, broken), () -> null).begin()) {
      while (work.error() == null) {
        Thread.onSpinWait();
      }
      assertThat(work.error()).contains("the disk is gone");
      broken.set(false);
      while (work.error() != null) {
        Thread.onSpinWait();
      }
    }
  }

  private static SegmentWork.House house(State state, AtomicBoolean broken) {
    var rules =
        Rules.of(
            DefaultRules.of("00".repeat(32), "KR", "KRW", "Asia/Seoul"),
            new NumberingPlans(),
            new LinearPatterns());
    return new SegmentWork.House() {
      @Override
      public State state() {
        if (broken.get()) {
          throw new StateFailure("the disk is gone", false, null);
        }
        return state;
      }

      @Override
      public InstantSource clock() {
        return InstantSource.system();
      }

      @Override
      public void enterEach(List<? extends List<? extends Entry>> groups) {
        throw new AssertionError("there is nothing to enter");
      }

      @Override
      public void between(Rebuild.Step<Boolean> step) {
        throw new AssertionError("there is nothing to do");
      }

      @Override
      public Rules rules() {
        return rules;
      }

      @Override
      public AcceptedRows accepted() {
        throw new AssertionError("there is nothing to read");
      }
    };
  }
}
