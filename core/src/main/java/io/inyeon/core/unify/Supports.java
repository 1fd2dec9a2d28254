package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What speaks for some links: the events in all the trees that may keep some, and the stewards.
///
/// An event is kept by the strongest that it names. Where the rules do not let its source link by
/// that one's type, nothing leads there from the others, and it is told in that one's profile only.
final class Supports {
  private final Testimony testimony;
  private final Map<Pair, List<StewardLink>> stewards;

  private Supports(Testimony testimony, Map<Pair, List<StewardLink>> stewards) {
    this.testimony = testimony;
    this.stewards = stewards;
  }

  /// Loads and sums up.
  ///
  /// @param others links that do not unite, with their stamps
  static Supports of(Grounds grounds, List<Link> held, List<Link> spare, Map<Pair, Stamp> others) {
    var pairs = new LinkedHashMap<Pair, Stamp>();
    held.forEach(link -> pairs.put(link.pair(), link.best()));
    spare.forEach(link -> pairs.put(link.pair(), link.best()));
    pairs.putAll(others);
    var stewards = grounds.stewards(pairs);
    var ends = ends(pairs);
    grounds.visit(ends);
    grounds.visit(thirds(pairs.keySet(), ends, grounds));
    return new Supports(
        Testimony.of(grounds.trees(), pairs.keySet(), grounds.rules().types()), stewards);
  }

  private static Set<Identifier> ends(Map<Pair, Stamp> pairs) {
    var ends = new LinkedHashSet<Identifier>();
    for (var pair : pairs.keySet()) {
      ends.add(pair.stronger());
      ends.add(pair.weaker());
    }
    return ends;
  }

  /// Whom both ends of some pair know: an event that names all three is kept by the strongest.
  private static Set<Identifier> thirds(Set<Pair> pairs, Set<Identifier> ends, Grounds grounds) {
    var known = new HashMap<Identifier, Set<Identifier>>();
    for (var tree : grounds.trees()) {
      for (var pair : tree.sortedLinks().keySet()) {
        meet(known, pair.stronger(), pair.weaker(), ends);
        meet(known, pair.weaker(), pair.stronger(), ends);
      }
    }
    grounds
        .lost(ends, Grounds.FEW_PAGES)
        .forEach(
            (end, lost) -> lost.partners().forEach(partner -> meet(known, end, partner, ends)));
    var thirds = new LinkedHashSet<Identifier>();
    for (var pair : pairs) {
      var of = known.getOrDefault(pair.stronger(), Set.of());
      var with = known.getOrDefault(pair.weaker(), Set.of());
      for (var third : of.size() < with.size() ? of : with) {
        if (of.contains(third) && with.contains(third)) {
          thirds.add(third);
        }
      }
    }
    return thirds;
  }

  private static void meet(
      Map<Identifier, Set<Identifier>> known,
      Identifier end,
      Identifier other,
      Set<Identifier> ends) {
    if (ends.contains(end)) {
      known.computeIfAbsent(end, _ -> new HashSet<>()).add(other);
    }
  }

  Testimony testimony() {
    return testimony;
  }

  /// Some of the links, each with what speaks for it.
  List<Support> of(List<Link> links) {
    var all = new ArrayList<Support>();
    for (var link : links) {
      var pair = link.pair();
      all.add(
          Support.of(
              link, testimony.of(pair, link.best()), stewards.getOrDefault(pair, List.of())));
    }
    return all;
  }

  /// One that does not unite.
  Refused refused(Pair pair, Stamp best, List<Reason> reasons) {
    return new Refused(
        pair, testimony.of(pair, best), reasons, stewards.getOrDefault(pair, List.of()));
  }
}
