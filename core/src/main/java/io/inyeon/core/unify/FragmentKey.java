package io.inyeon.core.unify;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.List;

/// Events with the same whole list of identifiers, from sources of the same kind, make one
/// fragment.
///
/// The kind decides the rank. It is finer than the rank because the rules may let one kind of
/// source link by a type and another of the same rank not; so what a fragment's events say about
/// who is who follows from its key and its best stamp alone.
///
/// @param identifiers strongest first, blocked ones included
/// @param kind of the events' sources
public record FragmentKey(List<Identifier> identifiers, SourceKind kind)
    implements Comparable<FragmentKey> {
  public FragmentKey {
    identifiers = List.copyOf(identifiers);
    if (identifiers.isEmpty()) {
      throw new IllegalArgumentException("a fragment of nobody");
    }
  }

  public static FragmentKey of(Event event) {
    return new FragmentKey(event.identifiers(), event.kind());
  }

  /// The rank of its events' links.
  public int rank() {
    return kind.rank();
  }

  /// The order of storage.
  @Override
  public int compareTo(FragmentKey that) {
    var common = Math.min(identifiers.size(), that.identifiers.size());
    for (var i = 0; i < common; i++) {
      var order = identifiers.get(i).compareTo(that.identifiers.get(i));
      if (order != 0) {
        return order;
      }
    }
    var bySize = Integer.compare(identifiers.size(), that.identifiers.size());
    return bySize != 0 ? bySize : kind.compareTo(that.kind);
  }
}
