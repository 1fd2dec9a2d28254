package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;

/// A link with everything that speaks for it.
///
/// @param rule by which it is one
/// @param weight log2 odds that both are one customer; [#CERTAIN] for what was said outright
///   (Fellegi & Sunter 1969, eq. 3; range -60..60)
/// @param stewards what stewards said of the pair, if they did
public record Support(
    Link link, LinkEvidence evidence, Rule rule, int weight, List<StewardLink> stewards) {
  /// The weight of an event's or a steward's word.
  public static final int CERTAIN = 60;

  public Support {
    stewards = List.copyOf(stewards);
  }

  /// By what two identifiers are linked.
  public enum Rule {
    /// Both stood in one accepted event.
    SAME_EVENT,
    /// An alias said that two of one type are one person: no other event names two of a type.
    ALIAS,
    /// A steward said so.
    STEWARD
  }

  static Support of(Link link, LinkEvidence evidence, List<StewardLink> stewards) {
    return new Support(link, evidence, rule(link.pair(), link.best().rank()), CERTAIN, stewards);
  }

  private static Rule rule(Pair pair, int rank) {
    if (rank == Stamp.STEWARD) {
      return Rule.STEWARD;
    }
    return sameType(pair.stronger(), pair.weaker()) ? Rule.ALIAS : Rule.SAME_EVENT;
  }

  private static boolean sameType(Identifier a, Identifier b) {
    return a.type().equals(b.type());
  }
}
