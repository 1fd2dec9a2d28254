package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Edits;
import io.inyeon.core.govern.personal.Keep;
import io.inyeon.core.govern.schema.Documents;
import io.inyeon.core.govern.schema.Findings;
import io.inyeon.core.govern.schema.JsonSchema;
import io.inyeon.core.govern.schema.Unplanned;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a tracking plan that somebody wrote, and finds all that is wrong with it at once.
///
/// ```
/// {"name": "Shop", "description": "",
///  "sources": [{"source": "src_1", "unplannedEvents": "quarantine",
///     "unplannedProperties": "omit", "violations": "quarantine"}],
///  "models": ["activity"], "formats": "refuse", "common": {schema of every event},
///  "rules": [{"call": "track", "event": "Order Completed", "version": "2", "schema": {...}},
///            {"call": "identify", "schema": {...}}]}
/// ```
///
/// A schema is of the whole event as sources send it, so it speaks of `properties`, `traits` and
/// `context` by these names. A source `*` is every one that is in no plan. Models are the
/// ready-made ones; a rule of the plan's own stands before a model's for the same event and
/// version. An event says its version in `context.protocols.event_version`; one that says none is
/// of version 1, or of the first there is. `formats` is `tell` from the start: JSON Schema's own
/// way; with `refuse` a text of another format breaks the schema. Under `keep` stand places where
/// numbers that look like a card's or a resident's, or addresses, are kept as they come: see
/// [Keep].
public final class PlanReader {
  /// Where the ready-made models stand among the documents.
  public static final String MODELS = "inyeon:models/";

  private static final String META_7 = "http://json-schema.org/draft-07/schema";
  private static final String META_2020_12 = "https://json-schema.org/draft/2020-12/schema";
  private static final int MOST_RULES = 5_000;

  private static final Set<String> FIELDS =
      Set.of("name", "description", "sources", "models", "formats", "common", "rules", "keep");

  private final Documents documents;
  private final Patterns patterns;
  private final boolean strict;
  private final List<Violation> problems = new ArrayList<>();
  private final Map<String, JsonSchema> metas = new HashMap<>();
  private boolean formats;

