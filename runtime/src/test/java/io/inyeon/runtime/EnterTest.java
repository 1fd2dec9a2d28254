package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnterTest {
  @TempDir Path folder;

  /// Who is told that a group was refused looks at state for what is left to do, as for facts that
  /// are to be told: those of the groups before must not be found there again.
  @Test
  void whatWasTakenIsDecidedWhenALaterGroupIsRefused() throws Exception {
    try (var workspace =
        Workspace.open(folder.resolve("w"), RebuildTest.config(folder), InstantSource.system())) {
      for (var round = 1; round <= 20; round++) {
        var due = round;
        var taken =
            IntStream.range(0, 1_000)
                .mapToObj(i -> new Entry.TimerFired(0, 1, due, new Identifier("user_id", "u" + i)))
                .toList();
        var before = workspace.state().position();

        assertThatExceptionOfType(NoSuchElementException.class)
            .isThrownBy(() -> workspace.enterEach(List.of(taken, List.<Entry>of())));

        assertThat(workspace.state().position()).isGreaterThanOrEqualTo(before + taken.size());
      }
    }
  }
}
