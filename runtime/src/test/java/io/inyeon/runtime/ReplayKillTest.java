package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process killed in the middle of replays, at moments of a seed's choice.
@Tag("slow")
class ReplayKillTest {
  private static final int KILLS = 6;
  private static final String ASKED = "{\"into\":{\"scratch\":{\"name\":\"try\"}}}";

  @Test
  void whateverTheMomentAScratchWorkspaceIsWholeOrGoneWithItsFiles(@TempDir Path data)
      throws Exception {
    var random = new SplittableRandom(9);
    var states = new TreeSet<String>();
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (kill == 0) {
          fill(server, client);
        }
        states.add(check(server, client, data));
        server.ask(client, "POST", "/api/v1/replays", ASKED);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_200)).toNanos());
        server.kill();
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      states.add(check(server, client, data));
      assertThat(states).as("the kills came at different moments").contains("interrupted");
      var task = server.ask(client, "POST", "/api/v1/replays", ASKED);
      while ("running".equals(task.text("state"))) {
        task = server.ask(client, "GET", "/api/v1/replays/" + task.text("id"), "");
      }
      assertThat(task.text("state")).isEqualTo("done");
      check(server, client, data);
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static void fill(ServerProcess server, HttpClient client) throws Exception {
    var made =
        server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
    var key = Objects.requireNonNull(made.text("writeKey"));
    for (var from = 0; from < 4_000; from += 500) {
      var events = new ArrayList<String>();
      for (var i = from; i < from + 500; i++) {
        events.add(
            "{\"type\":\"track\",\"event\":\"e\",\"messageId\":\"m%d\",\"userId\":\"u%d\"}"
                .formatted(i, i % 100));
      }
      var body = "{\"writeKey\":\"" + key + "\",\"batch\":[" + String.join(",", events) + "]}";
      var answer = server.send(client, "POST", "/v1/batch", key, body);
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  /// The live workspace has all, and the scratch one is whole or not there; drops it.
  ///
  /// @return how the last replay is said to have ended
  private static String check(ServerProcess server, HttpClient client, Path data) throws Exception {
    var live = server.ask(client, "GET", "/api/v1/profiles/user_id:u1", "");
    var scratches =
        ((Value.Items)
                Objects.requireNonNull(
                    server.ask(client, "GET", "/api/v1/scratch", "").get("scratches")))
            .values();
    try (var folders = Files.newDirectoryStream(data.resolve("default/scratch"))) {
      assertThat(folders).as("as many folders as are listed").hasSize(scratches.size());
    }
    if (!scratches.isEmpty()) {
      var there = server.ask(client, "GET", "/api/v1/scratch/try/profiles/user_id:u1", "");
      assertThat(there.fields("events")).isEqualTo(live.fields("events"));
      assertThat(
              server
                  .send(client, "DELETE", "/api/v1/scratch/try", ServerProcess.KEY, "")
                  .statusCode())
          .isEqualTo(204);
    }
    var tasks =
        ((Value.Items)
                Objects.requireNonNull(
                    server.ask(client, "GET", "/api/v1/replays", "").get("tasks")))
            .values();
    if (tasks.isEmpty()) {
      return "none";
    }
    var state = String.valueOf(((Value.Fields) tasks.getFirst()).text("state"));
    if (scratches.isEmpty()) {
      assertThat(state).isNotEqualTo("done");
    }
    return state;
  }
}
