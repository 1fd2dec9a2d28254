package io.inyeon.core.collect;

import java.util.ArrayList;
import java.util.List;

/// All that is wrong with one event, in the order in which it was found.
final class Faults {
  static final String INVALID_IDENTIFIER = "invalid_identifier";

  // Most events have none, and pay for none.
  private List<Violation> found = List.of();

  void add(Violation violation) {
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    found.add(violation);
  }

  void add(String code, String path, Value offending) {
    add(new Violation(code, path, Excerpt.of(offending)));
  }

  void add(String code, String path) {
    add(new Violation(code, path, ""));
  }

  boolean none() {
    return found.isEmpty();
  }

  /// Whether who the event is about cannot be told only because of what is wrong already.
  boolean concernIdentifiers() {
    for (var each : found) {
      switch (each.code()) {
        case INVALID_IDENTIFIER,
            "invalid_identifier_type",
            "too_many_identifiers",
            "too_many_identifier_types",
            "missing_user_id",
            "missing_previous_id" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  List<Violation> all() {
    return found;
  }
}
