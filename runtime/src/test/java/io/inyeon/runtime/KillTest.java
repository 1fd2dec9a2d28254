package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself, killed under load again and again.
@Tag("slow")
class KillTest {
  private static final int PEOPLE = 40;
  private static final int KILLS = 3;

  @Test
  void everyAcknowledgedEventIsThereOnceAfterEveryKill(@TempDir Path data) throws Exception {
    var acknowledged = ConcurrentHashMap.<String>newKeySet();
    var sent = ConcurrentHashMap.<String>newKeySet();
    var counter = new AtomicInteger();
    var random = new Random(7);
    var writeKey = "";
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        if (writeKey.isEmpty()) {
          var made =
              server.ask(
                  client, "POST", "/api/v1/sources", "{\"name\":\"load\",\"kind\":\"server\"}");
          writeKey = Objects.requireNonNull(made.text("writeKey"));
        }
        var wanted = acknowledged.size() + 1_500 + random.nextInt(3_000);
        load(server, client, writeKey, counter, sent, acknowledged, wanted);
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(3 * 1_500);
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var statuses = sendAgain(server, client, writeKey, List.copyOf(acknowledged));
      assertThat(statuses).as("an acknowledged event sent again").containsOnlyKeys("duplicate");

      // What was sent and never answered may be there or not; once it is sent again, it is there
      // once.
      sent.removeAll(acknowledged);
      sendAgain(server, client, writeKey, List.copyOf(sent));
      sent.addAll(acknowledged);
      var expected = new TreeMap<String, Long>();
      sent.forEach(id -> expected.merge(person(id), 1L, Long::sum));
      for (var person : expected.entrySet()) {
        var profile = server.ask(client, "GET", "/api/v1/profiles/user_id:" + person.getKey(), "");
        assertThat(profile.fields("events").get("total"))
            .as(person.getKey())
            .isEqualTo(new Value.Decimal(BigDecimal.valueOf(person.getValue())));
      }
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  /// Sends batches from several threads until so many events are acknowledged, and kills.
  private static void load(
      ServerProcess server,
      HttpClient client,
      String writeKey,
      AtomicInteger counter,
      Set<String> sent,
      Set<String> acknowledged,
      int wanted)
      throws InterruptedException {
    var killed = new AtomicBoolean();
    var threads = new ArrayList<Thread>();
    for (var t = 0; t < 6; t++) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                while (!killed.get()) {
                  var ids = new ArrayList<String>();
                  for (var i = 0; i < 25; i++) {
                    ids.add("m" + counter.incrementAndGet());
                  }
                  sent.addAll(ids);
                  try {
                    var answer = server.send(client, "POST", "/v1/batch", writeKey, batch(ids));
                    if (answer.statusCode() == 200) {
                      acknowledged.addAll(ids);
                    }
                  } catch (IOException _) {
                    return; // killed in the middle
                  } catch (InterruptedException _) {
                    return;
                  }
                  if (acknowledged.size() >= wanted && killed.compareAndSet(false, true)) {
                    server.kill();
                  }
                }
              }));
    }
    for (var thread : threads) {
      thread.join();
    }
  }

  private static Map<String, Integer> sendAgain(
      ServerProcess server, HttpClient client, String writeKey, List<String> ids)
      throws IOException, InterruptedException {
    var statuses = new TreeMap<String, Integer>();
    for (var from = 0; from < ids.size(); from += 500) {
      var part = ids.subList(from, Math.min(ids.size(), from + 500));
      var answer = server.send(client, "POST", "/v1/batch?ack=full", writeKey, batch(part));
      assertThat(answer.statusCode()).isEqualTo(200);
      var answered = (Value.Fields) JsonReader.event(answer.body());
      if (!(answered.get("results") instanceof Value.Items(var results))) {
        throw new AssertionError("no results: " + answered);
      }
      for (var result : results) {
        var status = Objects.requireNonNull(((Value.Fields) result).text("status"));
        statuses.merge(status, 1, Integer::sum);
      }
    }
    return statuses;
  }

  private static String person(String messageId) {
    return "p" + Integer.parseInt(messageId.substring(1)) % PEOPLE;
  }

  private static String batch(List<String> ids) {
    var body = new StringBuilder("{\"batch\":[");
    for (var id : ids) {
      body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
          .append("{\"type\":\"track\",\"event\":\"Thing Done\",\"userId\":\"")
          .append(person(id))
          .append("\",\"messageId\":\"")
          .append(id)
          .append("\",\"properties\":{\"n\":1}}");
    }
    return body.append("]}").toString();
  }
}
