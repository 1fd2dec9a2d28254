package io.inyeon.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Edit;
import java.util.ArrayList;
import java.util.List;

/// Why an event ended as it did, in the one form of answers and of the archive: a JSON array of
/// objects that have a `code` each, without blanks.
public final class Reasons {
  /// The code of what counts of an accepted event otherwise than it was sent: `edits`, each a
  /// `path` (JSON Pointer) and the `value` that stands there, or none where it was taken away.
  public static final String BECAME = "became";

  private Reasons() {}

  /// The reasons of an outcome; `[]` when it needs none.
  public static String json(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted(_, _, var edits) -> edits.isEmpty() ? "[]" : became(edits);
      case Outcome.Duplicate _ -> "[]";
      case Outcome.Quarantined(_, var violations) -> json(violations);
      case Outcome.Dropped(_, var reason, var because) -> {
        var json = new JsonWriter().startArray().startObject().text("code", reason).endObject();
        because.forEach(each -> violation(json, each));
        yield text(json.endArray());
      }
    };
  }

  /// The reasons as they are told to whoever sent the event: of an accepted one what a plan found
  /// wrong with it all the same.
  public static String told(Outcome outcome) {
    if (!(outcome instanceof Outcome.Accepted(var event, _, var edits)) || edits.isEmpty()) {
      return json(outcome);
    }
    var listed = event.context().fields("protocols").get("violations");
    return new String(
        JsonWriter.bytes(listed == null ? new Value.Items(List.of()) : listed), UTF_8);
  }

  /// What counts of an accepted event otherwise than it was sent.
  private static String became(List<Edit> edits) {
    var json = new JsonWriter().startArray().startObject().text("code", BECAME).startArray("edits");
    for (var edit : edits) {
      json.startObject().text("path", edit.path());
      var value = edit.value();
      if (value != null) {
        json.value("value", value);
      }
      json.endObject();
    }
    return text(json.endArray().endObject().endArray());
  }

  /// Reads back what counts of an accepted event otherwise than it was sent.
  public static List<Edit> edits(String reasons) {
    var edits = new ArrayList<Edit>();
    for (var each : items(reasons)) {
      if (each.get("edits") instanceof Value.Items(var all)) {
        for (var one : all) {
          if (one instanceof Value.Fields edit) {
            edits.add(new Edit(text(edit, "path"), edit.values().get("value")));
          }
        }
      }
    }
    return edits;
  }

  /// Reads back why an event was quarantined.
  public static List<Violation> violations(String reasons) {
    var violations = new ArrayList<Violation>();
    for (var each : items(reasons)) {
      violations.add(new Violation(text(each, "code"), text(each, "path"), text(each, "found")));
    }
    return violations;
  }

  private static String text(Value.Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  private static List<Value.Fields> items(String reasons) {
    var fields = new ArrayList<Value.Fields>();
    if (JsonReader.event(reasons.getBytes(UTF_8)) instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Fields one) {
          fields.add(one);
        }
      }
    }
    return fields;
  }

  /// What is wrong with a document.
  public static String json(List<Violation> violations) {
    var json = new JsonWriter().startArray();
    violations.forEach(violation -> violation(json, violation));
    return text(json.endArray());
  }

  private static void violation(JsonWriter json, Violation violation) {
    json.startObject()
        .text("code", violation.code())
        .text("path", violation.path())
        .text("found", violation.found())
        .endObject();
  }

  private static String text(JsonWriter json) {
    return new String(json.bytes(), UTF_8);
  }
}
