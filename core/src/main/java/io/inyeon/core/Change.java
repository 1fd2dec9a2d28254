package io.inyeon.core;

/// One step of state: a value put under a key, or taken away. The only way in which state moves.
public sealed interface Change {
  Key<?> key();

  /// From now on `value` stands under `key`.
  record Put<V>(Key<V> key, V value) implements Change {}

  /// From now on nothing stands under `key`.
  record Remove<V>(Key<V> key) implements Change {}
}
