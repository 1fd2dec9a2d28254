package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Use bound to a purpose: only those who are permitted are told, and how many each check leaves.
class ReachTest {
  private static final String CONDITION =
      "{\"trait\":\"vip\",\"operator\":\"equals\",\"value\":true}";

  @TempDir Path data;

  private static String identify(int user, String more) {
    return """
    {"type":"identify","messageId":"i-%d","userId":"u%d","timestamp":"2026-02-01T00:00:00Z",
    "traits":{"vip":true%s}}\
    """
        .formatted(user, user, more);
  }

  private static String says(String id, int user, String event, String more) {
    return """
    {"type":"track","event":"%s","messageId":"%s","userId":"u%d",
    "timestamp":"2026-03-01T00:00:00Z","properties":{"purpose":"email_marketing"%s}}\
    """
        .formatted(event, id, user, more);
  }

  private static String reach(Value.Fields answer) {
    var reach = answer.fields("reach");
    return List.of("matched", "consented", "reachable").stream()
        .map(name -> ((Value.Decimal) Objects.requireNonNull(reach.get(name))).value().toString())
        .toList()
        .toString();
  }

  private static List<String> who(Value.Fields members) {
    var who = new ArrayList<String>();
    for (var each : ((Value.Items) Objects.requireNonNull(members.get("members"))).values()) {
      who.add(String.valueOf(((Value.Fields) each).text("identifier")));
    }
    return who;
  }

