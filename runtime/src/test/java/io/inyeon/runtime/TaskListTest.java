package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is owed is done, however often it fails.
class TaskListTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));

  @TempDir Path folder;

  /// A rebuild that fails so often and then succeeds.
  private static final class Failing implements TaskList.Work {
    private final CountDownLatch succeeded = new CountDownLatch(1);
    private int failures;
    private volatile boolean owed = true;

    Failing(int failures) {
      this.failures = failures;
    }

    @Override
    public boolean owed() {
      return owed;
    }

    @Override
    public Rebuild.Report rebuild(Rebuild.Watcher watcher, AtomicBoolean cancelled)
        throws IOException {
      if (failures-- > 0) {
        throw new IOException("no room, " + failures + " times more");
      }
      owed = false;
      succeeded.countDown();
      var nobody = new Regrouping.Counts(0, 0, 0, 0);
      return new Rebuild.Report(
          1, 2, 9, 9, 1, 1, 1, 1, 1, new Regrouping.Total(nobody, nobody, 0, 0, 0, 0), null, 0, 0);
    }

    @Override
    public Rehearsal.Report rehearse(
        RulesDocument rules, Rebuild.Watcher watcher, AtomicBoolean cancelled) {
      throw new AssertionError("nobody asks for it");
    }
  }

  @Test
  void aRebuildThatIsOwedAndFailsIsTriedAgainLaterAndLaterWithItsErrorOnRecord() throws Exception {
    var rests = new ArrayList<Duration>();
    var work = new Failing(9);
    try (var tasks = new TaskList(new TaskRecords(folder), CLOCK, work, rests::add)) {
      tasks.applyWhatIsSaved("kim");
      work.succeeded.await();
      tasks.await();
      assertThat(rests)
          .extracting(Duration::toSeconds)
          .containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L);
      var all = tasks.all(Kind.REBUILD);
      assertThat(all).hasSize(10);
      var failed = all.stream().filter(task -> "failed".equals(task.text("state"))).toList();
      assertThat(failed)
          .hasSize(9)
          .allSatisfy(task -> assertThat(task.text("error")).contains("no room"))
          .allSatisfy(task -> assertThat(task.text("author")).isEqualTo("kim"))
          .extracting(task -> task.get("nextTryAt"))
          .contains(new Value.Text("2025-10-09T08:53:30Z"))
          .doesNotContainNull();
    }
  }

  @Test
  void whatIsNotOwedIsNotTriedAgain() throws Exception {
    var work = new Failing(1);
    work.owed = false;
    var rests = new ArrayList<Duration>();
    try (var tasks = new TaskList(new TaskRecords(folder), CLOCK, work, rests::add)) {
      tasks.rebuild("kim");
      tasks.await();
      assertThat(tasks.all(Kind.REBUILD)).hasSize(1);
      assertThat(tasks.all(Kind.REBUILD).getFirst().get("nextTryAt")).isNull();
      assertThat(rests).isEqualTo(List.of());
    }
  }

  @Test
  void theEndOfTheServerEndsTheWaiting() throws Exception {
    var waiting = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    try (var tasks =
        new TaskList(
            new TaskRecords(folder),
            CLOCK,
            new Failing(5),
            _ -> {
              waiting.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                ended.countDown();
              }
            })) {
      tasks.applyWhatIsSaved("kim");
      waiting.await();
    }
    ended.await();
  }
}
