package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rights besides erasure, over HTTP: what a law obliges to keep, the archive of what is held of
/// somebody, requests, suppression, restriction.
class RightsHttpTest {
  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  private HttpResponse<byte[]> send(String method, String path, String body, String credentials)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private Value.Fields ask(int status, String method, String path, String body) throws Exception {
    var answer = send(method, path, body, "Bearer " + RealServer.KEY);
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private void world() throws Exception {
    var source = ask(201, "POST", "/api/v1/sources", "{\"name\":\"crm\",\"kind\":\"server\"}");
    var key = Objects.requireNonNull(source.text("writeKey"));
    var recently = Instant.now().minus(30, ChronoUnit.DAYS);
    var credentials = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    var answer =
        send(
            "POST",
            "/v1/batch?ack=full",
            """
            {"batch":[
            {"type":"identify","messageId":"a1","userId":"kim","traits":{"email":"kim@example.kr",
             "name":"김지우","note":"=1+1"},"timestamp":"%1$s"},
            {"type":"track","messageId":"a2","userId":"kim","event":"Order Completed",
             "timestamp":"%1$s","properties":{"order_id":"o-77","total":5000}},
            {"type":"track","messageId":"a3","userId":"kim","event":"Order Completed",
             "timestamp":"2015-01-01T00:00:00Z","properties":{"order_id":"o-old","total":5000}},
            {"type":"track","messageId":"a4","userId":"kim","event":"Product Viewed",
             "timestamp":"%1$s"}]}\
            """
                .formatted(recently),
            credentials);
    assertThat(new String(answer.body(), UTF_8)).doesNotContain("quarantined");
  }

  /// Events that do not count: one of kim at fault, one of kim again, and one of lee that mentions
  /// kim.
  private void notCounted() throws Exception {
    var sources = items(ask(200, "GET", "/api/v1/sources", ""), "sources");
    var key =
        sources.stream()
            .map(each -> (Value.Fields) each)
            .filter(each -> "crm".equals(each.text("name")))
            .map(each -> String.valueOf(each.text("writeKey")))
            .findFirst()
            .orElseThrow();
    var credentials = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    var answer =
        send(
            "POST",
            "/v1/batch?ack=full",
            """
            {"batch":[
            {"type":"track","messageId":"q-1","event":"","traits":{"email":"kim@example.kr"}},
            {"type":"track","messageId":"a4","userId":"kim","event":"Product Viewed"},
            {"type":"track","messageId":"q-2","userId":"lee","event":"",
             "properties":{"recommendedBy":"kim"}}]}\
            """,
            credentials);
    assertThat(new String(answer.body(), UTF_8)).contains("quarantined", "duplicate");
  }

  private void identified(String... users) throws Exception {
    var source = ask(201, "POST", "/api/v1/sources", "{\"name\":\"app\",\"kind\":\"server\"}");
    var key = Objects.requireNonNull(source.text("writeKey"));
    var credentials = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    for (var user : users) {
      var event = "{\"type\":\"identify\",\"userId\":\"" + user + "\",\"traits\":{\"x\":1}}";
      var answer = send("POST", "/v1/batch?ack=full", "{\"batch\":[" + event + "]}", credentials);
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  private static List<String> texts(Value.Fields from, String name, String field) {
    return items(from, name).stream().map(each -> ((Value.Fields) each).text(field)).toList();
  }

  @Test
  void everybodyFindsWhatWasAskedAndCorrectedOfThemAndOfNobodyElse() throws Exception {
    try (var server = RealServer.start(data)) {
      port = server.port();
      var people = List.of("kim", "lee", "park", "choi", "jung");
      identified(people.toArray(String[]::new));
      assertThat(
              ask(
                      400,
                      "POST",
                      "/api/v1/rights-requests",
                      "{\"kind\":\"access\",\"profile\":\"user_id:kim\","
                          + "\"receivedAt\":\"2999-01-01T00:00:00Z\"}")
                  .text("code"))
          .isEqualTo("invalid_instant");
      for (var who : people) {
        var profile = "/api/v1/profiles/user_id:" + who;
        ask(
            201,
            "POST",
            profile + "/corrections",
            "{\"trait\":\"grade\",\"value\":\"" + who + "\",\"reason\":\"asked\"}");
        ask(
            201,
            "POST",
            "/api/v1/rights-requests",
            "{\"kind\":\"access\",\"profile\":\"user_id:" + who + "\"}");
      }
      for (var who : people) {
        var path = "/api/v1/profiles/user_id:" + who + "/corrections";
        var all = ask(200, "GET", path, "");
        assertThat(texts(all, "corrections", "value")).as(who).containsExactly(who);
        var link =
            ask(
                201,
                "POST",
                "/api/v1/self-service-links",
                "{\"profile\":\"user_id:" + who + "\",\"identityNote\":\"seen\"}");
        var page = send("GET", link.text("path") + "?lang=en", "", "");
        assertThat(new String(page.body(), UTF_8)).as(who).contains("<td>Access</td>");
        var id = texts(all, "corrections", "id").getFirst();
        ask(200, "POST", path + "/" + id + "/undo", "{\"reason\":\"a mistake\"}");
      }
    }
  }

  @Test
  void requestsAndRestrictionsComeInPages() throws Exception {
    try (var server = RealServer.start(data)) {
      port = server.port();
      world();
      // Due in another order than they came in.
      var wanted = List.of("2026-01-03", "2026-01-01", "2026-01-05", "2026-01-02", "2026-01-04");
      for (var day : wanted) {
        var kind = day.endsWith("2") ? "rectification" : "access";
        ask(
            201,
            "POST",
            "/api/v1/rights-requests",
            "{\"profile\":\"user_id:u%1$s\",\"kind\":\"%2$s\",\"receivedAt\":\"%1$sT00:00:00Z\"}"
                .formatted(day, kind));
      }
      var all = ask(200, "GET", "/api/v1/rights-requests", "");
      assertThat(texts(all, "requests", "receivedAt")).isSorted().hasSize(5);
      assertThat(all.get("next")).isNull();

      var first = ask(200, "GET", "/api/v1/rights-requests?limit=2", "");
      assertThat(texts(first, "requests", "receivedAt"))
          .containsExactly("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z");
      // The one that the page ended with is answered meanwhile, and stands at the end then.
      var closed = ((Value.Fields) items(first, "requests").getLast()).text("id");
      ask(
          200,
          "PATCH",
          "/api/v1/rights-requests/" + closed,
          "{\"state\":\"refused\",\"identityNote\":\"n\",\"outcome\":\"o\"}");
      var second =
          ask(200, "GET", "/api/v1/rights-requests?limit=2&cursor=" + first.text("next"), "");
      assertThat(texts(second, "requests", "receivedAt"))
          .containsExactly("2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z");
      var third =
          ask(200, "GET", "/api/v1/rights-requests?limit=2&cursor=" + second.text("next"), "");
      assertThat(texts(third, "requests", "receivedAt"))
          .containsExactly("2026-01-05T00:00:00Z", "2026-01-02T00:00:00Z");
      assertThat(third.get("next")).isNull();
      assertThat(ask(400, "GET", "/api/v1/rights-requests?cursor=x", "").text("code"))
          .isEqualTo("invalid_cursor");
      var waiting = ask(200, "GET", "/api/v1/rights-requests?closed=false&kind=access", "");
      assertThat(items(waiting, "requests")).hasSize(4);
      var answered = ask(200, "GET", "/api/v1/rights-requests?closed=true", "");
      assertThat(texts(answered, "requests", "id")).containsExactly(closed);

      identified("lee", "cho", "han");
      for (var each : List.of("kim", "lee", "cho", "han")) {
        ask(
            201,
            "POST",
            "/api/v1/restrictions",
            "{\"profile\":\"user_id:%s\",\"purposes\":[%s],\"automatedDecisions\":%s,\"reason\":\"r\"}"
                .formatted(each, each.equals("kim") ? "\"profiling\"" : "", each.equals("lee")));
      }
      var ids = texts(ask(200, "GET", "/api/v1/restrictions", ""), "restrictions", "id");
      assertThat(ids).hasSize(4);
      var some = ask(200, "GET", "/api/v1/restrictions?limit=3", "");
      assertThat(texts(some, "restrictions", "id")).isEqualTo(ids.subList(0, 3));
      var others = ask(200, "GET", "/api/v1/restrictions?limit=3&cursor=" + some.text("next"), "");
      assertThat(texts(others, "restrictions", "id")).isEqualTo(ids.subList(3, 4));
      assertThat(others.get("next")).isNull();
      // A restriction of all use stands against these, too; kim's objection to one purpose does
      // not.
      var automated = ask(200, "GET", "/api/v1/restrictions?automatedDecisions=true&limit=3", "");
      assertThat(items(automated, "restrictions")).hasSize(3);
      assertThat(automated.get("next")).isNull();
    }
  }

  private static List<Value> items(Value.Fields from, String name) {
    return from.get(name) instanceof Value.Items(var items) ? items : List.of();
  }

  @Test
  void whatALawObligesToKeepIsLockedUpAndOpenedWithAReason() throws Exception {
    String id;
    try (var server = RealServer.start(data)) {
      port = server.port();
      world();
      assertThat(items(ask(200, "GET", "/api/v1/statutory-retention", ""), "kinds")).hasSize(4);
      assertThat(
              ask(
                      422,
                      "PUT",
                      "/api/v1/statutory-retention",
                      "{\"kinds\":[{\"kind\":\"x\",\"months\":0,\"events\":[\"A\"]}]}")
                  .text("detail"))
          .contains("invalid_months /kinds/0/months");
      var erased =
          ask(
              201,
              "POST",
              "/api/v1/erasures",
              "{\"identifier\":{\"type\":\"email\",\"value\":\"KIM@example.kr\"},\"reason\":\"asked\"}");
      id = Objects.requireNonNull(erased.text("id"));
      assertThat(items(erased, "keptByLaw").toString())
          .as("once as a contract and once as a payment, the old one no more")
          .contains("contract")
          .contains("payment")
          .doesNotContain("records=Decimal[value=2]");
    }
    try (var server = RealServer.start(data)) {
      port = server.port();
      assertThat(ask(400, "POST", "/api/v1/erasures/" + id + "/kept-by-law", "{}").text("code"))
          .isEqualTo("missing_reason");
      var opened =
          ask(
              200,
              "POST",
              "/api/v1/erasures/" + id + "/kept-by-law",
              "{\"reason\":\"tax audit of 2026\"}");
      assertThat(items(opened, "records")).hasSize(2);
      assertThat(opened.toString()).contains("o-77").doesNotContain("o-old");
      assertThat(
              new String(
                  send(
                          "GET",
                          "/api/v1/erasures/" + id + "/certificate?format=html&lang=ko",
                          "",
                          "Bearer " + RealServer.KEY)
                      .body(),
                  UTF_8))
          .contains("법령에 따라 따로 보관하는 기록");
    }
    assertThat(
            new DataSearch(List.of("o-77")).in(data.resolve("default").resolve("rights")).places())
        .as("nobody reads it on the disk")
        .isEmpty();
  }

  @Test
  void onePersonsDataIsOneFile() throws Exception {
    try (var server = RealServer.start(data)) {
      port = server.port();
      world();
      notCounted();
      assertThat(ask(400, "POST", "/api/v1/profiles/user_id:kim/access-archive", "{}").text("code"))
          .isEqualTo("missing_reason");
      var answer =
          send(
              "POST",
              "/api/v1/profiles/user_id:kim/access-archive",
              "{\"reason\":\"asked by mail\",\"lang\":\"ko\"}",
              "Bearer " + RealServer.KEY);
      assertThat(answer.statusCode()).isEqualTo(200);
      var files = unzipped(answer.body());
      assertThat(files)
          .containsKeys(
              "index.html",
              "profile.json",
              "purposes.json",
              "identity.json",
              "facts.csv",
              "events.jsonl",
              "events.csv",
              "not-counted.jsonl",
              "segments.json",
              "restrictions.json",
              "recipients.json");
      assertThat(files.get("index.html")).contains("김지우").contains("내 개인정보 열람");
      assertThat(files.get("index.html"))
          .as("where from and why, in words")
          .contains("<td>crm<td>", "맞춤형 광고", "처리 근거", "동의하지 않음", "이용하는 동안")
          .doesNotContain("src_");
      assertThat(files.get("purposes.json")).contains("\"basis\":\"consent\"", "not_asked");
      assertThat(files.getOrDefault("events.jsonl", "").lines()).hasSize(4);
      assertThat(files.getOrDefault("events.csv", "").lines()).hasSize(5);
      assertThat(files.getOrDefault("not-counted.jsonl", "").lines())
          .as("of kim, and nothing of who only mentions kim")
          .hasSize(2)
          .anyMatch(line -> line.contains("quarantined") && line.contains("q-1"))
          .anyMatch(line -> line.contains("duplicate") && line.contains("a4"));
      assertThat(files.get("facts.csv"))
          .contains("\"trait\",\"name\",\"김지우\"")
          .as("no spreadsheet works it out")
          .contains("\"'=1+1\"");
      assertThat(
              ask(
                      404,
                      "POST",
                      "/api/v1/profiles/user_id:nobody/access-archive",
                      "{\"reason\":\"x\"}")
                  .text("code"))
          .isEqualTo("profile_not_found");
    }
  }

  @Test
  void aFileIsWholeAlsoForWhoeverClosesTheConnectionAfterIt() throws Exception {
    try (var server = RealServer.start(data)) {
      port = server.port();
      world();
      identified("lee");
      var small = closing("/api/v1/profiles/user_id:lee/access-archive", "{\"reason\":\"mail\"}");
      var body = small.substring(small.indexOf("\r\n\r\n") + 4);
      assertThat(small).startsWith("HTTP/1.1 200").contains("recipients.json");
      assertThat(small).containsIgnoringCase("content-length: " + body.length() + "\r\n");
      for (var i = 0; i < 5; i++) {
        var text = new StringBuilder();
        new Random(i).ints(8_000, 'a', 'z').forEach(letter -> text.append((char) letter));
        ask(
            201,
            "POST",
            "/api/v1/profiles/user_id:kim/corrections",
            "{\"trait\":\"note\",\"value\":\"" + text + "\",\"reason\":\"asked\"}");
      }
      var large = closing("/api/v1/profiles/user_id:kim/access-archive", "{\"reason\":\"mail\"}");
      assertThat(large).containsIgnoringCase("transfer-encoding: chunked");
      assertThat(large).as("the last chunk").endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void noCardNumberIsKeptInWhatOperatorsWrite() throws Exception {
    try (var server = RealServer.start(data)) {
      port = server.port();
      world();
      ask(
          201,
          "POST",
          "/api/v1/profiles/user_id:kim/corrections",
          "{\"trait\":\"name\",\"value\":\"김지유\",\"reason\":\"카드 4111 1111 1111 1111 명세서\"}");
      var kept = ask(200, "GET", "/api/v1/profiles/user_id:kim/corrections", "").toString();
      assertThat(kept).contains("명세서", "1111").doesNotContain("4111");
    }
    assertThat(new DataSearch(List.of("4111 1111 1111")).in(data).places()).isEmpty();
  }

  /// All that comes back on a connection of one request, as proxies ask that keep none.
  private String closing(String path, String body) throws Exception {
    var request =
        """
        POST %s HTTP/1.1\r
        Host: shop.example\r
        Authorization: Bearer %s\r
        Connection: close\r
        Content-Length: %d\r
        \r
        %s\
        """
            .formatted(path, RealServer.KEY, body.length(), body);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static Map<String, String> unzipped(byte[] bytes) throws Exception {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  @Test
  void requestsAreDueAndSuppressionOutlivesAnErasure() throws Exception {
    try (var server = RealServer.start(data)) {
      port = server.port();
      world();
      var request =
          ask(
              201,
              "POST",
              "/api/v1/rights-requests",
              "{\"profile\":\"user_id:kim\",\"kind\":\"erasure\",\"receivedAt\":\"2026-01-01T00:00:00Z\"}");
      assertThat(request.text("dueAt")).isEqualTo("2026-01-11T00:00:00Z");
      assertThat(request.get("overdue")).isEqualTo(new Value.Truth(true));
      var path = "/api/v1/rights-requests/" + request.text("id");
      assertThat(ask(422, "PATCH", path, "{\"state\":\"verified\"}").text("code"))
          .isEqualTo("missing_identity_note");
      ask(200, "PATCH", path, "{\"state\":\"verified\",\"identityNote\":\"called back\"}");
      assertThat(ask(422, "PATCH", path, "{\"state\":\"done\"}").text("code"))
          .isEqualTo("missing_outcome");

      ask(
          201,
          "POST",
          "/api/v1/suppressions",
          "{\"items\":["
              + "{\"channel\":\"email\",\"reason\":\"complained\",\"identifier\":{\"type\":\"email\",\"value\":\"KIM@example.kr\"}}"
              + "]}");
      assertThat(
              ask(
                      201,
                      "POST",
                      "/api/v1/restrictions",
                      "{\"profile\":\"user_id:kim\",\"purposes\":[\"profiling\"],\"reason\":\"objects\"}")
                  .text("reason"))
          .isEqualTo("objects");
      // By any of their names; of somebody else nothing stands.
      var held = ask(200, "GET", "/api/v1/restrictions?profile=email:kim@example.kr", "");
      assertThat(items(held, "restrictions")).hasSize(1);
      var others = ask(200, "GET", "/api/v1/restrictions?profile=user_id:nobody", "");
      assertThat(items(others, "restrictions")).isEmpty();
      var erased =
          ask(
              201,
              "POST",
              "/api/v1/erasures",
              "{\"profile\":\"user_id:kim\",\"reason\":\"asked\"}");
      ask(
          200,
          "PATCH",
          path,
          "{\"state\":\"done\",\"outcome\":\"erased\",\"erasure\":\"" + erased.text("id") + "\"}");
    }
    try (var server = RealServer.start(data)) {
      port = server.port();
      var first = ask(200, "GET", "/api/v1/erasures?limit=1", "");
      assertThat(items(first, "erasures")).hasSize(1);
      assertThat(first.text("next")).as("there is but one").isNull();
      ask(400, "GET", "/api/v1/erasures?cursor=ers_unknown", "");
      assertThat(items(ask(200, "GET", "/api/v1/rights-requests?state=done", ""), "requests"))
          .hasSize(1);
      var item = "{\"channel\":\"%s\",\"identifier\":{\"type\":\"email\",\"value\":\"%s\"}}";
      var checked =
          items(
              ask(
                  200,
                  "POST",
                  "/api/v1/suppressions/check",
                  "{\"items\":["
                      + item.formatted("email", "kim@example.kr")
                      + ","
                      + item.formatted("sms", "kim@example.kr")
                      + ","
                      + item.formatted("email", "lee@example.kr")
                      + "]}"),
              "results");
      assertThat(checked.stream().map(each -> ((Value.Fields) each).get("suppressed")))
          .containsExactly(new Value.Truth(true), new Value.Truth(false), new Value.Truth(false));
      var listed = items(ask(200, "GET", "/api/v1/suppressions", ""), "suppressions");
      assertThat(listed).hasSize(1);
      var id = ((Value.Fields) listed.getFirst()).text("id");
      ask(200, "DELETE", "/api/v1/suppressions/" + id, "");
      assertThat(ask(404, "DELETE", "/api/v1/suppressions/" + id, "").text("code"))
          .isEqualTo("suppression_not_found");
      assertThat(items(ask(200, "GET", "/api/v1/restrictions", ""), "restrictions")).hasSize(1);
    }
  }
}
