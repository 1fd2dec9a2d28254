package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Says why somebody is one person, or why two are two: the forest and its evidence, read aloud.
///
/// Pure, and as a decision is: it throws [Snapshot.Unloaded] for what it must be given first.
public final class Explain {
  /// Refused pieces of evidence that are listed; the rest is counted.
  static final int MOST_REFUSED = 200;

  /// Slices of devices by login that are listed.
  static final int MOST_LOGINS = 200;

  private Explain() {}

  /// Why all that the profile of an identifier holds is one person; `null` when nobody is known by
  /// it.
  public static @Nullable Explanation profile(Identifier of, Snapshot before, Rules rules) {
    var grounds = new Grounds(before, rules);
    grounds.visit(List.of(of));
    if (grounds.find(of) == null) {
      return null;
    }
    var person = Person.of(of, grounds);
    var part = person.part();
    var idle = person.idle(grounds, (_, _) -> true);
    var refusals = new Refusals(grounds, person.refused(), idle.pairs());
    var supports = Supports.of(grounds, person.held(), person.spare(), refusals.stamps());
    refusals.hear(
        List.of(person), (x, y) -> part.contains(x) || part.contains(y), supports.testimony());
    var logins = LoginSlice.of(part, person.tree().fragments(part, rules).keySet(), before, rules);
    return new Explanation(
        person.id(rules),
        person.strongestFirst(rules),
        supports.of(person.held()),
        supports.of(person.spare()),
        refusals.all(supports),
        idle.unread() + refusals.beyond(),
        grounds.cuts(cuts(part, person.tree())),
        logins.subList(Math.max(0, logins.size() - MOST_LOGINS), logins.size()),
        Math.max(0, logins.size() - MOST_LOGINS));
  }

  /// Why two identifiers are one person, or what stands between them; `null` when nobody is known
  /// by one of them, which is not a blocked value either.
  public static @Nullable Relation between(
      Identifier a, Identifier b, Snapshot before, Rules rules) {
    var grounds = new Grounds(before, rules);
    grounds.visit(List.of(a, b));
    for (var end : List.of(a, b)) {
      if (grounds.find(end) == null && !rules.types().blocked(end)) {
        return null;
      }
    }
    if (grounds.find(a) == null || grounds.find(b) == null) {
      return withNobody(a, b, grounds);
    }
    var one = Person.of(a, grounds);
    return one.part().contains(b)
        ? same(a, b, one, grounds)
        : apart(a, b, one, Person.of(b, grounds), grounds);
  }

  private static Relation same(Identifier a, Identifier b, Person person, Grounds grounds) {
    var way = Way.of(a, b, person.held());
    var path = way.links();
    var spare = new ArrayList<Link>();
    for (var link : person.spare()) {
      if (way.bridges(link.pair())) {
        spare.add(link);
      }
    }
    var supports = Supports.of(grounds, path, spare, Map.of());
    var steps = new ArrayList<Relation.Step>();
    var at = a;
    for (var support : supports.of(path)) {
      var next = support.link().pair().other(at);
      steps.add(new Relation.Step(at, next, support));
      at = next;
    }
    var id = person.id(grounds.rules());
    return new Relation(
        new Relation.End(a, id),
        new Relation.End(b, id),
        true,
        steps,
        supports.of(spare),
        List.of(),
        0,
        List.of());
  }

  private static Relation apart(
      Identifier a, Identifier b, Person one, Person other, Grounds grounds) {
    var between = new Between(one, other, grounds);
    var idleOfOne = one.idle(grounds, between::concerns);
    var idleOfOther = other.idle(grounds, between::concerns);
    var refused = new LinkedHashMap<>(one.refused());
    refused.putAll(other.refused());
    refused.keySet().removeIf(pair -> !between.concerns(pair.stronger(), pair.weaker()));
    var idle = new LinkedHashMap<>(idleOfOne.pairs());
    idle.putAll(idleOfOther.pairs());
    var refusals = new Refusals(grounds, refused, idle);
    var supports = Supports.of(grounds, List.of(), List.of(), refusals.stamps());
    refusals.hear(List.of(one, other), between::concerns, supports.testimony());
    var cuts = new TreeSet<>(cuts(one.part(), one.tree()));
    cuts.retainAll(cuts(other.part(), other.tree()));
    var crossing = new ArrayList<Cut>();
    for (var cut : grounds.cuts(cuts)) {
      if (crosses(cut, one.part(), other.part())) {
        crossing.add(cut);
      }
    }
    return new Relation(
        new Relation.End(a, one.id(grounds.rules())),
        new Relation.End(b, other.id(grounds.rules())),
        false,
        List.of(),
        List.of(),
        refusals.all(supports),
        idleOfOne.unread() + idleOfOther.unread() + refusals.beyond(),
        crossing);
  }

  private static boolean crosses(Cut cut, Set<Identifier> one, Set<Identifier> other) {
    return (names(cut.left(), one) && names(cut.right(), other))
        || (names(cut.left(), other) && names(cut.right(), one));
  }

  private static boolean names(Set<Identifier> side, Set<Identifier> person) {
    return !Collections.disjoint(side, person);
  }

  /// One of the two, or both, names nobody: then what the other's events say of it.
  private static Relation withNobody(Identifier a, Identifier b, Grounds grounds) {
    BiPredicate<Identifier, Identifier> both =
        (x, y) -> (x.equals(a) && y.equals(b)) || (x.equals(b) && y.equals(a));
    var people = new ArrayList<Person>();
    var ids = new ArrayList<@Nullable ProfileId>();
    for (var end : List.of(a, b)) {
      if (grounds.find(end) == null) {
        ids.add(null);
      } else {
        var person = Person.of(end, grounds);
        people.add(person);
        ids.add(person.id(grounds.rules()));
      }
    }
    var refusals = new Refusals(grounds, Map.of(), Map.of());
    var supports = Supports.of(grounds, List.of(), List.of(), Map.of());
    refusals.hear(people, both, supports.testimony());
    return new Relation(
        new Relation.End(a, ids.getFirst()),
        new Relation.End(b, ids.getLast()),
        false,
        List.of(),
        List.of(),
        refusals.all(supports),
        refusals.beyond(),
        List.of());
  }

  private static SortedSet<String> cuts(SortedSet<Identifier> part, Tree tree) {
    var ids = new TreeSet<String>();
    for (var identifier : part) {
      var node = tree.sortedNodes().find(identifier);
      if (node != null) {
        ids.addAll(node.cuts().keySet());
      }
    }
    return ids;
  }
}
