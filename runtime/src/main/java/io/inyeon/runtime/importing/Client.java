package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// The management API as a program on another machine sees it.
final class Client implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 60;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String base;
  private final String key;

  Client(URI base, String key) {
    this.base = base.toString().replaceAll("/+$", "");
    this.key = key;
  }

  /// The server says no.
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Refused(int status, Value.Fields problem) {
      super(sentence(status, problem));
      var said = problem.text("code");
      code = said == null ? "" : said;
    }

    String code() {
      return code;
    }

    private static String sentence(int status, Value.Fields problem) {
      var text = new StringBuilder().append(status);
      for (var name : new String[] {"code", "detail"}) {
        var part = problem.text(name);
        text.append(part == null ? "" : " " + part);
      }
      if (problem.get("reasons") instanceof Value.Items(var reasons)) {
        for (var reason : reasons) {
          text.append("\n  ").append(new String(JsonWriter.bytes(reason), StandardCharsets.UTF_8));
        }
      }
      return text.toString();
    }
  }

  Value.Fields get(String path) throws IOException, InterruptedException, Refused {
    return ask("GET", path, BodyPublishers.noBody());
  }

  Value.Fields post(String path, Value body) throws IOException, InterruptedException, Refused {
    return ask("POST", path, BodyPublishers.ofByteArray(JsonWriter.bytes(body)));
  }

  Value.Fields put(String path, byte[] body) throws IOException, InterruptedException, Refused {
    return ask("PUT", path, BodyPublishers.ofByteArray(body));
  }

  /// Asks; while the server is away or overloaded, again, for a minute or so. Every call that is
  /// made here may be made twice.
  private Value.Fields ask(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException, Refused {
    for (var attempt = 1; ; attempt++) {
      try {
        var answer =
            http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + key)
                    .method(method, body)
                    .build(),
                BodyHandlers.ofByteArray());
        var fields =
            JsonReader.event(answer.body()) instanceof Value.Fields said
                ? said
                : Value.Fields.EMPTY;
        if (answer.statusCode() / 100 == 2) {
          return fields;
        }
        if (answer.statusCode() != 503 || attempt == ATTEMPTS) {
          throw new Refused(answer.statusCode(), fields);
        }
      } catch (IOException away) {
        if (attempt == ATTEMPTS) {
          throw away;
        }
      }
      Thread.sleep(1_000);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
