package io.inyeon.runtime.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.inyeon.core.AccessKey;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.Secrets;
import io.inyeon.runtime.json.JsonWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Who is signed in to the console: a cookie that no script can read and no other site can use, in
/// place of a key in the browser.
///
/// A request that carries the cookie must come from the console itself. Browsers send it with none
/// that begins on another site (`SameSite=Strict`), say where a request comes from
/// (`Sec-Fetch-Site`), and let no foreign page set the header [#MARK], without which nothing is
/// changed.
public final class Sessions {
  /// How long a session lasts.
  public static final Duration LIFE = Duration.ofHours(12);

  static final HeaderName MARK = HeaderNames.create("X-Inyeon-Console");

  private static final String COOKIE = "inyeon_session";
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");

  private final Keys keys;
  private final boolean secure;

  /// Keeps sessions.
  ///
  /// @param secure whether the world reaches the server by https only
  Sessions(Keys keys, boolean secure) {
    this.keys = keys;
    this.secure = secure;
  }

  /// Whether a session has run out.
  ///
  /// @param now milliseconds since 1970
  public static boolean over(AccessKey session, long now) {
    return now - session.createdAt() >= LIFE.toMillis();
  }

  /// The session that a request belongs to; `null` when it carries no cookie.
  ///
  /// @throws Refusal when the cookie is no session's, or not any more, or the request is not the
  ///   console's
  @Nullable AccessKey of(Exchange exchange) throws Refusal {
    var secret = cookie(exchange);
    if (secret == null) {
      return null;
    }
    var site = exchange.header(FETCH_SITE);
    var foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    if (foreign || (!exchange.reads() && exchange.header(MARK) == null)) {
      throw new Refusal(
          403, "cross_site", "A session is for the console alone. Programs use a management key.");
    }
    var session = keys.session(Secrets.hash(secret));
    if (session == null || over(session, exchange.receivedAt())) {
      throw new Refusal(401, "session_over", "The session has ended. Sign in again.");
    }
    return session;
  }

  /// Signs in with a management key.
  Answer open(Exchange exchange, Value.Fields fields, Access access)
      throws Refusal, Intake.Unavailable {
    var secret = fields.text("key");
    if (secret == null || secret.isBlank()) {
      throw new Refusal(400, "missing_key", "Send {\"key\": …}.");
    }
    var key = access.key(secret.strip());
    return Answer.json(said(key.name(), exchange.receivedAt()))
        .with(cookie(exchange, keys.open(key)));
  }

  /// The cookie of a session that begins now, for whoever holds a key.
  Header begin(Exchange exchange, AccessKey key) throws Intake.Unavailable {
    return cookie(exchange, keys.open(key));
  }

  /// Who asks, and until when.
  Answer read(Exchange exchange, String author) throws Refusal {
    var session = exchange.header(HeaderNames.AUTHORIZATION) == null ? of(exchange) : null;
    return Answer.json(said(author, session == null ? -1 : session.createdAt()));
  }

  private static JsonWriter said(String name, long begun) {
    var json = new JsonWriter().startObject().text("name", name);
    if (begun >= 0) {
      json.time("endsAt", begun + LIFE.toMillis());
    }
    return json.endObject();
  }

  /// Signs out; it is no fault not to be signed in any more.
  Answer end(Exchange exchange) throws Intake.Unavailable {
    AccessKey session;
    try {
      session = of(exchange);
    } catch (Refusal _) {
      session = null;
    }
    if (session != null) {
      keys.end(session);
    }
    return Answer.json(new JsonWriter().startObject().truth("signedIn", false).endObject())
        .with(cookie(exchange, ""));
  }

  private Header cookie(Exchange exchange, String secret) {
    var safe = secure || "https".equalsIgnoreCase(exchange.forwarded(FORWARDED_PROTO));
    return HeaderValues.create(
        HeaderNames.SET_COOKIE,
        COOKIE
            + "="
            + secret
            + "; Path=/; HttpOnly; SameSite=Strict; Max-Age="
            + (secret.isEmpty() ? 0 : LIFE.toSeconds())
            + (safe ? "; Secure" : ""));
  }

  private static @Nullable String cookie(Exchange exchange) {
    var headers = exchange.request().headers();
    if (!headers.contains(HeaderNames.COOKIE)) {
      return null;
    }
    for (var line : headers.get(HeaderNames.COOKIE).allValues()) {
      for (var pair : line.split(";", -1)) {
        var equals = pair.indexOf('=');
        if (equals > 0 && pair.substring(0, equals).strip().equals(COOKIE)) {
          var value = pair.substring(equals + 1).strip();
          return value.isEmpty() ? null : value;
        }
      }
    }
    return null;
  }
}