  @Test
  void eachCheckLeavesFewerAndTheSameEverywhere() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var key = api.source("shop", "server");
      var position =
          api.events(
              key,
              identify(1, ",\"email\":\"one@example.com\""),
              identify(2, ",\"email\":\"two@example.com\""),
              identify(3, ""),
              identify(4, ",\"email\":\"four@example.com\""),
              identify(5, ",\"email\":\"five@example.com\""),
              says("g-1", 1, "Consent Granted", ""),
              says("g-3", 3, "Consent Granted", ""),
              says("g-4", 4, "Consent Granted", ""),
              says("w-4", 4, "Consent Withdrawn", ""),
              says("g-5", 5, "Consent Granted", ",\"expiresAt\":\"2026-03-02T00:00:00Z\""));
      var wait = "&at-least=" + position;
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"vips\",\"name\":\"VIP\",\"status\":\"active\",\"condition\":"
              + CONDITION
              + "}");

      var preview =
          api.ask(
              "POST",
              "/api/v1/segments/preview?at-least=" + position,
              "{\"condition\":" + CONDITION + ",\"purpose\":\"email_marketing\"}");
      assertThat(reach(preview)).isEqualTo("[5, 2, 1]");
      assertThat(((Value.Items) Objects.requireNonNull(preview.get("sample"))).values()).hasSize(2);
      assertThat(reach(api.get("/api/v1/segments/vips/reach?purpose=email_marketing" + wait)))
          .isEqualTo("[5, 2, 1]");
      assertThat(reach(api.get("/api/v1/segments/vips/reach?purpose=sms_marketing" + wait)))
          .isEqualTo("[5, 0, 0]");
      var members = api.get("/api/v1/segments/vips/members?purpose=email_marketing" + wait);
      assertThat(reach(members)).isEqualTo("[5, 2, 1]");
      assertThat(who(members)).containsExactly("user_id:u1", "user_id:u3");
      assertThat(who(api.get("/api/v1/segments/vips/members"))).hasSize(5);
      var csv =
          Api.text(
              api.send(
                  "GET",
                  "/api/v1/segments/vips/members?format=csv&reason=test&purpose=email_marketing",
                  ""));
      assertThat(csv).contains("u1", "u3").doesNotContain("u2", "u4", "u5");

      // A change of the purpose counts at once: whoever has not objected may be mailed now.
      api.ask("PATCH", "/api/v1/purposes/email_marketing", "{\"basis\":\"legitimate_interest\"}");
      assertThat(
              reach(
                  api.ask(
                      "POST",
                      "/api/v1/segments/preview?at-least=" + decided(api),
                      "{\"condition\":" + CONDITION + ",\"purpose\":\"email_marketing\"}")))
          .isEqualTo("[5, 4, 3]");
    }
  }

  @Test
  void whoeverObjectsIsReachedNoMoreUntilThatIsLifted() throws Exception {
    String second;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      api.events(
          source,
          identify(1, ",\"email\":\"one@example.com\""),
          identify(2, ",\"email\":\"two@example.com\""),
          says("g-1", 1, "Consent Granted", ""),
          says("g-2", 2, "Consent Granted", ""));
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"vips\",\"name\":\"VIP\",\"status\":\"active\",\"condition\":"
              + CONDITION
              + "}");
      assertThat(reached(api)).isEqualTo("[2, 2, 2] [user_id:u1, user_id:u2]");

      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/restrictions",
                  "{\"profile\":\"user_id:u1\",\"purposes\":[\"adz\"],\"reason\":\"objects\"}"))
          .isEqualTo("422 unknown_purpose");
      var first = objects(api, 1, "[\"email_marketing\"]");
      assertThat(reached(api)).isEqualTo("[2, 1, 1] [user_id:u2]");
      // An objection to something else takes nothing back; one to all stands for everything.
      assertThat(objects(api, 1, "[\"ads\"]")).isEqualTo(first);
      assertThat(reached(api)).isEqualTo("[2, 1, 1] [user_id:u2]");
      second = objects(api, 2, "[]");
      assertThat(reached(api)).isEqualTo("[2, 0, 0] []");
      // They speak by another address, and are the same person still.
      api.events(
          source,
          """
          {"type":"identify","messageId":"i-9","userId":"u1","anonymousId":"a-9",
          "traits":{"vip":true,"phone":"01055512345"}}\
          """);
      assertThat(reached(api)).isEqualTo("[2, 0, 0] []");
      var standing = Api.text(api.send("GET", "/api/v1/profiles/user_id:u1/consents", ""));
      assertThat(standing).contains("\"ground\":\"restricted\"");

      api.ask("DELETE", "/api/v1/restrictions/" + first, "");
      assertThat(reached(api)).isEqualTo("[2, 1, 1] [user_id:u1]");
      api.ask("POST", "/api/v1/rebuilds", "");
    }
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      assertThat(reached(api)).isEqualTo("[2, 1, 1] [user_id:u1]");
      api.ask("DELETE", "/api/v1/restrictions/" + second, "");
      assertThat(reached(api)).isEqualTo("[2, 2, 2] [user_id:u1, user_id:u2]");
    }
  }

  @Test
  void whoeverObjectsToAutomatedDecisionsIsPickedByNoSegment() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(
          api.source("shop", "server"),
          identify(1, ",\"email\":\"one@example.com\""),
          identify(2, ",\"email\":\"two@example.com\""),
          says("g-1", 1, "Consent Granted", ""),
          says("g-2", 2, "Consent Granted", ""));
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"vips\",\"name\":\"VIP\",\"status\":\"active\",\"condition\":"
              + CONDITION
              + "}");
      assertThat(reached(api)).isEqualTo("[2, 2, 2] [user_id:u1, user_id:u2]");
      var made =
          api.ask(
              "POST",
              "/api/v1/restrictions",
              "{\"profile\":\"user_id:u1\",\"automatedDecisions\":true,\"reason\":\"asked\"}");
      assertThat(made.get("allUse")).isEqualTo(new Value.Truth(false));
      assertThat(reached(api)).isEqualTo("[2, 1, 1] [user_id:u2]");
      // They are a member still, and their data may be read for the purpose.
      assertThat(who(api.get("/api/v1/segments/vips/members"))).hasSize(2);
      assertThat(api.get("/api/v1/profiles/user_id:u1?purpose=email_marketing").text("id"))
          .isNotNull();
      api.ask(
          "POST",
          "/api/v1/rights-requests",
          "{\"profile\":\"user_id:u1\",\"kind\":\"automated-decision\",\"about\":\"vips\",\"words\":\"why"
              + " me?\"}");
      var decided = api.get("/api/v1/profiles/user_id:u1/automated-decisions");
      assertThat(decided.get("objected")).isEqualTo(new Value.Truth(true));
      assertThat(String.valueOf(decided))
          .contains("vips", "POST /api/v1/segments/vips/explain", "automated-decision");
      api.ask("DELETE", "/api/v1/restrictions/" + made.text("id"), "");
      assertThat(reached(api)).isEqualTo("[2, 2, 2] [user_id:u1, user_id:u2]");
    }
  }

  @Test
  void whoeverIsSuppressedIsConsentedAndNotReachable() throws Exception {
    var far = "2199-01-01T00:00:00Z";
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      // On the list before anybody has the address.
      suppress(api, "email", "email", "three@example.com", far);
      api.events(
          source,
          identify(1, ",\"email\":\"one@example.com\""),
          identify(2, ",\"email\":\"two@example.com\""),
          identify(3, ",\"email\":\"three@example.com\""),
          says("g-1", 1, "Consent Granted", ""),
          says("g-2", 2, "Consent Granted", ""),
          says("g-3", 3, "Consent Granted", ""));
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"vips\",\"name\":\"VIP\",\"status\":\"active\",\"condition\":"
              + CONDITION
              + "}");
      assertThat(everywhere(api)).isEqualTo("[3, 3, 2]");
      // Other channels do not count; what has run out does not either.
      suppress(api, "sms", "email", "one@example.com", far);
      suppress(api, "email", "email", "two@example.com", "2026-01-01T00:00:00Z");
      assertThat(everywhere(api)).isEqualTo("[3, 3, 2]");
      var first = suppress(api, "all", "email", "ONE@example.com", far);
      assertThat(everywhere(api)).isEqualTo("[3, 3, 1]");
      // Another address of theirs may be written to, until nothing may be sent to the person.
      api.events(
          source,
          """
          {"type":"identify","messageId":"i-9","userId":"u1","traits":{"email":"uno@example.com"}}\
          """);
      assertThat(everywhere(api)).isEqualTo("[3, 3, 2]");
      var person = suppress(api, "email", "user_id", "u1", far);
      assertThat(everywhere(api)).isEqualTo("[3, 3, 1]");
      assertThat(
              Api.text(
                  api.send(
                      "POST",
                      "/api/v1/suppressions/check",
                      "{\"items\":[{\"channel\":\"email\",\"identifier\":"
                          + "{\"type\":\"email\",\"value\":\"uno@example.com\"}}]}")))
          .contains("\"suppressed\":true", person);
      api.ask("DELETE", "/api/v1/suppressions/" + person, "");
      assertThat(everywhere(api)).isEqualTo("[3, 3, 2]");
      suppress(api, "email", "email", "uno@example.com", far);
      assertThat(everywhere(api)).isEqualTo("[3, 3, 1]");
      api.ask("DELETE", "/api/v1/suppressions/" + first, "");
      assertThat(everywhere(api)).isEqualTo("[3, 3, 2]");
      // One that runs out: nothing is said any more, and the count follows the clock.
      suppress(api, "email", "email", "two@example.com", Instant.now().plusMillis(400).toString());
      while (!reached(api).startsWith("[3, 3, 2]")) {
        Thread.onSpinWait();
      }
      assertThat(everywhere(api)).isEqualTo("[3, 3, 2]");
      api.ask("POST", "/api/v1/rebuilds", "");
    }
    try (var server = RealServer.start(data)) {
      assertThat(everywhere(new Api(server.port()))).isEqualTo("[3, 3, 2]");
    }
  }

  private static String suppress(Api api, String channel, String type, String value, String until)
      throws Exception {
    var made =
        api.ask(
            "POST",
            "/api/v1/suppressions",
            "{\"items\":[{\"channel\":\"%s\",\"identifier\":{\"type\":\"%s\",\"value\":\"%s\"},\"reason\":\"unsubscribed\",\"expiresAt\":\"%s\"}]}"
                .formatted(channel, type, value, until));
    var results = ((Value.Items) Objects.requireNonNull(made.get("results"))).values();
    return String.valueOf(((Value.Fields) results.getFirst()).text("id"));
  }

  /// What reach is by the preview, by the saved segment, and by its list of members.
  private static String everywhere(Api api) throws Exception {
    var preview = reached(api);
    var wait = "&at-least=" + decided(api);
    var saved = reach(api.get("/api/v1/segments/vips/reach?purpose=email_marketing" + wait));
    assertThat(reach(api.get("/api/v1/segments/vips?purpose=email_marketing" + wait)))
        .isEqualTo(saved);
    return preview.startsWith(saved) ? saved : preview + " and " + saved;
  }

  private static String objects(Api api, int user, String purposes) throws Exception {
    return String.valueOf(
        api.ask(
                "POST",
                "/api/v1/restrictions",
                "{\"profile\":\"user_id:u%d\",\"purposes\":%s,\"reason\":\"objects\"}"
                    .formatted(user, purposes))
            .text("id"));
  }

  /// What a preview counts and whom a list of members tells, as of now.
  private static String reached(Api api) throws Exception {
    var body = "{\"condition\":" + CONDITION + ",\"purpose\":\"email_marketing\"}";
    var path = "/api/v1/segments/preview?at-least=" + decided(api);
    var answer = api.send("POST", path, body);
    // While it works out anew who is permitted, it counts nobody.
    while (answer.statusCode() == 503) {
      assertThat(Api.json(answer).text("code")).isEqualTo("preview_building");
      answer = api.send("POST", path, body);
    }
    assertThat(answer.statusCode()).as(Api.text(answer)).isEqualTo(200);
    var members =
        api.get("/api/v1/segments/vips/members?purpose=email_marketing&at-least=" + decided(api));
    return reach(Api.json(answer)) + " " + who(members);
  }

  private static String decided(Api api) throws Exception {
    return String.valueOf(api.get("/api/v1/status").fields("positions").text("decided"));
  }

  @Test
  void aKeyThatIsBoundToAPurposeReadsForThatPurposeAlone() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      api.events(source, identify(1, ""), identify(2, ""), says("g-1", 1, "Consent Granted", ""));
      var made =
          api.ask("POST", "/api/v1/keys", "{\"name\":\"mailer\",\"purpose\":\"email_marketing\"}");
      var key = String.valueOf(made.text("key"));
      assertThat(code(api, key, "/api/v1/profiles/user_id:u1")).isEqualTo("200 null");
      assertThat(code(api, key, "/api/v1/profiles/user_id:u2"))
          .isEqualTo("403 not_permitted_for_purpose");
      assertThat(code(api, key, "/api/v1/profiles/user_id:u1?purpose=analytics"))
          .isEqualTo("403 purpose_mismatch");
      assertThat(code(api, key, "/api/v1/profiles")).isEqualTo("403 purpose_bound_key");
      assertThat(code(api, key, "/api/v1/quarantine")).isEqualTo("403 purpose_bound_key");
      assertThat(code(api, RealServer.KEY, "/api/v1/profiles?purpose=analytics"))
          .isEqualTo("400 purpose_not_supported");
      assertThat(code(api, RealServer.KEY, "/api/v1/profiles/user_id:u1?purpose=nothing"))
          .isEqualTo("422 unknown_purpose");
      assertThat(api.refusal("POST", "/api/v1/keys", "{\"name\":\"x\",\"purpose\":\"nothing\"}"))
          .isEqualTo("422 unknown_purpose");
    }
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var keys =
          ((Value.Items) Objects.requireNonNull(api.get("/api/v1/keys").get("keys"))).values();
      assertThat(keys).hasSize(2);
      assertThat(((Value.Fields) keys.get(1)).text("purpose")).isEqualTo("email_marketing");
      var id = ((Value.Fields) keys.getFirst()).text("id");
      assertThat(api.refusal("DELETE", "/api/v1/keys/" + id, "")).isEqualTo("409 last_key");
    }
  }

  private static String code(Api api, String key, String path) throws Exception {
    var answer = api.as(key, "GET", path, "");
    return answer.statusCode() + " " + Api.json(answer).text("code");
  }
}
