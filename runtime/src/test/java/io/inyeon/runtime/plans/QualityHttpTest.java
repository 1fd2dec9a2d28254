package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data quality as an analyst meets it: over HTTP, from the plan to the repaired past.
class QualityHttpTest {
  private static final String PLAN =
      """
      {"name":"Shop","sources":[{"source":"%s","unplannedEvents":"block",
        "unplannedProperties":"omit","violations":"quarantine"}],
       "rules":[{"event":"Bought","schema":{"type":"object","properties":{"properties":
         {"type":"object","required":["total"],"properties":{
           "total":{"type":"number"},"city":{"type":"string"}}}}}}]}
      """;

  private static final String CAST =
      """
      {"transformations":[{"id":"total","events":["Bought"],
        "when":{"event":"Bought","where":[{"property":"total","operator":"exists"}]},
        "steps":[{"do":"cast","path":"/properties/total","to":"number"}]}]}
      """;

  @TempDir Path data;
  private static final String STRICT =
      """
      {"name":"Shop","sources":[{"source":"%s","unplannedEvents":"ACTION",
         "unplannedProperties":"ACTION","violations":"ACTION"}],
       "rules":[{"event":"Bought","schema":{"type":"object"}},
         {"call":"identify","schema":{"properties":{"traits":{"type":"object",
           "properties":{"grade":{"type":"string"}}}}}}]}\
      """;

  private final HttpClient http = HttpClient.newHttpClient();
  private String key = "";
  private String source = "";
  private RealServer server;

  @BeforeEach
  void begin() throws Exception {
    server = RealServer.start(data);
    var made = asked("POST", "/api/v1/sources", "{\"name\":\"web\",\"kind\":\"browser\"}");
    key = Objects.requireNonNull(made.text("writeKey"));
    source = Objects.requireNonNull(made.text("id"));
  }

