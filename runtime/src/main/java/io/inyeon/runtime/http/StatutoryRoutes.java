package io.inyeon.runtime.http;

import io.inyeon.core.govern.StatutoryRule;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;

/// The places of what a law obliges to keep.
final class StatutoryRoutes {
  private static final int LONGEST_REASON = 1_000;

  private final StatutoryDesk desk;

  StatutoryRoutes(StatutoryDesk desk) {
    this.desk = desk;
  }

  /// The rules in force.
  Answer rules() {
    return Answer.json(new JsonWriter().value(StatutoryRule.written(desk.rules())));
  }

  /// Puts rules in force.
  Answer save(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    var read = StatutoryRule.read(RequestBody.fields(exchange));
    if (!read.problems().isEmpty()) {
      throw new Refusal(422, "invalid_retention", String.join("; ", read.problems()));
    }
    desk.save(read.rules(), author);
    return rules();
  }

  /// Opens what is kept of an erasure.
  Answer read(Exchange exchange, String erasure, String author) throws Refusal, Intake.Unavailable {
    var reason = RequestBody.fields(exchange).text("reason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal(
          400,
          "missing_reason",
          "Say why you open it, in 1 to " + LONGEST_REASON + " characters; it is on record.");
    }
    var records = desk.read(erasure, reason.strip(), author);
    if (records == null) {
      throw new Refusal(404, "erasure_not_found", "There is no erasure with this id.");
    }
    var json = new JsonWriter().startObject().startArray("records");
    for (var kept : records) {
      json.startObject()
          .text("kind", kept.kind())
          .time("until", kept.until())
          .value("record", kept.record())
          .endObject();
    }
    return Answer.json(json.endArray().endObject());
  }
}
