package io.inyeon.runtime.text;

import java.util.ArrayList;
import java.util.List;

/// Reads and writes comma-separated values as RFC 4180 has them, and as spreadsheets write them: a
/// semicolon or a tab may stand for the comma, where the first line has that and no comma.
public final class Csv {
  private Csv() {}

  /// One record. Records without a single character are left out.
  ///
  /// @param whole `false` when a quotation mark was open at the end of the text
  public record Line(List<String> cells, boolean whole) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// Reads all records, the header too.
  public static List<Line> read(String text) {
    var separator = separator(text);
    var lines = new ArrayList<Line>();
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    var quoted = false;
    var anything = false;
    for (var i = 0; i < text.length(); i++) {
      var each = text.charAt(i);
      if (quoted) {
        if (each != '"') {
          cell.append(each);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (each == '"' && cell.isEmpty()) {
        quoted = true;
        anything = true;
      } else if (each == separator) {
        cells.add(cell.toString());
        cell.setLength(0);
        anything = true;
      } else if (each == '\n' || each == '\r') {
        if (anything) {
          cells.add(cell.toString());
          lines.add(new Line(cells, true));
        }
        cells.clear();
        cell.setLength(0);
        anything = false;
      } else {
        cell.append(each);
        anything = true;
      }
    }
    if (anything) {
      cells.add(cell.toString());
      lines.add(new Line(cells, !quoted));
    }
    return lines;
  }

  /// A cell in quotes (RFC 4180), and never the beginning of a formula: a quotation mark stands
  /// before one that a spreadsheet would work out.
  public static String cell(String text) {
    var risky = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return "\"" + (risky ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }

  private static char separator(String text) {
    var end = text.indexOf('\n');
    var first = end < 0 ? text : text.substring(0, end);
    if (first.indexOf(',') >= 0) {
      return ',';
    }
    return first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
  }
}
