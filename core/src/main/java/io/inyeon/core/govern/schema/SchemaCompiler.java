package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes checks of a schema's words, each subschema once.
final class SchemaCompiler {
  private final Resources resources;
  private final Patterns patterns;
  private final boolean formats;
  private final List<Violation> problems = new ArrayList<>();
  private final IdentityHashMap<Value, Map<String, Node>> nodes = new IdentityHashMap<>();

  /// Begins with nothing.
  ///
  /// @param formats whether `format` refuses values, or only tells
  SchemaCompiler(Documents documents, Patterns patterns, boolean formats) {
    this.resources = new Resources(documents);
    this.patterns = patterns;
    this.formats = formats;
  }

  List<Violation> problems() {
    return problems;
  }

  Node whole(Value schema, Dialect fallback) {
    var resource = resources.whole(schema, fallback);
    return node(schema, resource, "");
  }

  private void problem(String code, String where, Object found) {
    problems.add(new Violation(code, where, found.toString()));
  }

  private Node node(Value schema, Resource around, String where) {
    if (schema instanceof Value.Truth(var holds)) {
      return holds ? new Node(around) : Node.never(around);
    }
    if (!(schema instanceof Value.Fields fields)) {
      problem("not_a_schema", where, Violation.excerpt(schema));
      return new Node(around);
    }
    var resource = resources.of(fields, around);
    var byAddress = nodes.computeIfAbsent(fields, _ -> new HashMap<>());
    var known = byAddress.get(resource.address());
    if (known != null) {
      return known;
    }
    var node = new Node(resource);
    byAddress.put(resource.address(), node);
    for (var anchor : resource.dynamicAnchors().entrySet()) {
      if (!resource.dynamicNodes().containsKey(anchor.getKey())) {
        resource.dynamicNodes().put(anchor.getKey(), new Node(resource));
        resource.dynamicNodes().put(anchor.getKey(), node(anchor.getValue(), resource, where));
      }
    }
    new Words(fields, resource, where).fill(node);
    return node;
  }

  /// Where a reference leads; `null` when nowhere.
  private Resources.@Nullable Found find(String reference, Resource from, String where) {
    var found = resources.find(Addresses.resolve(from.address(), reference));
    if (found == null) {
      problem("unknown_reference", where, reference);
    }
    return found;
  }

  /// The words of one subschema.
  private final class Words {
    private final Value.Fields schema;
    private final Resource resource;
    private final String where;
    private final List<Check> checks = new ArrayList<>();
    private final List<Check> last = new ArrayList<>();

    Words(Value.Fields schema, Resource resource, String where) {
      this.schema = schema;
      this.resource = resource;
      this.where = where;
    }

    void fill(Node node) {
      var seven = resource.dialect().seven();
      var reference = schema.text("$ref");
      if (reference != null) {
        reference(reference);
      }
      if (reference == null || !seven) {
        if (!seven) {
          dynamicReference();
        }
        if (resource.dialect().validates()) {
          simple();
        }
        fields(seven);
        items(seven);
        joined();
        if (!seven) {
          leftOver();
        }
      }
      node.fill(checks, last);
    }

    private void reference(String reference) {
      var found = find(reference, resource, where + "/$ref");
      if (found != null) {
        checks.add(Joined.reference(node(found.schema(), found.resource(), where + "/$ref")));
      }
    }

    @SuppressWarnings("ReferenceEquality") // the very same place, not an equal one
    private void dynamicReference() {
      var reference = schema.text("$dynamicRef");
      if (reference == null) {
        return;
      }
      var found = find(reference, resource, where + "/$dynamicRef");
      if (found == null) {
        return;
      }
      var node = node(found.schema(), found.resource(), where + "/$dynamicRef");
      var anchor = Addresses.fragment(Addresses.resolve(resource.address(), reference));
      checks.add(
          found.resource().dynamicAnchors().get(anchor) == found.schema()
              ? Joined.dynamic(anchor, node)
              : Joined.reference(node));
    }

    private Node child(String word) {
      var written = schema.values().getOrDefault(word, Value.Nothing.NOTHING);
      return node(written, resource, where + "/" + word);
    }

    private @Nullable Node optional(String word) {
      return schema.values().containsKey(word) ? child(word) : null;
    }

    private List<Node> list(String word) {
      var list = new ArrayList<Node>();
      if (schema.values().get(word) instanceof Value.Items(var items)) {
        for (var i = 0; i < items.size(); i++) {
          list.add(node(items.get(i), resource, where + "/" + word + "/" + i));
        }
      }
      return list;
    }

    private Map<String, Node> map(String word) {
      var map = new LinkedHashMap<String, Node>();
      schema
          .fields(word)
          .values()
          .forEach((name, value) ->
              map.put(name, node(value, resource, where + "/" + word + "/" + name)));
      return map;
    }

