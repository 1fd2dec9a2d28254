package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.Mapped;
import io.inyeon.core.collect.mapping.Mapping;
import io.inyeon.core.collect.mapping.Row;
import io.inyeon.core.collect.mapping.RowMapper;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.Whereabouts;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads and maps rows ahead of their being handed in, on a thread of its own, a few batches at
/// most.
final class Preparing implements AutoCloseable {
  /// Events that are shown as a preview.
  static final int SHOWN = 20;

  private static final int BATCH = 1_000;
  private static final int AHEAD = 3;

  private final JobFolder folder;
  private final Mapping mapping;
  private final RowMapper mapper;
  private final Source source;
  private final String jobId;
  private final long done;
  private final Whereabouts whereabouts;
  private final InstantSource clock;
  private final ArrayBlockingQueue<Step> steps = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private int shown;

  /// A row and the event that it became.
  ///
  /// @param event `null` when it became none
  /// @param made the event as a value, of the first ones only
  record Prepared(
      Row row,
      Intake.@Nullable Collected event,
      @Nullable Value made,
      List<Violation> violations) {}

  /// Rows that are handed in together.
  ///
  /// @param readBytes of the file, up to about its last row
  record Batch(List<Prepared> rows, long lastRow, long readBytes) {}

  /// What comes next.
  private sealed interface Step {
    record More(Batch batch) implements Step {}

    record End() implements Step {}

    record Failed(Throwable why) implements Step {}
  }

  /// Begins.
  ///
  /// @param done rows that are passed over: they were handed in before
  /// @param whereabouts where the addresses of rows are: a file's own address says nothing of
  ///   people
  Preparing(
      JobFolder folder,
      Mapping mapping,
      RowMapper mapper,
      Source source,
      String jobId,
      long done,
      Whereabouts whereabouts,
      InstantSource clock) {
    this.folder = folder;
    this.mapping = mapping;
    this.mapper = mapper;
    this.source = source;
    this.jobId = jobId;
    this.done = done;
    this.whereabouts = whereabouts;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("import-rows").daemon().start(this::work);
  }

  /// The next batch; `null` at the end of the file.
  @Nullable Batch next() throws IOException, InterruptedException {
    return switch (steps.take()) {
      case Step.More(var batch) -> batch;
      case Step.End _ -> null;
      case Step.Failed(var why) -> throw why instanceof IOException e ? e : new IOException(why);
    };
  }

  private void work() {
    try {
      try {
        read();
        steps.put(new Step.End());
      } catch (IOException | RuntimeException e) {
        steps.put(new Step.Failed(e));
      }
    } catch (InterruptedException _) {
      // Whoever took the batches has enough.
    }
  }

  private void read() throws IOException, InterruptedException {
    try {
      readRows();
    } finally {
      folder.file().coverUp();
    }
  }

  private void readRows() throws IOException, InterruptedException {
    try (var rows = RowSource.open(folder.file(), mapping.file());
        var counted = new Occurrences(folder.occurrences())) {
      check(rows.columns());
      var batch = new ArrayList<Prepared>(BATCH);
      for (var line = rows.next(); line != null; line = rows.next()) {
        var number = line.row().number();
        var prepared = prepared(line, counted);
        if (prepared == null) {
          continue;
        }
        batch.add(prepared);
        if (batch.size() == BATCH) {
          steps.put(new Step.More(new Batch(batch, number, rows.readBytes())));
          batch = new ArrayList<>(BATCH);
        }
      }
      if (!batch.isEmpty()) {
        var last = batch.getLast().row().number();
        steps.put(new Step.More(new Batch(batch, last, rows.readBytes())));
      }
    }
  }

  /// A map that names columns which the file lacks was made for another file.
  private void check(List<String> columns) throws Unreadable {
    if (columns.isEmpty()) {
      return;
    }
    var missing =
        mapper.columns().stream()
            .filter(each -> !columns.contains(each))
            .filter(each -> each.indexOf('.') < 0)
            .sorted()
            .toList();
    if (!missing.isEmpty()) {
      throw new Unreadable(
          "missing_columns",
          "The map names columns that the file does not have: "
              + String.join(", ", missing)
              + ". It has: "
              + String.join(", ", columns)
              + ".");
    }
  }

  /// Maps a row; `null` when it was handed in before.
  private @Nullable Prepared prepared(Line line, Occurrences counted) throws IOException {
    var row = line.row();
    var key = line.fault() == null ? mapper.key(row) : null;
    var occurrence = key != null && mapper.countsRepeats() ? counted.next(key) : 1;
    if (row.number() <= done) {
      return null;
    }
    if (line.fault() != null) {
      return new Prepared(row, null, null, List.of(line.fault()));
    }
    return switch (mapper.map(row, key, occurrence)) {
      case Mapped.Rejected(var violations) -> new Prepared(row, null, null, violations);
      case Mapped.Ready(_, var event) -> {
        // Parsed once more: a replay will know the bytes alone, and must decide the same.
        var body = JsonWriter.bytes(event);
        var parsed = JsonReader.event(body);
        var envelope =
            new Envelope(
                source.number(),
                clock.millis(),
                null,
                jobId + "." + row.number(),
                null,
                whereabouts.context(Value.Fields.EMPTY, parsed),
                body.length);
        var show = done == 0 && shown++ < SHOWN;
        yield new Prepared(
            row, new Intake.Collected(envelope, body, parsed), show ? event : null, List.of());
      }
    };
  }

  /// Ends the reading, wherever it is.
  @Override
  public void close() {
    thread.interrupt();
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
