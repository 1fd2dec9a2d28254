package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.schema.Documents;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a plan demands of the fields of each version of each of its events, the common schema and
/// the models included. Alternatives (`anyOf`, `oneOf`, `if`, `not`) demand nothing for certain, so
/// they are passed over.
final class PlanLimits {
  private static final int DEEPEST = 16;

  private final SortedMap<Place, Limits> places = new TreeMap<>();
  private final boolean refusing;

  private PlanLimits(boolean refusing) {
    this.refusing = refusing;
  }

  /// A version of an event of a plan.
  ///
  /// @param event empty for calls other than track
  record Of(String call, String event, String version) implements Comparable<Of> {
    /// Whether both are of one event.
    boolean sameEvent(Of other) {
      return call.equals(other.call) && event.equals(other.event);
    }

    @Override
    public int compareTo(Of other) {
      return Comparator.comparing(Of::call)
          .thenComparing(Of::event)
          .thenComparing(Of::version)
          .compare(this, other);
    }
  }

  /// Where a field stands.
  ///
  /// @param field dotted path from the event's root, lists passed through
  /// @param items whether the items of a list are meant, and not the list
  record Place(String field, boolean items) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::field).thenComparing(Place::items).compare(this, other);
    }
  }

  /// What a plan demands, by event and place.
  static SortedMap<Of, SortedMap<Place, Limits>> of(Value.Fields plan, Documents documents) {
    var refusing = new Value.Text("refuse").equals(plan.get("formats"));
    var all = new TreeMap<Of, SortedMap<Place, Limits>>();
    rules(plan, plan.get("rules"), refusing, all);
    if (plan.get("models") instanceof Value.Items(var names)) {
      for (var name : names) {
        if (name instanceof Value.Text(var text)
            && documents.at(PlanReader.MODELS + text) instanceof Value.Fields model) {
          rules(plan, model.get("rules"), refusing, all);
        }
      }
    }
    return all;
  }

  private static void rules(
      Value.Fields plan,
      @Nullable Value written,
      boolean refusing,
      SortedMap<Of, SortedMap<Place, Limits>> to) {
    if (!(written instanceof Value.Items(var rules))) {
      return;
    }
    for (var each : rules) {
      if (each instanceof Value.Fields rule) {
        // A rule of the plan's own stands before a model's.
        to.computeIfAbsent(
            event(rule),
            _ -> {
              var limits = new PlanLimits(refusing);
              for (var schema : new Value[] {plan.get("common"), rule.get("schema")}) {
                if (schema != null) {
                  limits.add(schema, schema, new Place("", false), 0, new HashSet<>());
                }
              }
              return limits.places;
            });
      }
    }
  }

  private static Of event(Value.Fields rule) {
    var call = rule.text("call");
    var event = rule.text("event");
    var version =
        switch (rule.get("version")) {
          case Value.Text(var text) -> text;
          case Value.Decimal(var number) -> number.toPlainString();
          case null, default -> PlanInForce.FIRST_VERSION;
        };
    return new Of(call == null ? "track" : call, event == null ? "" : event, version);
  }

  private Limits at(Place place) {
    return places.computeIfAbsent(place, _ -> new Limits());
  }

  private void add(Value schema, Value root, Place place, int depth, Set<String> followed) {
    if (!(schema instanceof Value.Fields words) || depth > DEEPEST) {
      return;
    }
    if (!place.field().isEmpty()) {
      at(place).add(words, refusing);
    }
    var reference = words.text("$ref");
    if (reference != null && reference.startsWith("#/") && followed.add(reference)) {
      add(PlanFields.at(root, reference.substring(1)), root, place, depth + 1, followed);
      followed.remove(reference);
    }
    if (words.get("required") instanceof Value.Items(var names)) {
      for (var name : names) {
        if (name instanceof Value.Text(var text)) {
          at(below(place, text)).require();
        }
      }
    }
    words
        .fields("properties")
        .values()
        .forEach((name, value) -> add(value, root, below(place, name), depth + 1, followed));
    if (words.get("allOf") instanceof Value.Items(var all)) {
      all.forEach(each -> add(each, root, place, depth + 1, followed));
    }
    if (words.get("items") instanceof Value.Fields inner) {
      add(inner, root, new Place(place.field(), true), depth + 1, followed);
    }
  }

  private static Place below(Place place, String name) {
    return new Place(place.field().isEmpty() ? name : place.field() + "." + name, false);
  }
}
