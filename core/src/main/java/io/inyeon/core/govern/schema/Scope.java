package io.inyeon.core.govern.schema;

import org.jspecify.annotations.Nullable;

/// The schema resources that a value has come through, the latest first: the dynamic scope of
/// 2020-12.
///
/// @param run what is left of the work that one value may cost
record Scope(Resource resource, @Nullable Scope before, Run run) {
  Scope entering(Resource next) {
    return next.equals(resource) ? this : new Scope(next, this, run);
  }

  /// What a dynamic anchor means here: the outermost resource that has it says so.
  @Nullable Node dynamic(String anchor) {
    Node found = null;
    for (Scope scope = this; scope != null; scope = scope.before) {
      var node = scope.resource.dynamicNodes().get(anchor);
      if (node != null) {
        found = node;
      }
    }
    return found;
  }

  /// How much work one value may cost: schemas may refer to each other in circles, or ask twice at
  /// each level of what a stranger has nested deeply.
  static final class Run {
    private static final int MOST_DEEP = 1_000;

    private int left = 100_000;
    private int deep;
    private boolean exhausted;

    /// Whether one more subschema may be asked.
    boolean enter() {
      deep++;
      if (--left < 0 || deep > MOST_DEEP) {
        exhausted = true;
      }
      return !exhausted;
    }

    void leave() {
      deep--;
    }

    boolean exhausted() {
      return exhausted;
    }
  }
}
