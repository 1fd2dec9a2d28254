package io.inyeon.runtime.search;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Listing;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.Finding;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/// Answers who is looked for. Index and order say who; what is shown of them is read from state, so
/// it is never older than that, and who is gone from there is shown no more.
public final class Finder implements Finding {
  private static final int ATTEMPTS = 20;
  private static final float EXACT = 100;

  private final PeopleSearch search;
  private final State state;
  private final Supplier<Rules> rules;
  private final InstantSource clock;

  /// Asks a search and reads the state that it follows.
  public Finder(PeopleSearch search, State state, Supplier<Rules> rules, InstantSource clock) {
    this.clock = clock;
    this.search = search;
    this.state = state;
    this.rules = rules;
  }

  @Override
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    return search.await(position, timeoutMs);
  }

  @Override
  public @Nullable Found find(Wanted wanted) throws Unavailable {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var shown = search.shown();
      var order = search.order();
      if (shown == null || order == null) {
        return new Found(List.of(), null, Counts.NONE, 0, building());
      }
      try {
        return wanted.q() == null ? listed(wanted, order) : found(wanted, wanted.q(), shown, order);
      } catch (AlreadyClosedException e) {
        // Another one has taken its place.
      } catch (IOException e) {
        search.damaged(e, shown.number());
      }
    }
    throw new Unavailable("search_unavailable", 5);
  }

  private Building building() {
    var building = search.building();
    return building == null ? new Building(0, 0) : building;
  }

  private Found page(Activity order, List<Person> people, @Nullable String next) {
    return new Found(people, next, counts(order), search.position(), search.building());
  }

  private Counts counts(Activity order) {
    var zone = ZoneId.of(rules.get().document().timeZone());
    var today = clock.instant().atZone(zone).toLocalDate();
    var begins = start(today, zone);
    return new Counts(
        order.knownPeople(),
        order.unknownPeople(),
        order.newPeople(begins, start(today.plusDays(1), zone)),
        order.newPeople(start(today.minusDays(1), zone), begins));
  }

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private @Nullable Found listed(Wanted wanted, Activity order) {
    var after = wanted.cursor() == null ? null : Cursors.activity(wanted.cursor());
    if (wanted.cursor() != null && after == null) {
      return null;
    }
    var places =
        order.page(wanted.known(), wanted.seenFrom(), wanted.seenTo(), after, wanted.limit());
    var people = new ArrayList<Person>(places.size());
    var seen = new HashSet<ProfileId>();
    var inForce = rules.get();
    for (var place : places) {
      var tree = state.read(new Key.Tree(place.tree()));
      var parts = tree == null ? List.<Listing>of() : Listing.all(tree, inForce);
      // The tree may have become another since; then its people are about to be listed elsewhere.
      if (place.part() < parts.size()) {
        var person = parts.get(place.part());
        if (seen.add(person.id())) {
          people.add(new Person(person, null, List.of()));
        }
      }
    }
    return page(
        order,
        people,
        places.size() < wanted.limit() ? null : Cursors.write(Activity.after(places.getLast())));
  }

  private @Nullable Found found(
      Wanted wanted, String typed, SearchFolder.Opened shown, Activity order) throws IOException {
    var after = wanted.cursor() == null ? null : Cursors.index(wanted.cursor());
    if (wanted.cursor() != null && after == null) {
      return null;
    }
    var question = Question.of(typed);
    var people = new ArrayList<Person>();
    var seen = new HashSet<ProfileId>();
    for (var named : named(typed)) {
      if (seen.add(named.id()) && wanted(wanted, named) && after == null) {
        people.add(new Person(named, EXACT, Matches.of(named, question)));
      }
    }
    var exact = people.size();
    var hits =
        question.isEmpty()
            ? List.<PeopleIndex.Hit>of()
            : shown.index().search(query(question, wanted.known()), after, wanted.limit());
    for (var hit : hits) {
      var person = person(hit.representative());
      if (person != null && seen.add(person.id())) {
        people.add(new Person(person, hit.at().score(), Matches.of(person, question)));
      }
    }
    // Those who were looked up stand on the first page on top of it.
    return page(
        order,
        people.subList(0, Math.min(people.size(), exact + wanted.limit())),
        hits.size() < wanted.limit() ? null : Cursors.write(hits.getLast().at()));
  }

  private static boolean wanted(Wanted wanted, Listing person) {
    return wanted.known() == null || wanted.known() == person.known();
  }

  private Query query(Question question, @Nullable Boolean known) {
    var query = question.query(search.words());
    return known == null
        ? query
        : new BooleanQuery.Builder()
            .add(query, Occur.MUST)
            .add(new TermQuery(new Term(Field.KNOWN.key, PeopleIndex.known(known))), Occur.FILTER)
            .build();
  }

  /// Whoever holds what was typed as an identifier of any type, or as `type:value`, or has it for a
  /// profile's id.
  private List<Listing> named(String typed) {
    var text = typed.strip();
    var people = new ArrayList<Listing>();
    var types = rules.get().types();
    for (var type : rules.get().document().types()) {
      var identifier = types.normalise(type.name(), text);
      if (identifier != null) {
        add(people, person(identifier));
      }
    }
    var colon = text.indexOf(':');
    if (colon > 0) {
      var type = io.inyeon.core.collect.IdentifierTypes.typeName(text.substring(0, colon));
      var identifier = type == null ? null : types.normalise(type, text.substring(colon + 1));
      if (identifier != null) {
        add(people, person(identifier));
      }
    }
    var named = state.read(new Key.OfProfile(new ProfileId(text)));
    if (named != null) {
      add(people, person(named));
    }
    return people;
  }

  private static void add(List<Listing> people, @Nullable Listing person) {
    if (person != null) {
      people.add(person);
    }
  }

  /// Who holds an identifier now. What points to a tree and the tree may be of two commits; then it
  /// is asked again.
  private @Nullable Listing person(Identifier identifier) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var holder = state.read(new Key.OfIdentifier(identifier));
      if (holder == null) {
        return null;
      }
      var tree = state.read(new Key.Tree(holder.tree()));
      if (tree != null && tree.nodes().containsKey(identifier)) {
        return Listing.of(tree, identifier, rules.get());
      }
    }
    return null;
  }
}
