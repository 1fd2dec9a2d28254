package io.inyeon.core.segment;

/// That a person is a member of a segment.
///
/// @param since milliseconds since 1970
/// @param version of the segment when the person entered
public record Membership(long since, int version) {
  Membership earlier(Membership other) {
    return since <= other.since ? this : other;
  }
}
