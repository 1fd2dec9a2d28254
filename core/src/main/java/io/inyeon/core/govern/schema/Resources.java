package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All schemas that one schema can reach, by their addresses.
final class Resources {
  /// The address of a schema that has none.
  private static final String HERE = "inyeon://schema/";

  private static final Set<String> MAPS = Set.of("properties", "patternProperties", "definitions");
  private static final Set<String> MAPS_7 = Set.of("dependencies");
  private static final Set<String> MAPS_2020 = Set.of("$defs", "dependentSchemas");
  private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> ONES =
      Set.of(
          "additionalProperties",
          "contains",
          "propertyNames",
          "not",
          "if",
          "then",
          "else",
          "items");

  private final Documents documents;
  private final Map<String, Resource> byAddress = new HashMap<>();
  private final IdentityHashMap<Value, Resource> homes = new IdentityHashMap<>();

  private Dialect fallback = Dialect.OF_2020_12;

  Resources(Documents documents) {
    this.documents = documents;
  }

  /// A subschema and the resource that it is part of.
  record Found(Value schema, Resource resource) {}

  /// Begins with a schema; others that do not say which words they are written in use its own.
  Resource whole(Value schema, Dialect fallback) {
    this.fallback = fallback;
    return scanned(HERE, schema, fallback);
  }

  /// The resource that a subschema is part of.
  Resource of(Value.Fields schema, Resource around) {
    var home = homes.get(schema);
    if (home == null) {
      scan(schema, around);
      home = homes.get(schema);
    }
    return home == null ? around : home;
  }

  /// What stands at an address; `null` for nothing.
  @Nullable Found find(String address) {
    var resource = resource(Addresses.withoutFragment(address));
    if (resource == null) {
      return null;
    }
    var fragment = Addresses.fragment(address);
    if (fragment.isEmpty()) {
      return new Found(resource.root(), resource);
    }
    if (fragment.startsWith("/")) {
      return walked(resource, fragment);
    }
    var anchored = resource.anchors().get(fragment);
    return anchored == null ? null : new Found(anchored, resource);
  }

  private @Nullable Resource resource(String address) {
    var known = byAddress.get(address);
    if (known != null) {
      return known;
    }
    var document = documents.at(address);
    return document == null ? null : scanned(address, document, fallback);
  }

  private Resource scanned(String address, Value document, Dialect fallback) {
    var resource = new Resource(address, document, dialect(document, fallback));
    byAddress.put(address, resource);
    if (document instanceof Value.Fields fields) {
      scan(fields, resource);
      return homes.getOrDefault(fields, resource);
    }
    return resource;
  }

  private Dialect dialect(Value schema, Dialect fallback) {
    var written = schema instanceof Value.Fields fields ? fields.text("$schema") : null;
    if (written == null) {
      return fallback;
    }
    var address = Addresses.withoutFragment(written);
    return switch (address) {
      case Dialect.ID_7 -> Dialect.OF_7;
      case Dialect.ID_2020_12 -> Dialect.OF_2020_12;
      default -> custom(address, fallback);
    };
  }

  /// Of a schema that is written in words of somebody's own choice.
  private Dialect custom(String address, Dialect fallback) {
    if (!(documents.at(address) instanceof Value.Fields meta)) {
      return fallback;
    }
    var base = address.equals(meta.text("$schema")) ? fallback : dialect(meta, fallback);
    var words = meta.values().get("$vocabulary");
    return words instanceof Value.Fields(var used)
        ? new Dialect(base.draft(), used.containsKey(Dialect.VALIDATION))
        : base;
  }

  private @Nullable Found walked(Resource from, String pointer) {
    var value = from.root();
    var resource = from;
    for (var step : pointer.substring(1).split("/", -1)) {
      var name = Addresses.step(step);
      var next =
          switch (value) {
            case Value.Fields(var fields) -> fields.get(name);
            case Value.Items(var items) -> item(items, name);
            default -> null;
          };
      if (next == null) {
        return null;
      }
      value = next;
      var home = homes.get(value);
      if (home != null) {
        resource = home;
      }
    }
    return new Found(value, resource);
  }

  private static @Nullable Value item(List<Value> items, String index) {
    if (index.isEmpty() || index.length() > 6 || !index.chars().allMatch(Character::isDigit)) {
      return null;
    }
    var at = Integer.parseInt(index);
    return at < items.size() ? items.get(at) : null;
  }

  private void scan(Value.Fields schema, Resource around) {
    if (homes.containsKey(schema)) {
      return;
    }
    var seven = around.dialect().seven();
    var resource = around;
    var id = schema.text("$id");
    if (id != null && !(seven && schema.values().containsKey("$ref"))) {
      resource = named(id, schema, around);
    }
    homes.put(schema, resource);
    if (!resource.dialect().seven()) {
      var anchor = schema.text("$anchor");
      if (anchor != null) {
        resource.anchors().put(anchor, schema);
      }
      var dynamic = schema.text("$dynamicAnchor");
      if (dynamic != null) {
        resource.anchors().put(dynamic, schema);
        resource.dynamicAnchors().put(dynamic, schema);
      }
    }
    inner(schema, resource);
  }

  @SuppressWarnings("ReferenceEquality") // the very same place, not an equal one
  private Resource named(String id, Value.Fields schema, Resource around) {
    if (around.dialect().seven() && id.startsWith("#")) {
      around.anchors().put(id.substring(1), schema);
      return around;
    }
    var address = Addresses.withoutFragment(Addresses.resolve(around.address(), id));
    if (schema == around.root() && address.equals(around.address())) {
      return around;
    }
    var resource = new Resource(address, schema, dialect(schema, around.dialect()));
    byAddress.putIfAbsent(address, resource);
    return resource;
  }

  private void inner(Value.Fields schema, Resource resource) {
    var seven = resource.dialect().seven();
    for (var each : schema.values().entrySet()) {
      var word = each.getKey();
      var value = each.getValue();
      if (MAPS.contains(word) || (seven ? MAPS_7 : MAPS_2020).contains(word)) {
        if (value instanceof Value.Fields(var schemas)) {
          schemas.values().forEach(one -> one(one, resource));
        }
      } else if (LISTS.contains(word)
          || (seven ? word.equals("items") : word.equals("prefixItems"))) {
        if (value instanceof Value.Items(var schemas)) {
          schemas.forEach(one -> one(one, resource));
        } else {
          one(value, resource);
        }
      } else if (ONES.contains(word)
          || (seven
              ? word.equals("additionalItems")
              : word.equals("unevaluatedItems")
                  || word.equals("unevaluatedProperties")
                  || word.equals("contentSchema"))) {
        one(value, resource);
      }
    }
  }

  private void one(Value value, Resource resource) {
    if (value instanceof Value.Fields fields) {
      scan(fields, resource);
    }
  }
}
