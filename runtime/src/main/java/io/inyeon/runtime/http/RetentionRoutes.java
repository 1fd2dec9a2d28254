package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.RetentionDesk.Due;
import io.inyeon.runtime.http.RetentionDesk.Run;
import io.inyeon.runtime.http.RetentionDesk.Saved;
import io.inyeon.runtime.http.RetentionDesk.Version;
import io.inyeon.runtime.json.JsonWriter;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;

/// The places of retention.
final class RetentionRoutes {
  private final RetentionDesk desk;

  RetentionRoutes(RetentionDesk desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case RETENTION -> Answer.json(current());
      case RETENTION_SAVE -> save(exchange, author);
      case RETENTION_PREVIEW -> preview(RequestBody.fields(exchange));
      case RETENTION_RUN -> {
        desk.run(author);
        yield Answer.json(Status.ACCEPTED_202, current());
      }
      case RETENTION_RUNS -> runs(exchange);
      case RETENTION_VERSIONS -> versions(exchange);
      default -> throw new IllegalArgumentException("no place of retention: " + route);
    };
  }

  private JsonWriter current() {
    var json = version(new JsonWriter().startObject(), desk.current());
    var runs = desk.runs("", 1);
    if (!runs.isEmpty()) {
      var last = run(json.startObject("lastRun"), runs.getFirst());
      if (runs.getFirst().state() == RetentionDesk.State.RUNNING) {
        last.number("hidden", desk.hidden());
      }
      json.endObject();
    }
    return json.endObject();
  }

  private Answer versions(Exchange exchange) throws Refusal {
    var limit = RecordsRoutes.limit(exchange);
    var cursor = RecordsRoutes.cursor(exchange);
    if (!cursor.matches("[1-9][0-9]{0,8}|")) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    var page = desk.versions(cursor.isEmpty() ? 0 : Integer.parseInt(cursor), limit + 1);
    var json = new JsonWriter().startObject().startArray("versions");
    page.stream().limit(limit).forEach(each -> version(json.startObject(), each).endObject());
    var last = page.size() > limit ? page.get(limit - 1) : null;
    return Answer.json(
        json.endArray()
            .text("next", last == null ? null : Integer.toString(last.version()))
            .endObject());
  }

  private static JsonWriter version(JsonWriter json, Version version) {
    json.number("version", version.version());
    version.retention().written().values().forEach(json::value);
    if (version.version() > 0) {
      json.text("author", version.author())
          .text("reason", version.reason())
          .time("savedAt", version.at());
    }
    return json;
  }

  private Answer save(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    var asked = RequestBody.fields(exchange);
    var match = exchange.header(HeaderNames.IF_MATCH);
    var seen = match == null ? "-1" : match.replace("\"", "");
    if (!seen.matches("-1|[0-9]{1,8}")) {
      throw new Refusal(400, "invalid_if_match", "If-Match is a version in quotes, e.g. \"1\".");
    }
    var reason = RecordsRoutes.said(asked, "reason", "");
    return switch (desk.save(asked, Integer.parseInt(seen), reason, author)) {
      case Saved.Done _ -> Answer.json(current());
      case Saved.Wrong(var problems) ->
          throw new Refusal(422, "invalid_retention", String.join("; ", problems));
      case Saved.Conflict _ ->
          throw new Refusal(412, "version_conflict", "Somebody else has saved it meanwhile.");
    };
  }

  private Answer preview(Value.Fields asked) throws Refusal, Intake.Unavailable {
    var told = new AtomicReference<Due>();
    var problems = desk.preview(asked.get("rules") == null ? null : asked, told::set);
    var foreseen = told.get();
    if (!problems.isEmpty() || foreseen == null) {
      throw new Refusal(422, "invalid_retention", String.join("; ", problems));
    }
    var json = counts(new JsonWriter().startObject(), "events", foreseen.events());
    json.number("keptByLaw", foreseen.keptByLaw());
    return Answer.json(
        counts(json, "traits", foreseen.traits()).truth("whole", foreseen.whole()).endObject());
  }

  private Answer runs(Exchange exchange) throws Refusal {
    var limit = RecordsRoutes.limit(exchange);
    var page = desk.runs(RecordsRoutes.cursor(exchange), limit + 1);
    var json = new JsonWriter().startObject().startArray("runs");
    page.stream().limit(limit).forEach(each -> run(json.startObject(), each).endObject());
    return Answer.json(
        json.endArray()
            .text("next", page.size() > limit ? page.get(limit - 1).id() : null)
            .endObject());
  }

  private static JsonWriter run(JsonWriter json, Run run) {
    json.text("id", run.id())
        .number("version", run.version())
        .text("by", run.by())
        .text("state", RecordsJson.lower(run.state()))
        .text("phase", run.phase())
        .time("startedAt", run.startedAt());
    if (run.endedAt() > 0) {
      json.time("endedAt", run.endedAt());
    }
    counts(json, "events", run.events()).number("keptByLaw", run.keptByLaw());
    return counts(json, "traits", run.traits())
        .text("error", run.error().isEmpty() ? null : run.error());
  }

  private static JsonWriter counts(JsonWriter json, String name, SortedMap<String, Long> counts) {
    json.startObject(name);
    counts.forEach(json::number);
    return json.endObject();
  }
}
