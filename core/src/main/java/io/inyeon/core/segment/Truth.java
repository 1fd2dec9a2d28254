package io.inyeon.core.segment;

/// The answer to a condition, in Kleene's logic.
public enum Truth {
  MATCH,
  NO_MATCH,
  /// It cannot be told: a value is missing, or of another type. No match, and nor is its negation.
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? MATCH : NO_MATCH;
  }

  Truth not() {
    return switch (this) {
      case MATCH -> NO_MATCH;
      case NO_MATCH -> MATCH;
      case UNKNOWN -> UNKNOWN;
    };
  }

  Truth or(Truth other) {
    return this == MATCH || other == MATCH
        ? MATCH
        : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : NO_MATCH;
  }
}
