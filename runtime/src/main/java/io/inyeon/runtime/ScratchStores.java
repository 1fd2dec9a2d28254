package io.inyeon.runtime;

import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveOptions;
import io.inyeon.runtime.store.RocksState;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateSettings;
import java.io.IOException;
import java.nio.file.Path;

/// What a scratch workspace keeps on disk, opened.
record ScratchStores(State state, Archive archive) implements AutoCloseable {
  private static final StateSettings MAKING = new StateSettings(96, 64, 48);
  private static final StateSettings READING = new StateSettings(16, 16, 8);
  private static final long ARCHIVE_BYTES = 128L << 20;
  private static final long CHECKPOINT_BYTES = 48L << 20;

  /// Opens those in a folder, and makes them where there are none.
  static ScratchStores toMake(Path folder) throws IOException {
    return open(folder, MAKING);
  }

  /// The same with little memory.
  static ScratchStores toRead(Path folder) throws IOException {
    return open(folder, READING);
  }

  private static ScratchStores open(Path folder, StateSettings settings) throws IOException {
    var state = RocksState.open(folder.resolve("state"), settings);
    try {
      var reading = ArchiveOptions.defaults();
      return new ScratchStores(
          state,
          Archive.open(
              folder.resolve("archive"),
              new ArchiveOptions(
                  ARCHIVE_BYTES,
                  reading.readers(),
                  reading.waitingReads(),
                  reading.readTimeout(),
                  CHECKPOINT_BYTES)));
    } catch (IOException | RuntimeException e) {
      state.close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try (state) {
      archive.close();
    }
  }
}
