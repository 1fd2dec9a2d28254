package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/// Reads a sheet of an .xlsx workbook, row by row. A number that the sheet shows as a date is one:
/// a text without a zone. Of formulas the last result counts.
final class SheetRows implements RowSource {
  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final Header header;
  private @Nullable List<Value> first;
  private @Nullable Violation fault;
  private final long fileBytes;
  private boolean ended;
  private long number;

  SheetRows(Path file, FileForm form) throws IOException {
    fileBytes = Files.size(file);
    SheetSize.check(file);
    ReadableWorkbook opened = null;
    try {
      opened = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
      workbook = opened;
      stream = sheet(opened, form.sheet()).openStream();
      rows = stream.iterator();
      for (var i = 0; i < form.skipRows() && rows.hasNext(); i++) {
        rows.next();
      }
      var top = values();
      header = Header.of(form.header() && top != null ? texts(top) : null, form);
      first = form.header() ? null : top;
    } catch (RuntimeException e) {
      // Whatever the library makes of damaged bytes: it has no exception of its own for all of it.
      throw closed(opened, unreadable(e));
    } catch (IOException e) {
      throw closed(opened, e);
    }
  }

  private static IOException closed(@Nullable ReadableWorkbook opened, IOException why) {
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        why.addSuppressed(e);
      }
    }
    return why;
  }

  private static Sheet sheet(ReadableWorkbook workbook, @Nullable String name) throws Unreadable {
    return (name == null ? workbook.getSheets().findFirst() : workbook.findSheet(name))
        .orElseThrow(() ->
            new Unreadable(
                "no_sheet",
                name == null
                    ? "The workbook has no sheet."
                    : "The workbook has no sheet " + name + "."));
  }

  private static List<String> texts(List<Value> values) {
    var texts = new ArrayList<String>();
    for (var value : values) {
      texts.add(
          switch (value) {
            case Value.Text(var text) -> text;
            case Value.Decimal(var decimal) -> decimal.toPlainString();
            default -> "";
          });
    }
    // Formatted but empty columns are none.
    while (!texts.isEmpty() && texts.getLast().isBlank()) {
      texts.removeLast();
    }
    return texts;
  }

  /// How far in the packed file a row stands nobody can tell.
  @Override
  public long readBytes() {
    return ended ? fileBytes : 0;
  }

  @Override
  public List<String> columns() {
    return header.names();
  }

  @Override
  public @Nullable Line next() throws IOException {
    try {
      var values = first == null ? values() : first;
      first = null;
      if (values == null) {
        ended = true;
        return null;
      }
      number++;
      while (values.size() > header.names().size() && values.getLast() == Value.Nothing.NOTHING) {
        values.removeLast();
      }
      var line = header.line(number, values);
      return fault == null ? line : new Line(new Row(number, line.row().cells()), fault);
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  /// The next row in which something stands; `null` at the end.
  private @Nullable List<Value> values() {
    while (rows.hasNext()) {
      fault = null;
      var row = rows.next();
      var values = new ArrayList<Value>(row.getCellCount());
      var empty = true;
      for (var i = 0; i < row.getCellCount(); i++) {
        var value = value(row.getOptionalCell(i).orElse(null));
        empty &= value == Value.Nothing.NOTHING;
        values.add(value);
      }
      if (!empty) {
        return values;
      }
    }
    return null;
  }

  private Value value(@Nullable Cell cell) {
    if (cell == null) {
      return Value.Nothing.NOTHING;
    }
    return switch (cell.getType()) {
      case EMPTY -> Value.Nothing.NOTHING;
      case BOOLEAN -> new Value.Truth(cell.asBoolean());
      case NUMBER -> number(cell);
      case STRING -> text(cell.asString());
      case FORMULA -> text(cell.getRawValue());
      case ERROR -> {
        fault =
            new Violation(
                "error_in_cell", "/" + cell.getAddress(), String.valueOf(cell.getRawValue()));
        yield Value.Nothing.NOTHING;
      }
    };
  }

  private static Value text(@Nullable String text) {
    return text == null || text.isEmpty() ? Value.Nothing.NOTHING : new Value.Text(text);
  }

  private static Value number(Cell cell) {
    if (date(cell.getDataFormatString())) {
      try {
        return new Value.Text(cell.asDate().toString());
      } catch (DateTimeException | ExcelReaderException _) {
        // Shown as a date, and too large for one: it is a number after all.
      }
    }
    var decimal = cell.asNumber();
    return decimal == null ? Value.Nothing.NOTHING : new Value.Decimal(decimal);
  }

  /// Whether a format shows days or hours: it has their letters outside of quotes and brackets.
  private static boolean date(@Nullable String format) {
    if (format == null) {
      return false;
    }
    var quoted = false;
    var bracket = false;
    for (var i = 0; i < format.length(); i++) {
      var c = Character.toLowerCase(format.charAt(i));
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (!quoted && (c == '[' || c == ']')) {
        bracket = c == '[';
      } else if (!quoted && !bracket && (c == 'y' || c == 'd' || c == 'h')) {
        return true;
      }
    }
    return false;
  }

  private static Unreadable unreadable(RuntimeException e) {
    return new Unreadable("invalid_xlsx", String.valueOf(e));
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      stream.close();
    }
  }
}
