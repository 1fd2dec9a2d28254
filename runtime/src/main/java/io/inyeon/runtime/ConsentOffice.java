package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.ConsentOrders;
import io.inyeon.core.govern.DefaultPurposes;
import io.inyeon.core.govern.LedgerSubject;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.PurposeReader;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.consent.LedgerKeeper;
import io.inyeon.runtime.http.Bound;
import io.inyeon.runtime.http.ConsentDesk;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.Who;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where purposes are defined, people's decisions recorded, and both are read.
///
/// What somebody of the house records becomes an event like any other, of a source of the house's
/// own: so it counts, is replayed, merged, taken to another time and put into the ledger in the one
/// way that there is.
final class ConsentOffice implements ConsentDesk {
  private static final int MOST_IDENTIFIERS = 16;

  private final Workspace workspace;
  private final People people;
  private final Past past;
  private final OwnWord word;
  private final Object saving = new Object();

  ConsentOffice(Workspace workspace, People people, Past past, OwnWord word) {
    this.workspace = workspace;
    this.people = people;
    this.past = past;
    this.word = word;
  }

  /// Puts the purposes of every workspace into the log of one that has none.
  void begin() throws Intake.Unavailable {
    synchronized (saving) {
      if (workspace.rules().purposes().all().isEmpty()) {
        workspace.enter(
            new Entry.PurposesSaved(
                0, workspace.clock().millis(), "first start", DefaultPurposes.all(), ""));
      }
    }
  }

  // ---- purposes

  @Override
  public List<SavedPurpose> purposes() {
    var all = new TreeMap<String, SavedPurpose>();
    workspace
        .state()
        .forEach(
            Key.OfPurpose.class,
            (Key<SavedPurpose> _, SavedPurpose saved) -> all.put(saved.purpose().key(), saved));
    return List.copyOf(all.values());
  }

  @Override
  public List<SavedPurpose> versions(String key) {
    var versions = new ArrayList<SavedPurpose>();
    workspace
        .state()
        .forEach(
            Key.OfPurposeVersion.class,
            (Key<SavedPurpose> _, SavedPurpose saved) -> {
              if (saved.purpose().key().equals(key)) {
                versions.add(saved);
              }
            });
    versions.sort(
        Comparator.<SavedPurpose>comparingInt(each -> each.purpose().version()).reversed());
    return versions;
  }

  @Override
  public Saved save(@Nullable String key, Value.Fields written, int after, String author)
      throws Intake.Unavailable {
    synchronized (saving) {
      var known = workspace.rules().purposes();
      var before = key == null ? null : known.of(key);
      if (key != null && before == null) {
        return new Saved.Missing();
      }
      if (before != null && after >= 0 && before.version() != after) {
        return new Saved.Conflict();
      }
      return switch (PurposeReader.read(written, before, known)) {
        case PurposeReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
        case PurposeReader.Reading.Good(var purpose, var reason) -> {
          if (before == null && known.of(purpose.key()) != null) {
            yield new Saved.Conflict();
          }
          var now = workspace.clock().millis();
          var position =
              workspace.enter(
                  List.of(new Entry.PurposesSaved(0, now, author, List.of(purpose), reason)));
          yield new Saved.Done(new SavedPurpose(purpose, position, now, author, reason));
        }
      };
    }
  }

  // ---- recording

  @Override
  public Recorded record(Value.Fields written, String author) throws Intake.Unavailable {
    var now = workspace.clock().millis();
    var problems = new ArrayList<Violation>();
    var identifiers = identifiers(written, problems);
    var reading = ConsentOrders.read(written, workspace.rules().purposes(), author, now);
    if (reading instanceof ConsentOrders.Reading.Bad(var more)) {
      problems.addAll(more);
    }
    if (!problems.isEmpty() || !(reading instanceof ConsentOrders.Reading.Good good)) {
      return new Recorded.Wrong(problems);
    }
    var events = new ArrayList<Value.Fields>();
    var ids = new ArrayList<String>();
    for (var order : good.orders()) {
      var id = UUID.randomUUID().toString();
      var said = new LinkedHashMap<String, Value>();
      said.put("event", new Value.Text(order.granted() ? "Consent Granted" : "Consent Withdrawn"));
      said.put("properties", order.properties());
      events.add(OwnWord.event("track", id, good.time(), identifiers, said));
      ids.add(id);
    }
    var said = word.say(OwnSources.CONSENTS, events, author);
    return said.problems().isEmpty()
        ? new Recorded.Done(said.position(), ids)
        : new Recorded.Wrong(said.problems());
  }

  /// Whom it is about. One identifier of a profile is enough: it says who it is.
  private List<Identifier> identifiers(Value.Fields written, List<Violation> problems)
      throws Intake.Unavailable {
    var profile = written.get("profile");
    var listed = written.get("identifiers");
    var found = new ArrayList<Identifier>();
    if ((profile == null) == (listed == null)) {
      problems.add(new Violation("profile_or_identifiers", "", ""));
    } else if (profile != null) {
      var place = profile instanceof Value.Text(var who) ? people.place(Who.of(who)) : null;
      if (place == null) {
        problems.add(new Violation("profile_not_found", "/profile", Violation.excerpt(profile)));
      } else {
        found.add(strongest(place));
      }
    } else if (listed instanceof Value.Items(var items)
        && !items.isEmpty()
        && items.size() <= MOST_IDENTIFIERS) {
      for (var i = 0; i < items.size(); i++) {
        var identifier = identifier(items.get(i));
        if (identifier == null) {
          problems.add(
              new Violation(
                  "invalid_identifier", "/identifiers/" + i, Violation.excerpt(items.get(i))));
        } else {
          found.add(identifier);
        }
      }
    } else {
      problems.add(
          new Violation(
              "not_identifiers", "/identifiers", listed == null ? "" : Violation.excerpt(listed)));
    }
    return found;
  }

