package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became different from one version of a plan to another: rules by event and version, sources
/// by their ids, wherever they stand in the documents; everything below as far down as it differs.
public final class PlanDiff {
  private final List<Value> changes = new ArrayList<>();

  private PlanDiff() {}

  /// The changes as a list: each has a `change` (`added`, `removed`, `changed`), a `path` (JSON
  /// Pointer in which a rule stands under `call event version` and a source under its id), and what
  /// stood there `before` and stands there `after`.
  public static Value between(Value.Fields before, Value.Fields after) {
    var diff = new PlanDiff();
    diff.values(named(before), named(after), "");
    return new Value.Items(List.copyOf(diff.changes));
  }

  /// The document with lists whose order says nothing told by names.
  private static Value.Fields named(Value.Fields document) {
    var all = new LinkedHashMap<>(document.values());
    if (document.get("rules") instanceof Value.Items(var rules)) {
      all.put("rules", byName(rules, PlanDiff::rule));
    }
    if (document.get("sources") instanceof Value.Items(var sources)) {
      all.put("sources", byName(sources, each -> text(each, "source", "")));
    }
    return new Value.Fields(all);
  }

  private interface Naming {
    String name(Value.Fields each);
  }

  private static Value byName(List<Value> items, Naming naming) {
    var named = new LinkedHashMap<String, Value>();
    for (var i = 0; i < items.size(); i++) {
      var name = items.get(i) instanceof Value.Fields each ? naming.name(each) : "" + i;
      named.putIfAbsent(name, items.get(i));
    }
    return new Value.Fields(named);
  }

  private static String rule(Value.Fields rule) {
    var name = text(rule, "call", "track") + " " + text(rule, "event", "");
    return name.strip() + " " + text(rule, "version", PlanInForce.FIRST_VERSION);
  }

  private static String text(Value.Fields fields, String name, String otherwise) {
    return switch (fields.get(name)) {
      case Value.Text(var text) -> text;
      case Value.Decimal(BigDecimal number) -> number.toString();
      case null, default -> otherwise;
    };
  }

  private void values(@Nullable Value before, @Nullable Value after, String path) {
    if (before instanceof Value.Fields(var old) && after instanceof Value.Fields(var young)) {
      fields(old, young, path);
    } else if (before == null && after != null) {
      changes.add(change("added", path, null, after));
    } else if (before != null && after == null) {
      changes.add(change("removed", path, before, null));
    } else if (before != null && !before.equals(after)) {
      changes.add(change("changed", path, before, after));
    }
  }

  private void fields(Map<String, Value> before, Map<String, Value> after, String path) {
    before.forEach((name, value) -> values(value, after.get(name), Edits.below(path, name)));
    after.forEach((name, value) -> {
      if (!before.containsKey(name)) {
        values(null, value, Edits.below(path, name));
      }
    });
  }

  private static Value change(
      String what, String path, @Nullable Value before, @Nullable Value after) {
    var change = new LinkedHashMap<String, Value>();
    change.put("change", new Value.Text(what));
    change.put("path", new Value.Text(path));
    if (before != null) {
      change.put("before", before);
    }
    if (after != null) {
      change.put("after", after);
    }
    return new Value.Fields(change);
  }
}
