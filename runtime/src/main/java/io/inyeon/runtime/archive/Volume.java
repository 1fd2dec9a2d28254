package io.inyeon.runtime.archive;

import io.inyeon.core.OutcomeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// One file of the archive: the entries of one month of arrival, a contiguous range of positions.
///
/// Because the range has no hole, one number says how far it has come. An entry that arrives just
/// before the border of a month but stands behind one from just after it goes into the later file.
/// When the clock went back by more than a day, a second file of the earlier month begins
/// (`2026-10.2`).
final class Volume implements Comparable<Volume> {
  private static final Pattern FILE_NAME =
      Pattern.compile("(\\d{4}-(?:0[1-9]|1[0-2]))(?:\\.([1-9]\\d{0,5}))?\\.duckdb");
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final int VERSION = 3;

  private final YearMonth month;
  private final int number;
  private final Path directory;
  private final Path file;
  private final long startsAt;
  private final long endsAt;
  volatile Progress progress = Progress.NONE;

  /// What its database said when it was last asked, if it could not answer.
  volatile @Nullable String error;

  /// Whether rows of it were erased, so that its file may still hold what they held.
  volatile boolean erased;

  private Volume(Path directory, YearMonth month, int number) {
    this.month = month;
    this.number = number;
    this.directory = directory;
    this.file = directory.resolve(name());
    this.startsAt = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    this.endsAt =
        month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  /// The volume that a file of this name is; `null` if it is none of ours.
  static @Nullable Volume of(Path directory, String fileName) {
    var name = FILE_NAME.matcher(fileName);
    if (!name.matches()) {
      return null;
    }
    var number = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
    return new Volume(directory, YearMonth.parse(name.group(1)), number);
  }

  /// A new one for an entry that arrived then.
  static Volume startingAt(Path directory, long at) {
    var month = YearMonth.from(Instant.ofEpochMilli(at).atOffset(ZoneOffset.UTC));
    var number = 1;
    var volume = new Volume(directory, month, number);
    while (Files.exists(volume.file)) {
      volume = new Volume(directory, month, ++number);
    }
    return volume;
  }

  /// Whether an entry that arrived then may follow its last one.
  boolean takes(long at) {
    return at < endsAt && at >= startsAt - DAY;
  }

  String name() {
    return month + (number == 1 ? "" : "." + number) + ".duckdb";
  }

  /// Its name in SQL.
  String alias() {
    return "m" + month.toString().replace('-', '_') + "_" + number;
  }

  Path file() {
    return file;
  }

  long bytes() {
    return size(file) + size(file.resolveSibling(name() + ".wal"));
  }

  /// Makes its tables, in one transaction, and the file's name durable.
  void create(DuckDBConnection connection) throws SQLException, IOException {
    Engine.run(connection, "BEGIN");
    for (var sql : Tables.CREATE) {
      Engine.run(connection, sql.replace("%s", alias()));
    }
    Engine.run(
        connection,
        "INSERT INTO "
            + alias()
            + ".progress SELECT "
            + VERSION
            + ", 0, 0, 0, 0, 0, 0, 0, 0 WHERE NOT EXISTS (FROM "
            + alias()
            + ".progress)");
    Engine.run(connection, "COMMIT");
    FolderSync.force(directory);
  }

  boolean hasTables(DuckDBConnection connection) throws SQLException {
    var sql =
        "SELECT 1 FROM duckdb_tables() WHERE table_name = 'progress' AND database_name = '"
            + alias()
            + "'";
    return Engine.first(connection, sql, rows -> true, false);
  }

  /// Learns from the file how far it has come.
  void load(DuckDBConnection connection) throws SQLException, ArchiveException {
    var sql =
        "SELECT version, first, last, latest, entries, accepted, duplicate, quarantined, dropped"
            + " FROM "
            + alias()
            + ".progress";
    var version = Engine.first(connection, sql, rows -> rows.getInt(1), 0);
    if (version != VERSION) {
      throw new ArchiveException(
          name() + " has the format " + version + "; this server reads format " + VERSION);
    }
    progress =
        Engine.first(
            connection,
            sql,
            rows ->
                new Progress(
                    rows.getLong(2),
                    rows.getLong(3),
                    rows.getLong(5) == 0 ? Long.MIN_VALUE : rows.getLong(4),
                    rows.getLong(5),
                    new OutcomeCounts(
                        rows.getLong(6), rows.getLong(7), rows.getLong(8), rows.getLong(9))),
            Progress.NONE);
  }

  /// Rows and the new last position, in one transaction: all of it or nothing.
  void append(DuckDBConnection connection, List<Row> rows) throws SQLException {
    var next = progress.plus(rows);
    // Without BEGIN by SQL an appender commits every 2,048 rows by itself.
    Engine.run(connection, "BEGIN");
    try (var entry = connection.createAppender(alias(), "main", "entry")) {
      entry.setWriteInlinedStrings(true);
      var large = false;
      var naming = false;
      for (var row : rows) {
        Tables.append(entry, row);
        naming |= !row.named().isEmpty();
        large |= row.body().length > Tables.PART_BYTES;
      }
      if (large) {
        appendRest(connection, rows);
      }
      if (naming) {
        appendNamed(connection, rows);
      }
    }
    Engine.run(
        connection,
        ("UPDATE %s.progress SET first = %d, last = %d, latest = %d, entries = %d, accepted = %d,"
                + " duplicate = %d, quarantined = %d, dropped = %d")
            .formatted(
                alias(),
                next.first(),
                next.last(),
                next.latest(),
                next.entries(),
                next.events().accepted(),
                next.events().duplicate(),
                next.events().quarantined(),
                next.events().dropped()));
    Engine.run(connection, "COMMIT");
    progress = next;
  }

  private void appendRest(DuckDBConnection connection, List<Row> rows) throws SQLException {
    try (var rest = connection.createAppender(alias(), "main", "rest")) {
      for (var row : rows) {
        if (row.body().length > Tables.PART_BYTES) {
          Tables.appendRest(rest, row);
        }
      }
    }
  }

  private void appendNamed(DuckDBConnection connection, List<Row> rows) throws SQLException {
    try (var named = connection.createAppender(alias(), "main", "named")) {
      for (var row : rows) {
        Tables.appendNamed(named, row);
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // It has no write-ahead log just now.
    }
  }

  /// By month, as far as the clock can be trusted.
  @Override
  public int compareTo(Volume other) {
    var byMonth = month.compareTo(other.month);
    return byMonth != 0 ? byMonth : Integer.compare(number, other.number);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Volume volume && file.equals(volume.file);
  }

  @Override
  public int hashCode() {
    return file.hashCode();
  }
}
