package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One subschema, compiled. Schemas refer to each other in circles, so it is made first and filled
/// later.
final class Node {
  private final Resource resource;
  private Check[] checks = new Check[0];
  private Check[] last = new Check[0];
  private boolean never;

  Node(Resource resource) {
    this.resource = resource;
  }

  /// Holds for no value at all.
  static Node never(Resource resource) {
    var node = new Node(resource);
    node.never = true;
    return node;
  }

  Resource resource() {
    return resource;
  }

  boolean never() {
    return never;
  }

  /// Fills it.
  ///
  /// @param last those that ask what all others have spoken for
  void fill(List<Check> checks, List<Check> last) {
    this.checks = checks.toArray(Check[]::new);
    this.last = last.toArray(Check[]::new);
  }

  boolean holds(Value value, At at, Scope from, @Nullable Seen seen, @Nullable Findings out) {
    if (never) {
      return Check.wrong("false", at, value, out);
    }
    if (checks.length == 0 && last.length == 0) {
      return true;
    }
    var run = from.run();
    try {
      if (!run.enter()) {
        return false;
      }
      var scope = from.entering(resource);
      return last.length == 0
          ? all(checks, value, at, scope, seen, out)
          : withLast(value, at, scope, seen, out);
    } finally {
      run.leave();
    }
  }

  private boolean withLast(
      Value value, At at, Scope scope, @Nullable Seen seen, @Nullable Findings out) {
    var own = new Seen();
    var good = all(checks, value, at, scope, own, out);
    good = (good || out != null) && all(last, value, at, scope, own, out) && good;
    if (good && seen != null) {
      seen.add(own);
    }
    return good;
  }

  private static boolean all(
      Check[] checks,
      Value value,
      At at,
      Scope scope,
      @Nullable Seen seen,
      @Nullable Findings out) {
    var good = true;
    for (var check : checks) {
      if (!check.holds(value, at, scope, seen, out)) {
        if (out == null) {
          return false;
        }
        good = false;
      }
    }
    return good;
  }
}
