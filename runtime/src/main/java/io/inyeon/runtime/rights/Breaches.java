package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Scope;
import io.inyeon.runtime.http.AccessDesk;
import io.inyeon.runtime.http.BreachDesk;
import io.inyeon.runtime.http.ImportDesk;
import io.inyeon.runtime.http.Who;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Works out whose data got out, and keeps what is known of it as a document in state, which names
/// nobody.
final class Breaches implements BreachDesk {
  private static final System.Logger LOG = System.getLogger(Breaches.class.getName());
  private static final String ROOM = "breach";
  private static final int SAMPLE = 200;
  private static final int PAGE = 200;
  private static final long DAY_MS = 24L * 60 * 60 * 1000;
  private static final String SEGMENT = "segment:";
  private static final String ALL = "all";

  /// Owners that are looked up one by one; of more everybody is looked at once.
  private static final int MOST_BY_NAME = 200_000;

  private final House house;
  private final ImportDesk imports;
  private final AccessDesk accesses;

  Breaches(House house, ImportDesk imports, AccessDesk accesses) {
    this.house = house;
    this.imports = imports;
    this.accesses = accesses;
  }

  // ---- opening

  @Override
  public Opened open(Extent extent, long discoveredAt, String reason, String author)
      throws Unavailable {
    try {
      house.catchUp();
      Breach counted;
      if (extent.kind().equals("export")) {
        var read = read(extent);
        if (read == null) {
          return new Opened.Not(
              422, "export_not_found", "The access log has no read with this request id then.");
        }
        counted =
            breach(extent, discoveredAt, reason, author, new TreeMap<>(), texts(read, "fields"));
      } else {
        var scope = scope(extent);
        if (scope == null) {
          return new Opened.Not(
              422, extent.kind() + "_not_found", "There is no " + extent.kind() + " of this id.");
        }
        var summary = house.archive().summary(scope);
        var found = breach(extent, discoveredAt, reason, author, summary.names(), fields(scope));
        counted = with(found, 0, summary.first(), summary.latest());
      }
      var people = new long[1];
      people(counted, (_, _) -> people[0]++);
      var whole = with(counted, people[0], counted.first(), counted.latest());
      save(whole, author);
      return new Opened.Done(whole);
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

  /// `null` when there is no such source or import.
  private @Nullable Scope scope(Extent extent) {
    return switch (extent.kind()) {
      case "source" -> {
        var number = house.source(extent.what());
        yield number < 0 ? null : new Scope(number, "", extent.from(), extent.to());
      }
      case "import" ->
          imports.imports().stream().anyMatch(each -> each.id().equals(extent.what()))
              ? new Scope(-1, extent.what(), 0, Long.MAX_VALUE)
              : null;
      default -> new Scope(-1, "", extent.from(), extent.to());
    };
  }

  /// What of people the events of a scope say: types of identifiers, traits, properties.
  private List<String> fields(Scope scope) throws IOException {
    var fields = new TreeSet<String>();
    var reading = house.reading();
    for (var row : house.archive().samples(scope, SAMPLE)) {
      var event = reading.apply(row);
      if (event != null) {
        event.identifiers().forEach(each -> fields.add("identifier." + each.type()));
        event.traits().values().keySet().forEach(name -> fields.add("trait." + name));
        event.properties().values().keySet().forEach(name -> fields.add("property." + name));
      } else {
        var sent = house.counts(row);
        for (var section : List.of("traits", "properties")) {
          if (sent != null) {
            var kind = section.equals("traits") ? "trait." : "property.";
            sent.fields(section).values().keySet().forEach(name -> fields.add(kind + name));
          }
        }
      }
    }
    return List.copyOf(fields);
  }

  /// The read that an export was, as the access log has it; within a day of when it was said to be.
  private Value.@Nullable Fields read(Extent extent) throws IOException {
    String cursor = null;
    do {
      AccessDesk.Page page;
      try {
        page =
            accesses.page(
                extent.from() - DAY_MS,
                extent.from() + DAY_MS,
                new AccessDesk.Filter(null, null),
                cursor,
                PAGE);
      } catch (Unavailable e) {
        throw new IOException("the access log cannot be read: " + e.code(), e);
      }
      for (var each : Objects.requireNonNull(page, "a cursor of its own").reads()) {
        if (extent.what().equals(each.text("request"))) {
          return each;
        }
      }
      cursor = page.next();
    } while (cursor != null);
    return null;
  }

  // ---- people

  @Override
  public void people(Breach breach, Taker taker) throws IOException {
    var told = new LongSet();
    try {
      if (breach.extent().kind().equals("export")) {
        var read = read(breach.extent());
        exported(read == null ? Value.Fields.EMPTY : read, breach.extent().from(), told, taker);
        return;
      }
      var scope = scope(breach.extent());
      if (scope == null) {
        return;
      }
      var owners = new Owners(MOST_BY_NAME);
      house.archive().owners(scope, owners::add);
      if (owners.whole()) {
        for (var owner : owners.names()) {
          person(house.part(Who.of(owner)), told, taker);
        }
      } else {
        everybody(owners::anyOf, told, taker);
      }
    } catch (Unavailable e) {
      throw new IOException("people cannot be read: " + e.code(), e);
    }
  }

  /// Whom a read told of: those it names, the members of its segment then, or everybody.
  private void exported(Value.Fields read, long at, LongSet told, Taker taker)
      throws IOException, Unavailable {
    for (var id : texts(read, "people")) {
      person(house.part(new Who.Id(new ProfileId(id))), told, taker);
    }
    var scope = read.text("scope");
    if (scope != null && scope.startsWith(SEGMENT)) {
      members(scope.substring(SEGMENT.length()), at, told, taker);
    } else if (ALL.equals(scope)) {
      everybody(_ -> true, told, taker);
    }
  }

  /// Who was a member at an instant, by the facts on record, which lie person by person in the
  /// order in which they happened.
  private void members(String segment, long at, LongSet told, Taker taker)
      throws IOException, Unavailable {
    var failed = new Failed();
    var last = new @Nullable Fact[1];
    house
        .state()
        .forEach(
            Key.OfPast.class,
            (Key<Fact> _, Fact fact) -> {
              if (fact.segment().equals(segment) && fact.at() <= at) {
                var before = last[0];
                if (before != null && !before.who().equals(fact.who())) {
                  failed.take(() -> member(before, told, taker));
                }
                last[0] = fact;
              }
            });
    var before = last[0];
    if (before != null) {
      failed.take(() -> member(before, told, taker));
    }
    failed.rethrow();
  }

  private void member(Fact latest, LongSet told, Taker taker) throws IOException, Unavailable {
    if (latest.entered()) {
      var who = latest.who();
      person(house.part(new Who.Named(who.type(), who.value())), told, taker);
    }
  }

  private void everybody(Predicate<Collection<Identifier>> of, LongSet told, Taker taker)
      throws IOException, Unavailable {
    var rules = house.rules();
    var failed = new Failed();
    house
        .state()
        .forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) -> {
              for (var part : tree.parts(rules)) {
                if (of.test(part)) {
                  failed.take(() -> person(part, told, taker));
                }
              }
            });
    failed.rethrow();
  }

