package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the server says to one request.
///
/// @param type the content type
/// @param headers besides those that every answer has
/// @param streaming what is written after the headers in place of a body; `null` mostly
record Answer(
    Status status, Header type, byte[] body, List<Header> headers, @Nullable Streaming streaming) {
  /// Writes for as long as there is something to say, or somebody to hear it.
  interface Streaming {
    void write(OutputStream out) throws IOException;
  }

  static final Header JSON = type("application/json");
  static final Header PROBLEM = type("application/problem+json");
  static final Header HTML = type("text/html; charset=utf-8");
  static final Header EVENTS = type("text/event-stream; charset=utf-8");
  static final Header GIF = type("image/gif");
  static final Header METRICS = type("application/openmetrics-text; version=1.0.0; charset=utf-8");
  static final Header NO_STORE = HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  /// Asks proxies to pass on what comes, as it comes.
  private static final Header UNBUFFERED = HeaderValues.createCached("X-Accel-Buffering", "no");

  static final Answer SUCCESS =
      new Answer(Status.OK_200, JSON, "{\"success\":true}".getBytes(UTF_8), List.of());

  private static final HeaderName RATE_LIMIT_RESET = HeaderNames.create("X-RateLimit-Reset");

  Answer {
    headers = List.copyOf(headers);
  }

  Answer(Status status, Header type, byte[] body, List<Header> headers) {
    this(status, type, body, headers, null);
  }

  /// An answer that goes on.
  static Answer stream(Streaming streaming) {
    return new Answer(Status.OK_200, EVENTS, new byte[0], List.of(NO_STORE, UNBUFFERED), streaming);
  }

  /// A file, written as it is sent.
  static Answer file(String type, String name, Streaming streaming) {
    return new Answer(
        Status.OK_200,
        type(type),
        new byte[0],
        List.of(
            NO_STORE,
            HeaderValues.create(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")),
        streaming);
  }

  /// Whether it is a file to be kept.
  boolean attached() {
    return headers.stream()
        .anyMatch(each -> each.headerName().equals(HeaderNames.CONTENT_DISPOSITION));
  }

  static Answer json(JsonWriter json) {
    return json(Status.OK_200, json);
  }

  static Answer json(Status status, JsonWriter json) {
    return new Answer(status, JSON, json.bytes(), List.of(NO_STORE));
  }

  static Answer of(Problem problem) {
    var headers = new ArrayList<Header>();
    headers.add(NO_STORE);
    if (problem.retryAfterSeconds() > 0) {
      var seconds = String.valueOf(problem.retryAfterSeconds());
      headers.add(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds));
      if (problem.status() == 429) {
        headers.add(HeaderValues.create(RATE_LIMIT_RESET, seconds));
      }
    }
    return new Answer(Status.create(problem.status()), PROBLEM, problem.json(), headers);
  }

  /// The method is not one of the place's.
  static Answer notAllowed(String allowed) {
    var problem =
        new Problem(405, "method_not_allowed", "Nothing was taken. Allowed here: " + allowed + ".");
    return of(problem).with(HeaderValues.create(HeaderNames.ALLOW, allowed));
  }

  static Answer empty(Status status) {
    return new Answer(status, JSON, new byte[0], List.of());
  }

  Answer with(Header header) {
    var all = new ArrayList<>(headers);
    all.add(header);
    return new Answer(status, type, body, all, streaming);
  }

  /// The same with another body.
  Answer with(byte[] other) {
    return new Answer(status, type, other, headers, streaming);
  }

  private static Header type(String type) {
    return HeaderValues.createCached(HeaderNames.CONTENT_TYPE, type);
  }
}
