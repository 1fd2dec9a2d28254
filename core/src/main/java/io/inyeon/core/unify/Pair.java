package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.Comparator;

/// Two different identifiers, the stronger type first; of one type, the smaller bytes first.
public record Pair(Identifier stronger, Identifier weaker) implements Comparable<Pair> {
  public Pair {
    if (stronger.equals(weaker)) {
      throw new IllegalArgumentException("a pair of " + stronger + " with itself");
    }
  }

  public static Pair of(Identifier a, Identifier b, IdentifierTypes types) {
    return types.strongestFirst().compare(a, b) <= 0 ? new Pair(a, b) : new Pair(b, a);
  }

  public Identifier other(Identifier end) {
    return end.equals(stronger) ? weaker : stronger;
  }

  public boolean has(Identifier end) {
    return end.equals(stronger) || end.equals(weaker);
  }

  /// The order of storage, by names alone. The order of links is [#order].
  @Override
  public int compareTo(Pair that) {
    var byStronger = stronger.compareTo(that.stronger);
    return byStronger != 0 ? byStronger : weaker.compareTo(that.weaker);
  }

  /// The last part of the order of links: priorities of both ends, then their bytes.
  public static Comparator<Pair> order(IdentifierTypes types) {
    return Comparator.<Pair>comparingInt(pair -> types.priority(pair.stronger.type()))
        .thenComparingInt(pair -> types.priority(pair.weaker.type()))
        .thenComparing(Pair::stronger)
        .thenComparing(Pair::weaker);
  }
}
