package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What has come to its term is gone: from reads, from the disk, and after a rebuild.
class RetentionHttpTest {
  private static final String RULES =
      """
      {"rules":[{"event":"Page Seen","days":100},{"event":"Order Completed","days":100},
      {"trait":"nickname","days":100}],"reason":"less is more"}\
      """;

  @TempDir Path data;

  private static String track(String id, String name, Instant at, String marker) {
    return """
    {"type":"track","event":"%s","messageId":"%s","userId":"kim","timestamp":"%s",
    "properties":{"marker":"%s"}}\
    """
        .formatted(name, id, at, marker);
  }

  private static String identify(String id, Instant at, String traits) {
    return """
    {"type":"identify","messageId":"%s","userId":"kim","timestamp":"%s","traits":{%s}}\
    """
        .formatted(id, at, traits);
  }

  private static Value.Fields done(Api api, String run) throws Exception {
    while (true) {
      var last = api.get("/api/v1/retention").fields("lastRun");
      var id = last.text("id");
      if (id != null && !run.equals(id) && !"running".equals(last.text("state"))) {
        return last;
      }
    }
  }

  @Test
  void whatHasComeToItsTermIsGoneForGood() throws Exception {
    var old = Instant.now().minus(200, ChronoUnit.DAYS);
    var recent = Instant.now().minus(10, ChronoUnit.DAYS);
    String first;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      api.events(
          source,
          identify("i-1", old, "\"name\":\"keepname\",\"nickname\":\"zebranick\""),
          track("t-1", "Page Seen", old, "zebrapage"),
          track("t-2", "Page Seen", recent, "recentpage"),
          track("t-3", "Order Completed", old, "keptorder"),
          track("t-4", "Other", old, "keptother"));
      assertThat(api.get("/api/v1/retention").get("version")).hasToString("Decimal[value=0]");
      assertThat(
              api.refusal("PUT", "/api/v1/retention", "{\"rules\":[{\"event\":\"X\",\"days\":0}]}"))
          .isEqualTo("422 invalid_retention");
      var foreseen = api.ask("POST", "/api/v1/retention/preview", RULES);
      assertThat(foreseen.fields("events").toString()).contains("Page Seen=Decimal[value=1]");
      assertThat(foreseen.get("keptByLaw")).hasToString("Decimal[value=1]");
      assertThat(foreseen.fields("traits").toString()).contains("nickname=Decimal[value=1]");
      assertThat(api.get("/api/v1/profiles/user_id:kim").fields("traits").get("nickname"))
          .as("a preview changes nothing")
          .isNotNull();

      api.ask("PUT", "/api/v1/retention", RULES);
      api.ask("POST", "/api/v1/retention/runs", "");
      var run = done(api, "");
      first = String.valueOf(run.text("id"));
      assertThat(run.text("state")).as(run.toString()).isEqualTo("done");
      assertThat(run.fields("events").toString()).contains("Page Seen=Decimal[value=1]");
      assertThat(run.get("keptByLaw")).hasToString("Decimal[value=1]");
      assertThat(run.fields("traits").toString()).contains("nickname=Decimal[value=1]");
      whatIsLeft(api);
    }
    assertThat(new DataSearch(List.of("zebrapage", "zebranick")).in(data).places()).isEmpty();
    assertThat(
            new DataSearch(List.of("recentpage", "keptorder", "keptother", "keepname"))
                .in(data)
                .places())
        .isNotEmpty();
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      whatIsLeft(api);
      // Sent again, it is what came before; said anew, it is new.
      api.events(api.source("more", "server"), identify("i-2", recent, "\"nickname\":\"new\""));
      assertThat(trait(api, "nickname")).isEqualTo("new");
      api.ask("POST", "/api/v1/retention/runs", "");
      var run = done(api, first);
      assertThat(run.fields("events").values()).isEmpty();
      assertThat(run.fields("traits").values()).isEmpty();
      api.ask("POST", "/api/v1/rebuilds", "");
      assertThat(trait(api, "nickname")).isEqualTo("new");
      // Two versions, and whoever saw the first may not write over the second.
      api.ask("PUT", "/api/v1/retention", "{\"rules\":[]}");
      assertThat(api.get("/api/v1/retention/versions").toString()).contains("less is more");
      var newest = api.get("/api/v1/retention/versions?limit=1");
      assertThat(newest.toString()).doesNotContain("less is more");
      var older = api.get("/api/v1/retention/versions?limit=1&cursor=" + newest.text("next"));
      assertThat(older.toString()).contains("less is more");
      assertThat(older.text("next")).isNull();
      var latest = api.get("/api/v1/retention/runs?limit=1");
      assertThat(latest.toString()).doesNotContain(first);
      var before = api.get("/api/v1/retention/runs?limit=1&cursor=" + latest.text("next"));
      assertThat(before.toString()).contains(first);
      assertThat(api.refusal("GET", "/api/v1/retention/versions?cursor=x", ""))
          .isEqualTo("400 invalid_cursor");
      assertThat(api.get("/api/v1/retention").get("version")).hasToString("Decimal[value=2]");
      assertThat(api.get("/api/v1/retention/runs").toString()).contains(first);
    }
  }

  @Test
  void aRunThatTheEndOfTheServerCutsShortIsFinishedAfterTheNextStart() throws Exception {
    var old = Instant.now().minus(200, ChronoUnit.DAYS);
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(
          api.source("shop", "server"),
          identify("i-1", old, "\"name\":\"keepname\",\"nickname\":\"zebranick\""),
          track("t-1", "Page Seen", old, "zebrapage"));
      api.ask("PUT", "/api/v1/retention", RULES);
      api.ask("POST", "/api/v1/retention/runs", "");
      while (api.get("/api/v1/retention").get("lastRun") == null) {
        Thread.onSpinWait();
      }
    }
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var run = api.get("/api/v1/retention").fields("lastRun");
      while (!"done".equals(run.text("state"))) {
        run = api.get("/api/v1/retention").fields("lastRun");
      }
      assertThat(run.fields("events").toString()).contains("Page Seen=Decimal[value=1]");
      var profile = api.get("/api/v1/profiles/user_id:kim");
      assertThat(profile.fields("traits").get("nickname")).isNull();
      assertThat(profile.fields("events").fields("byName").get("Page Seen")).isNull();
    }
    assertThat(new DataSearch(List.of("zebrapage", "zebranick")).in(data).places()).isEmpty();
  }

  private static String trait(Api api, String name) throws Exception {
    return String.valueOf(
        api.get("/api/v1/profiles/user_id:kim").fields("traits").fields(name).text("value"));
  }

  private static void whatIsLeft(Api api) throws Exception {
    var profile = api.get("/api/v1/profiles/user_id:kim");
    assertThat(profile.fields("traits").get("nickname")).isNull();
    assertThat(trait(api, "name")).isEqualTo("keepname");
    var events = Api.text(api.send("GET", "/api/v1/profiles/user_id:kim/events", ""));
    assertThat(events)
        .contains("recentpage", "keptorder", "keptother", "keepname")
        .doesNotContain("zebrapage")
        .doesNotContain("zebranick");
    assertThat(profile.fields("events").fields("byName").fields("Page Seen").get("count"))
        .hasToString("Decimal[value=1]");
  }
}
