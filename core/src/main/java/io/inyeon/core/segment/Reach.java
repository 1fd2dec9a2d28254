package io.inyeon.core.segment;

/// How far back occurrences are kept one by one; beyond that as a [Summary]. A few kinds only, so
/// that most conditions on the same events share what is kept.
public enum Reach {
  /// Not at all: for what asks about ever.
  NOTHING(0),
  MONTH(32),
  YEAR(400),
  TWO_YEARS(800),
  FOREVER(Long.MAX_VALUE / 86_400_000);

  /// What `distinct` and `since` reach back at most, in milliseconds.
  public static final long MOST_MS = 400L * 86_400_000;

  private final long days;

  Reach(long days) {
    this.days = days;
  }

  /// Up to when things are forgotten, exclusive.
  ///
  /// @param now milliseconds since 1970
  long cutoff(long now) {
    return this == FOREVER ? Long.MIN_VALUE : now - days * 86_400_000;
  }

  /// What a condition on events needs.
  public static Reach of(Condition.OfEvents events) {
    return events.aggregate() == Aggregate.DISTINCT && events.window() instanceof Window.Ever
        ? YEAR
        : of(events.window());
  }

  /// What a sequence needs.
  public static Reach of(Condition.Sequence sequence) {
    return sequence.window() instanceof Window.Ever ? FOREVER : of(sequence.window());
  }

  /// What a window needs.
  static Reach of(Window window) {
    return switch (window) {
      case Window.Ever _ -> NOTHING;
      case Window.Last(var span) -> ofDays(span.ms() / 86_400_000 + 1);
      case Window.Between _ -> FOREVER;
      case Window.Since _ -> YEAR;
      case Window.Calendar(var period) ->
          switch (period) {
            case TODAY, YESTERDAY, THIS_WEEK, LAST_WEEK, THIS_MONTH -> MONTH;
            case LAST_MONTH, THIS_QUARTER, LAST_QUARTER, THIS_YEAR -> YEAR;
            case LAST_YEAR -> TWO_YEARS;
          };
    };
  }

  /// What looking so far back needs.
  static Reach ofMs(long ms) {
    return ofDays(ms / 86_400_000 + 1);
  }

  private static Reach ofDays(long days) {
    for (var reach : values()) {
      if (reach != NOTHING && days <= reach.days) {
        return reach;
      }
    }
    return FOREVER;
  }
}
