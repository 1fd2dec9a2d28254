package io.inyeon.runtime.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Writes rows as Parquet, by a DuckDB of its own in a temporary folder, so that a million of them
/// take a few megabytes of memory.
public final class ParquetFile implements AutoCloseable {
  private final Path folder;
  private final DuckDBConnection connection;
  private final DuckDBAppender rows;

  private ParquetFile(Path folder, DuckDBConnection connection, DuckDBAppender rows) {
    this.folder = folder;
    this.connection = connection;
    this.rows = rows;
  }

  /// Begins a file.
  ///
  /// @param columns with their types in SQL
  public static ParquetFile begin(String columns) throws IOException {
    var folder = Files.createTempDirectory("inyeon-parquet");
    var settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("memory_limit", "128MiB");
    settings.setProperty("temp_directory", folder.resolve("tmp").toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    DuckDBConnection connection = null;
    try {
      connection =
          (DuckDBConnection)
              DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("rows.duckdb"), settings);
      try (var statement = connection.createStatement()) {
        statement.execute("SET allowed_directories = ['" + quoted(folder) + "']");
        statement.execute("SET enable_external_access = false");
        statement.execute("CREATE TABLE file (" + columns + ")");
      }
      return new ParquetFile(folder, connection, connection.createAppender("file"));
    } catch (SQLException e) {
      delete(folder, connection);
      throw new IOException("a Parquet file could not be begun", e);
    }
  }

  /// Adds a row.
  ///
  /// @param values texts, whole numbers and instants, one for each column
  public void row(List<?> values) throws IOException {
    try {
      rows.beginRow();
      for (var value : values) {
        switch (value) {
          case String text -> rows.append(text);
          case Integer number -> rows.append(number.intValue());
          case Instant at -> rows.append(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
          default -> throw new IllegalArgumentException("no cell: " + value);
        }
      }
      rows.endRow();
    } catch (SQLException e) {
      throw new IOException("a row could not be written", e);
    }
  }

  /// Sends the whole file.
  public void send(OutputStream to) throws IOException {
    var file = folder.resolve("rows.parquet");
    try {
      rows.flush();
      try (var statement = connection.createStatement()) {
        statement.execute("COPY file TO '" + quoted(file) + "' (FORMAT parquet, COMPRESSION zstd)");
      }
    } catch (SQLException e) {
      throw new IOException("the rows could not be made a Parquet file", e);
    }
    Files.copy(file, to);
  }

  private static String quoted(Path path) {
    return path.toAbsolutePath().toString().replace("'", "''");
  }

  private static void delete(Path folder, @Nullable DuckDBConnection open) throws IOException {
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      rows.close();
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      delete(folder, connection);
    }
  }
}
