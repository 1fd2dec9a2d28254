package io.inyeon.runtime.store;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

class RocksStateTest extends StateContract {
  static final StateSettings SMALL = new StateSettings(1, 4, 4);

  @TempDir Path directory;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  @Override
  State open() {
    return RocksState.open(directory, SMALL);
  }

  @Override
  State crashed(State state) {
    ((RocksState) state).abandon();
    return open();
  }

  @Override
  State reopened(State state) {
    state.close();
    return open();
  }
}
