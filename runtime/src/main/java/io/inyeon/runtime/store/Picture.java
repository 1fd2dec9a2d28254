package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// State as of one commit, whatever is committed since. Used and closed by the thread that asked
/// for it; the state it is of stays open until then.
public interface Picture extends AutoCloseable {
  /// The position of the last entry whose changes it shows.
  long position();

  /// What stands under the key.
  <V> @Nullable V read(Key<V> key);

  /// Everything of one kind, in an order that stays the same.
  <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader);

  /// How much there is.
  StateCounts counts();

  /// Lets go of it.
  @Override
  void close();
}
