package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.collect.mapping.FileForm;
import io.inyeon.core.collect.mapping.Row;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a sheet of an .xlsx workbook, row by row. A number that the sheet shows as a date is one:
/// a text without a zone. Of formulas the last result counts.
final class SheetRows implements RowSource {
  /// The last column is XFD.
  private static final int MOST_COLUMNS = 16_384;

  private static final int LONGEST_ROW = 8 << 20;

  /// What a floating-point number can be; more is damage.
  private static final int LARGEST_EXPONENT = 400;

  private static final long DAY_MS = Duration.ofDays(1).toMillis();
  private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

  private final Workbook workbook;
  private final Markup xml;
  private final long sheetBytes;
  private final long fileBytes;
  private final Header header;
  private @Nullable List<Value> first;
  private @Nullable Violation fault;
  private int rowLength;
  private boolean ended;
  private long number;

  SheetRows(Path file, FileForm form) throws IOException {
    fileBytes = Files.size(file);
    workbook = Workbook.open(file);
    Markup opened = null;
    try {
      var sheet = workbook.sheet(form.sheet());
      opened = sheet.xml();
      xml = opened;
      sheetBytes = sheet.size();
      for (var i = 0; i < form.skipRows(); i++) {
        cells();
      }
      var top = values();
      header = Header.of(form.header() && top != null ? texts(top) : null, form);
      first = form.header() ? null : top;
    } catch (IOException e) {
      closeAfter(opened, e);
      closeAfter(workbook, e);
      throw e;
    }
  }

  private static void closeAfter(@Nullable Closeable opened, IOException first) {
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        first.addSuppressed(e);
      }
    }
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

  /// As much of the file as of the sheet, which is nearly all of it.
  @Override
  public long readBytes() {
    if (ended) {
      return fileBytes;
    }
    return sheetBytes <= 0
        ? 0
        : (long) (fileBytes * Math.min(1.0, (double) xml.count() / sheetBytes));
  }

  @Override
  public List<String> columns() {
    return header.names();
  }

  @Override
  public @Nullable Line next() throws IOException {
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
  }

  /// The next row in which something stands, be it damaged; `null` at the end.
  private @Nullable List<Value> values() throws IOException {
    for (var values = cells(); values != null; values = cells()) {
      if (fault != null || values.stream().anyMatch(value -> value != Value.Nothing.NOTHING)) {
        return values;
      }
    }
    return null;
  }

  /// The next row, empty ones too; `null` at the end.
  private @Nullable List<Value> cells() throws IOException {
    for (var begins = xml.next(); begins != null; begins = xml.next()) {
      if (begins && xml.is("row")) {
        return row();
      }
    }
    return null;
  }

  private List<Value> row() throws IOException {
    fault = null;
    rowLength = 0;
    var values = new ArrayList<Value>();
    var next = 0;
    for (var begins = xml.next(); begins != null; begins = xml.next()) {
      if (!begins && xml.is("row")) {
        return values;
      }
      if (begins && xml.is("c")) {
        var address = xml.attribute("r");
        var column = address == null ? next : column(address);
        if (column < 0 || column >= MOST_COLUMNS) {
          throw new Unreadable("invalid_xlsx", "There is no cell " + shown(address) + ".");
        }
        next = column + 1;
        while (values.size() <= column) {
          values.add(Value.Nothing.NOTHING);
        }
        values.set(column, cell(address == null ? "#" + next : address));
      }
    }
    throw new Unreadable("invalid_xlsx", "The sheet ends within a row.");
  }

  private static String shown(@Nullable String address) {
    return address == null || address.length() > 20 ? "so far to the right" : address;
  }

  /// The column of an address, `AB12`, counted from 0; -1 for none.
  private static int column(String address) {
    var column = 0;
    for (var i = 0; i < address.length(); i++) {
      var letter = address.charAt(i);
      if (letter < 'A' || letter > 'Z') {
        break;
      }
      column = Math.min(MOST_COLUMNS + 1, column * 26 + letter - 'A' + 1);
    }
    return column - 1;
  }

  private Value cell(String address) throws IOException {
    var type = xml.attribute("t");
    var date = workbook.formats().date(xml.attribute("s"));
    String written = null;
    String inline = null;
    for (var begins = xml.next(); begins != null; begins = xml.next()) {
      if (!begins && xml.is("c")) {
        break;
      }
      if (begins && xml.is("v")) {
        written = xml.text();
      } else if (begins && xml.is("is")) {
        inline = Workbook.richText(xml);
      } else if (begins && xml.is("f")) {
        rowLength += xml.text().length();
      }
    }
    var value = value(type == null ? "n" : type, date, written, inline, address);
    if (value instanceof Value.Text(var text)) {
      rowLength += text.length();
    }
    if (rowLength > LONGEST_ROW) {
      throw Markup.tooLarge("the row of " + address);
    }
    return value;
  }

  private Value value(
      String type,
      boolean date,
      @Nullable String written,
      @Nullable String inline,
      String address) {
    if (inline != null) {
      return text(inline);
    }
    if (written == null || (written.isBlank() && !type.equals("str"))) {
      return Value.Nothing.NOTHING;
    }
    return switch (type) {
      case "s" -> {
        var shared = workbook.text(number(written, -1));
        yield shared == null ? faulty("invalid_cell", address, written) : text(shared);
      }
      case "b" -> new Value.Truth(written.strip().equals("1") || written.strip().equals("true"));
      case "e" -> faulty("error_in_cell", address, written);
      case "n" -> {
        var decimal = decimal(written.strip());
        yield decimal == null
            ? faulty("invalid_cell", address, written)
            : date ? time(decimal) : new Value.Decimal(decimal);
      }
      // Results of formulas, and dates as ISO 8601.
      default -> text(Workbook.unescaped(written));
    };
  }

  private Value faulty(String code, String address, String found) {
    fault = new Violation(code, "/" + address, found);
    return Value.Nothing.NOTHING;
  }

  private static Value text(String text) {
    return text.isEmpty() ? Value.Nothing.NOTHING : new Value.Text(text);
  }

  private static @Nullable BigDecimal decimal(String written) {
    if (written.length() > LARGEST_EXPONENT) {
      return null;
    }
    try {
      var decimal = new BigDecimal(written);
      return Math.abs((long) decimal.scale()) > LARGEST_EXPONENT ? null : decimal;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  /// A day and time by its serial number; a number that is none stays one. Day 60 of the year 1900
  /// never was: the days before it are one less.
  private Value time(BigDecimal serial) {
    if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
      return new Value.Decimal(serial);
    }
    var ms =
        serial
            .multiply(BigDecimal.valueOf(DAY_MS))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
    var time = LocalTime.ofNanoOfDay(ms % DAY_MS * 1_000_000);
    var days = ms / DAY_MS;
    if (days == 0 && !workbook.since1904()) {
      return new Value.Text(time.toString()); // of no day
    }
    var day =
        workbook.since1904()
            ? LocalDate.of(1904, 1, 1).plusDays(days)
            : LocalDate.of(1899, 12, days < 60 ? 31 : 30).plusDays(days);
    return new Value.Text(day.atTime(time).toString());
  }

  /// A small whole number.
  ///
  /// @param standard for what is none
  static int number(@Nullable String written, int standard) {
    if (written == null || written.isEmpty() || written.length() > 9) {
      return standard;
    }
    var number = 0;
    for (var i = 0; i < written.length(); i++) {
      var digit = written.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return standard;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  @Override
  public void close() throws IOException {
    try (workbook) {
      xml.close();
    }
  }
}
