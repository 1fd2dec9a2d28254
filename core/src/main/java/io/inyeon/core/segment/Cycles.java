package io.inyeon.core.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Finds a segment that would need itself to be known.
public final class Cycles {
  private Cycles() {}

  /// The way from a segment back to itself, its id first and last; empty when there is none.
  ///
  /// @param id of the segment that is about to be such
  /// @param conditions of all other segments, by their ids
  public static List<String> through(
      String id, Condition condition, Map<String, Condition> conditions) {
    record Way(String to, List<String> over) {}
    var ahead = new ArrayDeque<Way>();
    var met = new HashSet<String>();
    Uses.of(condition).segments().forEach(next -> ahead.add(new Way(next, List.of(id))));
    while (!ahead.isEmpty()) {
      var way = ahead.removeFirst();
      var over = new ArrayList<>(way.over());
      over.add(way.to());
      if (way.to().equals(id)) {
        return List.copyOf(over);
      }
      var next = conditions.get(way.to());
      if (next != null && met.add(way.to())) {
        Uses.of(next).segments().forEach(further -> ahead.add(new Way(further, over)));
      }
    }
    return List.of();
  }
}
