package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;

/// The owner's first link: a page with one button, which makes the first management key, once.
/// Opening the page spends nothing: mail programs open links, too.
final class OwnerLink {
  private static final int LONGEST_NAME = 100;

  private final Keys keys;
  private final Access access;
  private final Sessions sessions;

  OwnerLink(Keys keys, Access access, Sessions sessions) {
    this.keys = keys;
    this.access = access;
    this.sessions = sessions;
  }

  /// Spends the link. A form is answered with a page, and its sender is signed in to the console;
  /// anything else is answered with JSON.
  Answer redeem(Exchange exchange, OwnerPage page) throws Refusal, Intake.Unavailable {
    var body = RequestBody.read(exchange);
    var asForm = body.length == 0 || body[0] != '{';
    var given = asForm ? form(new String(body, UTF_8)) : json(body);
    var token = given.text("token");
    var name = given.text("name");
    if (token == null || token.isBlank()) {
      throw new Refusal(400, "missing_token", "Send {\"token\": …, \"name\": …}.");
    }
    var called = name == null || name.isBlank() ? "owner" : name.strip();
    if (called.length() > LONGEST_NAME) {
      if (asForm) {
        return page.unfit();
      }
      throw new Refusal(400, "invalid_name", "A name has at most 100 characters.");
    }
    var key = keys.redeem(token, called);
    if (key == null) {
      if (asForm) {
        return page.spent();
      }
      throw new Refusal(403, "owner_link_spent", "The link is unknown or was used before.");
    }
    return asForm
        ? page.made(key).with(sessions.begin(exchange, access.key(key)))
        : Answer.json(
            new JsonWriter().startObject().text("key", key).text("name", called).endObject());
  }

  private static Value.Fields json(byte[] body) throws Refusal {
    if (JsonReader.event(body) instanceof Value.Fields fields) {
      return fields;
    }
    throw new Refusal(400, "invalid_json", "Send {\"token\": …, \"name\": …}.");
  }

  private static Value.Fields form(String query) {
    var fields = new LinkedHashMap<String, Value>();
    for (var name : List.of("token", "name")) {
      var value = Percent.parameter(query, name);
      if (value != null) {
        fields.put(name, new Value.Text(value));
      }
    }
    return new Value.Fields(fields);
  }
}
