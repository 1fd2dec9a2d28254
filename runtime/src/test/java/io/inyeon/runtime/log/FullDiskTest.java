package io.inyeon.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real disk that is really full: a file system of 2 MB in memory. It takes root to mount one.
class FullDiskTest {
  private static final int SEGMENT = 256 * 1024;
  private static final byte KIND = 1;

  @TempDir Path folder;

  @Test
  void theLogRefusesOnAFullDiskAndGoesOnWhenThereIsRoom() throws Exception {
    var mounted = run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
    if (!mounted) {
      System.err.println("SKIPPED: can't mount a small file system here, so no full disk is tried");
    }
    assumeTrue(mounted, "can't mount a small file system here");
    try {
      refuseAndGoOn();
    } finally {
      assertThat(run("umount", folder.toString())).isTrue();
    }
  }

  private void refuseAndGoOn() throws Exception {
    var options = new LogOptions(SEGMENT, 64L * SEGMENT, SEGMENT, 1, Duration.ZERO);
    var other = folder.resolve("others");
    try (var disk = RealDisk.open(folder.resolve("log"));
        var log = Log.open(disk, options, Resume.everything())) {
      var payload = new byte[1000];
      var refused = fillUntilRefused(log, payload);
      assertThat(refused.reason()).isEqualTo(LogUnavailable.Reason.DISK_FULL);
      Files.write(other, new byte[(int) Math.max(0, disk.usableBytes() - 4096)]);
      var durable = log.durablePosition();
      assertThat(fillUntilRefused(log, payload).code()).isEqualTo("disk_full");
      assertThat(log.durablePosition()).isEqualTo(durable);

      Files.delete(other);
      log.recycleBelow(durable);
      assertThat(log.append(List.of(payload), KIND)).isEqualTo(durable + 1);
      assertThat(log.force()).isEqualTo(durable + 1);
    }
  }

  private static LogUnavailable fillUntilRefused(Log log, byte[] payload) {
    for (var i = 0; i < 100_000; i++) {
      try {
        log.append(List.of(payload), KIND);
        log.force();
      } catch (LogUnavailable refused) {
        return refused;
      }
    }
    throw new AssertionError("never refused");
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
