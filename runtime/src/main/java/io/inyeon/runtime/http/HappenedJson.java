package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Events and their ways in the form of the API.
final class HappenedJson {
  private HappenedJson() {}

  /// One event. Its body is a text, exactly as it came: what is quarantined may be no JSON at all.
  ///
  /// @param seen what of it the reader may see; `null` for all
  static void event(JsonWriter json, Happened event, Labels.@Nullable Seen seen) {
    fields(json.startObject(), event, seen);
    json.endObject();
  }

  /// The same with what became of it.
  static void live(JsonWriter json, Happened event, String outcome) {
    fields(json.startObject().text("outcome", outcome), event, null);
    json.endObject();
  }

  private static void fields(JsonWriter json, Happened event, Labels.@Nullable Seen seen) {
    var owner = event.owner();
    var type = owner == null ? "" : owner.substring(0, Math.max(0, owner.indexOf(':')));
    json.text("position", Long.toString(event.position()))
        .text("source", event.sourceId())
        .text("messageId", event.messageId())
        .text("call", event.call())
        .text("name", event.name())
        .time("time", event.time())
        .time("receivedAt", event.receivedAt())
        .text("owner", seen == null || seen.identifier(type) ? owner : null);
    if (seen != null) {
      seen(json, event, seen);
      return;
    }
    reasons(json, event.reasons());
    var counts = event.counts();
    if (counts != null) {
      json.raw("counts", counts);
    }
    json.text("body", new String(event.body(), UTF_8));
  }

  /// The event without what labels hide; what cannot be read is not told at all.
  private static void seen(JsonWriter json, Happened event, Labels.Seen seen) {
    var hidden = new ArrayList<String>();
    var counts = event.counts();
    if (counts != null && JsonReader.event(counts.getBytes(UTF_8)) instanceof Value.Fields fields) {
      json.value("counts", seen.event(fields, hidden));
    }
    var body =
        JsonReader.event(event.body()) instanceof Value.Fields fields
            ? new String(JsonWriter.bytes(seen.event(fields, hidden)), UTF_8)
            : "";
    json.text("body", body);
    if (!hidden.isEmpty()) {
      json.startArray("masked");
      hidden.stream().distinct().forEach(json::item);
      json.endArray();
    }
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
