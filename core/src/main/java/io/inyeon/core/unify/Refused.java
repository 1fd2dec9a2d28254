package io.inyeon.core.unify;

import java.util.List;

/// Evidence that two identifiers are one person, and why it does not count.
///
/// @param evidence what was said of the pair
/// @param reasons one at least
/// @param stewards what stewards said of the pair, if they did
public record Refused(
    Pair pair, LinkEvidence evidence, List<Reason> reasons, List<StewardLink> stewards) {
  public Refused {
    reasons = List.copyOf(reasons);
    stewards = List.copyOf(stewards);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("refused for no reason: " + pair);
    }
  }
}