  private PlanReader(Documents documents, Patterns patterns, boolean strict) {
    this.documents = documents;
    this.patterns = patterns;
    this.strict = strict;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// It can be used.
    record Good(PlanInForce plan) implements Reading {}

    /// It cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a plan that is to be saved.
  ///
  /// @param documents the schemas of schemas, and the models
  public static Reading read(Plan plan, Documents documents, Patterns patterns) {
    return new PlanReader(documents, patterns, true).plan(plan);
  }

  /// Reads a plan that was saved: its schemas are known to be schemas.
  public static Reading saved(Plan plan, Documents documents, Patterns patterns) {
    return new PlanReader(documents, patterns, false).plan(plan);
  }

  private void problem(String code, String path, @Nullable Value found) {
    problems.add(new Violation(code, path, found == null ? "" : Violation.excerpt(found)));
  }

  private Reading plan(Plan plan) {
    var document = plan.document();
    for (var name : document.values().keySet()) {
      if (!FIELDS.contains(name)) {
        problem("unknown_field", Edits.below("", name), null);
      }
    }
    var name = document.text("name");
    if (name == null || name.isBlank() || name.length() > 200) {
      problem("invalid_name", "/name", document.get("name"));
    }
    var written = document.get("formats");
    formats = new Value.Text("refuse").equals(written);
    if (written != null && !formats && !written.equals(new Value.Text("tell"))) {
      problem("unknown_word", "/formats", written);
    }
    var policies = policies(document.get("sources"));
    var commons = new ArrayList<Value>();
    var common = document.get("common");
    if (common != null) {
      commons.add(common);
    }
    var rules = new HashMap<String, SortedMap<String, PlanRule>>();
    var compiled = common == null ? null : schema(common, "/common");
    rules(document.get("rules"), "/rules", commons, rules);
    models(document.get("models"), commons, rules);
    var kept = document.get("keep");
    var keeps = kept == null ? List.<Keep>of() : Keep.read(kept, problems);
    if (rules.isEmpty() && common == null && keeps.isEmpty()) {
      problem("empty_plan", "/rules", null);
    }
    return problems.isEmpty()
        ? new Reading.Good(
            new PlanInForce(plan.id(), plan.version(), policies, compiled, rules, keeps))
        : new Reading.Bad(problems);
  }

  private Map<String, Policy> policies(@Nullable Value written) {
    var policies = new HashMap<String, Policy>();
    if (written == null) {
      return policies;
    }
    if (!(written instanceof Value.Items(var items))) {
      problem("not_a_list", "/sources", written);
      return policies;
    }
    for (var i = 0; i < items.size(); i++) {
      var path = "/sources/" + i;
      var source = items.get(i) instanceof Value.Fields fields ? fields.text("source") : null;
      if (source == null || source.isEmpty() || policies.containsKey(source)) {
        problem("invalid_source", path + "/source", items.get(i));
        continue;
      }
      policies.put(source, policy((Value.Fields) items.get(i), path));
    }
    return policies;
  }

  private Policy policy(Value.Fields written, String path) {
    for (var name : written.values().keySet()) {
      if (!Set.of("source", "unplannedEvents", "unplannedProperties", "violations")
          .contains(name)) {
        problem("unknown_field", path + Edits.below("", name), null);
      }
    }
    return new Policy(
        action(written, "unplannedEvents", path),
        action(written, "unplannedProperties", path),
        action(written, "violations", path));
  }

  private Action action(Value.Fields written, String name, String path) {
    var value = written.get(name);
    var action = value instanceof Value.Text(var text) ? Action.of(text) : null;
    if (action == null && value != null) {
      problem("unknown_action", path + "/" + name, value);
    }
    return action == null ? Action.ALLOW : action;
  }

  private void models(
      @Nullable Value written,
      List<Value> commons,
      Map<String, SortedMap<String, PlanRule>> rules) {
    if (written == null) {
      return;
    }
    if (!(written instanceof Value.Items(var names))) {
      problem("not_a_list", "/models", written);
      return;
    }
    for (var i = 0; i < names.size(); i++) {
      var name = names.get(i) instanceof Value.Text(var text) ? text : "";
      if (documents.at(MODELS + name) instanceof Value.Fields model) {
        rules(model.get("rules"), "/models/" + i, commons, rules);
      } else {
        problem("unknown_model", "/models/" + i, names.get(i));
      }
    }
  }

  private void rules(
      @Nullable Value written,
      String path,
      List<Value> commons,
      Map<String, SortedMap<String, PlanRule>> rules) {
    if (written == null) {
      return;
    }
    if (!(written instanceof Value.Items(var items)) || items.size() > MOST_RULES) {
      problem("not_a_list", path, written instanceof Value.Items ? null : written);
      return;
    }
    var own = new HashSet<String>();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Fields rule) {
        rule(rule, path + "/" + i, commons, rules, own);
      } else {
        problem("not_an_object", path + "/" + i, items.get(i));
      }
    }
  }

  private void rule(
      Value.Fields rule,
      String path,
      List<Value> commons,
      Map<String, SortedMap<String, PlanRule>> rules,
      Set<String> own) {
    for (var name : rule.values().keySet()) {
      if (!Set.of("call", "event", "version", "description", "schema").contains(name)) {
        problem("unknown_field", path + Edits.below("", name), null);
      }
    }
    var call = call(rule.get("call"));
    if (call == null) {
      problem("unknown_call", path + "/call", rule.get("call"));
      return;
    }
    var event = rule.text("event");
    if ((call == Call.TRACK) != (event != null && !event.isBlank())) {
      problem("invalid_event", path + "/event", rule.get("event"));
      return;
    }
    var version = version(rule.get("version"), path);
    var key = PlanInForce.key(call, event == null ? "" : event);
    if (!own.add(key + "\n" + version)) {
      problem("repeated_rule", path, null);
      return;
    }
    var schema = rule.get("schema");
    if (schema == null) {
      problem("missing_schema", path + "/schema", null);
      return;
    }
    var compiled = schema(schema, path + "/schema");
    if (compiled != null) {
      var all = new ArrayList<>(commons);
      all.add(schema);
      rules
          .computeIfAbsent(key, _ -> new TreeMap<>(NATURAL))
          .putIfAbsent(version, new PlanRule(compiled, Unplanned.of(all, patterns)));
    }
  }

  /// `2` before `10`.
  private static final Comparator<String> NATURAL =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static @Nullable Call call(@Nullable Value written) {
    if (written == null) {
      return Call.TRACK;
    }
    for (var call : Call.values()) {
      if (written.equals(new Value.Text(call.name().toLowerCase(Locale.ROOT)))) {
        return call;
      }
    }
    return null;
  }

  private String version(@Nullable Value written, String path) {
    var version =
        switch (written) {
          case null -> PlanInForce.FIRST_VERSION;
          case Value.Text(var text) -> text;
          case Value.Decimal(var number) when number.precision() <= 9 && number.scale() == 0 ->
              number.toPlainString();
          default -> "";
        };
    if (version.isEmpty() || version.length() > 50) {
      problem("invalid_version", path + "/version", written);
    }
    return version;
  }

  private @Nullable JsonSchema schema(Value written, String path) {
    if (strict && !fitsMeta(written, path)) {
      return null;
    }
    return switch (JsonSchema.of(written, documents, patterns, formats)) {
      case JsonSchema.Compiled.Good(var schema) -> schema;
      case JsonSchema.Compiled.Bad(var bad) -> {
        bad.forEach(
            each -> problems.add(new Violation(each.code(), path + each.path(), each.found())));
        yield null;
      }
    };
  }

  private boolean fitsMeta(Value written, String path) {
    var says = written instanceof Value.Fields fields ? fields.text("$schema") : null;
    var address = says == null ? META_2020_12 : says.replace("#", "");
    if (!address.equals(META_7) && !address.equals(META_2020_12)) {
      problem("unsupported_schema", path + "/$schema", new Value.Text(address));
      return false;
    }
    var meta = metas.computeIfAbsent(address, this::meta);
    var findings = new Findings();
    meta.check(written, findings);
    findings
        .all()
        .forEach(
            each -> problems.add(new Violation("not_a_schema", path + each.path(), each.found())));
    return findings.all().isEmpty();
  }

  private JsonSchema meta(String address) {
    var document = documents.at(address);
    if (document != null
        && JsonSchema.of(document, documents, patterns, false)
            instanceof JsonSchema.Compiled.Good(var schema)) {
      return schema;
    }
    throw new IllegalStateException("no schema of schemas: " + address);
  }
}
