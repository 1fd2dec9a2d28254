package io.inyeon.runtime;

import io.inyeon.core.Effect;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;

/// Tells the operator what a decision brought about that somebody should look at.
final class Alarms {
  private static final System.Logger LOG = System.getLogger(Alarms.class.getName());

  private final AtomicLong shared = new AtomicLong();

  /// Tells of what a decision brought about.
  void tell(Effect effect) {
    switch (effect) {
      case Effect.IdentifierShared(var identifier, var rank, var ofType, var hub) -> {
        shared.incrementAndGet();
        LOG.log(
            Level.WARNING,
            "An identifier of type {0} names more than one person: its links of rank {1} or worse"
                + " to others link nobody from now on (too many of type {2}{3})",
            identifier.type(),
            rank,
            ofType,
            hub ? ", a hub" : "");
      }
      case Effect.SpanUnreadable(var device, var from, var to) ->
          LOG.log(
              Level.ERROR,
              "Events of a device of type {0} between {1} and {2} (milliseconds since 1970) cannot"
                  + " be read again from the archive, so they stay with whoever has them; a rebuild"
                  + " puts that right once the archive is whole",
              device.type(),
              Long.toString(from),
              Long.toString(to));
    }
  }

  /// Identifiers that turned out to be shared since the start.
  long shared() {
    return shared.get();
  }
}
