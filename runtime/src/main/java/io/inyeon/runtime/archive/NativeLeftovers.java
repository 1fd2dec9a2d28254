package io.inyeon.runtime.archive;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Clears away copies of native libraries: DuckDB unpacks its own, of 70 MB, into the folder for
/// temporary files at every start, and only a clean end deletes it.
///
/// Whoever has a library open keeps it, deleted or not. So this process's copy goes as soon as it
/// is loaded, where the system tells which one that is; others go when they are old.
final class NativeLeftovers {
  private static final Logger LOG = System.getLogger(NativeLeftovers.class.getName());

  /// Another process that is just starting has written its library but not opened it yet.
  private static final Duration STARTING = Duration.ofMinutes(10);

  private static final String DUCKDB = "libduckdb_java";

  /// RocksDB's, from processes that were killed while they unpacked it, or before it was unpacked
  /// into a folder.
  private static final String OTHERS = "{libduckdb_java*,librocksdbjni*,inyeon-rocksdb*}";

  private static final Path OPEN_BY_THIS_PROCESS = Path.of("/proc/self/maps");

  private NativeLeftovers() {}

  /// Once DuckDB is loaded.
  static void clean() {
    var folder = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      deleteOwn(folder);
      deleteOld(folder, Instant.now().minus(STARTING));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "leftovers in " + folder + " could not be deleted", e);
    }
  }

  private static void deleteOwn(Path folder) throws IOException {
    if (!Files.exists(OPEN_BY_THIS_PROCESS)) {
      return;
    }
    for (var line : Files.readAllLines(OPEN_BY_THIS_PROCESS)) {
      var at = line.indexOf('/');
      if (at < 0 || line.endsWith("(deleted)")) {
        continue;
      }
      var file = Path.of(line.substring(at));
      var name = file.getFileName();
      if (name != null
          && name.toString().startsWith(DUCKDB)
          && Files.exists(file)
          && Files.isSameFile(folder, file.resolveSibling(""))) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void deleteOld(Path folder, Instant before) throws IOException {
    try (var found = Files.newDirectoryStream(folder, OTHERS)) {
      for (var each : found) {
        if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
          deleteWhole(each);
        }
      }
    }
  }

  private static void deleteWhole(Path found) throws IOException {
    if (Files.isDirectory(found)) {
      try (var files = Files.newDirectoryStream(found)) {
        for (var file : files) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(found);
  }
}
