package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasing somebody whose events go on arriving all the while.
class ErasedTrafficTest {
  @TempDir Path data;

  @Test
  void whatArrivesWhileAPersonIsErasedIsGoneToo() throws Exception {
    var sent = new AtomicInteger();
    var stop = new AtomicBoolean();
    var failed = new AtomicReference<@Nullable Throwable>();
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var key = api.source("shop", "server");
      api.events(key, said(0), bystander());
      var senders = new Thread[2];
      for (var i = 0; i < senders.length; i++) {
        senders[i] =
            Thread.ofPlatform()
                .start(() -> {
                  try {
                    var own = new Api(server.port());
                    while (!stop.get()) {
                      own.late(key, said(sent.incrementAndGet()), said(sent.incrementAndGet()));
                    }
                  } catch (Exception | AssertionError e) {
                    failed.set(e);
                  }
                });
      }
      while (sent.get() < 40) {
        Thread.onSpinWait();
      }
      var id =
          api.ask(
                  "POST",
                  "/api/v1/erasures",
                  "{\"profile\":\"user_id:zebra-kim\",\"reason\":\"asked\"}")
              .text("id");
      assertThat(api.refusal("GET", "/api/v1/profiles/user_id:zebra-kim", ""))
          .as("nobody reads them from the answer on")
          .isEqualTo("404 profile_not_found");
      var before = sent.get();
      while (sent.get() < before + 40) {
        Thread.onSpinWait();
      }
      api.ask("POST", "/api/v1/erasures/" + id + "/scrub", "");
      while (!"scrubbed".equals(api.get("/api/v1/erasures/" + id).text("state"))) {
        Thread.onSpinWait();
      }
      stop.set(true);
      for (var each : senders) {
        each.join();
      }
      assertThat(failed.get()).isNull();
      assertThat(api.refusal("GET", "/api/v1/profiles/user_id:zebra-kim", ""))
          .isEqualTo("404 profile_not_found");
      assertThat(api.get("/api/v1/profiles/user_id:lee").text("id")).isNotNull();
      // What came after the scrub had begun is refused, and its bytes go with the next one.
      var again =
          api.ask(
                  "POST",
                  "/api/v1/erasures",
                  "{\"profile\":\"user_id:lee\",\"reason\":\"asked\",\"scrub\":\"now\"}")
              .text("id");
      while (!"scrubbed".equals(api.get("/api/v1/erasures/" + again).text("state"))) {
        Thread.onSpinWait();
      }
    }
    assertThat(new DataSearch(List.of("zebra-kim", "zebra-word")).in(data).places()).isEmpty();
  }

  private static String said(int number) {
    return """
    {"type":"track","event":"Seen","messageId":"m-%d","userId":"zebra-kim",
    "timestamp":"2026-02-01T00:00:00Z","properties":{"word":"zebra-word"}}\
    """
        .formatted(number);
  }

  private static String bystander() {
    return "{\"type\":\"track\",\"event\":\"Seen\",\"messageId\":\"b\",\"userId\":\"lee\"}";
  }
}
