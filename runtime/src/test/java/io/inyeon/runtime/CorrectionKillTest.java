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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process killed while requests are answered by corrections, at moments of a seed's choice:
/// each request is closed and its correction stands, or neither is so.
@Tag("slow")
class CorrectionKillTest {
  private static final int KILLS = 6;

  /// The traits of one person that are corrected at a time.
  private static final int AT_ONCE = 8;

  @Test
  void aRequestIsClosedJustWhenItsCorrectionStands(@TempDir Path data) throws Exception {
    var random = new SplittableRandom(3);
    var requests = new ArrayList<String>();
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (kill == 0) {
          begin(server, client);
        }
        for (var i = 0; i < AT_ONCE; i++) {
          var made =
              server.ask(
                  client,
                  "POST",
                  "/api/v1/rights-requests",
                  "{\"profile\":\"user_id:kim\",\"kind\":\"rectification\"}");
          requests.add(Objects.requireNonNull(made.text("id")));
        }
        var asked = new ArrayList<java.util.concurrent.CompletableFuture<?>>();
        for (var id : requests.subList(kill * AT_ONCE, requests.size())) {
          asked.add(
              client
                  .sendAsync(correction(server, id), BodyHandlers.discarding())
                  .handle((_, _) -> true));
        }
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(150)).toNanos());
        server.kill();
        asked.forEach(java.util.concurrent.CompletableFuture::join);
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var standing = corrections(server, client);
      for (var id : requests) {
        var request = server.ask(client, "GET", "/api/v1/rights-requests/" + id, "");
        assertThat("done".equals(request.text("state")))
            .as("request " + id + ", corrections " + standing)
            .isEqualTo(standing.contains("in-force " + id));
      }
      assertThat(standing).noneMatch(each -> each.startsWith("lost"));
      var traits = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "").fields("traits");
      for (var id : requests) {
        assertThat(traits.get("of_" + id) != null)
            .as("the value of " + id)
            .isEqualTo(standing.contains("in-force " + id));
      }
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static void begin(ServerProcess server, HttpClient client) throws Exception {
    var made =
        server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
    var event =
        "{\"type\":\"identify\",\"userId\":\"kim\",\"messageId\":\"m\",\"traits\":{\"a\":1}}";
    var key = Objects.requireNonNull(made.text("writeKey"));
    assertThat(server.send(client, "POST", "/v1/identify?ack=full", key, event).statusCode())
        .isEqualTo(200);
  }

  private static HttpRequest correction(ServerProcess server, String request) {
    return HttpRequest.newBuilder(
            URI.create(server.base() + "/api/v1/profiles/user_id:kim/corrections"))
        .header("Authorization", "Bearer " + ServerProcess.KEY)
        .POST(
            BodyPublishers.ofString(
                "{\"trait\":\"of_%1$s\",\"value\":\"right\",\"reason\":\"asked\",\"request\":\"%1$s\",\"close\":{\"outcome\":\"corrected\",\"identityNote\":\"called\"}}"
                    .formatted(request)))
        .build();
  }

  private static List<String> corrections(ServerProcess server, HttpClient client)
      throws Exception {
    var told = server.ask(client, "GET", "/api/v1/profiles/user_id:kim/corrections", "");
    var all = new ArrayList<String>();
    if (told.get("corrections") instanceof Value.Items(var items)) {
      for (var item : items) {
        var one = (Value.Fields) item;
        all.add(one.text("state") + " " + one.text("request"));
      }
    }
    return all;
  }
}
