package io.inyeon.runtime.archive;

import static io.inyeon.runtime.archive.SampleRows.MONTH_END;
import static io.inyeon.runtime.archive.SampleRows.NOVEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFeedTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  /// Nothing is written before somebody waits for it or a batch is full.
  private static final FeedOptions PATIENT =
      new FeedOptions(1_000, 1 << 20, LONG, 1 << 20, Duration.ofMillis(1), Duration.ofSeconds(30));

  @TempDir Path parent;
  private Path folder;
  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    folder = parent.resolve("archive");
    archive = Archive.open(folder, ArchiveOptions.defaults());
  }

  @AfterEach
  void close() throws IOException {
    archive.close();
  }

  private static Refill of(List<Row> rows) {
    return (position, limit) ->
        rows.subList(
            (int) position - 1, (int) Math.min(rows.size(), position - 1 + Math.min(limit, 300)));
  }

  private static final Refill NOT_NEEDED =
      (position, limit) -> {
        throw new AssertionError("nothing is to be refilled at " + position);
      };

  private List<Row> archived() throws ArchiveException {
    var rows = new ArrayList<Row>();
    for (var next = archive.rowsFrom(1, 4_096); !next.isEmpty(); ) {
      rows.addAll(next);
      next = archive.rowsFrom(rows.getLast().position() + 1, 4_096);
    }
    return rows;
  }

  @Test
  void who_waits_for_a_position_can_read_it_then() throws Exception {
    var rows = new SampleRows(41, NOVEMBER, 5).next(500);
    try (var feed = ArchiveFeed.start(archive, NOT_NEEDED, 0, PATIENT)) {
      for (var row : rows) {
        feed.offer(List.of(row));
      }
      assertThat(feed.flushUpTo(500, LONG)).isTrue();
      assertThat(archived()).isEqualTo(rows);
      assertThat(feed.state().phase()).isEqualTo(FeedState.Phase.RUNNING);
      assertThat(feed.state().lag()).isZero();
    }
  }

  @Test
  void a_full_batch_is_written_without_anyone_waiting() throws Exception {
    var rows = new SampleRows(42, NOVEMBER, 5).next(1_000);
    try (var feed = ArchiveFeed.start(archive, NOT_NEEDED, 0, PATIENT)) {
      feed.offer(rows.subList(0, 999));
      assertThat(feed.state().position()).isZero();
      feed.offer(rows.subList(999, 1_000));
      while (archive.position() < 1_000) {
        Thread.onSpinWait();
      }
    }
    assertThat(archived()).isEqualTo(rows);
  }

  @Test
  void closing_archives_what_was_offered() throws Exception {
    var rows = new SampleRows(43, NOVEMBER, 5).next(300);
    var feed = ArchiveFeed.start(archive, NOT_NEEDED, 0, PATIENT);
    feed.offer(rows);
    feed.close();
    assertThat(archived()).isEqualTo(rows);
    assertThat(feed.state().phase()).isEqualTo(FeedState.Phase.CLOSED);
    assertThat(feed.flushUpTo(301, LONG)).isFalse();
  }

  @Test
  void what_was_committed_before_the_start_is_refilled() throws Exception {
    var rows = new SampleRows(44, NOVEMBER, 5).next(2_500);
    archive.append(rows.subList(0, 700));
    try (var feed = ArchiveFeed.start(archive, of(rows.subList(0, 2_000)), 2_000, PATIENT)) {
      feed.offer(rows.subList(2_000, 2_500));
      assertThat(feed.flushUpTo(2_500, LONG)).isTrue();
    }
    assertThat(archived()).isEqualTo(rows);
  }

  @Test
  void rows_that_do_not_fit_into_the_queue_are_refilled_in_their_order() throws Exception {
    var rows = new SampleRows(45, NOVEMBER, 5).next(20_000);
    var small =
        new FeedOptions(
            500, 50_000, Duration.ZERO, 100_000, Duration.ofMillis(1), Duration.ofSeconds(30));
    var random = new Random(45);
    var refills = new AtomicInteger();
    Refill counting =
        (position, limit) -> {
          refills.incrementAndGet();
          return of(rows).rowsFrom(position, limit);
        };
    try (var feed = ArchiveFeed.start(archive, counting, 0, small)) {
      for (var from = 0; from < rows.size(); ) {
        var to = Math.min(rows.size(), from + 1 + random.nextInt(900));
        feed.offer(rows.subList(from, to));
        from = to;
      }
      assertThat(feed.flushUpTo(20_000, LONG)).isTrue();
      assertThat(feed.state().refilling()).isFalse();
    }
    assertThat(refills).hasPositiveValue();
    assertThat(archived()).isEqualTo(rows);
  }

  @Test
  void while_the_disk_refuses_it_keeps_everything_and_says_why() throws Exception {
    var rows = new SampleRows(46, MONTH_END - 100, 5).next(300);
    var away = parent.resolve("away");
    var quick =
        new FeedOptions(1_000, 1 << 20, LONG, 1 << 20, Duration.ofMillis(1), Duration.ofMillis(20));
    try (var feed = ArchiveFeed.start(archive, NOT_NEEDED, 0, quick)) {
      feed.offer(rows.subList(0, 3));
      assertThat(feed.flushUpTo(3, LONG)).isTrue();
      Files.move(folder, away);
      feed.offer(rows.subList(3, 300));
      assertThat(feed.flushUpTo(300, Duration.ofMillis(1))).isFalse();
      while (feed.state().phase() != FeedState.Phase.RETRYING) {
        Thread.onSpinWait();
      }
      assertThat(feed.state().lastError()).contains("could not be archived");
      assertThat(feed.state().lag()).isPositive();
      Files.move(away, folder);
      assertThat(feed.flushUpTo(300, LONG)).isTrue();
      assertThat(feed.state().phase()).isEqualTo(FeedState.Phase.RUNNING);
    }
    assertThat(archived()).isEqualTo(rows);
  }

  @Test
  void a_refill_that_cannot_be_read_just_now_is_tried_again() throws Exception {
    var rows = new SampleRows(47, NOVEMBER, 5).next(900);
    var failures = new AtomicInteger(3);
    Refill flaky =
        (position, limit) -> {
          if (failures.getAndDecrement() > 0) {
            throw new IOException("not now");
          }
          return of(rows).rowsFrom(position, limit);
        };
    try (var feed = ArchiveFeed.start(archive, flaky, 900, PATIENT)) {
      assertThat(feed.flushUpTo(900, LONG)).isTrue();
      assertThat(feed.state().lastError()).contains("not now");
    }
    assertThat(archived()).isEqualTo(rows);
  }

  @Test
  void a_refill_that_leaves_a_row_out_stops_the_feed_loudly() throws Exception {
    var rows = new SampleRows(48, NOVEMBER, 5).next(100);
    archive.append(rows.subList(0, 10));
    var stopped = new CountDownLatch(1);
    var before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> stopped.countDown());
    try (var feed =
        ArchiveFeed.start(
            archive, (position, limit) -> rows.subList((int) position, 100), 100, PATIENT)) {
      assertThat(feed.flushUpTo(100, LONG)).isFalse();
      stopped.await();
      assertThat(feed.state().phase()).isEqualTo(FeedState.Phase.FAILED);
      assertThat(feed.state().lastError()).contains("12");
      assertThat(archive.position()).isEqualTo(10);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void rows_offered_out_of_order_are_our_own_bug() throws Exception {
    var rows = new SampleRows(49, NOVEMBER, 5).next(10);
    try (var feed = ArchiveFeed.start(archive, NOT_NEEDED, 0, PATIENT)) {
      feed.offer(rows.subList(0, 3));
      assertThatThrownBy(() -> feed.offer(rows.subList(4, 5)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> feed.offer(rows.subList(0, 3)))
          .isInstanceOf(IllegalStateException.class);
      feed.offer(rows.subList(3, 10));
      assertThat(feed.flushUpTo(10, LONG)).isTrue();
    }
  }

  @Test
  void an_archive_that_is_ahead_of_a_replay_skips_what_comes_again() throws Exception {
    var rows = new SampleRows(50, NOVEMBER, 5).next(100);
    archive.append(rows.subList(0, 50));
    try (var feed = ArchiveFeed.start(archive, NOT_NEEDED, 20, PATIENT)) {
      for (var from = 20; from < 100; from += 7) {
        feed.offer(rows.subList(from, Math.min(100, from + 7)));
      }
      assertThat(feed.flushUpTo(100, LONG)).isTrue();
    }
    assertThat(archived()).isEqualTo(rows);
  }

  @Test
  void waiting_for_what_nobody_committed_ends_with_the_timeout() throws Exception {
    try (var feed = ArchiveFeed.start(archive, NOT_NEEDED, 0, PATIENT)) {
      assertThat(feed.flushUpTo(1_000_000, Duration.ofMillis(1))).isFalse();
    }
  }
}
