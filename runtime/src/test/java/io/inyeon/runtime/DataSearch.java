package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.NIOFSDirectory;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/// Looks for texts in everything below a folder: in the bytes of every file, and, where these are
/// compressed, in what they say: every value of DuckDB's tables, every key and value of RocksDB's
/// files (deleted ones too, as long as a file has them), every term and stored field of Lucene's.
/// Nobody may have the folder open.
final class DataSearch {
  private final List<String> needles;
  private final TreeSet<String> found = new TreeSet<>();
  private int tables;
  private int sorted;
  private int indexes;

  DataSearch(List<String> needles) {
    this.needles = needles;
  }

  /// What was found, and where; so many of each kind were opened.
  record Found(List<String> places, int tables, int sorted, int indexes) {}

  Found in(Path folder) throws Exception {
    var files = new ArrayList<Path>();
    try (var all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    for (var file : files) {
      bytes(file.toString(), Files.readAllBytes(file));
      var name = file.getFileName().toString();
      if (name.endsWith(".sst")) {
        sorted(file);
      } else if (name.startsWith("segments_")) {
        index(Objects.requireNonNull(file.getParent()));
      } else if (isDuck(file)) {
        tables(file);
      }
    }
    return new Found(List.copyOf(found), tables, sorted, indexes);
  }

  private void bytes(String where, byte[] bytes) {
    var text = new String(bytes, UTF_8);
    for (var needle : needles) {
      if (text.contains(needle)) {
        found.add(needle + " in " + where);
      }
    }
  }

  private static boolean isDuck(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(12);
      return head.length == 12 && new String(head, 8, 4, UTF_8).equals("DUCK");
    }
  }

  private void tables(Path file) throws SQLException {
    tables++;
    var readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file, readOnly)) {
      var names = new ArrayList<String>();
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT table_name FROM duckdb_tables()")) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      for (var name : names) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("SELECT * FROM \"" + name + "\"")) {
          var columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (var column = 1; column <= columns; column++) {
              var type = rows.getMetaData().getColumnTypeName(column);
              if (type.equals("BLOB")) {
                var value = rows.getBytes(column);
                bytes(file + " " + name, value == null ? new byte[0] : value);
              } else {
                bytes(file + " " + name, String.valueOf(rows.getObject(column)).getBytes(UTF_8));
              }
            }
          }
        }
      }
    }
  }

  private void sorted(Path file) throws RocksDBException {
    sorted++;
    try (var options = new Options();
        var reading = new ReadOptions();
        var reader = new SstFileReader(options)) {
      reader.open(file.toString());
      try (var rows = reader.newIterator(reading)) {
        for (rows.seekToFirst(); rows.isValid(); rows.next()) {
          bytes(file + " key", rows.key());
          bytes(file + " value", rows.value());
        }
      }
    }
  }

  private void index(Path folder) throws IOException {
    indexes++;
    try (var directory = new NIOFSDirectory(folder);
        var reader = DirectoryReader.open(directory)) {
      for (var leaf : reader.leaves()) {
        for (var field : leaf.reader().getFieldInfos()) {
          var terms = leaf.reader().terms(field.name);
          if (terms != null) {
            var each = terms.iterator();
            for (var term = each.next(); term != null; term = each.next()) {
              bytes(folder + " " + field.name, term.utf8ToString().getBytes(UTF_8));
            }
          }
        }
        for (var document = 0; document < leaf.reader().maxDoc(); document++) {
          var stored = leaf.reader().storedFields().document(document);
          bytes(folder + " stored", stored.toString().getBytes(UTF_8));
        }
      }
    }
  }
}
