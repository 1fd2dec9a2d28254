package io.inyeon.core.segment.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The texts that people wrote: they stand beside the SQL and never in it.
final class Parameters {
  private final Map<String, String> names = new LinkedHashMap<>();

  /// What stands for a text in the SQL.
  String of(String text) {
    return names.computeIfAbsent(text, _ -> "CAST($" + (names.size() + 1) + " AS VARCHAR)");
  }

  /// By the numbers in their names, from 1.
  List<String> all() {
    return List.copyOf(names.keySet());
  }
}