    private void simple() {
      for (var each : schema.values().entrySet()) {
        var word = each.getKey();
        var value = each.getValue();
        switch (word) {
          case "type" -> type(value);
          case "enum" -> {
            if (value instanceof Value.Items(var values)) {
              checks.add(Simple.oneOf(word, values));
            }
          }
          case "const" -> checks.add(Simple.oneOf(word, List.of(value)));
          case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> {
            if (value instanceof Value.Decimal(var limit)) {
              checks.add(Simple.compared(word, limit));
            }
          }
          case "multipleOf" -> {
            if (value instanceof Value.Decimal(var unit) && unit.signum() > 0) {
              checks.add(Simple.multipleOf(unit));
            }
          }
          case "minLength", "maxLength" ->
              checks.add(Simple.length(word, count(value), word.startsWith("min")));
          case "minItems", "maxItems" ->
              checks.add(Simple.items(word, count(value), word.startsWith("min")));
          case "minProperties", "maxProperties" ->
              checks.add(Simple.fields(word, count(value), word.startsWith("min")));
          case "uniqueItems" -> {
            if (value.equals(new Value.Truth(true))) {
              checks.add(Simple.unique());
            }
          }
          case "required" -> {
            if (value instanceof Value.Items(var names)) {
              checks.add(Simple.required(texts(names)));
            }
          }
          case "pattern" -> {
            if (value instanceof Value.Text(var pattern)) {
              var test = PatternText.find(pattern, patterns);
              if (test == null) {
                problem("unsupported_pattern", where + "/pattern", pattern);
              } else {
                checks.add(Simple.text(word, test));
              }
            }
          }
          case "format" -> {
            var test =
                formats && value instanceof Value.Text(var format) ? Formats.of(format) : null;
            if (test != null) {
              checks.add(Simple.text(word, test));
            }
          }
          default -> {}
        }
      }
    }

    private void type(Value value) {
      var types = 0;
      var names = value instanceof Value.Items(var items) ? items : List.of(value);
      for (var name : names) {
        var type = name instanceof Value.Text(var text) ? Simple.type(text) : 0;
        if (type == 0) {
          problem("not_a_schema", where + "/type", Violation.excerpt(name));
        }
        types |= type;
      }
      checks.add(Simple.ofTypes(types));
    }

    private static long count(Value value) {
      return value instanceof Value.Decimal(var number)
          ? number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).longValue()
          : 0;
    }

    private static List<String> texts(List<Value> values) {
      var texts = new ArrayList<String>();
      for (var each : values) {
        if (each instanceof Value.Text(var text)) {
          texts.add(text);
        }
      }
      return texts;
    }

    private void fields(boolean seven) {
      var named = map("properties");
      var byPattern = new ArrayList<Inner.Named>();
      map("patternProperties")
          .forEach((pattern, node) -> {
            var test = PatternText.find(pattern, patterns);
            if (test == null) {
              problem("unsupported_pattern", where + "/patternProperties/" + pattern, pattern);
            } else {
              byPattern.add(new Inner.Named(test, node));
            }
          });
      var others = optional("additionalProperties");
      if (!named.isEmpty() || !byPattern.isEmpty() || others != null) {
        checks.add(Inner.fields(named, byPattern, others));
      }
      var names = optional("propertyNames");
      if (names != null) {
        checks.add(Inner.names(names));
      }
      dependencies(seven ? "dependencies" : "dependentRequired");
      if (!seven) {
        dependencies("dependentSchemas");
      }
    }

    private void dependencies(String word) {
      schema
          .fields(word)
          .values()
          .forEach((name, value) ->
              checks.add(
                  value instanceof Value.Items(var others)
                      ? Simple.requiredWith(name, new LinkedHashSet<>(texts(others)))
                      : Joined.with(name, node(value, resource, where + "/" + word + "/" + name))));
    }

    private void items(boolean seven) {
      var written = schema.values().get("items");
      var tuple = seven && written instanceof Value.Items;
      var first = seven ? (tuple ? list("items") : List.<Node>of()) : list("prefixItems");
      var rest = tuple ? optional("additionalItems") : optional("items");
      if (!first.isEmpty() || rest != null) {
        checks.add(Inner.items(tuple ? "additionalItems" : "items", first, rest));
      }
      var contained = optional("contains");
      if (contained != null) {
        var counts = !seven && resource.dialect().validates();
        var least = counts ? schema.values().get("minContains") : null;
        var most = counts ? schema.values().get("maxContains") : null;
        checks.add(
            Inner.contains(
                contained,
                least == null ? 1 : count(least),
                most == null ? Long.MAX_VALUE : count(most),
                !seven));
      }
    }

    private void joined() {
      if (schema.values().containsKey("allOf")) {
        checks.add(Joined.all(list("allOf")));
      }
      if (schema.values().containsKey("anyOf")) {
        checks.add(Joined.any(list("anyOf")));
      }
      if (schema.values().containsKey("oneOf")) {
        checks.add(Joined.one(list("oneOf")));
      }
      var not = optional("not");
      if (not != null) {
        checks.add(Joined.not(not));
      }
      var test = optional("if");
      if (test != null) {
        checks.add(Joined.conditional(test, optional("then"), optional("else")));
      }
    }

    private void leftOver() {
      var fields = optional("unevaluatedProperties");
      if (fields != null) {
        last.add(Inner.otherFields(fields));
      }
      var items = optional("unevaluatedItems");
      if (items != null) {
        last.add(Inner.otherItems(items));
      }
    }
  }
}
