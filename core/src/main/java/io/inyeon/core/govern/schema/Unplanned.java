package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which fields schemas speak of, whatever they say of them: what is none of these nobody has
/// planned.
///
/// It is read off the schemas once: `properties`, `patternProperties` and `additionalProperties`,
/// through `allOf`, `anyOf`, `oneOf`, `if`, `then`, `else` and references within the schema. An
/// object of which no schema names any field is open.
public final class Unplanned {
  /// The code of a field that nobody has planned.
  public static final String CODE = "unplanned_property";

  private final Map<String, Unplanned> fields = new HashMap<>();
  private final List<Predicate<String>> patterns = new ArrayList<>();
  private @Nullable Unplanned items;
  private boolean open;

  private Unplanned() {}

  /// Reads off what some schemas speak of.
  public static Unplanned of(List<Value> schemas, Patterns patterns) {
    var all = new Unplanned();
    for (var schema : schemas) {
      all.add(schema, schema, patterns, new HashSet<>());
    }
    return all;
  }

  private void add(Value schema, Value root, Patterns patterns, Set<String> followed) {
    if (!(schema instanceof Value.Fields words)) {
      return;
    }
    var reference = words.text("$ref");
    if (reference != null && reference.startsWith("#")) {
      if (followed.add(reference)) {
        add(at(root, Addresses.fragment(reference)), root, patterns, followed);
        followed.remove(reference);
      } else {
        open = true; // it goes round: deeper than this nobody asks
      }
    } else if (reference != null) {
      open = true;
    }
    words
        .fields("properties")
        .values()
        .forEach((name, value) ->
            fields
                .computeIfAbsent(name, _ -> new Unplanned())
                .add(value, root, patterns, followed));
    for (var pattern : words.fields("patternProperties").values().keySet()) {
      var test = PatternText.find(pattern, patterns);
      if (test != null) {
        this.patterns.add(test);
      }
    }
    var others = words.values().get("additionalProperties");
    if (others instanceof Value.Fields || new Value.Truth(true).equals(others)) {
      open = true;
    }
    inner(words, root, patterns, followed);
  }

  private void inner(Value.Fields words, Value root, Patterns patterns, Set<String> followed) {
    for (var word : List.of("allOf", "anyOf", "oneOf")) {
      if (words.values().get(word) instanceof Value.Items(var all)) {
        all.forEach(each -> add(each, root, patterns, followed));
      }
    }
    for (var word : List.of("if", "then", "else")) {
      add(words.values().getOrDefault(word, Value.Nothing.NOTHING), root, patterns, followed);
    }
    for (var word : List.of("items", "additionalItems", "prefixItems")) {
      var written = words.values().get(word);
      var all = written instanceof Value.Items(var list) ? list : List.<Value>of();
      for (var each : written instanceof Value.Fields ? List.of(written) : all) {
        var inItems = items;
        if (inItems == null) {
          inItems = new Unplanned();
          items = inItems;
        }
        inItems.add(each, root, patterns, followed);
      }
    }
  }

  private static Value at(Value root, String pointer) {
    var value = root;
    if (pointer.isEmpty()) {
      return root;
    }
    for (var step : pointer.substring(1).split("/", -1)) {
      var next =
          value instanceof Value.Fields(var inside) ? inside.get(Addresses.step(step)) : null;
      if (next == null) {
        return Value.Nothing.NOTHING;
      }
      value = next;
    }
    return value;
  }

  private boolean closed() {
    return !open && (!fields.isEmpty() || !patterns.isEmpty());
  }

  /// Finds the fields of a part of a value that nobody has planned.
  ///
  /// @param section of the whole, e.g. `properties`
  /// @param out where they are put
  public void find(String section, Value value, List<Violation> out) {
    var below = fields.get(section);
    if (below != null) {
      below.find(value, At.WHOLE.field(section), out);
    }
  }

  private void find(Value value, At at, List<Violation> out) {
    switch (value) {
      case Value.Fields(var all) -> {
        var closed = closed();
        for (var each : all.entrySet()) {
          var name = each.getKey();
          var planned = fields.get(name);
          if (planned != null) {
            if (each.getValue() instanceof Value.Fields || each.getValue() instanceof Value.Items) {
              planned.find(each.getValue(), at.field(name), out);
            }
          } else if (closed && patterns.stream().noneMatch(pattern -> pattern.test(name))) {
            out.add(
                new Violation(CODE, at.field(name).pointer(), Violation.excerpt(each.getValue())));
          }
        }
      }
      case Value.Items(var all) -> {
        var below = items;
        if (below != null) {
          for (var i = 0; i < all.size(); i++) {
            below.find(all.get(i), at.item(i), out);
          }
        }
      }
      case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ -> {}
    }
  }
}
