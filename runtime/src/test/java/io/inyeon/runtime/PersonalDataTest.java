package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People's data on its way in and out: masked, labelled, kept from robots.
class PersonalDataTest {
  private static final String CRAWLER =
      "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private String key = "";
  private String source = "";
  private RealServer server;

  @BeforeEach
  void begin() throws Exception {
    server = RealServer.start(data);
    var made = asked("POST", "/api/v1/sources", "{\"name\":\"shop\",\"kind\":\"server\"}");
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
    return answered(method, path, body, RealServer.KEY, 200, 202);
  }

  private Value.Fields answered(
      String method, String path, String body, String by, int least, int most) throws Exception {
    var answer = send(method, path, body, "Bearer " + by);
    assertThat(answer.statusCode())
        .as(path + " " + new String(answer.body(), UTF_8))
        .isBetween(least, most);
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private List<Value> sent(String batch) throws Exception {
    var credentials = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    var answer = send("POST", "/v1/batch?ack=full", batch, credentials);
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    return items((Value.Fields) JsonReader.event(answer.body()), "results");
  }

  private static List<Value> items(Value.Fields fields, String name) {
    return ((Value.Items) Objects.requireNonNull(fields.get(name))).values();
  }

  private static List<String> statuses(List<Value> results) {
    return results.stream()
        .map(each -> Objects.requireNonNull(((Value.Fields) each).text("status")))
        .toList();
  }

  private String atLeast() throws Exception {
    var positions = asked("GET", "/api/v1/status", "").fields("positions");
    return "?at-least=" + positions.text("decided");
  }

  @Test
  void aForbiddenNumberReachesNoPlaceOfTheDataFolder() throws Exception {
    var deep = "[".repeat(70) + "\"4111111111111111\"" + "]".repeat(70);
    var results =
        sent(
            """
            {"batch":[
              {"type":"track","event":"Asked","userId":"kim","messageId":"m1","properties":{
                "text":"카드 4111-1111-1111-1111 주민 900101-1234568","n":4111111111111111,
                "4111111111111111":"name","list":["4111 1111 1111 1111",{"a":9001011234568}],
                "esc":"\\u0034111111111111111"}},
              {"type":"identify","userId":"kim","traits":{"memo":"9001011234568","pan":4111111111111111.0}},
              {"type":"track","event":"Card 4111111111111111","userId":"kim","messageId":"m3"},
              {"type":"track","event":"Asked","userId":"900101-1234568","messageId":"m4"},
              {"type":"track","event":"Asked","userId":"lee","messageId":"4111111111111111"},
              {"type":"track","event":"Asked","userId":"lee","messageId":"m6","properties":%s},
              "4111111111111111", 9001011234568, {"type":"dance","x":"4111111111111111"}],
             "context":{"ip":"203.0.113.77","note":"4111111111111111"},"sentAt":"4111111111111111"}
            """
                .formatted(deep));
    assertThat(statuses(results))
        .containsExactly(
            "accepted",
            "accepted",
            "accepted",
            "quarantined",
            "accepted",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined");
    var events =
        items(asked("GET", "/api/v1/profiles/user_id:kim/events" + atLeast(), ""), "events");
    assertThat(events).hasSize(3);
    assertThat(((Value.Fields) events.getLast()).text("body")).contains("****-****-****-1111");
    for (var each : events) {
      var listed = ((Value.Fields) each).fields("counts").fields("context").fields("protocols");
      assertThat(items(listed, "masked").toString()).contains("/context/ip").contains("card");
    }
    var masked = items(asked("GET", "/api/v1/labels/proposals", ""), "masked");
    assertThat(masked)
        .extracting(each -> ((Value.Fields) each).text("kind"))
        .contains("card", "resident_number", "ip");
    server.close();
    var found =
        new DataSearch(
                List.of(
                    "4111111111111111",
                    "4111-1111-1111-1111",
                    "4111 1111 1111 1111",
                    "900101-1234568",
                    "9001011234568",
                    "203.0.113.77"))
            .in(data);
    assertThat(found.places()).isEmpty();
    assertThat(found.tables() + found.sorted()).isPositive();
    server = RealServer.start(data);
  }

  @Test
  void aPlanKeepsWhatItNames() throws Exception {
    asked(
        "PUT",
        "/api/v1/plans/shop",
        """
        {"name":"Shop","sources":[{"source":"%s"}],
         "keep":[{"kind":"card","at":"/properties/order_id"},{"kind":"ip","at":"/context/ip"}]}
        """
            .formatted(source));
    sent(
        """
        {"batch":[{"type":"track","event":"Bought","userId":"kim","messageId":"m1",
          "context":{"ip":"203.0.113.77"},
          "properties":{"order_id":"4111111111111111","memo":"4111111111111111"}}]}
        """);
    var event =
        (Value.Fields)
            items(asked("GET", "/api/v1/profiles/user_id:kim/events" + atLeast(), ""), "events")
                .getFirst();
    assertThat(event.text("body"))
        .contains("\"order_id\":\"4111111111111111\"")
        .contains("\"memo\":\"************1111\"")
        .contains("203.0.113.77");
    var wrong =
        answered(
            "PUT",
            "/api/v1/plans/shop",
            "{\"name\":\"Shop\",\"keep\":[{\"kind\":\"name\",\"at\":\"/a\"}]}",
            RealServer.KEY,
            422,
            422);
    assertThat(((Value.Fields) items(wrong, "problems").getFirst()).text("code"))
        .isEqualTo("unknown_kind");
  }

  /// What data quality counts of all sources today.
  private String measured(String what) throws Exception {
    var sum = BigDecimal.ZERO;
    for (var each : items(asked("GET", "/api/v1/data-quality", ""), "sources")) {
      if (((Value.Fields) each).fields("today").get(what) instanceof Value.Decimal(var number)) {
        sum = sum.add(number);
      }
    }
    return sum.toString();
  }

  @Test
  void robotsAreKeptApartUntilTheyAreUnflagged() throws Exception {
    var view =
        """
        {"type":"page","name":"Home","anonymousId":"c1","messageId":"%s",
         "timestamp":"2026-01-05T03:00:00Z","context":{"userAgent":"%s"}}
        """;
    var results =
        sent(
            "{\"batch\":["
                + view.formatted("m1", CRAWLER)
                + ","
                + view.formatted("m2", "Mozilla/5.0 (compatible; bingbot/2.0)")
                + "]}");
    assertThat(statuses(results)).containsExactly("quarantined", "quarantined");
    assertThat(
            ((Value.Fields) items((Value.Fields) results.getFirst(), "reasons").getFirst())
                .text("code"))
        .isEqualTo("bot");
    answered("GET", "/api/v1/profiles/anonymous_id:c1" + atLeast(), "", RealServer.KEY, 404, 404);
    assertThat(measured("robots")).as("apart from what is measured").isEqualTo("2");
    assertThat(measured("events")).isEqualTo("0");
    var told = asked("POST", "/api/v1/bots/check", "{\"userAgent\":\"" + CRAWLER + "\"}");
    assertThat(told.text("pattern")).isEqualTo("Googlebot\\/");

    var saved =
        asked("PUT", "/api/v1/bots", "{\"list\":\"built-in\",\"allowed\":[\"Googlebot\\\\/\"]}");
    var repair =
        "/api/v1/quarantine/repairs/"
            + ((Value.Fields) items(saved, "released").getFirst()).text("id");
    while (!"done".equals(asked("GET", repair, "").text("status"))) {
      Thread.onSpinWait();
    }
    var events =
        items(asked("GET", "/api/v1/profiles/anonymous_id:c1/events" + atLeast(), ""), "events");
    assertThat(events).hasSize(1);
    assertThat(((Value.Fields) events.getFirst()).text("time")).isEqualTo("2026-01-05T03:00:00Z");
    var left = asked("GET", "/api/v1/quarantine/groups", "");
    assertThat(left.get("open")).hasToString("Decimal[value=1]");
    assertThat(measured("robots")).as("one is none").isEqualTo("1");
    assertThat(measured("events")).isEqualTo("1");

    server.close();
    server = RealServer.start(data);
    assertThat(asked("GET", "/api/v1/bots", "").get("version")).hasToString("Decimal[value=2]");
    assertThat(statuses(sent("{\"batch\":[" + view.formatted("m3", CRAWLER) + "]}")))
        .containsExactly("accepted");
    answered("PUT", "/api/v1/bots", "{\"patterns\":[\"(\"]}", RealServer.KEY, 422, 422);
    asked("PUT", "/api/v1/bots", "{\"patterns\":[{\"pattern\":\"Own\",\"url\":\"\"}]}");
    assertThat(asked("POST", "/api/v1/bots/check", "{\"userAgent\":\"Own/1\"}").get("flagged"))
        .isEqualTo(new Value.Truth(true));
  }

  @Test
  void aKeyBoundToAPurposeSeesWhatLabelsPermit() throws Exception {
    sent(
        """
        {"batch":[{"type":"identify","userId":"kim","messageId":"m1","traits":
            {"email":"kim@example.kr","name":"김민준","city":"서울","birthday":"1990-01-01"}},
          {"type":"track","event":"Consent Granted","userId":"kim","messageId":"m2","properties":
            {"purpose":"analytics","wording":"1"}},
          {"type":"track","event":"Bought","userId":"kim","messageId":"m3","properties":
            {"total":1,"receiver":{"name":"박서연","phone":"010-1234-5678"}}}]}
        """);
    var labels =
        """
        {"labels":[{"field":"/traits/email","class":"personal","purposes":["email_marketing"]},
          {"field":"/traits/name","class":"personal","purposes":["analytics"]},
          {"field":"/properties/receiver","class":"personal"}]}
        """;
    asked("PUT", "/api/v1/labels", labels);
    answered(
        "PUT",
        "/api/v1/labels",
        labels.replace("email_marketing", "nothing"),
        RealServer.KEY,
        422,
        422);
    var made =
        answered(
            "POST",
            "/api/v1/keys",
            "{\"name\":\"report\",\"purpose\":\"analytics\"}",
            RealServer.KEY,
            200,
            201);
    var bound = Objects.requireNonNull(made.text("key"));
    var who = "/api/v1/profiles/user_id:kim";
    var profile = answered("GET", who + atLeast(), "", bound, 200, 200);
    assertThat(profile.fields("traits").fields("name").text("value")).isEqualTo("김민준");
    assertThat(profile.fields("traits").fields("city").text("value")).isEqualTo("서울");
    assertThat(profile.fields("traits").fields("email").get("masked"))
        .isEqualTo(new Value.Truth(true));
    var events = send("GET", who + "/events" + atLeast(), "", "Bearer " + bound);
    var text = new String(events.body(), UTF_8);
    assertThat(text)
        .contains("/properties/receiver/phone")
        .doesNotContain("010-1234-5678")
        .doesNotContain("박서연")
        .doesNotContain("kim@example.kr");
    assertThat(answered("GET", who + "/identity", "", bound, 403, 403).text("code"))
        .isEqualTo("labels_hide_fields");
    assertThat(new String(send("GET", who, "", "Bearer " + RealServer.KEY).body(), UTF_8))
        .contains("kim@example.kr");

    var proposals = items(asked("GET", "/api/v1/labels/proposals?days=400", ""), "proposals");
    assertThat(proposals)
        .extracting(each -> ((Value.Fields) each).text("field"))
        .contains("/traits/birthday")
        .doesNotContain("/traits/email", "/traits/city");
    server.close();
    server = RealServer.start(data);
    assertThat(
            answered("GET", who, "", bound, 200, 200)
                .fields("traits")
                .fields("email")
                .get("masked"))
        .isEqualTo(new Value.Truth(true));
    assertThat(asked("GET", "/api/v1/labels/versions/1", "").get("version"))
        .hasToString("Decimal[value=1]");
  }
}
