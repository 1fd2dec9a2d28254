package io.inyeon.runtime.http;

import io.inyeon.core.OutcomeCounts;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One import of a file, with how far it has come.
///
/// @param author who made it
/// @param uploaded bytes of the file that are here
/// @param rehearsal whether the figures below are a rehearsal's
/// @param rows read so far
/// @param readBytes of the file as it lies here, read so far: the measure of progress
/// @param outcomes of the rows that became events
/// @param rejected rows that became none
/// @param reasons how often each code refused a row
/// @param from position of its first event in the log; 0 for none
/// @param to position of its last
/// @param waiting why it stands still just now and tries again; `null` when it does not
/// @param errorCode why it failed; `null` when it did not
public record ImportJob(
    String id,
    String sourceId,
    String name,
    long bytes,
    String sha256,
    String author,
    long createdAt,
    State state,
    long uploaded,
    boolean rehearsal,
    long rows,
    long readBytes,
    OutcomeCounts outcomes,
    long rejected,
    SortedMap<String, Long> reasons,
    long from,
    long to,
    @Nullable String waiting,
    @Nullable String errorCode,
    @Nullable String errorDetail) {
  public ImportJob {
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /// Where it stands.
  public enum State {
    /// Its file is on the way.
    UPLOADING,
    /// Its file is here.
    READY,
    RUNNING,
    DONE,
    /// Somebody stopped it; it can go on.
    CANCELLED,
    /// It could not go on; once the reason is gone, it can.
    FAILED,
    /// Its events are taken back.
    UNDONE;

    /// Whether its events may still come.
    public boolean open() {
      return this == UPLOADING || this == READY || this == RUNNING;
    }

    /// Whether it can never go on.
    public boolean over() {
      return this == DONE || this == UNDONE;
    }
  }
}
