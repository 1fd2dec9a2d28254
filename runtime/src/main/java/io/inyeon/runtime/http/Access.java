package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.inyeon.core.AccessKey;
import io.inyeon.runtime.Secrets;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/// Lets in who may come in. Fails closed.
final class Access {
  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
  private static final HeaderName FORWARDED = HeaderNames.create("Forwarded");

  private final Keys keys;
  private final Sessions sessions;

  Access(Keys keys, Sessions sessions) {
    this.keys = keys;
    this.sessions = sessions;
  }

  /// Who makes a request.
  Visitor visitor(Exchange exchange, ManagementRoute.Door door) throws Refusal {
    return switch (door) {
      case OPEN -> Visitor.ANYONE;
      case KEY -> Visitor.of(key(exchange));
      case KEY_OR_LOCAL ->
          local(exchange)
              ? new Visitor("this machine", "", false, null)
              : Visitor.of(key(exchange));
    };
  }

  /// The key that a request brings along, or else the session that it belongs to.
  private AccessKey key(Exchange exchange) throws Refusal {
    var authorization = exchange.header(HeaderNames.AUTHORIZATION);
    var session = authorization == null ? sessions.of(exchange) : null;
    if (session != null) {
      return session;
    }
    var secret = bearer(authorization);
    if (secret == null) {
      throw new Refusal(
          401, "missing_key", "Send a management key: the header Authorization: Bearer KEY.");
    }
    return key(secret);
  }

  /// The key that a secret is of.
  AccessKey key(String secret) throws Refusal {
    var hash = Secrets.hash(secret);
    var key = keys.byHash(hash);
    // The look-up is by hash, so its timing tells nothing of the secret; nor does this.
    if (key == null || !MessageDigest.isEqual(hash.getBytes(UTF_8), key.hash().getBytes(UTF_8))) {
      throw new Refusal(401, "unknown_key", "There is no such management key, or not any more.");
    }
    if (key.onceOnly()) {
      throw new Refusal(
          403, "owner_link_only", "This secret can do one thing: POST /api/v1/owner, once.");
    }
    return key;
  }

  private static @Nullable String bearer(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return null;
    }
    var secret = authorization.substring(7).strip();
    return secret.isEmpty() ? null : secret;
  }

  /// Whether the request comes from this machine, and not by way of a proxy on it.
  private static boolean local(Exchange exchange) {
    return exchange.request().remotePeer().address() instanceof InetSocketAddress peer
        && peer.getAddress().isLoopbackAddress()
        && exchange.header(FORWARDED_FOR) == null
        && exchange.header(FORWARDED) == null;
  }
}
