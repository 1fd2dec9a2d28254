package io.inyeon.core.unify;

import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sees to it that each fragment is kept in the tree of whom it belongs to: its owner, or the
/// anchor to whom a login on that device gives it.
final class HandOver {
  private final Draft draft;
  private final List<Effect> effects;
  private final Owners owners;
  private final Courses courses;

  HandOver(Draft draft, List<Effect> effects, Owners owners, Courses courses) {
    this.draft = draft;
    this.effects = effects;
    this.owners = owners;
    this.courses = courses;
  }

  /// Where something is counted.
  ///
  /// @param holder in whose tree
  record Place(FragmentKey key, Identifier holder) {}

  /// Where an event with this list and kind is counted.
  Place place(FragmentKey list, long time) {
    var owner = owners.of(list.identifiers(), list.rank());
    var heir = courses.decide(owner) ? courses.heir(owner, time) : null;
    var key = list.in(courses.span(list.identifiers(), time), heir);
    return new Place(key, heir == null ? owner : heir);
  }

  // ---- whole fragments

  /// Brings the fragments that name an identifier, in these trees, to whom they belong.
  ///
  /// @param tallies of those who have just turned shared or back, as they were
  void reown(Set<OpenTree> trees, Identifier named, Map<Identifier, Tally> tallies) {
    var keys = new LinkedHashMap<FragmentKey, OpenTree>();
    for (var tree : trees) {
      for (var key : tree.fragments().keySet()) {
        if (key.identifiers().contains(named)) {
          keys.put(key, tree);
        }
      }
    }
    foresee(keys);
    var moves = new LinkedHashMap<FragmentKey, Place>();
    var torn = new LinkedHashMap<Identifier, Map<FragmentKey, OpenTree>>();
    keys.forEach((key, tree) -> {
      var owner = owners.of(key.identifiers(), key.rank());
      var fragment = Objects.requireNonNull(tree.fragments().find(key));
      if (owner.equals(owners.of(key.identifiers(), key.rank(), tallies))) {
        moves.put(key, new Place(key, key.heir() == null ? owner : key.heir()));
      } else if (!courses.decide(owner)) {
        moves.put(key, new Place(key.in(key.span(), null), owner));
      } else if (courses.same(owner, fragment.first(), fragment.latest())) {
        moves.put(key, whole(key, owner, fragment.first()));
      } else {
        torn.computeIfAbsent(owner, _ -> new LinkedHashMap<>()).put(key, tree);
      }
    });
    torn.forEach((owner, some) ->
        tear(owner, some)
            .forEach((key, tree) -> {
              var fragment = Objects.requireNonNull(tree.fragments().find(key));
              moves.put(key, whole(key, owner, fragment.latest()));
            }));
    moves.forEach((key, place) -> move(key, Objects.requireNonNull(keys.get(key)), place));
  }

  private Place whole(FragmentKey key, Identifier owner, long time) {
    var heir = courses.heir(owner, time);
    return new Place(key.in(key.span(), heir), heir == null ? owner : heir);
  }

  private void move(FragmentKey key, OpenTree from, Place place) {
    var to = draft.home(place.holder());
    if (to != from || !place.key().equals(key)) {
      var fragment = Objects.requireNonNull(from.fragments().find(key));
      from.remove(key);
      to.add(place.key(), fragment);
    }
    owners.remember(place.key(), place.holder());
  }

  private void foresee(Map<FragmentKey, OpenTree> keys) {
    var elsewhere = new LinkedHashSet<Identifier>();
    keys.forEach((key, tree) ->
        key.identifiers().stream().filter(each -> !tree.holds(each)).forEach(elsewhere::add));
    draft.foresee(elsewhere);
  }

  // ---- slices

  /// Brings the events of a device, in some windows of time, from those they were given to, to
  /// those they are given to now.
  void move(Identifier device, List<Course.Window> windows) {
    var concerned = new LinkedHashSet<Identifier>();
    concerned.add(device);
    for (var window : windows) {
      concerned.add(window.old() == null ? device : window.old());
      concerned.add(window.now() == null ? device : window.now());
    }
    draft.foresee(concerned);
    var moves = new LinkedHashMap<FragmentKey, Place>();
    var torn = new LinkedHashMap<FragmentKey, OpenTree>();
    var keys = ownedBy(device, concerned);
    keys.forEach((key, tree) -> {
      var fragment = Objects.requireNonNull(tree.fragments().find(key));
      for (var window : windows) {
        if (Objects.equals(window.old(), key.heir()) && window.meets(fragment)) {
          if (window.holds(fragment)) {
            var now = window.now();
            moves.put(key, new Place(key.in(key.span(), now), now == null ? device : now));
          } else {
            torn.put(key, tree);
          }
        }
      }
    });
    if (!torn.isEmpty()) {
      // Whoever else has events of the same list in the same span: they are told anew as well.
      draft.foresee(courses.course(device).heirs());
      var bases = new LinkedHashSet<FragmentKey>();
      torn.keySet().forEach(key -> bases.add(key.in(key.span(), null)));
      var all = new LinkedHashSet<>(concerned);
      all.addAll(courses.course(device).heirs());
      ownedBy(device, all)
          .forEach((key, tree) -> {
            if (bases.contains(key.in(key.span(), null))) {
              torn.put(key, tree);
            }
          });
      moves.keySet().removeAll(torn.keySet());
      tear(device, torn);
    }
    moves.forEach((key, place) -> move(key, Objects.requireNonNull(keys.get(key)), place));
  }

