package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import io.inyeon.core.govern.schema.Documents;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which properties and traits a plan promises of each of its events, and of which types: all its
/// versions of one event together, the common schema and the models included.
final class PlanFields {
  private static final int DEEPEST = 16;

  private final SortedMap<String, SortedSet<String>> fields = new TreeMap<>();

  private PlanFields() {}

  /// An event of a plan.
  ///
  /// @param event empty for calls other than track
  record Of(String call, String event) implements Comparable<Of> {
    @Override
    public int compareTo(Of other) {
      return Comparator.comparing(Of::call).thenComparing(Of::event).compare(this, other);
    }
  }

  /// What a plan promises: types by dotted paths, by event.
  static SortedMap<Of, SortedMap<String, SortedSet<String>>> of(
      Value.Fields plan, Documents documents) {
    var all = new TreeMap<Of, PlanFields>();
    rules(plan.get("rules"), all);
    if (plan.get("models") instanceof Value.Items(var names)) {
      for (var name : names) {
        if (name instanceof Value.Text(var text)
            && documents.at(PlanReader.MODELS + text) instanceof Value.Fields model) {
          rules(model.get("rules"), all);
        }
      }
    }
    var common = plan.get("common");
    var promised = new TreeMap<Of, SortedMap<String, SortedSet<String>>>();
    all.forEach((key, each) -> {
      if (common != null) {
        each.sections(common);
      }
      promised.put(key, each.fields);
    });
    return promised;
  }

  private static void rules(@Nullable Value written, SortedMap<Of, PlanFields> to) {
    if (!(written instanceof Value.Items(var rules))) {
      return;
    }
    for (var each : rules) {
      if (each instanceof Value.Fields rule) {
        var call = rule.text("call") == null ? "track" : rule.text("call");
        var event = rule.text("event");
        var schema = rule.get("schema");
        var of =
            to.computeIfAbsent(
                new Of(String.valueOf(call), event == null ? "" : event), _ -> new PlanFields());
        if (schema != null) {
          of.sections(schema);
        }
      }
    }
  }

  private void sections(Value schema) {
    add(schema, schema, "", 0, new HashSet<>());
  }

  private void add(Value schema, Value root, String path, int depth, Set<String> followed) {
    if (!(schema instanceof Value.Fields words) || depth > DEEPEST) {
      return;
    }
    if (path.indexOf('.') > 0) {
      types(words, fields.computeIfAbsent(path, _ -> new TreeSet<>()));
    }
    var reference = words.text("$ref");
    if (reference != null && reference.startsWith("#/") && followed.add(reference)) {
      add(at(root, reference.substring(1)), root, path, depth + 1, followed);
      followed.remove(reference);
    }
    words
        .fields("properties")
        .values()
        .forEach((name, value) -> {
          if (!path.isEmpty() || name.equals("properties") || name.equals("traits")) {
            add(value, root, path.isEmpty() ? name : path + "." + name, depth + 1, followed);
          }
        });
    for (var word : List.of("allOf", "anyOf", "oneOf", "items", "prefixItems")) {
      if (words.get(word) instanceof Value.Items(var all)) {
        all.forEach(each -> add(each, root, path, depth + 1, followed));
      }
    }
    for (var word : List.of("if", "then", "else", "items")) {
      if (words.get(word) instanceof Value.Fields inner) {
        var item = word.equals("items");
        // Items of a list are the field itself: paths pass through lists, types do not.
        add(item ? untyped(inner) : inner, root, path, depth + 1, followed);
      }
    }
  }

  private static Value untyped(Value.Fields schema) {
    var fewer = new TreeMap<>(schema.values());
    fewer.remove("type");
    fewer.remove("const");
    fewer.remove("enum");
    return new Value.Fields(fewer);
  }

  private static void types(Value.Fields words, SortedSet<String> to) {
    switch (words.get("type")) {
      case Value.Text(var type) -> to.add(type(type));
      case Value.Items(var types) -> {
        for (var each : types) {
          if (each instanceof Value.Text(var type)) {
            to.add(type(type));
          }
        }
      }
      case null, default -> {}
    }
    to.remove("null"); // that it may be missing is no type
  }

  private static String type(String written) {
    return written.equals("integer") ? "number" : written;
  }

  /// What a JSON Pointer leads to; nothing when it leads nowhere.
  static Value at(Value root, String pointer) {
    var value = root;
    for (var step : Edits.steps(pointer)) {
      var next = value instanceof Value.Fields(var inside) ? inside.get(step) : null;
      if (next == null) {
        return Value.Nothing.NOTHING;
      }
      value = next;
    }
    return value;
  }
}
