package io.inyeon.runtime.archive;

import static io.inyeon.runtime.archive.SampleRows.MONTH_END;
import static io.inyeon.runtime.archive.SampleRows.NOVEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.unify.FragmentKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages against lists that were sorted and filtered in memory, over three months' files.
class ArchivePagingTest {
  private static final Comparator<Row> LAST_ARRIVED_FIRST =
      Comparator.comparingLong(Row::position).reversed();
  private static final Comparator<Row> NEWEST_FIRST =
      Comparator.comparingLong(Row::time).thenComparingLong(Row::position).reversed();

  @TempDir static Path folder;
  private static Archive archive;
  private static List<Row> rows;

  @BeforeAll
  static void fill() throws Exception {
    archive = Archive.open(folder, ArchiveOptions.defaults());
    rows = new SampleRows(11, NOVEMBER, 40).next(3_000);
    var later = new SampleRows(12, MONTH_END - 10_000, 40);
    later.next(3_000);
    rows.addAll(later.next(3_000));
    var last = new SampleRows(13, MONTH_END + 35L * 24 * 60 * 60 * 1000, 40);
    last.next(6_000);
    rows.addAll(last.next(500));
    for (var from = 0; from < rows.size(); from += 700) {
      archive.append(rows.subList(from, Math.min(rows.size(), from + 700)));
    }
    assertThat(archive.state().files()).hasSize(3);
  }

  @AfterAll
  static void close() throws Exception {
    archive.close();
  }

  private interface Pages {
    Page after(@Nullable Cursor cursor, int limit) throws ArchiveException;
  }

  private static List<Row> all(Pages pages, Random random, int largest) throws ArchiveException {
    var read = new ArrayList<Row>();
    Cursor cursor = null;
    do {
      var limit = 1 + random.nextInt(largest);
      var page = pages.after(cursor, limit);
      assertThat(page.rows().size()).isLessThanOrEqualTo(limit);
      assertThat(page.missing()).isEmpty();
      read.addAll(page.rows());
      var next = page.next();
      cursor = next == null ? null : Cursor.parse(next.text());
    } while (cursor != null);
    return read;
  }

  private static List<Row> expected(Predicate<Row> filter, Comparator<Row> order) {
    return rows.stream().filter(filter).sorted(order).toList();
  }

  @Test
  void a_timeline_is_a_persons_events_by_their_time_over_all_months() throws Exception {
    var random = new Random(14);
    for (var i = 0; i < 6; i++) {
      var owners = new HashSet<String>();
      for (var n = 1 + random.nextInt(4); n > 0; n--) {
        owners.add(SampleRows.owner(random.nextInt(42)));
      }
      var fragments = new HashSet<FragmentKey>();
      owners.forEach(owner -> fragments.addAll(SampleRows.fragments(owner)));
      assertThat(all((cursor, limit) -> archive.timeline(fragments, cursor, limit), random, 100))
          .isEqualTo(expected(row -> owners.contains(row.owner()), NEWEST_FIRST));
    }
  }

  @Test
  void a_timeline_of_nobody_is_empty() throws Exception {
    assertThat(archive.timeline(Set.of(), null, 10).rows()).isEmpty();
    assertThat(archive.timeline(SampleRows.fragments("user_id:stranger"), null, 10).rows())
        .isEmpty();
  }

  @Test
  void a_full_last_page_has_no_next_one() throws Exception {
    var owner = SampleRows.owner(3);
    var count = expected(row -> owner.equals(row.owner()), NEWEST_FIRST).size();
    assertThat(archive.timeline(SampleRows.fragments(owner), null, count).next()).isNull();
    assertThat(archive.timeline(SampleRows.fragments(owner), null, count - 1).next()).isNotNull();
  }

