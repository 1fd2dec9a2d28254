package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;

/// Events with the same whole list of identifiers and the same rank make one fragment.
///
/// @param identifiers strongest first, blocked ones included
/// @param rank of the events' sources
public record FragmentKey(List<Identifier> identifiers, int rank) {
  public FragmentKey {
    identifiers = List.copyOf(identifiers);
  }
}
