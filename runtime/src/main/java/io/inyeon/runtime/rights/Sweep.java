package io.inyeon.runtime.rights;

import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Retention.Cutoffs;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Expiring;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Finds in the archive what has come to its term, and takes it out of archive and log.
///
/// What people decided and what they asked for by right stays: it is the proof, and the house's own
/// word. A trait goes out of the identifies that said it; they stay, without it.
final class Sweep {
  private static final int PAGE = 2_000;
  private static final int POSITIONS = 50_000;

  private final House house;

  Sweep(House house) {
    this.house = house;
  }

  private Expiring expiring(SortedMap<String, Long> before, long others) {
    var stay = new TreeSet<Integer>();
    for (var id : Set.of(OwnSources.CONSENTS, OwnSources.RIGHTS, OwnSources.CORRECTIONS)) {
      if (house.source(id) >= 0) {
        stay.add(house.source(id));
      }
    }
    return new Expiring(before, others, stay);
  }

  private Expiring expiring(Cutoffs cutoffs) {
    return expiring(cutoffs.events(), cutoffs.others());
  }

  /// How many events would go, by name.
  SortedMap<String, Long> count(Cutoffs cutoffs) throws ArchiveException {
    return count(cutoffs, house.archive().position());
  }

  /// The same of those up to a position.
  SortedMap<String, Long> count(Cutoffs cutoffs, long upTo) throws ArchiveException {
    return house.archive().expiring(expiring(cutoffs), upTo);
  }

  /// Takes events out.
  ///
  /// @param told how many are gone, after each part
  void events(Cutoffs cutoffs, LongConsumer told) throws IOException {
    var archive = house.archive();
    var upTo = archive.position();
    var what = expiring(cutoffs);
    var after = 0L;
    var gone = 0L;
    for (var some = archive.expired(what, after, upTo, POSITIONS);
        !some.isEmpty();
        some = archive.expired(what, after, upTo, POSITIONS)) {
      out(new TreeSet<>(some));
      after = some.getLast();
      gone += some.size();
      told.accept(gone);
    }
  }

  private void out(SortedSet<Long> positions) throws IOException {
    house.archive().erase(positions);
    // State is durable beyond these, so nobody replays them.
    house.blank(positions.tailSet(house.logFrom()));
  }

  /// Takes pages of identifies.
  private interface Pages {
    /// Takes one.
    ///
    /// @param without by position those that have the trait, without it
    /// @param looked how many were looked at, of this page and those before
    /// @return whether to go on
    boolean page(SortedMap<Long, byte[]> without, long looked) throws IOException;
  }

  /// @return whether all were taken
  private boolean identifies(String trait, RetentionRules.Swept swept, long before, Pages pages)
      throws IOException {
    var looked = 0L;
    for (var after = 0L; ; ) {
      var page = house.archive().identifies(swept.before(), before, swept.position(), after, PAGE);
      var without = new TreeMap<Long, byte[]>();
      for (var row : page.rows()) {
        var event = without(row, trait);
        if (event != null) {
          without.put(row.position(), JsonWriter.bytes(event));
        }
      }
      looked += page.rows().size();
      var more = pages.page(without, looked);
      if (page.last() || page.rows().isEmpty()) {
        return true;
      }
      if (!more) {
        return false;
      }
      after = page.rows().getLast().position();
    }
  }

  /// In how many identifies a trait stands that would go.
  ///
  /// @param most that are looked at
  Counted count(String trait, RetentionRules.Swept swept, long before, long most)
      throws IOException {
    var count = new long[1];
    var whole =
        identifies(
            trait,
            swept,
            before,
            (without, looked) -> {
              count[0] += without.size();
              return looked < most;
            });
    return new Counted(count[0], whole);
  }

  /// How many were found.
  ///
  /// @param whole whether all were looked at
  record Counted(long found, boolean whole) {}

  /// Takes a trait out.
  ///
  /// @return out of how many identifies
  long trait(String trait, RetentionRules.Swept swept, long before) throws IOException {
    var count = new long[1];
    identifies(
        trait,
        swept,
        before,
        (without, _) -> {
          if (!without.isEmpty()) {
            house.archive().restate(without);
            var inLog = new TreeSet<>(without.tailMap(house.logFrom()).keySet());
            house.blank(inLog);
            count[0] += without.size();
          }
          return true;
        });
    return count[0];
  }

  /// An identify without a trait; `null` when it does not have it.
  private Value.@Nullable Fields without(Row row, String trait) {
    var event = house.counts(row);
    if (event == null) {
      return null;
    }
    var left = without(event, "traits", trait);
    var context = event.fields("context");
    var leftContext = without(context, "traits", trait);
    if (leftContext != null) {
      var all = new LinkedHashMap<>((left == null ? event : left).values());
      all.put("context", leftContext);
      left = new Value.Fields(all);
    }
    if (left == null) {
      return null;
    }
    // A name that is made of what was said must not become another one.
    var named = new LinkedHashMap<>(left.values());
    if (row.messageId() != null) {
      named.put("messageId", new Value.Text(row.messageId()));
    }
    return new Value.Fields(named);
  }

  private static Value.@Nullable Fields without(Value.Fields in, String section, String name) {
    if (!(in.get(section) instanceof Value.Fields fields) || !fields.values().containsKey(name)) {
      return null;
    }
    var fewer = new LinkedHashMap<>(fields.values());
    fewer.remove(name);
    var all = new LinkedHashMap<>(in.values());
    all.put(section, new Value.Fields(fewer));
    return new Value.Fields(all);
  }

  /// Nothing, of nobody.
  static SortedMap<String, Long> nothing() {
    return new TreeMap<>();
  }
}
