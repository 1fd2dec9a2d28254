package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Gathers evidence that does not count, and says why.
final class Refusals {
  private final Grounds grounds;
  private final IdentifierTypes types;
  private final Map<Pair, Told> links;
  private final Map<Pair, Stamp> idle;
  private final List<Refused> unfit = new ArrayList<>();
  private long beyond;

  /// A link that does not unite.
  ///
  /// @param reasons `null` when its other end is in another tree: then the anchors are the reason
  record Told(Stamp best, @Nullable List<Reason> reasons) {}

  /// Begins with links, living and idle.
  Refusals(Grounds grounds, Map<Pair, Told> links, Map<Pair, Stamp> idle) {
    this.grounds = grounds;
    types = grounds.rules().types();
    this.links = first(links, Explain.MOST_REFUSED);
    this.idle = first(idle, Explain.MOST_REFUSED - this.links.size());
  }

  private <V> Map<Pair, V> first(Map<Pair, V> all, int most) {
    var first = new LinkedHashMap<Pair, V>();
    for (var entry : all.entrySet()) {
      if (first.size() < most) {
        first.put(entry.getKey(), entry.getValue());
      } else {
        beyond++;
      }
    }
    return first;
  }

  /// The links that it lists, with their stamps.
  Map<Pair, Stamp> stamps() {
    var stamps = new LinkedHashMap<Pair, Stamp>();
    links.forEach((pair, told) -> stamps.put(pair, told.best()));
    stamps.putAll(idle);
    return stamps;
  }

  /// Takes in what some persons' events say that can make no link.
  void hear(
      List<Person> people, BiPredicate<Identifier, Identifier> concerns, Testimony testimony) {
    for (var person : people) {
      testimony.hearUnfit(person.tree().fragments(person.part(), grounds.rules()));
    }
    for (var pair : testimony.unfit()) {
      if (concerns.test(pair.stronger(), pair.weaker()) && !linked(pair)) {
        if (links.size() + idle.size() + unfit.size() < Explain.MOST_REFUSED) {
          unfit.add(testimony.unfit(pair));
        } else {
          beyond++;
        }
      }
    }
  }

  /// Whether something else links the two after all, or is refused for a reason of its own.
  private boolean linked(Pair pair) {
    for (var end : List.of(pair.stronger(), pair.weaker())) {
      var tree = grounds.find(end);
      if (tree != null && tree.sortedLinks().holds(pair)) {
        return true;
      }
    }
    return idle.containsKey(pair);
  }

  /// How many are beyond those listed.
  long beyond() {
    return beyond;
  }

  /// All of it.
  List<Refused> all(Supports supports) {
    var all = new ArrayList<Refused>();
    links.forEach(
        (pair, told) -> all.add(supports.refused(pair, told.best(), reasons(pair, told))));
    idle.forEach(
        (pair, best) -> all.add(supports.refused(pair, best, idleness(pair, best.rank()))));
    all.addAll(unfit);
    return all;
  }

  private List<Reason> reasons(Pair pair, Told told) {
    var reasons = told.reasons();
    return reasons != null
        ? reasons
        : List.of(new Reason.Anchor(root(pair.stronger()), root(pair.weaker())));
  }

  private Identifier root(Identifier identifier) {
    var up = grounds.home(identifier).up(types);
    var at = identifier;
    for (var next = up.find(at); next != null; next = up.find(at)) {
      at = next;
    }
    return at;
  }

  private List<Reason> idleness(Pair pair, int rank) {
    var reasons = new ArrayList<Reason>();
    for (var end : List.of(pair.stronger(), pair.weaker())) {
      var tally = grounds.node(end).tally();
      var other = pair.other(end).type();
      for (var type : Sharing.tooMany(end, tally, rank, types)) {
        reasons.add(new Reason.Shared(end, rank, type, false));
      }
      if (Sharing.withType(end, tally, other, rank, types)) {
        reasons.add(new Reason.Shared(end, rank, other, true));
      }
    }
    var sides = grounds.node(pair.weaker()).cuts();
    grounds
        .node(pair.stronger())
        .cuts()
        .forEach((id, side) -> {
          var opposite = sides.get(id);
          if (opposite != null && opposite != side) {
            reasons.add(new Reason.Divided(id));
          }
        });
    return reasons;
  }
}
