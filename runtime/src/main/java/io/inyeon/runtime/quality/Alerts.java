package io.inyeon.runtime.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The alerts that are open, and what lately was. One thread at a time.
///
/// What comes back within a day of its end is the same alert again, so that what hovers at a limit
/// is told once.
final class Alerts {
  private static final long AGAIN = 24L * 60 * 60 * 1_000;

  /// A volume counts as well again after it was so for an hour.
  private static final long WELL_AFTER = 60L * 60 * 1_000;

  private static final int LOADED = 1_000;

  private final Map<Alert.About, Alert> lately = new HashMap<>();
  private final Map<Alert.About, Long> wellSince = new HashMap<>();
  private final List<Alert> changed = new ArrayList<>();
  private long last;

  Alerts(DayStore store) {
    last = store.head().alerts();
    for (var alert : store.alerts(Long.MAX_VALUE, LOADED)) {
      lately.putIfAbsent(alert.about(), alert);
    }
  }

  /// It is so.
  void found(Alert.About about, long at, double observed, double expected, int span) {
    wellSince.remove(about);
    var known = lately.get(about);
    var alert =
        known != null && (known.open() || at - known.endedAt() < AGAIN)
            ? known.seen(at, observed, expected, span)
            : new Alert(++last, about, at, at, 0, observed, expected, span);
    put(alert);
  }

  /// It is not so.
  void well(Alert.About about, long at) {
    var known = lately.get(about);
    if (known == null || !known.open()) {
      return;
    }
    if (about.kind().volume()) {
      var since = wellSince.computeIfAbsent(about, _ -> at);
      if (at - since < WELL_AFTER) {
        return;
      }
    }
    wellSince.remove(about);
    put(known.ended(at));
  }

  private void put(Alert alert) {
    lately.put(alert.about(), alert);
    changed.removeIf(each -> each.number() == alert.number());
    changed.add(alert);
  }

  /// Puts what changed among some changes.
  ///
  /// @return the number of the last alert
  long into(DayStore.Changes changes) {
    changed.forEach(changes::alert);
    changed.clear();
    return last;
  }

  List<Alert> open() {
    return lately.values().stream().filter(Alert::open).toList();
  }
}
