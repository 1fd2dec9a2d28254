package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.AccessDesk;
import io.inyeon.runtime.http.BreachDesk;
import io.inyeon.runtime.http.ImportDesk;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps what is known of each breach as a document in state, which names nobody.
final class Breaches implements BreachDesk {
  private static final System.Logger LOG = System.getLogger(Breaches.class.getName());
  private static final String ROOM = "breach";

  private final House house;
  private final Affected affected;

  Breaches(House house, ImportDesk imports, AccessDesk accesses) {
    this.house = house;
    affected = new Affected(house, imports, accesses);
  }

  // ---- opening

  @Override
  public Opened foresee(Extent extent) throws Unavailable {
    return counted(extent, house.now(), "", "");
  }

  @Override
  public Opened open(Extent extent, long discoveredAt, String reason, String author)
      throws Unavailable {
    var opened = counted(extent, discoveredAt, reason, author);
    if (opened instanceof Opened.Done(var breach)) {
      save(breach, author);
    }
    return opened;
  }

  private Opened counted(Extent extent, long discoveredAt, String reason, String author)
      throws Unavailable {
    try {
      house.catchUp();
      Breach counted;
      if (extent.kind().equals("export")) {
        var read = affected.read(extent);
        if (read == null) {
          return new Opened.Not(
              422, "export_not_found", "The access log has no read with this request id then.");
        }
        counted =
            breach(
                extent,
                discoveredAt,
                reason,
                author,
                new TreeMap<>(),
                Affected.texts(read, "fields"));
      } else {
        var scope = affected.scope(extent);
        if (scope == null) {
          return new Opened.Not(
              422, extent.kind() + "_not_found", "There is no " + extent.kind() + " of this id.");
        }
        var summary = house.archive().summary(scope);
        var found =
            breach(extent, discoveredAt, reason, author, summary.names(), affected.fields(scope));
        counted = with(found, 0, summary.first(), summary.latest());
      }
      var people = new long[1];
      people(counted, (_, _) -> people[0]++);
      return new Opened.Done(with(counted, people[0], counted.first(), counted.latest()));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What got out cannot be counted", e);
      throw new Unavailable("archive_unavailable", 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }

  private Breach breach(
      Extent extent,
      long discoveredAt,
      String reason,
      String author,
      SortedMap<String, Long> events,
      List<String> fields) {
    return new Breach(
        Records.id("brc", house.now()),
        extent,
        discoveredAt,
        reason,
        author,
        0,
        events,
        fields,
        extent.kind().equals("export") ? extent.from() : 0,
        extent.kind().equals("export") ? extent.from() : 0,
        0,
        0);
  }

  private static Breach with(Breach breach, long people, long first, long latest) {
    return new Breach(
        breach.id(),
        breach.extent(),
        breach.discoveredAt(),
        breach.reason(),
        breach.author(),
        people,
        breach.events(),
        breach.fields(),
        first,
        latest,
        breach.authorityAt(),
        breach.subjectsAt());
  }

  @Override
  public void people(Breach breach, Taker taker) throws IOException {
    affected.people(breach.extent(), taker);
  }

  // ---- documents

  @Override
  public List<Breach> latest(String before, int most) {
    return Records.latest(house, ROOM, before, most).stream()
        .map(each -> breach(each.id(), each.fields()))
        .toList();
  }

  @Override
  public @Nullable Breach one(String id) {
    var fields = house.state().read(new Key.OfRights(ROOM, id));
    return fields == null ? null : breach(id, fields);
  }

  @Override
  public Breach noted(Breach breach, long authorityAt, long subjectsAt, String author)
      throws Unavailable {
    var noted =
        new Breach(
            breach.id(),
            breach.extent(),
            breach.discoveredAt(),
            breach.reason(),
            breach.author(),
            breach.people(),
            breach.events(),
            breach.fields(),
            breach.first(),
            breach.latest(),
            authorityAt,
            subjectsAt);
    save(noted, author);
    return noted;
  }

  private void save(Breach breach, String author) throws Unavailable {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("kind", new Value.Text(breach.extent().kind()));
    fields.put("what", new Value.Text(breach.extent().what()));
    fields.put("from", whole(breach.extent().from()));
    fields.put("to", whole(breach.extent().to()));
    fields.put("discoveredAt", whole(breach.discoveredAt()));
    fields.put("reason", new Value.Text(breach.reason()));
    fields.put("author", new Value.Text(breach.author()));
    fields.put("people", whole(breach.people()));
    var events = new LinkedHashMap<String, Value>();
    breach.events().forEach((name, count) -> events.put(name, whole(count)));
    fields.put("events", new Value.Fields(events));
    fields.put(
        "fields", new Value.Items(breach.fields().stream().<Value>map(Value.Text::new).toList()));
    fields.put("first", whole(breach.first()));
    fields.put("latest", whole(breach.latest()));
    fields.put("authorityAt", whole(breach.authorityAt()));
    fields.put("subjectsAt", whole(breach.subjectsAt()));
    house.enter(
        new Entry.RightsSaved(0, house.now(), author, ROOM, breach.id(), new Value.Fields(fields)));
  }

  private static Breach breach(String id, Value.Fields fields) {
    var events = new TreeMap<String, Long>();
    var counts = fields.fields("events");
    counts.values().keySet().forEach(name -> events.put(name, Records.number(counts, name)));
    return new Breach(
        id,
        new Extent(
            String.valueOf(fields.text("kind")),
            String.valueOf(fields.text("what")),
            Records.number(fields, "from"),
            Records.number(fields, "to")),
        Records.number(fields, "discoveredAt"),
        String.valueOf(fields.text("reason")),
        String.valueOf(fields.text("author")),
        Records.number(fields, "people"),
        events,
        Affected.texts(fields, "fields"),
        Records.number(fields, "first"),
        Records.number(fields, "latest"),
        Records.number(fields, "authorityAt"),
        Records.number(fields, "subjectsAt"));
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }
}
