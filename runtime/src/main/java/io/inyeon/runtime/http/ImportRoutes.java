package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.Locale;

/// Imports over the management API.
final class ImportRoutes {
  private static final int LONGEST_NAME = 500;

  private final ImportDesk desk;

  ImportRoutes(ImportDesk desk) {
    this.desk = desk;
  }

  /// A call of the desk's.
  @FunctionalInterface
  private interface Call {
    ImportJob make() throws ImportDesk.Refused, Intake.Unavailable;
  }

  private static Answer answer(Status status, Call call) throws Refusal, Intake.Unavailable {
    try {
      return Answer.json(status, job(new JsonWriter(), call.make()));
    } catch (ImportDesk.Refused e) {
      throw refusal(e);
    }
  }

  private static Refusal refusal(ImportDesk.Refused e) {
    return new Refusal(new Problem(e.status(), e.code(), e.detail(), 0, e.reasons()));
  }

  Answer all() {
    var json = new JsonWriter().startObject().startArray("imports");
    desk.imports().forEach(each -> job(json, each));
    json.endArray().startArray("undoing");
    desk.undoing().forEach(json::item);
    return Answer.json(json.endArray().endObject());
  }

  Answer one(String id) throws Refusal, Intake.Unavailable {
    return answer(Status.OK_200, () -> desk.find(id));
  }

  Answer create(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    if (!(JsonReader.event(RequestBody.read(exchange)) instanceof Value.Fields fields)) {
      throw new Refusal(400, "invalid_json", "The body must be a JSON object.");
    }
    var name = fields.text("name");
    var source = fields.text("source");
    var sha256 = fields.text("sha256");
    var map = fields.get("map");
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw new Refusal(400, "invalid_name", "A file needs a name of 1 to 500 characters.");
    }
    if (source == null
        || map == null
        || !(fields.get("bytes") instanceof Value.Decimal(BigDecimal bytes))) {
      throw new Refusal(
          400, "incomplete", "Say source, name, bytes and sha256 of the file, and its map.");
    }
    var wanted =
        new ImportDesk.Wanted(
            source, name.strip(), bytes.longValue(), sha256 == null ? "" : sha256, map);
    return answer(Status.CREATED_201, () -> desk.create(wanted, author));
  }

  Answer upload(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    var offset = number(exchange, "offset");
    var part = RequestBody.raw(exchange);
    return answer(Status.OK_200, () -> desk.upload(id, offset, part));
  }

  Answer start(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    var rehearse = "true".equals(exchange.parameter("rehearse"));
    return answer(Status.OK_200, () -> desk.start(id, rehearse));
  }

  Answer cancel(String id) throws Refusal, Intake.Unavailable {
    return answer(Status.OK_200, () -> desk.cancel(id));
  }

  Answer undo(String id, String author) throws Refusal, Intake.Unavailable {
    return answer(Status.OK_200, () -> desk.undo(id, author));
  }

  Answer undoSource(String id, String author) throws Refusal, Intake.Unavailable {
    try {
      var position = desk.undoSource(id, author);
      return Answer.json(
          new JsonWriter().startObject().text("position", Long.toString(position)).endObject());
    } catch (ImportDesk.Refused e) {
      throw refusal(e);
    }
  }

  Answer preview(String id) throws Refusal {
    try {
      var json = new JsonWriter().startObject().startArray("events");
      desk.preview(id).forEach(json::value);
      return Answer.json(json.endArray().endObject());
    } catch (ImportDesk.Refused e) {
      throw refusal(e);
    }
  }

  Answer rejected(Exchange exchange, String id) throws Refusal {
    try {
      var page = desk.rejected(id, number(exchange, "from"));
      var json = new JsonWriter().startObject().startArray("rows");
      page.rows().forEach(json::value);
      json.endArray();
      var next = page.next();
      if (next != null) {
        json.number("next", next);
      }
      return Answer.json(json.endObject());
    } catch (ImportDesk.Refused e) {
      throw refusal(e);
    }
  }

  private static long number(Exchange exchange, String name) throws Refusal {
    var written = exchange.parameter(name);
    if (written == null) {
      return 0;
    }
    try {
      var number = Long.parseLong(written);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Falls through to the one answer for all that is no number.
    }
    throw new Refusal(400, "invalid_" + name, "It is a whole number of bytes.");
  }

  private static JsonWriter job(JsonWriter json, ImportJob job) {
    json.startObject()
        .text("id", job.id())
        .text("source", job.sourceId())
        .text("name", job.name())
        .number("bytes", job.bytes())
        .text("sha256", job.sha256())
        .text("author", job.author())
        .time("createdAt", job.createdAt())
        .text("state", job.state().name().toLowerCase(Locale.ROOT))
        .number("uploaded", job.uploaded())
        .truth("rehearsal", job.rehearsal())
        .number("rows", job.rows())
        .number("readBytes", job.readBytes())
        .number("accepted", job.outcomes().accepted())
        .number("duplicate", job.outcomes().duplicate())
        .number("quarantined", job.outcomes().quarantined())
        .number("dropped", job.outcomes().dropped())
        .number("rejected", job.rejected())
        .startObject("reasons");
    job.reasons().forEach(json::number);
    json.endObject();
    if (job.from() > 0) {
      json.text("from", Long.toString(job.from()));
    }
    if (job.to() > 0) {
      json.text("position", Long.toString(job.to()));
    }
    return json.text("waiting", job.waiting())
        .text("error", job.errorCode())
        .text("errorDetail", job.errorDetail())
        .endObject();
  }
}
