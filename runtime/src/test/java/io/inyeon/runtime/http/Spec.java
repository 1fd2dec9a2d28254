package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// One OpenAPI document, as far as the tests need it.
///
/// @param document as parsed
record Spec(String name, Map<String, Object> document) {
  private static final List<String> METHODS = List.of("get", "post", "put", "delete", "patch");

  static List<Spec> all() {
    return List.of(
        load("collect"),
        load("profiles"),
        load("identity"),
        load("rules"),
        load("segments"),
        load("vocabulary"),
        load("consent"),
        load("quality"),
        load("enrichers"),
        load("computed-traits"),
        load("replays"),
        load("rights"),
        load("operations"),
        load("imports"));
  }

  static Spec load(String name) {
    var folder = Files.exists(Path.of("api")) ? Path.of("api") : Path.of("..", "api");
    try {
      Map<String, Object> document =
          new Yaml(manyAliases())
              .load(Files.readString(folder.resolve("openapi/" + name + ".yaml")));
      return new Spec(name, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A document names its problems by one alias at each answer; that is no attack.
  private static LoaderOptions manyAliases() {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(1_000);
    return options;
  }

  /// One operation.
  record Operation(String method, String path, Map<String, Object> body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    map(document.get("paths"))
        .forEach((path, item) ->
            map(item)
                .forEach((method, body) -> {
                  if (METHODS.contains(method)) {
                    operations.add(
                        new Operation(method.toUpperCase(java.util.Locale.ROOT), path, map(body)));
                  }
                }));
    return operations;
  }

  /// What a `$ref` stands for; anything else itself.
  Map<String, Object> resolved(Object node) {
    var map = map(node);
    var ref = map.get("$ref");
    if (ref == null) {
      return map;
    }
    Object target = document;
    for (var part : ref.toString().substring(2).split("/", -1)) {
      target = Objects.requireNonNull(map(target).get(part), () -> name + ": no " + ref);
    }
    return resolved(target);
  }

  /// The one operation whose path ends so.
  Operation operation(String path) {
    return operations().stream()
        .filter(each -> each.path().endsWith(path))
        .findFirst()
        .orElseThrow();
  }

  /// Every `$ref` in the document.
  List<String> references() {
    var found = new ArrayList<String>();
    collect(document, found);
    return found;
  }

  private static void collect(Object node, List<String> found) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (key.equals("$ref")) {
          found.add(value.toString());
        } else {
          collect(value, found);
        }
      });
    } else if (node instanceof List<?> list) {
      list.forEach(each -> collect(each, found));
    }
  }

  /// Where a value is not as an operation's answer should be; empty when all is well.
  List<String> faults(Operation operation, Reply reply) {
    var responses = map(operation.body().get("responses"));
    var response = responses.get(Integer.toString(reply.status()));
    if (response == null) {
      return List.of(operation + " does not know status " + reply.status());
    }
    var content = map(resolved(response).getOrDefault("content", Map.of()));
    var type = String.valueOf(reply.header("content-type")).replaceAll(";.*", "");
    var media = content.get(type);
    if (media == null) {
      return List.of(operation + " " + reply.status() + " does not know " + type);
    }
    var faults = new ArrayList<String>();
    if (type.endsWith("json")) {
      check(get(map(media), "schema"), reply.json(), operation + " " + reply.status(), faults);
    }
    return faults;
  }

  private void check(Object schemaNode, Value value, String at, List<String> faults) {
    var schema = resolved(schemaNode);
    if (schema.get("type") instanceof String type && !type.equals(typeOf(value, type))) {
      faults.add(at + " is no " + type + ": " + value);
    }
    if (schema.get("enum") instanceof List<?> allowed
        && value instanceof Value.Text(var text)
        && !allowed.contains(text)) {
      faults.add(at + " is none of " + allowed + ": " + text);
    }
    if (value instanceof Value.Items(var items) && schema.containsKey("items")) {
      for (var i = 0; i < items.size(); i++) {
        check(get(schema, "items"), items.get(i), at + "/" + i, faults);
      }
    }
    if (value instanceof Value.Fields(var fields)) {
      if (schema.get("required") instanceof List<?> required) {
        required.stream()
            .filter(name -> !fields.containsKey(name.toString()))
            .forEach(name -> faults.add(at + " lacks " + name));
      }
      checkFields(schema, fields, at, faults);
    }
  }

  private void checkFields(
      Map<String, Object> schema, Map<String, Value> fields, String at, List<String> faults) {
    var properties = map(schema.getOrDefault("properties", Map.of()));
    var others = schema.get("additionalProperties");
    fields.forEach((name, field) -> {
      var own = properties.get(name);
      if (own != null) {
        check(own, field, at + "/" + name, faults);
      } else if (others instanceof Map<?, ?>) {
        check(others, field, at + "/" + name, faults);
      } else if (!properties.isEmpty()) {
        faults.add(at + " has an unknown " + name);
      }
    });
  }

  private static Object get(Map<String, Object> map, String name) {
    return Objects.requireNonNull(map.get(name));
  }

  private static String typeOf(Value value, String wanted) {
    return switch (value) {
      case Value.Text _, Value.Time _ -> "string";
      case Value.Decimal(var number) ->
          wanted.equals("integer") && number.stripTrailingZeros().scale() <= 0
              ? "integer"
              : "number";
      case Value.Truth _ -> "boolean";
      case Value.Items _ -> "array";
      case Value.Fields _ -> "object";
      case Value.Nothing _ -> "null";
    };
  }

  static Map<String, Object> map(@Nullable Object node) {
    var map = new TreeMap<String, Object>();
    if (node instanceof Map<?, ?> any) {
      any.forEach((key, value) -> map.put(key.toString(), value));
    }
    return map;
  }
}
