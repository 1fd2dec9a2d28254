package io.inyeon.core.govern.bots;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which user agents are robots'. Their events are kept apart: see the cause `bot` of the
/// quarantine.
///
/// ```
/// {"enabled": true, "list": "built-in", "listVersion": "1.60.0",
///  "patterns": ["Googlebot\\/", ...], "allowed": ["Chrome-Lighthouse"]}
/// ```
///
/// Patterns are regular expressions that are found anywhere, in the form of the public list
/// crawler-user-agents. Of nearly all of them some characters are certain, so that one look at each
/// three characters of a user agent tells which few are to be asked.
public final class Bots {
  /// The code of what is wrong with a robot's event.
  public static final String CAUSE = "bot";

  /// Where it is wrong.
  public static final String PLACE = "/context/userAgent";

  /// Nobody is a robot.
  public static final Bots NONE = new Bots(0, Value.Fields.EMPTY, List.of(), Set.of(), null);

  /// Where they stand among what a workspace keeps about people's rights: under the number of their
  /// version, and under [#LATEST].
  public static final String ROOM = "bots";

  public static final String LATEST = "";

  private static final int MOST = 20_000;
  private static final int LONGEST = 1_000;
  private static final int LONGEST_AGENT = 1_000;

  /// A power of two.
  private static final int REMEMBERED = 1 << 11;

  /// Where three characters of a robot's literal had better not be taken from.
  private static final String COMMON =
      "mozilla/5.0 (windows nt 10.0; win64; x64) applewebkit/537.36 (khtml, like gecko)"
          + " chrome/120.0.0.0 mobile safari/537.36 edg version/17.0 iphone; cpu iphone os like mac"
          + " os x linux; android build/ wv) samsungbrowser/ macintosh; intel mac os x firefox/ rv:"
          + " gecko/20100101 compatible; http://www. https:// .com .html";

  private final int version;
  private final Value.Fields document;
  private final List<String> patterns;
  private final Set<String> allowed;
  private final @Nullable Patterns compiler;

  /// Made when first asked for. Racing threads would make the same, and see it whole or not at all.
  private final @Nullable Compiled[] compiled;

  /// Bits of the hashes of three characters each: most texts are done with by these.
  private final long[] seen = new long[1 << 9];

  private final Map<Integer, int[]> byThree = new HashMap<>();
  private final List<String> literals = new ArrayList<>();
  private final int[] always;

  /// By a hash. Racing threads would say the same.
  private final @Nullable Known[] lately = new Known[REMEMBERED];

  /// A pattern that is ready to be asked.
  private record Compiled(Predicate<String> finds) {}

  private Bots(
      int version,
      Value.Fields document,
      List<String> patterns,
      Set<String> allowed,
      @Nullable Patterns compiler) {
    this.version = version;
    this.document = document;
    this.patterns = List.copyOf(patterns);
    this.allowed = Set.copyOf(allowed);
    this.compiler = compiler;
    this.compiled = new Compiled[patterns.size()];
    var rest = new ArrayList<Integer>();
    for (var i = 0; i < patterns.size(); i++) {
      var some = Literal.in(patterns.get(i));
      literals.add(some.size() == 1 ? some.getFirst() : "");
      if (some.isEmpty()) {
        rest.add(i);
      }
      for (var literal : some) {
        var three = rarest(literal);
        seen[(three >>> 6) & 0x1FF] |= 1L << three;
        byThree.merge(three, new int[] {i}, Bots::joined);
      }
    }
    always = rest.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] joined(int[] one, int[] other) {
    var all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }

  private static int rarest(String literal) {
    for (var i = 0; i + 3 <= literal.length(); i++) {
      if (!COMMON.contains(literal.substring(i, i + 3))) {
        return three(literal.charAt(i), literal.charAt(i + 1), literal.charAt(i + 2));
      }
    }
    return three(literal.charAt(0), literal.charAt(1), literal.charAt(2));
  }

