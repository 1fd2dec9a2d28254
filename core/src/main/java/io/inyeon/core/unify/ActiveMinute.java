package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import org.jspecify.annotations.Nullable;

/// What a person did in a browser or an app within one minute of the clock.
///
/// @param first the earliest event time in it, milliseconds since 1970
/// @param last the latest
/// @param events how many, pages included
/// @param pages how many of them were pages or screens
/// @param landing how a campaign brought them here; of several in one minute the last
public record ActiveMinute(
    long first, long last, long events, long pages, @Nullable Landing landing) {
  private static final long LENGTH_MS = 60_000;

  /// Arrival by a campaign.
  ///
  /// @param time of the event that named it
  /// @param campaign see [CampaignReader]
  public record Landing(long time, String campaign) implements Comparable<Landing> {
    /// The later is the greater.
    @Override
    public int compareTo(Landing other) {
      var compared = Long.compare(time, other.time);
      return compared != 0 ? compared : Identifier.compareBytes(campaign, other.campaign);
    }
  }

  public ActiveMinute {
    if (!fits(first, last, events, pages)) {
      throw new IllegalArgumentException(first + " to " + last + ": " + events + ", " + pages);
    }
  }

  /// Whether these can be of one minute.
  public static boolean fits(long first, long last, long events, long pages) {
    return first <= last
        && number(first) == number(last)
        && events >= 1
        && pages >= 0
        && pages <= events;
  }

  /// Minutes since 1970.
  public static long number(long time) {
    return Math.floorDiv(time, LENGTH_MS);
  }

  long number() {
    return number(first);
  }

  ActiveMinute plus(ActiveMinute other) {
    return new ActiveMinute(
        Math.min(first, other.first),
        Math.max(last, other.last),
        events + other.events,
        pages + other.pages,
        later(landing, other.landing));
  }

  private static @Nullable Landing later(@Nullable Landing a, @Nullable Landing b) {
    return a == null ? b : b == null || a.compareTo(b) >= 0 ? a : b;
  }
}
