package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.runtime.consent.LedgerCheck;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself, killed again and again while the ledger follows: nothing that was
/// acknowledged is missing from it or there twice, and it is what the log alone would make of it.
@Tag("slow")
class ConsentKillTest {
  private static final int KILLS = 4;
  private static final int EACH = 400;

  @Test
  void theLedgerIsWholeAfterKillsAndTheSameWhenItIsMadeAnew(@TempDir Path data) throws Exception {
    var key = "";
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (kill == 0) {
          var made =
              server.ask(
                  client, "POST", "/api/v1/sources", "{\"name\":\"shop\",\"kind\":\"server\"}");
          key = Objects.requireNonNull(made.text("writeKey"));
        }
        for (var part = 0; part < 4; part++) {
          var answer =
              server.send(client, "POST", "/v1/batch", key, batch(kill * EACH + part * 100));
          assertThat(answer.statusCode()).isEqualTo(200);
        }
        server.kill(); // while the last of it is on its way into the ledger
      }
    }
    recorded(data);
    var ledger = data.resolve(Serve.WORKSPACE).resolve("consent");
    var found = LedgerCheck.check(ledger);
    assertThat(found.faults()).isEmpty();
    assertThat(found.entries()).isEqualTo(KILLS * EACH);

    var bytes = bytes(ledger);
    try (var all = Files.walk(ledger)) {
      for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(ledger) && !each.getFileName().toString().equals("keys")) {
          Files.delete(each);
        }
      }
    }
    recorded(data);
    assertThat(bytes(ledger)).isEqualTo(bytes);
    assertThat(LedgerCheck.check(ledger).faults()).isEmpty();
  }

  /// Runs the server until the ledger has everything, and ends it.
  private static void recorded(Path data) throws Exception {
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var decided =
          server.ask(client, "GET", "/api/v1/status", "").fields("positions").text("decided");
      // It waits until the ledger is there, and then knows no such entry.
      var answer =
          server.send(
              client, "GET", "/api/v1/consents/999999?at-least=" + decided, ServerProcess.KEY, "");
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static byte[] bytes(Path ledger) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var all = Files.list(ledger)) {
      for (var file : all.filter(each -> each.toString().endsWith(".ledger")).sorted().toList()) {
        bytes.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static String batch(int from) {
    var batch = new StringBuilder("{\"batch\":[");
    for (var i = from; i < from + 100; i++) {
      batch.append(i == from ? "" : ",");
      batch.append(
          """
          {"type":"track","event":"Consent Granted","messageId":"m-%d","userId":"u%d",
          "timestamp":"2026-03-01T00:00:00Z","properties":{"purpose":"analytics"}}\
          """
              .formatted(i, i));
    }
    return batch.append("]}").toString();
  }
}
