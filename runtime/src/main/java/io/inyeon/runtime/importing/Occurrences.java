package io.inyeon.runtime.importing;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Counts how often a row's name came in one file. A hash table in a mapped file, so that a file of
/// any size costs no heap; twelve bytes a slot, at most two thirds of them used.
///
/// Names that are equal in their first 64 bits count as one. That only makes one of them "the
/// second", in every import of the file alike; it loses nothing.
final class Occurrences implements AutoCloseable {
  private static final long SLOT = 12;
  private static final long FIRST = 1 << 15;
  private static final ValueLayout.OfLong NAME = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfInt COUNT = ValueLayout.JAVA_INT_UNALIGNED;

  private final Path file;
  private Arena arena;
  private MemorySegment table;
  private long slots = FIRST;
  private long used;

  /// Makes an empty one.
  ///
  /// @param file in place of which it is made; gone when it is closed
  @SuppressWarnings("MustBeClosedChecker") // closed with this
  Occurrences(Path file) throws IOException {
    this.file = file;
    arena = Arena.ofConfined();
    table = map(file, slots, arena);
  }

  private static MemorySegment map(Path file, long slots, Arena arena) throws IOException {
    Files.deleteIfExists(file);
    try (var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, slots * SLOT, arena);
    }
  }

  /// Counts a name: 1 when it came for the first time.
  ///
  /// @param name of at least 16 hexadecimal digits
  int next(String name) throws IOException {
    if (3 * used > 2 * slots) {
      grow();
    }
    var hash = Long.parseUnsignedLong(name, 0, 16, 16);
    return add(table, slots, hash, 1);
  }

  private int add(MemorySegment to, long size, long hash, int count) {
    for (var slot = Math.floorMod(hash, size); ; slot = slot + 1 == size ? 0 : slot + 1) {
      var at = slot * SLOT;
      var before = to.get(COUNT, at + 8);
      if (before == 0) {
        to.set(NAME, at, hash);
        to.set(COUNT, at + 8, count);
        used++;
        return count;
      }
      if (to.get(NAME, at) == hash) {
        to.set(COUNT, at + 8, before + count);
        return before + count;
      }
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // closed with this, or when it grows again
  private void grow() throws IOException {
    var larger = 2 * slots;
    var next = Arena.ofConfined();
    // The old file's bytes stay mapped until its arena closes.
    var to = map(file, larger, next);
    used = 0;
    for (long slot = 0; slot < slots; slot++) {
      var count = table.get(COUNT, slot * SLOT + 8);
      if (count > 0) {
        add(to, larger, table.get(NAME, slot * SLOT), count);
      }
    }
    arena.close();
    arena = next;
    table = to;
    slots = larger;
  }

  @Override
  public void close() throws IOException {
    arena.close();
    Files.deleteIfExists(file);
  }
}
