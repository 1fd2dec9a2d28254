package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierType.Normaliser;
import io.inyeon.core.collect.SourceKind;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Rules for the tests of identity.
final class TestRules {
  static final String WORKSPACE_KEY = "0f".repeat(32);

  private TestRules() {}

  /// As they come with a new workspace, as far as identity goes.
  static Rules standard() {
    return of(
        List.of(
            type("user_id", 1, 0, 20, 1_000),
            type("email", 2, 5, 20, 1_000),
            type("phone", 3, 3, 20, 1_000),
            type("device", 90, 0, 20, 1_000),
            type("anonymous_id", 100, 0, 20, 1_000)),
        type("custom", 50, 5, 20, 1_000));
  }

  static Rules of(List<IdentifierType> types, IdentifierType custom) {
    return Rules.of(
        new RulesDocument(
            1,
            WORKSPACE_KEY,
            "KR",
            "KRW",
            "Asia/Seoul",
            types,
            custom,
            new TreeMap<>(),
            new TreeMap<>()),
        (written, _) -> written,
        pattern -> Pattern.compile(pattern).asMatchPredicate());
  }

  static IdentifierType type(
      String name, int priority, int limit, int sharedAbove, int hubAbove, SourceKind... linkedBy) {
    return new IdentifierType(
        name,
        priority,
        name.equals("user_id"),
        limit,
        List.of("null"),
        List.of("^[0-]*$"),
        Normaliser.PLAIN,
        sharedAbove,
        hubAbove,
        List.of(linkedBy));
  }
}
