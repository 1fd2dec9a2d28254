package io.inyeon.runtime.rights;

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
import io.inyeon.runtime.http.BreachDesk.Extent;
import io.inyeon.runtime.http.BreachDesk.Taker;
import io.inyeon.runtime.http.ImportDesk;
import io.inyeon.runtime.http.Who;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds whose data lies in an extent, and which of it: by the archive, or by the access log's line
/// of an export.
final class Affected {
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

  Affected(House house, ImportDesk imports, AccessDesk accesses) {
    this.house = house;
    this.imports = imports;
    this.accesses = accesses;
  }

  /// `null` when there is no such source or import.
  @Nullable Scope scope(Extent extent) {
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
  List<String> fields(Scope scope) throws IOException {
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
  Value.@Nullable Fields read(Extent extent) throws IOException {
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

  /// Whose data it is, each once, as far as they are known now.
  void people(Extent extent, Taker taker) throws IOException {
    var told = new LongSet();
    try {
      if (extent.kind().equals("export")) {
        var read = read(extent);
        if (read != null) {
          // The moment asked for only finds it; who was a member is told as of the read itself.
          var at = read.text("at");
          var then = at == null ? extent.from() : Instant.parse(at).toEpochMilli();
          exported(read, then, told, taker);
        }
        return;
      }
      var scope = scope(extent);
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

  private void person(Collection<Identifier> part, LongSet told, Taker taker) throws IOException {
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

  static List<String> texts(Value.Fields from, String name) {
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
}