  @Test
  void the_quarantine_is_listed_by_arrival_and_filtered_by_source_and_code() throws Exception {
    var random = new Random(15);
    for (var source : new Integer[] {null, 1, 2, 99}) {
      for (var code : new String[] {null, "no_identifier", "no_type", "no", "\"}'"}) {
        assertThat(
                all(
                    (cursor, limit) -> archive.quarantine(source, code, cursor, limit),
                    random,
                    200))
            .isEqualTo(
                expected(
                    row ->
                        row.status() == Status.QUARANTINED
                            && (source == null || row.source() == source)
                            && (code == null || codes(row).contains("\"code\":\"" + code + "\"")),
                    LAST_ARRIVED_FIRST));
      }
    }
  }

  private static String codes(Row row) {
    var reasons = row.reasons();
    return reasons == null ? "" : reasons;
  }

  @Test
  void a_trace_shows_every_row_of_a_message_duplicates_too() throws Exception {
    Function<String, List<Row>> expected =
        id -> expected(row -> id.equals(row.messageId()), LAST_ARRIVED_FIRST);
    var random = new Random(16);
    var withDuplicates = 0;
    for (var i = 0; i < 30; i++) {
      var id = "m" + random.nextInt(4_000);
      var rows = all((cursor, limit) -> archive.trace(id, cursor, limit), random, 2);
      assertThat(rows).isEqualTo(expected.apply(id));
      withDuplicates += rows.size() > 1 ? 1 : 0;
    }
    assertThat(withDuplicates).isPositive();
  }

  @Test
  void a_rebuild_may_begin_anywhere_and_take_steps_of_any_size() throws Exception {
    var random = new Random(17);
    var from = 1L + random.nextInt(500);
    var read = new ArrayList<Row>();
    for (var next = archive.rowsFrom(from, 100); !next.isEmpty(); ) {
      read.addAll(next);
      next = archive.rowsFrom(next.getLast().position() + 1, 1 + random.nextInt(3_000));
    }
    assertThat(read).isEqualTo(rows.subList((int) from - 1, rows.size()));
  }

  @Test
  void a_strangers_row_with_the_same_hash_is_never_shown() throws Exception {
    var pair = collision();
    var victim = pair.getFirst();
    var stranger = pair.getLast();
    try (var own = Archive.open(folder.resolve("collision"), ArchiveOptions.defaults())) {
      var body = SampleRows.bytes("{}");
      own.append(
          List.of(
              SampleRows.accepted(1, NOVEMBER, "a", victim, body),
              SampleRows.accepted(2, NOVEMBER, "b", stranger, body),
              SampleRows.accepted(3, NOVEMBER, "c", victim, body)));
      var page = own.timeline(SampleRows.fragments(victim), null, 1);
      var second = own.timeline(SampleRows.fragments(victim), page.next(), 1);
      var third = own.timeline(SampleRows.fragments(victim), second.next(), 1);
      assertThat(page.rows()).extracting(Row::messageId).containsExactly("c");
      assertThat(second.rows()).isEmpty();
      assertThat(third.rows()).extracting(Row::messageId).containsExactly("a");
      assertThat(third.next()).isNull();
    }
  }

  /// Two owners whose own fragments have one key: among 200,000 there are several.
  private static List<String> collision() {
    var seen = new HashMap<Integer, String>();
    for (var i = 0; ; i++) {
      var owner = "email:a" + i + "@example.kr";
      var other = seen.put(Keys.of(SampleRows.fragment(owner)), owner);
      if (other != null) {
        return List.of(other, owner);
      }
    }
  }

  @Test
  void cursors_of_any_text_are_read_or_refused() {
    for (var time : new long[] {0, -5, Long.MIN_VALUE, Long.MAX_VALUE, NOVEMBER}) {
      var cursor = new Cursor(time, 42);
      assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }
    for (var text : List.of("", ".", "a", "1.", ".1", "1.2.3", "1 OR 1=1", "1.!", "9".repeat(40))) {
      assertThat(Cursor.parse(text)).isNull();
    }
  }
}
