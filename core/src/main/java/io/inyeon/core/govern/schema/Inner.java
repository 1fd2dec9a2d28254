package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Checks of what a value holds: fields and items.
final class Inner {
  private Inner() {}

  /// Fields whose names are of a pattern.
  record Named(Predicate<String> names, Node node) {}

  /// `properties`, `patternProperties` and `additionalProperties` of one schema, in one walk.
  static Check fields(Map<String, Node> named, List<Named> patterns, @Nullable Node others) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Fields(var fields))) {
        return true;
      }
      var good = true;
      for (var each : fields.entrySet()) {
        var name = each.getKey();
        if (!field(name, each.getValue(), named, patterns, others, at, scope, seen, out)) {
          if (out == null) {
            return false;
          }
          good = false;
        }
      }
      return good;
    };
  }

  private static boolean field(
      String name,
      Value value,
      Map<String, Node> named,
      List<Named> patterns,
      @Nullable Node others,
      At parent,
      Scope scope,
      @Nullable Seen seen,
      @Nullable Findings out) {
    var node = named.get(name);
    var met = node != null;
    var good = true;
    var at = out == null ? At.WHOLE : parent.field(name);
    if (node != null) {
      good = node.holds(value, at, scope, null, out);
    }
    for (var pattern : patterns) {
      if (pattern.names().test(name)) {
        met = true;
        good &= pattern.node().holds(value, at, scope, null, out);
      }
    }
    if (!met && others != null) {
      met = true;
      good =
          others.never()
              ? Check.wrong("additionalProperties", at, value, out)
              : others.holds(value, at, scope, null, out);
    }
    if (met && seen != null) {
      seen.name(name);
    }
    return good;
  }

  static Check names(Node node) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Fields(var fields))) {
        return true;
      }
      var good = true;
      for (var name : fields.keySet()) {
        if (!node.holds(new Value.Text(name), at, scope, null, null)) {
          good = Check.wrong("propertyNames", at.field(name), new Value.Text(name), out);
        }
      }
      return good;
    };
  }

  /// The first items one by one, and all others.
  static Check items(String keyword, List<Node> first, @Nullable Node rest) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Items(var items))) {
        return true;
      }
      var good = true;
      for (var i = 0; i < items.size(); i++) {
        var node = i < first.size() ? first.get(i) : rest;
        if (node == null) {
          break;
        }
        var place = out == null ? At.WHOLE : at.item(i);
        var fits =
            node.never()
                ? Check.wrong(keyword, place, items.get(i), out)
                : node.holds(items.get(i), place, scope, null, out);
        if (!fits && out == null) {
          return false;
        }
        good &= fits;
      }
      if (seen != null) {
        seen.items(rest == null ? Math.min(first.size(), items.size()) : items.size());
      }
      return good;
    };
  }

  static Check contains(Node node, long least, long most, boolean speaksFor) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Items(var items))) {
        return true;
      }
      var found = 0L;
      for (var i = 0; i < items.size(); i++) {
        if (node.holds(items.get(i), at, scope, null, null)) {
          found++;
          if (seen != null && speaksFor) {
            seen.item(i);
          }
        }
      }
      return (found >= least && found <= most) || Check.wrong("contains", at, value, out);
    };
  }

  /// Of the fields that nobody has spoken for.
  static Check otherFields(Node node) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Fields(var fields)) || seen == null) {
        return true;
      }
      var good = true;
      for (var each : fields.entrySet()) {
        if (!seen.has(each.getKey())) {
          var place = at.field(each.getKey());
          good &=
              node.never()
                  ? Check.wrong("unevaluatedProperties", place, each.getValue(), out)
                  : node.holds(each.getValue(), place, scope, null, out);
          seen.name(each.getKey());
        }
      }
      return good;
    };
  }

  /// Of the items that nobody has spoken for.
  static Check otherItems(Node node) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Items(var items)) || seen == null) {
        return true;
      }
      var good = true;
      for (var i = 0; i < items.size(); i++) {
        if (!seen.has(i)) {
          good &= node.holds(items.get(i), at.item(i), scope, null, out);
        }
      }
      seen.items(items.size());
      return good;
    };
  }
}
