package io.inyeon.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.CRC32C;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whatever stands in the files, reading ends, says what is missing, and makes nothing up.
class LogFuzzTest {
  private static final Logger QUIET = Logger.getLogger("io.inyeon.runtime.log");

  static {
    QUIET.setLevel(Level.OFF);
  }

  private static final int SEGMENT = 32 * 1024;
  private static final LogOptions OPTIONS =
      new LogOptions(SEGMENT, 8L * SEGMENT, 0, 1, Duration.ZERO);

  @Property(tries = 600, shrinking = ShrinkingMode.OFF)
  void aMutatedLogIsReadToItsEnd(@ForAll long seed) throws Exception {
    var random = new SplittableRandom(seed);
    var machine = new SimulatedDisk(seed);
    var written = write(machine, random);
    for (var mutations = 1 + random.nextInt(5); mutations > 0; mutations--) {
      mutate(machine, random);
    }
    var known = random.nextLong(written.size() + 10L);
    var log = open(machine, new Resume(1 + random.nextLong(written.size()), known));
    readAll(log, written);
    var next = log.append(List.of(new byte[] {1}), (byte) 1);
    assertThat(next).isGreaterThan(known);
    assertThat(log.force()).isEqualTo(next);
    machine.losePower();
    assertThat(open(machine, Resume.everything()).durablePosition()).isEqualTo(next);
  }

  @FuzzTest
  void aSegmentOfAnyBytesIsRead(byte[] bytes) throws Exception {
    var machine = new SimulatedDisk(bytes.length);
    var written = write(machine, new SplittableRandom(7));
    var at = Math.min(SEGMENT - 4096, bytes.length);
    machine.overwrite(Segment.name(1, Segment.LIVE), 4096, Arrays.copyOf(bytes, at));
    readAll(open(machine, Resume.everything()), written);
  }

  /// Frames that claim much and are damaged, one beginning in the other: as slow as it gets.
  @Test
  @Timeout(60)
  void readingIsLinearHoweverTheDamageLooks() throws Exception {
    var size = 4 << 20;
    var machine = new SimulatedDisk(1);
    var disk = machine.start();
    var bytes = Frames.littleEndian(new byte[size]);
    var crc = new CRC32C();
    for (var at = Frames.BLOCK; at + 2 * Frames.HEADER < size; at += Frames.HEADER) {
      var head = new Frames.Head(at, 1, (byte) 1, (byte) 0);
      Frames.put(bytes.position(at), 5, crc, head, new byte[0]);
      bytes.putInt(at + 4, Frames.MAX_PAYLOAD);
      Frames.seal(bytes, at, 5, crc);
    }
    try (var file = disk.create("a")) {
      file.write(bytes.clear(), 0);
    }
    var headers = 0;
    try (var reader = new SegmentReader(disk.open("a"), 5, Frames.BLOCK, size)) {
      while (reader.look() != SegmentReader.Found.NOTHING || reader.seek()) {
        assertThat(reader.look()).isEqualTo(SegmentReader.Found.DAMAGED);
        reader.step();
        headers++;
      }
    }
    assertThat(headers).isEqualTo(3);
  }

  private static List<byte[]> write(SimulatedDisk machine, SplittableRandom random)
      throws Exception {
    var log = open(machine, Resume.everything());
    var written = new ArrayList<byte[]>();
    for (var commits = 20 + random.nextInt(200); commits > 0; commits--) {
      var payload = new byte[random.nextInt(random.nextInt(8) == 0 ? 3000 : 200)];
      random.nextBytes(payload);
      written.add(payload);
      log.append(List.of(payload), (byte) 1);
      if (random.nextInt(4) == 0) {
        log.force();
      }
    }
    log.force();
    return written;
  }

  private static Log open(SimulatedDisk machine, Resume resume) throws IOException {
    return Log.open(machine.start(), OPTIONS, resume, Runnable::run);
  }

  private static void mutate(SimulatedDisk machine, SplittableRandom random) {
    var names = machine.names();
    var name = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
    var bytes = names.isEmpty() ? new byte[0] : machine.bytes(name);
    if (bytes.length == 0) {
      return;
    }
    var from = random.nextInt(bytes.length);
    var length = 1 + random.nextInt(Math.min(bytes.length - from, 1 + random.nextInt(5000)));
    switch (random.nextInt(6)) {
      case 0 -> machine.rot(name, from);
      case 1 -> machine.overwrite(name, from, new byte[length]);
      case 2 -> {
        var noise = new byte[length];
        random.nextBytes(noise);
        machine.overwrite(name, from, noise);
      }
      case 3 -> { // frames that stand somewhere else, too
        var other = machine.bytes(names.get(random.nextInt(names.size())));
        var start = random.nextInt(other.length + 1) & ~7;
        var copy = Arrays.copyOfRange(other, start, Math.min(other.length, start + length));
        machine.overwrite(name, from & ~7, copy);
      }
      case 4 -> machine.truncate(name, from);
      default -> machine.remove(name);
    }
  }

  /// Whatever is there is what was written there, and each position is accounted for once.
  private static void readAll(Log log, List<byte[]> written) throws IOException {
    var position = log.oldestPosition();
    try (var cursor = log.read(position)) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        switch (next) {
          case Logged.Whole whole -> {
            assertThat(whole.position()).isEqualTo(position);
            assertThat(ByteBuffer.wrap(whole.payload()))
                .isEqualTo(ByteBuffer.wrap(written.get((int) position - 1)));
            position++;
          }
          case Logged.Blank _ -> throw new AssertionError("nothing was blanked");
          case Logged.Lost(var loss) -> {
            assertThat(loss.from()).isEqualTo(position);
            position = loss.to() + 1;
          }
        }
      }
    }
    assertThat(position).isEqualTo(log.durablePosition() + 1);
  }
}
