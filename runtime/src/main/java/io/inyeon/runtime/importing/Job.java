package io.inyeon.runtime.importing;

import io.inyeon.core.OutcomeCounts;
import io.inyeon.runtime.http.ImportJob;
import io.inyeon.runtime.http.ImportJob.State;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An import while it changes. Guarded by itself; what others see is a copy.
final class Job {
  final String id;
  final String sourceId;
  final String name;
  final long bytes;
  final String sha256;
  final String author;
  final long createdAt;
  State state = State.UPLOADING;
  long uploaded;
  boolean rehearsal;
  long rows;
  long readBytes;
  OutcomeCounts outcomes = OutcomeCounts.NONE;
  long rejected;
  long rejectedBytes;
  SortedMap<String, Long> reasons = new TreeMap<>();
  long from;
  long to;
  @Nullable String waiting;
  @Nullable String errorCode;
  @Nullable String errorDetail;

  Job(
      String id,
      String sourceId,
      String name,
      long bytes,
      String sha256,
      String author,
      long createdAt) {
    this.id = id;
    this.sourceId = sourceId;
    this.name = name;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.author = author;
    this.createdAt = createdAt;
  }

  synchronized ImportJob seen() {
    return new ImportJob(
        id,
        sourceId,
        name,
        bytes,
        sha256,
        author,
        createdAt,
        state,
        uploaded,
        rehearsal,
        rows,
        readBytes,
        outcomes,
        rejected,
        reasons,
        from,
        to,
        waiting,
        errorCode,
        errorDetail);
  }

  /// Begins from the first row.
  synchronized void restart() {
    rows = 0;
    readBytes = 0;
    outcomes = OutcomeCounts.NONE;
    rejected = 0;
    rejectedBytes = 0;
    reasons = new TreeMap<>();
    from = 0;
    to = 0;
  }

  synchronized void to(State next) {
    state = next;
    waiting = null;
    if (next != State.FAILED) {
      errorCode = null;
      errorDetail = null;
    }
  }

  synchronized void fail(String code, String detail) {
    to(State.FAILED);
    errorCode = code;
    errorDetail = detail;
  }

  synchronized void waits(@Nullable String why) {
    waiting = why;
  }

  synchronized State state() {
    return state;
  }
}
