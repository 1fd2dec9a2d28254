package io.inyeon.runtime.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Lets browsers send from any site, and lets them see every answer, errors too: an error that a
/// browser may not see is taken for a broken network and sent again and again.
final class Cors {
  private static final HeaderName REQUEST_HEADERS =
      HeaderNames.create("Access-Control-Request-Headers");
  private static final Header CREDENTIALS =
      HeaderValues.createCached("Access-Control-Allow-Credentials", "true");
  private static final Header EXPOSED =
      HeaderValues.createCached(
          "Access-Control-Expose-Headers", "Retry-After, X-RateLimit-Reset, Request-Id");
  private static final Header METHODS =
      HeaderValues.createCached("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
  private static final Header MAX_AGE =
      HeaderValues.createCached("Access-Control-Max-Age", "86400");
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
  private static final HeaderName ALLOW_ORIGIN = HeaderNames.create("Access-Control-Allow-Origin");
  private static final HeaderName ALLOW_HEADERS =
      HeaderNames.create("Access-Control-Allow-Headers");
  private static final int LONGEST = 2_000;

  private Cors() {}

  /// Adds what the answer to this request needs.
  static void add(Headers request, Consumer<Header> answer) {
    answer.accept(VARY);
    if (!request.contains(HeaderNames.ORIGIN)) {
      return;
    }
    var origin = visible(request.get(HeaderNames.ORIGIN).get());
    if (origin == null) {
      return;
    }
    answer.accept(HeaderValues.create(ALLOW_ORIGIN, origin));
    answer.accept(CREDENTIALS);
    answer.accept(EXPOSED);
  }

  /// Adds what the answer to a question before the request needs, besides.
  static void addPreflight(Headers request, Consumer<Header> answer) {
    var asked =
        request.contains(REQUEST_HEADERS) ? visible(request.get(REQUEST_HEADERS).values()) : null;
    answer.accept(METHODS);
    answer.accept(MAX_AGE);
    // A wildcard would not cover it, so it is always named.
    answer.accept(
        HeaderValues.create(
            ALLOW_HEADERS,
            asked == null || asked.isEmpty() ? "authorization" : "authorization, " + asked));
  }

  /// What may stand in a header of ours; `null` when it may not.
  private static @Nullable String visible(String written) {
    var text = written.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    for (var i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return null;
      }
    }
    return text;
  }
}
