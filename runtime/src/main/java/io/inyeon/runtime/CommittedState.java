package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.runtime.store.State;
import org.jspecify.annotations.Nullable;

/// What is committed, as the core sees state.
record CommittedState(State state) implements Snapshot {
  @Override
  public <V> @Nullable V get(Key<V> key) {
    return state.read(key);
  }
}
