package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.runtime.store.Picture;
import org.jspecify.annotations.Nullable;

/// State as of one commit, as the core sees it.
record PictureState(Picture picture) implements Snapshot {
  @Override
  public <V> @Nullable V get(Key<V> key) {
    return picture.read(key);
  }
}
