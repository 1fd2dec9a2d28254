package io.inyeon.runtime;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// What the process prints while it runs: a line an event, as text or as JSON, to standard error.
final class Lines extends Formatter {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final boolean json;

  private Lines(boolean json) {
    this.json = json;
  }

  /// Makes every System.Logger of the process print so; libraries speak only when something is
  /// wrong.
  static void start(boolean json) {
    LogManager.getLogManager().reset();
    var handler = new ConsoleHandler();
    handler.setFormatter(new Lines(json));
    handler.setLevel(Level.ALL);
    var root = Logger.getLogger("");
    root.addHandler(handler);
    root.setLevel(Level.WARNING);
    OURS.setLevel(Level.INFO);
    LISTENING.setLevel(Level.OFF);
    VECTORS.setLevel(Level.OFF);
  }

  /// Recommends a module that is still incubating, at each start.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  /// Says at length what we say in a sentence.
  private static final Logger LISTENING = Logger.getLogger("io.helidon.webserver.LoomServer");

  /// Held, or the logger with its level would be collected as garbage.
  private static final Logger OURS = Logger.getLogger("io.inyeon");

  @Override
  public String format(LogRecord record) {
    var time = TIME.format(Instant.ofEpochMilli(record.getMillis()));
    var name = record.getLoggerName();
    var from = name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
    var cause = record.getThrown();
    var message = formatMessage(record) + (cause == null ? "" : " " + causes(cause));
    return json
        ? "{\"time\":\""
            + time
            + "\",\"level\":\""
            + record.getLevel()
            + "\",\"from\":"
            + quoted(from)
            + ",\"message\":"
            + quoted(message)
            + "}\n"
        : time + " " + record.getLevel() + " " + from + ": " + message.replace('\n', ' ') + "\n";
  }

  private static String causes(Throwable thrown) {
    var text = new StringBuilder();
    for (var each = thrown; each != null; each = each.getCause()) {
      text.append(text.isEmpty() ? "" : " <- ").append(each);
      var frames = each.getStackTrace();
      for (var i = 0; i < Math.min(6, frames.length); i++) {
        text.append(i == 0 ? " at " : " < ").append(frames[i]);
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
