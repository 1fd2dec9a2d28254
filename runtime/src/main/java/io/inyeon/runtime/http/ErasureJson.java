package io.inyeon.runtime.http;

import io.inyeon.runtime.http.ErasureDesk.Erased;
import io.inyeon.runtime.http.ErasureDesk.Foreseen;
import io.inyeon.runtime.http.ErasureDesk.Place;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;

/// Erasures as the API says them.
final class ErasureJson {
  private ErasureJson() {}

  static JsonWriter one(Erased erased) {
    return write(new JsonWriter().startObject(), erased).endObject();
  }

  /// The members of one; the object is begun.
  static JsonWriter write(JsonWriter json, Erased erased) {
    var erasure = erased.erasure();
    json.text("id", erasure.id())
        .text("subject", erasure.subject().value())
        .text("state", state(erased))
        .text("author", erasure.author())
        .text("reason", erasure.reason())
        .time("askedAt", erasure.at());
    time(json, "effectiveAt", erased.effective());
    time(json, "scrubbedAt", erased.scrubbed());
    json.time("scrubDue", erased.scrubDue())
        .time("refusesUntil", erasure.until())
        .number("events", erasure.events())
        .number("identifiersKept", erasure.kept())
        .startArray("identifiers");
    erasure.gone().forEach(hash -> json.item(hash.value()));
    json.endArray();
    json.startArray("keptByLaw");
    for (var kept : erased.keptByLaw()) {
      json.startObject()
          .text("kind", kept.kind())
          .number("records", kept.records())
          .time("until", kept.until())
          .endObject();
    }
    json.endArray();
    json.startArray("recipients");
    for (var each : erased.recipients()) {
      json.startObject()
          .text("enricher", each.enricher())
          .text("recipient", each.recipient())
          .text("host", each.host().isEmpty() ? null : each.host())
          .text("purpose", each.purpose())
          .time("last", each.last())
          .endObject();
    }
    json.endArray();
    places(json, erased.places());
    return json;
  }

  private static String state(Erased erased) {
    if (erased.scrubbed() > 0) {
      return "scrubbed";
    }
    return erased.effective() > 0 ? "effective" : "pending";
  }

  static JsonWriter foreseen(Foreseen foreseen) {
    var json = new JsonWriter().startObject().startArray("identifiers");
    foreseen.identifiers().forEach(json::item);
    json.endArray()
        .number("identifiersKept", foreseen.kept())
        .number("events", foreseen.events())
        .time("first", foreseen.first())
        .time("latest", foreseen.latest());
    places(json, foreseen.places());
    return json.endObject();
  }

  private static void places(JsonWriter json, List<Place> places) {
    json.startArray("places");
    for (var place : places) {
      json.startObject().text("place", place.place()).number("found", place.found());
      time(json, "hiddenAt", place.hidden());
      time(json, "scrubbedAt", place.scrubbed());
      json.number("tries", place.tries()).text("error", place.error()).endObject();
    }
    json.endArray();
  }

  private static void time(JsonWriter json, String name, long at) {
    if (at > 0) {
      json.time(name, at);
    }
  }
}
