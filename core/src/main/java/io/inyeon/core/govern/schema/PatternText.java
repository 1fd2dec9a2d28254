package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Patterns;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Patterns of JSON Schema (ECMA-262) in the syntax that runs in linear time (RE2).
final class PatternText {
  private static final String[][] UNICODE = {
    {"\\p{Letter}", "\\p{L}"},
    {"\\p{Number}", "\\p{N}"},
    {"\\p{digit}", "\\p{Nd}"},
    {"\\p{Uppercase_Letter}", "\\p{Lu}"},
    {"\\p{Lowercase_Letter}", "\\p{Ll}"},
    {"\\p{Script=Hangul}", "\\p{Hangul}"},
    {"\\p{Script=Latin}", "\\p{Latin}"},
  };

  private PatternText() {}

  /// Whether a text has the pattern anywhere; `null` when RE2 cannot say so: it has no look-around
  /// and no back references.
  static @Nullable Predicate<String> find(String pattern, Patterns patterns) {
    var written = pattern;
    for (var each : UNICODE) {
      written = written.replace(each[0], each[1]);
    }
    try {
      return patterns.finding(written);
    } catch (IllegalArgumentException wrong) {
      return null;
    }
  }
}
