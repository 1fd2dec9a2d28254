package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// What an enricher whose answers are all remembered takes of the CPU for each event; run by hand.
///
/// The whole server, 100 events a request, everything as it comes: each event makes a job, a person
/// is looked up and may be asked about, the answer is found, and an identify says it, which is
/// logged, decided and archived as any event is. Rounds without the enricher and with it take
/// turns.
final class EnricherSpeed {
  private static final int BATCH = 100;
  private static final int PEOPLE = 2_000;
  private static final int DOMAINS = 50;

  private final HttpClient http = HttpClient.newHttpClient();
  private final RealServer server;
  private final int outside;
  private int sent;

  private EnricherSpeed(RealServer server, int outside) {
    this.server = server;
    this.outside = outside;
  }

  /// `[EVENTS [ROUNDS]]`: prints microseconds of CPU an event.
  public static void main(String[] arguments) throws Exception {
    var events = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
    var rounds = arguments.length < 2 ? 8 : Integer.parseInt(arguments[1]);
    var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    other.createContext(
        "/",
        exchange -> {
          var bytes = "{\"size\":7,\"name\":\"Hanbit\"}".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    other.start();
    try (var server =
        RealServer.start(
            Files.createTempDirectory("enricher"), "--enricher-allow", "127.0.0.0/8")) {
      new EnricherSpeed(server, other.getAddress().getPort()).run(events, rounds);
    } finally {
      other.stop(0);
    }
  }

  private Value.Fields ask(String method, String path, String body, String credentials)
      throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Authorization", credentials)
                .method(
                    method,
                    body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " " + new String(answer.body(), UTF_8));
    }
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private Value.Fields ask(String method, String path, String body) throws Exception {
    return ask(method, path, body, "Bearer " + RealServer.KEY);
  }

  private void define(String status) throws Exception {
    ask(
        "PUT",
        "/api/v1/enrichers/sizes",
        """
        {"name":"Sizes","status":"%s","events":["Signed Up"],"purpose":"profiling",
         "recipient":"Example Data Inc.",
         "request":{"url":"http://127.0.0.1:%d/v1/{/properties/domain}"},
         "answer":[{"from":"/size","to":"size"},{"from":"/name","to":"company"}],
         "limits":{"perSecond":1000}}\
        """
            .formatted(status, outside));
  }

  private void send(String key, int events, boolean consents) throws Exception {
    for (var from = 0; from < events; from += BATCH) {
      var batch = new StringBuilder("{\"batch\":[");
      for (var i = from; i < Math.min(events, from + BATCH); i++, sent++) {
        batch.append(i == from ? "" : ",");
        batch.append(
            """
            {"type":"track","event":"%s","messageId":"m%d","userId":"u%d",
            "properties":{"purpose":"profiling","domain":"d%d.example"}}\
            """
                .formatted(
                    consents ? "Consent Granted" : "Signed Up", sent, i % PEOPLE, i % DOMAINS));
      }
      // The last is waited for, so that what is behind it can be seen to be done.
      var last = from + BATCH >= events;
      ask("POST", last ? "/v1/batch?ack=full" : "/v1/batch", batch.append("]}").toString(), key);
    }
  }

  private static long number(Value.Fields fields, String name) {
    return Rows.number(fields, name);
  }

  /// Waits until all is read and nothing waits.
  private Value.Fields settled() throws Exception {
    while (true) {
      var standing = ask("GET", "/api/v1/enrichers/sizes", "").fields("standing");
      if (number(standing, "waiting") + number(standing, "lag") == 0) {
        return standing;
      }
      Thread.sleep(50);
    }
  }

  private static Map<String, Long> threads() {
    var bean = ManagementFactory.getThreadMXBean();
    var all = new TreeMap<String, Long>();
    for (var info : bean.getThreadInfo(bean.getAllThreadIds())) {
      if (info != null) {
        all.merge(info.getThreadName(), bean.getThreadCpuTime(info.getThreadId()), Long::sum);
      }
    }
    return all;
  }

  private void run(int events, int rounds) throws Exception {
    var made = ask("POST", "/api/v1/sources", "{\"name\":\"crm\",\"kind\":\"server\"}");
    var key =
        "Basic "
            + Base64.getEncoder().encodeToString((made.text("writeKey") + ":").getBytes(UTF_8));
    var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    define("active");
    send(key, PEOPLE, true);
    send(key, PEOPLE, false);
    settled();
    for (var round = 0; round < rounds; round++) {
      var on = round % 2 == 1;
      define(on ? "active" : "draft");
      var remembered = number(settled(), "remembered");
      var before = threads();
      var cpu = process.getProcessCpuTime();
      send(key, events, false);
      var standing = settled();
      System.out.printf(
          "%s: all threads %.1f us an event, answers from memory %d, asked %d%n",
          on ? "with it" : "without",
          (process.getProcessCpuTime() - cpu) / 1_000.0 / events,
          number(standing, "remembered") - remembered,
          number(standing, "asked"));
      threads()
          .forEach((name, nanos) -> {
            var micros = (nanos - before.getOrDefault(name, 0L)) / 1_000.0 / events;
            if (micros > 0.5) {
              System.out.printf("  %s %.1f%n", name, micros);
            }
          });
    }
  }
}
