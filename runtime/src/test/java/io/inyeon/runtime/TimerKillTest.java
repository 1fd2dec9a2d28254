package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself, killed again and again while members leave a window: between a timer and the
/// exit that it causes, too.
@Tag("slow")
class TimerKillTest {
  private static final int PEOPLE = 600;
  private static final int KILLS = 4;
  private static final int SPREAD_MS = 6_000;

  @Test
  void everyMemberLeavesOnceAndAtTheirOwnMomentWheneverItIsKilled(@TempDir Path data)
      throws Exception {
    var random = new Random(11);
    var times = new ArrayList<Instant>();
    var key = "";
    var left = 0;
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var made =
          server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"load\",\"kind\":\"server\"}");
      key = Objects.requireNonNull(made.text("writeKey"));
      server.ask(
          client,
          "POST",
          "/api/v1/segments",
          "{\"id\":\"lately\",\"name\":\"x\",\"status\":\"active\",\"condition\":{\"event\":\"Done\",\"window\":{\"last\":\"1"
              + " minute\"}}}");
      while (!ready(server, client)) {
        // Its history, which is empty, is being counted.
      }
      // They leave one after the other, once all have had time to enter.
      var now = Instant.now();
      for (var i = 0; i < PEOPLE; i++) {
        times.add(
            now.minusSeconds(50)
                .plusMillis(random.nextInt(SPREAD_MS))
                .truncatedTo(ChronoUnit.MILLIS));
      }
      for (var from = 0; from < PEOPLE; from += 200) {
        var answer =
            server.send(client, "POST", "/v1/batch?ack=full", key, batch(times, from, from + 200));
        assertThat(answer.statusCode()).isEqualTo(200);
      }
      left = leave(server, client, PEOPLE / 10);
      server.kill();
    }
    for (var kill = 1; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        left = leave(server, client, Math.min(PEOPLE, left + PEOPLE / 10));
        server.kill();
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      leave(server, client, PEOPLE);
      for (var i = 0; i < PEOPLE; i++) {
        var told =
            server.ask(
                client, "GET", "/api/v1/profiles/user_id:p" + i + "/segments?history=true", "");
        assertThat(history(told))
            .as("p" + i + " at " + times.get(i))
            .containsExactly("left " + times.get(i).plus(Duration.ofMinutes(1)), "entered");
      }
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static boolean ready(ServerProcess server, HttpClient client) throws Exception {
    return new Value.Truth(true)
        .equals(server.ask(client, "GET", "/api/v1/segments/lately", "").get("ready"));
  }

  /// Waits until so many have left on record, and gives up when that never comes to be.
  private static int leave(ServerProcess server, HttpClient client, int most) throws Exception {
    var patience = Instant.now().plusSeconds(180);
    while (true) {
      var left = 0;
      var days =
          server.ask(client, "GET", "/api/v1/segments/lately/history", "").get("days")
                  instanceof Value.Items(var items)
              ? items
              : List.<Value>of();
      for (var day : days) {
        if (((Value.Fields) day).get("left") instanceof Value.Decimal(var number)) {
          left += number.intValueExact();
        }
      }
      if (left >= most) {
        return left;
      }
      assertThat(Instant.now()).as("%d of %d have left on record", left, most).isBefore(patience);
    }
  }

  private static List<String> history(Value.Fields told) {
    var history = new ArrayList<String>();
    if (told.get("history") instanceof Value.Items(var items)) {
      for (var item : items) {
        var fact = (Value.Fields) item;
        var what = Objects.requireNonNull(fact.text("what"));
        history.add(
            what.equals("left")
                ? "left " + Instant.parse(Objects.requireNonNull(fact.text("at")))
                : what);
      }
    }
    return history;
  }

  private static String batch(List<Instant> times, int from, int to) {
    var body = new StringBuilder("{\"batch\":[");
    for (var i = from; i < to; i++) {
      body.append(i == from ? "" : ",")
          .append("{\"type\":\"track\",\"event\":\"Done\",\"userId\":\"p")
          .append(i)
          .append("\",\"messageId\":\"m")
          .append(i)
          .append("\",\"timestamp\":\"")
          .append(times.get(i))
          .append("\"}");
    }
    return body.append("]}").toString();
  }
}
