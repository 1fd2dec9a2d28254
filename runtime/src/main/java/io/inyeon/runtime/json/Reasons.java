package io.inyeon.runtime.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Violation;
import java.util.List;

/// Why an event ended as it did, in the one form of answers and of the archive: a JSON array of
/// objects that have a `code` each, without blanks.
public final class Reasons {
  private Reasons() {}

  /// The reasons of an outcome; `[]` when it needs none.
  public static String json(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _, Outcome.Duplicate _ -> "[]";
      case Outcome.Quarantined(_, var violations) -> json(violations);
      case Outcome.Dropped(_, var reason) ->
          text(
              new JsonWriter()
                  .startArray()
                  .startObject()
                  .text("code", reason)
                  .endObject()
                  .endArray());
    };
  }

  /// What is wrong with a document.
  public static String json(List<Violation> violations) {
    var json = new JsonWriter().startArray();
    for (var violation : violations) {
      json.startObject()
          .text("code", violation.code())
          .text("path", violation.path())
          .text("found", violation.found())
          .endObject();
    }
    return text(json.endArray());
  }

  private static String text(JsonWriter json) {
    return new String(json.bytes(), UTF_8);
  }
}
