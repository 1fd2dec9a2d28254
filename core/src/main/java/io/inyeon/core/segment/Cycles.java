package io.inyeon.core.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Finds a segment or computed trait that would need itself to be known.
public final class Cycles {
  private Cycles() {}

  /// The way from a segment back to itself, its id first and last; empty when there is none.
  ///
  /// @param id of the segment that is about to be such
  /// @param conditions of all other segments, by their ids
  /// @param formulas of all computed traits, by their ids; on the way they are `trait:` and the id
  public static List<String> through(
      String id,
      Condition condition,
      Map<String, Condition> conditions,
      Map<String, Formula> formulas) {
    return new Graph(conditions, formulas).way(id, next(Uses.of(condition), formulas));
  }

  /// The same of a computed trait.
  public static List<String> through(
      String id,
      Formula formula,
      Map<String, Condition> conditions,
      Map<String, Formula> formulas) {
    var trait = ComputedTrait.filling(id);
    var with = new HashMap<>(formulas);
    with.put(id, formula);
    return new Graph(conditions, with).way(trait, next(Uses.of(formula), with));
  }

  private static SequencedSet<String> next(Uses uses, Map<String, Formula> formulas) {
    var next = new LinkedHashSet<>(uses.segments());
    for (var trait : uses.traits()) {
      if (formulas.containsKey(trait)) {
        next.add(ComputedTrait.filling(trait));
      }
    }
    return next;
  }

  private record Graph(Map<String, Condition> conditions, Map<String, Formula> formulas) {
    private record Way(String to, List<String> over) {}

    private static final String TRAIT = ComputedTrait.filling("");

    List<String> way(String from, SequencedSet<String> first) {
      var ahead = new ArrayDeque<Way>();
      var met = new HashSet<String>();
      first.forEach(next -> ahead.add(new Way(next, List.of(from))));
      while (!ahead.isEmpty()) {
        var way = ahead.removeFirst();
        var over = new ArrayList<>(way.over());
        over.add(way.to());
        if (way.to().equals(from)) {
          return List.copyOf(over);
        }
        if (met.add(way.to())) {
          after(way.to()).forEach(further -> ahead.add(new Way(further, over)));
        }
      }
      return List.of();
    }

    private SequencedSet<String> after(String node) {
      if (node.startsWith(TRAIT)) {
        var formula = formulas.get(node.substring(TRAIT.length()));
        return formula == null ? new LinkedHashSet<>() : next(Uses.of(formula), formulas);
      }
      var condition = conditions.get(node);
      return condition == null ? new LinkedHashSet<>() : next(Uses.of(condition), formulas);
    }
  }
}
