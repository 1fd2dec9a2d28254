package io.inyeon.core.unify;

import io.inyeon.core.collect.Value;

/// A value that was said of a trait.
///
/// @param value an explicit nothing is the word that there is no such trait any more
public record Observation(Value value, Mention mention) implements Comparable<Observation> {
  /// The later is the greater. Two mentions alike in everything are told apart by their values, so
  /// that the outcome never depends on which came first.
  @Override
  public int compareTo(Observation other) {
    var compared = mention.compareTo(other.mention);
    return compared != 0 ? compared : ValueOrder.VALUES.compare(value, other.value);
  }

  public boolean removes() {
    return value == Value.Nothing.NOTHING;
  }

  static Observation later(Observation a, Observation b) {
    return a.compareTo(b) >= 0 ? a : b;
  }

  /// The one with the smaller value; of equal values the later.
  static Observation smaller(Observation a, Observation b) {
    var compared = ValueOrder.VALUES.compare(a.value, b.value);
    return compared == 0 ? later(a, b) : compared < 0 ? a : b;
  }

  /// The one with the larger value; of equal values the later.
  static Observation larger(Observation a, Observation b) {
    var compared = ValueOrder.VALUES.compare(a.value, b.value);
    return compared == 0 ? later(a, b) : compared > 0 ? a : b;
  }
}
