package io.inyeon.runtime.importing;

import io.inyeon.core.Outcome;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.Seen;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.Mapping;
import io.inyeon.core.collect.mapping.RowMapper;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.ImportJob.State;
import io.inyeon.runtime.http.Whereabouts;
import io.inyeon.runtime.importing.Preparing.Batch;
import io.inyeon.runtime.importing.Preparing.Prepared;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One walk through a file: hands its rows in, batch by batch, and keeps account of each.
///
/// A batch is taken before the account says so. After a crash in between its rows are handed in
/// once more, found to be duplicates of what came since the account was written, and counted as
/// what they became then.
final class Run {
  private static final long SAVE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Job job;
  private final JobFolder folder;
  private final Mapping mapping;
  private final Source source;
  private final House house;
  private final InstantSource clock;
  private final long taken;
  private final Set<String> again = new HashSet<>();
  private final List<Value> preview = new ArrayList<>();
  private final boolean resumed;
  private long savedAt;

  Run(Job job, JobFolder folder, Mapping mapping, Source source, House house, InstantSource clock) {
    this.job = job;
    this.folder = folder;
    this.mapping = mapping;
    this.source = source;
    this.house = house;
    this.clock = clock;
    this.resumed = job.rows > 0 || job.from > 0;
    this.taken = job.to == 0 ? job.from - 1 : job.to;
  }

  /// Goes on to the end of the file, or until it is told to stop.
  void run() throws IOException, InterruptedException {
    if (!job.rehearsal && job.from == 0) {
      synchronized (job) {
        job.from = house.decided() + 1;
      }
      folder.save(job);
    }
    try (var rejects = new Rejects(folder.rejected(), job.rejectedBytes);
        var ahead =
            new Preparing(
                folder,
                mapping,
                new RowMapper(mapping),
                source,
                job.id,
                job.rows,
                new Whereabouts(house.places(), () -> ""),
                clock)) {
      // While one batch is decided the next is made durable.
      var open = new ArrayDeque<Open>();
      for (var batch = next(ahead, open, rejects);
          batch != null && running();
          batch = next(ahead, open, rejects)) {
        var opened = opened(batch);
        if (opened != null) {
          open.add(opened);
        }
        if (open.size() > 1) {
          settle(open.remove(), rejects);
        }
        if (System.nanoTime() - savedAt > SAVE_NANOS) {
          save(rejects);
        }
      }
      settle(open, rejects);
    }
  }

  /// The next batch; where the file cannot be read on, what was handed in is accounted for first.
  private @Nullable Batch next(Preparing ahead, Deque<Open> open, Rejects rejects)
      throws IOException, InterruptedException {
    try {
      return ahead.next();
    } catch (IOException e) {
      settle(open, rejects);
      throw e;
    }
  }

  private void settle(Deque<Open> open, Rejects rejects) throws IOException {
    while (!open.isEmpty()) {
      settle(open.remove(), rejects);
    }
    save(rejects);
  }

  /// A batch on its way.
  private record Open(Batch batch, Results results) {}

  /// Says what became of the events of a batch, in order.
  @FunctionalInterface
  private interface Results {
    List<Result> await() throws IOException;
  }

  /// Hands a batch in; `null` when it was stopped before it was taken.
  private @Nullable Open opened(Batch batch) throws IOException, InterruptedException {
    var events = new ArrayList<Intake.Collected>();
    for (var each : batch.rows()) {
      if (each.event() != null) {
        events.add(each.event());
      }
    }
    var results = job.rehearsal ? (Results) () -> rehearsed(events) : handedIn(events);
    return results == null ? null : new Open(batch, results);
  }

  private boolean running() {
    return job.state() == State.RUNNING;
  }

  private void save(Rejects rejects) throws IOException {
    rejects.force();
    if (!resumed && preview.size() > 0) {
      folder.preview(preview);
    }
    folder.save(job);
    savedAt = System.nanoTime();
  }

