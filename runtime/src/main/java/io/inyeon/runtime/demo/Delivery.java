package io.inyeon.runtime.demo;

import java.util.List;

/// One request as an SDK would send it.
///
/// @param sdk whose manners it has
/// @param events one, or a batch in its order
/// @param clockAheadMs how far the sender's clock is ahead of the true time; its events' times are
///   ahead as much
public record Delivery(Sdk sdk, List<Shipment> events, long clockAheadMs) {
  public Delivery {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("nothing to deliver");
    }
  }
}
