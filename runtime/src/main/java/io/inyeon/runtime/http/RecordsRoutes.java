package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Restrictions;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.RightsRecords.Asked;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.http.RightsRecords.Request;
import io.inyeon.runtime.http.RightsRecords.State;
import io.inyeon.runtime.http.RightsRecords.Suppressed;
import io.inyeon.runtime.http.RightsRecords.Wanted;
import io.inyeon.runtime.json.JsonWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The places of requests, suppressed addresses and restrictions.
final class RecordsRoutes {
  private static final int LONGEST = 1_000;
  private static final int UNASKED = 1_000;
  private static final int MOST_ITEMS = 10_000;

  private final RightsRecords desk;

  /// How far the clock of whoever asks may be ahead.
  private static final long SKEW_MS = 5 * 60_000;

  private final InstantSource clock = InstantSource.system();

  RecordsRoutes(RightsRecords desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case RIGHTS_REQUESTS -> requests(exchange);
      case RIGHTS_REQUEST_MAKE -> ask(RequestBody.fields(exchange), author);
      case RIGHTS_REQUEST -> one(known(arguments.getFirst()), true);
      case RIGHTS_REQUEST_CHANGE ->
          change(known(arguments.getFirst()), RequestBody.fields(exchange), author);
      case SUPPRESSIONS -> suppressions(exchange);
      case SUPPRESSION_ADD -> suppress(RequestBody.fields(exchange), author);
      case SUPPRESSION_CHECK -> check(RequestBody.fields(exchange));
      case SUPPRESSION_REMOVE -> gone(desk.release(arguments.getFirst(), author), "suppression");
      case RESTRICTIONS -> restrictions(exchange);
      case RESTRICTION_MAKE -> restrict(RequestBody.fields(exchange), author);
      case RESTRICTION_LIFT -> gone(desk.lift(arguments.getFirst(), author), "restriction");
      default -> throw new IllegalArgumentException("no record of rights: " + route);
    };
  }

  // ---- requests

  private Answer requests(Exchange exchange) throws Refusal {
    var written = exchange.parameter("state");
    var kind = exchange.parameter("kind");
    var cursor = exchange.parameter("cursor");
    var page =
        desk.requests(
            new Asked(
                written == null ? null : word(State.class, written, "invalid_state"),
                kind == null ? null : word(Kind.class, kind, "invalid_kind"),
                truth(exchange, "closed")),
            cursor == null ? "" : cursor,
            limit(exchange));
    if (page == null) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    var json = new JsonWriter().startObject().startArray("requests");
    page.items().forEach(each -> RecordsJson.request(json, each, clock.millis(), null));
    return Answer.json(json.endArray().text("next", page.next()).endObject());
  }

  /// More than elsewhere unless said otherwise: these lists once came whole.
  static int limit(Exchange exchange) throws Refusal {
    return exchange.parameter("limit") == null ? UNASKED : Page.limit(exchange);
  }

  /// The id of the last of the page before; empty for the beginning.
  static String cursor(Exchange exchange) throws Refusal {
    var cursor = exchange.parameter("cursor");
    if (cursor != null && !cursor.matches("\\w{1,100}")) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    return cursor == null ? "" : cursor;
  }

  private static @Nullable Boolean truth(Exchange exchange, String name) throws Refusal {
    var written = exchange.parameter(name);
    if (written != null && !written.matches("true|false")) {
      throw new Refusal(400, "invalid_" + name, name + " is true or false.");
    }
    return written == null ? null : (Boolean) written.equals("true");
  }

  private Answer ask(Value.Fields asked, String author) throws Refusal, Intake.Unavailable {
    var kind = word(Kind.class, asked.text("kind"), "invalid_kind");
    var law = asked.text("law");
    if (law != null && !law.matches("pipa|gdpr")) {
      throw new Refusal(400, "invalid_law", "law is pipa (10 days) or gdpr (30 days).");
    }
    var channel = said(asked, "channel", "service");
    if (!channel.matches("[a-z][a-z0-9_]{0,49}")) {
      throw new Refusal(400, "invalid_channel", "channel is e.g. service, phone or letter.");
    }
    var received = instant(asked, "receivedAt");
    if (received != null && received > clock.millis() + SKEW_MS) {
      // It would be due when nobody is there any more to mind.
      throw new Refusal(400, "invalid_instant", "receivedAt is no later than now.");
    }
    var request =
        desk.ask(
            new Wanted(
                ErasureRoutes.who(asked),
                kind,
                law,
                received,
                channel,
                said(asked, "about", ""),
                said(asked, "words", ""),
                ""),
            author);
    if (request == null) {
      throw new Refusal(
          422,
          "words_of_nobody",
          "Nobody is known by this name, and a person's words are kept with the person. File it"
              + " without them.");
    }
    var json = new JsonWriter();
    RecordsJson.request(json, request, clock.millis(), null);
    return Answer.json(Status.CREATED_201, json);
  }

  private Answer one(Request request, boolean words) throws Intake.Unavailable {
    var json = new JsonWriter();
    RecordsJson.request(json, request, clock.millis(), words ? desk.words(request) : null);
    return Answer.json(json);
  }

  private Answer change(Request was, Value.Fields asked, String author)
      throws Refusal, Intake.Unavailable {
    var state =
        asked.get("state") == null
            ? was.state()
            : word(State.class, asked.text("state"), "invalid_state");
    var note = said(asked, "identityNote", was.identityNote());
    var outcome = said(asked, "outcome", was.outcome());
    var closed = state == State.DONE || state == State.REFUSED;
    if (state != State.OPEN && note.isBlank()) {
      throw new Refusal(
          422, "missing_identity_note", "Say how it was made certain who asks: identityNote.");
    }
    if (closed && outcome.isBlank()) {
      throw new Refusal(422, "missing_outcome", "Say what came of it: outcome.");
    }
    var changed =
        was.standing(state, note, outcome, said(asked, "erasure", was.erasure()), clock.millis());
    desk.save(changed, author);
    return one(changed, false);
  }

  private Request known(String id) throws Refusal {
    var request = desk.request(id);
    if (request == null) {
      throw new Refusal(404, "request_not_found", "There is no request with this id.");
    }
    return request;
  }

  // ---- suppression

  private Answer suppressions(Exchange exchange) throws Refusal {
    var limit = Page.limit(exchange);
    var cursor = exchange.parameter("cursor");
    var page = desk.suppressions(cursor == null ? "" : cursor, limit + 1);
    var json = new JsonWriter().startObject().startArray("suppressions");
    page.subList(0, Math.min(limit, page.size()))
        .forEach(each -> RecordsJson.suppression(json, each));
    return Answer.json(
        json.endArray()
            .text("next", page.size() > limit ? page.get(limit - 1).id() : null)
            .endObject());
  }

  private Answer suppress(Value.Fields asked, String author) throws Refusal, Intake.Unavailable {
    var all = new ArrayList<Suppressed>();
    for (var item : items(asked)) {
      var expires = instant(item, "expiresAt");
      all.add(
          new Suppressed(
              channel(item), ErasureRoutes.who(item), reason(item), expires == null ? 0 : expires));
    }
    var json = new JsonWriter().startObject().startArray("results");
    for (var id : desk.suppress(all, author)) {
      json.startObject()
          .text("id", id)
          .text("status", id == null ? "no_identifier" : "suppressed")
          .endObject();
    }
    return Answer.json(Status.CREATED_201, json.endArray().endObject());
  }

  private Answer check(Value.Fields asked) throws Refusal, Intake.Unavailable {
    var json = new JsonWriter().startObject().startArray("results");
    for (var item : items(asked)) {
      var found = desk.suppressed(channel(item), ErasureRoutes.who(item));
      json.startObject().truth("suppressed", found != null);
      if (found != null) {
        json.text("id", found.id()).text("reason", found.reason());
      }
      json.endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  private static List<Value.Fields> items(Value.Fields asked) throws Refusal {
    if (asked.get("items") instanceof Value.Items(var items)
        && !items.isEmpty()
        && items.size() <= MOST_ITEMS
        && items.stream().allMatch(item -> item instanceof Value.Fields)) {
      return items.stream().map(item -> (Value.Fields) item).toList();
    }
    throw new Refusal(400, "invalid_items", "items is a list of 1 to 10,000 objects.");
  }

  private static String channel(Value.Fields item) throws Refusal {
    var channel = item.text("channel");
    if (channel == null || !channel.matches("[a-z][a-z0-9_-]{0,49}")) {
      throw new Refusal(400, "invalid_channel", "channel is e.g. email, sms, push, or all.");
    }
    return channel;
  }

  private static Answer gone(boolean was, String what) throws Refusal {
    if (!was) {
      throw new Refusal(404, what + "_not_found", "There is no " + what + " with this id.");
    }
    return Answer.json(new JsonWriter().startObject().truth("success", true).endObject());
  }

  // ---- restriction and objection

  private Answer restrictions(Exchange exchange) throws Refusal, Intake.Unavailable {
    var profile = exchange.parameter("profile");
    var cursor = exchange.parameter("cursor");
    var limit = profile == null ? limit(exchange) : Integer.MAX_VALUE;
    var automated = Boolean.TRUE.equals(truth(exchange, "automatedDecisions"));
    var all =
        profile == null
            ? desk.restrictions(automated, cursor == null ? "" : cursor, limit + 1)
            : desk.restrictions(Who.of(profile)).stream()
                .filter(each -> !automated || each.automated())
                .toList();
    var json = new JsonWriter().startObject().startArray("restrictions");
    all.stream().limit(limit).forEach(each -> RecordsJson.restriction(json, each));
    return Answer.json(
        json.endArray()
            .text("next", all.size() > limit ? all.get(limit - 1).id() : null)
            .endObject());
  }

  private Answer restrict(Value.Fields asked, String author) throws Refusal, Intake.Unavailable {
    var purposes = new ArrayList<String>();
    if (asked.get("purposes") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (!(item instanceof Value.Text(var purpose)) || purpose.isBlank()) {
          throw new Refusal(400, "invalid_purposes", "purposes is a list of names.");
        }
        purposes.add(purpose);
      }
    } else if (asked.get("purposes") != null) {
      throw new Refusal(400, "invalid_purposes", "purposes is a list of names.");
    }
    var automated = asked.get("automatedDecisions");
    if (automated != null && !(automated instanceof Value.Truth)) {
      throw new Refusal(400, "invalid_automated_decisions", "automatedDecisions is true or false.");
    }
    var unknown = desk.unknownPurposes(purposes);
    if (!unknown.isEmpty()) {
      throw new Refusal(422, "unknown_purpose", "There is no purpose " + unknown + ".");
    }
    if (automated instanceof Value.Truth(var objected) && objected) {
      purposes.add(Restrictions.AUTOMATED);
    }
    var made = desk.restrict(ErasureRoutes.who(asked), purposes, reason(asked), author);
    if (made == null) {
      throw Refusal.nobody();
    }
    var json = new JsonWriter();
    RecordsJson.restriction(json, made);
    return Answer.json(Status.CREATED_201, json);
  }

  // ---- parts

  static String reason(Value.Fields asked) throws Refusal {
    var reason = asked.text("reason");
    if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
      throw new Refusal(400, "missing_reason", "Say why, in 1 to " + LONGEST + " characters.");
    }
    return reason.strip();
  }

  static String said(Value.Fields asked, String name, String was) throws Refusal {
    if (asked.get(name) == null) {
      return was;
    }
    var text = asked.text(name);
    if (text == null || text.length() > LONGEST) {
      throw new Refusal(
          400, "invalid_text", name + " is a text of " + LONGEST + " characters at most.");
    }
    return text.strip();
  }

  static @Nullable Long instant(Value.Fields asked, String name) throws Refusal {
    if (asked.get(name) == null) {
      return null;
    }
    try {
      return Instant.parse(String.valueOf(asked.text(name))).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new Refusal(400, "invalid_instant", name + " is e.g. 2026-03-01T00:00:00Z.");
    }
  }

  private static <E extends Enum<E>> E word(Class<E> of, @Nullable String text, String code)
      throws Refusal {
    for (var each : of.getEnumConstants()) {
      if (text != null && text.toLowerCase(Locale.ROOT).equals(RecordsJson.lower(each))) {
        return each;
      }
    }
    var words = new ArrayList<String>();
    for (var each : of.getEnumConstants()) {
      words.add(RecordsJson.lower(each));
    }
    throw new Refusal(400, code, "One of " + String.join(", ", words) + ".");
  }
}
