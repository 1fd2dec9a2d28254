package io.inyeon.core;

import io.inyeon.core.collect.Identifier;

/// Something to tell the world, after the changes beside it are durable.
public sealed interface Effect {
  /// An identifier turned out to name more than one person; its links link nobody from now on.
  ///
  /// @param rank links of this rank or worse fall away
  /// @param ofType the type of which it has too many: a stronger one, or any for a hub
  record IdentifierShared(Identifier identifier, int rank, String ofType, boolean hub)
      implements Effect {}

  /// Events of a device should change hands, or be told apart more finely, but those of this span
  /// of time cannot be read again as they were counted. They stay with whoever has them.
  record SpanUnreadable(Identifier device, long from, long to) implements Effect {}
}
