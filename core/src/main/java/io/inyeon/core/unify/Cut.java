package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.SortedSet;

/// A steward's word that two sets of identifiers are never the same person.
///
/// @param id unique; never reused
/// @param left disjoint from right; neither is empty
/// @param reason as the steward wrote it
public record Cut(
    String id, SortedSet<Identifier> left, SortedSet<Identifier> right, String reason) {
  /// Where an identifier stands.
  public enum Side {
    LEFT,
    RIGHT
  }
}
