package io.inyeon.core.unify;

/// All erasures of a workspace together: what every event is held against first, so that where
/// nobody was ever erased, or an event is newer than all of it, nothing else is asked.
///
/// @param count how many there were
/// @param until the latest time until which any of them refuses events, milliseconds since 1970
public record ErasuresSoFar(long count, long until) {
  /// Nobody was ever erased.
  public static final ErasuresSoFar NONE = new ErasuresSoFar(0, Long.MIN_VALUE);

  /// And one more.
  public ErasuresSoFar and(Erasure erasure) {
    return new ErasuresSoFar(count + 1, Math.max(until, erasure.until()));
  }
}
