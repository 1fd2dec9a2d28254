package io.inyeon.runtime.quality;

import io.inyeon.core.govern.quality.FieldWatch;
import io.inyeon.core.govern.quality.VolumeWatch;
import java.util.Locale;

/// Something about the data that became worse, from when it was found until it was well again.
///
/// @param number 1, 2, ...
/// @param about what of which source
/// @param foundAt milliseconds since 1970
/// @param seenAt when it was last looked at
/// @param endedAt when it was found well again; 0 as long as it lasts
/// @param observed of a volume events, of freshness seconds, else a share from 0 to 1
/// @param expected the same, as it usually is
/// @param spanMinutes of a volume, over which it was counted; else 0
public record Alert(
    long number,
    About about,
    long foundAt,
    long seenAt,
    long endedAt,
    double observed,
    double expected,
    int spanMinutes) {
  /// What it is about.
  ///
  /// @param source its number
  /// @param event a name; empty for all of the source
  /// @param field dotted path; empty for the event as a whole
  public record About(Kind kind, int source, String event, String field) {}

  /// What became worse. The order is on disk.
  public enum Kind {
    DROP,
    SURGE,
    COMPLETENESS,
    VALIDITY,
    UNIQUENESS,
    FRESHNESS;

    static Kind of(FieldWatch.Worse worse) {
      return switch (worse) {
        case COMPLETENESS -> COMPLETENESS;
        case VALIDITY -> VALIDITY;
        case UNIQUENESS -> UNIQUENESS;
        case FRESHNESS -> FRESHNESS;
      };
    }

    static Kind of(VolumeWatch.Finding finding) {
      return finding == VolumeWatch.Finding.SURGE ? SURGE : DROP;
    }

    /// Its code in the API.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean volume() {
      return this == DROP || this == SURGE;
    }
  }

  /// Whether it lasts.
  public boolean open() {
    return endedAt == 0;
  }

  Alert seen(long at, double now, double usual, int span) {
    return new Alert(number, about, foundAt, at, 0, now, usual, span);
  }

  Alert ended(long at) {
    return new Alert(number, about, foundAt, at, at, observed, expected, spanMinutes);
  }
}
