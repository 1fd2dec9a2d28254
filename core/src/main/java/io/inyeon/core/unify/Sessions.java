package io.inyeon.core.unify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's visits to sites and apps, on whatever device: events with no longer gap than the
/// rules allow, cut by a new campaign.
///
/// A session's campaign is the one that began it. An event that names another begins a new session,
/// with all that happened in the same minute of the clock: so the cut by a campaign is exact to the
/// minute, everything else to the millisecond.
///
/// @param known latest first; those that lie within the last 288 minutes of activity
/// @param earlier activity before the known ones, which is only counted; `null` when there is none
public record Sessions(List<Session> known, @Nullable EarlierActivity earlier) {
  public Sessions {
    known = List.copyOf(known);
  }

  /// One visit.
  ///
  /// @param start its first event's time, milliseconds since 1970
  /// @param end its last event's
  /// @param events how many, pages included
  /// @param pages how many pages and screens
  /// @param campaign that began it; `null` when none did
  public record Session(long start, long end, long events, long pages, @Nullable String campaign) {
    /// Milliseconds from the first to the last event.
    public long lengthMs() {
      return end - start;
    }
  }

  /// Cuts activity into sessions.
  ///
  /// @param gapMinutes the longest pause within one session
  public static Sessions of(Activity activity, int gapMinutes) {
    var cutter = new Cutter(gapMinutes * 60_000L, activity.earlier());
    for (var minutes : List.of(activity.older(), activity.recent())) {
      for (var i = minutes.size() - 1; i >= 0; i--) {
        cutter.add(minutes.value(i));
      }
    }
    return cutter.end();
  }

  /// Takes minutes as time went on.
  private static final class Cutter {
    private final long gapMs;
    private final List<Session> done = new ArrayList<>();
    private @Nullable EarlierActivity earlier;
    private @Nullable Session open;

    Cutter(long gapMs, @Nullable EarlierActivity earlier) {
      this.gapMs = gapMs;
      this.earlier = earlier;
    }

    void add(ActiveMinute minute) {
      var campaign = minute.landing() == null ? null : minute.landing().campaign();
      var before = open;
      if (before != null
          && minute.first() - before.end <= gapMs
          && (campaign == null || campaign.equals(before.campaign))) {
        open =
            new Session(
                before.start,
                minute.last(),
                before.events + minute.events(),
                before.pages + minute.pages(),
                before.campaign);
        return;
      }
      if (before != null) {
        done.add(before);
      } else if (campaign == null && continues(minute)) {
        return;
      }
      open = new Session(minute.first(), minute.last(), minute.events(), minute.pages(), campaign);
    }

    /// Whether a minute belongs to a session whose beginning is no longer known; then it is counted
    /// with what is not known, rather than shown as a session of its own.
    private boolean continues(ActiveMinute minute) {
      var rest = earlier;
      if (rest == null || minute.first() - rest.last() > gapMs) {
        return false;
      }
      earlier = rest.plus(new EarlierActivity(minute.events(), minute.pages(), minute.last()));
      return true;
    }

    Sessions end() {
      if (open != null) {
        done.add(open);
      }
      Collections.reverse(done);
      return new Sessions(done, earlier);
    }
  }
}
