package io.inyeon.runtime.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/// One running DuckDB, to which the months are attached. It stays inside its folder, loads nothing
/// from anywhere, and has no threads of its own: every query runs on the thread that asks.
final class Engine implements AutoCloseable {
  private final DuckDBConnection main;

  Engine(Path directory, ArchiveOptions options) throws SQLException, IOException {
    var temporary = directory.resolve("tmp");
    Files.createDirectories(temporary);
    var settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("async_threads", "0");
    settings.setProperty("memory_limit", (options.memoryBytes() >> 20) + "MiB");
    settings.setProperty("temp_directory", temporary.toString());
    settings.setProperty("max_temp_directory_size", "4GiB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    settings.setProperty("enable_external_file_cache", "false");
    settings.setProperty("checkpoint_on_detach", "DISABLED");
    // Our own checkpoints come first; this one is the net below them.
    settings.setProperty("checkpoint_threshold", (options.checkpointBytes() >> 18) + "MiB");
    this.main = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    run(main, "SET allowed_directories = ['" + quoted(directory) + "']");
    run(main, "SET enable_external_access = false");
  }

  DuckDBConnection connect() throws SQLException {
    return main.duplicate();
  }

  /// Without a month's file nothing of the month can be asked; the others go on.
  void attach(String alias, Path file) throws SQLException {
    // What a file was made with stays with it.
    var shape = Files.exists(file) ? "" : " (ROW_GROUP_SIZE " + Tables.ROW_GROUP + ")";
    run(main, "ATTACH '" + quoted(file) + "' AS " + alias + shape);
  }

  void detach(String alias) throws SQLException {
    run(main, "DETACH DATABASE IF EXISTS " + alias);
  }

  static void run(DuckDBConnection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// The first row of an answer, if there is one.
  static <T> T first(DuckDBConnection connection, String sql, FromRow<T> read, T otherwise)
      throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? read.of(rows) : otherwise;
    }
  }

  /// Reads the row that a result set stands on.
  interface FromRow<T> {
    T of(ResultSet rows) throws SQLException;
  }

  private static String quoted(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }

  @Override
  public void close() throws SQLException {
    main.close();
  }
}
