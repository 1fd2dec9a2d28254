package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.runtime.json.JsonWriter;

/// Events and their ways in the form of the API.
final class HappenedJson {
  private HappenedJson() {}

  /// One event. Its body is a text, exactly as it came: what is quarantined may be no JSON at all.
  static void event(JsonWriter json, Happened event) {
    fields(json.startObject(), event);
    json.endObject();
  }

  /// The same with what became of it.
  static void live(JsonWriter json, Happened event, String outcome) {
    fields(json.startObject().text("outcome", outcome), event);
    json.endObject();
  }

  private static void fields(JsonWriter json, Happened event) {
    json.text("position", Long.toString(event.position()))
        .text("source", event.sourceId())
        .text("messageId", event.messageId())
        .text("call", event.call())
        .text("name", event.name())
        .time("time", event.time())
        .time("receivedAt", event.receivedAt())
        .text("owner", event.owner());
    reasons(json, event.reasons());
    var counts = event.counts();
    if (counts != null) {
      json.raw("counts", counts);
    }
    json.text("body", new String(event.body(), UTF_8));
  }

  static void station(JsonWriter json, Traced.Station station) {
    var position = station.position();
    json.startObject()
        .text("name", station.name())
        .text("position", position == null ? null : position.toString());
    var at = station.at();
    if (at != null) {
      json.time("at", at);
    }
    json.text("result", station.result());
    reasons(json, station.reasons());
    json.endObject();
  }

  private static void reasons(JsonWriter json, String reasons) {
    if (!reasons.equals("[]")) {
      json.raw("reasons", reasons);
    }
  }
}
