package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every call by which SDKs send, as they were seen to send it.
final class CollectTest {
  private static final String EVENT =
      "{\"userId\":\"u1\",\"messageId\":\"m1\",\"event\":\"Order Completed\"}";
  private static final String BATCH = "{\"batch\":[" + EVENT + ",{\"userId\":\"u2\"}]}";
  private static final String KEY = "X-Write-Key: wk_web";
  private static final House HOUSE = new House();
  private static final long NOW = 1_767_225_600_000L;
  private static Server server = start();
  private static final Client CLIENT = new Client(server.port());

  private static Server start() {
    return Server.start(
        HttpSettings.at("127.0.0.1", 0),
        HOUSE.inside(),
        InstantSource.fixed(java.time.Instant.ofEpochMilli(NOW)));
  }

  @BeforeAll
  static void serverRuns() {
    assertThat(server.port()).isPositive();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    HOUSE.taken.clear();
    HOUSE.seen.clear();
    HOUSE.awaited.clear();
    HOUSE.unavailable = null;
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/identify, IDENTIFY",
    "/v1/track, TRACK",
    "/v1/page, PAGE",
    "/v1/screen, SCREEN",
    "/v1/group, GROUP",
    "/v1/alias, ALIAS",
    "/v1/i, IDENTIFY",
    "/v1/t, TRACK",
    "/v1/p, PAGE",
    "/v1/s, SCREEN",
    "/v1/g, GROUP",
    "/v1/a, ALIAS",
    "/v1/track/, TRACK",
    "/cdp/events/v1/track, TRACK",
    "//v1/t, TRACK",
    "/api/v1/track, TRACK",
    "/api/s/track, TRACK",
    "/api/s/s2s/page, PAGE",
    "/proxy/api/s/identify/, IDENTIFY",
    "/api/s/event,",
    "/api/s/s2s/anything,"
  })
  void aSingleCallIsTakenWithItsKind(String path, @Nullable String call) {
    var reply = CLIENT.post(path, EVENT, KEY);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("{\"success\":true}");
    assertThat(reply.header("content-type")).isEqualTo("application/json");
    assertThat(reply.header("request-id")).isNotBlank();
    var taken = only();
    assertThat(taken.envelope().call()).isEqualTo(call == null ? null : Call.valueOf(call));
    assertThat(taken.envelope().source()).isEqualTo(1);
    assertThat(taken.envelope().receivedAt()).isEqualTo(NOW);
    assertThat(taken.envelope().bytes()).isEqualTo(EVENT.length());
    assertThat(new String(taken.body(), UTF_8)).isEqualTo(EVENT);
    assertThat(((Value.Fields) taken.parsed()).text("userId")).isEqualTo("u1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/batch",
        "/v1/b",
        "/v1/import",
        "/v1/import/",
        "/beacon/v1/batch",
        "/a/b/c/v1/batch/",
        "/api/s/s2s/batch"
      })
  void aBatchIsTakenInItsOrder(String path) {
    assertThat(CLIENT.post(path, BATCH, KEY).status()).isEqualTo(200);
    assertThat(bodies()).containsExactly(EVENT, "{\"userId\":\"u2\"}");
    assertThat(HOUSE.taken).allMatch(each -> each.envelope().call() == null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic d2tfd2ViOg==", // wk_web:
        "Authorization: Basic d2tfd2Vi", // wk_web
        "authorization: basic d2tfd2ViOg",
        "Authorization: Basic d2tfd2ViOnNlY3JldA==", // wk_web:secret
        "Authorization: Bearer wk_web",
        "Authorization: bearer  wk_web ",
        "X-Write-Key: wk_web",
        "x-write-key:wk_web"
      })
  void theWriteKeyMayStandInAHeader(String header) {
    assertThat(CLIENT.post("/v1/track?writeKey=wk_server", EVENT, header).status()).isEqualTo(200);
    assertThat(only().envelope().source()).isEqualTo(1);
  }

  @Test
  void theQueryComesBeforeTheBody() {
    var body = "{\"userId\":\"u\",\"writeKey\":\"wk_web\"}";
    assertThat(CLIENT.post("/v1/track?a=b&writeKey=wk_server&c", body).status()).isEqualTo(200);
    assertThat(only().envelope().source()).isEqualTo(2);
  }

  @Test
  void theBodyIsTheLastPlaceOfTheKey() {
    assertThat(CLIENT.post("/v1/track", "{\"userId\":\"u\",\"writeKey\":\"wk_web\"}").status())
        .isEqualTo(200);
    assertThat(
            CLIENT
                .post("/v1/batch", "{\"writeKey\":\"wk_server\",\"batch\":[" + EVENT + "]}")
                .status())
        .isEqualTo(200);
    assertThat(CLIENT.post("/v1/b", "{\"batch\":[{}],\"writeKey\":\"wk_web\"}").status())
        .isEqualTo(200);
    assertThat(HOUSE.taken.stream().map(each -> each.envelope().source())).containsExactly(1, 2, 1);
  }

  @Test
  void anEmptyPlaceIsNoKeyAndTheNextCounts() {
    var reply =
        CLIENT.post(
            "/v1/track?writeKey=",
            "{\"userId\":\"u\",\"writeKey\":\"wk_web\"}",
            "Authorization: Basic Og==",
            "X-Write-Key: ");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void aHeaderOutweighsTheMaskedKeyOfTheBody() {
    var body = "{\"type\":\"page\",\"userId\":\"u\",\"writeKey\":\"xyz***\"}";
    assertThat(CLIENT.post("/api/s/page", body, KEY).status()).isEqualTo(200);
    assertThat(only().envelope().source()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/track, unknown_write_key, X-Write-Key: nobody",
    "/v1/track, unknown_write_key, X-Write-Key: wk_closed",
    "/v1/track?writeKey=no, unknown_write_key, X: y",
    "/v1/track, missing_write_key, X: y",
    "/v1/batch, missing_write_key, X: y",
    "/v1/batch, unknown_write_key, Authorization: Bearer no",
    "/v1/batch, missing_write_key, Authorization: Digest what",
    "/v1/batch, missing_write_key, Authorization: Basic \u00e4\u00e4"
  })
  void whoNamesNoSourceIsTurnedAway(String path, String code, String header) {
    var reply = CLIENT.post(path, path.contains("batch") ? BATCH : EVENT, header);
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    assertThat(HOUSE.taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "text/plain",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "nonsense",
        "image/gif"
      })
  void theContentTypeMeansNothing(String type) {
    assertThat(CLIENT.post("/v1/batch", BATCH, KEY, "Content-Type: " + type).status())
        .isEqualTo(200);
    var zipped = Client.gzip(BATCH.getBytes(UTF_8));
    assertThat(
            CLIENT
                .send(
                    "POST",
                    "/v1/batch",
                    zipped,
                    KEY,
                    "Content-Type: " + type,
                    "Content-Encoding: gzip")
                .status())
        .isEqualTo(200);
    assertThat(HOUSE.taken).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity", "deflate", "br", "nonsense"})
  void whatIsGzipIsInflatedWhateverItsLabel(String label) {
    var zipped = Client.gzip(EVENT.getBytes(UTF_8));
    assertThat(CLIENT.send("POST", "/v1/t", zipped, KEY, "Content-Encoding: " + label).status())
        .isEqualTo(200);
    assertThat(CLIENT.send("POST", "/v1/t", zipped, KEY).status()).isEqualTo(200);
    assertThat(bodies()).containsExactly(EVENT, EVENT);
  }

  @Test
  void whatIsLabelledGzipAndIsNoneIsTakenAsItIs() {
    assertThat(CLIENT.post("/v1/t", EVENT, KEY, "Content-Encoding: gzip").status()).isEqualTo(200);
    assertThat(bodies()).containsExactly(EVENT);
  }

  @Test
  void deflateIsInflated() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out)) {
      deflate.write(EVENT.getBytes(UTF_8));
    }
    assertThat(
            CLIENT
                .send("POST", "/v1/t", out.toByteArray(), KEY, "Content-Encoding: deflate")
                .status())
        .isEqualTo(200);
    assertThat(bodies()).containsExactly(EVENT);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 100_000})
  void chunkedBodiesAreRead(int size) {
    for (var body : List.of(BATCH.getBytes(UTF_8), Client.gzip(BATCH.getBytes(UTF_8)))) {
      var head = Client.head("POST", "/v1/batch", KEY, "Transfer-Encoding: chunked") + "\r\n";
      var reply = CLIENT.raw(Client.joined(head.getBytes(UTF_8), Client.chunked(body, size)));
      assertThat(reply.status()).isEqualTo(200);
    }
    assertThat(HOUSE.taken).hasSize(4);
  }

  @Test
  void whoAsksWhetherToContinueIsToldTo() {
    var head =
        Client.head(
            "POST", "/v1/t", KEY, "Expect: 100-continue", "Content-Length: " + EVENT.length());
    try (var socket = CLIENT.connect()) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\n").getBytes(UTF_8));
      assertThat(Client.read(socket.getInputStream(), true).status()).isEqualTo(100);
      socket.getOutputStream().write(EVENT.getBytes(UTF_8));
      assertThat(Client.read(socket.getInputStream(), false).status()).isEqualTo(200);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aConnectionServesManyRequests() {
    var requests = new ArrayList<byte[]>();
    for (var i = 0; i < 5; i++) {
      requests.add(Client.request("POST", "/v1/t", EVENT.getBytes(UTF_8), KEY));
      requests.add(Client.request("POST", "/v1/t", "{".getBytes(UTF_8), KEY));
      requests.add(Client.request("POST", "/nowhere", "{}".getBytes(UTF_8)));
      requests.add(Client.request("POST", "/v1/m", "{}".getBytes(UTF_8)));
    }
    assertThat(CLIENT.raw(requests).stream().map(Reply::status).distinct())
        .containsExactly(200, 400, 404);
  }

  @Test
  void whatStandsAroundTheBatchGoesWithEachEvent() {
    var body =
        "{\"sentAt\":\"2026-01-01T00:00:00Z\",\"batch\":[{\"userId\":\"a\"},3],"
            + "\"context\":{\"library\":{\"name\":\"analytics-java\"}},\"integrations\":{\"All\":false}}";
    assertThat(CLIENT.post("/v1/import", body, KEY).status()).isEqualTo(200);
    for (var taken : HOUSE.taken) {
      assertThat(taken.envelope().sentAt()).isEqualTo("2026-01-01T00:00:00Z");
      assertThat(taken.envelope().context().fields("library").text("name"))
          .isEqualTo("analytics-java");
      assertThat(taken.envelope().integrations().get("All")).isEqualTo(new Value.Truth(false));
    }
    assertThat(HOUSE.taken.get(1).parsed())
        .isEqualTo(new Value.Decimal(java.math.BigDecimal.valueOf(3)));
  }

  @Test
  void eventsWithoutAPlainMessageIdGetOneFromTheEdge() {
    CLIENT.post("/v1/b", "{\"batch\":[{},{\"messageId\":\"m\"},{\"messageId\":7},5]}", KEY);
    var ids = HOUSE.taken.stream().map(each -> each.envelope().edgeId()).toList();
    assertThat(ids.get(1)).isEmpty();
    assertThat(List.of(ids.get(0), ids.get(2), ids.get(3)))
        .doesNotContain("")
        .doesNotHaveDuplicates();
  }

  @Test
  void oneBadEventNeverFailsABatch() {
    var deep = "[".repeat(100) + "]".repeat(100);
    var body =
        "{\"batch\":["
            + EVENT
            + ",null,\"x\",[],{},"
            + deep
            + ",{\"n\":1e99999999999},{\"messageId\":"
            + "\"big\",\"p\":\""
            + "x".repeat(40_000)
            + "\"}]}";
    var reply = CLIENT.post("/v1/batch?ack=full", body, KEY);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.items("results").stream().map(each -> ((Value.Fields) each).text("status")))
        .containsExactly(
            "accepted",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined",
            "quarantined");
    assertThat(HOUSE.taken.getLast().envelope().bytes()).isGreaterThan(32_768);
  }

  @Test
  void aFullAcknowledgementTellsOfEachEvent() {
    var body =
        "{\"batch\":["
            + EVENT
            + ","
            + EVENT
            + ",{\"messageId\":\"q\"},"
            + "{\"messageId\":\"d\",\"type\":\"drop\"}]}";
    var reply = CLIENT.post("/v1/batch?ack=full", body, KEY);
    var first = HOUSE.seen.get("1/m1");
    assertThat(reply.text())
        .isEqualTo(
            "{\"success\":true,\"results\":["
                + "{\"index\":0,\"messageId\":\"m1\",\"status\":\"accepted\",\"reasons\":[]},"
                + "{\"index\":1,\"messageId\":\"m1\",\"status\":\"duplicate\",\"first\":\""
                + first
                + "\",\"reasons\":[]},"
                + "{\"index\":2,\"messageId\":\"q\",\"status\":\"quarantined\",\"reasons\":["
                + "{\"code\":\"no_identifier\",\"path\":\"\",\"found\":\"\"}]},"
                + "{\"index\":3,\"messageId\":\"d\",\"status\":\"dropped\",\"reasons\":["
                + "{\"code\":\"dropped_by_protocol\"}]}],"
                + "\"position\":\""
                + HOUSE.position.get()
                + "\"}");
    assertThat(CLIENT.post("/v1/track?ack=full", EVENT, KEY).items("results")).hasSize(1);
    assertThat(HOUSE.awaited).containsExactly(true, true);
  }

  @Test
  void nobodyWaitsForOutcomesUnasked() {
    CLIENT.post("/v1/batch?ack=fast", BATCH, KEY);
    assertThat(HOUSE.awaited).containsExactly(false);
  }

  @Test
  void anEmptyBatchIsASuccess() {
    assertThat(CLIENT.post("/v1/batch", "{\"batch\":[]}", KEY).text())
        .isEqualTo("{\"success\":true}");
    assertThat(CLIENT.post("/v1/batch?ack=full", "{\"batch\":[]}", KEY).text())
        .isEqualTo("{\"success\":true,\"results\":[],\"position\":\"0\"}");
  }

  @Test
  void aBeaconNamesItsSourceInTheQuery() {
    var reply =
        CLIENT.post(
            "/beacon/v1/batch?writeKey=wk_web", BATCH, "Content-Type: text/plain;charset=UTF-8");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(HOUSE.taken).hasSize(2);
  }

  @Test
  void metricsOfSdksAreDroppedWithASmile() {
    var reply = CLIENT.post("/v1/m", "{\"series\":[]}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(HOUSE.taken).isEmpty();
  }

  @Test
  void aPixelIsAPictureAndAnEvent() {
    var json =
        "{\"writeKey\":\"wk_web\",\"userId\":\"가나\",\"event\":\"Email Opened\",\"p\":\"~~??>>\"}";
    var encoder = Base64.getEncoder();
    var forms =
        List.of(
            encoder.encodeToString(json.getBytes(UTF_8)),
            encoder.encodeToString(json.getBytes(UTF_8)).replace("+", "%2B").replace("=", "%3D"),
            Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8)),
            Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8)));
    for (var data : forms) {
      var reply = CLIENT.get("/v1/pixel/track?data=" + data);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("content-type")).isEqualTo("image/gif");
      assertThat(reply.header("cache-control")).isEqualTo("no-store");
      assertThat(new String(reply.body(), UTF_8)).startsWith("GIF89a");
    }
    assertThat(bodies()).hasSize(4).containsOnly(json);
    assertThat(HOUSE.taken).allMatch(each -> each.envelope().call() == Call.TRACK);
  }

  @Test
  void aPixelSaysWhatIsWrong() {
    assertThat(CLIENT.get("/v1/pixel/track").code()).isEqualTo("missing_data");
    assertThat(CLIENT.get("/v1/pixel/track?data=%%%").code()).isEqualTo("invalid_base64");
    assertThat(CLIENT.get("/v1/pixel/track?data=AAAA").code()).isEqualTo("invalid_json");
    assertThat(CLIENT.get("/v1/pixel/track?data=e30=").code()).isEqualTo("missing_write_key");
    assertThat(CLIENT.get("/v1/pixel/track?data=e30=&writeKey=wk_web").status()).isEqualTo(200);
    var head = Client.head("HEAD", "/v1/pixel/track?data=e30=&writeKey=wk_web") + "\r\n";
    assertThat(CLIENT.raw(head.getBytes(UTF_8)).status()).isEqualTo(200);
    assertThat(HOUSE.taken).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/track, 'POST, OPTIONS'",
    "PUT, /v1/batch, 'POST, OPTIONS'",
    "DELETE, /v1/batch/, 'POST, OPTIONS'",
    "HEAD, /v1/batch, 'POST, OPTIONS'",
    "POST, /v1/projects/wk_web/settings, 'GET, HEAD, OPTIONS'",
    "POST, /v1/pixel/track, 'GET, HEAD, OPTIONS'"
  })
  void otherMethodsAreToldWhichIsRight(String method, String path, String allowed) {
    var reply = CLIENT.send(method, path, new byte[0], KEY, "Origin: https://shop.kr");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo(allowed);
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("https://shop.kr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/track/",
        "/v1/track",
        "/v1/import",
        "/v1/import/",
        "/v1",
        "/",
        "/v1/nothing",
        "/v2/track",
        "//",
        "/v1//track",
        "/v1/batch/../track",
        "/sourceConfig/",
        "/v1/projects/x/settings/",
        "/%2e"
      })
  void nothingIsEverRedirected(String path) {
    assertThat(CLIENT.post(path, EVENT, KEY).status() / 100).isNotEqualTo(3);
    assertThat(CLIENT.get(path).status() / 100).isNotEqualTo(3);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    var reply = CLIENT.post("/v1/nothing", EVENT, KEY);
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.code()).isEqualTo("not_found");
  }

  @Test
  void whatCannotBeMadeDurableIsToBeSentAgain() {
    HOUSE.unavailable = new io.inyeon.runtime.Intake.Unavailable("disk_full", 7);
    var reply = CLIENT.post("/v1/batch", BATCH, KEY, "Origin: https://shop.kr");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("disk_full");
    assertThat(reply.header("retry-after")).isEqualTo("7");
    assertThat(reply.header("access-control-allow-origin")).isEqualTo("https://shop.kr");
  }

  private static Collected only() {
    assertThat(HOUSE.taken).hasSize(1);
    return HOUSE.taken.getFirst();
  }

  private static List<String> bodies() {
    return HOUSE.taken.stream().map(each -> new String(each.body(), UTF_8)).toList();
  }
}
