package io.inyeon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Finding and listing people, over HTTP.
final class PeopleHttpTest {
  private static final String ADMIN = "Authorization: Bearer " + RealServer.KEY;
  private static final Spec SPEC = Spec.load("profiles");

  @TempDir Path data;
  private RealServer server;
  private Client client;
  private String key = "";
  private String position = "";

  @BeforeEach
  void start() throws IOException {
    server = RealServer.start(data);
    client = new Client(server.port());
    var made = client.post("/api/v1/sources", "{\"name\":\"shop\",\"kind\":\"server\"}", ADMIN);
    key = Objects.requireNonNull(made.json().text("writeKey"));
    for (var number = 0; number < 5; number++) {
      send(
          "identify",
          "\"userId\":\"u-"
              + number
              + "\",\"timestamp\":\"2026-03-01T12:00:0"
              + number
              + "Z\","
              + "\"traits\":{\"name\":\"김가"
              + (char) ('가' + number * 28)
              + "\",\"city\":\"부산\"}");
    }
    for (var number = 0; number < 3; number++) {
      send(
          "track",
          "\"anonymousId\":\"a-"
              + number
              + "\",\"event\":\"Seen\","
              + "\"timestamp\":\"2026-03-01T12:00:1"
              + number
              + "Z\"");
    }
  }

  private void send(String call, String fields) {
    var reply =
        client.post(
            "/v1/" + call + "?ack=full", "{" + fields + "}", "Authorization: Bearer " + key);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    position = Objects.requireNonNull(reply.json().text("position"));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private Reply get(String query, int status) {
    var reply = client.get("/api/v1/profiles" + query, ADMIN);
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    var operation =
        SPEC.operations().stream()
            .filter(each -> Objects.equals(each.body().get("operationId"), "profiles"))
            .findFirst()
            .orElseThrow();
    assertThat(SPEC.faults(operation, reply)).isEmpty();
    return reply;
  }

  private Reply now(String query) {
    var path = "/api/v1/profiles" + query + (query.isEmpty() ? "?" : "&") + "at-least=" + position;
    while (client.get(path, ADMIN).status() == 409) {
      // Each waits for five seconds itself; a crowded machine takes longer.
    }
    return get(path.substring("/api/v1/profiles".length()), 200);
  }

  private static List<String> ids(Reply reply) {
    var ids = new ArrayList<String>();
    for (var person : reply.items("people")) {
      var identifiers = ((Value.Fields) person).get("identifiers");
      if (identifiers instanceof Value.Items(var items)) {
        ids.add(Objects.requireNonNull(((Value.Fields) items.getFirst()).text("value")));
      }
    }
    return ids;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void theListShowsTheNewestFirstPageByPage() {
    var all = ids(now(""));
    assertThat(all).containsExactly("a-2", "a-1", "a-0", "u-4", "u-3", "u-2", "u-1", "u-0");
    var paged = new ArrayList<String>();
    var query = "?limit=3";
    while (true) {
      var page = now(query);
      paged.addAll(ids(page));
      var next = page.json().text("next");
      if (next == null) {
        break;
      }
      query = "?limit=3&cursor=" + next;
    }
    assertThat(paged).isEqualTo(all);
    assertThat(ids(now("?is=known&limit=2"))).containsExactly("u-4", "u-3");
    assertThat(ids(now("?is=anonymous"))).containsExactly("a-2", "a-1", "a-0");
    assertThat(ids(now("?seenFrom=2026-03-01T12:00:03Z&seenTo=2026-03-01T12:00:11Z")))
        .containsExactly("a-0", "u-4", "u-3");
    var counts = now("").json().fields("counts");
    assertThat(counts.toString()).contains("5").contains("3");
  }

  @Test
  void whoIsActiveMovesToTheTop() {
    send("track", "\"userId\":\"u-1\",\"event\":\"Seen\",\"timestamp\":\"2026-03-01T12:01:00Z\"");
    assertThat(ids(now("")).getFirst()).isEqualTo("u-1");
    // What happened long ago moves nobody.
    send("track", "\"userId\":\"u-2\",\"event\":\"Seen\",\"timestamp\":\"2026-01-01T12:01:00Z\"");
    assertThat(ids(now("")).getFirst()).isEqualTo("u-1");
    // A visitor who logs in is one person from then on.
    send(
        "identify",
        "\"userId\":\"u-0\",\"anonymousId\":\"a-2\",\"timestamp\":\"2026-03-01T12:02:00Z\"");
    assertThat(ids(now(""))).startsWith("u-0", "u-1", "a-1").hasSize(7);
  }

  @Test
  void aPersonIsFoundWithWhatIsAskedForBesides() {
    var reply = now("?columns=city,nothing&q=" + encoded("ㄱㄱㄴ"));
    assertThat(ids(reply)).isEmpty();
    reply = now("?columns=city,nothing&q=" + encoded("ㄱㄱㄱ"));
    assertThat(ids(reply)).hasSize(5);
    var first = (Value.Fields) reply.items("people").getFirst();
    assertThat(first.fields("columns"))
        .isEqualTo(new Value.Fields(java.util.Map.of("city", new Value.Text("부산"))));
    assertThat(first.text("name")).startsWith("김가");
    assertThat(ids(now("?q=u-3"))).startsWith("u-3");
    assertThat(ids(now("?q=a-1"))).containsExactly("a-1");
    assertThat(ids(now("?q=" + encoded("user_id:u-2")))).startsWith("u-2");
    assertThat(ids(now("?q=%20"))).hasSize(8);
    assertThat(ids(now("?q=" + encoded("부산") + "&is=anonymous"))).isEmpty();
    var id = Objects.requireNonNull(first.text("id"));
    assertThat(ids(now("?q=" + id))).hasSize(1);
  }

  @Test
  void whatIsWrongIsSaid() {
    assertThat(get("?q=" + "x".repeat(501), 400).code()).isEqualTo("invalid_query");
    assertThat(get("?q=" + "x".repeat(10_000), 400).code()).isEqualTo("invalid_query");
    assertThat(get("?q=" + encoded("a ".repeat(13)), 400).code()).isEqualTo("invalid_query");
    assertThat(get("?is=nobody", 400).code()).isEqualTo("invalid_filter");
    assertThat(get("?q=x&seenFrom=2026-03-01T12:00:03Z", 400).code()).isEqualTo("invalid_filter");
    assertThat(get("?seenFrom=yesterday", 400).code()).isEqualTo("invalid_instant");
    assertThat(get("?limit=0", 400).code()).isEqualTo("invalid_limit");
    assertThat(get("?cursor=xyz", 400).code()).isEqualTo("invalid_cursor");
    assertThat(get("?q=x&cursor=xyz", 400).code()).isEqualTo("invalid_cursor");
    assertThat(
            get(
                    "?columns=" + "a,b,c,".repeat(4) + encoded("d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t"),
                    200)
                .status())
        .isEqualTo(200);
    assertThat(get("?columns=" + encoded("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u"), 400).code())
        .isEqualTo("invalid_columns");
    assertThat(get("?at-least=x", 400).code()).isEqualTo("invalid_position");
    assertThat(client.get("/api/v1/profiles?q=x").status()).isEqualTo(401);
  }
}
