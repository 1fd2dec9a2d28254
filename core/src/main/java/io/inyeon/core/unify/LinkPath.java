package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;

/// Asks the forest how two identifiers of one profile hang together.
@FunctionalInterface
public interface LinkPath {
  /// Knows no links. Every two identifiers are as if linked this moment, by nobody to be trusted:
  /// then no grant of one counts for the other.
  LinkPath UNKNOWN = (a, b) -> a.equals(b) ? Path.NONE : new Path(Long.MAX_VALUE, false);

  /// The links in use on the way from one to the other; [Path#NONE] from one to itself.
  Path between(Identifier a, Identifier b);

  /// Links in use that lead from one identifier to another.
  ///
  /// @param latestFirstSeen the latest of the times at which each link was first seen, milliseconds
  ///   since 1970; [Long#MIN_VALUE] of no links
  /// @param trusted whether a steward or a trusted source made every one of them
  record Path(long latestFirstSeen, boolean trusted) {
    /// No links: from an identifier to itself.
    public static final Path NONE = new Path(Long.MIN_VALUE, true);
  }
}
