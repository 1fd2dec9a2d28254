package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tracking plans, transformations, labels, robots and the quarantine over HTTP.
final class QualityRoutes {
  private static final int MOST_DAYS = 90;
  private static final int MOST_ALERTS = 200;
  private static final Pattern FIELD = Pattern.compile("(properties|traits)(\\.[^.]{1,200}){1,8}");

  private final QualityDesk desk;

  QualityRoutes(QualityDesk desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    var first = arguments.isEmpty() ? "" : arguments.getFirst();
    return said(
        switch (route) {
          case PLANS -> desk.plans().all();
          case PLAN -> desk.plans().one(first);
          case PLAN_VERSION -> desk.plans().version(first, number(arguments.getLast()));
          case PLAN_DIFF ->
              desk.plans()
                  .diff(
                      first, number(exchange.parameter("from")), number(exchange.parameter("to")));
          case PLAN_SAVE ->
              desk.plans().save(first, RequestBody.fields(exchange), after(exchange), author);
          case PLAN_VALIDATE -> desk.plans().validate(RequestBody.fields(exchange));
          case PLAN_CONVERT ->
              desk.plans().convert(RequestBody.fields(exchange), exchange.parameter("event"));
          case PLAN_INFER -> desk.plans().infer(RequestBody.fields(exchange));
          case PLAN_MODELS -> desk.plans().models();
          case PLAN_MODEL -> desk.plans().model(first);
          case TRANSFORMATIONS -> desk.transformations().all();
          case TRANSFORMATIONS_VERSIONS ->
              desk.transformations().versions(below(exchange), Page.limit(exchange));
          case TRANSFORMATIONS_VERSION -> desk.transformations().version(number(first));
          case TRANSFORMATIONS_SAVE ->
              desk.transformations().save(RequestBody.fields(exchange), after(exchange), author);
          case TRANSFORMATIONS_PREVIEW ->
              desk.transformations().preview(RequestBody.fields(exchange));
          case TRANSFORMATIONS_TEMPLATES -> desk.transformations().templates();
          case LABELS -> desk.personal().labels();
          case LABELS_SAVE ->
              desk.personal().saveLabels(RequestBody.fields(exchange), after(exchange), author);
          case LABELS_PROPOSALS ->
              desk.personal().proposals(number(exchange.parameter("days"), "days", 7, 400));
          case LABELS_VERSION -> desk.personal().labelsVersion(number(first));
          case BOTS -> desk.personal().bots();
          case BOTS_SAVE ->
              desk.personal().saveBots(RequestBody.fields(exchange), after(exchange), author);
          case BOTS_CHECK -> desk.personal().checkBot(RequestBody.fields(exchange));
          case PLACES -> new Said.Good(desk.places().told());
          case PLACES_CHECK -> place(RequestBody.fields(exchange));
          case QUARANTINE_GROUPS -> desk.quarantine().groups(exchange.parameter("source"));
          case QUARANTINE_GROUP -> desk.quarantine().group(first);
          case QUARANTINE_PREVIEW -> desk.quarantine().tryOut(first, RequestBody.fields(exchange));
          case QUARANTINE_TRIAL -> desk.quarantine().trial(first);
          case QUARANTINE_RELEASE ->
              desk.quarantine().release(first, RequestBody.fields(exchange), author);
          case QUARANTINE_DROP ->
              desk.quarantine().drop(first, RequestBody.fields(exchange), author);
          case QUARANTINE_REPAIRS -> desk.quarantine().repairs();
          case QUARANTINE_REPAIR -> desk.quarantine().repair(first);
          case DATA_QUALITY -> desk.measures().sources();
          case DATA_QUALITY_SOURCE -> desk.measures().source(first, days(exchange));
          case DATA_QUALITY_EVENT ->
              desk.measures().event(first, arguments.getLast(), days(exchange));
          case DATA_QUALITY_ALERTS ->
              desk.measures()
                  .alerts(
                      "true".equals(exchange.parameter("open")),
                      cursor(exchange),
                      number(exchange.parameter("limit"), "limit", 50, MOST_ALERTS));
          case DATA_QUALITY_NEWS ->
              desk.measures()
                  .news(
                      text(exchange.parameter("cursor")),
                      number(exchange.parameter("limit"), "limit", 50, MOST_ALERTS));
          case LINEAGE ->
              desk.measures()
                  .lineage(text(exchange.parameter("event")), field(exchange.parameter("field")));
          default -> throw new IllegalArgumentException("not of data quality: " + route);
        });
  }

  private Said place(Value.Fields wanted) {
    var address = wanted.text("ip");
    if (address == null) {
      return new Said.Wrong("invalid_request", List.of(new Violation("missing_value", "/ip", "")));
    }
    var place = desk.places().of(address.strip());
    return new Said.Good(
        place == null ? Value.Fields.EMPTY : new Value.Fields(Map.of("location", place)));
  }

  private static int after(Exchange exchange) throws Refusal {
    return Versions.after(exchange.header(HeaderNames.IF_MATCH));
  }

  static int number(@Nullable String written) throws Refusal {
    try {
      return Integer.parseInt(written == null ? "" : written);
    } catch (NumberFormatException e) {
      throw new Refusal(400, "invalid_version", "A version is a number: 1, 2, ...");
    }
  }

  private static int below(Exchange exchange) throws Refusal {
    var written = exchange.parameter("cursor");
    try {
      return written == null ? Integer.MAX_VALUE : Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
  }

  private static int days(Exchange exchange) throws Refusal {
    return number(exchange.parameter("days"), "days", 30, MOST_DAYS);
  }

  private static int number(@Nullable String written, String name, int usual, int most)
      throws Refusal {
    if (written == null) {
      return usual;
    }
    try {
      var number = Integer.parseInt(written);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told as any other wrong number.
    }
    throw new Refusal(400, "invalid_" + name, name + " is a number from 1 to " + most + ".");
  }

  private static long cursor(Exchange exchange) throws Refusal {
    var written = exchange.parameter("before");
    try {
      return written == null ? 0 : Long.parseLong(written);
    } catch (NumberFormatException e) {
      throw new Refusal(400, "invalid_cursor", "before is the number of an alert.");
    }
  }

  private static String text(@Nullable String written) {
    return written == null ? "" : written;
  }

  private static String field(@Nullable String written) throws Refusal {
    var field = text(written);
    if (!field.isEmpty() && !FIELD.matcher(field).matches()) {
      throw new Refusal(
          400, "invalid_field", "A field is properties.NAME or traits.NAME, with dots inwards.");
    }
    return field;
  }

  static Answer said(Said said) throws Refusal {
    return switch (said) {
      case Said.Good(var told) -> Answer.json(new JsonWriter().value(told));
      case Said.Begun(var told) -> Answer.json(Status.ACCEPTED_202, new JsonWriter().value(told));
      case Said.Missing(var code, var detail) -> throw new Refusal(404, code, detail);
      case Said.Wrong(var code, var problems) ->
          Versions.invalid(code, "There are " + problems.size() + " problems.", problems);
      case Said.Conflict _ ->
          throw new Refusal(
              412, "version_conflict", "Somebody else saved it meanwhile: read it again.");
    };
  }
}
