package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A replay as an operator meets it: over HTTP, from the first event to the folder that is gone.
class ReplayHttpTest {
  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private String base = "";
  private String web = "";
  private String crm = "";

  private HttpResponse<byte[]> send(String method, String path, String body) throws Exception {
    return send(method, path, body, "Bearer " + RealServer.KEY);
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String credentials)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private static Value.Fields json(HttpResponse<byte[]> answer) {
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private Value.Fields get(String path) throws Exception {
    var answer = send("GET", path, "");
    assertThat(answer.statusCode())
        .as(path + " " + new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return json(answer);
  }

  private String code(String method, String path, String body) throws Exception {
    return String.valueOf(json(send(method, path, body)).text("code"));
  }

  private Value.Fields replayed(String body) throws Exception {
    var begun = send("POST", "/api/v1/replays", body);
    assertThat(begun.statusCode())
        .as(new String(begun.body(), StandardCharsets.UTF_8))
        .isEqualTo(202);
    var path = "/api/v1/replays/" + json(begun).text("id");
    for (var task = get(path); ; task = get(path)) {
      if (!"running".equals(task.text("state"))) {
        assertThat(task.text("state")).as(task.toString()).isEqualTo("done");
        return task;
      }
    }
  }

  private void send(String writeKey, String event) throws Exception {
    var credentials =
        "Basic "
            + Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
    var answer = send("POST", "/v1/batch?ack=full", "{\"batch\":[" + event + "]}", credentials);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("accepted");
  }

  private String source(String name, String kind) throws Exception {
    var made =
        json(
            send(
                "POST",
                "/api/v1/sources",
                "{\"name\":\"%s\",\"kind\":\"%s\"}".formatted(name, kind)));
    var key = Objects.requireNonNull(made.text("writeKey"));
    if (name.equals("crm")) {
      crm = Objects.requireNonNull(made.text("id"));
    } else {
      web = Objects.requireNonNull(made.text("id"));
    }
    return key;
  }

  /// Kim is seen by the shop in March and June, and known to the CRM.
  private void kim() throws Exception {
    var shop = source("web", "browser");
    var office = source("crm", "server");
    send(
        shop,
        """
        {"type":"track","event":"Seen","messageId":"m1","anonymousId":"c1",
         "timestamp":"2025-03-10T00:00:00Z"}\
        """);
    send(
        shop,
        """
        {"type":"identify","messageId":"m2","anonymousId":"c1","userId":"kim",
         "timestamp":"2025-06-10T00:00:00Z"}\
        """);
    send(
        office,
        """
        {"type":"identify","messageId":"m3","userId":"kim","traits":{"email":"kim@example.com"},
         "timestamp":"2025-01-05T00:00:00Z"}\
        """);
  }

  private static Object total(Value.Fields profile) {
    return ((Value.Decimal) Objects.requireNonNull(profile.fields("events").get("total"))).value();
  }

  @Test
  void oneSourceAndOneRangeAreEachReadAsIfTheyWereAllThereIs() throws Exception {
    try (var server = RealServer.start(data)) {
      base = "http://127.0.0.1:" + server.port();
      kim();
      var report =
          replayed(
                  "{\"source\":\"%s\",\"into\":{\"scratch\":{\"name\":\"office\"}}}".formatted(crm))
              .fields("report");
      assertThat(report.get("events")).isEqualTo(new Value.Decimal(BigDecimal.ONE));
      var office = "/api/v1/scratch/office";
      assertThat(total(get(office + "/profiles/email:kim@example.com"))).isEqualTo(BigDecimal.ONE);
      assertThat(code("GET", office + "/profiles/anonymous_id:c1", ""))
          .isEqualTo("profile_not_found");
      assertThat(total(get("/api/v1/profiles/anonymous_id:c1"))).isEqualTo(new BigDecimal(3));
      assertThat(get(office + "/sources").get("sources")).isInstanceOf(Value.Items.class);
      assertThat(get(office + "/sources").toString()).contains(crm).doesNotContain(web, "wk_");

      replayed(
          """
          {"from":"2025-01-01T00:00:00Z","to":"2025-06-01T00:00:00Z","decisions":true,
           "rules":1,"into":{"scratch":{"name":"spring","days":1}}}\
          """);
      var spring = "/api/v1/scratch/spring";
      // Who the cookie is was not known before June.
      assertThat(total(get(spring + "/profiles/anonymous_id:c1"))).isEqualTo(BigDecimal.ONE);
      assertThat(total(get(spring + "/profiles/user_id:kim"))).isEqualTo(BigDecimal.ONE);
      assertThat(get(spring + "/identity/explain?a=user_id:kim&b=anonymous_id:c1").get("onePerson"))
          .isEqualTo(new Value.Truth(false));
      var events =
          (Value.Items)
              Objects.requireNonNull(get(spring + "/profiles/user_id:kim/events").get("events"));
      assertThat(events.toString()).contains("m3").doesNotContain("m1", "m2");
      assertThat(get(spring + "/trace/m1").toString()).contains("archived");
      assertThat(code("GET", spring + "/trace/m2", "")).isEqualTo("event_not_found");
      assertThat(total(get(spring + "/profiles/user_id:kim?at=2025-02-01T00:00:00Z")))
          .isEqualTo(BigDecimal.ONE);
      assertThat(get(spring + "/profiles/user_id:kim/changes?from=2025-01-01T00:00:00Z").toString())
          .contains("kim@example.com");
      assertThat(get(spring + "/status").fields("outcomes").get("accepted"))
          .isEqualTo(new Value.Decimal(new BigDecimal(2)));
      assertThat(get(spring + "/identity/rules").get("version"))
          .isEqualTo(new Value.Decimal(BigDecimal.ONE));
      assertThat(get(spring + "/quarantine").get("events")).isEqualTo(new Value.Items(List.of()));
    }
    try (var server = RealServer.start(data)) {
      base = "http://127.0.0.1:" + server.port();
      assertThat(total(get("/api/v1/scratch/spring/profiles/user_id:kim")))
          .isEqualTo(BigDecimal.ONE);
      assertThat(send("DELETE", "/api/v1/scratch/spring", "").statusCode()).isEqualTo(204);
      assertThat(code("GET", "/api/v1/scratch/spring/status", "")).isEqualTo("scratch_not_found");
      assertThat(data.resolve("default/scratch/spring")).doesNotExist();
      assertThat(data.resolve("default/scratch/office")).exists();
      try (var folders = Files.newDirectoryStream(data.resolve("default/scratch"))) {
        assertThat(folders).hasSize(1);
      }
    }
  }

  @Test
  void nobodyTakesOneForTheLiveWorkspaceOrWritesToIt() throws Exception {
    try (var server = RealServer.start(data)) {
      base = "http://127.0.0.1:" + server.port();
      kim();
      replayed("{\"into\":{\"scratch\":{\"name\":\"copy\"}}}");
      var copy = "/api/v1/scratch/copy";
      assertThat(send("GET", copy + "/status", "").headers().firstValue("Scratch-Workspace"))
          .contains("copy");
      assertThat(send("GET", "/api/v1/status", "").headers().firstValue("Scratch-Workspace"))
          .isEmpty();
      for (var wanted :
          List.of(
              "POST /sources",
              "POST /identity/cuts",
              "POST /identity/links",
              "POST /identity/bulk",
              "PUT /identity/rules",
              "POST /rebuilds",
              "POST /replays",
              "GET /imports",
              "POST /imports",
              "DELETE /scratch/copy")) {
        var words = wanted.split(" ", -1);
        assertThat(code(words[0], copy + words[1], "{}")).as(wanted).isEqualTo("scratch_read_only");
      }
      assertThat(send("POST", copy + "/v1/batch", "{}").statusCode()).isEqualTo(404);
      assertThat(send("GET", copy + "/profiles/user_id:kim", "", "Bearer nobody").statusCode())
          .isEqualTo(401);
      // A rehearsal on it is its own, and not the live one's.
      var rules = get(copy + "/identity/rules").fields("rules");
      var begun =
          send(
              "POST",
              copy + "/identity/rules/rehearsals",
              new String(
                  io.inyeon.runtime.json.JsonWriter.bytes(new Value.Fields(Map.of("rules", rules))),
                  StandardCharsets.UTF_8));
      assertThat(begun.statusCode()).isEqualTo(202);
      var path = copy + "/identity/rules/rehearsals/" + json(begun).text("id");
      while ("running".equals(get(path).text("state"))) {
        Thread.onSpinWait();
      }
      assertThat(get(path).text("state")).isEqualTo("done");
      assertThat(get("/api/v1/identity/rules/rehearsals").get("tasks"))
          .isEqualTo(new Value.Items(List.of()));
      // The live one goes on, and the copy stays as it is.
      send(source("more", "server"), "{\"type\":\"track\",\"event\":\"e\",\"userId\":\"kim\"}");
      assertThat(total(get("/api/v1/profiles/user_id:kim"))).isEqualTo(new BigDecimal(4));
      assertThat(total(get(copy + "/profiles/user_id:kim"))).isEqualTo(new BigDecimal(3));
    }
  }

  @Test
  void whatCannotBeReplayedIsRefusedWithAReason() throws Exception {
    try (var server = RealServer.start(data)) {
      base = "http://127.0.0.1:" + server.port();
      kim();
      UnaryOperator<String> into =
          more -> "{" + more + "\"into\":{\"scratch\":{\"name\":\"taken\"}}}";
      for (var each :
          Map.ofEntries(
                  Map.entry("{}", "invalid_scratch"),
                  Map.entry("{\"into\":{\"scratch\":{\"name\":\"../x\"}}}", "invalid_scratch"),
                  Map.entry(
                      "{\"into\":{\"scratch\":{\"name\":\"a\",\"days\":91}}}", "invalid_days"),
                  Map.entry(
                      "{\"into\":{\"scratch\":{\"name\":\"a\",\"days\":1e99}}}", "invalid_days"),
                  Map.entry(into.apply("\"sauce\":1,"), "unknown_field"),
                  Map.entry(into.apply("\"source\":\"src_none\","), "source_not_found"),
                  Map.entry(into.apply("\"source\":7,"), "source_not_found"),
                  Map.entry(into.apply("\"from\":\"soon\","), "invalid_instant"),
                  Map.entry(
                      into.apply("\"from\":\"2025-02-01\",\"to\":\"2025-01-01\","),
                      "invalid_period"),
                  Map.entry(into.apply("\"decisions\":1,"), "invalid_decisions"),
                  Map.entry(into.apply("\"rules\":9,"), "version_not_found"),
                  Map.entry(into.apply("\"rules\":\"mine\","), "invalid_rules_choice"),
                  Map.entry(into.apply("\"rules\":{},"), "invalid_rules"))
              .entrySet()) {
        assertThat(code("POST", "/api/v1/replays", each.getKey()))
            .as(each.getKey())
            .isEqualTo(each.getValue());
      }
      assertThat(get("/api/v1/scratch").get("scratches")).isEqualTo(new Value.Items(List.of()));
      replayed(into.apply(""));
      assertThat(code("POST", "/api/v1/replays", into.apply(""))).isEqualTo("scratch_exists");
      assertThat(get("/api/v1/scratch/taken").text("state")).isEqualTo("ready");
      assertThat(code("DELETE", "/api/v1/scratch/other", "")).isEqualTo("scratch_not_found");
      assertThat(code("POST", "/api/v1/replays/rep_none/cancel", "")).isEqualTo("task_not_found");
    }
  }

  @Test
  void theCommandAsksTheServerAndPrintsTheReport() throws Exception {
    try (var server = RealServer.start(data)) {
      base = "http://127.0.0.1:" + server.port();
      kim();
      var key = Map.of("INYEON_ADMIN_KEY", RealServer.KEY);
      var asked = List.of("--url", base + "/", "--into", "cli", "--source", crm, "--days", "2");
      assertThat(ReplayCommand.run(asked, key)).isZero();
      assertThat(ReplayCommand.run(asked, key)).as("the name is taken").isEqualTo(1);
      assertThat(ReplayCommand.run(List.of("--url", base), key)).isEqualTo(2);
      assertThat(ReplayCommand.run(List.of("--into"), key)).isEqualTo(2);
      assertThat(ReplayCommand.run(List.of("--onto", "x"), key)).isEqualTo(2);
      assertThat(total(get("/api/v1/scratch/cli/profiles/user_id:kim"))).isEqualTo(BigDecimal.ONE);
    }
  }
}