  /// Carries the first failure out of a walk through state; after it nothing is done any more.
  private static final class Failed {
    private @Nullable Exception first;

    private interface Step {
      void take() throws IOException, Unavailable;
    }

    void take(Step step) {
      if (first == null) {
        try {
          step.take();
        } catch (IOException | Unavailable e) {
          first = e;
        }
      }
    }

    void rethrow() throws IOException, Unavailable {
      switch (first) {
        case null -> {}
        case IOException io -> throw io;
        case Unavailable unavailable -> throw unavailable;
        case Exception other -> throw new IllegalStateException(other);
      }
    }
  }

  private void person(Collection<Identifier> part, LongSet told, Taker taker)
      throws IOException {
    if (part.isEmpty()) {
      return;
    }
    var identifiers = new ArrayList<>(part);
    identifiers.sort(house.rules().types().strongestFirst());
    var id = ProfileIds.of(house.rules().document().workspaceKey(), identifiers.getFirst());
    if (told.add(id.value())) {
      taker.person(id.value(), identifiers);
    }
  }

  // ---- documents

  @Override
  public List<Breach> all() {
    var all = new ArrayList<Breach>();
    Records.each(house, ROOM, "", (id, fields) -> all.add(breach(id, fields)));
    return all.reversed();
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
        texts(fields, "fields"),
        Records.number(fields, "first"),
        Records.number(fields, "latest"),
        Records.number(fields, "authorityAt"),
        Records.number(fields, "subjectsAt"));
  }

  private static List<String> texts(Value.Fields from, String name) {
    var texts = new ArrayList<String>();
    if (from.get(name) instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }
}
