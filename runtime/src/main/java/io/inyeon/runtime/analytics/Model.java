package io.inyeon.runtime.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The database of one model: a DuckDB of its own, which stays inside its folder and loads nothing
/// from anywhere. Its tables are those of [io.inyeon.core.segment.sql.Columns].
final class Model implements AutoCloseable {
  /// Another one is made anew.
  static final int FORMAT = 6;

  private static final String FILE = "people.duckdb";
  private static final int MOST_THREADS = 4;

  private static final List<String> CREATE =
      List.of(
          "CREATE TABLE progress (format INTEGER, state BIGINT, zone VARCHAR, people BIGINT,"
              + " events BIGINT, permissions VARCHAR, active BOOLEAN)",
          "CREATE TABLE path (id INTEGER, leads VARCHAR, path VARCHAR, pieces INTEGER)",
          "CREATE TABLE person (person BIGINT NOT NULL, tree BIGINT NOT NULL, who VARCHAR NOT NULL,"
              + " fragments INTEGER NOT NULL)",
          "CREATE TABLE person_more (person BIGINT NOT NULL, tree BIGINT NOT NULL, "
              + Staged.MORE
              + ")",
          "CREATE TABLE granted (person BIGINT NOT NULL, tree BIGINT NOT NULL, purpose VARCHAR NOT"
              + " NULL, until BIGINT NOT NULL)",
          "CREATE TABLE permitted (person BIGINT NOT NULL, tree BIGINT NOT NULL, purpose VARCHAR"
              + " NOT NULL, since BIGINT NOT NULL, until BIGINT NOT NULL, reachable BIGINT NOT"
              + " NULL)",
          "CREATE TABLE fragment (fragment BIGINT NOT NULL, person BIGINT NOT NULL, tree BIGINT NOT"
              + " NULL)",
          "CREATE TABLE moved (fragment BIGINT NOT NULL, person BIGINT NOT NULL)",
          "CREATE TABLE belongs (person BIGINT NOT NULL, tree BIGINT NOT NULL, account VARCHAR NOT"
              + " NULL)",
          "CREATE TABLE account_more (account VARCHAR NOT NULL, " + Staged.MORE + ")",
          "CREATE TABLE active (" + ActiveRows.COLUMNS + ")",
          "CREATE TABLE slice (" + SliceRows.COLUMNS + ")",
          "CREATE TABLE busy (bucket INTEGER NOT NULL)",
          "CREATE TABLE event (position BIGINT NOT NULL, time BIGINT NOT NULL, name BIGINT NOT"
              + " NULL, fragment BIGINT NOT NULL, person BIGINT, touch_channel VARCHAR,"
              + " touch_campaign VARCHAR, touch_referrer VARCHAR)",
          "CREATE TABLE event_more (event BIGINT NOT NULL, " + Staged.MORE + ")");

  private final Path file;
  private final DuckDBConnection main;

  private Model(Path file, DuckDBConnection main) {
    this.file = file;
    this.main = main;
  }

  /// Opens the model of a folder, and makes an empty one where there is none.
  ///
  /// @param memoryBytes that it may take outside the heap
  /// @throws SQLException when it is damaged
  static Model open(Path folder, long memoryBytes) throws IOException, SQLException {
    var temporary = folder.resolve("tmp");
    Files.createDirectories(temporary);
    var settings = new Properties();
    var threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    settings.setProperty("threads", Integer.toString(threads));
    settings.setProperty("async_threads", "0");
    settings.setProperty("memory_limit", (memoryBytes >> 20) + "MiB");
    settings.setProperty("temp_directory", temporary.toString());
    settings.setProperty("max_temp_directory_size", "8GiB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    settings.setProperty("enable_external_file_cache", "false");
    settings.setProperty("checkpoint_threshold", "64MiB");
    var file = folder.resolve(FILE);
    var isNew = !Files.exists(file);
    var main =
        (DuckDBConnection)
            DriverManager.getConnection("jdbc:duckdb:" + file.toAbsolutePath(), settings);
    try {
      run(main, "SET allowed_directories = ['" + quoted(folder) + "']");
      run(main, "SET enable_external_access = false");
      if (isNew) {
        run(main, "BEGIN");
        for (var table : CREATE) {
          run(main, table);
        }
        run(main, "INSERT INTO progress VALUES (" + FORMAT + ", 0, '', -1, 0, '', FALSE)");
        run(main, "COMMIT");
      }
      return new Model(file, main);
    } catch (SQLException e) {
      main.close();
      throw e;
    }
  }

  /// Deletes a model that is closed.
  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
    Files.deleteIfExists(folder.resolve(FILE + ".wal"));
  }

  /// The connection of the one thread that writes.
  DuckDBConnection writer() {
    return main;
  }

  /// A connection of one's own.
  DuckDBConnection connect() throws SQLException {
    return main.duplicate();
  }

  /// How far it has come, as a connection sees it; `null` when it is of another format.
  static @Nullable Progress progress(DuckDBConnection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT format, state, zone, people, events, permissions, active FROM progress")) {
      return rows.next() && rows.getInt(1) == FORMAT
          ? new Progress(
              rows.getLong(2),
              rows.getString(3),
              rows.getLong(4),
              rows.getLong(5),
              rows.getString(6),
              rows.getBoolean(7))
          : null;
    }
  }

  /// Says how far it has come, in the transaction at hand.
  static void progress(DuckDBConnection connection, Progress progress) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "UPDATE progress SET state = ?, zone = ?, people = ?, events = ?, permissions = ?,"
                + " active = ?")) {
      statement.setLong(1, progress.state());
      statement.setString(2, progress.zone());
      statement.setLong(3, progress.people());
      statement.setLong(4, progress.events());
      statement.setString(5, progress.permissions());
      statement.setBoolean(6, progress.active());
      statement.execute();
    }
  }

  static void run(DuckDBConnection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// A number that a query answers with.
  static long number(DuckDBConnection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// Bytes on disk.
  long bytes() {
    return size(file) + size(file.resolveSibling(FILE + ".wal"));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // there is no write-ahead log just now
    }
  }

  private static String quoted(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }

  @Override
  public void close() throws SQLException {
    main.close();
  }
}
