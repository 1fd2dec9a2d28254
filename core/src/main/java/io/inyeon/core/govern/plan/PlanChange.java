package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.schema.Documents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something that a new version of a plan takes away: a field or an event that it promises no
/// longer, or a field of which it allows less. Whoever reads it has to know before the version is
/// saved.
///
/// @param call in lower case
/// @param event its name; of calls other than track empty
/// @param versions of the event that are meant; none for all
/// @param field dotted path from the event's root, lists passed through; empty for all of the event
/// @param rule of a narrower one the word of JSON Schema, else empty
/// @param before of types (an integer counting as a number) and rules what was allowed; none when
///   anything was
/// @param after the same; none also when it is gone
public record PlanChange(
    What what,
    String call,
    String event,
    List<String> versions,
    String field,
    String rule,
    List<String> before,
    List<String> after) {
  /// What becomes of it.
  public enum What {
    DROPPED,
    RETYPED,
    /// It has to be there, and had not to before.
    REQUIRED,
    /// A rule allows less than before.
    NARROWED
  }

  public PlanChange {
    versions = List.copyOf(versions);
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /// Whether events that fitted before may break the plan now.
  public boolean breaksEvents() {
    return what == What.REQUIRED || what == What.NARROWED;
  }

  /// What a draft takes away of what a plan promised.
  ///
  /// @param documents the ready-made models
  public static List<PlanChange> between(
      Value.Fields before, Value.Fields after, Documents documents) {
    var changes = new ArrayList<PlanChange>();
    promises(PlanFields.of(before, documents), PlanFields.of(after, documents), changes);
    var old = PlanLimits.of(before, documents);
    var young = PlanLimits.of(after, documents);
    versions(old.keySet(), young.keySet(), changes);
    limits(old, young, changes);
    return changes;
  }

  /// Fields and events that are spoken of no longer, or otherwise.
  private static void promises(
      SortedMap<PlanFields.Of, SortedMap<String, SortedSet<String>>> old,
      SortedMap<PlanFields.Of, SortedMap<String, SortedSet<String>>> young,
      List<PlanChange> to) {
    old.forEach((of, fields) -> {
      var left = young.get(of);
      if (left == null) {
        to.add(promise(What.DROPPED, of, "", List.of(), List.of()));
      }
      fields.forEach((field, types) -> {
        // With an event its properties go; traits are read whoever brings them.
        if (left == null && !field.startsWith("traits.")) {
          return;
        }
        var now = left == null ? null : left.get(field);
        if (now == null || !now.equals(types)) {
          to.add(
              promise(
                  now == null ? What.DROPPED : What.RETYPED,
                  of,
                  field,
                  types,
                  now == null ? List.of() : now));
        }
      });
    });
  }

  private static PlanChange promise(
      What what,
      PlanFields.Of of,
      String field,
      Collection<String> before,
      Collection<String> after) {
    return new PlanChange(
        what, of.call(), of.event(), List.of(), field, "", List.copyOf(before), List.copyOf(after));
  }

  /// Versions of an event that are gone while others stay: theirs is unplanned from now on.
  private static void versions(
      Collection<PlanLimits.Of> old, Collection<PlanLimits.Of> young, List<PlanChange> to) {
    for (var each : old) {
      if (!young.contains(each) && young.stream().anyMatch(each::sameEvent)) {
        to.add(
            new PlanChange(
                What.DROPPED,
                each.call(),
                each.event(),
                List.of(each.version()),
                "",
                "",
                List.of(),
                List.of()));
      }
    }
  }

  /// Fields of which less is allowed; told once where several versions of an event say the same.
  private static void limits(
      SortedMap<PlanLimits.Of, SortedMap<PlanLimits.Place, Limits>> old,
      SortedMap<PlanLimits.Of, SortedMap<PlanLimits.Place, Limits>> young,
      List<PlanChange> to) {
    var found = new LinkedHashMap<PlanChange, SortedSet<String>>();
    young.forEach((of, places) -> {
      var known = old.get(of);
      if (known != null) {
        places.forEach((place, limits) -> {
          var was = known.getOrDefault(place, new Limits());
          for (var change : of(of, place.field(), was, limits)) {
            found.computeIfAbsent(change, _ -> new TreeSet<>()).add(of.version());
          }
        });
      }
    });
    found.forEach((change, versions) -> {
      var all =
          young.keySet().stream()
              .filter(
                  each -> each.call().equals(change.call()) && each.event().equals(change.event()))
              .count();
      to.add(versions.size() == all ? change : change.of(versions));
    });
  }

  private static List<PlanChange> of(PlanLimits.Of of, String field, Limits before, Limits after) {
    var changes = new ArrayList<PlanChange>();
    if (after.required() && !before.required()) {
      changes.add(
          new PlanChange(
              What.REQUIRED, of.call(), of.event(), List.of(), field, "", List.of(), List.of()));
    }
    for (var each : after.narrowerThan(before)) {
      changes.add(
          new PlanChange(
              What.NARROWED,
              of.call(),
              of.event(),
              List.of(),
              field,
              each.rule(),
              each.before(),
              each.after()));
    }
    return changes;
  }

  private PlanChange of(Collection<String> some) {
    return new PlanChange(what, call, event, List.copyOf(some), field, rule, before, after);
  }
}
