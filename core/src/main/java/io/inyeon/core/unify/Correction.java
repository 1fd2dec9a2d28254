package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;
import java.util.Map;

/// A trait that a steward corrected, because the person says that it is wrong (GDPR article 16, KR
/// PIPA article 36). It is an identify of the house's own source
/// ([io.inyeon.core.collect.OwnSources#CORRECTIONS]), so it belongs to whoever holds the identifier
/// that it names, merges, is made anew and is erased as all else; and it beats every other word on
/// the trait, whatever the trait's survivorship and however late that word is.
public final class Correction {
  /// The rank of its word; see [Mention].
  public static final int RANK = 0;

  private static final String UNDONE = "undone correction";

  private Correction() {}

  /// The value that says that a correction is taken back: what others said stands again.
  ///
  /// @param id of the correction
  public static Value undone(String id) {
    return new Value.Fields(Map.of(UNDONE, new Value.Text(id)));
  }

  /// Whether a value would be understood as taking back.
  public static boolean undone(Value value) {
    return value instanceof Value.Fields fields
        && fields.values().size() == 1
        && fields.get(UNDONE) != null;
  }

  /// Whether something was said by a steward.
  static boolean by(Observation observation) {
    return observation.mention().rank() == RANK;
  }

  /// Whether it is a steward's, and taken back, so that it is as if it had not been said.
  static boolean over(Observation observation) {
    return by(observation) && undone(observation.value());
  }
}
