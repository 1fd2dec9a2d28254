package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all that is saved in versions has in common over HTTP.
final class Versions {
  private Versions() {}

  /// The version that was seen, of a header `If-Match`; -1 for whichever.
  static int after(@Nullable String ifMatch) throws Refusal {
    if (ifMatch == null) {
      return -1;
    }
    try {
      return Integer.parseInt(ifMatch.replace("\"", ""));
    } catch (NumberFormatException e) {
      throw new Refusal(412, "version_conflict", "There is no such version.");
    }
  }

  /// Nothing was saved, for all these reasons.
  static Answer invalid(String code, String detail, List<Violation> problems) {
    var json =
        new JsonWriter()
            .startObject()
            .text("title", "Problem")
            .number("status", 422)
            .text("code", code)
            .text("detail", "Nothing was done. " + detail);
    return new Answer(
        Status.create(422),
        Answer.PROBLEM,
        violations(json, "problems", problems).endObject().bytes(),
        List.of(Answer.NO_STORE));
  }

  /// Violations as an array.
  static JsonWriter violations(JsonWriter json, String name, List<Violation> violations) {
    json.startArray(name);
    for (var each : violations) {
      json.startObject()
          .text("code", each.code())
          .text("path", each.path())
          .text("found", each.found())
          .endObject();
    }
    return json.endArray();
  }
}
