package io.inyeon.runtime.archive;

import static io.inyeon.runtime.archive.SampleRows.MONTH_END;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that dies in the middle of appends, again and again, and what its archive holds then.
@Tag("slow")
class ArchiveCrashTest {
  private static final long SEED = 31;

  /// Small, so that a short life sees many checkpoints.
  private static final ArchiveOptions OPTIONS =
      new ArchiveOptions(128 << 20, 1, 8, Duration.ofSeconds(30), 1 << 20);

  private static SampleRows stream() {
    // The border of a month comes after some 3,000 rows.
    return new SampleRows(SEED, MONTH_END - 30_000, 10);
  }

  @Test
  void after_every_crash_it_holds_the_first_rows_each_once(@TempDir Path folder) throws Exception {
    var random = new SplittableRandom(SEED);
    var expected = new ArrayList<Row>();
    var stream = stream();
    var crashes = 6;
    for (var crash = 0; crash < crashes; crash++) {
      var acknowledged = live(folder, random.nextInt(400), random.nextLong());
      try (var archive = Archive.open(folder, OPTIONS)) {
        assertThat(archive.position()).isGreaterThanOrEqualTo(acknowledged);
        while (expected.size() < archive.position()) {
          expected.add(stream.next());
        }
        var held = new ArrayList<Row>();
        for (var rows = archive.rowsFrom(1, 4_096); !rows.isEmpty(); ) {
          held.addAll(rows);
          rows = archive.rowsFrom(held.getLast().position() + 1, 4_096);
        }
        assertThat(held).as("seed %s, crash %s", SEED, crash).isEqualTo(expected);
        assertThat(archive.state().entries()).isEqualTo(held.size());
      }
    }
    assertThat(expected).hasSizeGreaterThan(3_000);
  }

  /// Lets a process append until it kills itself; the last position that it said it had appended.
  private static long live(Path folder, int milliseconds, long seed) throws Exception {
    var output = Files.createTempFile(folder, "child", ".out");
    var child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiveCrashTest.class.getName(),
                folder.toString(),
                Integer.toString(milliseconds),
                Long.toString(seed))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(child.waitFor()).as(Files.readString(output)).isEqualTo(137);
    var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
    Files.delete(output);
    // The last line may have been torn by the crash.
    return lines.size() < 2 ? 0 : Long.parseLong(lines.get(lines.size() - 2));
  }

  /// The child.
  public static void main(String[] args) throws Exception {
    var random = new SplittableRandom(Long.parseLong(args[2]));
    try (var archive = Archive.open(Path.of(args[0]), OPTIONS)) {
      Thread.ofPlatform()
          .daemon()
          .start(() -> {
            LockSupport.parkNanos(Long.parseLong(args[1]) * 1_000_000);
            Runtime.getRuntime().halt(137);
          });
      var stream = stream();
      List<Row> before = stream.next((int) archive.position());
      while (true) {
        var batch = new ArrayList<Row>();
        // Some come again, as after a crash of the writer.
        batch.addAll(
            before.subList(Math.max(0, before.size() - random.nextInt(50)), before.size()));
        before = stream.next(1 + random.nextInt(1_500));
        batch.addAll(before);
        archive.append(batch);
        System.out.println(archive.position());
      }
    }
  }
}