  /// A number of 15 bits at least for three characters, spread.
  private static int three(char a, char b, char c) {
    return (((a * 31 + b) * 31 + c) * 0x9E3779B1) >>> 8;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// They can be used.
    record Good(Bots bots) implements Reading {}

    /// They cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads what somebody wrote. A pattern may stand in an object with other fields, as in the
  /// public list.
  public static Reading read(int version, Value.Fields written, Patterns patterns) {
    var problems = new ArrayList<Violation>();
    var all = texts(written.get("patterns"), "/patterns", problems);
    for (var i = 0; i < all.size() && problems.size() < 100; i++) {
      try {
        patterns.finding(all.get(i));
      } catch (IllegalArgumentException wrong) {
        problems.add(new Violation("invalid_pattern", "/patterns/" + i, all.get(i)));
      }
    }
    var allowed = texts(written.get("allowed"), "/allowed", problems);
    var known = new HashSet<>(all);
    for (var i = 0; i < allowed.size(); i++) {
      if (!known.contains(allowed.get(i))) {
        problems.add(new Violation("unknown_pattern", "/allowed/" + i, allowed.get(i)));
      }
    }
    var enabled = written.get("enabled");
    if (enabled != null && !(enabled instanceof Value.Truth)) {
      problems.add(new Violation("not_a_truth", "/enabled", Violation.excerpt(enabled)));
    }
    return problems.isEmpty()
        ? new Reading.Good(saved(version, written, patterns))
        : new Reading.Bad(problems);
  }

  /// Makes ready for use what was read before.
  public static Bots saved(int version, Value.Fields document, Patterns patterns) {
    var ignored = new ArrayList<Violation>();
    var all = texts(document.get("patterns"), "/patterns", ignored);
    var on = !new Value.Truth(false).equals(document.get("enabled"));
    return new Bots(
        version,
        document,
        on ? all : List.of(),
        new LinkedHashSet<>(texts(document.get("allowed"), "/allowed", ignored)),
        patterns);
  }

  private static List<String> texts(
      @Nullable Value written, String path, List<Violation> problems) {
    var texts = new ArrayList<String>();
    if (written == null) {
      return texts;
    }
    if (!(written instanceof Value.Items(var items)) || items.size() > MOST) {
      problems.add(new Violation("not_a_list", path, ""));
      return texts;
    }
    for (var i = 0; i < items.size(); i++) {
      var text =
          switch (items.get(i)) {
            case Value.Text(var plain) -> plain;
            case Value.Fields fields -> fields.text("pattern");
            default -> null;
          };
      if (text == null || text.isEmpty() || text.length() > LONGEST) {
        problems.add(
            new Violation("invalid_pattern", path + "/" + i, Violation.excerpt(items.get(i))));
      } else {
        texts.add(text);
      }
    }
    return texts;
  }

  /// 1, 2, ...; 0 when nobody ever said anything of robots.
  public int version() {
    return version;
  }

  /// As it was written.
  public Value.Fields document() {
    return document;
  }

  /// The pattern by which a user agent is a robot's; `null` when it is none's, or the pattern is
  /// allowed.
  public @Nullable String flagged(@Nullable String userAgent) {
    if (userAgent == null || userAgent.isEmpty() || patterns.isEmpty()) {
      return null;
    }
    var agent =
        userAgent.length() > LONGEST_AGENT ? userAgent.substring(0, LONGEST_AGENT) : userAgent;
    var slot = agent.hashCode() & (REMEMBERED - 1);
    var known = lately[slot];
    if (known != null && known.agent.equals(agent)) {
      return known.pattern;
    }
    var pattern = asked(agent);
    lately[slot] = new Known(agent, pattern);
    return pattern;
  }

  /// What was said of a user agent lately: a few of them send nearly all events.
  private record Known(String agent, @Nullable String pattern) {}

  private @Nullable String asked(String agent) {
    var lower = agent.toLowerCase(Locale.ROOT);
    String found = null;
    var best = Integer.MAX_VALUE;
    for (var i = 0; i + 3 <= lower.length(); i++) {
      var three = three(lower.charAt(i), lower.charAt(i + 1), lower.charAt(i + 2));
      if ((seen[(three >>> 6) & 0x1FF] & 1L << three) == 0) {
        continue;
      }
      for (var each : byThree.getOrDefault(three, NOTHING)) {
        if (each < best && lower.contains(literals.get(each)) && finds(each, agent)) {
          best = each;
          found = patterns.get(each);
        }
      }
    }
    for (var each : always) {
      if (each < best && finds(each, agent)) {
        best = each;
        found = patterns.get(each);
      }
    }
    return found;
  }

  private static final int[] NOTHING = {};

  private boolean finds(int pattern, String agent) {
    if (compiler == null || allowed.contains(patterns.get(pattern))) {
      return false;
    }
    var ready = compiled[pattern];
    if (ready == null) {
      ready = new Compiled(compiler.finding(patterns.get(pattern)));
      compiled[pattern] = ready;
    }
    return ready.finds().test(agent);
  }
}
