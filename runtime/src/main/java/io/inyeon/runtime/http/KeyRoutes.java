package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.AccessKey;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;

/// Keys to the management API, made and withdrawn over HTTP.
final class KeyRoutes {
  private static final int LONGEST = 100;

  private final Keys keys;
  private final ConsentDesk consents;

  KeyRoutes(Keys keys, ConsentDesk consents) {
    this.keys = keys;
    this.consents = consents;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case KEYS -> all();
      case KEY_CREATE -> make(RequestBody.fields(exchange));
      case KEY_WITHDRAW -> withdraw(arguments.getFirst(), author);
      default -> throw new IllegalArgumentException("not of keys: " + route);
    };
  }

  private Answer all() {
    var json = new JsonWriter().startObject().startArray("keys");
    keys.keys().forEach(key -> key(json.startObject(), key).endObject());
    return Answer.json(json.endArray().endObject());
  }

  private static JsonWriter key(JsonWriter json, AccessKey key) {
    return json.text("id", key.id())
        .text("name", key.name())
        .text("purpose", key.purpose())
        .time("createdAt", key.createdAt());
  }

  private Answer make(Value.Fields body) throws Refusal, Intake.Unavailable {
    var name = body.text("name");
    if (name == null || name.isBlank() || name.length() > LONGEST) {
      throw new Refusal(
          400, "invalid_name", "A key has a name of at most " + LONGEST + " characters.");
    }
    var purpose = body.text("purpose");
    if (body.get("purpose") != null
        && (purpose == null
            || consents.purposes().stream()
                .noneMatch(saved -> saved.purpose().key().equals(purpose)))) {
      throw new Refusal(422, "unknown_purpose", "There is no purpose of this key.");
    }
    var secret = keys.make(name.strip(), purpose);
    return Answer.json(
        Status.CREATED_201,
        new JsonWriter()
            .startObject()
            .text("key", secret)
            .text("name", name.strip())
            .text("purpose", purpose)
            .endObject());
  }

  private Answer withdraw(String id, String author) throws Refusal, Intake.Unavailable {
    var others = keys.keys().stream().filter(key -> !key.id().equals(id));
    if (keys.keys().stream().anyMatch(key -> key.id().equals(id))
        && others.noneMatch(key -> key.purpose() == null)) {
      throw new Refusal(
          409, "last_key", "It is the last key that may do everything: make another one first.");
    }
    if (!keys.withdraw(id, author)) {
      throw new Refusal(404, "key_not_found", "There is no key with this id.");
    }
    return Answer.empty(Status.NO_CONTENT_204);
  }
}
