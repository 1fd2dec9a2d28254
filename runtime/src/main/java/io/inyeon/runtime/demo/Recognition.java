package io.inyeon.runtime.demo;

import io.inyeon.runtime.demo.Truth.Known;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How well people were recognised: the product's profiles against the truth, by pairs of
/// identifiers. What several people use is nobody's and does not count.
///
/// @param asked identifiers that are one person's
/// @param unknown those that the product says it has never seen
/// @param people that these identifiers are of
/// @param profiles that hold them
/// @param whole people whose every identifier is in one profile, without anybody else's
/// @param truePairs pairs of one person's identifiers
/// @param tiedPairs those of them that good events tie together
/// @param foundPairs pairs in one profile
/// @param rightPairs pairs of one person's identifiers in one profile
/// @param rightTied those of them that good events tie together
record Recognition(
    long asked,
    long unknown,
    long people,
    long profiles,
    long whole,
    long truePairs,
    long tiedPairs,
    long foundPairs,
    long rightPairs,
    long rightTied) {
  /// Compares.
  ///
  /// @param profiles the id of the profile that answered for each identifier; empty for none
  static Recognition of(List<Known> identifiers, List<String> profiles) {
    var byPerson = new HashMap<Integer, Integer>();
    var byTied = new HashMap<Integer, Integer>();
    var byProfile = new HashMap<String, Integer>();
    var byBoth = new HashMap<List<Object>, Integer>();
    var byBothTied = new HashMap<List<Object>, Integer>();
    var profilesOf = new HashMap<Integer, Set<String>>();
    var peopleOf = new HashMap<String, Set<Integer>>();
    var unknown = 0;
    for (var i = 0; i < identifiers.size(); i++) {
      var known = identifiers.get(i);
      if (known.person() == Truth.NOBODY) {
        continue;
      }
      // One that is unknown is in a profile of its own.
      var missing = profiles.get(i).isEmpty();
      var profile = missing ? "unknown " + i : profiles.get(i);
      unknown += missing ? 1 : 0;
      byPerson.merge(known.person(), 1, Integer::sum);
      byTied.merge(known.tied(), 1, Integer::sum);
      byProfile.merge(profile, 1, Integer::sum);
      byBoth.merge(List.of(known.person(), profile), 1, Integer::sum);
      byBothTied.merge(List.of(known.tied(), profile), 1, Integer::sum);
      profilesOf.computeIfAbsent(known.person(), _ -> new HashSet<>()).add(profile);
      peopleOf.computeIfAbsent(profile, _ -> new HashSet<>()).add(known.person());
    }
    var whole =
        profilesOf.values().stream()
            .filter(of -> of.size() == 1 && of.stream().allMatch(p -> alone(peopleOf, p)))
            .count();
    return new Recognition(
        byPerson.values().stream().mapToLong(Integer::longValue).sum(),
        unknown,
        byPerson.size(),
        byProfile.size() - unknown,
        whole,
        pairs(byPerson),
        pairs(byTied),
        pairs(byProfile),
        pairs(byBoth),
        pairs(byBothTied));
  }

  private static boolean alone(Map<String, Set<Integer>> peopleOf, String profile) {
    return peopleOf.getOrDefault(profile, Set.of()).size() == 1;
  }

  private static long pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1L) / 2).sum();
  }

  double precision() {
    return share(rightPairs, foundPairs);
  }

  double recall() {
    return share(rightPairs, truePairs);
  }

  double evidentRecall() {
    return share(rightTied, tiedPairs);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