  @AfterEach
  void end() throws Exception {
    server.close();
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String credentials)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private Value.Fields asked(String method, String path, String body) throws Exception {
    var answer = send(method, path, body, "Bearer " + RealServer.KEY);
    assertThat(answer.statusCode())
        .as(path + " " + new String(answer.body(), UTF_8))
        .isLessThan(300);
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private Value.Fields refused(String method, String path, String body) throws Exception {
    var answer = send(method, path, body, "Bearer " + RealServer.KEY);
    assertThat(answer.statusCode()).isEqualTo(422);
    return (Value.Fields) JsonReader.event(answer.body());
  }

  /// Sends an event and says what became of it, and why.
  private Value.Fields sent(String event) throws Exception {
    var credentials = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    var answer = send("POST", "/v1/batch?ack=full", "{\"batch\":[" + event + "]}", credentials);
    assertThat(answer.statusCode()).isEqualTo(200);
    var told = (Value.Fields) JsonReader.event(answer.body());
    return (Value.Fields) items(told, "results").getFirst();
  }

  private static List<Value> items(Value.Fields fields, String name) {
    return ((Value.Items) Objects.requireNonNull(fields.get(name))).values();
  }

  private static Value.Fields first(Value.Fields fields, String name) {
    return (Value.Fields) items(fields, name).getFirst();
  }

  private static String bought(String id, String properties) {
    return """
    {"type":"track","event":"Bought","messageId":"%s","userId":"kim","anonymousId":"c1",
     "timestamp":"2026-01-05T03:00:00Z","properties":%s}\
    """
        .formatted(id, properties);
  }

  private Value.Fields repaired(Value.Fields begun) throws Exception {
    var path = "/api/v1/quarantine/repairs/" + begun.text("id");
    for (var repair = asked("GET", path, ""); ; repair = asked("GET", path, "")) {
      if ("done".equals(repair.text("status"))) {
        return repair;
      }
    }
  }

  /// Kim's events, the latest that were sent or released included.
  private Value.Fields timeline() throws Exception {
    var status = asked("GET", "/api/v1/status", "");
    var decided = Objects.requireNonNull(status.fields("positions").text("decided"));
    return asked("GET", "/api/v1/profiles/user_id:kim/events?at-least=" + decided, "");
  }

  private Value.Fields tried(Value.Fields begun) throws Exception {
    var path = "/api/v1/quarantine/previews/" + begun.text("id");
    for (var trial = asked("GET", path, ""); ; trial = asked("GET", path, "")) {
      if (!"running".equals(trial.text("status"))) {
        return trial;
      }
    }
  }

  @Test
  void whatIsUnplannedIsLeftOutAndListedOnTheEvent() throws Exception {
    asked("PUT", "/api/v1/plans/shop", PLAN.formatted(source));
    var result = sent(bought("m1", "{\"total\":12,\"colour\":\"red\"}"));
    assertThat(result.text("status")).isEqualTo("accepted");
    assertThat(first(result, "reasons").text("code")).isEqualTo("unplanned_property");
    assertThat(first(result, "reasons").text("path")).isEqualTo("/properties/colour");

    var event = first(timeline(), "events");
    assertThat(event.text("body")).contains("colour");
    var counts = (Value.Fields) Objects.requireNonNull(event.get("counts"));
    assertThat(counts.fields("properties").values()).containsOnlyKeys("total");
    var protocols = counts.fields("context").fields("protocols");
    assertThat(protocols.text("plan")).isEqualTo("shop");
    assertThat(items(protocols, "omitted")).containsExactly(new Value.Text("/properties/colour"));
  }

  @Test
  void versionsSayWhoSavedThemWhenAndWhy() throws Exception {
    var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    var plan = PLAN.formatted(source);
    asked("PUT", "/api/v1/plans/shop", plan.replaceFirst("\\{", "{\"reason\":\"first\","));
    var told = asked("GET", "/api/v1/plans/shop", "");
    // What was read may be sent back as it is.
    var again = new String(JsonWriter.bytes(told), UTF_8).replace("first", "second");
    asked("PUT", "/api/v1/plans/shop", again);
    asked("PUT", "/api/v1/transformations", CAST);
    for (var n = 2; n <= 3; n++) {
      var all = asked("GET", "/api/v1/transformations", "").values();
      var next = new LinkedHashMap<>(all);
      next.put("reason", new Value.Text("the " + n));
      asked(
          "PUT",
          "/api/v1/transformations",
          new String(JsonWriter.bytes(new Value.Fields(next)), UTF_8));
    }
    server.close();
    server = RealServer.start(data);

    var versions = items(asked("GET", "/api/v1/plans/shop", ""), "versions");
    assertThat(versions.stream().map(each -> ((Value.Fields) each).text("reason")))
        .containsExactly("second", "first");
    for (var each : versions) {
      assertThat(((Value.Fields) each).text("author")).isNotBlank();
      assertThat(Instant.parse(((Value.Fields) each).text("savedAt"))).isAfterOrEqualTo(before);
    }
    assertThat(asked("GET", "/api/v1/plans/shop/versions/1", "").text("reason")).isEqualTo("first");
    var page = asked("GET", "/api/v1/transformations/versions?limit=2", "");
    assertThat(items(page, "versions").stream().map(each -> ((Value.Fields) each).text("reason")))
        .containsExactly("the 3", "the 2");
    var rest = asked("GET", "/api/v1/transformations/versions?cursor=" + page.text("next"), "");
    assertThat(items(rest, "versions")).hasSize(1);
    assertThat(rest.get("next")).isNull();
    assertThat(first(rest, "versions").text("reason")).isEmpty();
    assertThat(asked("GET", "/api/v1/transformations/versions/2", "").text("author")).isNotBlank();
  }

  @Test
  void whatABlockedEventWasIsStillSaid() throws Exception {
    asked("PUT", "/api/v1/plans/shop", PLAN.formatted(source));
    var result =
        sent("{\"type\":\"track\",\"event\":\"Looked\",\"messageId\":\"m1\",\"userId\":\"kim\"}");
    assertThat(result.text("status")).isEqualTo("dropped");
    assertThat(items(result, "reasons"))
        .extracting(each -> ((Value.Fields) each).text("code"))
        .containsExactly("blocked_by_plan", "unplanned_event");
  }

  @Test
  void aDraftOfAnotherShapeIsToldAndNotPassedOver() throws Exception {
    var wrong = "{\"transformations\":[{\"id\":\"x\"}],\"plan\":\"shop\"}";
    var problems = items(refused("POST", "/api/v1/transformations/preview", wrong), "problems");
    assertThat(problems.stream().map(each -> ((Value.Fields) each).text("path")))
        .containsExactly("/transformations", "/plan");
  }

  /// The ground on which mail may be sent to kim, or why not.
  private String mail() throws Exception {
    var purposes = items(asked("GET", "/api/v1/profiles/user_id:kim/consents", ""), "purposes");
    return purposes.stream()
        .map(each -> (Value.Fields) each)
        .filter(each -> "email_marketing".equals(each.text("purpose")))
        .map(each -> String.valueOf(each.text("ground")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noPlanStandsBetweenAPersonAndTheirWithdrawal() throws Exception {
    var granted =
        "{\"profile\":\"user_id:kim\",\"channel\":\"phone\","
            + "\"consents\":[{\"purpose\":\"email_marketing\",\"decision\":\"granted\",\"language\":\"ko\"}]}";
    assertThat(sent(bought("m1", "{}")).text("status")).isEqualTo("accepted");
    var withdrawals =
        List.of(
            "\"type\":\"track\",\"event\":\"Consent Withdrawn\","
                + "\"properties\":{\"purpose\":\"email_marketing\"}",
            "\"type\":\"track\",\"event\":\"Segment Consent Preference Updated\","
                + "\"context\":{\"consent\":{\"categoryPreferences\":{\"email_marketing\":false}}}",
            "\"type\":\"identify\",\"traits\":{\"grade\":7},"
                + "\"context\":{\"messaging_subscriptions\":[{\"key\":\"kim@example.kr\","
                + "\"type\":\"EMAIL\",\"status\":\"UNSUBSCRIBED\"}]}");
    for (var action : List.of("omit", "quarantine", "block")) {
      for (var i = 0; i < withdrawals.size(); i++) {
        var id = action + i;
        asked("POST", "/api/v1/consents", granted);
        assertThat(mail()).isEqualTo("granted");
        asked("PUT", "/api/v1/plans/shop", STRICT.replace("ACTION", action).formatted(source));
        var said = "{\"messageId\":\"w-" + id + "\",\"userId\":\"kim\"," + withdrawals.get(i) + "}";
        var result = sent(said);
        assertThat(result.text("status")).as(said).isEqualTo("accepted");
        assertThat(items(result, "reasons")).as("what breaks the plan is told").isNotEmpty();
        assertThat(mail()).as(said).isEqualTo("withdrawn");
      }
      var other =
          "{\"type\":\"track\",\"event\":\"Looked\",\"messageId\":\"l-"
              + action
              + "\",\"userId\":\"kim\"}";
      assertThat(sent(other).text("status"))
          .isEqualTo(
              switch (action) {
                case "omit" -> "accepted";
                case "quarantine" -> "quarantined";
                default -> "dropped";
              });
    }
    assertThat(asked("GET", "/api/v1/profiles/user_id:kim", "").fields("traits").get("grade"))
        .as("what breaks the plan is left out of what is heard")
        .isNull();
    var ads = asked("GET", "/api/v1/profiles/user_id:kim/consents/history", "");
    assertThat(ads.toString()).as("nothing else was withdrawn").doesNotContain("\"*\"");
  }

  private static final String GRANTED =
      """
      {"profile":"user_id:kim","channel":"phone",
       "consents":[{"purpose":"email_marketing","decision":"granted","language":"ko"}]}\
      """;

  private static String looked(String id, String context) {
    return """
    {"type":"track","event":"Looked","messageId":"%s","userId":"kim","context":%s}\
    """
        .formatted(id, context);
  }

  @Test
  void aNoIsHeardInAnEventThatDoesNotCount() throws Exception {
    assertThat(sent(bought("m1", "{}")).text("status")).isEqualTo("accepted");
    var no =
        "{\"consent\":{\"categoryPreferences\":{\"email_marketing\":false,\"sms_marketing\":true}}}";
    var others =
        List.of(
            "{\"consentManagement\":{\"deniedConsentIds\":[\"email_marketing\"]}}",
            "{\"consent\":{\"categoryPreferences\":{\"email_marketing\":\"perhaps\"}},"
                + "\"externalIds\":[{\"id\":\"\",\"type\":\"user_id\"},7]}");
    for (var action : List.of("quarantine", "block")) {
      asked("PUT", "/api/v1/plans/shop", STRICT.replace("ACTION", action).formatted(source));
      asked("POST", "/api/v1/consents", GRANTED);
      assertThat(mail()).isEqualTo("granted");
      var event = looked("l-" + action, no);
      assertThat(sent(event).text("status"))
          .isEqualTo(action.equals("block") ? "dropped" : "quarantined");
      assertThat(mail()).isEqualTo("withdrawn");
      for (var other : others) {
        asked("POST", "/api/v1/consents", GRANTED);
        sent(looked("l-" + action + others.indexOf(other), other));
        assertThat(mail()).as(other).isEqualTo("withdrawn");
      }
      asked("POST", "/api/v1/consents", GRANTED);
      assertThat(sent(event).text("status")).as("sent again").isNotEqualTo("accepted");
      assertThat(mail()).as("what was heard is not heard again").isEqualTo("granted");
    }
    var counts = asked("GET", "/api/v1/profiles/user_id:kim", "").fields("events");
    assertThat(counts.fields("byName").get("Looked")).as("it counts for nothing else").isNull();
    var history = asked("GET", "/api/v1/profiles/user_id:kim/consents/history", "");
    assertThat(history.toString()).as("a yes waits with its event").doesNotContain("sms_marketing");
  }

  @Test
  void aNoIsHeardInAnEventThatIsAtFault() throws Exception {
    sent(bought("m1", "{}"));
    asked("POST", "/api/v1/consents", GRANTED);
    var withdrawn =
        "{\"type\":\"track\",\"event\":\"Consent Withdrawn\",\"userId\":\"kim\",\"messageId\":\""
            + "x".repeat(120)
            + "\",\"properties\":{\"purpose\":\"email_marketing\"}}";
    assertThat(sent(withdrawn).text("status")).isEqualTo("quarantined");
    assertThat(mail()).isEqualTo("withdrawn");
    asked("POST", "/api/v1/consents", GRANTED);
    var everything =
        """
        {"type":"track","event":"Consent Withdrawn","userId":"kim","messageId":"w2",
         "context":{"externalIds":[
           {"id":{"a":1},"type":"email","collection":"users","encoding":"none"}]}}\
        """;
    assertThat(sent(everything).text("status")).isEqualTo("quarantined");
    assertThat(mail()).isEqualTo("withdrawn");
  }

  @Test
  void aRobotTakesSomebodyOffAListAndIsNobodyItself() throws Exception {
    sent(bought("m1", "{}"));
    asked("POST", "/api/v1/consents", GRANTED);
    var robot = "\"context\":{\"userAgent\":\"Mozilla/5.0 (compatible; Googlebot/2.1)\",";
    var byMail =
        "{\"type\":\"track\",\"event\":\"Consent"
            + " Withdrawn\",\"userId\":\"kim\",\"messageId\":\"r1\","
            + robot
            + "\"locale\":\"ko\"},\"properties\":{\"purpose\":\"email_marketing\"}}";
    assertThat(sent(byMail).text("status")).isEqualTo("quarantined");
    assertThat(mail()).isEqualTo("withdrawn");
    var crawler =
        "{\"type\":\"page\",\"anonymousId\":\"crawler\",\"messageId\":\"r2\","
            + robot
            + "\"consent\":{\"categoryPreferences\":{\"email_marketing\":false}}}}";
    assertThat(sent(crawler).text("status")).isEqualTo("quarantined");
    var profile =
        send("GET", "/api/v1/profiles/anonymous_id:crawler", "", "Bearer " + RealServer.KEY);
    assertThat(profile.statusCode()).isEqualTo(404);
  }

  @Test
  void quarantineIsRepairedByATransformation() throws Exception {
    asked("PUT", "/api/v1/plans/shop", PLAN.formatted(source));
    var result = sent(bought("m1", "{\"total\":\"12,000원\"}"));
    assertThat(result.text("status")).isEqualTo("quarantined");
    assertThat(first(result, "reasons").text("code")).isEqualTo("wrong_type");
    assertThat(sent(bought("m2", "{\"total\":\"얼마\"}")).text("status")).isEqualTo("quarantined");
    assertThat(sent(bought("m1", "{\"total\":\"12,000원\"}")).text("status")).isEqualTo("duplicate");

    var groups = asked("GET", "/api/v1/quarantine/groups", "");
    assertThat(items(groups, "groups")).hasSize(1);
    assertThat(groups.get("keptDays")).hasToString("Decimal[value=90]");
    var group = first(groups, "groups");
    assertThat(group.get("open")).hasToString("Decimal[value=2]");
    assertThat(group.get("people")).hasToString("Decimal[value=1]");
    assertThat(first(group, "causes").text("path")).isEqualTo("/properties/total");
    var path = "/api/v1/quarantine/groups/" + group.text("id");
    assertThat(items(asked("GET", path, ""), "samples")).hasSize(2);

    var trial = tried(asked("POST", path + "/preview", "{\"transformations\":" + CAST + "}"));
    assertThat(trial.fields("outcomes").get("accepted")).hasToString("Decimal[value=1]");
    assertThat(trial.fields("outcomes").get("quarantined")).hasToString("Decimal[value=1]");

    asked("PUT", "/api/v1/transformations", CAST);
    var repair = repaired(asked("POST", path + "/release", "{\"reason\":\"prices\"}"));
    assertThat(repair.get("done")).hasToString("Decimal[value=1]");
    assertThat(repair.get("left")).hasToString("Decimal[value=1]");

    var event = first(timeline(), "events");
    assertThat(event.text("time")).isEqualTo("2026-01-05T03:00:00Z");
    assertThat(
            ((Value.Fields) Objects.requireNonNull(event.get("counts")))
                .fields("properties")
                .get("total"))
        .hasToString("Decimal[value=12000]");
    assertThat(sent(bought("m1", "{\"total\":\"12,000원\"}")).text("status")).isEqualTo("duplicate");

    repaired(asked("POST", path + "/drop", "{\"reason\":\"no price\"}"));
    assertThat(items(asked("GET", "/api/v1/quarantine/groups", ""), "groups")).isEmpty();
    assertThat(items(asked("GET", "/api/v1/quarantine", ""), "events")).isEmpty();
    var outcomes = asked("GET", "/api/v1/status", "").fields("outcomes");
    assertThat(outcomes.get("accepted")).hasToString("Decimal[value=1]");
    assertThat(outcomes.get("quarantined")).hasToString("Decimal[value=0]");
    assertThat(outcomes.get("dropped")).hasToString("Decimal[value=1]");
  }

  @Test
  void quarantineIsRepairedByAnotherPlanAndSurvivesARestart() throws Exception {
    asked("PUT", "/api/v1/plans/shop", PLAN.formatted(source));
    sent(bought("m1", "{\"total\":\"12\"}"));
    server.close();
    server = RealServer.start(data);
    asked(
        "PUT",
        "/api/v1/plans/shop",
        PLAN.formatted(source)
            .replace("{\"type\":\"number\"}", "{\"type\":[\"number\",\"string\"]}"));
    var group = first(asked("GET", "/api/v1/quarantine/groups", ""), "groups");
    var repair =
        repaired(asked("POST", "/api/v1/quarantine/groups/" + group.text("id") + "/release", "{}"));
    assertThat(repair.get("done")).hasToString("Decimal[value=1]");
    var event = first(timeline(), "events");
    assertThat(event.text("messageId")).isEqualTo("m1");

    var diff = asked("GET", "/api/v1/plans/shop/diff?from=1&to=2", "");
    assertThat(first(diff, "changes").text("path"))
        .isEqualTo("/rules/track Bought 1/schema/properties/properties/properties/total/type");
  }

  @Test
  void allThatIsWrongWithAPlanIsSaidAtOnce() throws Exception {
    var answer =
        refused(
            "PUT",
            "/api/v1/plans/shop",
            """
            {"nonsense":1,"sources":[{"source":"nobody","violations":"burn"}],
             "rules":[{"event":"A","schema":{"type":"whatever"}},
               {"call":"dance","schema":{}},{"event":"B","schema":{"$ref":"#/nowhere"}},
               {"event":"C","schema":{"pattern":"(?=x)"}}]}
            """);
    assertThat(items(answer, "problems"))
        .extracting(each -> ((Value.Fields) each).text("code"))
        .contains(
            "unknown_field",
            "invalid_name",
            "unknown_source",
            "unknown_action",
            "not_a_schema",
            "unknown_call",
            "unknown_reference",
            "unsupported_pattern");
  }

  @Test
  void aPlanIsInferredFromWhatCame() throws Exception {
    for (var i = 0; i < 60; i++) {
      sent(
          bought("m" + i, "{\"total\":%d,\"city\":\"%s\"}".formatted(i, i % 2 == 0 ? "서울" : "부산")));
    }
    var inferred = asked("POST", "/api/v1/plans/infer", "{\"days\":400}");
    assertThat(inferred.get("events")).hasToString("Decimal[value=60]");
    var rule = first(inferred.fields("plan"), "rules");
    var properties = rule.fields("schema").fields("properties").fields("properties");
    assertThat(items(properties, "required"))
        .containsExactlyInAnyOrder(new Value.Text("total"), new Value.Text("city"));
    var fields = properties.fields("properties");
    assertThat(fields.fields("total").text("type")).isEqualTo("integer");
    assertThat(items(fields.fields("city"), "enum"))
        .containsExactlyInAnyOrder(new Value.Text("서울"), new Value.Text("부산"));
    var plan = new String(JsonWriter.bytes(inferred.fields("plan")), UTF_8);
    asked("PUT", "/api/v1/plans/inferred", plan);
  }

  @Test
  void theReadyMadeModelsArePlans() throws Exception {
    for (var model : List.of("profile", "activity", "privacy")) {
      assertThat(items(asked("GET", "/api/v1/plans/models/" + model, ""), "rules")).isNotEmpty();
    }
    asked(
        "PUT",
        "/api/v1/plans/standard",
        """
        {"name":"Standard","models":["profile","activity","privacy"],
         "sources":[{"source":"%s","violations":"quarantine","unplannedEvents":"quarantine"}]}
        """
            .formatted(source));
    var order =
        """
        {"type":"track","event":"Order Completed","messageId":"%s","userId":"kim",
         "properties":{"order_id":"o1","currency":"%s","products":[{"product_id":"p1"}]}}\
        """;
    assertThat(sent(order.formatted("m1", "KRW")).text("status")).isEqualTo("accepted");
    assertThat(sent(order.formatted("m2", "won")).text("status")).isEqualTo("quarantined");
  }

  @Test
  void whatARebuildMakesIsWhatWas() throws Exception {
    asked("PUT", "/api/v1/plans/shop", PLAN.formatted(source));
    sent(bought("m1", "{\"total\":12,\"colour\":\"red\"}"));
    sent(bought("m2", "{\"total\":\"12\"}"));
    asked("PUT", "/api/v1/transformations", CAST);
    sent(bought("m3", "{\"total\":\"13\"}"));
    sent(bought("m4", "{\"total\":\"none\"}"));
    var group = first(asked("GET", "/api/v1/quarantine/groups", ""), "groups");
    repaired(asked("POST", "/api/v1/quarantine/groups/" + group.text("id") + "/release", "{}"));
    var groups = asked("GET", "/api/v1/quarantine/groups", "");
    var outcomes = asked("GET", "/api/v1/status", "").fields("outcomes");
    var events = timeline();

    // Another plan would make other events of the same bytes, but not of what is on record.
    asked("PUT", "/api/v1/plans/shop", PLAN.formatted(source).replace("\"omit\"", "\"block\""));
    asked("PUT", "/api/v1/transformations", "{\"transformations\":[]}");
    var begun = asked("POST", "/api/v1/rebuilds", "{}");
    var path = "/api/v1/rebuilds/" + begun.text("id");
    while ("running".equals(asked("GET", path, "").text("state"))) {
      Thread.onSpinWait();
    }
    assertThat(asked("GET", path, "").text("state")).isEqualTo("done");
    assertThat(asked("GET", "/api/v1/quarantine/groups", "")).isEqualTo(groups);
    assertThat(asked("GET", "/api/v1/status", "").fields("outcomes")).isEqualTo(outcomes);
    assertThat(timeline()).isEqualTo(events);
  }

  @Test
  void whatIsWrittenInManyWaysIsKeptInOne() throws Exception {
    asked(
        "PUT",
        "/api/v1/transformations",
        """
        {"transformations":[{"id":"forms","events":["identify"],"steps":[
          {"do":"normalise","path":"/traits/phone","as":"phone"},
          {"do":"normalise","path":"/traits/email","as":"email"},
          {"do":"normalise","path":"/traits/name","as":"name"},
          {"do":"normalise","path":"/traits/birth","as":"date","order":"dmy","to":"birthday"},
          {"do":"normalise","path":"/traits/address","as":"address_parts","to":"home"},
          {"do":"normalise","path":"/traits/address","as":"address"}]}]}
        """);
    var result =
        sent(
            """
            {"type":"identify","userId":"kim","messageId":"m1","traits":{"phone":"010 1234 5678",
              "email":" Kim@Example.KR ","name":"김 민준 님","birth":"05/11/1990",
              "address":"(06236) 서울 강남구 테헤란로152, 5층"}}\
            """);
    assertThat(result.text("status")).isEqualTo("accepted");
    var counts = first(timeline(), "events").fields("counts").fields("traits");
    assertThat(counts.text("phone")).isEqualTo("+821012345678");
    assertThat(counts.text("email")).isEqualTo("kim@example.kr");
    assertThat(counts.text("name")).isEqualTo("김민준");
    assertThat(counts.text("birthday")).isEqualTo("1990-11-05");
    assertThat(counts.text("birth")).isEqualTo("05/11/1990");
    assertThat(counts.text("address")).isEqualTo("서울특별시 강남구 테헤란로 152, 5층");
    assertThat(counts.fields("home").text("postcode")).isEqualTo("06236");
    assertThat(first(timeline(), "events").text("body")).contains("010 1234 5678");
    var wrong =
        refused(
            "PUT",
            "/api/v1/transformations",
            """
            {"transformations":[{"id":"forms","steps":[
              {"do":"normalise","path":"/traits/phone","as":"fax"},
              {"do":"normalise","path":"/traits/birth","as":"date","order":"ydm"}]}]}
            """);
    assertThat(items(wrong, "problems"))
        .extracting(each -> ((Value.Fields) each).text("code"))
        .containsExactly("unknown_form", "unknown_word");
  }
}
