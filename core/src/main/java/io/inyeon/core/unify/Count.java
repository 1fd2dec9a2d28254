package io.inyeon.core.unify;

/// How often something happened, and when first and last.
///
/// @param count 1 or more
/// @param first milliseconds since 1970, by event time
/// @param last the same
public record Count(long count, long first, long last) {
  static Count once(long time) {
    return new Count(1, time, time);
  }

  /// Both counts as one.
  public Count plus(Count other) {
    return new Count(count + other.count, Math.min(first, other.first), Math.max(last, other.last));
  }
}
