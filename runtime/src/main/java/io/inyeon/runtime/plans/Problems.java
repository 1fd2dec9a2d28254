package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that is wrong with something that somebody wrote.
public final class Problems {
  private final List<Violation> all = new ArrayList<>();

  public void add(String code, String path, @Nullable Value found) {
    all.add(new Violation(code, path, found == null ? "" : Violation.excerpt(found)));
  }

  public void addAll(List<Violation> more) {
    all.addAll(more);
  }

  public List<Violation> all() {
    return all;
  }

  public boolean none() {
    return all.isEmpty();
  }

  /// What an author gave as the reason; empty for none.
  public String reason(Value.Fields written) {
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
