package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checks that ask other schemas of the same value.
final class Joined {
  private Joined() {}

  static Check all(List<Node> nodes) {
    return (value, at, scope, seen, out) -> {
      var good = true;
      for (var node : nodes) {
        if (!node.holds(value, at, scope, seen, out)) {
          if (out == null) {
            return false;
          }
          good = false;
        }
      }
      return good;
    };
  }

  static Check any(List<Node> nodes) {
    return (value, at, scope, seen, out) -> {
      var good = false;
      for (var node : nodes) {
        var own = seen == null ? null : new Seen();
        if (node.holds(value, at, scope, own, null)) {
          good = true;
          if (seen == null || own == null) {
            return true;
          }
          seen.add(own);
        }
      }
      return good || Check.wrong("anyOf", at, value, out);
    };
  }

  static Check one(List<Node> nodes) {
    return (value, at, scope, seen, out) -> {
      var count = 0;
      for (var node : nodes) {
        var own = seen == null ? null : new Seen();
        if (node.holds(value, at, scope, own, null)) {
          count++;
          if (seen != null && own != null) {
            seen.add(own);
          }
        }
      }
      return count == 1 || Check.wrong("oneOf", at, value, out);
    };
  }

  static Check not(Node node) {
    return (value, at, scope, seen, out) ->
        !node.holds(value, at, scope, null, null) || Check.wrong("not", at, value, out);
  }

  static Check conditional(Node test, @Nullable Node then, @Nullable Node otherwise) {
    return (value, at, scope, seen, out) -> {
      var own = seen == null ? null : new Seen();
      var next = otherwise;
      if (test.holds(value, at, scope, own, null)) {
        next = then;
        if (seen != null && own != null) {
          seen.add(own);
        }
      }
      return next == null || next.holds(value, at, scope, seen, out);
    };
  }

  /// A schema that counts where a field is.
  static Check with(String name, Node node) {
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Fields(var fields))
            || !fields.containsKey(name)
            || node.holds(value, at, scope, seen, out);
  }

  static Check reference(Node node) {
    return node::holds;
  }

  /// What a dynamic anchor means on the way that was taken.
  static Check dynamic(String anchor, Node written) {
    return (value, at, scope, seen, out) -> {
      var node = scope.dynamic(anchor);
      return (node == null ? written : node).holds(value, at, scope, seen, out);
    };
  }
}
