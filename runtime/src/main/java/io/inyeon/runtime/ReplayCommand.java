package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// `inyeon replay`: asks a running server for a replay, and prints the report.
final class ReplayCommand {
  static final String HELP =
      """
      inyeon replay --into NAME [options]    take events of the past once more, into a scratch workspace
                                             of the server that runs at --url

        --into NAME          of the scratch workspace: 1 to 50 of a-z, 0-9 and -, a letter first
        --source ID          only what this source sent; all sources without it
        --from INSTANT       only events of this time or later, e.g. 2026-03-01T00:00:00Z
        --to INSTANT         only events before this time
        --known INSTANT      only what had arrived by then
        --decisions YES      true or false: whether stewards' cuts and links are taken, too; without it
                             they are unless a source is named
        --rules RULES        number of a saved version, or a file with a document; without it the
                             version saved last
        --days N             after which it is dropped by itself, 1 to 90; 7 without it
        --url URL            of the server; http://127.0.0.1:7070 without it
        --key KEY            to its management API; may also stand in INYEON_ADMIN_KEY

      What is in it is read under /api/v1/scratch/NAME/, and dropped by DELETE /api/v1/scratch/NAME.
      """;

  private static final Set<String> OPTIONS =
      Set.of("into", "source", "from", "to", "known", "decisions", "rules", "days", "url", "key");

  private ReplayCommand() {}

  /// Runs it.
  ///
  /// @return 0 when it is done, 1 when not, 2 when it was asked wrongly
  static int run(List<String> arguments, Map<String, String> environment)
      throws IOException, InterruptedException {
    var given = new TreeMap<String, String>();
    for (var i = 0; i < arguments.size(); i += 2) {
      var name = arguments.get(i).startsWith("--") ? arguments.get(i).substring(2) : "";
      if (!OPTIONS.contains(name) || i + 1 == arguments.size()) {
        System.err.println(
            OPTIONS.contains(name)
                ? "--" + name + " needs a value."
                : "There is no option " + arguments.get(i) + "; see inyeon replay --help.");
        return 2;
      }
      given.put(name, arguments.get(i + 1));
    }
    if (!given.containsKey("into")) {
      System.err.println("Say whereto: --into NAME. See inyeon replay --help.");
      return 2;
    }
    var key = given.getOrDefault("key", environment.getOrDefault(Setting.ADMIN_KEY.variable(), ""));
    return new TaskClient(given.getOrDefault("url", Setting.URL.standard), key)
        .run("/api/v1/replays", asked(given));
  }

  private static Value.Fields asked(Map<String, String> given) throws IOException {
    var asked = new LinkedHashMap<String, Value>();
    for (var name : List.of("source", "from", "to", "known")) {
      var text = given.get(name);
      if (text != null) {
        asked.put(name, new Value.Text(text));
      }
    }
    var decisions = given.get("decisions");
    if (decisions != null) {
      if (!decisions.equals("true") && !decisions.equals("false")) {
        throw new IllegalArgumentException("--decisions is true or false");
      }
      asked.put("decisions", new Value.Truth(decisions.equals("true")));
    }
    var rules = given.get("rules");
    if (rules != null) {
      asked.put("rules", rules.matches("\\d{1,9}") ? number(rules) : document(Path.of(rules)));
    }
    var scratch = new LinkedHashMap<String, Value>();
    scratch.put("name", new Value.Text(String.valueOf(given.get("into"))));
    var days = given.get("days");
    if (days != null) {
      if (!days.matches("\\d{1,9}")) {
        throw new IllegalArgumentException("--days is a number");
      }
      scratch.put("days", number(days));
    }
    asked.put("into", new Value.Fields(Map.of("scratch", new Value.Fields(scratch))));
    return new Value.Fields(asked);
  }

  private static Value number(String written) {
    return new Value.Decimal(new BigDecimal(written));
  }

  private static Value document(Path file) throws IOException {
    if (JsonReader.event(Files.readAllBytes(file)) instanceof Value.Fields document) {
      return document.get("rules") instanceof Value.Fields inner ? inner : document;
    }
    throw new IllegalArgumentException(file + " is no JSON object");
  }
}
