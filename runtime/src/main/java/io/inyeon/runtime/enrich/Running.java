package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Circuit;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.core.govern.enricher.Pace;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.enrich.Answers.CacheKey;
import io.inyeon.runtime.enrich.Jobs.Job;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An enricher at work. Guarded by the lock of [Enrichment].
final class Running {
  Enricher enricher;

  /// Since which position it takes events up; [Long#MAX_VALUE] for not at all.
  long since;

  final Tally tally;
  Circuit circuit = Circuit.CLOSED;
  Pace pace = Pace.BEGIN;

  /// Until when the other side asked to be left alone, milliseconds since 1970; 0 for not.
  long holdUntil;

  /// Why it cannot work until an operator does something, e.g. `secret_missing`; empty for nothing.
  String blocked = "";

  /// Before which position no event waits to be asked about for the first time.
  long fresh;

  long waiting;
  long again;
  long failures;

  /// Events that are being asked about, or whose answers are not written down yet, by position.
  final Map<Long, UnderWay> underWay = new HashMap<>();

  /// Requests that are made just now.
  int requests;

  Running(Enricher enricher, long since, Tally tally, Jobs.Counts counts) {
    this.enricher = enricher;
    this.since = since;
    this.tally = tally;
    waiting = counts.waiting();
    again = counts.again();
    failures = counts.failed();
  }

  /// An event in hand.
  static final class UnderWay {
    final Running of;

    /// The version that asks.
    final Enricher by;

    final Job job;
    @Nullable Row row;
    @Nullable Identifier who;
    @Nullable ProfileId hash;
    @Nullable CacheKey key;

    /// What is on record of who gets what; `null` while nothing is sent.
    Disclosures.@Nullable Sent sent;

    @Nullable Thread thread;

    /// Whether the person is erased, so that nothing may come of it.
    boolean ended;

    /// What came of it; `null` while somebody is asked.
    @Nullable Outcome outcome;

    UnderWay(Running of, Job job) {
      this.of = of;
      this.by = of.enricher;
      this.job = job;
    }
  }

  /// What came of an event.
  sealed interface Outcome {
    /// Nobody was asked, on purpose.
    record Skipped(String reason) implements Outcome {}

    /// The answer was remembered.
    record Remembered(Value.Fields traits) implements Outcome {}

    /// Somebody was asked.
    record Asked(Answered answered) implements Outcome {}
  }

  /// The state that operators see.
  String state(long now) {
    return switch (enricher.status()) {
      case DRAFT -> "draft";
      case PAUSED -> "paused";
      case ACTIVE ->
          !blocked.isEmpty()
              ? "blocked"
              : circuit.open() ? "circuit_open" : holdUntil > now ? "held" : "running";
    };
  }
}
