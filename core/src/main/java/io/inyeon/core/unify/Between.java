package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.SortedSet;

/// Which evidence stands between two persons: what names one of each, and what names one of each
/// together with the same third.
final class Between {
  private final SortedSet<Identifier> one;
  private final SortedSet<Identifier> other;

  /// Whom both know, and who belongs to neither.
  private final SortedSet<Identifier> thirds;

  Between(Person one, Person other, Grounds grounds) {
    this.one = one.part();
    this.other = other.part();
    thirds = one.acquaintances(grounds);
    thirds.retainAll(other.acquaintances(grounds));
    thirds.removeAll(this.one);
    thirds.removeAll(this.other);
  }

  /// Whether evidence that two identifiers are one person is about these two persons.
  boolean concerns(Identifier x, Identifier y) {
    return (one.contains(x) && other.contains(y))
        || (one.contains(y) && other.contains(x))
        || (ours(x) && thirds.contains(y))
        || (ours(y) && thirds.contains(x));
  }

  private boolean ours(Identifier identifier) {
    return one.contains(identifier) || other.contains(identifier);
  }
}