  private void settle(Open open, Rejects rejects) throws IOException {
    var batch = open.batch();
    var results = open.results().await();
    var next = 0;
    var counts = OutcomeCounts.NONE;
    var refused = 0L;
    var codes = new ArrayList<String>();
    for (var row : batch.rows()) {
      var result = row.event() == null ? null : results.get(next++);
      var violations = result == null ? row.violations() : result.violations();
      if (result == null) {
        refused++;
      } else {
        counts = counts.plus(result.count());
      }
      if (!violations.isEmpty()) {
        rejects.add(row, result == null ? "rejected" : "quarantined", violations);
        violations.stream().map(Violation::code).distinct().forEach(codes::add);
      }
      show(row);
    }
    synchronized (job) {
      job.outcomes = job.outcomes.plus(counts);
      job.rejected += refused;
      codes.forEach(code -> job.reasons.merge(code, 1L, Long::sum));
      job.rows = batch.lastRow();
      job.readBytes = batch.readBytes();
      job.rejectedBytes = rejects.bytes();
    }
  }

  private void show(Prepared row) {
    var made = row.made();
    if (made != null && preview.size() < Preparing.SHOWN) {
      preview.add(made);
    }
  }

  /// What became of one event.
  private record Result(OutcomeCounts count, List<Violation> violations) {
    static final Result ACCEPTED = new Result(new OutcomeCounts(1, 0, 0, 0), List.of());
    static final Result DUPLICATE = new Result(new OutcomeCounts(0, 1, 0, 0), List.of());
    static final Result DROPPED = new Result(new OutcomeCounts(0, 0, 0, 1), List.of());

    static Result quarantined(List<Violation> violations) {
      return new Result(new OutcomeCounts(0, 0, 1, 0), violations);
    }
  }

  /// What would become of events: read by the core's own rules, and looked up in its memory.
  private List<Result> rehearsed(List<Intake.Collected> events) {
    var results = new ArrayList<Result>(events.size());
    for (var event : events) {
      var reading =
          house
              .rules()
              .governance()
              .judge(event.envelope(), event.parsed(), source, house.rules().types())
              .reading();
      var id = reading.head().messageId();
      if (house.seen(source.number(), id) != null || !again.add(id)) {
        results.add(Result.DUPLICATE);
      } else {
        results.add(
            switch (reading) {
              case Reading.Understood _ -> Result.ACCEPTED;
              case Reading.Refused(_, var violations) -> Result.quarantined(violations);
              case Reading.Unwanted _ -> Result.DROPPED;
            });
      }
    }
    return results;
  }

  /// Hands events in; waits as long as the house cannot take any.
  ///
  /// @return `null` when it was stopped before they were taken
  private @Nullable Results handedIn(List<Intake.Collected> events)
      throws IOException, InterruptedException {
    if (events.isEmpty()) {
      return List::of;
    }
    while (running()) {
      try {
        var taken = house.hand(events);
        job.waits(null);
        return () -> decided(taken);
      } catch (Intake.Unavailable e) {
        if (e.code().equals("writer_stopped")) {
          throw stopped(e);
        }
        job.waits(e.code());
        Thread.sleep(1_000L * Math.max(1, e.retryAfterSeconds()));
      }
    }
    return null;
  }

  private List<Result> decided(House.Taken taken) throws IOException {
    try {
      var receipt = taken.receipt();
      var results = new ArrayList<Result>(receipt.outcomes().size());
      for (var outcome : receipt.outcomes()) {
        results.add(result(outcome));
      }
      synchronized (job) {
        job.to = receipt.position();
      }
      return results;
    } catch (Intake.Unavailable e) {
      throw stopped(e);
    }
  }

  /// What was taken is safe in the log; going on finds it there.
  private static Unreadable stopped(Intake.Unavailable e) {
    return new Unreadable(
        e.code(), "The server stops, or its writer has stopped: the import can go on afterwards.");
  }

  private Result result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> Result.ACCEPTED;
      case Outcome.Quarantined(_, var violations) -> Result.quarantined(violations);
      case Outcome.Dropped _ -> Result.DROPPED;
      case Outcome.Duplicate(var head, var first) -> {
        // Taken by this very import, and the account does not know it yet.
        if (resumed && first > taken && again.add(head.messageId())) {
          yield then(house.seen(source.number(), head.messageId()));
        }
        yield Result.DUPLICATE;
      }
    };
  }

  private static Result then(@Nullable Seen seen) {
    return seen == null || seen.accepted() ? Result.ACCEPTED : Result.quarantined(List.of());
  }
}
