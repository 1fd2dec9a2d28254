package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person says is wrong is corrected, stays so, and can be taken back.
class CorrectionTest {
  @TempDir Path data;

  private static String name(String id, String time, String name) {
    return """
    {"type":"identify","messageId":"%s","userId":"kim","timestamp":"%s",
    "traits":{"email":"kim@example.kr","name":"%s"}}\
    """
        .formatted(id, time, name);
  }

  private static Value.Fields trait(Api api, String name) throws Exception {
    return api.get("/api/v1/profiles/user_id:kim").fields("traits").fields(name);
  }

  private static String correct(Api api, String trait, String value) throws Exception {
    var made =
        api.ask(
            "POST",
            "/api/v1/profiles/email:kim@example.kr/corrections",
            "{\"trait\":\"%s\",\"value\":%s,\"reason\":\"the person says so\"}"
                .formatted(trait, value));
    assertThat(made.text("state")).isEqualTo("in-force");
    return String.valueOf(made.text("id"));
  }

  private static String undo(Api api, String id) throws Exception {
    var undone =
        api.ask(
            "POST",
            "/api/v1/profiles/user_id:kim/corrections/" + id + "/undo",
            "{\"reason\":\"a mix-up\"}");
    return String.valueOf(undone.text("state"));
  }

  private static List<String> states(Api api) throws Exception {
    return api.get("/api/v1/profiles/user_id:kim/corrections").get("corrections")
            instanceof Value.Items(var items)
        ? items.stream().map(each -> String.valueOf(((Value.Fields) each).text("state"))).toList()
        : List.of();
  }

  /// In one step, and with the same conditions as by hand.
  @Test
  void aCorrectionClosesTheRequestThatAsksForIt() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("crm", "server"), name("i-1", "2026-02-01T00:00:00Z", "김지우"));
      closes(api);
    }
  }

  private static void closes(Api api) throws Exception {
    var path = "/api/v1/profiles/user_id:kim/corrections";
    var asked =
        api.ask(
            "POST",
            "/api/v1/rights-requests",
            "{\"profile\":\"user_id:kim\",\"kind\":\"rectification\"}");
    var body =
        "{\"trait\":\"city\",\"value\":\"서울\",\"reason\":\"moved\",\"request\":\""
            + asked.text("id")
            + "\",\"close\":{%s}}";
    assertThat(api.refusal("POST", path, body.formatted(""))).isEqualTo("422 missing_outcome");
    assertThat(api.refusal("POST", path, body.formatted("\"outcome\":\"done\"")))
        .isEqualTo("422 missing_identity_note");
    assertThat(trait(api, "city").values()).as("nothing of it was done").isEmpty();
    var whole = "\"outcome\":\"city is corrected\",\"identityNote\":\"called back\"";
    api.ask("POST", path, body.formatted(whole));
    var closed = api.get("/api/v1/rights-requests/" + asked.text("id"));
    assertThat(closed.text("state")).isEqualTo("done");
    assertThat(closed.text("outcome")).isEqualTo("city is corrected");
    assertThat(closed.text("closedAt")).isNotNull();
    assertThat(trait(api, "city").text("value")).isEqualTo("서울");
    assertThat(api.refusal("POST", path, body.formatted(whole))).isEqualTo("409 request_closed");
  }

  @Test
  void aCorrectionStandsWhateverSourcesSayAndAfterARebuild() throws Exception {
    String first;
    String second;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("crm", "server");
      api.events(source, name("i-1", "2026-02-01T00:00:00Z", "김지우"));
      var request =
          api.ask(
              "POST",
              "/api/v1/rights-requests",
              "{\"profile\":\"user_id:kim\",\"kind\":\"rectification\"}");
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/profiles/user_id:kim/corrections",
                  "{\"trait\":\"name\",\"value\":\"x\",\"reason\":\"r\",\"request\":\"req_0\"}"))
          .isEqualTo("422 request_not_found");
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/profiles/user_id:kim/corrections",
                  "{\"trait\":\"name\",\"value\":\"x\"}"))
          .isEqualTo("400 missing_reason");
      var made =
          api.ask(
              "POST",
              "/api/v1/profiles/user_id:kim/corrections",
              "{\"trait\":\"name\",\"value\":\"김지유\",\"reason\":\"misspelt\",\"request\":\"%s\"}"
                  .formatted(request.text("id")));
      first = String.valueOf(made.text("id"));
      assertThat(made.text("before")).isEqualTo("김지우");
      assertThat(made.text("request")).isEqualTo(request.text("id"));
      assertThat(trait(api, "name").text("value")).isEqualTo("김지유");
      assertThat(trait(api, "name").text("source")).isEqualTo("corrections");
      // The wrong value stays as evidence, and does not come back, however late it is said.
      api.events(source, name("i-2", "2026-11-20T00:00:00Z", "김지우"));
      assertThat(trait(api, "name").text("value")).isEqualTo("김지유");
      assertThat(String.valueOf(trait(api, "name").get("others"))).contains("김지우");

      second = correct(api, "name", "\"김지율\"");
      assertThat(states(api)).containsExactly("in-force", "superseded");
      var mail = correct(api, "email", "\"other@example.kr\"");
      assertThat(trait(api, "email").text("value")).isEqualTo("other@example.kr");
      assertThat(api.refusal("GET", "/api/v1/profiles/email:other@example.kr", ""))
          .as("a correction says nothing of who is who")
          .isEqualTo("404 profile_not_found");
      assertThat(undo(api, mail)).isEqualTo("undone");
      assertThat(trait(api, "email").text("value")).isEqualTo("kim@example.kr");
      // There is no such thing of them.
      var none = correct(api, "name", "null");
      assertThat(api.get("/api/v1/profiles/user_id:kim").fields("traits").get("name")).isNull();
      assertThat(undo(api, none)).isEqualTo("undone");
      assertThat(trait(api, "name").text("value")).isEqualTo("김지율");
      api.ask("POST", "/api/v1/rebuilds", "");
    }
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      assertThat(trait(api, "name").text("value")).isEqualTo("김지율");
      assertThat(undo(api, second)).isEqualTo("undone");
      assertThat(trait(api, "name").text("value")).isEqualTo("김지유");
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/profiles/user_id:kim/corrections/" + second + "/undo",
                  "{\"reason\":\"again\"}"))
          .isEqualTo("409 already_undone");
      assertThat(undo(api, first)).isEqualTo("undone");
      assertThat(trait(api, "name").text("value")).isEqualTo("김지우");
      assertThat(states(api)).containsExactly("undone", "undone", "undone", "undone");
      api.ask("POST", "/api/v1/rebuilds", "");
    }
    try (var server = RealServer.start(data)) {
      assertThat(trait(new Api(server.port()), "name").text("value")).isEqualTo("김지우");
    }
  }

  @Test
  void anErasureTakesTheCorrectedValuesAlong() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("crm", "server"), name("i-1", "2026-02-01T00:00:00Z", "김지우"));
      correct(api, "name", "\"zebra-zebra\"");
      var erased =
          api.ask(
              "POST",
              "/api/v1/erasures",
              "{\"profile\":\"user_id:kim\",\"reason\":\"asked\",\"scrub\":\"now\"}");
      var id = erased.text("id");
      while (!"scrubbed".equals(api.get("/api/v1/erasures/" + id).text("state"))) {
        Thread.onSpinWait();
      }
    }
    assertThat(new DataSearch(List.of("zebra-zebra")).in(data).places()).isEmpty();
  }
}
