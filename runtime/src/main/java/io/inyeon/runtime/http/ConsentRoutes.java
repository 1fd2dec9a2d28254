package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.ConsentDesk.Recorded;
import io.inyeon.runtime.http.ConsentDesk.Saved;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Purposes and consents over HTTP.
final class ConsentRoutes {
  private static final long PATIENCE_MS = 5_000;

  private final ConsentDesk consents;

  ConsentRoutes(ConsentDesk consents) {
    this.consents = consents;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case PURPOSES -> purposes();
      case PURPOSE_CREATE -> save(exchange, null, author);
      case PURPOSE -> purpose(arguments.getFirst());
      case PURPOSE_UPDATE -> save(exchange, arguments.getFirst(), author);
      case CONSENT_RECORD -> record(exchange, author);
      case CONSENT_LEDGER -> Answer.json(ConsentJson.ledger(new JsonWriter(), consents.ledger()));
      case CONSENT_ENTRY -> entry(exchange, arguments.getFirst());
      case CONSENT_RECEIPT -> receipt(exchange, arguments.getFirst());
      case PROFILE_CONSENTS -> standing(exchange, Who.of(arguments.getFirst()));
      case PROFILE_CONSENT_HISTORY -> history(exchange, Who.of(arguments.getFirst()));
      default -> throw new IllegalArgumentException("not of consents: " + route);
    };
  }

  // ---- purposes

  private Answer purposes() {
    var json = new JsonWriter().startObject().startArray("purposes");
    for (var saved : consents.purposes()) {
      ConsentJson.saved(json.startObject(), saved).endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  private Answer purpose(String key) throws Refusal {
    var versions = consents.versions(key);
    if (versions.isEmpty()) {
      throw unknownPurpose();
    }
    var json = ConsentJson.saved(new JsonWriter().startObject(), versions.getFirst());
    json.startArray("versions");
    for (var version : versions) {
      ConsentJson.saved(json.startObject(), version).endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  static Refusal unknownPurpose() {
    return new Refusal(404, "purpose_not_found", "There is no such purpose.");
  }

  private Answer save(Exchange exchange, @Nullable String key, String author)
      throws Refusal, Intake.Unavailable {
    var after = key == null ? 0 : Versions.after(exchange.header(HeaderNames.IF_MATCH));
    return switch (consents.save(key, RequestBody.fields(exchange), after, author)) {
      case Saved.Done(var saved) ->
          Answer.json(
              key == null ? Status.CREATED_201 : Status.OK_200,
              ConsentJson.saved(new JsonWriter().startObject(), saved).endObject());
      case Saved.Wrong(var problems) ->
          Versions.invalid(
              "invalid_purpose", "The purpose has " + problems.size() + " problems.", problems);
      case Saved.Missing _ -> throw unknownPurpose();
      case Saved.Conflict _ ->
          throw new Refusal(
              412,
              "version_conflict",
              key == null
                  ? "There is a purpose with this key already."
                  : "Somebody else saved the purpose meanwhile: read it again.");
    };
  }

  // ---- consents

  private Answer record(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    return switch (consents.record(RequestBody.fields(exchange), author)) {
      case Recorded.Wrong(var problems) ->
          Versions.invalid(
              "invalid_consents", "They have " + problems.size() + " problems.", problems);
      case Recorded.Done(var position, var messageIds) -> {
        var json = new JsonWriter().startObject().startArray("messageIds");
        messageIds.forEach(json::item);
        yield Answer.json(
            Status.CREATED_201,
            json.endArray().text("position", Long.toString(position)).endObject());
      }
    };
  }

  private Answer standing(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    var then = Instants.asOf(exchange);
    try {
      var standing =
          consents.standing(
              who,
              then == null || then.at() == Recall.EVER ? null : then.at(),
              then == null ? Recall.EVER : then.known());
      if (standing == null) {
        throw Refusal.nobody();
      }
      return Answer.json(ConsentJson.standing(new JsonWriter(), standing));
    } catch (Recall.TooMuch e) {
      throw new Refusal(
          422,
          "history_too_long",
          "To tell this, more than " + e.most() + " events would have to be read again.");
    }
  }

  private Answer history(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    awaitLedger(exchange);
    var cursor = exchange.parameter("cursor");
    var history =
        consents.history(
            who,
            cursor == null ? Long.MAX_VALUE : number(cursor, "invalid_cursor"),
            Page.limit(exchange));
    if (history == null) {
      throw Refusal.nobody();
    }
    var json =
        new JsonWriter().startObject().text("id", history.id().value()).startArray("entries");
    for (var entry : history.entries()) {
      ConsentJson.entry(json.startObject(), entry).endObject();
    }
    json.endArray();
    if (history.next() > 0) {
      json.text("next", Long.toString(history.next()));
    }
    return Answer.json(json.text("position", Long.toString(history.position())).endObject());
  }

  private Answer entry(Exchange exchange, String number) throws Refusal, Intake.Unavailable {
    awaitLedger(exchange);
    var entry = consents.entry(number(number, "entry_not_found"));
    if (entry == null) {
      throw noEntry();
    }
    return Answer.json(ConsentJson.entry(new JsonWriter().startObject(), entry).endObject());
  }

  private Answer receipt(Exchange exchange, String number) throws Refusal, Intake.Unavailable {
    awaitLedger(exchange);
    var wanted = number(number, "entry_not_found");
    var receipt = consents.receipt(wanted);
    if (receipt == null) {
      throw consents.entry(wanted) == null
          ? noEntry()
          : new Refusal(410, "entry_erased", "What the entry said was erased.");
    }
    return Answer.json(new JsonWriter().value(receipt));
  }

  private static Refusal noEntry() {
    return new Refusal(404, "entry_not_found", "The ledger has no entry of this number.");
  }

  private static long number(String written, String code) throws Refusal {
    if (!written.matches("[1-9]\\d{0,17}")) {
      throw code.equals("entry_not_found")
          ? noEntry()
          : new Refusal(400, code, "Take the cursor of a page before, unchanged.");
    }
    return Long.parseLong(written);
  }

  /// Waits until the ledger has what `?at-least=` asks for.
  private void awaitLedger(Exchange exchange) throws Refusal {
    AtLeast.reached(exchange, position -> consents.await(position, PATIENCE_MS));
  }
}
