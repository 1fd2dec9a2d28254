package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.runtime.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The console: pages, scripts and fonts from the class path, as its build left them there. They
/// are the same for everybody and hold no data; what they show comes from the management API.
///
/// Files below `assets/` have the hash of what they hold in their names, so browsers may keep them
/// for ever. Any other address is the console's own page, which reads it.
final class ConsoleFiles {
  private static final String ROOT = "/console/";
  private static final String PAGE = "index.html";
  private static final String NONCE = "__NONCE__";

  /// Of files whose names change with what is in them.
  static final Header KEEP =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");

  private static final Header ASK =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
  private static final List<Header> ALWAYS =
      List.of(
          HeaderValues.createCached(HeaderNames.create("X-Content-Type-Options"), "nosniff"),
          HeaderValues.createCached(
              HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin"));
  private static final List<Header> OF_PAGE =
      List.of(
          Answer.NO_STORE,
          HeaderValues.createCached(HeaderNames.create("Referrer-Policy"), "no-referrer"),
          HeaderValues.createCached(
              HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin"),
          HeaderValues.createCached(
              HeaderNames.create("Permissions-Policy"),
              "camera=(), geolocation=(), microphone=()"));

  private static final Map<String, Header> TYPES =
      Map.of(
          "js", type("text/javascript; charset=utf-8"),
          "css", type("text/css; charset=utf-8"),
          "html", Answer.HTML,
          "svg", type("image/svg+xml"),
          "json", Answer.JSON,
          "woff2", type("font/woff2"),
          "txt", type("text/plain; charset=utf-8"));

  private final Set<String> files;
  private final @Nullable String page;

  ConsoleFiles() {
    var list = read("files.txt");
    files = list == null ? Set.of() : new HashSet<>(new String(list, UTF_8).lines().toList());
    var index = read(PAGE);
    page = index == null ? null : new String(index, UTF_8);
  }

  /// The file or page at an address; `null` when it is neither's.
  @Nullable Answer answer(Exchange exchange) {
    if (!exchange.reads()) {
      return null;
    }
    var path = exchange.path().substring(1);
    if (files.contains(path) && !path.equals(PAGE)) {
      return file(path, exchange.header(HeaderNames.ACCEPT_ENCODING));
    }
    if (path.startsWith("api/") || path.startsWith("assets/")) {
      return null;
    }
    var accepted = exchange.header(HeaderNames.ACCEPT);
    var asksForPage = accepted != null && accepted.contains("text/html");
    return path.isEmpty() || asksForPage ? page() : null;
  }

  private Answer page() {
    if (page == null) {
      return Answer.of(
          new Problem(
              404,
              "console_not_built",
              "This build is without the console: it was made with -Dconsole.skip. The API"
                  + " works."));
    }
    var nonce = Secrets.hex(16);
    var answer =
        new Answer(Status.OK_200, Answer.HTML, page.replace(NONCE, nonce).getBytes(UTF_8), OF_PAGE);
    for (var header : ALWAYS) {
      answer = answer.with(header);
    }
    return answer.with(
        HeaderValues.create(
            HeaderNames.create("Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-"
                + nonce
                + "'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action"
                + " 'self'; frame-ancestors 'none'; base-uri 'none'"));
  }

  private @Nullable Answer file(String path, @Nullable String accepted) {
    var wanted = accepted == null ? "" : accepted;
    var encoding =
        wanted.contains("br") && files.contains(path + ".br")
            ? "br"
            : wanted.contains("gzip") && files.contains(path + ".gz") ? "gzip" : "";
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    var body = read(path + (encoding.isEmpty() ? "" : encoding.equals("br") ? ".br" : ".gz"));
    if (type == null || body == null) {
      return null;
    }
    var answer = new Answer(Status.OK_200, type, body, ALWAYS);
    answer = answer.with(path.startsWith("assets/") ? KEEP : ASK).with(VARY);
    return encoding.isEmpty()
        ? answer
        : answer.with(HeaderValues.create(HeaderNames.CONTENT_ENCODING, encoding));
  }

  /// A file as it lies on the class path; only those that are listed are asked for.
  private static byte @Nullable [] read(String path) {
    try (var in = ConsoleFiles.class.getResourceAsStream(ROOT + path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Header type(String type) {
    return HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type);
  }
}
