package io.inyeon.core.govern.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a text must have in it for a regular expression to find anything: of each set one text at
/// least, in lower case. A text without it needs not be asked; one with it may still have nothing.
///
/// The idea is RE2's (Russ Cox, "Regular Expression Matching with a Trigram Index", 2012), with
/// sets of texts in place of trigrams.
final class Needed {
  private static final int SHORTEST = 2;
  private static final int MOST_CHOICES = 1_000;

  private final String pattern;
  private int at;

  private Needed(String pattern) {
    this.pattern = pattern;
  }

  /// Part of a pattern.
  ///
  /// @param exact the one text that it stands for; `null` when it may stand for several
  private record Part(@Nullable String exact, List<Set<String>> sets) {
    static final Part ANYTHING = new Part(null, List.of());
  }

  /// The sets; none when nothing is certain.
  static List<Set<String>> in(String pattern) {
    var needed = new Needed(pattern);
    var whole = needed.alternatives();
    if (needed.at < pattern.length()) {
      return List.of(); // a bracket too many: whoever compiles it says so
    }
    return sets(whole);
  }

  private static List<Set<String>> sets(Part part) {
    return part.exact == null
        ? part.sets
        : part.exact.length() < SHORTEST ? List.of() : List.of(Set.of(part.exact));
  }

  private Part alternatives() {
    var all = new ArrayList<Part>();
    all.add(sequence());
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    if (all.size() == 1) {
      return all.getFirst();
    }
    var either = new TreeSet<String>();
    for (var each : all) {
      var best = best(sets(each));
      if (best == null) {
        return Part.ANYTHING;
      }
      either.addAll(best);
    }
    return either.size() > MOST_CHOICES ? Part.ANYTHING : new Part(null, List.of(either));
  }

  /// Of several sets the one that rules out most: whose shortest text is longest.
  private static @Nullable Set<String> best(List<Set<String>> sets) {
    Set<String> best = null;
    for (var each : sets) {
      if (best == null || shortest(each) > shortest(best)) {
        best = each;
      }
    }
    return best;
  }

  static int shortest(Set<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(0);
  }

  private Part sequence() {
    var sets = new ArrayList<Set<String>>();
    var run = new StringBuilder();
    var whole = true;
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      var part = one();
      var least = 1;
      var most = 1;
      if (at < pattern.length()) {
        var c = pattern.charAt(at);
        if (c == '?' || c == '*') {
          least = 0;
          at++;
        } else if (c == '+') {
          most = 2;
          at++;
        } else if (c == '{' && times(at)) {
          var end = pattern.indexOf('}', at);
          least = pattern.charAt(at + 1) == '0' ? 0 : 1;
          most = 2;
          at = end + 1;
        }
        if (at < pattern.length() && pattern.charAt(at) == '?' && (least == 0 || most == 2)) {
          at++; // as few as possible
        }
      }
      if (least == 0) {
        whole = false;
        flush(run, sets);
      } else if (part.exact == null) {
        whole = false;
        flush(run, sets);
        sets.addAll(part.sets);
      } else {
        run.append(part.exact);
        if (most == 2) {
          whole = false;
          flush(run, sets);
        }
      }
    }
    if (whole) {
      return new Part(run.toString(), List.of());
    }
    flush(run, sets);
    return new Part(null, sets);
  }

  private boolean times(int from) {
    var end = pattern.indexOf('}', from);
    return end > from + 1
        && pattern
            .substring(from + 1, end)
            .chars()
            .allMatch(c -> c == ',' || (c >= '0' && c <= '9'))
        && pattern.charAt(from + 1) != ',';
  }

  private static void flush(StringBuilder run, List<Set<String>> sets) {
    if (run.length() >= SHORTEST) {
      sets.add(Set.of(run.toString()));
    }
    run.setLength(0);
  }

  /// One character, group or class.
  private Part one() {
    var c = pattern.charAt(at);
    at++;
    return switch (c) {
      case '(' -> group();
      case '[' -> characters();
      case '\\' -> escaped();
      case '.', '^', '$' -> Part.ANYTHING;
      default -> exactly(c);
    };
  }

  private static Part exactly(char c) {
    return new Part(String.valueOf(c).toLowerCase(Locale.ROOT), List.of());
  }

  private Part group() {
    if (pattern.startsWith("?", at)) {
      var colon = pattern.indexOf(':', at);
      var end = pattern.indexOf(')', at);
      var name = pattern.indexOf('>', at);
      if (end >= 0 && (colon < 0 || end < colon) && (name < 0 || end < name)) {
        at = end + 1; // flags alone
        return Part.ANYTHING;
      }
      at = pattern.startsWith("?P<", at) && name >= 0 ? name + 1 : colon + 1;
    }
    var inside = alternatives();
    if (at < pattern.length()) {
      at++;
    }
    return inside;
  }

  private Part escaped() {
    if (at >= pattern.length()) {
      return Part.ANYTHING;
    }
    var c = pattern.charAt(at);
    at++;
    return Character.isLetterOrDigit(c) ? Part.ANYTHING : exactly(c);
  }

  /// A class of characters is one character when they differ in case only.
  private Part characters() {
    var from = at;
    if (pattern.startsWith("^", at)) {
      at++;
    }
    if (pattern.startsWith("]", at)) {
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : pattern.startsWith("[:", at) ? past() : 1;
    }
    var inside = pattern.substring(from, Math.min(at, pattern.length()));
    at = Math.min(pattern.length(), at + 1);
    var lower = inside.toLowerCase(Locale.ROOT);
    return !lower.isEmpty()
            && Character.isLetterOrDigit(lower.charAt(0))
            && lower.chars().allMatch(c -> c == lower.charAt(0))
        ? exactly(lower.charAt(0))
        : Part.ANYTHING;
  }

  private int past() {
    var end = pattern.indexOf(":]", at);
    return end < 0 ? 1 : end + 2 - at;
  }
}
