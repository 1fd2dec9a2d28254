package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.personal.Keep;
import io.inyeon.core.govern.schema.Findings;
import io.inyeon.core.govern.schema.JsonSchema;
import io.inyeon.core.govern.schema.Unplanned;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A tracking plan, ready for use: schemas compiled once, found by the event's name.
public final class PlanInForce {
  /// The version of an event that does not say one.
  static final String FIRST_VERSION = "1";

  private final String id;
  private final int version;
  private final Map<String, Policy> policies;
  private final @Nullable JsonSchema common;
  private final Map<String, SortedMap<String, PlanRule>> rules;
  private final List<Keep> keeps;

  /// A plan of these parts.
  ///
  /// @param policies by the source's id; under `*` for all that are not named
  /// @param rules by [#key] and version
  PlanInForce(
      String id,
      int version,
      Map<String, Policy> policies,
      @Nullable JsonSchema common,
      Map<String, SortedMap<String, PlanRule>> rules,
      List<Keep> keeps) {
    this.keeps = List.copyOf(keeps);
    this.id = id;
    this.version = version;
    this.policies = Map.copyOf(policies);
    this.common = common;
    this.rules = Map.copyOf(rules);
  }

  /// The plan's id.
  public String id() {
    return id;
  }

  /// Which version of it.
  public int version() {
    return version;
  }

  /// What it does with events of its sources, by their ids; `*` is every other source.
  public Map<String, Policy> policies() {
    return policies;
  }

  /// Where numbers and addresses are kept that are masked everywhere else.
  public List<Keep> keeps() {
    return keeps;
  }

  /// How events of a call and a name are found.
  static String key(Call call, String name) {
    return call == Call.TRACK ? "track\n" + name : call.name().toLowerCase(Locale.ROOT);
  }

  /// What it says of one event.
  ///
  /// @param unplanned whether nobody planned the event at all
  /// @param extra fields that nobody planned
  /// @param broken what breaks a schema
  public record Verdict(boolean unplanned, List<Violation> extra, List<Violation> broken) {
    static final Verdict GOOD = new Verdict(false, List.of(), List.of());

    public Verdict {
      extra = List.copyOf(extra);
      broken = List.copyOf(broken);
    }

    /// Whether there is nothing to say.
    public boolean good() {
      return !unplanned && extra.isEmpty() && broken.isEmpty();
    }

    /// Everything at once.
    public List<Violation> all(String name) {
      var all = new ArrayList<Violation>();
      if (unplanned) {
        all.add(new Violation("unplanned_event", "/event", name));
      }
      all.addAll(broken);
      all.addAll(extra);
      return all;
    }
  }

  /// Holds an event against the plan.
  ///
  /// @param event as it counts so far
  /// @param body the same in the form in which sources send it, the batch's context filled in
  public Verdict verdict(Event event, Value.Fields body) {
    var head = event.head();
    var call = head.call();
    if (call == null) {
      return Verdict.GOOD;
    }
    var versions = rules.get(key(call, head.name()));
    var rule = versions == null ? null : versioned(versions, body);
    if (rule == null) {
      // Of calls that the plan does not speak of at all, only track has names to be planned.
      return versions != null || call == Call.TRACK
          ? new Verdict(true, List.of(), broken(instance(event, body, call), null))
          : new Verdict(false, List.of(), broken(instance(event, body, call), null));
    }
    var instance = instance(event, body, call);
    var broken = broken(instance, rule.schema());
    var extra = extra(rule.planned(), instance);
    return broken.isEmpty() && extra.isEmpty() ? Verdict.GOOD : sorted(broken, extra);
  }

  private static @Nullable PlanRule versioned(
      SortedMap<String, PlanRule> versions, Value.Fields body) {
    var written = body.fields("context").fields("protocols").get("event_version");
    var version =
        switch (written) {
          case Value.Text(var text) -> text;
          case Value.Decimal(var number) ->
              number.precision() > 20 || Math.abs((long) number.scale()) > 20
                  ? number.toString()
                  : number.toPlainString();
          case null, default -> null;
        };
    if (version != null) {
      return versions.get(version);
    }
    var first = versions.get(FIRST_VERSION);
    return first == null ? versions.get(versions.firstKey()) : first;
  }

  private List<Violation> broken(Value instance, @Nullable JsonSchema schema) {
    Findings findings = null;
    for (var each : new JsonSchema[] {common, schema}) {
      if (each != null && !each.holds(instance)) {
        findings = findings == null ? new Findings() : findings;
        each.check(instance, findings);
      }
    }
    return findings == null ? List.of() : findings.all();
  }

  private static List<Violation> extra(Unplanned planned, Value.Fields instance) {
    var extra = new ArrayList<Violation>();
    for (var section : List.of("properties", "traits")) {
      var value = instance.get(section);
      if (value != null) {
        planned.find(section, value, extra);
      }
    }
    return extra;
  }

  /// A schema that admits no other fields says the same as the plan's own rule for them.
  private static Verdict sorted(List<Violation> broken, List<Violation> extra) {
    var unplanned = new LinkedHashMap<String, Violation>();
    extra.forEach(each -> unplanned.put(each.path(), each));
    var rest = new ArrayList<Violation>();
    for (var each : broken) {
      if (each.code().equals(Unplanned.CODE)) {
        unplanned.put(each.path(), each);
      } else {
        rest.add(each);
      }
    }
    return new Verdict(false, new ArrayList<>(unplanned.values()), rest);
  }

  /// The event as schemas see it: as it is sent, but with the call that its endpoint said, and with
  /// the properties and traits that count.
  private static Value.Fields instance(Event event, Value.Fields body, Call call) {
    var known = body.values();
    var traits = call == Call.IDENTIFY || call == Call.GROUP;
    var section = traits ? "traits" : "properties";
    var value = traits ? event.traits() : event.properties();
    var stands = known.get(section);
    var same = stands == null ? value.values().isEmpty() : stands.equals(value);
    if (same && known.containsKey("type")) {
      return body;
    }
    var all = new LinkedHashMap<>(known);
    all.put("type", new Value.Text(call.name().toLowerCase(Locale.ROOT)));
    if (!same) {
      all.put(section, value);
    }
    return new Value.Fields(all);
  }
}
