package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.EventConditions;
import io.inyeon.core.govern.enrich.References;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the transformations that operators wrote, and finds all that is wrong with them at once.
///
/// ```
/// {"transformations": [{"id": "prices", "enabled": true, "sources": ["src_1"],
///     "events": ["Order Completed"], "when": {condition of one event}, "steps": [...]}],
///  "tables": {"stores": {"001": "강남점"}}}
/// ```
///
/// They are gone through in the order in which they are written. Steps: see `StepReader`.
public final class TransformationsReader {
  private static final int MOST = 500;
  private static final int MOST_STEPS = 100;
  private static final int MOST_ROWS = 10_000;

  private final EventConditions conditions;
  private final String key;
  private final IdentifierTypes types;
  private final References references;
  private final List<Violation> problems = new ArrayList<>();

  private TransformationsReader(
      EventConditions conditions, String key, IdentifierTypes types, References references) {
    this.references = references;
    this.conditions = conditions;
    this.key = key;
    this.types = types;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// They can be used.
    record Good(Transforming transforming) implements Reading {}

    /// They cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a document.
  ///
  /// @param key the workspace's, by which values are hashed
  /// @param types by which e-mail addresses and phone numbers have one form
  /// @param references public works that steps look things up in
  public static Reading read(
      Transformations written,
      EventConditions conditions,
      String key,
      IdentifierTypes types,
      References references) {
    var reader = new TransformationsReader(conditions, key, types, references);
    var all = reader.all(written.document());
    return reader.problems.isEmpty()
        ? new Reading.Good(new Transforming(written.version(), all))
        : new Reading.Bad(reader.problems);
  }

  private void problem(String code, String path, @Nullable Value found) {
    problems.add(new Violation(code, path, found == null ? "" : Violation.excerpt(found)));
  }

  private List<Transformation> all(Value.Fields document) {
    for (var name : document.values().keySet()) {
      if (!name.equals("transformations") && !name.equals("tables")) {
        problem("unknown_field", "/" + name, null);
      }
    }
    var tables = tables(document.get("tables"));
    var all = new ArrayList<Transformation>();
    var ids = new HashSet<String>();
    var written = document.get("transformations");
    if (written != null && !(written instanceof Value.Items)) {
      problem("not_a_list", "/transformations", written);
    }
    var items = written instanceof Value.Items(var list) ? list : List.<Value>of();
    if (items.size() > MOST) {
      problem("too_many", "/transformations", null);
    }
    for (var i = 0; i < Math.min(MOST, items.size()); i++) {
      var path = "/transformations/" + i;
      if (!(items.get(i) instanceof Value.Fields one)) {
        problem("not_an_object", path, items.get(i));
        continue;
      }
      var id = one.text("id");
      if (id == null || !id.matches("[a-z0-9_-]{1,64}") || !ids.add(id)) {
        problem("invalid_id", path + "/id", one.get("id"));
        continue;
      }
      var read = one(id, one, path, tables);
      if (enabled(one, path)) {
        all.add(read);
      }
    }
    return all;
  }

  private boolean enabled(Value.Fields one, String path) {
    var written = one.get("enabled");
    if (written == null) {
      return true;
    }
    if (written instanceof Value.Truth(var enabled)) {
      return enabled;
    }
    problem("not_a_truth", path + "/enabled", written);
    return false;
  }

  private Transformation one(
      String id, Value.Fields one, String path, Map<String, Map<String, Value>> tables) {
    for (var name : one.values().keySet()) {
      if (!Set.of("id", "name", "enabled", "sources", "events", "when", "steps").contains(name)) {
        problem("unknown_field", path + "/" + name, null);
      }
    }
    EventConditions.Test when = null;
    var written = one.get("when");
    if (written != null) {
      switch (conditions.read(written, path + "/when")) {
        case EventConditions.Read.Good(var test) -> when = test;
        case EventConditions.Read.Bad(var bad) -> problems.addAll(bad);
      }
    }
    var steps = new ArrayList<Transformation.Step>();
    var list = one.get("steps") instanceof Value.Items(var all) ? all : List.<Value>of();
    if (list.isEmpty() || list.size() > MOST_STEPS) {
      problem("invalid_steps", path + "/steps", one.get("steps"));
    }
    var reader = new StepReader(problems, tables, key, types, references);
    for (var i = 0; i < Math.min(MOST_STEPS, list.size()); i++) {
      var step = reader.read(list.get(i), path + "/steps/" + i);
      if (step != null) {
        steps.add(step);
      }
    }
    return new Transformation(
        id, texts(one, "sources", path), texts(one, "events", path), when, steps);
  }

  private Set<String> texts(Value.Fields one, String name, String path) {
    var texts = new LinkedHashSet<String>();
    var written = one.get(name);
    if (written == null) {
      return texts;
    }
    if (!(written instanceof Value.Items(var items)) || items.isEmpty()) {
      problem("not_a_list", path + "/" + name, written);
      return texts;
    }
    for (var item : items) {
      if (item instanceof Value.Text(var text) && !text.isEmpty()) {
        texts.add(text);
      } else {
        problem("not_a_text", path + "/" + name, item);
      }
    }
    return texts;
  }

  private Map<String, Map<String, Value>> tables(@Nullable Value written) {
    var tables = new TreeMap<String, Map<String, Value>>();
    if (written == null) {
      return tables;
    }
    if (!(written instanceof Value.Fields(var all))) {
      problem("not_an_object", "/tables", written);
      return tables;
    }
    all.forEach((name, table) -> {
      if (table instanceof Value.Fields(var rows) && rows.size() <= MOST_ROWS) {
        tables.put(name, new HashMap<>(rows));
      } else {
        problem("invalid_table", "/tables/" + name, null);
      }
    });
    return tables;
  }
}
