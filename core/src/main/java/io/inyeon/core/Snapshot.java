package io.inyeon.core;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The part of state that a decision can see.
public interface Snapshot {
  /// What stands under the key; `null` when it is loaded and nothing stands there.
  ///
  /// @throws Unloaded when it is not loaded; the pipeline turns that into [Decision.Needs]
  <V> @Nullable V get(Key<V> key);

  /// Says which keys a decision met that were not loaded. No error: it costs no stack trace and
  /// never leaves the pipeline.
  final class Unloaded extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialised
    private final Set<Key<?>> keys;

    public Unloaded(Set<Key<?>> keys) {
      super("not loaded", null, false, false);
      this.keys = Set.copyOf(keys);
    }

    public Set<Key<?>> keys() {
      return keys;
    }
  }
}
