package io.inyeon.core.govern.enrich;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The public rules by which user agents are told apart, in the order in which they are asked:
/// `regexes.yaml` of uap-core (Apache-2.0, its `docs/specification.md`).
///
/// @param version of the file, for people
public record AgentRules(
    String version, List<Rule> browsers, List<Rule> systems, List<Rule> devices) {
  public AgentRules {
    browsers = List.copyOf(browsers);
    systems = List.copyOf(systems);
    devices = List.copyOf(devices);
  }

  /// One rule.
  ///
  /// @param pattern a regular expression that is found anywhere
  /// @param replacements what takes the place of its groups, by the file's own names
  public record Rule(String pattern, boolean anyCase, Map<String, String> replacements) {
    public Rule {
      replacements = Map.copyOf(replacements);
    }
  }

  /// Reads the file: lists of mappings of one level whose values stand in quotes, the part of YAML
  /// that it is written in. Throws IllegalArgumentException at what is none of it.
  public static AgentRules read(String version, String yaml) {
    var lists = new HashMap<String, List<Rule>>();
    var at = new ArrayList<Rule>();
    Map<String, String> rule = new HashMap<>();
    var number = 0;
    for (var line : yaml.split("\n", -1)) {
      number++;
      var text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      var item = text.startsWith("- ");
      var colon = text.indexOf(':');
      if (colon < 0) {
        throw wrong(number);
      }
      var key = text.substring(item ? 2 : 0, colon).strip();
      if (item || !Character.isWhitespace(line.charAt(0))) {
        ended(rule, at);
        rule = new HashMap<>();
      }
      if (!item && !Character.isWhitespace(line.charAt(0))) {
        at = new ArrayList<>();
        lists.put(key, at);
      } else {
        rule.put(key, quoted(text.substring(colon + 1).strip(), number));
      }
    }
    ended(rule, at);
    return new AgentRules(
        version,
        lists.getOrDefault("user_agent_parsers", List.of()),
        lists.getOrDefault("os_parsers", List.of()),
        lists.getOrDefault("device_parsers", List.of()));
  }

  private static void ended(Map<String, String> rule, List<Rule> rules) {
    if (rule.isEmpty()) {
      return;
    }
    var pattern = rule.remove("regex");
    if (pattern == null) {
      throw new IllegalArgumentException("a rule without a pattern: " + rule);
    }
    var anyCase = "i".equals(rule.remove("regex_flag"));
    rules.add(new Rule(pattern, anyCase, rule));
  }

  private static String quoted(String written, int line) {
    if (written.isEmpty()) {
      throw wrong(line);
    }
    var quote = written.charAt(0);
    if (quote != '\'' && quote != '"') {
      return written;
    }
    var text = new StringBuilder();
    for (var i = 1; i < written.length(); i++) {
      var c = written.charAt(i);
      if (quote == '\'' && c == quote && written.startsWith("'", i + 1)) {
        text.append(c);
        i++;
      } else if (quote == '"' && c == '\\' && i + 1 < written.length()) {
        i++;
        text.append(written.charAt(i));
      } else if (c == quote) {
        return text.toString();
      } else {
        text.append(c);
      }
    }
    throw wrong(line);
  }

  private static IllegalArgumentException wrong(int line) {
    return new IllegalArgumentException("rules for user agents cannot be read, line " + line);
  }
}
