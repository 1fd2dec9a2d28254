package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with something that somebody wrote.
final class Problems {
  private final List<Violation> all = new ArrayList<>();

  void add(String code, String path, @Nullable Value found) {
    all.add(new Violation(code, path, found == null ? "" : Violation.excerpt(found)));
  }

  void addAll(List<Violation> more) {
    all.addAll(more);
  }

  List<Violation> all() {
    return all;
  }

  boolean none() {
    return all.isEmpty();
  }

  /// What an author gave as the reason; empty for none.
  String reason(Value.Fields written) {
    var reason = written.get("reason");
    if (reason == null) {
      return "";
    }
    if (reason instanceof Value.Text(var text) && text.length() <= 1_000) {
      return text;
    }
    add("invalid_reason", "/reason", reason);
    return "";
  }
}
