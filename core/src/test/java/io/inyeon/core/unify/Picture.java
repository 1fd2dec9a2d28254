package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// All that identity says, without anything that depends on the order of arrival; drawn once from
/// the definition and once from state, to be compared.
record Picture(
    SortedSet<String> trees,
    SortedMap<String, String> links,
    SortedMap<String, String> idle,
    SortedMap<String, String> nodes,
    SortedMap<String, String> fragments,
    SortedSet<String> profiles,
    SortedMap<String, String> stewards) {
  Picture() {
    this(
        new TreeSet<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeSet<>(),
        new TreeMap<>());
  }

  static String names(Collection<Identifier> identifiers) {
    return new TreeSet<>(identifiers)
        .stream().map(Identifier::toString).collect(Collectors.joining(" "));
  }

  static String pair(Pair pair) {
    return pair.stronger() + " - " + pair.weaker();
  }

  void link(Pair pair, Stamp best, boolean used) {
    links.put(pair(pair), (used ? "used " : "spare ") + best);
  }

  void fragment(FragmentKey key, Collection<Identifier> tree, Fragment sum) {
    fragments.put(
        key.toString(),
        "%s %d %d %s %d %d in %s"
            .formatted(
                sum.best(),
                sum.first(),
                sum.latest(),
                sum.base().latestId(),
                sum.base().latestSource(),
                sum.count(),
                names(tree)));
  }

  void profile(ProfileId id, Collection<Identifier> part, Collection<String> fragments) {
    profiles.add(id.value() + " " + names(part) + " with " + new TreeSet<>(fragments));
  }

  void node(Identifier identifier, Tally tally, SortedMap<String, Cut.Side> cuts) {
    nodes.put(identifier.toString(), new TreeMap<>(tally.byType()) + " " + new TreeMap<>(cuts));
  }
}
