package io.inyeon.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// State as some changes would leave it, while nothing is changed.
public final class Overlay implements Snapshot {
  private final Snapshot below;
  private final Map<Key<?>, Change> changes = new HashMap<>();

  /// Lays changes over a snapshot; of several under one key the last counts.
  public Overlay(Snapshot below, List<Change> changes) {
    this.below = below;
    changes.forEach(change -> this.changes.put(change.key(), change));
  }

  @Override
  @SuppressWarnings("unchecked") // a put under a Key<V> holds a V
  public <V> @Nullable V get(Key<V> key) {
    return switch (changes.get(key)) {
      case null -> below.get(key);
      case Change.Put<?>(_, var value) -> (V) value;
      case Change.Remove<?> _ -> null;
    };
  }
}
