package io.inyeon.runtime.quality;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The alerts that are open, and what lately was. One thread at a time.
///
/// What comes back within a day of its end is the same alert again, so that what hovers at a limit
/// is told once.
public final class Alerts {
  private static final long AGAIN = 24L * 60 * 60 * 1_000;

  /// A volume counts as well again after it was so for an hour.
  private static final long WELL_AFTER = 60L * 60 * 1_000;

  private static final int LOADED = 1_000;

  private final Map<Alert.About, Alert> lately = new HashMap<>();
  private final Map<Alert.About, Long> wellSince = new HashMap<>();
  private final List<Alert> changed = new ArrayList<>();
  private final List<News> news = new ArrayList<>();
  private int untold;
  private long last;

  Alerts(DayStore store) {
    last = store.head().alerts();
    for (var alert : store.alerts(Long.MAX_VALUE, LOADED)) {
      lately.putIfAbsent(alert.about(), alert);
    }
    news.addAll(store.untold());
    untold = news.size();
  }

  /// What happened to an alert. The order is on disk.
  public enum What {
    BEGAN,
    /// It was over for less than a day, and is here again.
    RESUMED,
    ENDED
  }

  /// News of an alert, for whoever follows.
  ///
  /// @param at milliseconds since 1970
  /// @param alert as it stood then
  public record News(What what, long at, Alert alert) {
    /// Ids are in the order of time.
    public String id() {
      return "%011x-%x-%s".formatted(at, alert.number(), word());
    }

    private String word() {
      return what.name().toLowerCase(Locale.ROOT);
    }

    /// As it is put on record.
    ///
    /// @param source its id
    public Value.Fields document(String source) {
      var about = alert.about();
      var fields = new LinkedHashMap<String, Value>();
      fields.put("what", new Value.Text(word()));
      fields.put("at", time(at));
      fields.put("code", new Value.Text(about.kind().code()));
      fields.put("source", new Value.Text(source));
      if (!about.event().isEmpty()) {
        fields.put("event", new Value.Text(about.event()));
      }
      if (!about.field().isEmpty()) {
        fields.put("field", new Value.Text(about.field()));
      }
      fields.put("foundAt", time(alert.foundAt()));
      fields.put("observed", rounded(alert.observed()));
      fields.put("expected", rounded(alert.expected()));
      if (about.kind().volume()) {
        fields.put("minutes", new Value.Decimal(BigDecimal.valueOf(alert.spanMinutes())));
      }
      return new Value.Fields(fields);
    }

    private Value rounded(double number) {
      var places = alert.about().kind().volume() ? 0 : 4;
      return new Value.Decimal(BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP));
    }

    private static Value time(long at) {
      return new Value.Text(Instant.ofEpochMilli(at).toString());
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
    if (known == null || !known.open()) {
      news.add(new News(alert.foundAt() == at ? What.BEGAN : What.RESUMED, at, alert));
    }
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
    news.add(new News(What.ENDED, at, known.ended(at)));
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
    news.subList(untold, news.size()).forEach(changes::untold);
    untold = news.size();
    return last;
  }

  /// What has to be told and is on disk, in the order of time.
  List<News> news() {
    return List.copyOf(news.subList(0, untold));
  }

  /// It is on record.
  void told(News one) {
    if (news.remove(one)) {
      untold--;
    }
  }

  List<Alert> open() {
    return lately.values().stream().filter(Alert::open).toList();
  }
}
