package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;
import java.util.List;

/// What is known of one trait: the value that stands, who said it, and the values that lost.
///
/// @param value of survivorship UNION all values, smallest first
/// @param source its number
/// @param time event time, milliseconds since 1970
/// @param messageId of the event
/// @param party of the source: 1 first, 0 zero, 2 partners, 3 third
/// @param others latest first, one for each fragment and source
/// @param more how many others are left out here
public record Trait(
    Value value, int source, long time, String messageId, int party, List<Other> others, int more) {
  /// Losing values shown.
  public static final int OTHERS = 100;

  public Trait {
    others = List.copyOf(others);
  }

  /// What another source said last, or the same in another fragment.
  public record Other(Value value, int source, long time, String messageId, int party) {}
}
