package io.inyeon.runtime.demo;

import java.io.PrintStream;
import java.util.Locale;

/// Says how far the demo is: on one line where somebody watches, else a line every two seconds.
final class Progress {
  private final PrintStream out;
  private final boolean terminal;
  private final long begun = System.nanoTime();
  private long next;

  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    next = begun + (terminal ? 0 : 2_000_000_000L);
  }

  /// Says it, if it is time again.
  ///
  /// @param total 0 when nobody knows
  void at(String what, long done, long total) {
    var now = System.nanoTime();
    if (now < next) {
      return;
    }
    next = now + (terminal ? 100_000_000L : 2_000_000_000L);
    var line = line(what, done, total, (now - begun) / 1e9);
    if (terminal) {
      out.print("\r" + line + "\u001B[K");
    } else {
      out.println(line);
    }
    out.flush();
  }

  /// Leaves no trace on a terminal.
  void done() {
    if (terminal) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }

  static String line(String what, long done, long total, double seconds) {
    var rate = seconds > 0 ? Math.round(done / seconds) : 0;
    return total > 0
        ? String.format(Locale.ROOT, "  %s %,d of %,d, %,d/s", what, done, total, rate)
        : String.format(Locale.ROOT, "  %s %,d, %,d/s", what, done, rate);
  }
}
