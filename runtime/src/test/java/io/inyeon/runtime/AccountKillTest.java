package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself, killed again and again while accounts turn by what their members do: between
/// the event that turns one and the looks at its members, too.
@Tag("slow")
class AccountKillTest {
  private static final int ACCOUNTS = 8;
  private static final int EACH = 40;
  private static final int KILLS = 4;
  private static final String DONE = "\"condition\":{\"event\":\"Done\"}";

  @Test
  void everyMemberIsToldOnceOfEachTurnWheneverItIsKilled(@TempDir Path data) throws Exception {
    var random = new Random(12);
    // In every account but the last, all have done it in the end; in that one a single person.
    var doing = new ArrayList<Integer>();
    IntStream.range(0, (ACCOUNTS - 1) * EACH + 1).forEach(doing::add);
    Collections.shuffle(doing, random);
    var key = "";
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var made =
          server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"load\",\"kind\":\"server\"}");
      key = Objects.requireNonNull(made.text("writeKey"));
      for (var quantifier : List.of("any", "all")) {
        server.ask(
            client,
            "POST",
            "/api/v1/segments",
            "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"condition\":{\"account\":{\"members\":\"%s\",%s}}}"
                .formatted(quantifier, quantifier, DONE));
        await(server, client, "/api/v1/segments/" + quantifier, "ready", new Value.Truth(true));
      }
      var people = IntStream.range(0, ACCOUNTS * EACH).boxed().toList();
      send(server, client, key, people, "\"type\":\"group\",\"groupId\":\"a%2$d\"", "g");
      server.kill();
    }
    var part = doing.size() / KILLS;
    for (var kill = 0; kill < KILLS; kill++) {
      try (var server = ServerProcess.start(data);
          var client = HttpClient.newHttpClient()) {
        var to = kill == KILLS - 1 ? doing.size() : (kill + 1) * part;
        for (var from = kill * part; from < to; from += 20) {
          var some = doing.subList(from, Math.min(to, from + 20));
          send(server, client, key, some, "\"type\":\"track\",\"event\":\"Done\"", "d");
        }
        server.kill(); // with whatever looks are under way
      }
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      size(server, client, "any", ACCOUNTS * EACH);
      size(server, client, "all", (ACCOUNTS - 1) * EACH);
      for (var i = 0; i < ACCOUNTS * EACH; i++) {
        var told =
            server.ask(
                client, "GET", "/api/v1/profiles/user_id:p" + i + "/segments?history=true", "");
        assertThat(history(told))
            .as("p" + i)
            .containsExactlyInAnyOrderElementsOf(
                i < (ACCOUNTS - 1) * EACH
                    ? List.of("entered any", "entered all")
                    : List.of("entered any"));
      }
      assertThat(server.terminate()).isIn(0, 143);
    }
  }

  private static void size(ServerProcess server, HttpClient client, String segment, int size)
      throws Exception {
    await(
        server,
        client,
        "/api/v1/segments/" + segment + "/history",
        "size",
        new Value.Decimal(BigDecimal.valueOf(size)));
  }

  /// Waits until an answer has what it is to have, and gives up when that never comes to be.
  private static void await(
      ServerProcess server, HttpClient client, String path, String field, Value wanted)
      throws Exception {
    var patience = Instant.now().plusSeconds(180);
    while (true) {
      var found = server.ask(client, "GET", path, "").get(field);
      if (wanted.equals(found)) {
        return;
      }
      assertThat(Instant.now())
          .as("%s of %s is %s and not %s", field, path, found, wanted)
          .isBefore(patience);
    }
  }

  private static List<String> history(Value.Fields told) {
    var history = new ArrayList<String>();
    if (told.get("history") instanceof Value.Items(var items)) {
      for (var item : items) {
        var fact = (Value.Fields) item;
        history.add(fact.text("what") + " " + fact.text("segment"));
      }
    }
    return history;
  }

  /// Sends an event of each of some people, who belong to accounts in turn.
  private static void send(
      ServerProcess server,
      HttpClient client,
      String key,
      List<Integer> people,
      String fields,
      String id)
      throws Exception {
    var body = new StringBuilder("{\"batch\":[");
    for (var person : people) {
      body.append(body.charAt(body.length() - 1) == '[' ? "" : ",")
          .append('{')
          .append(fields.formatted(person, person / EACH))
          .append(",\"userId\":\"p%d\",\"messageId\":\"%s%d\"}".formatted(person, id, person));
    }
    var answer =
        server.send(client, "POST", "/v1/batch?ack=full", key, body.append("]}").toString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }
}
