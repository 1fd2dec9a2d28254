package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where in an event something stands: a JSON Pointer in which `*` stands for every item of a list,
/// e.g. `/properties/products/*/price`.
record Place(List<String> steps) {
  /// What transformations may change. Which event it is, and of which call, stays as it was sent.
  private static final Set<String> SECTIONS =
      Set.of("properties", "traits", "context", "integrations");

  private static final Set<String> FIELDS =
      Set.of(
          "userId",
          "anonymousId",
          "groupId",
          "previousId",
          "event",
          "name",
          "category",
          "timestamp",
          "originalTimestamp");

  static final String EVERY = "*";

  Place {
    steps = List.copyOf(steps);
  }

  /// Reads a place; `null` when it is none that may be changed.
  static @Nullable Place of(String pointer) {
    if (!pointer.startsWith("/") || pointer.length() > 1_000) {
      return null;
    }
    var steps = Arrays.asList(Edits.steps(pointer));
    if (steps.size() > 20) {
      return null;
    }
    var first = steps.getFirst();
    return steps.size() > 1
        ? (SECTIONS.contains(first) ? new Place(steps) : null)
        : FIELDS.contains(first) ? new Place(steps) : null;
  }

  boolean single() {
    return !steps.contains(EVERY);
  }

  /// The place of another name in the same object.
  Place beside(String name) {
    var all = new ArrayList<>(steps);
    all.set(all.size() - 1, name);
    return new Place(all);
  }

  String last() {
    return steps.getLast();
  }

  /// What stands there; `null` for nothing. Of a place with `*` the first.
  @Nullable Value in(Value.Fields event) {
    Value at = event;
    for (var step : steps) {
      var next =
          switch (at) {
            case Value.Fields(var fields) -> fields.get(step);
            case Value.Items(var items) ->
                items.isEmpty() ? null : step.equals(EVERY) ? items.getFirst() : null;
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ ->
                null;
          };
      if (next == null || next == Value.Nothing.NOTHING) {
        return null;
      }
      at = next;
    }
    return at;
  }

  /// What becomes of a value.
  @FunctionalInterface
  interface Becomes {
    /// The value after; `null` for none.
    ///
    /// @param before `null` for none
    @Nullable Value after(@Nullable Value before);
  }

  /// What becomes of the object in which the place stands.
  @FunctionalInterface
  interface ObjectBecomes {
    /// The object after; the same one when nothing changes.
    Value.Fields after(Value.Fields before);
  }

  /// Changes the value there, in every item that `*` stands for.
  ///
  /// @param make whether objects on the way are made where there are none
  Value.Fields change(Value.Fields event, boolean make, Becomes becomes) {
    return changeObject(
        event,
        make,
        object -> {
          var before = object.values().get(last());
          var after = becomes.after(before);
          return same(before, after) ? object : with(object, last(), after);
        });
  }

  /// Changes the object in which the place stands.
  Value.Fields changeObject(Value.Fields event, boolean make, ObjectBecomes becomes) {
    return walked(event, 0, make, becomes) instanceof Value.Fields changed ? changed : event;
  }

  private @Nullable Value walked(
      @Nullable Value at, int next, boolean make, ObjectBecomes becomes) {
    if (next == steps.size() - 1) {
      return at instanceof Value.Fields object
          ? becomes.after(object)
          : at == null && make ? becomes.after(Value.Fields.EMPTY) : at;
    }
    var step = steps.get(next);
    if (at instanceof Value.Items(var items)) {
      return step.equals(EVERY) ? each(items, at, next, make, becomes) : at;
    }
    if (!(at instanceof Value.Fields)
        && !(make && (at == null || at == Value.Nothing.NOTHING) && !step.equals(EVERY))) {
      return at;
    }
    var object = at instanceof Value.Fields known ? known : Value.Fields.EMPTY;
    var before = object.values().get(step);
    var after = walked(before, next + 1, make, becomes);
    return same(before, after) ? at : with(object, step, after);
  }

  private Value each(List<Value> items, Value at, int next, boolean make, ObjectBecomes becomes) {
    List<Value> copy = null;
    for (var i = 0; i < items.size(); i++) {
      var after = walked(items.get(i), next + 1, make, becomes);
      if (after != null && !same(items.get(i), after)) {
        copy = copy == null ? new ArrayList<>(items) : copy;
        copy.set(i, after);
      }
    }
    return copy == null ? at : new Value.Items(copy);
  }

  @SuppressWarnings("ReferenceEquality") // what did not change was not copied
  static boolean same(@Nullable Value one, @Nullable Value other) {
    return one == other;
  }

  /// The object with another value under a name.
  ///
  /// @param value `null` for none
  static Value.Fields with(Value.Fields object, String name, @Nullable Value value) {
    var copy = new LinkedHashMap<>(object.values());
    if (value == null) {
      copy.remove(name);
    } else {
      copy.put(name, value);
    }
    return new Value.Fields(copy);
  }
}
