package io.inyeon.runtime.quality;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.core.govern.quality.EventDay;
import io.inyeon.core.govern.quality.SourceDay;
import io.inyeon.core.govern.quality.VolumeWatch;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.Reasons;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The days that are being counted. One thread at a time.
final class Counting {
  /// So many of a day's events of a name are looked into each; of more, one in [#ONE_IN].
  private static final int ALL_OF = 500;

  private static final int ONE_IN = 16;

  /// Names of events of a source and day; those beyond count for the source alone.
  private static final int NAMES = 200;

  private static final int LONGEST_NAME = 200;
  private static final String PROTOCOLS = "/context/protocols";

  /// What is kept in memory between two writings.
  private final Map<DayStore.SourceKey, SourceDay> sources = new HashMap<>();

  private final Map<DayStore.EventKey, EventDay> events = new HashMap<>();
  private final Map<DayStore.SourceKey, Set<String>> names = new HashMap<>();
  private final DayStore store;

  Counting(DayStore store) {
    this.store = store;
  }

  /// Counts an entry.
  ///
  /// @param zone where the workspace is
  /// @param body reads an event as it was sent; `null` when it cannot be read
  void add(Row row, ZoneId zone, Function<Row, Value.@Nullable Fields> body) {
    add(row, row.at(), false, zone, body);
  }

  /// Counts an event that was kept apart as a robot's, and is none, when it came.
  ///
  /// @param at when it came first, milliseconds since 1970
  void restored(Row row, long at, ZoneId zone, Function<Row, Value.@Nullable Fields> body) {
    add(row, at, true, zone, body);
  }

  private void add(
      Row row, long at, boolean restored, ZoneId zone, Function<Row, Value.@Nullable Fields> body) {
    var status = row.status();
    if (row.kind() != Kind.EVENT || status == null) {
      return;
    }
    var slot = slot(at, zone);
    var day = Math.floorDiv(slot, VolumeWatch.DAY);
    var key = new DayStore.SourceKey(row.source(), day);
    var source = sources.computeIfAbsent(key, this::known);
    if (robot(row)) {
      if (!restored) {
        source.robot();
      }
      return;
    }
    if (restored) {
      source.noRobot();
    }
    source.add((int) Math.floorMod(slot, (long) VolumeWatch.DAY), ended(status), at, row.time());
    var name = row.name();
    if (status == Status.DUPLICATE
        || status == Status.DROPPED
        || name == null
        || name.isEmpty()
        || name.length() > LONGEST_NAME) {
      return;
    }
    var event = event(key, name);
    if (event != null) {
      event.add(violations(row));
      if (event.seen() <= ALL_OF || row.position() % ONE_IN == 0) {
        var read = body.apply(row);
        if (read != null) {
          event.look(read);
        }
      }
    }
  }

  /// Whether it is kept apart as a robot's.
  private static boolean robot(Row row) {
    var reasons = row.reasons();
    return row.status() == Status.QUARANTINED
        && reasons != null
        && reasons.contains('"' + Bots.CAUSE + '"')
        && Reasons.violations(reasons).stream().anyMatch(each -> each.code().equals(Bots.CAUSE));
  }

  private SourceDay known(DayStore.SourceKey key) {
    var known = store.day(key);
    return known == null ? new SourceDay() : known;
  }

  private @Nullable EventDay event(DayStore.SourceKey of, String name) {
    var key = new DayStore.EventKey(of.source(), of.day(), name);
    var open = events.get(key);
    if (open != null) {
      return open;
    }
    var known = names.computeIfAbsent(of, this::names);
    if (known.size() >= NAMES && !known.contains(name)) {
      return null;
    }
    known.add(name);
    var kept = store.day(key);
    open = kept == null ? new EventDay() : kept;
    events.put(key, open);
    return open;
  }

  private Set<String> names(DayStore.SourceKey of) {
    var known = new HashSet<String>();
    store
        .eventDays(of.source(), of.day())
        .forEach((name, days) -> {
          if (days.containsKey(of.day())) {
            known.add(name);
          }
        });
    return known;
  }

  private static SourceDay.Ended ended(Status status) {
    return switch (status) {
      case ACCEPTED, ERASED -> SourceDay.Ended.ACCEPTED;
      case DUPLICATE -> SourceDay.Ended.DUPLICATE;
      case QUARANTINED -> SourceDay.Ended.QUARANTINED;
      case DROPPED -> SourceDay.Ended.DROPPED;
    };
  }

  /// What a plan, or the core, found wrong with it.
  private static List<Violation> violations(Row row) {
    var reasons = row.reasons();
    if (reasons == null || reasons.length() <= 2) {
      return List.of();
    }
    if (row.status() == Status.QUARANTINED) {
      return Reasons.violations(reasons);
    }
    var violations = new ArrayList<Violation>();
    if (reasons.contains("\"violations\"")) {
      for (var edit : Reasons.edits(reasons)) {
        if (edit.path().equals(PROTOCOLS)
            && edit.value() instanceof Value.Fields protocols
            && protocols.get("violations") instanceof Value.Items(var items)) {
          for (var item : items) {
            if (item instanceof Value.Fields one) {
              var path = one.text("path");
              violations.add(new Violation("", path == null ? "" : path, ""));
            }
          }
        }
      }
    }
    return violations;
  }

  /// The slot of a moment by the clock on the wall.
  static long slot(long at, ZoneId zone) {
    var offset = zone.getRules().getOffset(Instant.ofEpochMilli(at)).getTotalSeconds() * 1_000L;
    return Math.floorDiv(at + offset, VolumeWatch.SLOT_MINUTES * 60_000L);
  }

  /// Puts what was counted among some changes, and keeps in memory only what goes on.
  ///
  /// @param today days before it are over
  void into(DayStore.Changes changes, long today) {
    sources.forEach(changes::day);
    events.forEach(changes::day);
    sources.keySet().removeIf(key -> key.day() < today);
    events.keySet().removeIf(key -> key.day() < today);
    names.keySet().removeIf(key -> key.day() < today);
  }

  void clear() {
    sources.clear();
    events.clear();
    names.clear();
  }
}
