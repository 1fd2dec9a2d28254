package io.inyeon.core.govern.enricher;

/// So many requests a second and no more: a bucket of tokens, of which one second's worth is kept.
///
/// @param micros when the next request would be on time, microseconds since 1970; those that are
///   behind the clock may come at once
public record Pace(long micros) {
  /// Before the first.
  public static final Pace BEGIN = new Pace(0);

  private static final long SECOND = 1_000_000;

  /// Milliseconds until a request may begin; 0 for now.
  public long waitMs(int perSecond, long now) {
    var early = earliest(perSecond, now) - now * 1_000;
    return early <= 0 ? 0 : (early + 999) / 1_000;
  }

  /// When all tokens but one are spent, the next comes after its interval.
  private long earliest(int perSecond, long now) {
    return Math.max(micros, now * 1_000 - SECOND + SECOND / perSecond);
  }

  /// After a request began.
  public Pace taken(int perSecond, long now) {
    return new Pace(earliest(perSecond, now) + SECOND / perSecond);
  }
}
