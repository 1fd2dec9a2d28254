package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// Where a request says which source it comes from: in a header, else in the query, else in the
/// body.
final class WriteKeys {
  private static final HeaderName X_WRITE_KEY = HeaderNames.create("X-Write-Key");

  private WriteKeys() {}

  /// The key that stands outside of the body.
  static @Nullable String outside(Exchange exchange) {
    var authorization = exchange.header(HeaderNames.AUTHORIZATION);
    var key = authorization == null ? null : authorized(authorization);
    if (key == null) {
      key = filled(exchange.header(X_WRITE_KEY));
    }
    return key != null ? key : filled(exchange.parameter("writeKey"));
  }

  /// The key in a body.
  static @Nullable String filled(@Nullable String written) {
    return written == null || written.isBlank() ? null : written.strip();
  }

  private static @Nullable String authorized(String authorization) {
    var space = authorization.indexOf(' ');
    var scheme = space < 0 ? "" : authorization.substring(0, space);
    var rest = authorization.substring(space + 1).strip();
    if (scheme.equalsIgnoreCase("Basic")) {
      return filled(user(rest));
    }
    return scheme.equalsIgnoreCase("Bearer") ? filled(rest) : null;
  }

  /// The user of Basic credentials, which some SDKs write without the colon.
  private static String user(String base64) {
    var padded = base64.indexOf('=');
    var bare = padded < 0 ? base64 : base64.substring(0, padded);
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(bare.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException _) {
      return "";
    }
    var pair = new String(bytes, ISO_8859_1);
    var colon = pair.indexOf(':');
    return colon < 0 ? pair : pair.substring(0, colon);
  }
}
