package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.runtime.demo.Sdk.Request;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/// The product as the outside world sees it: by HTTP, and nothing else.
final class Api {
  /// What was answered.
  record Answer(int status, byte[] body, long retryAfterSeconds) {
    boolean good() {
      return status / 100 == 2;
    }

    Fields fields() {
      return Answers.read(body);
    }
  }

  /// A source that was made, and the key that names it on the wire.
  record Made(String id, String writeKey) {}

  /// The API does not answer as it should; there is no sense in going on.
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what) {
      super(what);
    }
  }

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String base;
  private final String managementKey;

  Api(URI base, String managementKey) {
    this.base = base.toString().replaceAll("/+$", "");
    this.managementKey = managementKey;
  }

  String base() {
    return base;
  }

  Made makeSource(String name, SourceKind kind) throws IOException, InterruptedException {
    var body =
        "{\"name\":\"%s\",\"kind\":\"%s\"}".formatted(name, kind.name().toLowerCase(Locale.ROOT));
    var answer =
        ask(
            managed("/api/v1/sources")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    var made =
        new Made(Answers.text(answer.fields(), "id"), Answers.text(answer.fields(), "writeKey"));
    if (!answer.good() || made.writeKey().isEmpty()) {
      throw new Broken("POST /api/v1/sources answered " + answer.status() + ": " + text(answer));
    }
    return made;
  }

  /// Reads something of the management API.
  Answer read(String path) throws IOException, InterruptedException {
    return ask(managed(path).GET());
  }

  /// Hands events in.
  Answer collect(Request request, boolean fullAnswer) throws IOException, InterruptedException {
    var uri = URI.create(base + request.path() + (fullAnswer ? "?ack=full" : ""));
    var http = HttpRequest.newBuilder(uri).timeout(PATIENCE);
    request.headers().forEach(http::header);
    return ask(http.POST(BodyPublishers.ofByteArray(request.body())));
  }

  /// The address of the profile that holds an identifier.
  static String profile(Identifier identifier) {
    return profile(identifier.type(), identifier.value());
  }

  static String profile(String type, String value) {
    return "/api/v1/profiles/" + type + ":" + encoded(value);
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String text(Answer answer) {
    var text = new String(answer.body(), StandardCharsets.UTF_8);
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }

  private HttpRequest.Builder managed(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + managementKey);
  }

  private Answer ask(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    return new Answer(
        response.statusCode(),
        response.body(),
        response.headers().firstValueAsLong("Retry-After").orElse(1));
  }
}
