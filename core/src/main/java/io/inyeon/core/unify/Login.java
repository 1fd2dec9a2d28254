package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;

/// That an event names an anchor beside a device. Whether it counts depends on whether the anchor
/// is shared at its rank, or cut from the device.
///
/// Of several at one moment the greatest that counts is in force.
///
/// @param messageId of the event
/// @param source number of its source
public record Login(Identifier anchor, int rank, String messageId, int source)
    implements Comparable<Login> {
  @Override
  public int compareTo(Login other) {
    var order = Identifier.compareBytes(messageId, other.messageId);
    if (order == 0) {
      order = Integer.compare(source, other.source);
    }
    if (order == 0) {
      order = other.anchor.compareTo(anchor);
    }
    return order != 0 ? order : Integer.compare(other.rank, rank);
  }

  /// Whether it counts whenever the other does.
  boolean alike(Login other) {
    return rank == other.rank && anchor.equals(other.anchor);
  }
}
