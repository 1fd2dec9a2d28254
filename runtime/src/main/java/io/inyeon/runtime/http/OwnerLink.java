package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.util.LinkedHashMap;
import java.util.List;

/// The owner's first link: a page with one button, which makes the first management key, once.
final class OwnerLink {
  private static final Header POLICY =
      HeaderValues.createCached(
          HeaderNames.create("Content-Security-Policy"),
          "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
  private static final Header NO_REFERRER =
      HeaderValues.createCached(HeaderNames.create("Referrer-Policy"), "no-referrer");
  private static final Header NO_SNIFF =
      HeaderValues.createCached(HeaderNames.create("X-Content-Type-Options"), "nosniff");
  private static final int LONGEST_NAME = 100;

  private final Keys keys;

  OwnerLink(Keys keys) {
    this.keys = keys;
  }

  /// The page that the link leads to. Opening it spends nothing: mail programs open links, too.
  Answer page(String token) {
    return html(
        Status.OK_200,
        """
        <p>관리 키를 만듭니다. 이 링크는 한 번만 쓸 수 있습니다.<br>
        This makes your management key. The link works once.</p>
        <form method="post" action="../api/v1/owner">
        <input type="hidden" name="token" value="%s">
        <p><label>이름 · Name <input name="name" maxlength="100" value="owner" required></label></p>
        <p><button>키 만들기 · Make the key</button></p>
        </form>
        """
            .formatted(escaped(token)));
  }

  /// Spends the link. A form is answered with a page, anything else with JSON.
  Answer redeem(byte[] body) throws Refusal, Intake.Unavailable {
    var asForm = body.length == 0 || body[0] != '{';
    var given = asForm ? form(new String(body, UTF_8)) : json(body);
    var token = given.text("token");
    var name = given.text("name");
    if (token == null || token.isBlank()) {
      throw new Refusal(400, "missing_token", "Send {\"token\": …, \"name\": …}.");
    }
    var called = name == null || name.isBlank() ? "owner" : name.strip();
    if (called.length() > LONGEST_NAME) {
      throw new Refusal(400, "invalid_name", "A name has at most 100 characters.");
    }
    var key = keys.redeem(token, called);
    if (key == null) {
      if (!asForm) {
        throw new Refusal(403, "owner_link_spent", "The link is unknown or was used before.");
      }
      return html(
          Status.FORBIDDEN_403,
          "<p>이 링크는 이미 사용되었거나 없는 링크입니다.<br>The link is unknown or was used before.</p>");
    }
    return asForm
        ? html(
            Status.OK_200,
            "<p>관리 키입니다. 다시 볼 수 없으니 지금 보관하십시오.<br>"
                + "Your management key. It is shown only now: keep it safe.</p><pre>"
                + escaped(key)
                + "</pre>")
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

  private static Answer html(Status status, String content) {
    var page =
        "<!doctype html>\n<html lang=\"ko\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"viewport\" content=\"width=device-width\"><title>Inyeon 인연</title>"
            + "</head><body><h1>Inyeon 인연</h1>\n"
            + content
            + "</body></html>\n";
    return new Answer(
        status,
        Answer.HTML,
        page.getBytes(UTF_8),
        List.of(Answer.NO_STORE, POLICY, NO_REFERRER, NO_SNIFF));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
