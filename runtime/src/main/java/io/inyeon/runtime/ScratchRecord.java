package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known of a scratch workspace besides what is in it.
///
/// @param position of its last entry
/// @param createdAt milliseconds since 1970
/// @param expiresAt when it is dropped by itself
/// @param asked what was asked for
/// @param report what came of it
record ScratchRecord(
    String name,
    long position,
    String author,
    long createdAt,
    long expiresAt,
    Value.Fields asked,
    Value.Fields report) {
  /// Reads back what [#form] wrote.
  ///
  /// @throws IllegalArgumentException when it is something else
  static ScratchRecord of(Value.Fields fields) {
    return new ScratchRecord(
        text(fields, "name"),
        Long.parseLong(text(fields, "position")),
        text(fields, "author"),
        time(fields, "createdAt"),
        time(fields, "expiresAt"),
        fields.fields("asked"),
        fields.fields("report"));
  }

  private static String text(Value.Fields fields, String field) {
    var written = fields.text(field);
    if (written == null) {
      throw new IllegalArgumentException("a record of a scratch workspace without " + field);
    }
    return written;
  }

  private static long time(Value.Fields fields, String field) {
    try {
      return Instant.parse(text(fields, field)).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("no time: " + field, e);
    }
  }

  /// As it is kept.
  Value.Fields form() {
    return new Value.Fields(with("ready"));
  }

  /// As it is shown.
  Value.Fields shown(String state, long bytes) {
    var fields = with(state);
    fields.put("bytes", Task.number(bytes));
    return new Value.Fields(fields);
  }

  private Map<String, Value> with(String state) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("name", new Value.Text(name));
    fields.put("state", new Value.Text(state));
    fields.put("author", new Value.Text(author));
    fields.put("createdAt", new Value.Text(Instant.ofEpochMilli(createdAt).toString()));
    fields.put("expiresAt", new Value.Text(Instant.ofEpochMilli(expiresAt).toString()));
    fields.put("position", new Value.Text(Long.toString(position)));
    fields.put("asked", asked);
    if (!report.values().isEmpty()) {
      fields.put("report", report);
    }
    return fields;
  }
}
