package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// A steward's word that two sets of identifiers are never the same person.
///
/// @param id unique; never reused
/// @param left disjoint from right; neither is empty
/// @param right at most [#MOST_PAIRS] pairs may lie across
/// @param time milliseconds since 1970, when it was said
/// @param author who said it
/// @param reason as the steward wrote it
public record Cut(
    String id,
    SortedSet<Identifier> left,
    SortedSet<Identifier> right,
    long time,
    String author,
    String reason) {
  /// One side may hold ten thousand cookies when the other holds ten names; undoing a cut looks at
  /// each pair across it.
  public static final int MOST_PAIRS = 100_000;

  /// Where an identifier stands.
  public enum Side {
    LEFT,
    RIGHT
  }

  public Cut {
    left = Collections.unmodifiableSortedSet(new TreeSet<>(left));
    right = Collections.unmodifiableSortedSet(new TreeSet<>(right));
    if (left.isEmpty() || right.isEmpty() || !Collections.disjoint(left, right)) {
      throw new IllegalArgumentException("a cut lies between two sets that share nobody");
    }
    if ((long) left.size() * right.size() > MOST_PAIRS) {
      throw new IllegalArgumentException("a cut across more than " + MOST_PAIRS + " pairs");
    }
  }
}
