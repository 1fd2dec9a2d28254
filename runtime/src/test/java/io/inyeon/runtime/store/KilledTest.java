package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inyeon.core.Key;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed at any moment, and another one goes on.
class KilledTest {
  @TempDir Path directory;

  @Test
  void whatAKilledProcessLeavesIsTheStateAfterSomeCommitSinceTheLastFlush()
      throws IOException, InterruptedException {
    for (var round = 0; round < 2; round++) {
      var flushed = killAfterFlushes(3);
      try (var state = RocksState.open(directory, RocksStateTest.SMALL)) {
        assertThat(state.position()).isGreaterThanOrEqualTo(flushed);
        assertThat(state.durablePosition()).isEqualTo(state.position());
        var model = new HashMap<Key<?>, Object>();
        for (var position = 1L; position <= state.position(); position++) {
          KilledWriter.changes(position).forEach(change -> StateContract.apply(change, model));
        }
        assertThat(StateContract.everything(state)).isEqualTo(model);
        var rows = new ArrayList<Long>();
        state.outbox(
            0,
            (position, row) -> {
              assertThat(row).isEqualTo(KilledWriter.row(position));
              return rows.add(position);
            });
        assertThat(rows).hasSize((int) state.position());
      }
    }
  }

  private long killAfterFlushes(int times) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var flushed = 0L;
      for (var i = 0; i < times; i++) {
        flushed = Long.parseLong(String.valueOf(lines.readLine()));
      }
      assertThatExceptionOfType(StateFailure.class)
          .isThrownBy(() -> RocksState.open(directory, RocksStateTest.SMALL))
          .withMessageContaining("another process");
      return flushed;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
