package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Previews, memberships and explanations over HTTP, of one running server: they say the same.
class SegmentPreviewHttpTest {
  private static final String RFM = "{\"rfm\":{\"event\":\"Bought\",\"property\":\"price\"}}";
  private static final String STAGES =
      "{\"stages\":[{\"stage\":\"customer\",\"when\":{\"event\":\"Bought\"}}],\"otherwise\":\"lead\"}";

  @TempDir Path data;

  private static String bought(int user, int price) {
    return """
    {"type":"track","event":"Bought","messageId":"b-%d-%d","userId":"u%d",
    "timestamp":"2026-03-01T00:00:00Z","properties":{"price":%d}}\
    """
        .formatted(user, price, user, price);
  }

  private static void compute(Api api, String id, String definition) throws Exception {
    api.ask(
        "POST",
        "/api/v1/computed-traits",
        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"definition\":%s}"
            .formatted(id, definition));
    while (!"1".equals(number(api.get("/api/v1/computed-traits/" + id), "progress"))) {
      Thread.onSpinWait();
    }
  }

  private static String number(Value.Fields fields, String name) {
    return ((Value.Decimal) Objects.requireNonNull(fields.get(name)))
        .value()
        .stripTrailingZeros()
        .toPlainString();
  }

  @Test
  void conditionsOnComputedTraitsArePreviewedAsTheyAreExplainedAndLived() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var key = api.source("shop", "server");
      for (var user = 1; user <= 5; user++) {
        api.events(key, bought(user, user * 10));
      }
      compute(api, "rfm", RFM);
      compute(api, "stage", STAGES);
      for (var condition :
          List.of(
              "{\"trait\":\"rfm.monetary\",\"operator\":\"gte\",\"value\":4}",
              "{\"trait\":\"stage\",\"operator\":\"equals\",\"value\":\"customer\"}")) {
        var id = condition.contains("rfm") ? "best" : "customers";
        var expected = id.equals("best") ? "2" : "5";
        while (!expected.equals(
            number(
                api.ask("POST", "/api/v1/segments/preview", "{\"condition\":" + condition + "}"),
                "count"))) {
          Thread.onSpinWait(); // quintiles are worked out in the background
        }
        api.ask(
            "POST",
            "/api/v1/segments",
            "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"condition\":%s}"
                .formatted(id, condition));
        while (!expected.equals(number(api.get("/api/v1/segments/" + id), "size"))) {
          Thread.onSpinWait();
        }
        var told =
            api.ask(
                "POST",
                "/api/v1/segments/explain",
                "{\"profile\":\"user_id:u5\",\"condition\":" + condition + "}");
        assertThat(told.fields("reason").text("result")).isEqualTo("match");
      }
    }
  }

  @Test
  void conditionsOnAccountsArePreviewedAsTheyAreExplainedAndLived() throws Exception {
    var condition = "{\"account\":{\"trait\":\"plan\",\"operator\":\"equals\",\"value\":\"big\"}}";
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var key = api.source("shop", "server");
      api.events(key, joined(1, "{}"), joined(2, "{\"plan\":\"big\"}"), bought(3, 1));
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"big\",\"name\":\"x\",\"status\":\"active\",\"condition\":" + condition + "}");
      for (var plan : List.of("big", "small")) {
        var position = api.events(key, joined(plan.equals("big") ? 4 : 5, plan(plan)));
        var expected = plan.equals("big") ? "3" : "0";
        while (!expected.equals(number(api.get("/api/v1/segments/big"), "size"))) {
          Thread.onSpinWait();
        }
        var preview =
            api.ask(
                "POST",
                "/api/v1/segments/preview?at-least=" + position,
                "{\"condition\":" + condition + "}");
        assertThat(number(preview, "count")).isEqualTo(expected);
        var told =
            api.ask(
                "POST",
                "/api/v1/segments/explain",
                "{\"profile\":\"user_id:u1\",\"condition\":" + condition + "}");
        assertThat(told.fields("reason").text("result"))
            .isEqualTo(plan.equals("big") ? "match" : "no_match");
      }
    }
  }

  @Test
  void membersAreDownloadedAsParquet() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("shop", "server"), bought(1, 1), bought(2, 2), bought(3, 3));
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"b\",\"name\":\"x\",\"status\":\"active\",\"condition\":{\"event\":\"Bought\"}}");
      while (!"3".equals(number(api.get("/api/v1/segments/b"), "size"))) {
        Thread.onSpinWait();
      }
      var answer = api.send("GET", "/api/v1/segments/b/members?format=parquet&reason=test", "");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type"))
          .contains("application/vnd.apache.parquet");
      var file = Files.write(data.resolve("members.parquet"), answer.body());
      try (var connection = DriverManager.getConnection("jdbc:duckdb:");
          var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "SELECT string_agg(identifier, ' ' ORDER BY identifier), count(DISTINCT id),"
                      + " min(version) FROM read_parquet('"
                      + file
                      + "')")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("user_id:u1 user_id:u2 user_id:u3");
        assertThat(rows.getInt(2)).isEqualTo(3);
        assertThat(rows.getInt(3)).isEqualTo(1);
      }
    }
  }

  private static String plan(String plan) {
    return "{\"plan\":\"" + plan + "\"}";
  }

  private static String joined(int user, String traits) {
    return """
    {"type":"group","groupId":"acme","messageId":"g-%d","userId":"u%d",
    "timestamp":"2026-03-0%dT00:00:00Z","traits":%s}\
    """
        .formatted(user, user, user, traits);
  }
}
