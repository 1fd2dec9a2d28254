package io.inyeon.runtime.store;

import io.inyeon.core.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process that commits until it is killed, and prints how far it flushed.
final class KilledWriter {
  private KilledWriter() {}

  /// The changes of one commit.
  static List<Change> changes(long position) {
    var world = new Samples(position);
    var changes = new ArrayList<Change>();
    for (var i = world.number(10); i > 0; i--) {
      changes.add(world.change());
    }
    return changes;
  }

  static byte[] row(long position) {
    return ("row " + position).getBytes(StandardCharsets.UTF_8);
  }

  public static void main(String[] arguments) {
    try (var state = RocksState.open(Path.of(arguments[0]), new StateSettings(1, 4, 1))) {
      for (var position = state.position() + 1; true; position++) {
        state.stage(changes(position));
        state.commit(position, row(position));
        if (position % 97 == 0) {
          System.out.println(state.flush());
        }
      }
    }
  }
}
