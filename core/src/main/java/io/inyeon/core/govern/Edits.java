package io.inyeon.core.govern;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Edits found between two forms of one event, and made to the first again.
public final class Edits {
  private Edits() {}

  /// What makes one form of the other. Parts that are the same object are not looked at.
  public static List<Edit> between(Value.Fields from, Value.Fields to) {
    if (same(from, to)) {
      return List.of();
    }
    var edits = new ArrayList<Edit>();
    fields(from, to, "", edits);
    return edits;
  }

  @SuppressWarnings("ReferenceEquality") // what was not changed was not copied
  private static boolean same(@Nullable Value one, @Nullable Value other) {
    return one == other;
  }

  private static void fields(Value.Fields from, Value.Fields to, String path, List<Edit> edits) {
    for (var name : from.values().keySet()) {
      if (!to.values().containsKey(name)) {
        edits.add(new Edit(below(path, name), null));
      }
    }
    for (var each : to.values().entrySet()) {
      var before = from.values().get(each.getKey());
      value(before, each.getValue(), below(path, each.getKey()), edits);
    }
  }

  private static void value(@Nullable Value from, Value to, String path, List<Edit> edits) {
    if (same(from, to)) {
      return;
    }
    if (from instanceof Value.Fields before && to instanceof Value.Fields after) {
      fields(before, after, path, edits);
    } else if (from instanceof Value.Items(var before)
        && to instanceof Value.Items(var after)
        && before.size() == after.size()) {
      for (var i = 0; i < before.size(); i++) {
        value(before.get(i), after.get(i), path + "/" + i, edits);
      }
    } else if (!to.equals(from)) {
      edits.add(new Edit(path, to));
    }
  }

  /// Makes edits. Objects on the way to a place are made where there are none; an item that is not
  /// there is left alone.
  public static Value.Fields made(Value.Fields event, List<Edit> edits) {
    var made = event;
    for (var edit : edits) {
      if (changed(made, steps(edit.path()), 0, edit.value()) instanceof Value.Fields next) {
        made = next;
      }
    }
    return made;
  }

  private static @Nullable Value changed(
      @Nullable Value at, String[] steps, int next, @Nullable Value value) {
    if (next == steps.length) {
      return value;
    }
    if (at instanceof Value.Items(var items)) {
      return inItems(items, steps, next, value);
    }
    if (!(at instanceof Value.Fields) && value == null) {
      return at;
    }
    var fields = at instanceof Value.Fields(var known) ? known : new LinkedHashMap<String, Value>();
    var copy = new LinkedHashMap<>(fields);
    var inner = changed(fields.get(steps[next]), steps, next + 1, value);
    if (inner == null) {
      copy.remove(steps[next]);
    } else {
      copy.put(steps[next], inner);
    }
    return new Value.Fields(copy);
  }

  private static Value inItems(List<Value> items, String[] steps, int next, @Nullable Value value) {
    var index = index(steps[next]);
    if (index < 0 || index >= items.size()) {
      return new Value.Items(items);
    }
    var copy = new ArrayList<>(items);
    var inner = changed(items.get(index), steps, next + 1, value);
    if (inner == null) {
      copy.remove(index);
    } else {
      copy.set(index, inner);
    }
    return new Value.Items(copy);
  }

  /// The number that a step names; -1 for none.
  public static int index(String step) {
    if (step.isEmpty() || step.length() > 6) {
      return -1;
    }
    for (var i = 0; i < step.length(); i++) {
      if (step.charAt(i) < '0' || step.charAt(i) > '9') {
        return -1;
      }
    }
    return Integer.parseInt(step);
  }

  /// The steps of a JSON Pointer.
  public static String[] steps(String pointer) {
    if (pointer.isEmpty()) {
      return new String[0];
    }
    var steps = pointer.substring(1).split("/", -1);
    for (var i = 0; i < steps.length; i++) {
      if (steps[i].indexOf('~') >= 0) {
        steps[i] = steps[i].replace("~1", "/").replace("~0", "~");
      }
    }
    return steps;
  }

  /// A place below another, as a JSON Pointer.
  public static String below(String path, String name) {
    return path + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
