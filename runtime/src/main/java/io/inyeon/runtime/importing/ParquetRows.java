package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.Row;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Reads a Parquet file through DuckDB, which sees this one file and nothing else, and streams its
/// rows in the file's order. Nested values stay nested; a time without a zone is a text without
/// one.
final class ParquetRows implements RowSource {
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final FileForm form;
  private final List<String> columns = new ArrayList<>();
  private final long fileBytes;
  private final long all;
  private long number;

  ParquetRows(Path file, FileForm form) throws IOException {
    this.form = form;
    fileBytes = Files.size(file);
    var name = "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    var settings = new Properties();
    settings.setProperty("threads", "1");
    settings.setProperty("memory_limit", "256MiB");
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_persistent_secrets", "false");
    settings.setProperty("jdbc_stream_results", "true");
    Connection opened = null;
    try {
      opened = DriverManager.getConnection("jdbc:duckdb:", settings);
      connection = opened;
      statement = connection.createStatement();
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET allowed_paths = [" + name + "]");
      statement.execute("SET enable_external_access = false");
      try (var described =
          statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + name + ")")) {
        while (described.next()) {
          columns.add(described.getString(1));
        }
      }
      try (var counted =
          statement.executeQuery("SELECT count(*) FROM read_parquet(" + name + ")")) {
        counted.next();
        all = counted.getLong(1);
      }
      // An alias that no column has.
      rows =
          statement.executeQuery(
              "SELECT to_json(\"# row\") FROM read_parquet(" + name + ") AS \"# row\"");
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
      return line(rows.getString(1));
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private Line line(String json) {
    if (!(JsonReader.event(json.getBytes(StandardCharsets.UTF_8)) instanceof Value.Fields fields)) {
      var shown = json.length() > 200 ? json.substring(0, 200) : json;
      return new Line(
          new Row(number, new Value.Fields(Map.of("#line", new Value.Text(shown)))),
          new Violation("invalid_json", "", shown));
    }
    if (form.json().isEmpty()) {
      return new Line(new Row(number, fields), null);
    }
    var names = new ArrayList<>(fields.values().keySet());
    return new Header(names, java.util.Set.copyOf(form.json()))
        .line(number, new ArrayList<>(new LinkedHashMap<>(fields.values()).values()));
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
