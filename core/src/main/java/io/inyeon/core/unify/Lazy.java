package io.inyeon.core.unify;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is worked out when somebody first asks for it, and then kept: a tree comes out of
/// the store as bytes, and an event needs but a small part of it.
///
/// Whoever works it out must come to the same each time: two threads may both do so.
final class Lazy<T> {
  private final @Nullable Supplier<T> later;
  private @Nullable T value;

  private Lazy(@Nullable Supplier<T> later, @Nullable T value) {
    this.later = later;
    this.value = value;
  }

  /// Something immutable that is there already.
  static <T> Lazy<T> of(T value) {
    return new Lazy<>(null, value);
  }

  /// Something immutable that will be there when asked for.
  static <T> Lazy<T> later(Supplier<T> later) {
    return new Lazy<>(later, null);
  }

  T get() {
    var known = value;
    if (known == null) {
      if (later == null) {
        throw new IllegalStateException("neither a value nor a way to it");
      }
      known = later.get();
      value = known;
    }
    return known;
  }
}
