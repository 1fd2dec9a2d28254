package io.inyeon.runtime.archive;

import static io.inyeon.runtime.archive.SampleRows.MONTH_END;
import static io.inyeon.runtime.archive.SampleRows.NOVEMBER;
import static io.inyeon.runtime.archive.SampleRows.accepted;
import static io.inyeon.runtime.archive.SampleRows.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.OutcomeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  @TempDir Path folder;

  private Archive open() throws IOException {
    return Archive.open(folder, ArchiveOptions.defaults());
  }

  private static List<Row> all(Archive archive) throws ArchiveException {
    var rows = new ArrayList<Row>();
    var from = 1L;
    while (true) {
      var next = archive.rowsFrom(from, 2_048);
      if (next.isEmpty()) {
        return rows;
      }
      rows.addAll(next);
      from = next.getLast().position() + 1;
    }
  }

  @Test
  void an_empty_archive_answers_everything_with_nothing() throws Exception {
    try (var archive = open()) {
      assertThat(archive.position()).isZero();
      assertThat(archive.rowsFrom(1, 10)).isEmpty();
      assertThat(archive.row(1)).isNull();
      assertThat(archive.timeline(SampleRows.fragments("user_id:a"), null, 10).rows()).isEmpty();
      assertThat(archive.quarantine(null, null, null, 10).rows()).isEmpty();
      assertThat(archive.trace("m", null, 10).rows()).isEmpty();
      assertThat(archive.state().entries()).isZero();
    }
  }

  @Test
  void rows_come_back_whole_and_in_order_now_and_after_a_restart() throws Exception {
    var rows = new SampleRows(1, NOVEMBER, 20).next(5_000);
    try (var archive = open()) {
      archive.append(rows.subList(0, 2_000));
      archive.append(rows.subList(2_000, 5_000));
      assertThat(all(archive)).isEqualTo(rows);
    }
    try (var archive = open()) {
      assertThat(archive.position()).isEqualTo(5_000);
      assertThat(all(archive)).isEqualTo(rows);
      assertThat(archive.row(4_321)).isEqualTo(rows.get(4_320));
      assertThat(archive.row(5_001)).isNull();
      assertThat(archive.row(0)).isNull();
    }
  }

  @Test
  void rows_that_come_again_are_skipped() throws Exception {
    var rows = new SampleRows(2, NOVEMBER, 5).next(100);
    try (var archive = open()) {
      archive.append(rows.subList(0, 60));
      archive.append(rows.subList(30, 50));
      archive.append(rows.subList(10, 100));
      assertThat(all(archive)).isEqualTo(rows);
    }
  }

  @Test
  void a_position_left_out_is_our_own_bug() throws Exception {
    var rows = new SampleRows(3, NOVEMBER, 5).next(100);
    try (var archive = open()) {
      archive.append(rows.subList(0, 10));
      assertThatThrownBy(() -> archive.append(rows.subList(11, 20)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("12");
      var holed = new ArrayList<>(rows.subList(10, 20));
      holed.remove(5);
      assertThatThrownBy(() -> archive.append(holed)).isInstanceOf(IllegalStateException.class);
      archive.append(rows.subList(10, 100));
      assertThat(all(archive)).isEqualTo(rows);
    }
  }

  @Test
  void an_archive_that_was_lost_may_begin_later() throws Exception {
    var rows = new SampleRows(4, NOVEMBER, 5).next(100);
    try (var archive = open()) {
      archive.append(rows.subList(50, 100));
      assertThat(archive.rowsFrom(1, 1_000)).isEqualTo(rows.subList(50, 100));
      assertThat(archive.row(3)).isNull();
    }
  }

  @Test
  void every_month_of_arrival_has_its_file_and_a_batch_may_cross_the_border() throws Exception {
    var rows = new SampleRows(5, MONTH_END - 1_000, 5).next(1_000);
    try (var archive = open()) {
      archive.append(rows);
      assertThat(all(archive)).isEqualTo(rows);
      assertThat(archive.state().files())
          .extracting(ArchiveState.File::name)
          .containsExactly("2026-11.duckdb", "2026-12.duckdb");
      var first = archive.state().files().getFirst();
      assertThat(first.first()).isEqualTo(1);
      assertThat(rows.get((int) first.last() - 1).at()).isLessThan(MONTH_END);
      assertThat(rows.get((int) first.last()).at()).isGreaterThanOrEqualTo(MONTH_END);
    }
    try (var archive = open()) {
      assertThat(archive.position()).isEqualTo(1_000);
      assertThat(all(archive)).isEqualTo(rows);
    }
  }

  @Test
  void a_row_that_arrived_just_before_a_later_month_began_stays_behind_its_predecessor()
      throws Exception {
    var rows =
        List.of(
            accepted(1, MONTH_END - 5, "a", "user_id:u", bytes("{}")),
            accepted(2, MONTH_END + 5, "b", "user_id:u", bytes("{}")),
            accepted(3, MONTH_END - 1, "c", "user_id:u", bytes("{}")),
            accepted(4, MONTH_END + 9, "d", "user_id:u", bytes("{}")));
    try (var archive = open()) {
      archive.append(rows);
      assertThat(archive.state().files())
          .extracting(ArchiveState.File::last)
          .containsExactly(1L, 4L);
      assertThat(all(archive)).isEqualTo(rows);
      assertThat(archive.timeline(SampleRows.fragments("user_id:u"), null, 10).rows())
          .extracting(Row::messageId)
          .containsExactly("d", "b", "c", "a");
    }
  }

  @Test
  void a_clock_that_ran_ahead_for_a_while_costs_only_an_odd_file() throws Exception {
    var day = 24L * 60 * 60 * 1000;
    var rows =
        List.of(
            accepted(1, NOVEMBER, "a", "user_id:u", bytes("{}")),
            accepted(2, NOVEMBER + 4_000 * day, "b", "user_id:u", bytes("{}")),
            accepted(3, NOVEMBER + 1, "c", "user_id:u", bytes("{}")),
            accepted(4, NOVEMBER + 2, "d", "user_id:u", bytes("{}")));
    try (var archive = open()) {
      archive.append(rows);
    }
    try (var archive = open()) {
      assertThat(all(archive)).isEqualTo(rows);
      assertThat(archive.state().files())
          .extracting(ArchiveState.File::name)
          .containsExactly("2026-11.duckdb", "2037-10.duckdb", "2026-11.2.duckdb");
      assertThat(archive.timeline(SampleRows.fragments("user_id:u"), null, 2).rows())
          .extracting(Row::messageId)
          .containsExactly("b", "d");
    }
  }

  @Test
  void texts_and_bytes_of_any_kind_come_back_as_they_were() throws Exception {
    var texts =
        List.of(
            "",
            "\0",
            "a\0b",
            "\uD800",
            "x\uDC00y",
            "\uDC00\uD800",
            "😀",
            "\uD83D",
            "\u001A",
            "\u001Ad800",
            "인연",
            "'; DROP TABLE entry; --",
            "\"",
            "\\",
            "long ".repeat(2_000));
    var random = new Random(6);
    var rows = new ArrayList<Row>();
    for (var text : texts) {
      var body = new byte[random.nextInt(300)];
      random.nextBytes(body);
      rows.add(
          new Row(
              rows.size() + 1L,
              Kind.EVENT,
              NOVEMBER,
              -1,
              "id" + text,
              null,
              text,
              Long.MIN_VALUE + 1,
              Status.ACCEPTED,
              "user_id:" + text,
              List.of(),
              text.isEmpty() ? 7 : Keys.of(SampleRows.fragment("user_id:" + text)),
              null,
              body,
              body));
    }
    try (var archive = open()) {
      archive.append(rows);
    }
    try (var archive = open()) {
      assertThat(all(archive)).isEqualTo(rows);
      for (var row : rows) {
        var owner = Objects.requireNonNull(row.owner());
        var messageId = Objects.requireNonNull(row.messageId());
        if (!owner.equals("user_id:")) { // nobody is named so
          assertThat(archive.timeline(SampleRows.fragments(owner), null, 10).rows())
              .containsExactly(row);
        }
        assertThat(archive.trace(messageId, null, 10).rows()).containsExactly(row);
      }
    }
  }

  @Test
  void a_lone_surrogate_in_reasons_becomes_its_json_escape() throws Exception {
    var row =
        new Row(
            1,
            Kind.EVENT,
            NOVEMBER,
            1,
            "m",
            null,
            "",
            NOVEMBER,
            Status.QUARANTINED,
            null,
            List.of(),
            0,
            "[{\"code\":\"bad\",\"found\":\"\uD800 😀\"}]",
            bytes(""),
            bytes("not json at all"));
    try (var archive = open()) {
      archive.append(List.of(row));
      var read = archive.quarantine(1, "bad", null, 10).rows();
      assertThat(read)
          .extracting(Row::reasons)
          .containsExactly("[{\"code\":\"bad\",\"found\":\"\\ud800 😀\"}]");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32_767, 32_768, 32_769, 65_536, 500_000})
  void bodies_of_any_size_come_back_whole(int size) throws Exception {
    var body = new byte[size];
    new Random(size).nextBytes(body);
    var rows =
        List.of(
            accepted(1, NOVEMBER, "a", "user_id:u", bytes("{}")),
            accepted(2, NOVEMBER, "b", "user_id:u", body),
            accepted(3, NOVEMBER, "c", "user_id:u", body));
    try (var archive = open()) {
      archive.append(rows);
    }
    try (var archive = open()) {
      assertThat(all(archive)).isEqualTo(rows);
      assertThat(archive.row(2)).isEqualTo(rows.get(1));
    }
  }

  @Test
  void many_large_bodies_fit_into_little_memory() throws Exception {
    var random = new Random(7);
    try (var archive =
        Archive.open(
            folder, new ArchiveOptions(128 << 20, 1, 8, Duration.ofSeconds(30), 16 << 20))) {
      for (var batch = 0; batch < 5; batch++) {
        var rows = new ArrayList<Row>();
        for (var i = 1; i <= 30; i++) {
          var body = new byte[500_000];
          random.nextBytes(body);
          rows.add(accepted(batch * 30L + i, NOVEMBER, "m" + i, "user_id:u", body));
        }
        archive.append(rows);
      }
      assertThat(archive.timeline(SampleRows.fragments("user_id:u"), null, 20).rows())
          .allMatch(row -> row.body().length == 500_000)
          .hasSize(20);
    }
  }

  @Test
  void outcomes_are_counted_over_all_files_and_restarts() throws Exception {
    var rows = new SampleRows(8, MONTH_END - 5_000, 5).next(1_000);
    try (var archive = open()) {
      archive.append(rows.subList(0, 400));
    }
    try (var archive = open()) {
      archive.append(rows.subList(400, 1_000));
      var state = archive.state();
      assertThat(state.entries()).isEqualTo(1_000);
      assertThat(state.position()).isEqualTo(1_000);
      assertThat(state.events())
          .isEqualTo(
              new OutcomeCounts(
                  count(rows, Status.ACCEPTED),
                  count(rows, Status.DUPLICATE),
                  count(rows, Status.QUARANTINED),
                  count(rows, Status.DROPPED)));
      assertThat(state.bytes()).isGreaterThan(10_000);
    }
  }

  private static long count(List<Row> rows, Status status) {
    return rows.stream().filter(row -> row.status() == status).count();
  }

  @Test
  void a_second_opening_says_who_is_in_the_way() throws Exception {
    try (var archive = open()) {
      assertThat(archive.position()).isZero();
      assertThatThrownBy(this::open)
          .isInstanceOf(ArchiveException.class)
          .hasMessageContaining("in use by another process");
    }
    open().close();
  }

  @Test
  void a_closed_archive_refuses_reads() throws Exception {
    var archive = open();
    archive.close();
    assertThatThrownBy(() -> archive.trace("m", null, 1)).isInstanceOf(ArchiveException.class);
  }

  @Test
  void a_page_of_no_rows_or_too_many_is_refused() throws Exception {
    try (var archive = open()) {
      assertThatIllegalArgumentException().isThrownBy(() -> archive.trace("m", null, 0));
      assertThatIllegalArgumentException().isThrownBy(() -> archive.trace("m", null, 1_001));
    }
  }

  @Test
  void it_leaves_other_files_alone() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    Files.writeString(folder.resolve("2026-13.duckdb"), "no month");
    try (var archive = open()) {
      archive.append(new SampleRows(9, NOVEMBER, 5).next(10));
      assertThat(archive.state().files()).hasSize(1);
    }
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }
}
