package io.inyeon.runtime.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// However batches are cut, repeated and interrupted by restarts, every row is there once.
class ArchiveExactlyOnceTest {
  /// @param back how many rows before the next one come again
  /// @param rows how many new ones there are
  record Batch(int back, int rows, boolean restart) {}

  @Provide
  Arbitrary<List<Batch>> batches() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(0, 2_500),
            Arbitraries.of(true, false, false, false))
        .as(Batch::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void every_row_is_there_once(@ForAll("batches") List<Batch> batches, @ForAll long seed)
      throws IOException {
    var folder = Files.createTempDirectory("archive");
    var sample = new SampleRows(seed, SampleRows.MONTH_END - 20_000, 10);
    var rows = new ArrayList<Row>();
    var archive = Archive.open(folder, ArchiveOptions.defaults());
    try {
      for (var batch : batches) {
        var from = Math.max(0, rows.size() - batch.back());
        rows.addAll(sample.next(batch.rows()));
        archive.append(rows.subList(from, rows.size()));
        if (batch.restart()) {
          archive.close();
          archive = Archive.open(folder, ArchiveOptions.defaults());
        }
        assertThat(archive.position()).isEqualTo(rows.size());
      }
      var held = new ArrayList<Row>();
      for (var next = archive.rowsFrom(1, 2_048); !next.isEmpty(); ) {
        held.addAll(next);
        next = archive.rowsFrom(held.size() + 1L, 2_048);
      }
      assertThat(held).isEqualTo(rows);
      assertThat(archive.state().entries()).isEqualTo(rows.size());
    } finally {
      archive.close();
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
