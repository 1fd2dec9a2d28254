package io.inyeon.core.unify;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;

/// How good a piece of evidence is; the smaller is the better. Links with equal stamps are ordered
/// by [Pair#order].
///
/// @param rank 0 a steward's, 1 a trusted source's, 2 any other source's, 3 matching's
/// @param time milliseconds since 1970, as [Event#evidenceTime] bounds it
/// @param messageId of the event, or the id of the steward's decision
public record Stamp(int rank, long time, String messageId) implements Comparable<Stamp> {
  /// A steward's.
  public static final int STEWARD = 0;

  /// The worst there is.
  public static final int WORST = 3;

  public Stamp {
    if (rank < STEWARD || rank > WORST) {
      throw new IllegalArgumentException("no rank " + rank);
    }
  }

  public static Stamp of(Event event) {
    return new Stamp(event.rank(), event.evidenceTime(), event.head().messageId());
  }

  @Override
  public int compareTo(Stamp other) {
    if (rank != other.rank) {
      return Integer.compare(rank, other.rank);
    }
    if (time != other.time) {
      return Long.compare(time, other.time);
    }
    return Identifier.compareBytes(messageId, other.messageId);
  }

  public static Stamp better(Stamp a, Stamp b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
