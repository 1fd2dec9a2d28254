package io.inyeon.core.unify;

import io.inyeon.core.collect.Event;
import java.util.List;

/// Events that were accepted and name one device, with their time within one span.
///
/// @param events in any order, as they were read when they were decided
public record Mentions(List<Event> events) {
  public Mentions {
    events = List.copyOf(events);
  }
}