  /// The fragments in the trees of some identifiers that are a device's, or are so but for a login.
  private Map<FragmentKey, OpenTree> ownedBy(Identifier device, Collection<Identifier> holders) {
    var keys = new LinkedHashMap<FragmentKey, OpenTree>();
    for (var holder : holders) {
      var tree = draft.home(holder);
      for (var key : tree.fragments().keySet()) {
        if (key.identifiers().contains(device)
            && holder.equals(key.heir() == null ? device : key.heir())) {
          keys.put(key, tree);
        }
      }
    }
    foresee(keys);
    keys.keySet().removeIf(key -> !owners.of(key.identifiers(), key.rank()).equals(device));
    return keys;
  }

  // ---- single events

  /// The events that name a device within a span; `null` when they cannot be read as they were
  /// counted.
  @Nullable List<Event> mentions(Identifier device, Span span, long count) {
    var mentions = draft.get(new Key.OfMentions(device, span));
    if (mentions == null || mentions.events().size() != count) {
      unreadable(device, span);
      return null;
    }
    return mentions.events();
  }

  private void unreadable(Identifier device, Span span) {
    effects.add(new Effect.SpanUnreadable(device, span.from(), span.last()));
  }

  /// Takes fragments of a device apart, and tells their events anew.
  ///
  /// @return those that could not be
  private Map<FragmentKey, OpenTree> tear(Identifier device, Map<FragmentKey, OpenTree> torn) {
    var bySpan = new TreeMap<Span, Map<FragmentKey, OpenTree>>();
    torn.forEach((key, tree) -> {
      var span = courses.span(device, key.span().from());
      bySpan.computeIfAbsent(span, _ -> new LinkedHashMap<>()).put(key, tree);
    });
    draft.require(bySpan.keySet().stream().map(span -> new Key.OfMentions(device, span)).toList());
    var left = new LinkedHashMap<FragmentKey, OpenTree>();
    bySpan.forEach((span, some) -> {
      var bases = new LinkedHashSet<FragmentKey>();
      some.keySet().forEach(key -> bases.add(key.in(key.span(), null)));
      var events = mentions(device, span, courses.logins(device, span).count());
      if (events == null) {
        left.putAll(some);
        return;
      }
      var concerned = new ArrayList<Event>();
      for (var event : events) {
        var time = event.head().time();
        var list = FragmentKey.of(event);
        if (bases.contains(list.in(courses.span(event.identifiers(), time), null))) {
          concerned.add(event);
        }
      }
      if (!exchange(device, span, some, concerned, () -> {})) {
        left.putAll(some);
      }
    });
    return left;
  }

  /// Tells events of a device anew, after something was changed of its spans.
  ///
  /// @param events all that are counted in the span
  /// @return whether that could be done
  boolean retell(Identifier device, Span span, List<Event> events, Runnable change) {
    foresee(events);
    var places = new LinkedHashSet<Place>();
    events.forEach(event -> places.add(place(FragmentKey.of(event), event.head().time())));
    draft.foresee(places.stream().map(Place::holder).toList());
    var old = new LinkedHashMap<FragmentKey, OpenTree>();
    for (var place : places) {
      var tree = draft.home(place.holder());
      if (tree.fragments().holds(place.key())) {
        old.put(place.key(), tree);
      }
    }
    return exchange(device, span, old, events, change);
  }

  private void foresee(List<Event> events) {
    var people = new LinkedHashSet<Identifier>();
    events.forEach(event -> people.addAll(event.identifiers()));
    draft.foresee(people);
  }

  /// Puts the sums of events in the place of old ones, which must be the sums of as many.
  private boolean exchange(
      Identifier device,
      Span span,
      Map<FragmentKey, OpenTree> old,
      List<Event> events,
      Runnable change) {
    var count = 0L;
    for (var entry : old.entrySet()) {
      count += Objects.requireNonNull(entry.getValue().fragments().find(entry.getKey())).count();
    }
    if (count != events.size()) {
      unreadable(device, span);
      return false;
    }
    foresee(events);
    old.forEach((key, tree) -> tree.remove(key));
    change.run();
    var sums = new LinkedHashMap<Place, Fragment>();
    for (var event : events) {
      sums.merge(
          place(FragmentKey.of(event), event.head().time()),
          Fragment.of(event, 0, draft.rules()),
          Fragment::plus);
    }
    draft.foresee(sums.keySet().stream().map(Place::holder).toList());
    sums.forEach((place, sum) -> {
      draft.home(place.holder()).add(place.key(), sum);
      owners.remember(place.key(), place.holder());
    });
    return true;
  }
}
