package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.CorrectionDesk.Answered;
import io.inyeon.runtime.http.CorrectionDesk.Corrected;
import io.inyeon.runtime.http.CorrectionDesk.Rectified;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places of corrections.
final class CorrectionRoutes {
  private static final int LONGEST_NAME = 200;
  private static final int MOST = 200;

  private final CorrectionDesk desk;

  CorrectionRoutes(CorrectionDesk desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    var who = Who.of(arguments.getFirst());
    return switch (route) {
      case CORRECTIONS -> all(who);
      case CORRECTION_MAKE -> make(who, RequestBody.fields(exchange), author);
      case CORRECTION_UNDO ->
          told(
              Status.OK_200,
              desk.undo(
                  who,
                  arguments.getLast(),
                  RecordsRoutes.reason(RequestBody.fields(exchange)),
                  author));
      default -> throw new IllegalArgumentException("no place of corrections: " + route);
    };
  }

  private Answer all(Who who) throws Refusal, Intake.Unavailable {
    var all = desk.all(who, MOST);
    if (all == null) {
      throw Refusal.nobody();
    }
    var json = new JsonWriter().startObject().startArray("corrections");
    all.forEach(each -> written(json.startObject(), each).endObject());
    return Answer.json(json.endArray().endObject());
  }

  private Answer make(Who who, Value.Fields asked, String author)
      throws Refusal, Intake.Unavailable {
    var trait = asked.text("trait");
    if (trait == null || trait.isBlank() || trait.length() > LONGEST_NAME) {
      throw new Refusal(400, "missing_trait", "Name the trait that is wrong: trait.");
    }
    var value = asked.values().get("value"); // null is a value here
    if (value == null) {
      throw new Refusal(
          400, "missing_value", "Say what is right: value; null when there is no such thing.");
    }
    return told(
        Status.CREATED_201,
        desk.correct(who, trait, value, RecordsRoutes.reason(asked), answered(asked), author));
  }

  /// Which request it answers, and with what it closes it.
  private static Answered answered(Value.Fields asked) throws Refusal {
    var request = asked.text("request");
    var closes = asked.get("close");
    if (closes == null) {
      return request == null ? Answered.NONE : new Answered(request, "", "");
    }
    if (request == null || !(closes instanceof Value.Fields close)) {
      throw new Refusal(
          400, "invalid_close", "close is an object with outcome, and names its request.");
    }
    var outcome = RecordsRoutes.said(close, "outcome", "");
    if (outcome.isBlank()) {
      throw new Refusal(422, "missing_outcome", "Say what came of it: close.outcome.");
    }
    return new Answered(request, outcome, RecordsRoutes.said(close, "identityNote", ""));
  }

  private static Answer told(Status status, Corrected corrected) throws Refusal {
    return switch (corrected) {
      case Corrected.Not(var code, var name, var detail) -> throw new Refusal(code, name, detail);
      case Corrected.Done(var correction, var before) ->
          Answer.json(
              status,
              before(written(new JsonWriter().startObject(), correction), before).endObject());
    };
  }

  private static JsonWriter before(JsonWriter json, @Nullable Value before) {
    return before == null ? json : json.value("before", before);
  }

  private static JsonWriter written(JsonWriter json, Rectified each) {
    json.text("id", each.id()).text("trait", each.trait());
    if (each.value() != null) {
      json.value("value", each.value());
    }
    json.text("state", RecordsJson.lower(each.state()))
        .text("reason", each.reason())
        .text("request", each.request().isEmpty() ? null : each.request())
        .text("author", each.author())
        .time("at", each.at());
    if (each.undoneAt() > 0) {
      json.time("undoneAt", each.undoneAt())
          .text("undoneBy", each.undoneBy())
          .text("undoneReason", each.undoneReason());
    }
    return json;
  }
}
