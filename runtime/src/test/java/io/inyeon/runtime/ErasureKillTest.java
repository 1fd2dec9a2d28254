package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process killed in the middle of erasures and scrubs, at moments of a seed's choice: whoever
/// was to go is gone in the end, and nobody else.
@Tag("slow")
class ErasureKillTest {
  private static final int KILLS = 6;

  @Test
  void whateverTheMomentAnErasureComesToItsEnd(@TempDir Path data) throws Exception {
    var random = new SplittableRandom(7);
    var writeKey = "";
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (writeKey.isEmpty()) {
          var made =
              server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
          writeKey = Objects.requireNonNull(made.text("writeKey"));
          send(server, client, writeKey, "stays-for-good", 0);
        }
        settled(server, client, kill);
        for (var i = 0; i < 20; i++) {
          send(server, client, writeKey, name(kill), i);
        }
        var scrub = kill % 2 == 1 ? "now" : "later";
        var asked =
            client.sendAsync(
                HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/erasures"))
                    .header("Authorization", "Bearer " + ServerProcess.KEY)
                    .POST(
                        BodyPublishers.ofString(
                            "{\"profile\":\"user_id:%s\",\"reason\":\"asked\",\"scrub\":\"%s\"}"
                                .formatted(name(kill), scrub)))
                    .build(),
                BodyHandlers.discarding());
        LockSupport.parkNanos(
            Duration.ofMillis(random.nextInt(kill % 2 == 1 ? 1_500 : 120)).toNanos());
        server.kill();
        assertThat(asked.handle((_, _) -> true).join()).isTrue();
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      settled(server, client, KILLS);
      for (var kill = 0; kill < KILLS; kill++) {
        // An entry that had not become durable was never answered.
        client.send(
            HttpRequest.newBuilder(URI.create(server.base() + "/api/v1/erasures"))
                .header("Authorization", "Bearer " + ServerProcess.KEY)
                .POST(
                    BodyPublishers.ofString(
                        "{\"profile\":\"user_id:%s\",\"reason\":\"asked\",\"scrub\":\"now\"}"
                            .formatted(name(kill))))
                .build(),
            BodyHandlers.discarding());
      }
      var all = erasures(server, client);
      server.ask(client, "POST", "/api/v1/erasures/" + all.getFirst().text("id") + "/scrub", "");
      while (!erasures(server, client).stream()
          .allMatch(each -> "scrubbed".equals(each.text("state")))) {
        Thread.onSpinWait();
      }
      assertThat(erasures(server, client)).hasSize(KILLS);
      var stays = server.ask(client, "GET", "/api/v1/profiles/user_id:stays-for-good", "");
      assertThat(stays.fields("events").get("total")).hasToString("Decimal[value=1]");
      assertThat(server.terminate()).isIn(0, 143);
    }
    var found = new DataSearch(List.of("goes-away-", "secret-of-goes")).in(data);
    assertThat(found.places()).isEmpty();
    assertThat(new DataSearch(List.of("stays-for-good")).in(data).places()).isNotEmpty();
  }

  private static String name(int kill) {
    return "goes-away-" + kill;
  }

  /// Waits until what was begun is effective; until then it is tried again.
  private static void settled(ServerProcess server, HttpClient client, int before)
      throws Exception {
    while (erasures(server, client).stream()
        .anyMatch(each -> "pending".equals(each.text("state")))) {
      Thread.onSpinWait();
    }
    var gone = erasures(server, client).size();
    assertThat(gone).isLessThanOrEqualTo(before);
  }

  private static List<Value.Fields> erasures(ServerProcess server, HttpClient client)
      throws Exception {
    var answer = server.ask(client, "GET", "/api/v1/erasures?limit=200", "");
    return answer.get("erasures") instanceof Value.Items(var items)
        ? items.stream().map(item -> (Value.Fields) item).toList()
        : List.of();
  }

  private static void send(
      ServerProcess server, HttpClient client, String key, String who, int number)
      throws Exception {
    var event =
        "{\"type\":\"identify\",\"userId\":\"%s\",\"messageId\":\"%s-%d\",\"traits\":{\"note\":\"secret-of-%s\"}}"
            .formatted(who, "m" + Integer.toHexString(who.hashCode()), number, who);
    assertThat(server.send(client, "POST", "/v1/identify", key, event).statusCode()).isEqualTo(200);
  }
}
