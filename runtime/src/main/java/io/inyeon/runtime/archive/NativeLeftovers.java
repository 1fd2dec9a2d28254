package io.inyeon.runtime.archive;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// Clears away what killed processes left behind: DuckDB unpacks its library of 70 MB into the
/// folder for temporary files at every start, and only a clean end deletes it.
final class NativeLeftovers {
  private static final Logger LOG = System.getLogger(NativeLeftovers.class.getName());

  /// Another process that is just starting has written its library but not opened it yet. One that
  /// has opened it keeps it, deleted or not.
  private static final Duration STARTING = Duration.ofMinutes(10);

  private NativeLeftovers() {}

  static void clean() {
    var before = Instant.now().minus(STARTING);
    var folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (var files = Files.newDirectoryStream(folder, "libduckdb_java*.so")) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "leftovers in " + folder + " could not be deleted", e);
    }
  }
}
