package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes a plan of a file that was made elsewhere.
///
/// A tracking plan of the Segment family, in both of its forms: `rules` as a list of `{type, key,
/// version, jsonSchema}`, and as an object with `events` (`{name, version, description, rules}`),
/// `identify`, `group` and `global`. Or a JSON Schema, of a whole event or of its properties alone.
/// Or a plan of ours. Nothing is saved.
public final class PlanFiles {
  private static final Set<String> OF_EVENTS = Set.of("properties", "traits", "context");

  private final List<Value> rules = new ArrayList<>();
  private @Nullable Value common;

  private PlanFiles() {}

  /// What came of reading.
  public sealed interface Reading {
    /// A plan's document, to be checked and saved as any other.
    record Good(Value.Fields document) implements Reading {}

    /// The file is of none of these forms.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a file.
  ///
  /// @param event name of the event that a schema is of; `null` for its title
  public static Reading read(Value.Fields file, @Nullable String event) {
    var whole = unwrapped(file);
    var files = new PlanFiles();
    var name = name(whole);
    if (whole.get("rules") instanceof Value.Items(var items)) {
      items.forEach(files::listed);
    } else if (whole.get("rules") instanceof Value.Fields older) {
      files.older(older);
    } else if (whole.text("$schema") != null
        || whole.get("properties") instanceof Value.Fields
        || whole.text("type") != null) {
      var title = event == null ? whole.text("title") : event;
      if (title == null || title.isBlank()) {
        return new Reading.Bad(List.of(new Violation("missing_event", "/title", "")));
      }
      files.rule("track", title, null, whole.text("description"), wrapped(whole));
      name = title;
    }
    if (files.rules.isEmpty() && files.common == null) {
      return new Reading.Bad(List.of(new Violation("unknown_form", "", "")));
    }
    return new Reading.Good(files.document(name));
  }

  /// The public API answers with the plan inside `data`.
  private static Value.Fields unwrapped(Value.Fields file) {
    for (var name : List.of("data", "trackingPlan", "tracking_plan")) {
      if (file.get(name) instanceof Value.Fields inner) {
        return unwrapped(inner);
      }
    }
    return file;
  }

  private static String name(Value.Fields file) {
    for (var name : List.of("name", "display_name")) {
      var text = file.text(name);
      if (text != null && !text.isBlank()) {
        return text;
      }
    }
    return "imported";
  }

  private Value.Fields document(String name) {
    var document = new LinkedHashMap<String, Value>();
    document.put("name", new Value.Text(name));
    if (common != null) {
      document.put("common", common);
    }
    document.put("rules", new Value.Items(rules));
    return new Value.Fields(document);
  }

  private void listed(Value item) {
    if (!(item instanceof Value.Fields rule)) {
      return;
    }
    if (rule.get("jsonSchema") == null) {
      if (rule.get("schema") != null) {
        rules.add(rule); // ours
      }
      return;
    }
    var type = rule.text("type");
    var call = type == null ? "track" : type.toLowerCase(Locale.ROOT);
    var schema = rule.values().get("jsonSchema");
    if (call.equals("common")) {
      common = schema;
    } else {
      rule(call, rule.text("key"), rule.get("version"), rule.text("description"), schema);
    }
  }

  private void older(Value.Fields older) {
    if (older.get("events") instanceof Value.Items(var events)) {
      for (var each : events) {
        if (each instanceof Value.Fields event && event.get("rules") != null) {
          rule(
              "track",
              event.text("name"),
              event.get("version"),
              event.text("description"),
              event.values().get("rules"));
        }
      }
    }
    var global = older.get("global");
    if (says(global)) {
      common = global;
    }
    for (var call : List.of("identify", "group", "page", "screen")) {
      var schema = older.get(call);
      if (says(schema)) {
        rule(call, null, null, null, schema);
      }
    }
  }

  private static boolean says(@Nullable Value schema) {
    return schema instanceof Value.Fields(Map<String, Value> words) && !words.isEmpty();
  }

  private void rule(
      String call,
      @Nullable String event,
      @Nullable Value version,
      @Nullable String description,
      @Nullable Value schema) {
    var rule = new LinkedHashMap<String, Value>();
    rule.put("call", new Value.Text(call));
    if (event != null && call.equals("track")) {
      rule.put("event", new Value.Text(event));
    }
    if (version != null) {
      rule.put("version", version);
    }
    if (description != null && !description.isBlank()) {
      rule.put("description", new Value.Text(description));
    }
    if (schema != null) {
      rule.put("schema", schema);
    }
    rules.add(new Value.Fields(rule));
  }

  /// A schema of the properties alone becomes one of the event.
  private static Value.Fields wrapped(Value.Fields schema) {
    if (schema.fields("properties").values().keySet().stream().anyMatch(OF_EVENTS::contains)) {
      return schema;
    }
    var inner = new LinkedHashMap<>(schema.values());
    var outer = new LinkedHashMap<String, Value>();
    for (var name : List.of("$schema", "$id", "$defs", "definitions")) {
      var value = inner.remove(name);
      if (value != null) {
        outer.put(name, value);
      }
    }
    outer.put("type", new Value.Text("object"));
    outer.put("properties", new Value.Fields(Map.of("properties", new Value.Fields(inner))));
    return new Value.Fields(outer);
  }
}
