package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.schema.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// A field that a new version of a plan promises no longer, or as another type: whoever reads it
/// has to know before the version is saved.
///
/// @param call in lower case
/// @param event its name; of calls other than track empty
/// @param field dotted path from the event's root, lists passed through; empty for all of the event
/// @param before types of JSON Schema, an integer counting as a number; none when any will do
/// @param after the same; none also when it is gone
public record PlanChange(
    What what,
    String call,
    String event,
    String field,
    SortedSet<String> before,
    SortedSet<String> after) {
  /// What becomes of it.
  public enum What {
    DROPPED,
    RETYPED
  }

  public PlanChange {
    before = new TreeSet<>(before);
    after = new TreeSet<>(after);
  }

  /// What a draft takes away of what a plan promised.
  ///
  /// @param documents the ready-made models
  public static List<PlanChange> between(
      Value.Fields before, Value.Fields after, Documents documents) {
    var old = PlanFields.of(before, documents);
    var young = PlanFields.of(after, documents);
    var changes = new ArrayList<PlanChange>();
    old.forEach((key, fields) -> {
      var left = young.get(key);
      if (left == null) {
        changes.add(
            new PlanChange(
                What.DROPPED, key.call(), key.event(), "", new TreeSet<>(), new TreeSet<>()));
        return;
      }
      fields.forEach((field, types) -> {
        var now = left.get(field);
        if (now == null || !now.equals(types)) {
          changes.add(
              new PlanChange(
                  now == null ? What.DROPPED : What.RETYPED,
                  key.call(),
                  key.event(),
                  field,
                  types,
                  now == null ? new TreeSet<>() : now));
        }
      });
    });
    return changes;
  }
}
