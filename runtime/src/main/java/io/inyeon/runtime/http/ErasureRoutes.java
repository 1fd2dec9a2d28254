package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.ErasureDesk.Erased;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places where people are erased.
final class ErasureRoutes {
  private static final int LONGEST_REASON = 1_000;

  private final ErasureDesk desk;

  ErasureRoutes(ErasureDesk desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case ERASURES -> page(exchange);
      case ERASURE_MAKE -> make(exchange, author);
      case ERASURE -> Answer.json(ErasureJson.one(known(desk.one(arguments.getFirst()))));
      case ERASURE_SCRUB ->
          Answer.json(
              Status.ACCEPTED_202, ErasureJson.one(known(desk.scrub(arguments.getFirst()))));
      case ERASURE_CERTIFICATE -> certificate(exchange, arguments.getFirst());
      default -> throw new IllegalArgumentException("not about erasures: " + route);
    };
  }

  private Answer page(Exchange exchange) throws Refusal {
    var cursor = exchange.parameter("cursor");
    var page = desk.page(cursor == null ? "" : cursor, Page.limit(exchange));
    if (page == null) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    var json = new JsonWriter().startObject().startArray("erasures");
    page.items().forEach(each -> ErasureJson.write(json.startObject(), each).endObject());
    return Answer.json(json.endArray().text("next", page.next()).endObject());
  }

  private Answer make(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    var asked = RequestBody.fields(exchange);
    var who = who(asked);
    if (preview(exchange)) {
      var foreseen = desk.preview(who);
      if (foreseen == null) {
        throw Refusal.nobody();
      }
      return Answer.json(ErasureJson.foreseen(foreseen));
    }
    var reason = asked.text("reason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new Refusal(
          400,
          "missing_reason",
          "Say why, in 1 to " + LONGEST_REASON + " characters, without anything of the person's.");
    }
    var scrub = asked.get("scrub");
    if (scrub != null && !(scrub instanceof Value.Text(var when) && when.matches("now|later"))) {
      throw new Refusal(400, "invalid_scrub", "scrub is now or later.");
    }
    var now = scrub instanceof Value.Text(var when) && when.equals("now");
    var erased = desk.erase(who, reason.strip(), author, now);
    if (erased == null) {
      throw Refusal.nobody();
    }
    return Answer.json(
        erased.effective() > 0 ? Status.CREATED_201 : Status.ACCEPTED_202, ErasureJson.one(erased));
  }

  /// The one person that a body names.
  static Who who(Value.Fields asked) throws Refusal {
    var profile = asked.text("profile");
    var identifier = asked.get("identifier");
    if (profile != null && identifier == null && !profile.isBlank()) {
      return Who.of(profile);
    }
    if (profile == null && identifier instanceof Value.Fields named) {
      var type = named.text("type");
      var value = named.text("value");
      if (type != null && value != null && !type.isBlank() && !value.isBlank()) {
        return new Who.Named(type, value);
      }
    }
    throw new Refusal(
        400,
        "missing_identifier",
        "Name one person: \"profile\" (its id, or type:value), or \"identifier\" with type and"
            + " value.");
  }

  private Answer certificate(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    var format = exchange.parameter("format");
    if (format != null && !format.matches("json|html")) {
      throw new Refusal(400, "invalid_format", "format is json or html.");
    }
    var certified = desk.certificate(id);
    if (certified == null) {
      throw unknown();
    }
    if (!"html".equals(format)) {
      return new Answer(
          Status.OK_200, Answer.JSON, certified.json().getBytes(UTF_8), List.of(Answer.NO_STORE));
    }
    var lang = exchange.parameter("lang");
    if (lang != null && !lang.matches("ko|en")) {
      throw new Refusal(400, "invalid_lang", "lang is ko or en.");
    }
    return new Answer(
        Status.OK_200,
        Answer.HTML,
        CertificatePage.of(certified, lang == null ? "ko" : lang),
        List.of(
            Answer.NO_STORE,
            HeaderValues.create(
                HeaderNames.create("Content-Security-Policy"),
                "default-src 'none'; style-src 'unsafe-inline'")));
  }

  private static Erased known(@Nullable Erased erased) throws Refusal {
    if (erased == null) {
      throw unknown();
    }
    return erased;
  }

  private static Refusal unknown() {
    return new Refusal(404, "erasure_not_found", "There is no erasure with this id.");
  }

  static boolean preview(Exchange exchange) throws Refusal {
    var written = exchange.parameter("preview");
    if (written == null || written.equals("false")) {
      return false;
    }
    if (written.equals("true") || written.isEmpty()) {
      return true;
    }
    // To erase by mistake who was only to be looked at cannot be undone.
    throw new Refusal(400, "invalid_preview", "preview is true or false.");
  }
}
