package io.inyeon.runtime.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.core.collect.Source;
import io.inyeon.runtime.json.JsonWriter;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What SDKs ask before they begin to send. As critical as intake, so made from memory alone.
final class SettingsDocuments {
  /// A shared cache must not keep what one request's headers made of the address.
  private static final Header PRIVATE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "private, max-age=120");

  private static final Header PUBLIC =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "public, max-age=120");
  private static final HeaderName FORWARDED_HOST = HeaderNames.create("X-Forwarded-Host");
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");
  private static final HeaderName FORWARDED_PREFIX = HeaderNames.create("X-Forwarded-Prefix");

  private final @Nullable URI publicUrl;

  SettingsDocuments(@Nullable String publicUrl) {
    this.publicUrl = publicUrl == null ? null : URI.create(publicUrl);
  }

  /// The one of Segment's SDKs: everything goes to us.
  Answer segment(Exchange exchange, String writeKey) {
    var host = host(exchange);
    return document(
        new JsonWriter()
            .startObject()
            .startObject("integrations")
            .startObject("Segment.io")
            .text("apiKey", writeKey)
            .text("apiHost", host + prefix(exchange) + "/v1")
            .text("protocol", protocol(exchange, host))
            .truth("addBundledMetadata", true)
            .endObject()
            .endObject()
            .startObject("metrics")
            .number("sampleRate", 0)
            .endObject()
            .startObject("plan")
            .endObject()
            .startObject("consentSettings")
            .startArray("allCategories")
            .endArray()
            .truth("hasUnmappedDestinations", false)
            .endObject()
            .endObject());
  }

  /// The one of RudderStack's SDKs: no destinations on the device.
  Answer rudder(Source source) {
    return document(
        new JsonWriter()
            .startObject()
            .startObject("source")
            .text("id", source.id())
            .text("name", source.name())
            .truth("enabled", source.enabled())
            .startObject("config")
            .startObject("statsCollection")
            .startObject("errors")
            .truth("enabled", false)
            .endObject()
            .startObject("metrics")
            .truth("enabled", false)
            .endObject()
            .endObject()
            .endObject()
            .startArray("destinations")
            .endArray()
            .endObject()
            .endObject());
  }

  private Answer document(JsonWriter json) {
    return new Answer(
        Status.OK_200, Answer.JSON, json.bytes(), List.of(publicUrl == null ? PRIVATE : PUBLIC));
  }

  private String host(Exchange exchange) {
    if (publicUrl != null) {
      return publicUrl.getRawAuthority();
    }
    var forwarded = first(exchange.forwarded(FORWARDED_HOST));
    if (forwarded != null) {
      return forwarded;
    }
    var host = exchange.header(HeaderNames.HOST);
    return host == null ? "localhost" : host;
  }

  /// The part of the path before our own, so that what lies behind a prefix stays behind it.
  private String prefix(Exchange exchange) {
    if (publicUrl != null) {
      var path = publicUrl.getRawPath();
      return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
    var forwarded = first(exchange.forwarded(FORWARDED_PREFIX));
    var path = exchange.path();
    var end = path.lastIndexOf("/projects/");
    if (end >= 3 && path.startsWith("/v1", end - 3)) {
      end -= 3;
    }
    var own = path.substring(0, Math.max(0, end));
    return forwarded == null ? own : forwarded.replaceAll("/+$", "") + own;
  }

  /// As the request came; behind a proxy that does not say, what pages on the web need: https.
  private String protocol(Exchange exchange, String host) {
    if (publicUrl != null) {
      return publicUrl.getScheme();
    }
    var forwarded = first(exchange.forwarded(FORWARDED_PROTO));
    if (forwarded != null) {
      return forwarded;
    }
    var local = host.startsWith("localhost") || host.startsWith("127.") || host.startsWith("[::1]");
    return local && !exchange.request().isSecure() ? "http" : "https";
  }

  private static @Nullable String first(@Nullable String list) {
    if (list == null || list.isBlank()) {
      return null;
    }
    var comma = list.indexOf(',');
    return (comma < 0 ? list : list.substring(0, comma)).strip();
  }
}
