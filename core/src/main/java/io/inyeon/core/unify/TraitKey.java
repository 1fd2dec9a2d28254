package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;

/// One source's word on one trait.
///
/// @param source its number
public record TraitKey(String name, int source) implements Comparable<TraitKey> {
  /// By the bytes of the name, then by source.
  @Override
  public int compareTo(TraitKey other) {
    var compared = Identifier.compareBytes(name, other.name);
    return compared != 0 ? compared : Integer.compare(source, other.source);
  }
}
