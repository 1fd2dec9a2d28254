package io.inyeon.core;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one entry means.
public sealed interface Decision {
  /// Decided.
  ///
  /// @param outcome of an event; `null` for other entries
  /// @param changes to make true together, in this order
  record Decided(@Nullable Outcome outcome, List<Change> changes, List<Effect> effects)
      implements Decision {
    public Decided {
      changes = List.copyOf(changes);
      effects = List.copyOf(effects);
    }
  }

  /// Load these too, and ask again.
  record Needs(Set<Key<?>> keys) implements Decision {
    public Needs {
      keys = Set.copyOf(keys);
    }
  }
}
