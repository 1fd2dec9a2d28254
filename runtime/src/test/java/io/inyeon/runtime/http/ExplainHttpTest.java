package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every reason for which evidence unites nobody, asked over HTTP of the whole server.
class ExplainHttpTest {
  private static final String ADMIN = "Authorization: Bearer " + RealServer.KEY;
  private static final String RULES = "/api/v1/identity/rules";
  private static final Spec SPEC = Spec.load("identity");

  @TempDir Path data;
  private RealServer server;
  private Client client;
  private String shop = "";
  private String web = "";
  private int sent;

  @BeforeEach
  void start() throws IOException {
    server = RealServer.start(data);
    client = new Client(server.port());
    shop = source("shop", "server");
    web = source("web", "browser");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void everyReasonIsToldWithItsEvidence() {
    send(shop, "\"userId\":\"kim\",\"anonymousId\":\"a\"");
    var anchor = send(web, "\"userId\":\"lee\",\"anonymousId\":\"a\"");
    told("user_id:lee", "anonymous_id:a", anchor, "anchor", "\"user_id\",\"value\":\"kim\"");

    for (var i = 1; i <= 5; i++) {
      send(shop, "\"userId\":\"kim\",\"traits\":{\"email\":\"kim" + i + "@example.com\"}");
    }
    var limit = send(shop, "\"userId\":\"kim\",\"traits\":{\"email\":\"kim6@example.com\"}");
    told("user_id:kim", "email:kim6@example.com", limit, "limit", "\"email\",\"limit\":5");

    var shared = "";
    for (var i = 1; i <= 21; i++) {
      shared = send(web, "\"userId\":\"u" + i + "\",\"anonymousId\":\"kiosk\"");
    }
    told("user_id:u21", "anonymous_id:kiosk", shared, "shared", "\"value\":\"kiosk\"");

    var blocked = send(web, "\"userId\":\"park\",\"anonymousId\":\"guest\"");
    told("user_id:park", "anonymous_id:guest", blocked, "blocked", "\"value\":\"guest\"");

    var cut = send(web, "\"userId\":\"choi\",\"anonymousId\":\"tablet\"");
    var made =
        client.post(
            "/api/v1/identity/cuts",
            "{\"left\":[\"user_id:choi\"],\"right\":[\"anonymous_id:tablet\"],\"reason\":\"lent\"}",
            ADMIN);
    assertThat(made.status()).isEqualTo(201);
    var id = String.valueOf(made.json().text("id"));
    told("user_id:choi", "anonymous_id:tablet", cut, "cut", "\"cut\":\"" + id + "\"");

    linkPhonesByServersOnly();
    var untrusted = send(web, "\"userId\":\"jung\",\"traits\":{\"phone\":\"010-1234-5678\"}");
    told("user_id:jung", "phone:01012345678", untrusted, "untrusted", "\"browser\"");
    // The reasons are the same when rules were saved and applied to all that ever was.
    told("user_id:u21", "anonymous_id:kiosk", shared, "shared", "\"value\":\"kiosk\"");
    told("user_id:choi", "anonymous_id:tablet", cut, "cut", "\"cut\":\"" + id + "\"");
  }

  /// Asks of the two and of one's whole profile: both refuse the same evidence for the same reason.
  private void told(String one, String other, String messageId, String code, String detail) {
    var both = ask("identityExplain", "/api/v1/identity/explain?a=" + one + "&b=" + other);
    assertThat(both.json().text("verdict")).isEqualTo("evidence_refused");
    assertThat(both.items("path")).isEmpty();
    var refused = refusedOf(both, messageId);
    assertThat(refused.fields("evidence").text("source")).startsWith("src_");
    var reasons =
        new String(JsonWriter.bytes(Objects.requireNonNull(refused.get("reasons"))), UTF_8);
    assertThat(reasons).startsWith("[{\"code\":\"" + code + "\"").contains(detail);
    var whole = ask("profileExplain", "/api/v1/profiles/" + one + "/explain");
    assertThat(refusedOf(whole, messageId).get("reasons")).isEqualTo(refused.get("reasons"));
  }

  private static Value.Fields refusedOf(Reply reply, String messageId) {
    for (var each : reply.items("refused")) {
      if (each instanceof Value.Fields refused
          && messageId.equals(refused.fields("evidence").text("messageId"))) {
        return refused;
      }
    }
    throw new AssertionError(messageId + " is not refused: " + reply.text());
  }

  @Test
  void aWholeProfileIsToldLinkByLinkWithWhatIsSpare() {
    var first = send(shop, "\"userId\":\"kim\",\"traits\":{\"email\":\"kim@example.com\"}");
    var second =
        send(
            web,
            "\"userId\":\"kim\",\"anonymousId\":\"a\",\"traits\":{\"email\":\"kim@example.com\"}");
    var whole = ask("profileExplain", "/api/v1/profiles/anonymous_id:a/explain");
    assertThat(messageIds(whole.items("links"))).containsExactly(first, second);
    assertThat(messageIds(whole.items("spareLinks"))).containsExactly(second);
    assertThat(whole.items("refused")).isEmpty();
    // What is spare holds when the better link is cut away.
    var made =
        client.post(
            "/api/v1/identity/cuts",
            "{\"left\":[\"user_id:kim\"],\"right\":[\"anonymous_id:a\"],\"reason\":\"x\"}",
            ADMIN);
    assertThat(made.status()).isEqualTo(201);
    var apart = ask("profileExplain", "/api/v1/profiles/user_id:kim/explain");
    assertThat(messageIds(apart.items("links"))).containsExactly(first);
    assertThat(messageIds(apart.items("refused"))).contains(second);
  }

  private static List<String> messageIds(List<Value> links) {
    var ids = new ArrayList<String>();
    for (var link : links) {
      ids.add(String.valueOf(((Value.Fields) link).fields("evidence").text("messageId")));
    }
    return ids;
  }

  // ---- the stage

  private Reply ask(String operation, String path) {
    var reply = client.get(path, ADMIN);
    assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
    assertThat(
            SPEC.faults(
                SPEC.operations().stream()
                    .filter(each -> operation.equals(each.body().get("operationId")))
                    .findFirst()
                    .orElseThrow(),
                reply))
        .isEmpty();
    return reply;
  }

  private String source(String name, String kind) {
    var made =
        client.post(
            "/api/v1/sources", "{\"name\":\"%s\",\"kind\":\"%s\"}".formatted(name, kind), ADMIN);
    return Objects.requireNonNull(made.json().text("writeKey"));
  }

  private String send(String key, String fields) {
    var id = "m" + ++sent;
    var body = "{\"type\":\"identify\",\"messageId\":\"" + id + "\"," + fields + "}";
    var reply = client.post("/v1/identify?ack=full", body, "X-Write-Key: " + key);
    assertThat(reply.text()).as(body).contains("accepted");
    return id;
  }

  private void linkPhonesByServersOnly() {
    var rules = client.get(RULES, ADMIN).json().fields("rules");
    var types = new ArrayList<Value>();
    for (var each : ((Value.Items) Objects.requireNonNull(rules.get("types"))).values()) {
      var type = (Value.Fields) each;
      types.add(
          "phone".equals(type.text("name"))
              ? with(type, "linkedBy", new Value.Items(List.of(new Value.Text("server"))))
              : type);
    }
    var body =
        new Value.Fields(
            Map.of(
                "version", new Value.Decimal(BigDecimal.ONE),
                "reason", new Value.Text("browsers know no phones"),
                "rules", with(rules, "types", new Value.Items(types))));
    var saved = client.send("PUT", RULES, JsonWriter.bytes(body), ADMIN);
    assertThat(saved.status()).as(saved.text()).isEqualTo(202);
    var until = System.nanoTime() + 60_000_000_000L;
    while (!client.get(RULES, ADMIN).text().contains("\"inForce\":2")) {
      assertThat(System.nanoTime()).as("the rebuild is done").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private static Value.Fields with(Value.Fields fields, String name, Value value) {
    var all = new LinkedHashMap<>(fields.values());
    all.put(name, value);
    return new Value.Fields(all);
  }
}
