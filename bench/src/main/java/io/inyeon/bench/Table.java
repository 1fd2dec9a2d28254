package io.inyeon.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints rows for people, and as JSON.
final class Table {
  private Table() {}

  static void print(List<Row> rows, PrintStream out) {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("what", "measured", "budget", "", "how"));
    for (var row : rows) {
      lines.add(List.of(row.what(), row.measured(), row.allowed(), row.verdict(), row.how()));
    }
    var widths = new int[5];
    for (var line : lines) {
      for (var column = 0; column < 5; column++) {
        widths[column] = Math.max(widths[column], line.get(column).length());
      }
    }
    for (var line : lines) {
      var text = new StringBuilder("  ");
      for (var column = 0; column < 5; column++) {
        var cell = line.get(column);
        var pad = " ".repeat(widths[column] - cell.length());
        // Numbers stand right, words left.
        text.append(column == 1 || column == 2 ? pad + cell : cell + pad).append("  ");
      }
      out.println(text.toString().stripTrailing());
    }
  }

  /// @param machine what it was measured on
  static String json(String machine, long seed, List<Row> rows) {
    var text = new StringBuilder("{\n  \"machine\": ").append(quoted(machine));
    text.append(",\n  \"seed\": ").append(seed).append(",\n  \"rows\": [");
    var comma = "\n";
    for (var row : rows) {
      text.append(comma).append("    {\"name\": ").append(quoted(row.name()));
      text.append(", \"value\": ").append(plain(row.value()));
      text.append(", \"unit\": ").append(quoted(row.unit()));
      var budget = row.budget();
      if (budget != null) {
        text.append(", \"budget\": ").append(plain(budget));
        text.append(", \"verdict\": ").append(quoted(row.verdict()));
      }
      text.append(", \"how\": ").append(quoted(row.how())).append("}");
      comma = ",\n";
    }
    return text.append("\n  ]\n}\n").toString();
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
