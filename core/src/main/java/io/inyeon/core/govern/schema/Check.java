package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import org.jspecify.annotations.Nullable;

/// What one keyword, or a few that belong together, ask of a value.
@FunctionalInterface
interface Check {
  /// Whether the value is such.
  ///
  /// @param at where the value stands
  /// @param scope the schema resources that led here
  /// @param seen notes which fields and items are spoken for; `null` when nobody asks
  /// @param out notes what is wrong; `null` when only whether matters
  boolean holds(Value value, At at, Scope scope, @Nullable Seen seen, @Nullable Findings out);

  /// Notes what is wrong, if somebody wants to know.
  static boolean wrong(String keyword, At at, Value found, @Nullable Findings out) {
    if (out != null) {
      out.add(keyword, at, found);
    }
    return false;
  }
}