  private Identifier strongest(People.Place place) {
    var rules = workspace.rules();
    return Tree.representative(place.tree().part(place.identifier(), rules), rules.types());
  }

  private @Nullable Identifier identifier(Value item) {
    if (!(item instanceof Value.Fields fields)) {
      return null;
    }
    var type = fields.text("type");
    var value = fields.text("value");
    var types = workspace.rules().types();
    return type == null || value == null || !types.knows(type)
        ? null
        : types.normalise(type, value);
  }

  // ---- reading

  @Override
  public @Nullable Standing standing(Who who, @Nullable Long at, long known)
      throws Intake.Unavailable, Recall.TooMuch {
    if (at == null && known == Recall.EVER) {
      var place = people.place(who);
      return place == null
          ? null
          : standing(
              place.identifier(),
              place.tree(),
              workspace.rules(),
              List.copyOf(workspace.rules().purposes().all().values()),
              workspace.clock().millis(),
              place.position());
    }
    var then = past.tree(who, at == null ? Recall.EVER : at, known);
    var asOf = at == null ? Math.min(known, workspace.clock().millis()) : at;
    return then == null
        ? null
        : standing(
            then.identifier(),
            then.tree(),
            then.rules(),
            purposesAt(Math.min(asOf, known)),
            asOf,
            then.position());
  }

  @Override
  public @Nullable ProfileId id(Who who) throws Intake.Unavailable {
    var place = people.place(who);
    return place == null ? null : place.tree().profileId(place.identifier(), workspace.rules());
  }

  @Override
  public @Nullable Boolean permitted(Who who, Bound bound) throws Intake.Unavailable {
    var place = people.place(who);
    return place == null
        ? null
        : people.permission(place, bound.purpose()).at(workspace.clock().millis());
  }

  private static Standing standing(
      Identifier identifier,
      Tree tree,
      Rules rules,
      List<Purpose> purposes,
      long asOf,
      long position) {
    var part = tree.part(identifier, rules);
    var permissions = tree.permissions(part, tree.fragments(part, rules), rules);
    var allowed = new ArrayList<Allowed>();
    for (var purpose : purposes) {
      allowed.add(new Allowed(purpose, permissions.of(purpose)));
    }
    return new Standing(tree.profileId(identifier, rules), asOf, allowed, position);
  }

  /// The purposes as they stood; what is earlier than the first version of one goes by the first.
  private List<Purpose> purposesAt(long at) {
    var then = new TreeMap<String, SavedPurpose>();
    workspace
        .state()
        .forEach(
            Key.OfPurposeVersion.class,
            (Key<SavedPurpose> _, SavedPurpose saved) ->
                then.merge(
                    saved.purpose().key(),
                    saved,
                    (a, b) -> {
                      var older = a.purpose().version() < b.purpose().version() ? a : b;
                      var newer = older.equals(a) ? b : a;
                      return newer.at() <= at ? newer : older;
                    }));
    return then.values().stream().map(SavedPurpose::purpose).toList();
  }

  @Override
  public @Nullable History history(Who who, long before, int limit) throws Intake.Unavailable {
    var place = people.place(who);
    if (place == null) {
      return null;
    }
    var rules = workspace.rules();
    var part = place.tree().part(place.identifier(), rules);
    var mine = new HashSet<LedgerSubject>();
    for (var key : place.tree().fragments(part, rules).keySet()) {
      mine.add(LedgerSubject.of(key.identifiers(), key.kind().name().toLowerCase(Locale.ROOT)));
    }
    var ledger = workspace.ledger();
    var position = ledger.standing().position();
    var entries = new ArrayList<LedgerKeeper.Entry>();
    var next = 0L;
    try {
      var numbers = ledger.naming(part.stream().map(Identifier::toString).toList());
      for (var i = numbers.size() - 1; i >= 0; i--) {
        if (numbers.get(i) >= before) {
          continue;
        }
        var entry = ledger.entry(numbers.get(i));
        var said = entry == null ? null : entry.said();
        if (entry != null && said != null && mine.contains(subject(said))) {
          if (entries.size() == limit) {
            next = entries.getLast().number();
            break;
          }
          entries.add(entry);
        }
      }
    } catch (IOException e) {
      throw new Intake.Unavailable("ledger_unreadable", 10);
    }
    return new History(place.tree().profileId(place.identifier(), rules), entries, next, position);
  }

  private static LedgerSubject subject(Value.Fields said) {
    var identifiers = new ArrayList<String>();
    if (said.get("identifiers") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var identifier)) {
          identifiers.add(identifier);
        }
      }
    }
    return new LedgerSubject(identifiers, String.valueOf(said.text("kind")));
  }

  @Override
  public LedgerKeeper.Standing ledger() {
    return workspace.ledger().standing();
  }

  @Override
  public LedgerKeeper.@Nullable Entry entry(long number) throws Intake.Unavailable {
    try {
      return workspace.ledger().entry(number);
    } catch (IOException e) {
      throw new Intake.Unavailable("ledger_unreadable", 10);
    }
  }

  @Override
  public Value.@Nullable Fields receipt(long number) throws Intake.Unavailable {
    try {
      return workspace.ledger().receipt(number, workspace.clock().millis());
    } catch (IOException e) {
      throw new Intake.Unavailable("ledger_unreadable", 10);
    }
  }

  @Override
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    return workspace.ledger().await(position, timeoutMs);
  }
}
