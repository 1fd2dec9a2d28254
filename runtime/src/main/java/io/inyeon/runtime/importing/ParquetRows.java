package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.mapping.FileForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a Parquet file through DuckDB, which sees this one file and nothing else, and streams its
/// rows in the file's order. Nested values stay nested; a time without a zone is a text without
/// one.
final class ParquetRows implements RowSource {
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final List<String> columns = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final Header header;
  private final long fileBytes;
  private final long all;
  private long number;

  ParquetRows(Path file, FileForm form) throws IOException {
    fileBytes = Files.size(file);
    var name = "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    var settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("memory_limit", "256MiB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    settings.setProperty("jdbc_stream_results", "true");
    var table = "read_parquet(" + name + ", binary_as_string = true)";
    Connection opened = null;
    try {
      opened = DriverManager.getConnection("jdbc:duckdb:", settings);
      connection = opened;
      statement = connection.createStatement();
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET allowed_paths = [" + name + "]");
      statement.execute("SET enable_external_access = false");
      try (var described = statement.executeQuery("DESCRIBE SELECT * FROM " + table)) {
        while (described.next()) {
          columns.add(described.getString(1));
          types.add(described.getString(2));
        }
      }
      try (var counted = statement.executeQuery("SELECT count(*) FROM " + table)) {
        counted.next();
        all = counted.getLong(1);
      }
      header = new Header(columns, Set.copyOf(form.json()));
      rows = statement.executeQuery("SELECT * FROM " + table);
    } catch (SQLException e) {
      closeAfter(opened, e);
      throw unreadable(e);
    }
  }

  private static void closeAfter(@Nullable Connection opened, SQLException first) {
    if (opened != null) {
      try {
        opened.close();
      } catch (SQLException e) {
        first.addSuppressed(e);
      }
    }
  }

  @Override
  public long readBytes() {
    return all == 0 ? fileBytes : (long) ((double) fileBytes * number / all);
  }

  @Override
  public List<String> columns() {
    return List.copyOf(columns);
  }

  @Override
  public @Nullable Line next() throws IOException {
    try {
      if (!rows.next()) {
        return null;
      }
      number++;
      var values = new ArrayList<Value>(types.size());
      for (var i = 0; i < types.size(); i++) {
        values.add(DuckValues.read(rows, i + 1, types.get(i)));
      }
      return header.line(number, values);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static Unreadable unreadable(SQLException e) {
    var message = String.valueOf(e.getMessage());
    var firstLine = message.lines().findFirst().orElse("");
    return new Unreadable("invalid_parquet", firstLine);
  }

  @Override
  public void close() throws IOException {
    try (connection;
        statement;
        rows) {
      number = 0;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }
}
