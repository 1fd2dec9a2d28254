package io.inyeon.runtime.demo;

import io.inyeon.core.collect.SourceKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// The clients that the shop uses, each with the manners that its real model was seen to have:
/// where the key stands, what the body is labelled as, and how a batch is wrapped.
public enum Sdk {
  /// In the browser, one event a request: the key in the body, JSON labelled as text.
  ANALYTICS_JS(SourceKind.BROWSER, "", "text/plain", Key.BODY, ""),
  /// In the browser, in batches.
  ANALYTICS_JS_BATCH(SourceKind.BROWSER, "/v1/b", "text/plain", Key.BODY, ""),
  KOTLIN(SourceKind.APP, "/v1/b", "text/plain", Key.BODY, ""),
  SWIFT(SourceKind.APP, "/v1/b", "application/json; charset=utf-8", Key.BASIC, ""),
  NODE(SourceKind.SERVER, "/v1/batch", "application/json", Key.BASIC, ""),
  /// The tills: the library is named once, for the whole batch.
  JAVA(
      SourceKind.SERVER,
      "/v1/import/",
      "application/json",
      Key.BASIC,
      "\"context\":{\"library\":{\"name\":\"analytics-java\",\"version\":\"3.5.2\"}},"),
  /// The CRM's export, read by a loader, compressed.
  LOADER(SourceKind.IMPORT, "/v1/import", "application/json", Key.BEARER, "");

  private enum Key {
    BODY,
    BASIC,
    BEARER
  }

  private final SourceKind kind;
  private final String path;
  private final String contentType;
  private final Key key;
  private final String defaults;

  Sdk(SourceKind kind, String path, String contentType, Key key, String defaults) {
    this.kind = kind;
    this.path = path;
    this.contentType = contentType;
    this.key = key;
    this.defaults = defaults;
  }

  /// The kind of source that it is the client of.
  public SourceKind kind() {
    return kind;
  }

  /// What goes over the wire.
  ///
  /// @param path below the server's address
  public record Request(String path, Map<String, String> headers, byte[] body) {}

  /// Wraps a delivery for the wire.
  ///
  /// @param now when it is sent, by the true time
  public Request request(Delivery delivery, String writeKey, Instant now) {
    var headers = new TreeMap<>(Map.of("Content-Type", contentType));
    switch (key) {
      case BODY -> {}
      case BASIC -> headers.put("Authorization", "Basic " + base64(writeKey + ":"));
      case BEARER -> headers.put("Authorization", "Bearer " + writeKey);
    }
    var sentAt = now.plusMillis(delivery.clockAheadMs()).toString();
    var tail =
        (key == Key.BODY ? "\"writeKey\":\"" + writeKey + "\"," : "")
            + "\"sentAt\":\""
            + sentAt
            + "\"}";
    var body = new ByteArrayOutputStream(1024 * (1 + delivery.events().size()));
    var first = delivery.events().getFirst();
    if (this == ANALYTICS_JS) {
      body.write(first.body(), 0, first.body().length - 1);
      write(body, "," + tail);
    } else {
      write(body, "{\"batch\":");
      var before = '[';
      for (var event : delivery.events()) {
        body.write(before);
        body.writeBytes(event.body());
        before = ',';
      }
      write(body, "]," + defaults + tail);
    }
    if (this != LOADER) {
      return new Request(path.isEmpty() ? first.path() : path, headers, body.toByteArray());
    }
    headers.put("Content-Encoding", "gzip");
    return new Request(path, headers, gzip(body.toByteArray()));
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] plain) {
    var small = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(small)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return small.toByteArray();
  }
}
