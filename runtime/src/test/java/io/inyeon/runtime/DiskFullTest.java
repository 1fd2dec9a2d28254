package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself when its disk is full, and when there is room again.
@Tag("slow")
class DiskFullTest {
  private static final int MB = 1 << 20;
  private static final int BATCH = 100;
  private static final int PEOPLE = 20;

  @TempDir Path folder;

  private final List<Integer> acknowledged = new ArrayList<>();
  private String writeKey = "";
  private int next;

  /// The disk is really full: neither log nor state nor archive can write another byte.
  @Test
  void nothingAcknowledgedIsLostWhenTheDiskHasNoByteLeft() throws Exception {
    var disk = Files.createDirectory(folder.resolve("disk"));
    var through = SmallDisk.on(disk, "128m");
    if (through.isEmpty()) {
      System.err.println("SKIPPED: no small file system can be had here");
    }
    assumeTrue(!through.isEmpty(), "no small file system can be had here");
    try (var server =
            ServerProcess.start(through, disk, "--log-segment-mb=2", "--disk-reserve-mb=8");
        var client = HttpClient.newHttpClient()) {
      begin(server, client);
      var others = SmallDisk.seenBy(server.pid(), disk).resolve("others");
      fill(others, 128);
      refuses(server, client, false);
      Files.delete(others);
      recovers(server, client);
    }
  }

  /// The same where no file system can be made: what is left falls below the reserve.
  @Test
  void intakeStopsBelowTheReserveAndGoesOnAboveIt() throws Exception {
    var free = (int) (Files.getFileStore(folder).getUsableSpace() / MB);
    assumeTrue(free > 500, "the disk of the folder for temporary files is too full for a test");
    var data = folder.resolve("data");
    try (var server =
            ServerProcess.start(data, "--log-segment-mb=2", "--disk-reserve-mb=" + (free - 150));
        var client = HttpClient.newHttpClient()) {
      begin(server, client);
      var others = folder.resolve("others");
      fill(others, 200);
      refuses(server, client, true);
      Files.delete(others);
      recovers(server, client);
      assertThat(server.terminate()).isIn(0, 143);
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      everythingIsThereOnce(server, client);
    }
  }

  private void begin(ServerProcess server, HttpClient client) throws Exception {
    var made =
        server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"s\",\"kind\":\"server\"}");
    writeKey = Objects.requireNonNull(made.text("writeKey"));
    for (var i = 0; i < 10; i++) {
      assertThat(post(server, client).statusCode()).isEqualTo(200);
    }
    // Acknowledged is durable; decided comes after it.
    var awaited = server.send(client, "POST", "/v1/batch?ack=full", writeKey, batch(0));
    assertThat(text(awaited)).contains("duplicate");
  }

  /// Writes until so much is written, or nothing more can be.
  private static void fill(Path file, int megabytes) throws IOException {
    try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      var some = new byte[64 * 1024];
      for (var i = 0L; i < megabytes * 16L; i++) {
        out.write(some);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  /// @param room whether reads can be written down still
  private void refuses(ServerProcess server, HttpClient client, boolean room) throws Exception {
    var answer = post(server, client);
    for (var i = 0; i < 500 && answer.statusCode() == 200; i++) {
      answer = post(server, client);
    }
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(text(answer)).contains("\"code\":\"disk_full\"");
    assertThat(post(server, client).statusCode()).isEqualTo(503);

    assertThat(get(server, client, "/v1/projects/" + writeKey + "/settings")).isEqualTo(200);
    assertThat(get(server, client, "/health/live")).isEqualTo(200);
    var read = server.send(client, "GET", "/api/v1/profiles/user_id:p1", ServerProcess.KEY, "");
    if (room) {
      assertThat(read.statusCode()).isEqualTo(200);
    } else {
      // A read that cannot be written down is not told; the block begun before takes a few lines.
      for (var i = 0; i < 500 && read.statusCode() == 200; i++) {
        read = server.send(client, "GET", "/api/v1/profiles/user_id:p1", ServerProcess.KEY, "");
      }
      assertThat(read.statusCode()).isEqualTo(503);
      assertThat(text(read)).contains("\"code\":\"access_log_unavailable\"");
    }
    var ready = server.send(client, "GET", "/health/ready", ServerProcess.KEY, "");
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(text(ready)).contains("The disk is full");
  }

  private void recovers(ServerProcess server, HttpClient client) throws Exception {
    // By itself, so that a balancer that asks for its health sends events again; what else has
    // failed meanwhile is tried again and named until then.
    var ready = server.send(client, "GET", "/health/ready", ServerProcess.KEY, "");
    for (var i = 0; i < 100_000 && text(ready).contains("The disk is full"); i++) {
      ready = server.send(client, "GET", "/health/ready", ServerProcess.KEY, "");
    }
    var answer = post(server, client);
    assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
    everythingIsThereOnce(server, client);
  }

  /// Sent again, every acknowledged event is a duplicate; and each is counted once.
  private void everythingIsThereOnce(ServerProcess server, HttpClient client) throws Exception {
    for (var first : acknowledged) {
      var again = server.send(client, "POST", "/v1/batch?ack=full", writeKey, batch(first));
      assertThat(again.statusCode()).isEqualTo(200);
      assertThat(text(again)).contains("duplicate").doesNotContain("accepted");
    }
    var status = server.ask(client, "GET", "/api/v1/status", "");
    assertThat(status.fields("outcomes").get("accepted"))
        .isEqualTo(new Value.Decimal(BigDecimal.valueOf((long) acknowledged.size() * BATCH)));
    var profile = server.ask(client, "GET", "/api/v1/profiles/user_id:p1", "");
    assertThat(profile.fields("events").get("total"))
        .isEqualTo(
            new Value.Decimal(BigDecimal.valueOf((long) acknowledged.size() * BATCH / PEOPLE)));
    // Answered when the archive has them, too.
    var events =
        "/api/v1/profiles/user_id:p1/events?limit=200&at-least=" + profile.text("position");
    var timeline = server.send(client, "GET", events, ServerProcess.KEY, "");
    for (var i = 0; i < 10 && timeline.statusCode() == 409; i++) {
      timeline = server.send(client, "GET", events, ServerProcess.KEY, "");
    }
    assertThat(timeline.statusCode()).as(text(timeline)).isEqualTo(200);
    if (!(((Value.Fields) JsonReader.event(timeline.body())).get("events")
        instanceof Value.Items(var archived))) {
      throw new AssertionError("no events: " + text(timeline));
    }
    assertThat(archived).hasSize(Math.min(200, acknowledged.size() * BATCH / PEOPLE));
  }

  private HttpResponse<byte[]> post(ServerProcess server, HttpClient client) throws Exception {
    var first = next;
    var answer = server.send(client, "POST", "/v1/batch", writeKey, batch(first));
    if (answer.statusCode() == 200) {
      next += BATCH;
      acknowledged.add(first);
    }
    return answer;
  }

  private int get(ServerProcess server, HttpClient client, String path) throws Exception {
    return server.send(client, "GET", path, ServerProcess.KEY, "").statusCode();
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String batch(int first) {
    var body = new StringBuilder("{\"batch\":[");
    for (var i = first; i < first + BATCH; i++) {
      body.append(i == first ? "" : ",")
          .append("{\"type\":\"track\",\"event\":\"Thing Done\",\"userId\":\"p")
          .append(i % PEOPLE)
          .append("\",\"messageId\":\"m")
          .append(i)
          .append("\",\"properties\":{\"note\":\"")
          .append("x".repeat(600))
          .append("\"}}");
    }
    return body.append("]}").toString();
  }
}
