package io.inyeon.core.govern.plan;

import org.jspecify.annotations.Nullable;

/// What becomes of an event that a plan does not expect, mildest first.
public enum Action {
  /// It counts whole, and says on it what was wrong.
  ALLOW,
  /// It counts without what was wrong, and says so.
  OMIT,
  /// It is kept and does not count until someone repairs it.
  QUARANTINE,
  /// It is not kept, on purpose.
  BLOCK;

  /// Reads an action; `null` for none.
  static @Nullable Action of(String written) {
    return switch (written) {
      case "allow" -> ALLOW;
      case "omit" -> OMIT;
      case "quarantine" -> QUARANTINE;
      case "block" -> BLOCK;
      default -> null;
    };
  }
}
