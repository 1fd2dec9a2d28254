package io.inyeon.core.govern.quarantine;

/// The release or the dropping of what waited in a group of the quarantine.
///
/// @param id never changes
/// @param group whose events are meant
/// @param upTo the last position whose events are meant
/// @param author who asked for it; empty for the quarantine's own term
/// @param reason in the author's words
/// @param begunAt milliseconds since 1970
/// @param total how many events waited when it began
/// @param endedAt when it was done; 0 while it goes on
/// @param done how many are out of quarantine by it
public record Repair(
    String id,
    Kind kind,
    String group,
    long upTo,
    String author,
    String reason,
    long begunAt,
    long total,
    long endedAt,
    long done) {
  /// What becomes of the events.
  public enum Kind {
    /// They are decided again.
    RELEASE,
    /// They are not kept any more, on purpose.
    DROP
  }

  /// Whether it still goes on.
  public boolean running() {
    return endedAt == 0;
  }

  /// The same, done.
  public Repair ended(long at, long done) {
    return new Repair(id, kind, group, upTo, author, reason, begunAt, total, at, done);
  }
}
