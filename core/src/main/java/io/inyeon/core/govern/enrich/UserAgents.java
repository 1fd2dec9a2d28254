package io.inyeon.core.govern.enrich;

import io.inyeon.core.govern.enrich.AgentRules.Rule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Tells browser, operating system and device by a user agent, by the public rules of uap-core: of
/// each of the three lists the first rule that finds something counts.
///
/// Thread-safe. What was said of a user agent is remembered, since a few of them send nearly all
/// events; a new one costs some regular expressions of linear time.
public final class UserAgents {
  private static final int LONGEST = 1_000;

  /// A power of two.
  private static final int REMEMBERED = 1 << 12;

  private final AgentRules rules;
  private final Captures patterns;
  private final Candidates candidates;
  private final List<Rule> all;

  /// Made when first asked for. Racing threads would make the same.
  private final Captures.@Nullable Finding[] compiled;

  /// By a hash. Racing threads would say the same.
  private final @Nullable Known[] lately = new Known[REMEMBERED];

  private record Known(String text, Agent agent) {}

  public UserAgents(AgentRules rules, Captures patterns) {
    this.rules = rules;
    this.patterns = patterns;
    this.all = new ArrayList<>(rules.browsers());
    all.addAll(rules.systems());
    all.addAll(rules.devices());
    this.candidates = new Candidates(all.stream().map(Rule::pattern).toList());
    this.compiled = new Captures.Finding[all.size()];
  }

  /// Of the rules.
  public String version() {
    return rules.version();
  }

  /// What a user agent says.
  public Agent of(String written) {
    var text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    var slot = spread(text.hashCode()) & (REMEMBERED - 1);
    var known = lately[slot];
    if (known != null && known.text.equals(text)) {
      return known.agent;
    }
    var agent = read(text);
    lately[slot] = new Known(text, agent);
    return agent;
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }

  /// A rule and what its groups stand for.
  private record Found(Rule rule, @Nullable String[] groups) {
    /// What the rule says in place of a group, or the group.
    @Nullable String part(String replacement, int group) {
      var written = rule.replacements().get(replacement);
      return written == null ? group(group) : trimmed(filled(written));
    }

    @Nullable String group(int group) {
      return group < groups.length ? trimmed(groups[group]) : null;
    }

    private String filled(String written) {
      if (written.indexOf('$') < 0) {
        return written;
      }
      var text = new StringBuilder();
      for (var i = 0; i < written.length(); i++) {
        var c = written.charAt(i);
        var group = i + 1 < written.length() ? written.charAt(i + 1) - '0' : -1;
        if (c == '$' && group >= 0 && group <= 9) {
          var stands = group < groups.length ? groups[group] : null;
          text.append(stands == null ? "" : stands);
          i++;
        } else {
          text.append(c);
        }
      }
      return text.toString();
    }

    private static @Nullable String trimmed(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }

  /// Exactly what the rules say, with what they leave open as their own words do.
  ///
  /// @param brand `null` when no rule says it
  public record Told(
      String browser,
      List<@Nullable String> browserVersion,
      String system,
      List<@Nullable String> systemVersion,
      String device,
      @Nullable String brand,
      @Nullable String model) {}

  /// What the rules say where they know nothing.
  public static final String OTHER = "Other";

  /// What the rules say of it, unchanged.
  public Told told(String text) {
    var asked = candidates.in(text);
    var browsers = rules.browsers().size();
    var systems = browsers + rules.systems().size();
    var browser = first(asked, 0, browsers, text);
    var system = first(asked, browsers, systems, text);
    var device = first(asked, systems, all.size(), text);
    var versions = new ArrayList<@Nullable String>();
    var systemVersions = new ArrayList<@Nullable String>();
    for (var i = 1; i <= 3; i++) {
      versions.add(browser == null ? null : browser.part("v" + i + "_replacement", i + 1));
    }
    for (var i = 1; i <= 4; i++) {
      systemVersions.add(system == null ? null : system.part("os_v" + i + "_replacement", i + 1));
    }
    return new Told(
        or(browser == null ? null : browser.part("family_replacement", 1)),
        versions,
        or(system == null ? null : system.part("os_replacement", 1)),
        systemVersions,
        or(device == null ? null : device.part("device_replacement", 1)),
        device == null ? null : device.part("brand_replacement", Integer.MAX_VALUE),
        device == null ? null : device.part("model_replacement", 1));
  }

  private static String or(@Nullable String known) {
    return known == null ? OTHER : known;
  }

  private @Nullable Found first(BitSet asked, int from, int to, String text) {
    for (var i = asked.nextSetBit(from); i >= 0 && i < to; i = asked.nextSetBit(i + 1)) {
      var groups = ready(i).in(text);
      if (groups.length > 0) {
        return new Found(all.get(i), groups);
      }
    }
    return null;
  }

  private Captures.Finding ready(int number) {
    var ready = compiled[number];
    if (ready == null) {
      var rule = all.get(number);
      var pattern = unbounded(rule.pattern());
      ready = patterns.compile(rule.anyCase() ? "(?i)" + pattern : pattern);
      compiled[number] = ready;
    }
    return ready;
  }

  /// A repetition that the rules bound only for engines that go back and forth; for one of linear
  /// time each number is a state more. Up to twenty and more, `{0,50}` or `{1,200}`, mean any
  /// number.
  static String unbounded(String pattern) {
    var text = new StringBuilder();
    for (var i = 0; i < pattern.length(); i++) {
      var c = pattern.charAt(i);
      var end = c == '{' ? pattern.indexOf('}', i) : -1;
      var most = end < 0 ? 0 : most(pattern, i, end);
      if (most >= 100) {
        text.append(pattern.charAt(i + 1) == '0' ? '*' : '+');
        i = end;
      } else {
        text.append(c);
        if (c == '\\' && i + 1 < pattern.length()) {
          i++;
          text.append(pattern.charAt(i));
        }
      }
    }
    return text.toString();
  }

  /// The second number of `{0,n}` and `{1,n}`; 0 for anything else.
  private static int most(String pattern, int from, int end) {
    if (end < from + 4
        || end > from + 7
        || (pattern.charAt(from + 1) != '0' && pattern.charAt(from + 1) != '1')
        || pattern.charAt(from + 2) != ',') {
      return 0;
    }
    var most = 0;
    for (var i = from + 3; i < end; i++) {
      var digit = pattern.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      most = most * 10 + digit;
    }
    return most;
  }

  private Agent read(String text) {
    var told = told(text);
    var system = known(told.system());
    var device = known(told.device());
    var type = DeviceType.of(text.toLowerCase(Locale.ROOT), system, device);
    // A family of devices is no device: "Generic Smartphone" is what the type says.
    var made = device == null || generic(device) || device.equals("Spider") ? null : device;
    var brand = told.brand();
    var model = told.model();
    return new Agent(
        known(told.browser()),
        version(told.browserVersion()),
        system,
        version(told.systemVersion()),
        made,
        made == null || brand == null || generic(brand) ? null : brand,
        made == null || model == null || generic(model) ? null : model,
        type);
  }

  private static boolean generic(String name) {
    return name.startsWith("Generic") || name.equals("K");
  }

  private static @Nullable String known(String family) {
    return family.equals(OTHER) ? null : family;
  }

  /// Parts with dots between them, up to the first that is not said.
  private static @Nullable String version(List<@Nullable String> parts) {
    var version = new StringBuilder();
    for (var part : parts) {
      if (part == null) {
        break;
      }
      version.append(version.isEmpty() ? "" : ".").append(part);
    }
    return version.isEmpty() ? null : version.toString();
  }
}
