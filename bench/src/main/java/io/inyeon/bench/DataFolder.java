package io.inyeon.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How many bytes of a server's data are of which kind.
///
/// @param archive bytes of the DuckDB files
/// @param log bytes of the log's segments, preallocated ones included
/// @param state bytes of everything else: what RocksDB keeps
record DataFolder(long archive, long log, long state) {
  static DataFolder measure(Path folder) throws IOException {
    var bytes = new TreeMap<String, Long>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes.merge(kind(folder.relativize(file)), attributes.size(), Long::sum);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            // Compaction removes files while they are being counted.
            return FileVisitResult.CONTINUE;
          }
        });
    return new DataFolder(
        bytes.getOrDefault("archive", 0L),
        bytes.getOrDefault("log", 0L),
        bytes.getOrDefault("state", 0L));
  }

  /// By the names of folders and files below the data folder.
  static String kind(Path file) {
    var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.contains(".duckdb") || below(file, "archive")) {
      return "archive";
    }
    return below(file, "log") ? "log" : "state";
  }

  private static boolean below(Path file, String folder) {
    for (var part : file) {
      if (!part.equals(file.getFileName()) && part.toString().equals(folder)) {
        return true;
      }
    }
    return false;
  }

  /// Removes the folder and all in it.
  static void remove(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
