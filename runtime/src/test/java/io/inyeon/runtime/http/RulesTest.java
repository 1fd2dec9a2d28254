package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rules and tasks over HTTP.
class RulesTest {
  private static final String ADMIN = "Authorization: Bearer " + House.ADMIN;
  private static final String RULES = "/api/v1/identity/rules";

  private final House house = new House();
  private final Server server =
      Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system());
  private final Client client = new Client(server.port());

  @AfterEach
  void stop() {
    server.close();
  }

  private Value.Fields document() {
    return client.get(RULES, ADMIN).json().fields("rules");
  }

  private static byte[] body(Value.Fields rules, Map<String, Value> more) {
    var fields = new LinkedHashMap<>(more);
    fields.put("rules", rules);
    return JsonWriter.bytes(new Value.Fields(fields));
  }

  private static Value.Fields with(Value.Fields fields, String name, Value value) {
    var all = new LinkedHashMap<>(fields.values());
    all.put(name, value);
    return new Value.Fields(all);
  }

  @Test
  void whatIsReadCanBeSavedAgainAndIsTheNextVersion() {
    var read = client.get(RULES, ADMIN);
    assertThat(read.header("etag")).isEqualTo("\"1\"");
    var zone = with(document(), "timeZone", new Value.Text("Asia/Tokyo"));
    var why = Map.<String, Value>of("reason", new Value.Text("we moved"));
    assertThat(client.send("PUT", RULES, body(zone, why), ADMIN).status()).isEqualTo(428);
    assertThat(client.send("PUT", RULES, body(zone, Map.of()), ADMIN, "If-Match: \"1\"").code())
        .isEqualTo("missing_reason");
    var saved = client.send("PUT", RULES, body(zone, why), ADMIN, "If-Match: \"1\"");
    assertThat(saved.status()).as(saved.text()).isEqualTo(202);
    assertThat(client.send("PUT", RULES, body(zone, why), ADMIN, "If-Match: \"1\"").code())
        .isEqualTo("version_conflict");
    assertThat(document()).isEqualTo(zone);
    var versions = client.get(RULES + "/versions", ADMIN).items("versions");
    assertThat(versions).hasSize(2);
    assertThat(((Value.Fields) versions.getFirst()).text("author")).isEqualTo("admin");
    assertThat(((Value.Fields) versions.getFirst()).text("reason")).isEqualTo("we moved");
    var first = client.get(RULES + "/versions/1", ADMIN).json().fields("rules");
    assertThat(first.text("timeZone")).isEqualTo("Asia/Seoul");
    assertThat(client.get(RULES + "/versions/9", ADMIN).code()).isEqualTo("version_not_found");
    assertThat(client.get(RULES, ADMIN).text()).doesNotContain("5eed");
  }

  @Test
  void thePauseBetweenSessionsIsPartOfTheRules() {
    assertThat(document().get("sessionGapMinutes")).isEqualTo(minutes(30));
    var why = Map.<String, Value>of("reason", new Value.Text("long films"));
    var longer = with(document(), "sessionGapMinutes", minutes(120));
    var saved = client.send("PUT", RULES, body(longer, why), ADMIN, "If-Match: \"1\"");
    assertThat(saved.status()).as(saved.text()).isEqualTo(202);
    assertThat(document()).isEqualTo(longer);
    for (var wrong : new int[] {0, 1_441}) {
      var reply =
          client.send(
              "POST",
              RULES + "/validate",
              body(with(document(), "sessionGapMinutes", minutes(wrong)), Map.of()),
              ADMIN);
      assertThat(reply.text())
          .contains("\"code\":\"out_of_range\",\"path\":\"/sessionGapMinutes\"");
    }
    // Documents from before there was a choice.
    var old = new LinkedHashMap<>(document().values());
    old.remove("sessionGapMinutes");
    var again =
        client.send("PUT", RULES, body(new Value.Fields(old), why), ADMIN, "If-Match: \"2\"");
    assertThat(again.status()).as(again.text()).isEqualTo(202);
    assertThat(document().get("sessionGapMinutes")).isEqualTo(minutes(30));
  }

  private static Value minutes(int minutes) {
    return new Value.Decimal(BigDecimal.valueOf(minutes));
  }

  @Test
  void allProblemsOfADocumentAreToldAtOnce() {
    var wrong =
        """
        {"rules":{"region":"XX","timeZone":"Nowhere","colour":"red","traits":{"plan":"best"},
         "rates":{"USD":{"yesterday":1,"2025-01-01":-1}},
         "customType":{"priority":50,"limit":5,"blocked":[],"blockedPatterns":["("],
          "normaliser":"plain","sharedAbove":20,"hubAbove":1000,"linkedBy":["fax"]},
         "types":[{"name":"User Id","priority":0,"anchor":true,"limit":0,"blocked":["NULL"],
          "blockedPatterns":[],"normaliser":"magic","sharedAbove":20,"hubAbove":1000,
          "linkedBy":[]}]}}\
        """;
    var reply = client.post(RULES + "/validate", wrong, ADMIN);
    assertThat(reply.json().get("valid")).isEqualTo(new Value.Truth(false));
    var found = new TreeMap<String, String>();
    for (var problem : reply.items("problems")) {
      var fields = (Value.Fields) problem;
      found.put(String.valueOf(fields.text("path")), String.valueOf(fields.text("code")));
    }
    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("/region", "unknown_region"),
                Map.entry("/currency", "missing_field"),
                Map.entry("/timeZone", "unknown_time_zone"),
                Map.entry("/colour", "unknown_field"),
                Map.entry("/traits/plan", "unknown_value"),
                Map.entry("/rates/USD/yesterday", "invalid_day"),
                Map.entry("/rates/USD/2025-01-01", "invalid_rate"),
                Map.entry("/customType/blockedPatterns/0", "invalid_pattern"),
                Map.entry("/customType/linkedBy/0", "unknown_value"),
                Map.entry("/types/0/name", "invalid_name"),
                Map.entry("/types/0/priority", "out_of_range"),
                Map.entry("/types/0/blocked/0", "not_lower_case"),
                Map.entry("/types/0/normaliser", "unknown_value")));
    var refused = client.post(RULES + "/rehearsals", wrong, ADMIN);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("invalid_rules");
    assertThat(refused.items("problems")).hasSize(found.size());
    var good = client.send("POST", RULES + "/validate", body(document(), Map.of()), ADMIN);
    assertThat(good.json().get("valid")).isEqualTo(new Value.Truth(true));
  }

  @Test
  void oneTaskAtATimeIsBegunLookedAtAndCancelled() {
    var begun = client.post("/api/v1/rebuilds", "", ADMIN);
    assertThat(begun.status()).isEqualTo(202);
    var id = String.valueOf(begun.json().text("id"));
    assertThat(client.post("/api/v1/rebuilds", "", ADMIN).code()).isEqualTo("task_under_way");
    assertThat(client.get("/api/v1/rebuilds/" + id, ADMIN).json().text("state"))
        .isEqualTo("running");
    var csv = client.get("/api/v1/rebuilds/" + id + "/changes?format=csv&reason=audit", ADMIN);
    assertThat(new String(csv.body(), UTF_8))
        .isEqualTo(
            """
            kind,profile,other,identifier\r
            split,p1,p2,"email:a""b@example.com"\r
            split,p1,p2,"'=1+1"\r
            """);
    assertThat(csv.header("content-length")).isEqualTo(String.valueOf(csv.body().length));
    // To the end, also for whoever closes the connection after one answer.
    var closing = client.get("/api/v1/rebuilds/" + id + "/changes", ADMIN, "Connection: close");
    assertThat(closing.text()).startsWith("{\"kind\":\"split\"").endsWith("}\n");
    assertThat(closing.header("content-length")).isEqualTo(String.valueOf(closing.body().length));
    assertThat(client.get("/api/v1/rebuilds/" + id + "/changes?format=xml", ADMIN).code())
        .isEqualTo("invalid_format");
    assertThat(client.post("/api/v1/rebuilds/" + id + "/cancel", "", ADMIN).status())
        .isEqualTo(200);
    assertThat(client.get("/api/v1/rebuilds/" + id, ADMIN).code()).isEqualTo("task_not_found");
    assertThat(client.get("/api/v1/rebuilds").status()).isEqualTo(401);
  }
}
