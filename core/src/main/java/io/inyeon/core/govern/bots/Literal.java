package io.inyeon.core.govern.bots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Some characters that every text has in which a regular expression finds something.
final class Literal {
  private Literal() {}

  /// Of each alternative the longest, in lower case: one of them is in every such text. Empty when
  /// none of three characters is certain.
  static List<String> in(String pattern) {
    var all = new ArrayList<String>();
    for (var alternative : alternatives(pattern)) {
      var literal = one(alternative);
      if (literal == null) {
        return List.of();
      }
      all.add(literal);
    }
    return all;
  }

  private static List<String> alternatives(String pattern) {
    var all = new ArrayList<String>();
    var depth = 0;
    var from = 0;
    for (var i = 0; i < pattern.length(); i++) {
      switch (pattern.charAt(i)) {
        case '\\' -> i++;
        case '[' -> i = closing(pattern, i, ']');
        case '(' -> depth++;
        case ')' -> depth--;
        case '|' -> {
          if (depth == 0) {
            all.add(pattern.substring(from, i));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    all.add(pattern.substring(from));
    return all;
  }

  private static @Nullable String one(String pattern) {
    var best = "";
    var run = new StringBuilder();
    var depth = 0;
    for (var i = 0; i < pattern.length(); i++) {
      var c = pattern.charAt(i);
      var character = c;
      var literal = true;
      switch (c) {
        case '|' -> literal = false;
        case '(' -> {
          depth++;
          literal = false;
        }
        case ')' -> {
          depth--;
          literal = false;
        }
        case '[' -> {
          i = closing(pattern, i, ']');
          literal = false;
        }
        case '{' -> {
          i = closing(pattern, i, '}');
          drop(run);
          literal = false;
        }
        case '?', '*' -> {
          drop(run);
          literal = false;
        }
        case '+', '.', '^', '$' -> literal = false;
        case '\\' -> {
          i++;
          character = i < pattern.length() ? pattern.charAt(i) : ' ';
          literal = !Character.isLetterOrDigit(character);
        }
        default -> {}
      }
      if (literal && depth == 0) {
        run.append(character);
      } else {
        best = longer(best, run);
        run.setLength(0);
      }
    }
    best = longer(best, run);
    return best.length() < 3 ? null : best.toLowerCase(Locale.ROOT);
  }

  private static String longer(String best, StringBuilder run) {
    return run.length() > best.length() ? run.toString() : best;
  }

  private static void drop(StringBuilder run) {
    if (!run.isEmpty()) {
      run.setLength(run.length() - 1);
    }
  }

  /// A bracket that closes at once stands for itself.
  private static int closing(String pattern, int from, char bracket) {
    for (var i = from + 1; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '\\') {
        i++;
      } else if (pattern.charAt(i) == bracket && i > from + 1) {
        return i;
      }
    }
    return pattern.length();
  }
}
