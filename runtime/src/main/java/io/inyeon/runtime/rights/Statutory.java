package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.StatutoryRule;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.http.StatutoryDesk;
import io.inyeon.runtime.rights.LockedStore.Kept;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a law obliges to keep: which events these are, and their way at an erasure into the locked
/// store.
final class Statutory implements StatutoryDesk {
  private static final System.Logger LOG = System.getLogger(Statutory.class.getName());
  private static final String ROOM = "setting";
  private static final String SETTING = "statutory";
  private static final String KEPT = "statutory";
  private static final String READ = "statutory-read";

  private final House house;
  private final LockedStore store;

  Statutory(House house, LockedStore store) {
    this.house = house;
    this.store = store;
  }

  @Override
  public List<StatutoryRule> rules() {
    var saved = house.state().read(new Key.OfRights(ROOM, SETTING));
    if (saved != null) {
      return StatutoryRule.read(saved).rules();
    }
    return house.rules().document().region().equals("KR") ? StatutoryRule.KOREA : List.of();
  }

  @Override
  public void save(List<StatutoryRule> rules, String author) throws Unavailable {
    house.enter(
        new Entry.RightsSaved(0, house.now(), author, ROOM, SETTING, StatutoryRule.written(rules)));
  }

  // ---- at an erasure

  /// What of a row has to be kept: a record for each kind that obliges. Nothing when its term is
  /// over.
  List<Kept> of(Row row, List<StatutoryRule> rules) {
    var records = new ArrayList<Kept>();
    for (var rule : rules) {
      if (row.name() != null && rule.events().contains(row.name())) {
        var until = term(row.time(), rule.months());
        if (until > house.now()) {
          records.add(new Kept(rule.kind(), until, row.position(), record(row)));
        }
      }
    }
    return records;
  }

  private static long term(long time, int months) {
    return Instant.ofEpochMilli(time)
        .atOffset(ZoneOffset.UTC)
        .plusMonths(months)
        .toInstant()
        .toEpochMilli();
  }

  private static Value.Fields record(Row row) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("source", whole(row.source()));
    fields.put("messageId", new Value.Text(String.valueOf(row.messageId())));
    fields.put("name", new Value.Text(String.valueOf(row.name())));
    fields.put("time", new Value.Text(Instant.ofEpochMilli(row.time()).toString()));
    fields.put("receivedAt", new Value.Text(Instant.ofEpochMilli(row.at()).toString()));
    fields.put("event", new Value.Text(new String(row.body(), UTF_8)));
    return new Value.Fields(fields);
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  /// Locks records up, and says in the log what is kept and until when.
  void keep(String erasure, List<Kept> records) throws IOException, Unavailable {
    store.put(erasure, records);
    var all = store.of(erasure);
    if (all.isEmpty() || house.state().read(new Key.OfRights(KEPT, erasure)) != null) {
      return;
    }
    var kinds = new TreeMap<String, Value>();
    for (var kept : all) {
      var count = all.stream().filter(each -> each.kind().equals(kept.kind())).count();
      var until =
          all.stream()
              .filter(each -> each.kind().equals(kept.kind()))
              .mapToLong(Kept::until)
              .max()
              .orElse(0);
      var one = new LinkedHashMap<String, Value>();
      one.put("records", whole(count));
      one.put("until", whole(until));
      kinds.put(kept.kind(), new Value.Fields(one));
    }
    house.enter(new Entry.RightsSaved(0, house.now(), "", KEPT, erasure, new Value.Fields(kinds)));
  }

  @Override
  public List<KeptByLaw> kept(String erasure) {
    var saved = house.state().read(new Key.OfRights(KEPT, erasure));
    var all = new ArrayList<KeptByLaw>();
    if (saved != null) {
      saved
          .values()
          .forEach((kind, what) -> {
            if (what instanceof Value.Fields fields) {
              all.add(new KeptByLaw(kind, number(fields, "records"), number(fields, "until")));
            }
          });
    }
    return all;
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }

  // ---- reading

  @Override
  public @Nullable List<KeptRecord> read(String erasure, String reason, String author)
      throws Unavailable {
    if (house.state().read(new Key.OfErasure(erasure)) == null) {
      return null;
    }
    List<Kept> all;
    try {
      all = store.of(erasure);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The locked store cannot be read", e);
      throw new Unavailable("locked_store_unreadable", 60);
    }
    var asked = new LinkedHashMap<String, Value>();
    asked.put("erasure", new Value.Text(erasure));
    asked.put("reason", new Value.Text(reason));
    asked.put("author", new Value.Text(author));
    asked.put("at", whole(house.now()));
    asked.put("records", whole(all.size()));
    // First it is on record that somebody reads, then they do.
    house.enter(
        new Entry.RightsSaved(
            0,
            house.now(),
            author,
            READ,
            "%011x-%s".formatted(house.now(), erasure),
            new Value.Fields(asked)));
    var now = house.now();
    return all.stream()
        .filter(kept -> kept.until() > now)
        .map(kept -> new KeptRecord(kept.kind(), kept.until(), kept.record()))
        .toList();
  }

  /// Deletes what has come to its term.
  void sweep() throws IOException {
    var gone = store.sweep(house.now());
    if (gone > 0) {
      LOG.log(
          Level.INFO,
          "{0} records that were kept by law have come to their term and are deleted",
          Long.toString(gone));
    }
  }
}
