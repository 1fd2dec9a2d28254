package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.Row;
import io.inyeon.runtime.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON Lines: an object a line; empty lines are none.
final class JsonRows implements RowSource {
  private static final int LONGEST_LINE = 4 << 20;

  private final BufferedReader reader;
  private final Counting bytes;
  private final FileForm form;
  private final StringBuilder line = new StringBuilder();
  private long number;

  JsonRows(Text text, FileForm form) {
    this.reader = new BufferedReader(text.reader(), 1 << 16);
    this.bytes = text.bytes();
    this.form = form;
  }

  @Override
  public long readBytes() {
    return bytes.count();
  }

  @Override
  public List<String> columns() {
    return List.of();
  }

  @Override
  public @Nullable Line next() throws IOException {
    while (true) {
      var more = readLine();
      if (!line.toString().isBlank()) {
        number++;
        return read(line.toString());
      }
      if (!more) {
        return null;
      }
    }
  }

  /// Reads up to the end of a line; what is too long is cut off and will not be JSON.
  private boolean readLine() throws IOException {
    line.setLength(0);
    try {
      for (var c = reader.read(); c >= 0; c = reader.read()) {
        if (c == '\n') {
          return true;
        }
        if (line.length() < LONGEST_LINE) {
          line.append((char) c);
        }
      }
      return false;
    } catch (CharacterCodingException _) {
      throw new Unreadable(
          "wrong_encoding",
          "Behind row " + number + " stands a byte that the encoding does not know.");
    }
  }

  private Line read(String text) {
    var nothing = new Row(number, new Value.Fields(Map.of("#line", new Value.Text(shown(text)))));
    return switch (JsonReader.event(text.getBytes(StandardCharsets.UTF_8))) {
      case Value.Fields fields -> nested(fields);
      case Body.Unfit(var why, _) -> new Line(nothing, why);
      case Value _ -> new Line(nothing, new Violation("not_an_object", "", shown(text)));
    };
  }

  private Line nested(Value.Fields fields) {
    if (form.json().isEmpty()) {
      return new Line(new Row(number, fields), null);
    }
    Violation fault = null;
    var cells = new LinkedHashMap<>(fields.values());
    for (var column : form.json()) {
      if (cells.get(column) instanceof Value.Text(var text) && !text.isBlank()) {
        if (JsonReader.event(text.getBytes(StandardCharsets.UTF_8)) instanceof Value value) {
          cells.put(column, value);
        } else {
          fault = new Violation("invalid_json", "/" + column, text);
        }
      }
    }
    return new Line(new Row(number, new Value.Fields(cells)), fault);
  }

  private static String shown(String text) {
    return text.length() > 200 ? text.substring(0, 200) : text;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
