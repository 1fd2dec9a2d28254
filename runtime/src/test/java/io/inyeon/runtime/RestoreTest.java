package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts of a data folder put back from another time than the rest.
@Tag("slow")
class RestoreTest {
  @TempDir Path folder;

  @Test
  void aLogOlderThanTheRestIsRefusedUntilTheLossIsAccepted() throws Exception {
    var data = folder.resolve("data");
    var log = data.resolve("default/log");
    var writeKey = run(data, "", 0, 50);
    copy(data, folder.resolve("before"));
    run(data, writeKey, 50, 100);
    replace(log, folder.resolve("before/default/log"));
    for (var attempt = 0; attempt < 2; attempt++) {
      assertThat(ServerProcess.refusal(data))
          .contains("Inyeon cannot start: the log in " + log + " ends at entry ")
          .contains("it is older than they are")
          .contains("accept-log-loss")
          .doesNotContain("\tat ");
    }

    Files.createFile(data.resolve("default/accept-log-loss"));
    assertThat(total(data, writeKey, 100, 110)).isEqualTo(110);
    assertThat(data.resolve("default/accept-log-loss")).doesNotExist();
    assertThat(total(data, writeKey, 110, 111)).isEqualTo(111);
  }

  @Test
  void aLogThatIsGoneIsRefusedToo() throws Exception {
    var data = folder.resolve("data");
    run(data, "", 0, 10);
    replace(data.resolve("default/log"), Files.createDirectory(folder.resolve("empty")));
    assertThat(ServerProcess.refusal(data)).contains("ends at entry 0, but the state has seen ");
  }

  @Test
  void stateOrArchiveOlderThanTheRestIsBuiltAgainFromTheLog() throws Exception {
    var data = folder.resolve("data");
    var writeKey = run(data, "", 0, 50);
    copy(data, folder.resolve("before"));
    run(data, writeKey, 50, 100);
    replace(data.resolve("default/state"), folder.resolve("before/default/state"));
    assertThat(total(data, writeKey, 100, 101)).isEqualTo(101);
    replace(data.resolve("default/archive"), folder.resolve("before/default/archive"));
    assertThat(total(data, writeKey, 101, 102)).isEqualTo(102);
  }

  /// Sends events and ends in good order.
  ///
  /// @return the write key
  private static String run(Path data, String writeKey, int from, int to) throws Exception {
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var key = writeKey;
      if (key.isEmpty()) {
        var made =
            server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
        key = Objects.requireNonNull(made.text("writeKey"));
      }
      send(server, client, key, from, to);
      assertThat(server.terminate()).isIn(0, 143);
      return key;
    }
  }

  /// Sends events; how many the person then has, in state and, as far as it goes back, archive.
  private static int total(Path data, String writeKey, int from, int to) throws Exception {
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      send(server, client, writeKey, from, to);
      var last = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "");
      if (!(last.fields("events").get("total") instanceof Value.Decimal(var total))) {
        throw new AssertionError("no total: " + last);
      }
      var timeline =
          server.ask(
              client,
              "GET",
              "/api/v1/profiles/user_id:kim/events?at-least=" + last.text("position"),
              "");
      assertThat(timeline.get("events"))
          .isInstanceOfSatisfying(
              Value.Items.class, events -> assertThat(events.values()).isNotEmpty());
      assertThat(server.ask(client, "GET", "/health/ready", "").text("status")).isEqualTo("ready");
      assertThat(server.terminate()).isIn(0, 143);
      return total.intValueExact();
    }
  }

  private static void send(ServerProcess server, HttpClient client, String key, int from, int to)
      throws Exception {
    for (var i = from; i < to; i++) {
      var event = "{\"event\":\"Thing Done\",\"userId\":\"kim\",\"messageId\":\"m" + i + "\"}";
      assertThat(server.send(client, "POST", "/v1/track?ack=full", key, event).statusCode())
          .isEqualTo(200);
    }
  }

  private static void replace(Path folder, Path by) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    copy(by, folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }
}
