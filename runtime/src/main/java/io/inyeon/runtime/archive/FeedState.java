package io.inyeon.runtime.archive;

import org.jspecify.annotations.Nullable;

/// How the archive keeps up.
///
/// @param position of the last archived row
/// @param lag rows that are committed and not yet archived
/// @param refilling whether it reads rows again because they came faster than it could take them
/// @param lastError what went wrong last; `null` if nothing ever did
/// @param rowsPerSecond over the last batches
public record FeedState(
    Phase phase,
    long position,
    long lag,
    boolean refilling,
    @Nullable String lastError,
    double rowsPerSecond) {
  /// Whether it works.
  public enum Phase {
    /// It takes rows.
    RUNNING,
    /// The last attempt failed; it keeps everything and tries again.
    RETRYING,
    /// Our own bug: it stopped, and takes no more rows until the process is started again.
    FAILED,
    /// It was closed.
    CLOSED
  }
}
