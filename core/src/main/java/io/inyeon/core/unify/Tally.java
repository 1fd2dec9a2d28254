package io.inyeon.core.unify;

import java.util.List;
import java.util.SortedMap;

/// How many distinct identifiers of each type one identifier was linked to, by the rank of the best
/// link to each; links that link nobody count too, and so do erased ones.
///
/// @param byType type to four counts, one a rank; a count says how many have their best link at
///   just that rank
public record Tally(SortedMap<String, Ranks> byType) {
  public static final Tally NONE = new Tally(Sorted.of());

  public Tally {
    byType = Sorted.copyOf(byType);
  }

  /// Out of the store.
  ///
  /// @param types in ascending order
  /// @param ranks of these, one for one
  /// @throws IllegalArgumentException when they are out of order
  public static Tally read(List<String> types, List<Ranks> ranks) {
    return new Tally(Sorted.ofAscending(types, ranks));
  }

  /// Four counts.
  public record Ranks(int rank0, int rank1, int rank2, int rank3) {
    static final Ranks NONE = new Ranks(0, 0, 0, 0);

    /// How many have a link of this rank or better.
    public int upTo(int rank) {
      return rank0 + (rank >= 1 ? rank1 : 0) + (rank >= 2 ? rank2 : 0) + (rank >= 3 ? rank3 : 0);
    }

    Ranks plus(int rank, int count) {
      return switch (rank) {
        case 0 -> new Ranks(rank0 + count, rank1, rank2, rank3);
        case 1 -> new Ranks(rank0, rank1 + count, rank2, rank3);
        case 2 -> new Ranks(rank0, rank1, rank2 + count, rank3);
        case 3 -> new Ranks(rank0, rank1, rank2, rank3 + count);
        default -> throw new IllegalArgumentException("no rank " + rank);
      };
    }
  }

  /// Of a type, how many have a link of this rank or better.
  public int upTo(String type, int rank) {
    var ranks = byType.get(type);
    return ranks == null ? 0 : ranks.upTo(rank);
  }

  /// Whether for any type the number with a link of this rank or better passes.
  boolean any(int rank, Counted test) {
    return Sorted.copyOf(byType).any((type, ranks) -> test.passes(type, ranks.upTo(rank)));
  }

  /// A test of how many there are of a type.
  interface Counted {
    boolean passes(String type, int count);
  }

  /// One more (or fewer, when negative) neighbours of a type whose best link has this rank.
  public Tally plus(String type, int rank, int count) {
    var all = Sorted.copyOf(byType);
    var ranks = byType.getOrDefault(type, Ranks.NONE).plus(rank, count);
    return new Tally(ranks.equals(Ranks.NONE) ? all.without(type) : all.with(type, ranks));
  }
}
