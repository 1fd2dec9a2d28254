package io.inyeon.core.govern.enricher;

/// Whether somebody outside is to be left alone because they failed again and again.
///
/// Closed, it counts failures in a row; open, nothing is asked until its pause is over; then one
/// request finds out whether they are well again (M. Nygard, Release It!, 2007).
///
/// @param failures in a row
/// @param openUntil milliseconds since 1970; 0 while it is closed
/// @param pauseMs of the last opening; 0 when it has not opened since the last success
public record Circuit(int failures, long openUntil, long pauseMs) {
  /// One that has seen nothing.
  public static final Circuit CLOSED = new Circuit(0, 0, 0);

  private static final long LONGEST_MS = 60L * 60 * 1_000;

  /// After a request that was answered.
  public Circuit succeeded() {
    return CLOSED;
  }

  /// After a request that failed.
  public Circuit failed(Limits limits, long now) {
    var all = failures + 1;
    // Those that were under way when it opened do not open it again.
    if (all < limits.circuitFailures() || (openUntil > now)) {
      return new Circuit(all, openUntil, pauseMs);
    }
    var pause =
        pauseMs == 0 ? limits.circuitPauseSeconds() * 1_000L : Math.min(LONGEST_MS, 2 * pauseMs);
    return new Circuit(all, now + pause, pause);
  }

  /// Whether it has opened and nobody has answered since.
  public boolean open() {
    return openUntil > 0;
  }

  /// How many requests may be under way.
  ///
  /// @param most while it is closed
  public int permits(int most, long now) {
    return openUntil == 0 ? most : openUntil > now ? 0 : 1;
  }
}
