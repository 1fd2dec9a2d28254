package io.inyeon.core.unify;

import io.inyeon.core.collect.IdentifierTypes;
import java.util.Comparator;

/// The fact that two identifiers appeared together, as far as it links: neither end is blocked or
/// shared at its rank, and no cut lies between.
///
/// @param best the best of its stamps
/// @param used whether it is one of the forest's; else it is spare evidence
public record Link(Pair pair, Stamp best, boolean used) {
  public Link using(boolean used) {
    return this.used == used ? this : new Link(pair, best, used);
  }

  /// The total order in which the forest takes links, the best first.
  public static Comparator<Link> order(IdentifierTypes types) {
    return Comparator.comparing(Link::best).thenComparing(Link::pair, Pair.order(types));
  }
}
