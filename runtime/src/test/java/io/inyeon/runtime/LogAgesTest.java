package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.LogOptions;
import io.inyeon.runtime.log.RealDisk;
import io.inyeon.runtime.log.Resume;
import io.inyeon.runtime.store.Encoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How old a segment is, also after a restart.
class LogAgesTest {
  private static final int SEGMENT = 16 * 1024;
  private static final int HOUR = 3_600_000;

  private final LogOptions options = new LogOptions(SEGMENT, 100L * SEGMENT, 0, 1, Duration.ZERO);

  @TempDir Path folder;

  @Test
  void aRestartMakesNoSegmentYounger() throws Exception {
    List<Long> starts;
    try (var disk = RealDisk.open(folder);
        var log = open(disk)) {
      // An entry an hour, some 50 to a segment.
      for (var hour = 1; hour <= 200; hour++) {
        log.append(List.of(entry(hour)), Kind.ACCESS_REVOKED.code());
        log.force();
      }
      starts = log.segmentStarts();
      assertThat(starts).hasSizeGreaterThan(3);
    }
    try (var disk = RealDisk.open(folder);
        var log = open(disk)) {
      var ages = new LogAges(log);
      for (var attempt = 0; attempt < 2; attempt++) {
        assertThat(ages.endOfOlderThan(0)).isZero();
        // Position and hour are the same: what begins at a position arrived then.
        assertThat(ages.endOfOlderThan(starts.get(2) * (long) HOUR)).isEqualTo(starts.get(1));
        assertThat(ages.endOfOlderThan(starts.get(2) * (long) HOUR + 1)).isEqualTo(starts.get(2));
        assertThat(ages.endOfOlderThan(Long.MAX_VALUE)).isEqualTo(starts.getLast());
      }
      log.recycleBelow(starts.get(2));
      assertThat(ages.endOfOlderThan(starts.get(2) * (long) HOUR + 1)).isEqualTo(starts.get(2));
    }
  }

  @Test
  void anErasedBeginningDoesNotHideTheAge() throws Exception {
    try (var disk = RealDisk.open(folder);
        var log = open(disk)) {
      for (var hour = 1; hour <= 200; hour++) {
        log.append(List.of(entry(hour)), Kind.ACCESS_REVOKED.code());
        log.force();
      }
      var start = log.segmentStarts().get(1);
      assertThat(log.blank(new TreeSet<>(List.of(start, start + 1)))).isEqualTo(2);
      assertThat(new LogAges(log).endOfOlderThan((start + 3) * (long) HOUR)).isEqualTo(start);
      assertThat(new LogAges(log).endOfOlderThan((start + 2) * (long) HOUR)).isEqualTo(1);
    }
  }

  @Test
  void anEmptyLogHasNothingOld() throws Exception {
    try (var disk = RealDisk.open(folder);
        var log = open(disk)) {
      assertThat(new LogAges(log).endOfOlderThan(Long.MAX_VALUE)).isZero();
    }
  }

  private Log open(RealDisk disk) throws Exception {
    return Log.open(disk, options, Resume.everything(), Runnable::run);
  }

  private static byte[] entry(long hour) {
    return EntryCodec.encode(
        new Entry.AccessRevoked(hour, hour * HOUR, "owner", "x".repeat(200)), new Encoder());
  }
}
