package io.inyeon.core.segment;

import org.jspecify.annotations.Nullable;

/// A window as it lies at one instant.
///
/// @param after what is later counts; [Long#MIN_VALUE] for ever
/// @param until what is not later counts
/// @param bound where `until` stops moving with the time
/// @param slideMs how long behind the present `after` moves; 0 when it stands still
/// @param resetAt when it lies anew altogether; [Long#MAX_VALUE] for never
public record Frame(long after, long until, long bound, long slideMs, long resetAt) {
  /// Where a window lies now; `null` when that cannot be told.
  public static @Nullable Frame of(Window window, ProfileView view, long now) {
    return switch (window) {
      case Window.Ever _ -> new Frame(Long.MIN_VALUE, now, Long.MAX_VALUE, 0, Long.MAX_VALUE);
      case Window.Last(var span) ->
          new Frame(now - span.ms(), now, Long.MAX_VALUE, span.ms(), Long.MAX_VALUE);
      case Window.Between(var from, var to) ->
          fixed(from.toEpochMilli(), to.toEpochMilli(), now, Long.MAX_VALUE);
      case Window.Since(var trait) -> {
        var moment = Moments.of(trait.below(view.trait(trait.head())));
        yield moment == null
            ? null
            : fixed(Moments.start(moment, view.terms()), Long.MAX_VALUE, now, Long.MAX_VALUE)
                .bounded(now);
      }
      case Window.Calendar(var period) -> {
        var days = view.terms().days(period, now);
        yield fixed(days.from(), days.to(), now, view.terms().nextPeriod(period, now));
      }
    };
  }

  private static Frame fixed(long from, long to, long now, long resetAt) {
    var bound = to == Long.MAX_VALUE ? to : to - 1;
    return new Frame(from - 1, Math.min(now, bound), bound, 0, resetAt);
  }

  /// The same, reaching back no further than `distinct` and `since` do.
  public Frame bounded(long now) {
    var limit = now - Reach.MOST_MS;
    if (after < limit) {
      return new Frame(limit, until, bound, Reach.MOST_MS, resetAt);
    }
    return slideMs > 0
        ? this
        : new Frame(after, until, bound, 0, Math.min(resetAt, after + Reach.MOST_MS + 1));
  }

  /// Whether from now on things only leave it, one by one, and nothing comes in.
  boolean onlyLoses(Occurrences occurrences) {
    return slideMs > 0
        && resetAt == Long.MAX_VALUE
        && occurrences.hours().isEmpty()
        && occurrences.nextBegin(until) == Long.MAX_VALUE;
  }

  /// The next instant at which something else may count; [Long#MAX_VALUE] for never.
  long next(Occurrences occurrences) {
    var next = resetAt;
    var begin = occurrences.nextBegin(until);
    if (begin <= bound) {
      next = Math.min(next, begin);
    }
    if (slideMs > 0) {
      var end = occurrences.nextEnd(after);
      next = Math.min(next, end == Long.MAX_VALUE ? end : end + slideMs);
    }
    return next;
  }
}
