package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;

/// The access log over HTTP.
final class AccessRoutes {
  private static final long WEEK_MS = Duration.ofDays(7).toMillis();

  private final AccessDesk access;

  AccessRoutes(AccessDesk access) {
    this.access = access;
  }

  Answer page(Exchange exchange) throws Refusal, Intake.Unavailable {
    var to = Instants.instant(exchange, "to");
    var from = Instants.instant(exchange, "from");
    var last = to == null ? exchange.receivedAt() : to;
    var page =
        access.page(
            from == null ? last - WEEK_MS : from,
            last,
            new AccessDesk.Filter(exchange.parameter("actor"), exchange.parameter("profile")),
            exchange.parameter("cursor"),
            Page.limit(exchange));
    if (page == null) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    var json = new JsonWriter().startObject().startArray("reads");
    for (Value.Fields read : page.reads()) {
      json.value(read);
    }
    return Answer.json(json.endArray().text("next", page.next()).endObject());
  }

  Answer review(Exchange exchange) throws Refusal, Intake.Unavailable {
    var written = exchange.parameter("month");
    try {
      if (written != null) {
        return Answer.json(new JsonWriter().value(access.review(YearMonth.parse(written))));
      }
    } catch (DateTimeException noMonth) {
      // Falls through to the one answer for all that is no month.
    }
    throw new Refusal(400, "invalid_month", "Say which month: ?month=2026-03.");
  }
}
