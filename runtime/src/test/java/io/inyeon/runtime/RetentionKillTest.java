package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process killed in the middle of retention runs, at moments of a seed's choice: what has come
/// to its term is gone in the end, nothing else is, and the report says how much it was.
@Tag("slow")
class RetentionKillTest {
  private static final int KILLS = 5;
  private static final int EVENTS = 300;
  private static final String GOES = "zebraword";
  private static final String STAYS = "keeperword";

  @Test
  void whateverTheMomentARunComesToItsEnd(@TempDir Path data) throws Exception {
    var random = new SplittableRandom(5);
    var old = Instant.now().minus(200, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    var recent = Instant.now().minus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
    var key = "";
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (key.isEmpty()) {
          var made =
              server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
          key = Objects.requireNonNull(made.text("writeKey"));
        }
        send(server, client, key, events("old" + kill, old, GOES));
        send(server, client, key, events("new" + kill, recent, STAYS));
        if (kill == 0) {
          server.ask(
              client,
              "PUT",
              "/api/v1/retention",
              "{\"rules\":[{\"event\":\"Page Seen\",\"days\":100},"
                  + "{\"trait\":\"nickname\",\"days\":100}],\"reason\":\"less is more\"}");
        }
        var asked =
            client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/retention/runs"))
                    .header("Authorization", "Bearer " + ServerProcess.KEY)
                    .POST(BodyPublishers.noBody())
                    .build(),
                BodyHandlers.discarding());
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_200)).toNanos());
        server.kill();
        assertThat(asked.handle((_, _) -> true).join()).isTrue();
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      // Whatever was left half done is done first, and then what this one finds.
      var before = runs(server, client).size();
      server.ask(client, "POST", "/api/v1/retention/runs", "");
      var patience = Instant.now().plusSeconds(240);
      while (!over(runs(server, client), before)) {
        assertThat(Instant.now()).as("%s", runs(server, client)).isBefore(patience);
      }
      var runs = runs(server, client);
      assertThat(runs).extracting(run -> run.text("state")).containsOnly("done");
      var gone = BigDecimal.ZERO;
      for (var run : runs) {
        if (run.fields("events").get("Page Seen") instanceof Value.Decimal(var count)) {
          gone = gone.add(count);
        }
      }
      assertThat(gone).as("no run says too little").isGreaterThanOrEqualTo(number(KILLS * EVENTS));
      var profile = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "");
      // A page and an identify of each recent one, and of the old ones the identify alone.
      assertThat(profile.fields("events").get("total"))
          .isEqualTo(new Value.Decimal(number(KILLS * (EVENTS + 2))));
      assertThat(profile.fields("traits").fields("nickname").text("value")).startsWith(STAYS);
      assertThat(server.terminate()).isIn(0, 143);
    }
    assertThat(new DataSearch(List.of(GOES)).in(data).places()).isEmpty();
    assertThat(new DataSearch(List.of(STAYS)).in(data).places()).isNotEmpty();
  }

  private static BigDecimal number(int number) {
    return BigDecimal.valueOf(number);
  }

  /// Whether a run came since, and all are done.
  private static boolean over(List<Value.Fields> runs, int before) {
    return runs.size() > before && runs.stream().allMatch(run -> "done".equals(run.text("state")));
  }

  private static List<Value.Fields> runs(ServerProcess server, HttpClient client) throws Exception {
    var answer = server.ask(client, "GET", "/api/v1/retention/runs", "");
    return answer.get("runs") instanceof Value.Items(var items)
        ? items.stream().map(item -> (Value.Fields) item).toList()
        : List.of();
  }

  private static List<String> events(String name, Instant at, String marker) {
    var events = new ArrayList<String>();
    for (var i = 0; i < EVENTS; i++) {
      events.add(
          "{\"type\":\"track\",\"event\":\"Page Seen\",\"userId\":\"kim\",\"messageId\":\"%s-%d\","
                  .formatted(name, i)
              + "\"timestamp\":\"%s\",\"properties\":{\"marker\":\"%s%d\"}}"
                  .formatted(at, marker, i));
    }
    events.add(
        "{\"type\":\"identify\",\"userId\":\"kim\",\"messageId\":\"%s-i\",\"timestamp\":\"%s\","
                .formatted(name, at)
            + "\"traits\":{\"nickname\":\"%s\"}}".formatted(marker + name));
    return events;
  }

  private static void send(ServerProcess server, HttpClient client, String key, List<String> events)
      throws Exception {
    var answer =
        server.send(
            client,
            "POST",
            "/v1/batch?ack=full",
            key,
            "{\"batch\":[" + String.join(",", events) + "]}");
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
