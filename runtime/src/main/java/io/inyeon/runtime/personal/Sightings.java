package io.inyeon.runtime.personal;

import io.inyeon.core.govern.personal.PersonalKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Where what was masked since the start: so that people see who sends what must not be kept, or
/// what looks like it and is not.
public final class Sightings {
  /// Places that are told apart; a stranger who makes up names cannot fill the memory with them.
  private static final int MOST = 1_000;

  private final ConcurrentHashMap<Place, LongAdder> counts = new ConcurrentHashMap<>();

  private record Place(int source, PersonalKind kind, String path) {}

  /// How often something was masked at a place.
  ///
  /// @param path JSON Pointer; empty for addresses, and where it is not told apart
  public record Sighting(int source, PersonalKind kind, String path, long count) {}

  void saw(int source, PersonalKind kind, String path) {
    // Items of a list are one place; a name may itself hold what was masked, and is not kept.
    var place = new Place(source, kind, general(path));
    var known = counts.get(place);
    if (known == null) {
      var told = counts.size() < MOST ? place : new Place(source, kind, "");
      known = counts.computeIfAbsent(told, _ -> new LongAdder());
    }
    known.increment();
  }

  private static String general(String path) {
    if (path.isEmpty()) {
      return path;
    }
    var general = new StringBuilder();
    for (var step : path.substring(1).split("/", -1)) {
      var number = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
      var digits = step.chars().filter(c -> c >= '0' && c <= '9').count();
      general.append('/').append(number || digits >= 13 ? "*" : step);
    }
    return general.length() > 200 ? general.substring(0, 200) : general.toString();
  }

  /// All, those seen most first.
  public List<Sighting> all() {
    var all = new ArrayList<Sighting>();
    counts.forEach((place, count) ->
        all.add(new Sighting(place.source(), place.kind(), place.path(), count.sum())));
    all.sort(
        Comparator.comparingLong(Sighting::count)
            .reversed()
            .thenComparing(Sighting::path)
            .thenComparingInt(Sighting::source));
    return all;
  }
}
