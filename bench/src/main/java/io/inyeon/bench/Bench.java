package io.inyeon.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/// Measures the server on this machine and prints the table of budgets.
public final class Bench {
  private Bench() {}

  /// Runs the whole bench, or what `--rows` names. Ends with 2 when it was called wrongly, with 1
  /// when it could not be done; a missed budget is no failure.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (List.of(arguments).contains("--help")) {
      out.println(Options.USAGE);
      return;
    }
    Options options;
    try {
      options = Options.read(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    var machine =
        String.format(
            Locale.ROOT,
            "%d cores of %s, %s, Java %s",
            Runtime.getRuntime().availableProcessors(),
            Readings.processor(),
            System.getProperty("os.name"),
            Runtime.version());
    out.println("Inyeon bench: " + machine + ", seed " + options.seed());
    var rows = new Measures(options, out).all();
    out.println();
    Table.print(rows, out);
    var json = options.json();
    if (json != null) {
      Files.writeString(json, Table.json(machine, options.seed(), rows));
      out.println("\n  also in " + json);
    }
  }
}
