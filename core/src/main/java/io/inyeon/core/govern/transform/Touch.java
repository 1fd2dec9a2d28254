package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one step of a transformation does to which field, as it is written.
///
/// @param transformation its id
/// @param sources ids of the sources that are meant; empty for all
/// @param events names of the events that are meant; empty for all
/// @param does the step's `do`
/// @param field dotted path from the event's root, lists passed through: `properties.total`
/// @param to the fields that it writes besides, dotted; may be empty
public record Touch(
    String transformation,
    Set<String> sources,
    Set<String> events,
    String does,
    String field,
    List<String> to) {
  /// After these steps a field is not what it was, or is not there.
  private static final Set<String> TAKING =
      Set.of("rename", "move", "cast", "drop", "mask", "hash", "map");

  public Touch {
    sources = Set.copyOf(sources);
    events = Set.copyOf(events);
    to = List.copyOf(to);
  }

  /// All steps of all transformations that are in use, in their order; what is not written as it
  /// should be is passed over.
  public static List<Touch> all(Value.Fields document) {
    var touches = new ArrayList<Touch>();
    for (var each : items(document.get("transformations"))) {
      if (each instanceof Value.Fields one
          && !(one.get("enabled") instanceof Value.Truth(var enabled) && !enabled)) {
        var id = one.text("id");
        for (var step : items(one.get("steps"))) {
          if (step instanceof Value.Fields fields) {
            add(fields, id == null ? "" : id, texts(one, "sources"), texts(one, "events"), touches);
          }
        }
      }
    }
    return touches;
  }

  private static void add(
      Value.Fields step, String id, Set<String> sources, Set<String> events, List<Touch> touches) {
    var does = step.text("do");
    var path = step.text("path");
    if (does == null || path == null) {
      return;
    }
    var to = new ArrayList<String>();
    if (step.get("to") instanceof Value.Text(var one) && !does.equals("cast")) {
      to.add(target(path, one));
    }
    for (var each : items(step.get("to"))) {
      if (each instanceof Value.Text(var one)) {
        to.add(target(path, one));
      }
    }
    for (var each : EnrichSteps.writes(step)) {
      to.add(dotted(each));
    }
    touches.add(new Touch(id, sources, events, does, dotted(path), to));
    for (var each : EnrichSteps.reads(step)) {
      touches.add(new Touch(id, sources, events, does, dotted(each), to));
    }
  }

  /// Whether the field is not what it was after it.
  public boolean takes() {
    return TAKING.contains(does);
  }

  /// Whether it reads or writes a field, or what lies in it, or what it lies in.
  public boolean concerns(String path) {
    return overlap(field, path) || to.stream().anyMatch(each -> overlap(each, path));
  }

  private static boolean overlap(String a, String b) {
    return a.equals(b) || a.startsWith(b + ".") || b.startsWith(a + ".");
  }

  private static String target(String path, String to) {
    return to.startsWith("/")
        ? dotted(to)
        : dotted(path.substring(0, path.lastIndexOf('/') + 1) + to);
  }

  private static String dotted(String pointer) {
    var path = new ArrayList<String>();
    for (var step : pointer.split("/", -1)) {
      if (!step.isEmpty() && !step.equals("*")) {
        path.add(step.replace("~1", "/").replace("~0", "~"));
      }
    }
    return String.join(".", path);
  }

  private static List<Value> items(@Nullable Value value) {
    return value instanceof Value.Items(var items) ? items : List.of();
  }

  private static Set<String> texts(Value.Fields fields, String name) {
    var texts = new HashSet<String>();
    for (var each : items(fields.get(name))) {
      if (each instanceof Value.Text(var text)) {
        texts.add(text);
      }
    }
    return texts;
  }
}
