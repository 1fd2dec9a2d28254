package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One task while it runs, and what came of it.
final class Task {
  /// How it is.
  enum State {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  private final String id;
  private final Kind kind;
  private final String author;
  private final long startedAt;
  private final Value.Fields asked;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private State state = State.RUNNING;
  private String phase = "starting";
  private long done;
  private long total;
  private long endedAt;
  private @Nullable String error;
  private Value.@Nullable Fields report;

  /// A task that has just begun.
  ///
  /// @param asked what was asked for, as it is shown; empty where the kind says it all
  Task(Kind kind, String author, Value.Fields asked, long startedAt) {
    this.id = TaskRecords.newId(kind);
    this.kind = kind;
    this.author = author;
    this.asked = asked;
    this.startedAt = startedAt;
  }

  String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  /// Whether somebody wants it to end.
  AtomicBoolean cancelled() {
    return cancelled;
  }

  synchronized void phase(String phase) {
    this.phase = phase;
    done = 0;
    total = 0;
  }

  synchronized void progress(long done, long total) {
    this.done = done;
    this.total = total;
  }

  synchronized void end(
      State state, @Nullable String error, Value.@Nullable Fields report, long at) {
    this.state = state;
    this.error = error;
    this.report = report;
    endedAt = at;
  }

  /// As others see it.
  synchronized Value.Fields shown() {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("id", new Value.Text(id));
    fields.put("kind", new Value.Text(kind.name().toLowerCase(Locale.ROOT)));
    fields.put("state", new Value.Text(state.name().toLowerCase(Locale.ROOT)));
    if (state == State.RUNNING) {
      fields.put("phase", new Value.Text(phase));
    }
    fields.put("author", new Value.Text(author));
    if (!asked.values().isEmpty()) {
      fields.put("asked", asked);
    }
    fields.put("startedAt", time(startedAt));
    if (endedAt > 0) {
      fields.put("endedAt", time(endedAt));
    }
    if (state == State.RUNNING) {
      var progress = new LinkedHashMap<String, Value>();
      progress.put("done", number(done));
      progress.put("total", number(total));
      fields.put("progress", new Value.Fields(progress));
    }
    if (error != null) {
      fields.put("error", new Value.Text(error));
    }
    if (report != null) {
      fields.put("report", report);
    }
    return new Value.Fields(fields);
  }

  static Value number(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private static Value time(long at) {
    return new Value.Time(Instant.ofEpochMilli(at));
  }
}
