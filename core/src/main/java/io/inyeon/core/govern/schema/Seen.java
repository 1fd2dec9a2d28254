package io.inyeon.core.govern.schema;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/// Which fields and items of one value some schema has spoken for.
final class Seen {
  private final Set<String> names = new HashSet<>();
  private final BitSet items = new BitSet();

  void name(String name) {
    names.add(name);
  }

  void item(int index) {
    items.set(index);
  }

  void items(int count) {
    items.set(0, count);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  boolean has(int index) {
    return items.get(index);
  }

  void add(Seen more) {
    names.addAll(more.names);
    items.or(more.items);
  }
}
