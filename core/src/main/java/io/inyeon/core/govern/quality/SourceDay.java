package io.inyeon.core.govern.quality;

import java.util.Arrays;

/// What was counted of one day of a source, by the clock on the wall where the workspace is.
///
/// Changes; one thread at a time.
public final class SourceDay {
  /// How an event ended; the order is on disk.
  public enum Ended {
    ACCEPTED,
    DUPLICATE,
    QUARANTINED,
    DROPPED
  }

  /// Classes of delay: below 1, 2, 4, ... seconds, the last without an end.
  public static final int DELAYS = 24;

  private final int[] slots;
  private final long[] ended;
  private final long[] delays;
  private long lastAt;
  private long robots;

  public SourceDay() {
    this(new int[VolumeWatch.DAY], new long[Ended.values().length], new long[DELAYS], 0, 0);
  }

  /// As it was kept.
  ///
  /// @param slots how many came in each [VolumeWatch#SLOT_MINUTES] minutes, repetitions left out
  /// @param ended how many ended how, in the order of [Ended]
  /// @param delays how many came how long after they had happened
  /// @param lastAt when the last one came, milliseconds since 1970; 0 when none did
  /// @param robots how many came from robots; they count for nothing else
  public SourceDay(int[] slots, long[] ended, long[] delays, long lastAt, long robots) {
    this.robots = robots;
    this.slots = slots.clone();
    this.ended = ended.clone();
    this.delays = delays.clone();
    this.lastAt = lastAt;
  }

  /// One came.
  ///
  /// @param slot of the day
  /// @param at when, milliseconds since 1970
  /// @param time when it had happened
  public void add(int slot, Ended how, long at, long time) {
    ended[Arrays.asList(Ended.values()).indexOf(how)]++;
    lastAt = Math.max(lastAt, at);
    if (how != Ended.DUPLICATE) {
      slots[slot]++;
      delays[delay(at - time)]++;
    }
  }

  /// One came from a robot: it is kept apart.
  public void robot() {
    robots++;
  }

  /// One that was taken for a robot's is none.
  public void noRobot() {
    robots = Math.max(0, robots - 1);
  }

  public long robots() {
    return robots;
  }

  private static int delay(long millis) {
    var seconds = Math.max(0, millis) / 1_000;
    return Math.min(DELAYS - 1, Long.SIZE - Long.numberOfLeadingZeros(seconds));
  }

  public int slot(int slot) {
    return slots[slot];
  }

  public int[] slots() {
    return slots.clone();
  }

  public long[] ended() {
    return ended.clone();
  }

  public long[] delays() {
    return delays.clone();
  }

  public long ended(Ended how) {
    return ended[Arrays.asList(Ended.values()).indexOf(how)];
  }

  public long all() {
    return Arrays.stream(ended).sum();
  }

  public long lastAt() {
    return lastAt;
  }

  /// A delay that so many of the events did not exceed, in seconds: the end of its class; 0 when
  /// none came.
  ///
  /// @param share 0 to 1
  public long delaySeconds(double share) {
    var all = Arrays.stream(delays).sum();
    var passed = 0L;
    for (var i = 0; i < DELAYS; i++) {
      passed += delays[i];
      if (all > 0 && passed >= share * all) {
        return 1L << i;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceDay day
        && Arrays.equals(slots, day.slots)
        && Arrays.equals(ended, day.ended)
        && Arrays.equals(delays, day.delays)
        && lastAt == day.lastAt
        && robots == day.robots;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(slots);
  }
}
