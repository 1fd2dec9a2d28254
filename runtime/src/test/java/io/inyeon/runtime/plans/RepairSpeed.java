package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// How fast a group leaves quarantine; run by hand.
final class RepairSpeed {
  private static final int BATCH = 1_000;
  private static final int PEOPLE = 2_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final RealServer server;

  private RepairSpeed(RealServer server) {
    this.server = server;
  }

  /// Quarantines events, mends the plan, and releases them: `[EVENTS [TIMES]]`. The first times
  /// tell what code costs that is not compiled yet.
  public static void main(String[] arguments) throws Exception {
    var events = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    var times = arguments.length < 2 ? 1 : Integer.parseInt(arguments[1]);
    try (var server = RealServer.start(Files.createTempDirectory("repair"))) {
      var speed = new RepairSpeed(server);
      var source = speed.ask("POST", "/api/v1/sources", "{\"name\":\"web\",\"kind\":\"server\"}");
      for (var time = 0; time < times; time++) {
        speed.run(source, time, events);
      }
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

  private static Value.Fields first(Value.Fields fields, String name) {
    return (Value.Fields)
        ((Value.Items) Objects.requireNonNull(fields.get(name))).values().getFirst();
  }

  private static Map<String, Long> threads() {
    var bean = ManagementFactory.getThreadMXBean();
    var all = new TreeMap<String, Long>();
    for (var info : bean.getThreadInfo(bean.getAllThreadIds())) {
      if (info != null) {
        var name = info.getThreadName();
        all.merge(name, bean.getThreadCpuTime(info.getThreadId()) / 1_000_000, Long::sum);
      }
    }
    return all;
  }

  /// Who took how much of the CPU since, in milliseconds.
  private static void cpu(Map<String, Long> before) {
    threads()
        .forEach((name, millis) -> {
          var taken = millis - before.getOrDefault(name, 0L);
          if (taken > 50) {
            System.out.println("  " + name + " " + taken + " ms");
          }
        });
  }

  private void run(Value.Fields made, int time, int events) throws Exception {
    var key =
        "Basic "
            + Base64.getEncoder().encodeToString((made.text("writeKey") + ":").getBytes(UTF_8));
    var plan =
        """
        {"name":"Shop","sources":[{"source":"%s","violations":"quarantine"}],
         "rules":[{"event":"Bought","schema":{"properties":{"properties":{"properties":{
           "total":{"type":"%s"}}}}}}]}
        """;
    ask("PUT", "/api/v1/plans/shop", plan.formatted(made.text("id"), "number"));
    for (var from = 0; from < events; from += BATCH) {
      var batch = new StringBuilder("{\"batch\":[");
      for (var i = from; i < from + BATCH; i++) {
        batch.append(i == from ? "" : ",");
        batch.append(
            """
            {"type":"track","event":"Bought","messageId":"%d-%d","userId":"u%d",
            "timestamp":"2026-01-05T03:00:00Z","properties":{"total":"12000","city":"Seoul"}}\
            """
                .formatted(time, i, i % PEOPLE));
      }
      ask("POST", "/v1/batch?ack=full", batch.append("]}").toString(), key);
    }
    var group = first(ask("GET", "/api/v1/quarantine/groups", ""), "groups");
    System.out.println("waiting " + group.get("open") + " of " + group.get("people") + " people");
    ask("PUT", "/api/v1/plans/shop", plan.formatted(made.text("id"), "string"));
    var before = threads();
    var from = System.nanoTime();
    var begun = ask("POST", "/api/v1/quarantine/groups/" + group.text("id") + "/release", "{}");
    var path = "/api/v1/quarantine/repairs/" + begun.text("id");
    var repair = begun;
    while (!"done".equals(repair.text("status"))) {
      Thread.sleep(50);
      repair = ask("GET", path, "");
    }
    var seconds = (System.nanoTime() - from) / 1e9;
    cpu(before);
    System.out.printf(
        "released %s in %.2f s: %.0f events/s%n", repair.get("done"), seconds, events / seconds);
  }
}
