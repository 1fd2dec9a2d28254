package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself, killed again and again while a group leaves quarantine.
@Tag("slow")
class RepairKillTest {
  private static final int EVENTS = 12_000;
  private static final int BATCH = 1_000;
  private static final int KILLS = 4;

  private static final String PLAN =
      """
      {"name":"Shop","sources":[{"source":"%s","violations":"quarantine"}],
       "rules":[{"event":"Bought","schema":{"properties":{"properties":{"properties":{
         "total":{"type":"%s"}}}}}}]}
      """;

  @Test
  void everyEventIsReleasedOnceWheneverItIsKilled(@TempDir Path data) throws Exception {
    var repair = "";
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var made =
          server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"load\",\"kind\":\"server\"}");
      var key = Objects.requireNonNull(made.text("writeKey"));
      server.ask(client, "PUT", "/api/v1/plans/shop", PLAN.formatted(made.text("id"), "number"));
      for (var from = 0; from < EVENTS; from += BATCH) {
        var answer = server.send(client, "POST", "/v1/batch?ack=full", key, batch(from));
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      server.ask(client, "PUT", "/api/v1/plans/shop", PLAN.formatted(made.text("id"), "string"));
      var groups = server.ask(client, "GET", "/api/v1/quarantine/groups", "");
      assertThat(number(groups, "open")).isEqualTo(EVENTS);
      var group =
          (Value.Fields)
              ((Value.Items) Objects.requireNonNull(groups.get("groups"))).values().getFirst();
      repair =
          Objects.requireNonNull(
              server
                  .ask(
                      client,
                      "POST",
                      "/api/v1/quarantine/groups/" + group.text("id") + "/release",
                      "{}")
                  .text("id"));
      released(server, client, 1);
      server.kill();
    }
    for (var kill = 1; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        released(server, client, kill * EVENTS / KILLS);
        server.kill();
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var path = "/api/v1/quarantine/repairs/" + repair;
      while (!"done".equals(server.ask(client, "GET", path, "").text("status"))) {
        // It goes on by itself.
      }
      var told = server.ask(client, "GET", path, "");
      assertThat(number(told, "done")).isEqualTo(EVENTS);
      assertThat(number(told, "left")).isZero();
      var outcomes = server.ask(client, "GET", "/api/v1/status", "").fields("outcomes");
      assertThat(number(outcomes, "accepted")).isEqualTo(EVENTS);
      assertThat(number(outcomes, "quarantined")).isZero();
      assertThat(number(outcomes, "duplicate")).isZero();
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  /// Waits until so many count.
  private static void released(ServerProcess server, HttpClient client, int least)
      throws Exception {
    while (number(server.ask(client, "GET", "/api/v1/status", "").fields("outcomes"), "accepted")
        < least) {
      // They are being released.
    }
  }

  private static int number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.intValueExact() : -1;
  }

  private static String batch(int from) {
    var batch = new StringBuilder("{\"batch\":[");
    for (var i = from; i < from + BATCH; i++) {
      batch
          .append(i == from ? "" : ",")
          .append(
              """
              {"type":"track","event":"Bought","messageId":"m%d","userId":"u%d",
               "timestamp":"2026-01-05T03:00:00Z","properties":{"total":"12000"}}\
              """
                  .formatted(i, i % 700));
    }
    return batch.append("]}").toString();
  }
}
