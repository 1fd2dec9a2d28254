package io.inyeon.runtime.http;

import io.inyeon.core.unify.Profile;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people one below the other, each in short, with the traits that were asked for.
final class PeopleList {
  private static final int MOST_TRAITS = 20;
  private static final int MOST_IDENTIFIERS = 5;

  private final Profiles profiles;

  PeopleList(Profiles profiles) {
    this.profiles = profiles;
  }

  Answer page(Exchange exchange) throws Refusal, Intake.Unavailable {
    var traits = traits(exchange.parameter("traits"));
    var known = exchange.parameter("known");
    if (known != null && !known.equals("true") && !known.equals("false")) {
      throw new Refusal(400, "invalid_known", "known is true or false.");
    }
    var below = below(exchange.parameter("cursor"));
    var listed =
        profiles.list(
            below, Management.limit(exchange), known == null ? null : known.equals("true"));
    var json = new JsonWriter().startObject().startArray("profiles");
    for (var person : listed.people()) {
      item(json, person, traits);
    }
    json.endArray();
    if (listed.next() > 0) {
      json.text("next", Long.toString(listed.next()));
    }
    return Answer.json(json.endObject());
  }

  private static List<String> traits(@Nullable String asked) throws Refusal {
    var traits =
        asked == null || asked.isEmpty() ? List.<String>of() : List.of(asked.split(",", -1));
    if (traits.size() > MOST_TRAITS) {
      throw new Refusal(400, "invalid_traits", "At most " + MOST_TRAITS + " traits.");
    }
    return traits;
  }

  private static long below(@Nullable String cursor) throws Refusal {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    try {
      var below = Long.parseLong(cursor);
      if (below > 0) {
        return below;
      }
    } catch (NumberFormatException _) {
      // Falls through to the one answer for all that is no cursor.
    }
    throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
  }

  private static void item(JsonWriter json, Profile person, List<String> traits) {
    json.startObject()
        .text("id", person.id().value())
        .truth("known", person.known())
        .startArray("identifiers");
    for (var known : person.identifiers().stream().limit(MOST_IDENTIFIERS).toList()) {
      json.startObject().text("type", known.type()).text("value", known.value()).endObject();
    }
    json.endArray().number("identifierCount", person.identifiers().size()).startObject("traits");
    for (var name : traits) {
      var trait = person.traits().get(name);
      if (trait != null) {
        json.value(name, trait.value());
      }
    }
    json.endObject()
        .number("events", person.events().total())
        .number("orders", person.commerce().orders())
        .decimal("revenue", person.commerce().revenue())
        .text("currency", person.commerce().currency());
    var created = person.createdAt();
    if (created != null) {
      json.time("createdAt", created);
    }
    var seen = person.lastSeenAt();
    if (seen != null) {
      json.time("lastSeenAt", seen);
    }
    json.endObject();
  }
}
