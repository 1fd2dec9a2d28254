package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.Csv;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A file of stewards' decisions: JSON Lines, or CSV with the columns action, left, right and
/// reason.
final class BulkFile {
  /// Rows that one file may have.
  static final int MOST_ROWS = 5_000;

  private static final String COLUMNS = "The columns are action, left, right and reason.";

  private BulkFile() {}

  /// One row: what it asks for, or why it cannot be read.
  sealed interface Row {
    /// It can be read.
    record Read(Asked asked) implements Row {}

    /// It cannot.
    record Unreadable(String code, String detail) implements Row {}
  }

  /// Reads all rows; a row that cannot be read spoils none of the others.
  ///
  /// @param type the content type; what is neither CSV nor said is JSON Lines
  static List<Row> read(byte[] body, String type) throws Refusal {
    var text = text(body);
    var rows = type.toLowerCase(Locale.ROOT).startsWith("text/csv") ? csv(text) : lines(text);
    if (rows.isEmpty()) {
      throw new Refusal(400, "no_rows", "The file has no rows.");
    }
    if (rows.size() > MOST_ROWS) {
      throw new Refusal(
          400,
          "too_many_rows",
          "Nothing was done. A file may have " + MOST_ROWS + " rows; send the rest in another.");
    }
    return rows;
  }

  private static String text(byte[] body) throws Refusal {
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new Refusal(400, "not_utf8", "Nothing was done. Save the file as UTF-8.");
    }
  }

  // ---- JSON Lines

  private static List<Row> lines(String text) {
    var rows = new ArrayList<Row>();
    for (var line : text.split("\r?\n", -1)) {
      if (!line.isBlank()) {
        rows.add(
            JsonReader.event(line.getBytes(UTF_8)) instanceof Value.Fields fields
                ? row(fields)
                : new Row.Unreadable("invalid_json", "The line is no JSON object."));
      }
    }
    return rows;
  }

  private static Row row(Value.Fields fields) {
    var action = fields.text("action");
    if (action == null) {
      action = fields.get("a") != null || fields.get("b") != null ? "link" : "cut";
    }
    try {
      return switch (action) {
        case "cut" -> new Row.Read(AskedReader.cut(fields));
        case "link" -> new Row.Read(AskedReader.link(fields));
        default -> new Row.Unreadable("invalid_action", "An action is cut or link.");
      };
    } catch (Refusal refusal) {
      return new Row.Unreadable(refusal.problem().code(), refusal.problem().detail());
    }
  }

  // ---- CSV

  private static List<Row> csv(String text) throws Refusal {
    var records = Csv.read(text);
    if (records.isEmpty()) {
      return List.of();
    }
    var columns = new ArrayList<String>();
    for (var name : records.getFirst().cells()) {
      columns.add(name.strip().toLowerCase(Locale.ROOT));
    }
    for (var name : List.of("action", "left", "right", "reason")) {
      if (columns.indexOf(name) < 0 || columns.indexOf(name) != columns.lastIndexOf(name)) {
        throw new Refusal(
            400, "invalid_columns", "Nothing was done: no column " + name + ", or two. " + COLUMNS);
      }
    }
    var rows = new ArrayList<Row>();
    for (var record : records.subList(1, records.size())) {
      rows.add(row(columns, record));
    }
    return rows;
  }

  private static Row row(List<String> columns, Csv.Line record) {
    if (!record.whole()) {
      return new Row.Unreadable("invalid_csv", "A quotation mark is open at the end of the file.");
    }
    if (record.cells().size() != columns.size()) {
      return new Row.Unreadable(
          "invalid_csv",
          "The row has " + record.cells().size() + " cells, the header " + columns.size() + ".");
    }
    var cells = new LinkedHashMap<String, String>();
    for (var i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), record.cells().get(i).strip());
    }
    var action = cells.getOrDefault("action", "").toLowerCase(Locale.ROOT);
    var left = cells.getOrDefault("left", "");
    var right = cells.getOrDefault("right", "");
    var fields = new LinkedHashMap<String, Value>(Map.of("action", new Value.Text(action)));
    fields.put("reason", new Value.Text(cells.getOrDefault("reason", "")));
    if (action.equals("link")) {
      fields.put("a", new Value.Text(left));
      fields.put("b", new Value.Text(right));
    } else {
      fields.put("left", list(left));
      fields.put("right", list(right));
    }
    return row(new Value.Fields(fields));
  }

  /// Identifiers in one cell, with semicolons between them.
  private static Value list(String cell) {
    var items = new ArrayList<Value>();
    for (var part : cell.split(";", -1)) {
      if (!part.isBlank()) {
        items.add(new Value.Text(part.strip()));
      }
    }
    return new Value.Items(items);
  }
}
