package io.inyeon.core.collect;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The parts of an event that are objects: traits, properties, context.
///
/// @param event in which they stand
/// @param faults where it is noted when one of them is no object
record Sections(Value.Fields event, Faults faults) {
  Value.Fields traits() {
    return object("traits", "/traits");
  }

  Value.Fields properties() {
    return object("properties", "/properties");
  }

  /// The event's own context, and what it leaves out of its batch's.
  Value.Fields context(Value.Fields batch) {
    var own = object("context", "/context");
    var whole = filled(own, batch);
    if (batch.get(Protocols.NAME) == null || own.get(Protocols.NAME) == null) {
      return whole;
    }
    var all = new LinkedHashMap<>(whole.values());
    Protocols.merge(all, own, batch);
    return new Value.Fields(all);
  }

  /// For whom else the event is meant, by name: its own word, and what it leaves out of its
  /// batch's. Whatever is no object names nobody.
  Value.Fields integrations(Value.Fields batch) {
    return filled(event.fields("integrations"), batch);
  }

  private static Value.Fields filled(Value.Fields own, Value.Fields batch) {
    if (batch.values().isEmpty()) {
      return own;
    }
    if (own.values().isEmpty()) {
      return batch;
    }
    var merged = new LinkedHashMap<>(batch.values());
    merged.putAll(own.values());
    return new Value.Fields(merged);
  }

  /// Of an identify that has no traits, those that its library keeps in the context. The context's
  /// traits of any other call say nothing new of the person.
  static Value.Fields traitsOf(@Nullable Call call, Value.Fields traits, Value.Fields context) {
    return switch (call) {
      case IDENTIFY -> traits.values().isEmpty() ? context.fields("traits") : traits;
      case GROUP -> traits;
      case TRACK, PAGE, SCREEN, ALIAS -> Value.Fields.EMPTY;
      case null -> Value.Fields.EMPTY;
    };
  }

  /// The properties; a page's or screen's `name` and `category` stand among them, as browsers put
  /// them there by themselves and servers do not.
  Value.Fields propertiesOf(@Nullable Call call, Value.Fields properties) {
    if (call != Call.PAGE && call != Call.SCREEN) {
      return properties;
    }
    var name = properties.values().containsKey("name") ? null : event.get("name");
    var category = properties.values().containsKey("category") ? null : event.get("category");
    if (name == null && category == null) {
      return properties;
    }
    var all = new LinkedHashMap<>(properties.values());
    if (name != null) {
      all.put("name", name);
    }
    if (category != null) {
      all.put("category", category);
    }
    return new Value.Fields(all);
  }

  /// The fields under a name that the specification gives to an object. An empty text or list is an
  /// empty object in languages that do not tell them apart.
  private Value.Fields object(String name, String path) {
    var written = event.get(name);
    return switch (written) {
      case null -> Value.Fields.EMPTY;
      case Value.Fields fields -> fields;
      case Value.Items(var items) when items.isEmpty() -> Value.Fields.EMPTY;
      case Value.Text(var text) when Characters.blank(text) -> Value.Fields.EMPTY;
      case Value other -> {
        faults.add("not_an_object", path, other);
        yield Value.Fields.EMPTY;
      }
    };
  }
}
