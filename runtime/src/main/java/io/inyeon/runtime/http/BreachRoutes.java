package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Status;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.BreachDesk.Breach;
import io.inyeon.runtime.http.BreachDesk.Extent;
import io.inyeon.runtime.http.BreachDesk.Opened;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.text.Csv;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The places of breaches.
final class BreachRoutes {
  private static final int BUFFER = 65_536;

  private final BreachDesk desk;
  private final ProcessingDesk processing;
  private final ZoneId zone;
  private final InstantSource clock = InstantSource.system();

  /// @param zone in which drafts tell times
  BreachRoutes(BreachDesk desk, ProcessingDesk processing, ZoneId zone) {
    this.desk = desk;
    this.processing = processing;
    this.zone = zone;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case BREACHES -> {
        var limit = RecordsRoutes.limit(exchange);
        var page = desk.latest(RecordsRoutes.cursor(exchange), limit + 1);
        var json = new JsonWriter().startObject().startArray("breaches");
        page.stream().limit(limit).forEach(each -> breach(json, each));
        yield Answer.json(
            json.endArray()
                .text("next", page.size() > limit ? page.get(limit - 1).id() : null)
                .endObject());
      }
      case BREACH_OPEN ->
          ErasureRoutes.preview(exchange)
              ? foresee(RequestBody.fields(exchange))
              : open(RequestBody.fields(exchange), author);
      case BREACH -> one(Status.OK_200, known(arguments.getFirst()));
      case BREACH_NOTE -> note(known(arguments.getFirst()), RequestBody.fields(exchange), author);
      case BREACH_DRAFTS -> drafts(exchange, known(arguments.getFirst()));
      case BREACH_PEOPLE -> people(exchange, known(arguments.getFirst()));
      default -> throw new IllegalArgumentException("no place of breaches: " + route);
    };
  }

  private Answer open(Value.Fields asked, String author) throws Refusal, Intake.Unavailable {
    var discovered = RecordsRoutes.instant(asked, "discoveredAt");
    var now = clock.millis();
    if (discovered != null && discovered > now) {
      throw new Refusal(400, "in_the_future", "discoveredAt is when it was found out.");
    }
    return switch (desk.open(
        extent(asked),
        discovered == null ? now : discovered,
        RecordsRoutes.reason(asked),
        author)) {
      case Opened.Done(var breach) -> one(Status.CREATED_201, breach);
      case Opened.Not(var status, var code, var detail) -> throw new Refusal(status, code, detail);
    };
  }

  private Answer foresee(Value.Fields asked) throws Refusal, Intake.Unavailable {
    return switch (desk.foresee(extent(asked))) {
      case Opened.Done(var breach) ->
          Answer.json(found(new JsonWriter().startObject(), breach).endObject());
      case Opened.Not(var status, var code, var detail) -> throw new Refusal(status, code, detail);
    };
  }

  /// One of `source`, `import`, `export` with `at`, or `from` and `to`.
  private static Extent extent(Value.Fields asked) throws Refusal {
    var from = RecordsRoutes.instant(asked, "from");
    var to = RecordsRoutes.instant(asked, "to");
    var since = from == null ? 0 : from;
    var until = to == null ? Long.MAX_VALUE : to;
    var source = asked.text("source");
    var imported = asked.text("import");
    var exported = asked.text("export");
    var at = RecordsRoutes.instant(asked, "at");
    if (since >= until) {
      throw new Refusal(400, "invalid_period", "from is before to.");
    }
    if (source != null && imported == null && exported == null) {
      return new Extent("source", source, since, until);
    }
    if (imported != null && source == null && exported == null) {
      return new Extent("import", imported, 0, Long.MAX_VALUE);
    }
    if (exported != null && at != null && source == null && imported == null) {
      return new Extent("export", exported, at, Long.MAX_VALUE);
    }
    if (source == null && imported == null && exported == null && from != null && to != null) {
      return new Extent("period", "", since, until);
    }
    throw new Refusal(
        400,
        "invalid_extent",
        "Say what got out: source, import, export (its Request-Id) with at, or from and to.");
  }

  private Breach known(String id) throws Refusal {
    var breach = desk.one(id);
    if (breach == null) {
      throw new Refusal(404, "breach_not_found", "There is no breach with this id.");
    }
    return breach;
  }

  private Answer note(Breach breach, Value.Fields asked, String author)
      throws Refusal, Intake.Unavailable {
    var authority = RecordsRoutes.instant(asked, "authorityAt");
    var subjects = RecordsRoutes.instant(asked, "subjectsAt");
    return one(
        Status.OK_200,
        desk.noted(
            breach,
            authority == null ? breach.authorityAt() : authority,
            subjects == null ? breach.subjectsAt() : subjects,
            author));
  }

  private Answer one(Status status, Breach breach) {
    var json = new JsonWriter();
    breach(json, breach);
    return Answer.json(status, json);
  }

  private void breach(JsonWriter json, Breach breach) {
    json.startObject().text("id", breach.id());
    found(json, breach).text("reason", breach.reason()).text("author", breach.author());
    var now = clock.millis();
    json.startObject("clock")
        .time("discoveredAt", breach.discoveredAt())
        .time("dueAt", breach.dueAt())
        .number("minutesLeft", Math.floorDiv(breach.dueAt() - now, 60_000L))
        .truth("overdue", breach.authorityAt() == 0 && breach.dueAt() < now);
    time(json, "authorityAt", breach.authorityAt());
    time(json, "subjectsAt", breach.subjectsAt());
    json.endObject().endObject();
  }

  /// What got out.
  private static JsonWriter found(JsonWriter json, Breach breach) {
    var extent = breach.extent();
    json.startObject("extent").text("kind", extent.kind());
    if (!extent.what().isEmpty()) {
      json.text("id", extent.what());
    }
    if (extent.from() > 0) {
      json.time("from", extent.from());
    }
    if (extent.to() < Long.MAX_VALUE) {
      json.time("to", extent.to());
    }
    json.endObject().number("people", breach.people()).startObject("events");
    breach.events().forEach(json::number);
    json.endObject().startArray("fields");
    breach.fields().forEach(json::item);
    json.endArray();
    time(json, "first", breach.first());
    time(json, "latest", breach.latest());
    return json;
  }

  private static void time(JsonWriter json, String name, long at) {
    if (at > 0) {
      json.time(name, at);
    }
  }

  private Answer drafts(Exchange exchange, Breach breach) throws Refusal {
    var lang = lang(exchange);
    var drafts = new BreachDrafts(breach, processing.controller(), lang.equals("ko"), zone);
    return Answer.json(
        new JsonWriter()
            .startObject()
            .text("lang", lang)
            .text("authority", drafts.authority())
            .text("subjects", drafts.subjects())
            .time("dueAt", breach.dueAt())
            .endObject());
  }

  static String lang(Exchange exchange) throws Refusal {
    var lang = exchange.parameter("lang");
    if (lang != null && !lang.matches("ko|en")) {
      throw new Refusal(400, "invalid_lang", "lang is ko or en.");
    }
    return lang == null ? "ko" : lang;
  }

  private Answer people(Exchange exchange, Breach breach) throws Refusal {
    if (!"csv".equals(exchange.parameter("format"))) {
      throw new Refusal(400, "invalid_format", "People come as a file: ?format=csv.");
    }
    exchange.note().everybody("breach:" + breach.id());
    return Answer.file("text/csv; charset=utf-8", breach.id() + ".csv", out -> csv(breach, out));
  }

  private void csv(Breach breach, OutputStream to) throws IOException {
    var out = new BufferedOutputStream(to, BUFFER);
    out.write("\uFEFFprofile,email,phone,user_id,other\r\n".getBytes(UTF_8));
    desk.people(
        breach,
        (profile, identifiers) ->
            out.write(
                (profile
                        + ","
                        + of("email", identifiers)
                        + ","
                        + of("phone", identifiers)
                        + ","
                        + of("user_id", identifiers)
                        + ","
                        + of(null, identifiers)
                        + "\r\n")
                    .getBytes(UTF_8)));
    out.flush();
  }

  private static String of(@Nullable String type, List<Identifier> identifiers) {
    return Csv.cell(
        identifiers.stream()
            .filter(each ->
                type == null
                    ? !each.type().matches("email|phone|user_id")
                    : each.type().equals(type))
            .map(each -> type == null ? each.toString() : each.value())
            .collect(Collectors.joining(" ")));
  }
}
