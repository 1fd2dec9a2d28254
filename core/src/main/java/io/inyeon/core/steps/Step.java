package io.inyeon.core.steps;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An entry on its way to be decided, with what it has borrowed so far. It is always in one place:
/// in one message, or in one line of those who wait.
///
/// @param wants all that the decision is known to look at, by where it is kept; nothing wanted of
///   an address means that it is only to be kept from others
/// @param lent what is borrowed, by where; `null` where nothing stands
/// @param pointers which trees are said to hold identifiers that were not borrowed themselves; what
///   they say may be out of date, and the trees know better
/// @param outdated identifiers of which a pointer was found out of date: when that one was written
/// @param clock the latest that it has met
public record Step(
    Entry entry,
    SortedMap<Address, Set<Key<?>>> wants,
    SortedMap<Address, Map<Key<?>, @Nullable Object>> lent,
    Map<Identifier, Pointer> pointers,
    Map<Identifier, Long> outdated,
    long clock) {
  public Step {
    wants = Collections.unmodifiableSortedMap(new TreeMap<>(wants));
    lent = Collections.unmodifiableSortedMap(new TreeMap<>(lent));
    pointers = Map.copyOf(pointers);
    outdated = Map.copyOf(outdated);
  }

  /// Which tree an identifier is in.
  ///
  /// @param clock of the step that put it there
  public record Pointer(long tree, long clock) {}

  /// The beginning of a step.
  ///
  /// @param alone addresses to be kept from other steps from the beginning to the end
  /// @param first what is looked at in any case
  static Step of(Entry entry, Collection<? extends Address> alone, Set<? extends Key<?>> first) {
    var wants = new TreeMap<Address, Set<Key<?>>>();
    alone.forEach(address -> wants.put(address, Set.of()));
    for (var key : first) {
      wants.merge(Address.of(key), Set.of(key), Step::both);
    }
    return new Step(entry, wants, new TreeMap<>(), Map.of(), Map.of(), 0);
  }

  static Set<Key<?>> both(Set<Key<?>> some, Set<Key<?>> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return Collections.unmodifiableSet(all);
  }
}
