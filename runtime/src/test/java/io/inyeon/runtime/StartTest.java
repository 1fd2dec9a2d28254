package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody sees who starts the server.
@Tag("slow")
class StartTest {
  @TempDir Path folder;

  @Test
  void aFirstStartSaysLittleAndAnEndLeavesNothingBehind() throws Exception {
    var data = folder.resolve("data");
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      assertThat(server.send(client, "GET", "/health/ready", "", "").statusCode()).isEqualTo(200);
      assertThat(server.terminate()).isIn(0, 143);
      assertThat(server.printed().lines())
          .satisfiesExactly(
              link -> assertThat(link).startsWith("Owner link (works once): http://127.0.0.1:"),
              ready -> assertThat(ready).isEqualTo(ready(server, data)),
              end -> assertThat(end).isEqualTo("Ended. Nothing is left to recover."));
    }
    try (var server = ServerProcess.start(data)) {
      assertThat(server.printed()).isEqualTo(ready(server, data));
    }
  }

  private static String ready(ServerProcess server, Path data) {
    return "Inyeon is ready on " + server.base + " (data: " + data + ")";
  }

  @Test
  void whatStandsInTheWayIsSaidInOneSentence() throws Exception {
    var data = folder.resolve("data");
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      assertThat(ServerProcess.refusal(data, "--port", port))
          .startsWith("Inyeon cannot start: cannot listen on 127.0.0.1, port " + port)
          .hasLineCount(1);
    }
    assertThat(ServerProcess.refusal(data, "--host", "nowhere.invalid"))
        .startsWith("Inyeon cannot start: --host nowhere.invalid is no address")
        .hasLineCount(1);
    assertThat(data.resolve("default")).doesNotExist();

    var file = Files.createFile(folder.resolve("file"));
    assertThat(ServerProcess.refusal(file))
        .startsWith("Inyeon cannot start: Cannot make the data folder " + file)
        .hasLineCount(1);
    try (var first = ServerProcess.start(data)) {
      assertThat(ServerProcess.refusal(data))
          .startsWith("Inyeon cannot start: ")
          .contains("another process")
          .hasLineCount(1);
      assertThat(first.printed()).contains("ready on");
    }
  }

  /// The libraries are unpacked for each start; a kill gives nobody the time to clear them away.
  @Test
  void aKilledServerLeavesNoCopiesOfItsLibraries() throws Exception {
    var data = folder.resolve("data");
    try (var server = ServerProcess.start(data)) {
      server.kill();
    }
    try (var left = Files.walk(ServerProcess.temporary(data))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }
}
