package io.inyeon.runtime.archive;

import io.inyeon.core.collect.Call;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// The tables of one month's file, and how a row goes in and out.
///
/// `entry` holds the rows in the order of the log. A body longer than 32 KiB goes on in `rest`, so
/// that no block of 2,048 values is ever too large for memory. `named` has a row for each
/// identifier that an accepted event names besides its owner: most events have none, so an event is
/// found by any of its identifiers at the cost of two narrow columns. `progress` has one row,
/// written in the same transaction as the entries. `readable` is a view for people.
final class Tables {
  /// Rows that are compressed together. A batch of so many goes straight into the file.
  static final int ROW_GROUP = 20_480;

  static final int PART_BYTES = 32 << 10;

  /// The columns of `entry` that make a row, in the order in which [#row] reads them.
  static final String COLUMNS =
      "position, kind, arrived, source, message_id, call_code, name, happened, status, owner,"
          + " reasons, envelope, body";

  /// In this order: DuckDB stores by column, and the appender writes in this order.
  static final List<String> CREATE =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS %s.entry (
            position BIGINT NOT NULL,
            arrived BIGINT NOT NULL,
            happened BIGINT NOT NULL,
            kind UTINYINT NOT NULL,
            call_code UTINYINT NOT NULL,
            status UTINYINT NOT NULL,
            source INTEGER NOT NULL,
            message_key INTEGER,
            owner_key INTEGER,
            name VARCHAR,
            message_id VARCHAR,
            owner VARCHAR,
            reasons VARCHAR,
            envelope BLOB,
            body BLOB NOT NULL USING COMPRESSION ZSTD)
          """,
          """
          CREATE TABLE IF NOT EXISTS %s.rest (
            position BIGINT NOT NULL,
            part INTEGER NOT NULL,
            bytes BLOB NOT NULL USING COMPRESSION ZSTD)
          """,
          """
          CREATE TABLE IF NOT EXISTS %s.named (
            position BIGINT NOT NULL,
            key INTEGER NOT NULL)
          """,
          """
          CREATE TABLE IF NOT EXISTS %s.progress (
            version INTEGER NOT NULL,
            first BIGINT NOT NULL,
            last BIGINT NOT NULL,
            latest BIGINT NOT NULL,
            entries BIGINT NOT NULL,
            accepted BIGINT NOT NULL,
            duplicate BIGINT NOT NULL,
            quarantined BIGINT NOT NULL,
            dropped BIGINT NOT NULL)
          """,
          """
          CREATE VIEW IF NOT EXISTS %s.readable AS
          SELECT position, make_timestamp_ms(arrived) AS arrived,
            make_timestamp_ms(happened) AS happened, source,
            ['event', 'source_saved', 'rules_saved', 'access_granted', 'access_revoked', 'cut_made',
              'cut_undone', 'link_made', 'link_undone', 'import_undone',
              NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'segment_saved', 'timer_fired',
              'segment_entered', 'segment_left', 'segment_filled', 'swept'][kind] AS kind,
            ['identify', 'track', 'page', 'screen', 'group', 'alias'][call_code] AS call,
            ['accepted', 'duplicate', 'quarantined', 'dropped'][status] AS status,
            name, message_id, owner, reasons, TRY(decode(body)) AS body
          FROM %s.main.entry
          """);

  private Tables() {}

  static void append(DuckDBAppender entry, Row row) throws SQLException {
    var messageId = row.messageId();
    var owner = row.owner();
    var status = row.status();
    entry.beginRow();
    entry.append(row.position()).append(row.at()).append(row.time());
    entry.append(row.kind().code()).append(code(row.call()));
    entry.append(status == null ? (byte) 0 : status.code()).append(row.source());
    key(entry, messageId);
    key(entry, owner);
    text(entry, row.name());
    text(entry, messageId);
    text(entry, owner);
    entry.append(LosslessText.json(row.reasons()));
    if (row.envelope().length == 0) {
      entry.appendNull();
    } else {
      entry.append(row.envelope());
    }
    var body = row.body();
    entry.append(body.length <= PART_BYTES ? body : Arrays.copyOf(body, PART_BYTES));
    entry.endRow();
  }

  /// What of a body does not fit into its row.
  static void appendRest(DuckDBAppender rest, Row row) throws SQLException {
    var body = row.body();
    var part = 1;
    for (var from = PART_BYTES; from < body.length; from += PART_BYTES) {
      var to = Math.min(body.length, from + PART_BYTES);
      rest.beginRow().append(row.position()).append(part++);
      rest.append(Arrays.copyOfRange(body, from, to)).endRow();
    }
  }

  /// Whom an event names besides its owner.
  static void appendNamed(DuckDBAppender named, Row row) throws SQLException {
    for (var key : row.named()) {
      named.beginRow().append(row.position()).append(key.intValue()).endRow();
    }
  }

  /// The row that a result set of [#COLUMNS] stands on, its body as far as its own table has it,
  /// and without those whom it names besides its owner.
  static Row row(ResultSet rows) throws SQLException {
    var status = rows.getInt(9);
    var envelope = rows.getBytes(12);
    return new Row(
        rows.getLong(1),
        Kind.ofCode(rows.getInt(2)),
        rows.getLong(3),
        rows.getInt(4),
        text(rows, 5),
        call(rows.getInt(6)),
        text(rows, 7),
        rows.getLong(8),
        status == 0 ? null : Status.ofCode(status),
        text(rows, 10),
        List.of(),
        rows.getString(11),
        envelope == null ? new byte[0] : envelope,
        rows.getBytes(13));
  }

  private static void key(DuckDBAppender entry, @Nullable String text) throws SQLException {
    if (text == null) {
      entry.appendNull();
    } else {
      entry.append(Keys.of(text));
    }
  }

  private static void text(DuckDBAppender entry, @Nullable String text) throws SQLException {
    entry.append(text == null ? null : LosslessText.write(text));
  }

  private static @Nullable String text(ResultSet rows, int column) throws SQLException {
    var text = rows.getString(column);
    return text == null ? null : LosslessText.read(text);
  }

  private static byte code(@Nullable Call call) {
    if (call == null) {
      return 0;
    }
    return switch (call) {
      case IDENTIFY -> 1;
      case TRACK -> 2;
      case PAGE -> 3;
      case SCREEN -> 4;
      case GROUP -> 5;
      case ALIAS -> 6;
    };
  }

  private static @Nullable Call call(int code) {
    return switch (code) {
      case 0 -> null;
      case 1 -> Call.IDENTIFY;
      case 2 -> Call.TRACK;
      case 3 -> Call.PAGE;
      case 4 -> Call.SCREEN;
      case 5 -> Call.GROUP;
      case 6 -> Call.ALIAS;
      default -> throw new IllegalStateException("an archived event of the unknown call " + code);
    };
  }
}
