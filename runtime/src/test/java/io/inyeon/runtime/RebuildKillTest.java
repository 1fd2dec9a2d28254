package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process killed in the middle of rebuilds, in each of their phases and at moments of a seed's
/// choice.
@Tag("slow")
class RebuildKillTest {
  private static final List<String> PHASES =
      List.of("replaying", "", "comparing", "switching", "", "catching_up", "switching", "");
  private static final int EVENTS = 60;
  private static final int TRIES = 200;

  @Test
  void whateverTheMomentTheStateIsWholeAndARebuildCanBeRunAgain(@TempDir Path data)
      throws Exception {
    var random = new SplittableRandom(5);
    var writeKey = "";
    var total = 0;
    for (var phase : PHASES) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (writeKey.isEmpty()) {
          var made =
              server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
          writeKey = Objects.requireNonNull(made.text("writeKey"));
        }
        check(server, client, total);
        for (var i = 0; i < EVENTS; i++) {
          send(server, client, writeKey, total++);
        }
        if (phase.isEmpty()) {
          server.ask(client, "POST", "/api/v1/rebuilds", "");
          LockSupport.parkNanos(Duration.ofMillis(random.nextInt(700)).toNanos());
        } else {
          awaitPhase(server, client, phase);
        }
        server.kill();
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      check(server, client, total);
      var task = server.ask(client, "POST", "/api/v1/rebuilds", "");
      var path = "/api/v1/rebuilds/" + task.text("id");
      while ("running".equals(task.text("state"))) {
        task = server.ask(client, "GET", path, "");
      }
      assertThat(task.text("state")).as(task.toString()).isEqualTo("done");
      assertThat(task.fields("report").fields("keys").get("different"))
          .isEqualTo(new Value.Decimal(BigDecimal.ZERO));
      check(server, client, total);
      assertThat(server.terminate()).isIn(0, 143);
    }
    try (var folders = Files.newDirectoryStream(data.resolve("default"), "state*")) {
      assertThat(folders).as("one state, and the file that names it").hasSizeLessThanOrEqualTo(2);
    }
  }

  /// Begins rebuilds until one is seen in a phase.
  private static void awaitPhase(ServerProcess server, HttpClient client, String phase)
      throws Exception {
    for (var time = 0; time < TRIES; time++) {
      var task = server.ask(client, "POST", "/api/v1/rebuilds", "");
      var path = "/api/v1/rebuilds/" + task.text("id");
      while ("running".equals(task.text("state"))) {
        if (phase.equals(task.text("phase"))) {
          return;
        }
        task = server.ask(client, "GET", path, "");
      }
    }
    throw new AssertionError("no rebuild was seen in the phase " + phase);
  }

  private static void check(ServerProcess server, HttpClient client, int total) throws Exception {
    if (total > 0) {
      var profile = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "");
      assertThat(profile.fields("events").get("total"))
          .isEqualTo(new Value.Decimal(BigDecimal.valueOf(total)));
    }
  }

  private static void send(ServerProcess server, HttpClient client, String key, int number)
      throws Exception {
    var event = "{\"event\":\"Thing Done\",\"userId\":\"kim\",\"messageId\":\"m" + number + "\"}";
    assertThat(server.send(client, "POST", "/v1/track", key, event).statusCode()).isEqualTo(200);
  }
}
