package io.inyeon.runtime.http;

import io.inyeon.core.govern.personal.Labels;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/// What became of events, whosever they are: one event's way, and those that wait in quarantine.
final class JournalRoutes {
  private final Journal journal;
  private final AtLeast waiting;

  JournalRoutes(Journal journal, AtLeast waiting) {
    this.journal = journal;
    this.waiting = waiting;
  }

  Answer quarantine(Exchange exchange) throws Refusal, Intake.Unavailable {
    waiting.await(exchange, true);
    var page =
        journal.quarantine(
            exchange.parameter("source"),
            exchange.parameter("code"),
            exchange.parameter("cursor"),
            Page.limit(exchange));
    return page(new JsonWriter().startObject(), page, null);
  }

  Answer trace(Exchange exchange, String messageId) throws Refusal, Intake.Unavailable {
    waiting.await(exchange, true);
    var traced = journal.trace(messageId);
    if (traced.isEmpty()) {
      throw new Refusal(404, "event_not_found", "No event of this messageId ever came.");
    }
    var json = new JsonWriter().startObject().text("messageId", messageId).startArray("events");
    for (var event : traced) {
      json.startObject().text("source", event.sourceId()).startArray("stations");
      event.stations().forEach(station -> HappenedJson.station(json, station));
      json.endArray().endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  /// A page of events; `null` is none, since its cursor was no cursor.
  static Answer page(JsonWriter json, @Nullable Page<Happened> page, Labels.@Nullable Seen seen)
      throws Refusal {
    if (page == null) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    json.startArray("events");
    page.items().forEach(event -> HappenedJson.event(json, event, seen));
    json.endArray().text("next", page.next());
    if (!page.missing().isEmpty()) {
      json.startArray("missing");
      page.missing().forEach(json::item);
      json.endArray();
    }
    return Answer.json(json.endObject());
  }
}
