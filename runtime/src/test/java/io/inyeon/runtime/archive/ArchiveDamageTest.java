package io.inyeon.runtime.archive;

import static io.inyeon.runtime.archive.SampleRows.MONTH_END;
import static io.inyeon.runtime.archive.SampleRows.NOVEMBER;
import static io.inyeon.runtime.archive.SampleRows.accepted;
import static io.inyeon.runtime.archive.SampleRows.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is left when files are damaged, missing, or cannot be written.
class ArchiveDamageTest {
  @TempDir Path parent;
  private Path folder;
  private List<Row> october;
  private List<Row> november;

  @BeforeEach
  void twoMonths() throws Exception {
    folder = parent.resolve("archive");
    var october = new SampleRows(21, NOVEMBER - 20L * 24 * 60 * 60 * 1000, 10);
    this.october = october.next(3_000);
    var november = new SampleRows(22, NOVEMBER, 10);
    november.next(3_000);
    this.november = november.next(3_000);
    try (var archive = open()) {
      archive.append(this.october);
      archive.append(this.november);
    }
  }

  private Archive open() throws IOException {
    return Archive.open(folder, ArchiveOptions.defaults());
  }

  private void scribble(String name, long at, int length) throws IOException {
    var noise = new byte[length];
    new Random(at).nextBytes(noise);
    try (var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
      file.seek(at);
      file.write(noise);
    }
  }

  @Test
  void an_old_month_that_cannot_be_opened_is_named_and_everything_else_works() throws Exception {
    scribble("2026-10.duckdb", 0, 12_288);
    try (var archive = open()) {
      assertThat(archive.position()).isEqualTo(6_000);
      var bad = archive.state().files().getLast();
      assertThat(bad.name()).isEqualTo("2026-10.duckdb");
      assertThat(bad.error()).isNotBlank();
      var page = archive.timeline(SampleRows.fragments(SampleRows.owner(1)), null, 1_000);
      assertThat(page.rows()).isNotEmpty().allMatch(row -> row.position() > 3_000);
      assertThat(page.missing()).containsExactly("2026-10.duckdb");
      assertThat(archive.row(4_000)).isEqualTo(november.get(999));
      assertThatThrownBy(() -> archive.row(1))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("2026-10.duckdb");
      assertThatThrownBy(() -> archive.rowsFrom(1, 10)).isInstanceOf(ArchiveException.class);
      archive.append(List.of(accepted(6_001, NOVEMBER, "m", "user_id:u", bytes("{}"))));
      assertThatThrownBy(() ->
              archive.append(List.of(accepted(6_003, NOVEMBER, "m", "user_id:u", bytes("{}")))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void if_the_newest_month_cannot_be_opened_the_next_row_begins_a_new_file() throws Exception {
    scribble("2026-11.duckdb", 0, 12_288);
    var next = accepted(5_500, NOVEMBER, "m", "user_id:u", bytes("{}"));
    try (var archive = open()) {
      assertThat(archive.position()).isEqualTo(3_000);
      assertThatThrownBy(() -> archive.rowsFrom(3_001, 1)).isInstanceOf(ArchiveException.class);
      archive.append(List.of(next));
      assertThat(archive.position()).isEqualTo(5_500);
    }
    try (var archive = open()) {
      assertThat(archive.rowsFrom(5_500, 10)).containsExactly(next);
      assertThatThrownBy(() -> archive.rowsFrom(3_001, 1)).isInstanceOf(ArchiveException.class);
      assertThat(archive.state().files())
          .extracting(ArchiveState.File::name)
          .containsExactly("2026-10.duckdb", "2026-11.2.duckdb", "2026-11.duckdb");
    }
  }

  @Test
  void a_month_that_was_repaired_after_rows_came_again_shows_none_twice() throws Exception {
    var file = folder.resolve("2026-11.duckdb");
    Files.move(file, parent.resolve("good"));
    Files.writeString(file, "this is not a database");
    try (var archive = open()) {
      archive.append(november.subList(2_000, 3_000));
    }
    Files.move(parent.resolve("good"), file, StandardCopyOption.REPLACE_EXISTING);
    try (var archive = open()) {
      var owner = SampleRows.owner(2);
      var events = archive.timeline(SampleRows.fragments(owner), null, 1_000).rows();
      assertThat(events).doesNotHaveDuplicates();
      var owned = 0;
      for (var from = 1L; from <= 6_000; ) {
        var rows = archive.rowsFrom(from, 1_000);
        assertThat(rows.getFirst().position()).isEqualTo(from);
        from = rows.getLast().position() + 1;
        owned += (int) rows.stream().filter(row -> owner.equals(row.owner())).count();
      }
      assertThat(events).hasSize(owned);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 40, 60, 90})
  void a_damaged_block_is_never_read_as_something_else(int percent) throws Exception {
    var size = Files.size(folder.resolve("2026-10.duckdb"));
    scribble("2026-10.duckdb", size * percent / 100, 50_000);
    try (var archive = open()) {
      var page = archive.timeline(SampleRows.fragments(SampleRows.owner(1)), null, 1_000);
      assertThat(page.rows()).isNotEmpty();
      assertThat(page.rows()).allMatch(row -> row.position() > 3_000 || october.contains(row));
      if (page.rows().stream().noneMatch(row -> row.position() <= 3_000)) {
        assertThat(page.missing()).containsExactly("2026-10.duckdb");
      }
      archive.append(List.of(accepted(6_001, NOVEMBER, "m", "user_id:u", bytes("{}"))));
      assertThat(archive.row(6_001)).isNotNull();
    }
  }

  @Test
  void a_month_whose_file_was_taken_away_is_a_gap_that_is_reported() throws Exception {
    try (var archive = open()) {
      archive.append(List.of(accepted(6_001, MONTH_END, "m", "user_id:u", bytes("{}"))));
    }
    Files.delete(folder.resolve("2026-11.duckdb"));
    try (var archive = open()) {
      assertThat(archive.position()).isEqualTo(6_001);
      assertThatThrownBy(() -> archive.rowsFrom(3_001, 1))
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("not there any more");
    }
  }

  @Test
  void a_folder_that_cannot_be_written_fails_the_append_and_it_may_be_tried_again()
      throws Exception {
    var away = parent.resolve("away");
    var rows =
        List.of(
            accepted(6_001, NOVEMBER, "a", "user_id:u", bytes("{}")),
            accepted(6_002, MONTH_END, "b", "user_id:u", bytes("{}")));
    try (var archive = open()) {
      Files.move(folder, away);
      assertThatThrownBy(() -> archive.append(rows)).isInstanceOf(ArchiveException.class);
      assertThat(archive.position()).isLessThan(6_002);
      assertThatThrownBy(() -> archive.append(rows)).isInstanceOf(ArchiveException.class);
      Files.move(away, folder);
      archive.append(rows);
      assertThat(List.of(row(archive, 6_001), row(archive, 6_002))).isEqualTo(rows);
    }
    try (var archive = open()) {
      assertThat(List.of(row(archive, 6_001), row(archive, 6_002))).isEqualTo(rows);
    }
  }

  private static Row row(Archive archive, long position) throws ArchiveException {
    return Objects.requireNonNull(archive.row(position));
  }
}
