package io.inyeon.runtime.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import org.duckdb.DuckDBConnection;

/// Writes one month's file anew beside the old one and puts it in its place: a database gives up
/// the blocks of what was taken out, but does not clear them.
final class Rewriting {
  /// In the name of a file that is being written.
  static final String BESIDE = ".rewriting";

  private static final List<String> TABLES = List.of("entry", "rest", "named", "progress");

  private final Engine engine;
  private final DuckDBConnection writer;
  private final Volume volume;
  private final Path folder;
  private final Path beside;
  private final String alias;

  /// @param folder the archive's
  Rewriting(Engine engine, DuckDBConnection writer, Volume volume, Path folder) {
    this.folder = folder;
    this.engine = engine;
    this.writer = writer;
    this.volume = volume;
    beside = volume.file().resolveSibling(volume.name() + BESIDE);
    alias = volume.alias() + "_new";
  }

  /// All of it. After a failure the old file stands.
  ///
  /// @param alone held by whoever exchanges files; nobody reads meanwhile
  void run(Lock alone) throws SQLException, IOException {
    drop(beside);
    try {
      engine.attach(alias, beside);
      copy();
      engine.detach(alias);
      force(beside);
    } catch (SQLException | IOException e) {
      engine.detach(alias);
      drop(beside);
      throw e;
    }
    Engine.run(writer, "CHECKPOINT " + volume.alias());
    alone.lock();
    try {
      engine.detach(volume.alias());
      try {
        Files.move(beside, volume.file(), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(wal(volume.file()));
        FolderSync.force(folder);
      } finally {
        engine.attach(volume.alias(), volume.file());
      }
    } finally {
      alone.unlock();
    }
  }

  private void copy() throws SQLException {
    Engine.run(writer, "BEGIN");
    for (var sql : Tables.CREATE) {
      Engine.run(writer, sql.replace("%s", alias));
    }
    // Threads are one, so rows go over in their order, and a row's id is its place again.
    for (var table : TABLES) {
      Engine.run(
          writer,
          "INSERT INTO %s.%s SELECT * FROM %s.%s".formatted(alias, table, volume.alias(), table));
    }
    Engine.run(writer, "COMMIT");
    Engine.run(writer, "CHECKPOINT " + alias);
  }

  private static void force(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static Path wal(Path file) {
    return file.resolveSibling(file.getFileName() + ".wal");
  }

  private static void drop(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(wal(file));
  }
}
