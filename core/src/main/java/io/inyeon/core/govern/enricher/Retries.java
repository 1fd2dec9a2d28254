package io.inyeon.core.govern.enricher;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// When a request that failed is made again.
public final class Retries {
  private static final long FIRST_MS = 1_000;
  private static final long LONGEST_MS = 10L * 60 * 1_000;

  /// Nobody has to be waited for longer.
  private static final long LONGEST_ASKED_MS = 24L * 60 * 60 * 1_000;

  private Retries() {}

  /// How long to wait after an attempt: doubled each time up to ten minutes, and half of it by
  /// chance, so that many do not come again at one time.
  ///
  /// @param attempt the one that failed; the first is 1
  /// @param chance 0 to 1
  /// @param asked how long the other side asked to wait; 0 for nothing
  public static long waitMs(int attempt, double chance, long asked) {
    var longest = attempt > 20 ? LONGEST_MS : Math.min(LONGEST_MS, FIRST_MS << (attempt - 1));
    return Math.max(asked, longest / 2 + (long) (chance * (longest / 2.0)));
  }

  /// What a header `Retry-After` (RFC 9110, 10.2.3) asks for: seconds, or a date.
  ///
  /// @param header `null` where there is none
  /// @return milliseconds from now, a day at most; 0 where it asks for nothing, or for nothing that
  ///   can be read
  public static long asked(@Nullable String header, long now) {
    if (header == null) {
      return 0;
    }
    var text = header.strip();
    long wait;
    if (text.matches("[0-9]{1,9}")) {
      wait = Long.parseLong(text) * 1_000;
    } else {
      try {
        wait = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from).toEpochMilli() - now;
      } catch (DateTimeException e) {
        return 0;
      }
    }
    return Math.clamp(wait, 0, LONGEST_ASKED_MS);
  }
}
