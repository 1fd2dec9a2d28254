package io.inyeon.runtime;

import io.inyeon.runtime.store.RocksState;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// States in folders of a workspace. Owned by one thread.
final class DiskShelf implements Shelf {
  private final StateFolders folders;
  private final StateSettings settings;
  private final Map<State, Path> made = new HashMap<>();

  DiskShelf(StateFolders folders, StateSettings settings) {
    this.folders = folders;
    this.settings = settings;
  }

  /// Knows the state that counts.
  DiskShelf with(State inForce) throws IOException {
    made.put(inForce, folders.inForce());
    return this;
  }

  @Override
  public State make() throws IOException {
    var folder = folders.next();
    var state = RocksState.open(folder, settings);
    made.put(state, folder);
    return state;
  }

  @Override
  public boolean putInForce(State state) throws IOException {
    return folders.putInForce(folder(state));
  }

  @Override
  public void discard(State state) throws IOException {
    state.abandon();
    StateFolders.delete(folder(state));
    made.remove(state);
  }

  private Path folder(State state) {
    var folder = made.get(state);
    if (folder == null) {
      throw new IllegalArgumentException("no state of this shelf");
    }
    return folder;
  }
}
