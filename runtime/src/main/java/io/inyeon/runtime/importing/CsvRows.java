package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a CSV: RFC 4180, with any delimiter, quotes with line ends within, and lines that end in
/// any way. A line with too few or too many fields is a fault of that line alone.
final class CsvRows implements RowSource {
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LONGEST_ROW = 8 << 20;
  private static final int MOST_FIELDS = 20_000;
  private static final int END = -1;
  private static final int NOT_READ = -2;
  private static final String DELIMITERS = ",;\t|";

  private final Reader reader;
  private final Counting bytes;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int filled;
  private final StringBuilder field = new StringBuilder();
  private final char delimiter;
  private final Header header;
  private int peeked = NOT_READ;
  private @Nullable List<Value.Text> first;
  private @Nullable Violation fault;
  private int rowLength;
  private long number;

  static CsvRows open(Text text, FileForm form) throws IOException {
    try {
      return new CsvRows(text, form);
    } catch (IOException e) {
      text.reader().close();
      throw e;
    }
  }

  private CsvRows(Text text, FileForm form) throws IOException {
    reader = text.reader();
    bytes = text.bytes();
    fill();
    var given = form.delimiter();
    delimiter = given == null ? delimiter() : given;
    for (var i = 0; i < form.skipRows(); i++) {
      fields();
    }
    var top = fields();
    header = Header.of(form.header() && top != null ? texts(top) : null, form);
    first = form.header() ? null : top;
  }

  private static List<String> texts(List<Value.Text> fields) {
    return fields.stream().map(Value.Text::value).toList();
  }

  @Override
  public long readBytes() {
    return bytes.count();
  }

  @Override
  public List<String> columns() {
    return header.names();
  }

  @Override
  public @Nullable Line next() throws IOException {
    var fields = first == null ? fields() : first;
    first = null;
    if (fields == null) {
      return null;
    }
    number++;
    var line = header.line(number, fields);
    if (fault != null) {
      return new Line(line.row(), fault);
    }
    if (fields.size() < header.names().size()) {
      return new Line(
          line.row(),
          new Violation(
              "too_few_fields", "", fields.size() + " instead of " + header.names().size()));
    }
    return line;
  }

  /// The next line that is not empty; `null` at the end.
  private @Nullable List<Value.Text> fields() throws IOException {
    fault = null;
    rowLength = 0;
    var fields = new ArrayList<Value.Text>(16);
    while (true) {
      var c = read();
      if (c == END) {
        return null;
      }
      if (c == '\n' || c == '\r') {
        continue;
      }
      for (var next = c; ; next = read()) {
        var end = field(next, fields);
        if (end != delimiter) {
          return fields;
        }
      }
    }
  }

  /// Reads one field.
  ///
  /// @return what ended it: the delimiter, a line's end, or the file's
  private int field(int begin, List<Value.Text> fields) throws IOException {
    var c = begin;
    field.setLength(0);
    var quoted = c == '"';
    if (quoted) {
      c = quoted();
    }
    // What stands between a closing quote and the delimiter belongs to the field.
    while (c != delimiter && c != '\n' && c != '\r' && c != END) {
      append(c);
      c = read();
    }
    if (c == '\r') {
      var after = read();
      if (after != '\n') {
        peeked = after;
      }
    }
    if (fields.size() < MOST_FIELDS) {
      fields.add(new Value.Text(field.toString()));
    } else {
      fault = new Violation("too_many_fields", "", "more than " + MOST_FIELDS);
    }
    return c;
  }

  /// Reads up to behind the closing quote.
  private int quoted() throws IOException {
    while (true) {
      var c = read();
      if (c == END) {
        fault = new Violation("unclosed_quote", "", "");
        return END;
      }
      if (c == '"') {
        var after = read();
        if (after != '"') {
          return after;
        }
      }
      append(c);
    }
  }

  private void append(int c) {
    if (field.length() < LONGEST_FIELD && rowLength < LONGEST_ROW) {
      field.append((char) c);
      rowLength++;
    } else if (field.length() < LONGEST_FIELD) {
      fault = new Violation("row_too_long", "", "more than " + LONGEST_ROW + " characters");
    } else {
      fault = new Violation("field_too_long", "", field.substring(0, 100));
    }
  }

  private int read() throws IOException {
    if (peeked != NOT_READ) {
      var c = peeked;
      peeked = NOT_READ;
      return c;
    }
    if (at == filled && !fill()) {
      return END;
    }
    return buffer[at++];
  }

  private boolean fill() throws IOException {
    try {
      at = 0;
      filled = Math.max(0, reader.read(buffer));
      return filled > 0;
    } catch (CharacterCodingException _) {
      throw new Unreadable(
          "wrong_encoding",
          "Behind row " + number + " stands a byte that the encoding does not know.");
    }
  }

  /// The one that divides the first lines most evenly.
  private char delimiter() {
    var best = ',';
    var bestScore = 0;
    for (var i = 0; i < DELIMITERS.length(); i++) {
      var candidate = DELIMITERS.charAt(i);
      var counts = counts(candidate);
      var least = Arrays.stream(counts).min().orElse(0);
      var even = Arrays.stream(counts).distinct().count() == 1;
      var score = 2 * least + (even && least > 0 ? 1 : 0);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  /// How often it stands outside of quotes in each of the first twenty lines.
  private int[] counts(char candidate) {
    var counts = new int[20];
    var lines = 0;
    var inQuotes = false;
    var empty = true;
    for (var i = 0; i < filled && lines < counts.length; i++) {
      var c = buffer[i];
      if (c == '"') {
        inQuotes = !inQuotes;
      } else if (!inQuotes && c == candidate) {
        counts[lines]++;
      } else if (!inQuotes && c == '\n' && !empty) {
        lines++;
        empty = true;
        continue;
      }
      empty &= c == '\n' || c == '\r';
    }
    return Arrays.copyOf(counts, Math.max(1, filled < buffer.length && !empty ? lines + 1 : lines));
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
