package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Listing;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of people, and who is found by what somebody types.
final class PeopleRoute {
  private static final int LONGEST = 500;
  private static final int MOST_WORDS = 12;
  private static final int MOST_COLUMNS = 20;
  private static final int MOST_IDENTIFIERS = 10;

  private final Finding finding;

  PeopleRoute(Finding finding) {
    this.finding = finding;
  }

  Answer answer(Exchange exchange) throws Refusal, Unavailable {
    var q = query(exchange.parameter("q"));
    var from = Instants.instant(exchange, "seenFrom");
    var to = Instants.instant(exchange, "seenTo");
    if (q != null && (from != null || to != null)) {
      throw new Refusal(400, "invalid_filter", "seenFrom and seenTo do not go with q.");
    }
    var columns = columns(exchange.parameter("columns"));
    var found =
        finding.find(
            new Finding.Wanted(
                q,
                known(exchange.parameter("is")),
                from == null ? 0 : Math.max(0, Math.floorDiv(from, 1000L)),
                to == null ? Long.MAX_VALUE : Math.max(0, Math.ceilDiv(to, 1000L)),
                exchange.parameter("cursor"),
                Page.limit(exchange)));
    if (found == null) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    found.people().forEach(person -> exchange.note().person(person.listing().id()));
    return Answer.json(json(found, columns));
  }

  /// What was typed; `null` for nothing.
  private static @Nullable String query(@Nullable String typed) throws Refusal {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    if (typed.length() > LONGEST
        || typed.strip().split("\\s+", MOST_WORDS + 1).length > MOST_WORDS) {
      throw new Refusal(
          400,
          "invalid_query",
          "Search for at most " + MOST_WORDS + " words and " + LONGEST + " characters.");
    }
    return typed;
  }

  private static @Nullable Boolean known(@Nullable String written) throws Refusal {
    return switch (written) {
      case null -> null;
      case "" -> null;
      case "known" -> true;
      case "anonymous" -> false;
      default -> throw new Refusal(400, "invalid_filter", "is: known or anonymous.");
    };
  }

  private static List<String> columns(@Nullable String written) throws Refusal {
    var columns = new LinkedHashSet<String>();
    if (written != null) {
      for (var column : written.split(",", -1)) {
        if (!column.isBlank()) {
          columns.add(column.strip());
        }
      }
    }
    if (columns.size() > MOST_COLUMNS) {
      throw new Refusal(
          400, "invalid_columns", "A list has at most " + MOST_COLUMNS + " columns of traits.");
    }
    return new ArrayList<>(columns);
  }

  private static JsonWriter json(Finding.Found found, List<String> columns) {
    var json = new JsonWriter().startObject().startArray("people");
    for (var person : found.people()) {
      person(json, person, columns);
    }
    json.endArray()
        .text("next", found.next())
        .startObject("counts")
        .number("known", found.counts().known())
        .number("anonymous", found.counts().anonymous())
        .number("newToday", found.counts().newToday())
        .number("newYesterday", found.counts().newYesterday())
        .endObject()
        .text("position", Long.toString(found.position()));
    var building = found.building();
    if (building != null) {
      json.startObject("building")
          .number("done", building.done())
          .number("total", building.total())
          .endObject();
    }
    return json.endObject();
  }

  private static void person(JsonWriter json, Finding.Person person, List<String> columns) {
    var listing = person.listing();
    json.startObject()
        .text("id", listing.id().value())
        .truth("known", listing.known())
        .text("name", listing.name())
        .startArray("identifiers");
    listing.identifiers().stream().limit(MOST_IDENTIFIERS).forEach(each -> identifier(json, each));
    json.endArray();
    if (listing.identifiers().size() > MOST_IDENTIFIERS) {
      json.number("moreIdentifiers", listing.identifiers().size() - MOST_IDENTIFIERS);
    }
    var commerce = listing.commerce();
    json.number("events", listing.events())
        .number("orders", commerce.orders())
        .decimal("revenue", commerce.revenue())
        .text("currency", commerce.currency());
    time(json, "createdAt", listing.createdAt());
    time(json, "lastSeenAt", listing.lastSeenAt());
    columns(json, listing, columns);
    var score = person.score();
    if (score != null) {
      json.decimal("score", BigDecimal.valueOf(Math.round(score * 100), 2));
      json.startArray("matches");
      person.matches().forEach(match -> match(json, match));
      json.endArray();
    }
    json.endObject();
  }

  private static void columns(JsonWriter json, Listing listing, List<String> columns) {
    json.startObject("columns");
    for (var column : columns) {
      var value = listing.traits().get(column);
      if (value != null) {
        json.value(column, value);
      }
    }
    json.endObject();
  }

  private static void identifier(JsonWriter json, Identifier identifier) {
    json.startObject()
        .text("type", identifier.type())
        .text("value", identifier.value())
        .endObject();
  }

  private static void time(JsonWriter json, String name, @Nullable Long at) {
    if (at != null) {
      json.time(name, at);
    }
  }

  private static Value number(int number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private static void match(JsonWriter json, Finding.Match match) {
    json.startObject()
        .text("field", match.field())
        .text("value", match.value())
        .startArray("ranges");
    for (var range : match.ranges()) {
      json.startArray().value(number(range.from())).value(number(range.to())).endArray();
    }
    json.endArray().endObject();
  }
}
