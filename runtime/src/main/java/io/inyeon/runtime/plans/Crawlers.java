package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The list of robots that comes with the program: the patterns of crawler-user-agents (MIT; its
/// licence stands beside it).
final class Crawlers {
  static final String BUILT_IN = "built-in";

  private static final Value.Fields LIST = read();

  private Crawlers() {}

  static String version() {
    var version = LIST.text("version");
    return version == null ? "" : version;
  }

  /// As a workspace keeps it.
  ///
  /// @param allowed patterns whose agents are not flagged
  static Value.Fields document(boolean enabled, Value allowed) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("enabled", new Value.Truth(enabled));
    fields.put("list", new Value.Text(BUILT_IN));
    fields.put("listVersion", new Value.Text(version()));
    fields.put("patterns", patterns());
    fields.put("allowed", allowed);
    return new Value.Fields(fields);
  }

  static Value patterns() {
    var patterns = LIST.get("patterns");
    if (patterns == null) {
      throw new IllegalStateException("the list of robots has no patterns");
    }
    return patterns;
  }

  private static Value.Fields read() {
    try (var in = Crawlers.class.getResourceAsStream("crawlers.json")) {
      if (in != null && JsonReader.event(in.readAllBytes()) instanceof Value.Fields list) {
        return list;
      }
      throw new IllegalStateException("no list of robots on the class path");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
