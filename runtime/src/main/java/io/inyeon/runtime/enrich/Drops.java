package io.inyeon.runtime.enrich;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.runtime.Intake.Unavailable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Events that were given up and that somebody dropped on purpose: who did it, when and why, as
/// entries of the log. Each is on record before anything goes, and names its events by position, so
/// that a crash in between neither forgets a drop nor widens it.
final class Drops {
  /// So many events at most stand in one entry; more become several.
  static final int AT_ONCE = 5_000;

  private final House house;

  Drops(House house) {
    this.house = house;
  }

  /// One drop.
  ///
  /// @param number of the enricher's drops, from 1
  /// @param at milliseconds since 1970
  /// @param causes how many events failed for what
  record Drop(
      int number,
      String author,
      long at,
      String reason,
      List<Long> positions,
      Value.Fields causes) {
    Drop {
      positions = List.copyOf(positions);
    }
  }

  /// Has it on record that somebody drops some events.
  Drop save(String id, int number, List<Jobs.Job> jobs, String reason, String author)
      throws Unavailable {
    var counts = new TreeMap<String, Long>();
    jobs.forEach(job -> counts.merge(job.cause(), 1L, Long::sum));
    var causes = new LinkedHashMap<String, Value>();
    counts.forEach((cause, count) -> causes.put(cause, Rows.whole(count)));
    var at = house.now();
    var drop =
        new Drop(
            number,
            author,
            at,
            reason,
            jobs.stream().map(Jobs.Job::position).toList(),
            new Value.Fields(causes));
    var kept = new LinkedHashMap<String, Value>();
    kept.put("author", new Value.Text(author));
    kept.put("reason", new Value.Text(reason));
    kept.put("at", Rows.whole(at));
    kept.put("causes", drop.causes());
    kept.put("positions", new Value.Items(drop.positions().stream().map(Rows::whole).toList()));
    house.enter(
        List.of(
            new Entry.RightsSaved(
                0, at, author, Enricher.DROPS, name(id, number), new Value.Fields(kept))));
    return drop;
  }

  /// One; `null` for none of this number.
  @Nullable Drop one(String id, int number) {
    var kept = house.state().read(new Key.OfRights(Enricher.DROPS, name(id, number)));
    if (kept == null) {
      return null;
    }
    var positions = new ArrayList<Long>();
    if (kept.get("positions") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Decimal(BigDecimal position)) {
          positions.add(position.longValue());
        }
      }
    }
    return new Drop(
        number,
        String.valueOf(kept.text("author")),
        Rows.number(kept, "at"),
        String.valueOf(kept.text("reason")),
        positions,
        kept.fields("causes"));
  }

  private static String name(String id, int number) {
    return id + ".%09d".formatted(number);
  }
}
