package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asking why, taking apart and putting together, over HTTP and through the whole server.
final class IdentityHttpTest {
  private static final String ADMIN = "Authorization: Bearer " + RealServer.KEY;
  private static final String EXPLAIN = "/api/v1/identity/explain?a=user_id:kim&b=anonymous_id:c";
  private static final Spec SPEC = Spec.load("identity");

  @TempDir Path data;
  private RealServer server;
  private Client client;
  private String key = "";
  private int sent;

  @BeforeEach
  void start() throws IOException {
    server = RealServer.start(data);
    client = new Client(server.port());
    if (key.isEmpty()) {
      var made = client.post("/api/v1/sources", "{\"name\":\"shop\",\"kind\":\"server\"}", ADMIN);
      key = Objects.requireNonNull(made.json().text("writeKey"));
    }
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  // ---- why

  @Test
  void thePathIsToldInOrderWithEventsAndSources() {
    send("kim", "kim@example.kr", null, 1);
    send(null, "kim@example.kr", "c", 2);
    send(null, "kim@example.kr", "c", 3);
    var reply = ask("identityExplain", "GET", EXPLAIN, "", 200);
    assertThat(reply.json().text("verdict")).isEqualTo("one_person");
    var path = reply.items("path");
    assertThat(path).hasSize(2);
    var last = (Value.Fields) path.getLast();
    assertThat(last.fields("from").text("type")).isEqualTo("email");
    assertThat(last.fields("to").text("value")).isEqualTo("c");
    assertThat(last.text("rule")).isEqualTo("same_event");
    assertThat(last.fields("evidence").text("messageId")).isEqualTo("m2");
    assertThat(last.fields("evidence").fields("latest").text("messageId")).isEqualTo("m3");
    assertThat(last.fields("evidence").text("source")).startsWith("src_");
    var whole =
        ask("profileExplain", "GET", "/api/v1/profiles/email:KIM@example.kr/explain", "", 200);
    assertThat(whole.items("links")).hasSize(2);
    assertThat(whole.items("identifiers")).hasSize(3);
  }

  @Test
  void whatStandsBetweenTwoPersonsIsTold() {
    send("kim", null, "c", 1);
    send("lee", null, "c", 2);
    send("park", null, "d", 3);
    var reply =
        ask(
            "identityExplain",
            "GET",
            "/api/v1/identity/explain?a=user_id:kim&b=user_id:lee",
            "",
            200);
    assertThat(reply.json().text("verdict")).isEqualTo("evidence_refused");
    assertThat(reply.text()).contains("\"code\":\"anchor\"").doesNotContain("\"path\":[{");
    var none =
        ask(
            "identityExplain",
            "GET",
            "/api/v1/identity/explain?a=user_id:kim&b=user_id:park",
            "",
            200);
    assertThat(none.json().text("verdict")).isEqualTo("no_evidence");
    var blocked =
        ask(
            "identityExplain",
            "GET",
            "/api/v1/identity/explain?a=user_id:null&b=user_id:park",
            "",
            200);
    assertThat(blocked.json().fields("a").text("profile")).isNull();
    for (var query : List.of("?a=user_id:kim", "?a=&b=user_id:lee", "")) {
      assertThat(ask("identityExplain", "GET", "/api/v1/identity/explain" + query, "", 400).code())
          .isEqualTo("missing_identifier");
    }
    assertThat(
            ask(
                    "identityExplain",
                    "GET",
                    "/api/v1/identity/explain?a=user_id:kim&b=user_id:x",
                    "",
                    404)
                .code())
        .isEqualTo("profile_not_found");
  }

  // ---- taking apart

  @Test
  void aCutIsPreviewedMadeListedKeptOnItsSideAndUndone() {
    send("kim", "kim@example.kr", null, 1);
    send(null, "kim@example.kr", "c", 2);
    var before = profile("user_id:kim");
    var body =
        "{\"profile\":\"user_id:kim\",\"identifiers\":[\"anonymous_id:c\"],\"reason\":\"tablet\"}";
    var preview = ask("cutMake", "POST", "/api/v1/identity/cuts?preview=true", body, 200);
    assertThat(preview.items("before")).hasSize(1);
    assertThat(preview.items("after")).hasSize(2);
    assertThat(preview.items("moves")).hasSize(1);
    assertThat(preview.items("before").getFirst()).isEqualTo(without(before, "position"));
    assertThat(profile("user_id:kim")).isEqualTo(before);
    assertThat(ask("cuts", "GET", "/api/v1/identity/cuts", "", 200).items("cuts")).isEmpty();

    var made = ask("cutMake", "POST", "/api/v1/identity/cuts", body, 201).json();
    assertThat(made.text("author")).isEqualTo("first key");
    var seen = "at-least=" + made.text("position");
    var apart = ask("identityExplain", "GET", EXPLAIN + "&" + seen, "", 200);
    assertThat(apart.json().text("verdict")).isEqualTo("evidence_refused");
    assertThat(apart.items("cuts")).hasSize(1);
    var after = new ArrayList<Value>();
    for (var who : List.of("user_id:kim", "anonymous_id:c")) {
      after.add(without(profile(who), "position"));
    }
    assertThat(preview.items("after")).containsExactlyInAnyOrderElementsOf(after);

    send("kim", null, "c", 3);
    assertThat(profile("anonymous_id:c").get("id")).isNotEqualTo(profile("user_id:kim").get("id"));
    var again = ask("cutMake", "POST", "/api/v1/identity/cuts", body.replace("c\"]", "c\"]"), 400);
    assertThat(again.code()).isEqualTo("not_in_profile");
    var same =
        "{\"left\":[{\"type\":\"anonymous_id\",\"value\":\"c\"}],"
            + "\"right\":[\"user_id:kim\",\"email:kim@example.kr\"],\"reason\":\"twice\"}";
    assertThat(ask("cutMake", "POST", "/api/v1/identity/cuts", same, 200).json().text("result"))
        .isEqualTo("exists");

    var place = "/api/v1/identity/cuts/" + made.text("id");
    var back = ask("cutUndo", "DELETE", place + "?preview=true", "", 200);
    assertThat(back.items("before")).hasSize(2);
    assertThat(back.items("after")).hasSize(1);
    var undone = ask("cutUndo", "DELETE", place + "?reason=it%20was%20hers", "", 200);
    var one =
        ask(
            "identityExplain",
            "GET",
            EXPLAIN + "&at-least=" + undone.json().text("position"),
            "",
            200);
    assertThat(one.json().text("verdict")).isEqualTo("one_person");
    assertThat(without(profile("user_id:kim"), "position"))
        .isEqualTo(back.items("after").getFirst());
    assertThat(ask("cutUndo", "DELETE", place, "", 404).code()).isEqualTo("cut_not_found");
  }

  @Test
  void aLinkIsPreviewedMadeListedAndUndone() {
    send("kim", null, "c", 1);
    send("lee", null, "d", 2);
    var body = "{\"a\":\"user_id:kim\",\"b\":\"user_id:lee\",\"reason\":\"she called\"}";
    var preview = ask("linkMake", "POST", "/api/v1/identity/links?preview=true", body, 200);
    assertThat(preview.items("before")).hasSize(2);
    assertThat(preview.items("after")).hasSize(1);
    assertThat(profile("user_id:kim").get("id")).isNotEqualTo(profile("user_id:lee").get("id"));
    var made = ask("linkMake", "POST", "/api/v1/identity/links", body, 201).json();
    assertThat(made.get("onePerson")).isEqualTo(new Value.Truth(true));
    assertThat(without(profile("user_id:lee"), "position"))
        .isEqualTo(preview.items("after").getFirst());
    var path =
        ask(
            "identityExplain",
            "GET",
            "/api/v1/identity/explain?a=user_id:kim&b=anonymous_id:d",
            "",
            200);
    assertThat(path.text()).contains("\"rule\":\"steward\"", "she called");
    assertThat(ask("stewardLinks", "GET", "/api/v1/identity/links", "", 200).items("links"))
        .hasSize(1);
    assertThat(ask("linkMake", "POST", "/api/v1/identity/links", body, 200).json().text("result"))
        .isEqualTo("exists");
    var place = "/api/v1/identity/links/" + made.text("id");
    assertThat(ask("linkUndo", "DELETE", place + "?preview=true", "", 200).items("after"))
        .hasSize(2);
    ask("linkUndo", "DELETE", place, "", 200);
    assertThat(profile("user_id:kim").get("id")).isNotEqualTo(profile("user_id:lee").get("id"));
    assertThat(ask("linkUndo", "DELETE", place, "", 404).code()).isEqualTo("link_not_found");
  }

  @Test
  void aLinkAgainstACutIsKeptAndSaysThatItUnitesNobody() {
    send("kim", null, "c", 1);
    ask(
        "cutMake",
        "POST",
        "/api/v1/identity/cuts",
        "{\"left\":[\"user_id:kim\"],\"right\":[\"user_id:lee\"],\"reason\":\"brothers\"}",
        201);
    var made =
        ask(
            "linkMake",
            "POST",
            "/api/v1/identity/links",
            "{\"a\":\"user_id:kim\",\"b\":\"user_id:lee\",\"reason\":\"same\"}",
            201);
    assertThat(made.json().get("onePerson")).isEqualTo(new Value.Truth(false));
    var why =
        ask(
            "identityExplain",
            "GET",
            "/api/v1/identity/explain?a=user_id:kim&b=user_id:lee",
            "",
            200);
    assertThat(why.text()).contains("\"code\":\"cut\"");
  }

  @Test
  void whatCannotBeDoneIsSaidByCode() {
    send("kim", null, "c", 1);
    record Wrong(String body, int status, String code) {}
    for (var wrong :
        List.of(
            new Wrong("{", 400, "invalid_json"),
            new Wrong("{}", 400, "invalid_cut"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[\"anonymous_id:c\"]}",
                400,
                "missing_reason"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[],\"reason\":\"x\"}", 400, "empty_side"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[\"user_id:kim\"],\"reason\":\"x\"}",
                400,
                "same_identifier"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[7],\"reason\":\"x\"}",
                400,
                "invalid_identifier"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[\"phone:x\"],\"reason\":\"x\"}",
                400,
                "invalid_identifier"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[\"shoe:x\"],\"reason\":\"x\"}",
                400,
                "unknown_type"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[\"user_id:null\"],\"reason\":\"x\"}",
                400,
                "blocked_identifier"),
            new Wrong(
                "{\"left\":[\"user_id:kim\"],\"right\":[\"nobody\"],\"reason\":\"x\"}",
                404,
                "profile_not_found"),
            new Wrong(
                "{\"profile\":\"user_id:kim\",\"identifiers\":[\"user_id:lee\"],\"reason\":\"x\"}",
                400,
                "not_in_profile"),
            new Wrong(
                "{\"profile\":\"user_id:kim\",\"identifiers\":[\"user_id:kim\"],\"left\":[],\"reason\":\"x\"}",
                400,
                "invalid_cut"))) {
      for (var query : List.of("", "?preview=true")) {
        var reply =
            ask("cutMake", "POST", "/api/v1/identity/cuts" + query, wrong.body(), wrong.status());
        assertThat(reply.code()).as(wrong.body() + query).isEqualTo(wrong.code());
      }
    }
    assertThat(
            ask(
                    "cutMake",
                    "POST",
                    "/api/v1/identity/cuts?preview=yes",
                    "{\"left\":\"user_id:kim\"}",
                    400)
                .code())
        .isEqualTo("invalid_preview");
    assertThat(ask("cuts", "GET", "/api/v1/identity/cuts?cursor=mine", "", 400).code())
        .isEqualTo("invalid_cursor");
    assertThat(ask("cuts", "GET", "/api/v1/identity/cuts", "", 200).items("cuts")).isEmpty();
  }

  @Test
  void questionsWhileStewardsDecideAreAnsweredAsOfOneMoment() throws InterruptedException {
    send("kim", "kim@example.kr", null, 1);
    send(null, "kim@example.kr", "c", 2);
    var answered = new ConcurrentHashMap<String, Integer>();
    var wrong = new ConcurrentLinkedQueue<String>();
    var deciding = new AtomicBoolean(true);
    var asking =
        Thread.ofVirtual()
            .start(() -> {
              while (deciding.get()) {
                var reply = client.get(EXPLAIN, ADMIN);
                var verdict = String.valueOf(reply.json().text("verdict"));
                answered.merge(verdict, 1, Integer::sum);
                var fits =
                    verdict.equals("one_person")
                        ? reply.items("path").size() == 2 && reply.items("cuts").isEmpty()
                        : reply.items("cuts").size() == 1 && reply.items("refused").size() == 1;
                if (reply.status() != 200 || !fits) {
                  wrong.add(reply.text());
                }
              }
            });
    var body =
        "{\"left\":[\"email:kim@example.kr\"],\"right\":[\"anonymous_id:c\"],\"reason\":\"x\"}";
    for (var i = 0; i < 2_000 && (i < 100 || answered.size() < 2); i++) {
      var made = ask("cutMake", "POST", "/api/v1/identity/cuts", body, 201);
      ask("cutUndo", "DELETE", "/api/v1/identity/cuts/" + made.json().text("id"), "", 200);
    }
    deciding.set(false);
    asking.join();
    assertThat(wrong).isEmpty();
    assertThat(answered).containsOnlyKeys("one_person", "evidence_refused");
  }

  // ---- by file

  @Test
  void everyRowOfAFileIsAnsweredAndTheSameFileTwiceChangesNothing() {
    for (var i = 1; i <= 4; i++) {
      send("u" + i, null, "c" + i, i);
    }
    var csv =
        String.join(
            "\r\n",
            "\ufeffaction,left,right,reason",
            "cut,user_id:u1,anonymous_id:c1;anonymous_id:later,\"a \"\"shared\"\" tablet\"",
            "link,user_id:u2,user_id:u3,she called",
            "cut,user_id:u4,anonymous_id:c4,",
            "drop,user_id:u4,anonymous_id:c4,x",
            "cut,user_id:u4",
            "cut,anonymous_id:later;anonymous_id:c1,user_id:u1,again",
            "");
    var dry = file("text/csv", "?preview=true", csv);
    assertThat(results(dry))
        .containsExactly("valid", "valid", "refused", "refused", "refused", "exists");
    assertThat(ask("cuts", "GET", "/api/v1/identity/cuts", "", 200).items("cuts")).isEmpty();
    var done = file("text/csv; charset=utf-8", "", csv);
    assertThat(results(done))
        .containsExactly("made", "made", "refused", "refused", "refused", "exists");
    assertThat(done.text())
        .contains("missing_reason", "invalid_action", "invalid_csv", "\"made\":2", "\"refused\":3");
    var seen = "?at-least=" + done.json().text("position");
    var cuts = ask("cuts", "GET", "/api/v1/identity/cuts" + seen, "", 200);
    assertThat(cuts.items("cuts")).hasSize(1);
    assertThat(cuts.text()).contains("a \\\"shared\\\" tablet");
    assertThat(profile("user_id:u2").get("id")).isEqualTo(profile("user_id:u3").get("id"));
    assertThat(results(file("text/csv", "", csv)))
        .containsExactly("exists", "exists", "refused", "refused", "refused", "exists");

    var lines =
        """
        {"a":"user_id:u1","b":"user_id:u4","reason":"moved"}

        not json
        {"profile":"user_id:u1","identifiers":["anonymous_id:c4"],"reason":"x"}
        """;
    assertThat(results(file("application/x-ndjson", "", lines)))
        .as("the third row sees what the first has done")
        .containsExactly("made", "refused", "made");
    var many = new StringBuilder();
    for (var i = 0; i < BulkFile.MOST_ROWS; i++) {
      many.append(
          "{\"a\":\"user_id:x%d\",\"b\":\"email:x%d@example.kr\",\"reason\":\"x\"}\n"
              .formatted(i, i));
    }
    assertThat(results(file("", "", many.toString()))).hasSize(5_000).containsOnly("made");
    assertThat(bulk("text/csv", "", "left,right\n1,2\n").code()).isEqualTo("invalid_columns");
    assertThat(bulk("text/csv", "", "").code()).isEqualTo("no_rows");
    assertThat(
            bulk("text/csv", "", "action,left,right,reason\n" + "cut,a,b,c\n".repeat(5_001)).code())
        .isEqualTo("too_many_rows");
  }

  @Test
  void cutsAreListedInPages() {
    var lines = new StringBuilder();
    for (var i = 0; i < 5; i++) {
      lines.append(
          "{\"left\":[\"user_id:a%d\"],\"right\":[\"user_id:b\"],\"reason\":\"x\"}\n".formatted(i));
    }
    assertThat(results(file("", "", lines.toString()))).containsOnly("made");
    var ids = new ArrayList<String>();
    var query = "?limit=2";
    for (var pages = 1; !query.isEmpty(); pages++) {
      assertThat(pages).isLessThanOrEqualTo(3);
      var page = ask("cuts", "GET", "/api/v1/identity/cuts" + query, "", 200);
      page.items("cuts").forEach(cut -> ids.add(((Value.Fields) cut).text("id")));
      var next = page.json().text("next");
      query = next == null ? "" : "?limit=2&cursor=" + next;
    }
    assertThat(ids)
        .hasSize(5)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  // ---- for ever

  @Test
  void decisionsSurviveARestartAndAReplayFromTheFirstEntry() throws IOException {
    send("kim", "kim@example.kr", null, 1);
    send(null, "kim@example.kr", "c", 2);
    send("lee", null, "d", 3);
    var cut =
        ask(
            "cutMake",
            "POST",
            "/api/v1/identity/cuts",
            "{\"left\":[\"user_id:kim\",\"email:kim@example.kr\"],\"right\":[\"anonymous_id:c\"],\"reason\":\"x\"}",
            201);
    ask(
        "linkMake",
        "POST",
        "/api/v1/identity/links",
        "{\"a\":\"anonymous_id:c\",\"b\":\"user_id:lee\",\"reason\":\"y\"}",
        201);
    var undone =
        ask(
            "cutMake",
            "POST",
            "/api/v1/identity/cuts",
            "{\"left\":[\"user_id:lee\"],\"right\":[\"anonymous_id:d\"],\"reason\":\"z\"}",
            201);
    ask("cutUndo", "DELETE", "/api/v1/identity/cuts/" + undone.json().text("id"), "", 200);
    send("kim", null, "c", 4);
    var before = all();
    assertThat(before.getFirst()).contains(Objects.requireNonNull(cut.json().text("id")));

    server.close();
    start();
    assertThat(all()).isEqualTo(before);

    server.close();
    try (var files = Files.walk(data.resolve("default").resolve("state"))) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    start();
    assertThat(all()).isEqualTo(before);
    send("kim", null, "c", 5);
    assertThat(profile("anonymous_id:c").get("id")).isEqualTo(profile("user_id:lee").get("id"));
  }

  private List<String> all() {
    var all = new ArrayList<String>();
    for (var path :
        List.of(
            "/api/v1/identity/cuts",
            "/api/v1/identity/links",
            EXPLAIN,
            "/api/v1/profiles/user_id:kim/explain",
            "/api/v1/profiles/anonymous_id:c/explain",
            "/api/v1/profiles/user_id:kim",
            "/api/v1/profiles/anonymous_id:c")) {
      var reply = client.get(path, ADMIN);
      assertThat(reply.status()).as(path).isEqualTo(200);
      all.add(reply.text());
    }
    return all;
  }

  // ---- the stage

  /// Asks, and holds the answer against the document.
  private Reply ask(String operation, String method, String path, String body, int status) {
    var reply = client.send(method, path, body.getBytes(UTF_8), ADMIN);
    assertThat(reply.status()).as(path + " " + body + " " + reply.text()).isEqualTo(status);
    assertThat(faults(operation, reply)).isEmpty();
    return reply;
  }

  private static List<String> faults(String operation, Reply reply) {
    return SPEC.faults(
        SPEC.operations().stream()
            .filter(each -> operation.equals(each.body().get("operationId")))
            .findFirst()
            .orElseThrow(),
        reply);
  }

  private Reply file(String type, String query, String body) {
    var reply = bulk(type, query, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private Reply bulk(String type, String query, String body) {
    var reply = client.post("/api/v1/identity/bulk" + query, body, ADMIN, "Content-Type: " + type);
    assertThat(faults("identityBulk", reply)).isEmpty();
    return reply;
  }

  private static List<String> results(Reply reply) {
    var results = new ArrayList<String>();
    for (var row : reply.items("rows")) {
      var fields = (Value.Fields) row;
      assertThat(fields.get("row"))
          .isEqualTo(new Value.Decimal(BigDecimal.valueOf(results.size() + 1)));
      results.add(fields.text("result"));
    }
    return results;
  }

  private Value.Fields profile(String who) {
    var reply = client.get("/api/v1/profiles/" + who, ADMIN);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json();
  }

  private static Value.Fields without(Value.Fields fields, String name) {
    var rest = new LinkedHashMap<>(fields.values());
    rest.remove(name);
    return new Value.Fields(rest);
  }

  private void send(
      @Nullable String user, @Nullable String email, @Nullable String cookie, int day) {
    sent++;
    var body = new StringBuilder("{\"type\":\"identify\",\"messageId\":\"m" + sent + "\"");
    body.append(",\"timestamp\":\"2026-03-0" + day + "T00:00:00Z\"");
    body.append(user == null ? "" : ",\"userId\":\"" + user + "\"");
    body.append(cookie == null ? "" : ",\"anonymousId\":\"" + cookie + "\"");
    body.append(",\"traits\":{\"n\":" + sent);
    body.append(email == null ? "" : ",\"email\":\"" + email + "\"").append("}}");
    var reply = client.post("/v1/identify?ack=full", body.toString(), "X-Write-Key: " + key);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).contains("accepted");
  }
}
