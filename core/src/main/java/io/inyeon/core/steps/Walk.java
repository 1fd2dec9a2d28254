package io.inyeon.core.steps;

import io.inyeon.core.Change;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Tree;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A [Step] in the hands of whom it has come to; and what it has borrowed as a decision sees it.
final class Walk implements Snapshot {
  /// So many trees can one decision make. A tree's number is never shown; a number of its own for
  /// each step leaves no counter that everybody would ask for.
  private static final int TREE_BITS = 20;

  private final Entry entry;
  private final Snapshot workspace;
  private final IdentifierTypes types;
  private final NavigableMap<Address, Set<Key<?>>> wants;
  private final NavigableMap<Address, Map<Key<?>, @Nullable Object>> lent;
  private final Map<Identifier, Step.Pointer> pointers;
  private final Map<Identifier, Long> outdated;
  private long clock;

  Walk(Step step, Snapshot workspace, IdentifierTypes types) {
    this.workspace = workspace;
    this.types = types;
    entry = step.entry();
    wants = new TreeMap<>(step.wants());
    lent = new TreeMap<>(step.lent());
    pointers = new HashMap<>(step.pointers());
    outdated = new HashMap<>(step.outdated());
    clock = step.clock();
  }

  Step step() {
    return new Step(entry, wants, lent, pointers, outdated, clock);
  }

  Entry entry() {
    return entry;
  }

  long clock() {
    return clock;
  }

  // ---- what is wanted

  void want(Set<? extends Key<?>> keys) {
    for (var key : keys) {
      wants.merge(Address.of(key), Set.of(key), Step::both);
    }
  }

  /// Where to go next: the first in the order where something wanted is missing; `null` when all of
  /// it is here.
  @Nullable Address next() {
    for (var address : wants.keySet()) {
      if (!satisfied(address)) {
        return address;
      }
    }
    return null;
  }

  private boolean satisfied(Address address) {
    var keys = wants.getOrDefault(address, Set.of());
    return keys.isEmpty() ? lent.containsKey(address) : missing(address).isEmpty();
  }

  /// What of an address is wanted and not here.
  Set<Key<?>> missing(Address address) {
    var missing = new HashSet<Key<?>>();
    for (var key : wants.getOrDefault(address, Set.of())) {
      if (!has(key)) {
        missing.add(key);
      }
    }
    return missing;
  }

  private boolean has(Key<?> key) {
    if (key instanceof Key.OfIdentifier(var identifier)
        && (pointers.containsKey(identifier) || among(identifier) != null)) {
      return true;
    }
    var from = lent.get(Address.of(key));
    return from != null && from.containsKey(key);
  }

  /// The changes that may not be made, since others may look at these values.
  Set<Key<?>> unlent(List<Change> changes) {
    var keys = new HashSet<Key<?>>();
    for (var change : changes) {
      var key = change.key();
      if (!free(change) && !lent.containsKey(Address.of(key))) {
        keys.add(key);
      }
    }
    return keys;
  }

  /// Whether a change may be made without borrowing: of a sum, of what always says the same, of
  /// what nobody knows of yet, or of what has an order of its own.
  private boolean free(Change change) {
    return switch (change.key()) {
      case Key.OfIdentifier _, Key.OfProfile _, Key.NextTree _ -> true;
      case Key.Tree(var id) -> id >> TREE_BITS == entry.position();
      case Key.OfFact _ -> change instanceof Change.Put<?>;
      case Key<?> key -> Sums.has(key) || Address.of(key).equals(Address.Named.WORKSPACE);
    };
  }

  // ---- what is lent

  /// An address lends, more of its values than before perhaps.
  void lend(Address address, Map<Key<?>, @Nullable Object> values) {
    var all = new HashMap<Key<?>, @Nullable Object>(values);
    all.putAll(lent.getOrDefault(address, Map.of()));
    lent.put(address, Collections.unmodifiableMap(all));
    pointers
        .keySet()
        .removeIf(each -> {
          var pointer = pointers.get(each);
          return pointer != null && outdated(each, pointer);
        });
  }

  /// Notes which tree holds an identifier; that tree is wanted, too.
  ///
  /// @return `false` when that pointer is out of date: the tree once held the identifier and does
  ///   not now, so a newer pointer is on its way
  boolean point(Identifier identifier, Step.Pointer pointer) {
    if (outdated(identifier, pointer)) {
      return false;
    }
    pointers.put(identifier, pointer);
    want(Set.of(new Key.Tree(pointer.tree())));
    return true;
  }

  private boolean outdated(Identifier identifier, Step.Pointer pointer) {
    var key = new Key.Tree(pointer.tree());
    var from = lent.get(Address.of(key));
    if (from != null
        && from.containsKey(key)
        && !(from.get(key) instanceof Tree tree && tree.nodes().containsKey(identifier))) {
      outdated.put(identifier, pointer.clock());
    }
    return outdated.getOrDefault(identifier, -1L) >= pointer.clock();
  }

  void meet(long other) {
    clock = Math.max(clock, other);
  }

  /// Gives back all that stands later in the order than an address: whoever waits there holds
  /// nothing that somebody earlier in the order may wait for.
  List<Address> giveBackAfter(Address address) {
    var later = lent.tailMap(address, false);
    var all = List.copyOf(later.keySet());
    later.clear();
    return all;
  }

  Set<Address> lenders() {
    return lent.keySet();
  }

  // ---- as a decision sees it

  @Override
  @SuppressWarnings("unchecked") // what is lent under a Key<V> is a V
  public <V> @Nullable V get(Key<V> key) {
    if (key instanceof Key.NextTree) {
      return (V) (Object) (entry.position() << TREE_BITS);
    }
    if (Sums.has(key)) {
      return null;
    }
    if (key instanceof Key.OfIdentifier(var identifier)) {
      return (V) holder(identifier);
    }
    var address = Address.of(key);
    if (address.equals(Address.Named.WORKSPACE)) {
      return workspace.get(key);
    }
    var from = lent.get(address);
    if (from == null || !from.containsKey(key)) {
      throw new Unloaded(Set.of(key));
    }
    return (V) from.get(key);
  }

  /// Which tree holds an identifier: the trees themselves know best.
  private @Nullable Holder holder(Identifier identifier) {
    var tree = among(identifier);
    if (tree != null) {
      return new Holder(tree.id());
    }
    var pointer = pointers.get(identifier);
    if (pointer != null) {
      return new Holder(pointer.tree());
    }
    var key = new Key.OfIdentifier(identifier);
    var from = lent.get(Address.of(key));
    if ((from != null && from.containsKey(key)) || types.blocked(identifier)) {
      return null; // what is blocked is in no tree
    }
    throw new Unloaded(Set.of(key));
  }

  private @Nullable Tree among(Identifier identifier) {
    for (var values : lent.tailMap(new Address.OfTree(Long.MIN_VALUE), true).values()) {
      for (var value : values.values()) {
        if (value instanceof Tree tree && tree.nodes().containsKey(identifier)) {
          return tree;
        }
      }
    }
    return null;
  }
}
