package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Status;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The numbers of the server, for people as JSON and for Prometheus as OpenMetrics.
final class Numbers {
  private Numbers() {}

  static Answer status(Vitals vitals) {
    return Answer.json(json(vitals));
  }

  static JsonWriter json(Vitals vitals) {
    var status = vitals.status();
    var json =
        new JsonWriter()
            .startObject()
            .text("version", status.version())
            .time("startedAt", status.startedAt())
            .startObject("outcomes");
    outcomes(json, status.events());
    json.startArray("sources");
    status
        .bySource()
        .forEach((id, events) -> {
          json.startObject().text("id", id).startObject("outcomes");
          outcomes(json, events);
          json.endObject();
        });
    json.endArray().startObject("positions");
    status.positions().forEach((name, position) -> json.text(name, Long.toString(position)));
    json.endObject().number("lag", lag(status)).startObject("bytes");
    status.bytes().forEach(json::number);
    json.endObject().startObject("counts");
    status.counts().forEach(json::number);
    json.endObject().startArray("ailments");
    vitals
        .ailments()
        .forEach(ailment ->
            json.startObject()
                .text("code", ailment.code())
                .text("error", ailment.error())
                .endObject());
    json.endArray().startArray("behind");
    vitals
        .behind()
        .forEach((part, error) ->
            json.startObject().text("part", part).text("error", error).endObject());
    json.endArray();
    var analytics = vitals.analytics();
    if (analytics != null) {
      json.startObject("analytics")
          .text("phase", analytics.phase())
          .decimal(
              "progress", BigDecimal.valueOf(analytics.progress()).setScale(4, RoundingMode.DOWN))
          .text("error", analytics.error())
          .endObject();
    }
    return json.endObject();
  }

  static Answer metrics(Vitals vitals, Meters meters) {
    var status = vitals.status();
    var text = new Text();
    text.family("inyeon_events", "counter", "Events by how they ended.");
    outcomes(status.events())
        .forEach((outcome, count) -> text.sample("_total", "outcome", outcome, count));
    text.family("inyeon_http_answers", "counter", "Answers by status.");
    meters
        .answers()
        .forEach((code, count) -> text.sample("_total", "status", code.toString(), count));
    text.family("inyeon_http_events", "counter", "Events taken by the HTTP edge.");
    text.sample("_total", meters.events.sum());
    text.family("inyeon_http_event_bytes", "counter", "Their bytes.");
    text.sample("_total", meters.bytes.sum());
    text.family("inyeon_http_client_metrics", "counter", "SDKs' own metrics, dropped.");
    text.sample("_total", meters.clientMetrics.sum());
    text.family("inyeon_log_position", "gauge", "How far each part has come along the log.");
    status.positions().forEach((part, position) -> text.sample("", "part", part, position));
    text.family("inyeon_lag_entries", "gauge", "Durable entries that are not decided yet.");
    text.sample("", lag(status));
    text.family("inyeon_disk_bytes", "gauge", "Bytes on disk.");
    status.bytes().forEach((part, bytes) -> text.sample("", "part", part, bytes));
    text.family("inyeon_things", "gauge", "How many there are.");
    status.counts().forEach((thing, count) -> text.sample("", "thing", thing, count));
    text.family("inyeon_start_time_seconds", "gauge", "When the server started.");
    text.sample("", status.startedAt() / 1000);
    return new Answer(
        Status.OK_200, Answer.METRICS, text.end().getBytes(UTF_8), List.of(Answer.NO_STORE));
  }

  private static void outcomes(JsonWriter json, OutcomeCounts events) {
    json.number("received", events.received());
    outcomes(events).forEach(json::number);
    json.endObject();
  }

  private static Map<String, Long> outcomes(OutcomeCounts events) {
    var counts = new LinkedHashMap<String, Long>();
    counts.put("accepted", events.accepted());
    counts.put("duplicate", events.duplicate());
    counts.put("quarantined", events.quarantined());
    counts.put("dropped", events.dropped());
    return counts;
  }

  private static long lag(Vitals.Status status) {
    var durable = status.positions().getOrDefault("durable", 0L);
    return Math.max(0, durable - status.positions().getOrDefault("decided", durable));
  }

  /// Lines of the exposition format.
  private static final class Text {
    private final StringBuilder lines = new StringBuilder();
    private String family = "";

    void family(String name, String type, String help) {
      family = name;
      lines.append("# TYPE ").append(name).append(' ').append(type).append('\n');
      lines.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    void sample(String suffix, long number) {
      lines.append(family).append(suffix).append(' ').append(number).append('\n');
    }

    void sample(String suffix, String label, String value, long number) {
      lines.append(family).append(suffix).append('{').append(label).append("=\"");
      lines.append(value.replaceAll("[\"\\\\\n]", "_")).append("\"} ").append(number).append('\n');
    }

    String end() {
      return lines.append("# EOF\n").toString();
    }
  }
}
