package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is too much, broken or mad gets a clear answer.
final class LimitsTest {
  private static final String KEY = "X-Write-Key: wk_web";
  private static final House HOUSE = new House();
  private static final Server SERVER =
      Server.start(HttpSettings.at("127.0.0.1", 0), HOUSE.inside(), InstantSource.system());
  private static final Client CLIENT = new Client(SERVER.port());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @BeforeEach
  void forget() {
    HOUSE.taken.clear();
    HOUSE.seen.clear();
  }

  @Test
  void aBatchOf480KibPasses() {
    var body = batchOf(480 * 1024);
    assertThat(CLIENT.post("/v1/batch", body, KEY).status()).isEqualTo(200);
    assertThat(CLIENT.send("POST", "/v1/batch", Client.gzip(body.getBytes(UTF_8)), KEY).status())
        .isEqualTo(200);
    assertThat(chunked(body.getBytes(UTF_8), 10_000).status()).isEqualTo(200);
  }

  @Test
  void aBatchMayHave512000BytesAndNotOneMore() {
    assertThat(CLIENT.post("/v1/batch", batchOf(512_000), KEY).status()).isEqualTo(200);
    HOUSE.taken.clear();
    var larger = batchOf(512_001);
    assertThat(tooLarge(CLIENT.post("/v1/batch", larger, KEY))).isEqualTo("body_too_large");
    assertThat(tooLarge(chunked(larger.getBytes(UTF_8), 8_192))).isEqualTo("body_too_large");
    assertThat(tooLarge(zipped(larger.getBytes(UTF_8)))).isEqualTo("body_too_large");
    assertThat(HOUSE.taken).isEmpty();
  }

  @Test
  void tenMegabytesAreTurnedAwayAndTheSenderGetsToKnow() {
    var body = "{\"batch\":[\"".getBytes(UTF_8);
    var huge = Arrays.copyOf(body, 10 * 1024 * 1024);
    Arrays.fill(huge, body.length, huge.length, (byte) 'x');
    assertThat(tooLarge(CLIENT.send("POST", "/v1/batch", huge, KEY))).isEqualTo("body_too_large");
    assertThat(tooLarge(chunked(huge, huge.length))).isEqualTo("body_too_large");
    assertThat(tooLarge(chunked(huge, 60_000))).isEqualTo("body_too_large");
  }

  @Test
  void anOrdinaryClientSeesTheRefusalOfTenMegabytes() throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      for (var publisher :
          List.of(
              BodyPublishers.ofByteArray(new byte[10 << 20]),
              BodyPublishers.ofInputStream(
                  () -> new java.io.ByteArrayInputStream(new byte[10 << 20])))) {
        var request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + "/v1/batch"))
                .version(HttpClient.Version.HTTP_1_1)
                .POST(publisher)
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("body_too_large");
      }
    }
  }

  @Test
  void aBombIsNotInflated() {
    var bomb = Client.gzip(new byte[10 << 20]);
    assertThat(bomb.length).isLessThan(20_000);
    assertThat(tooLarge(zipped(bomb))).isEqualTo("body_too_large");
    assertThat(tooLarge(CLIENT.send("POST", "/v1/track", bomb, KEY))).isEqualTo("body_too_large");
    // A bomb within a bomb is no JSON.
    assertThat(CLIENT.send("POST", "/v1/track", Client.gzip(bomb), KEY).code())
        .isIn("invalid_json", "event_too_large");
  }

  @Test
  void brokenGzipIsSaidToBeBroken() {
    var good = Client.gzip("{\"userId\":\"u\"}".getBytes(UTF_8));
    var cut = Arrays.copyOf(good, good.length - 5);
    var wrong = good.clone();
    wrong[good.length - 6] ^= 1;
    for (var broken :
        List.of(cut, wrong, new byte[] {0x1f, (byte) 0x8b}, Arrays.copyOf(good, 12))) {
      var reply = CLIENT.send("POST", "/v1/track", broken, KEY, "Content-Encoding: gzip");
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isEqualTo("invalid_gzip");
    }
  }

  @Test
  void anEncodingThatNobodySpeaksIsNamed() {
    var reply = CLIENT.send("POST", "/v1/track", new byte[] {1, 2}, KEY, "Content-Encoding: br");
    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.code()).isEqualTo("unsupported_encoding");
  }

  @Test
  void twoThousandFiveHundredEventsPassAndOneMoreIsTooMany() {
    assertThat(CLIENT.post("/v1/batch", events(2_500), KEY).status()).isEqualTo(200);
    assertThat(HOUSE.taken).hasSize(2_500);
    var reply = CLIENT.post("/v1/batch", events(2_501), KEY);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("too_many_events");
    assertThat(HOUSE.taken).hasSize(2_500);
  }

  @Test
  void aSingleEventMayHave32KibAndNotOneByteMore() {
    var just = "{\"userId\":\"" + "u".repeat(32_768 - 13) + "\"}";
    assertThat(just).hasSize(32_768);
    assertThat(CLIENT.post("/v1/track", just, KEY).status()).isEqualTo(200);
    var reply = CLIENT.post("/v1/track", just + " ", KEY);
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.code()).isEqualTo("event_too_large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "}",
        "nope",
        "{\"a\":}",
        "{\"a\":1}}",
        "{\"a\":\"\u0000\"}",
        "\u0000",
        "[1,",
        "'",
        "{\"a\":0123}",
        "{\"batch\":[",
        "userId=u&event=e"
      })
  void brokenJsonIsSaidToBeBroken(String body) {
    for (var path : List.of("/v1/track", "/v1/batch")) {
      var reply = CLIENT.post(path, body, KEY);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.code()).isIn("invalid_json", "no_batch");
      assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    }
    assertThat(HOUSE.taken).isEmpty();
  }

  @Test
  void whatIsNoBatchIsRefused() {
    for (var body : List.of("{}", "[]", "7", "{\"batch\":{}}", "{\"batch\":\"x\"}", "null")) {
      assertThat(CLIENT.post("/v1/batch", body, KEY).code()).isEqualTo("no_batch");
    }
  }

  @Test
  void nestingOfHalfAMegabyteIsOneUnfitEvent() {
    var levels = 255_000;
    var deep = "[".repeat(levels) + "]".repeat(levels);
    assertThat(CLIENT.post("/v1/batch", "{\"batch\":[" + deep + "]}", KEY).status()).isEqualTo(200);
    assertThat(((Body.Unfit) HOUSE.taken.getFirst().parsed()).why().code()).isEqualTo("too_deep");
    assertThat(CLIENT.post("/v1/track", "[".repeat(16_000) + "]".repeat(16_000), KEY).status())
        .isEqualTo(200);
    assertThat(CLIENT.post("/v1/batch", "[".repeat(510_000), KEY).status()).isEqualTo(400);
    assertThat(CLIENT.post("/v1/track", "{\"a\":".repeat(6_000), KEY).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"userId\":1e400}",
        "{\"userId\":1e99999999999}",
        "{\"userId\":-0.0000000000000000000000000000000001e-2147483647}",
        "{\"userId\":\"\\ud800\"}",
        "{\"userId\":\"a\\u0000b\"}",
        "{\"userId\":{},\"event\":[],\"timestamp\":true,\"context\":7,\"properties\":null}",
        "{\"userId\":\"u\",\"timestamp\":\"9999999-99-99T99:99:99Z\"}",
        "{\"userId\":\"u\",\"timestamp\":-1e308}",
        "7",
        "null",
        "\"x\"",
        "[]",
        "{}",
        "{\"\":{\"\":[[]]}}"
      })
  void madEventsAreTakenAndLeftToTheCore(String event) {
    for (var path : List.of("/v1/track", "/v1/identify")) {
      assertThat(CLIENT.post(path, event, KEY).status()).isEqualTo(200);
    }
    assertThat(CLIENT.post("/v1/b", "{\"batch\":[" + event + "]}", KEY).status()).isEqualTo(200);
    assertThat(HOUSE.taken)
        .hasSize(3)
        .allMatch(each -> new String(each.body(), UTF_8).equals(event));
  }

  @Test
  void aThousandIdentifiersAndLongNumbersAreTaken() {
    var ids = new StringBuilder("{\"context\":{\"externalIds\":[");
    for (var i = 0; i < 1_000; i++) {
      ids.append(i == 0 ? "" : ",").append("{\"id\":\"").append(i).append("\"}");
    }
    assertThat(CLIENT.post("/v1/track", ids + "]}}", KEY).status()).isEqualTo(200);
    assertThat(CLIENT.post("/v1/track", "{\"n\":" + "9".repeat(30_000) + "}", KEY).status())
        .isEqualTo(200);
    assertThat(((Body.Unfit) HOUSE.taken.getLast().parsed()).why().code())
        .isEqualTo("number_too_long");
    assertThat(HOUSE.taken.getFirst().parsed()).isInstanceOf(Value.Fields.class);
  }

  @Test
  void mutatedBodiesAreTakenOrRefusedAndNeverOurFault() {
    var random = new Random(11);
    var valid =
        "{\"batch\":[{\"userId\":\"가\",\"n\":1.5e3},{\"a\":[true,null]}],\"context\":{\"a\":{}},"
            + "\"sentAt\":\"x\",\"writeKey\":\"wk_web\"}";
    var requests = new ArrayList<byte[]>();
    for (var i = 0; i < 400; i++) {
      var plain = valid.getBytes(UTF_8);
      var zip = i % 2 == 0;
      var body = zip ? Client.gzip(plain) : plain;
      for (var edits = random.nextInt(3); edits >= 0; edits--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      body = random.nextInt(5) == 0 ? Arrays.copyOf(body, random.nextInt(body.length)) : body;
      requests.add(Client.request("POST", i % 3 == 0 ? "/v1/track" : "/v1/batch", body));
    }
    assertThat(CLIENT.raw(requests).stream().map(Reply::status).distinct())
        .contains(200, 400)
        .isSubsetOf(200, 400, 401, 413);
  }

  @Test
  void aSourceThatIsTooFastIsToldWhenToComeBack() {
    try (var server =
        Server.start(
            HttpSettings.at("127.0.0.1", 0).eventsPerSecond(10),
            HOUSE.inside(),
            InstantSource.system())) {
      var client = new Client(server.port());
      assertThat(client.post("/v1/batch", events(2_500), KEY).status()).isEqualTo(200);
      var reply = client.post("/v1/batch", events(2_000), KEY, "Origin: https://shop.kr");
      assertThat(reply.status()).isEqualTo(429);
      assertThat(reply.code()).isEqualTo("rate_limited");
      assertThat(reply.header("retry-after")).isIn("198", "199", "200");
      assertThat(reply.header("x-ratelimit-reset")).isEqualTo(reply.header("retry-after"));
      assertThat(reply.header("access-control-expose-headers"))
          .isEqualTo("Retry-After, X-RateLimit-Reset, Request-Id");
      assertThat(client.post("/v1/track", "{}", "X-Write-Key: wk_server").status()).isEqualTo(200);
    }
  }

  @Test
  void aBucketFillsWithTime() {
    var limits = new RateLimits(100);
    assertThat(limits.waitSeconds(1, 2_500, 0)).isZero();
    assertThat(limits.waitSeconds(1, 1, 0)).isEqualTo(1);
    assertThat(limits.waitSeconds(1, 250, 0)).isEqualTo(3);
    assertThat(limits.waitSeconds(1, 250, 2_500_000_000L)).isZero();
    assertThat(limits.waitSeconds(2, 2_500, 0)).isZero();
    assertThat(limits.waitSeconds(1, 2_500, 1_000_000_000_000L)).isZero();
    assertThat(new RateLimits(0).waitSeconds(1, 2_500, 0)).isZero();
  }

  private static String tooLarge(Reply reply) {
    assertThat(reply.status()).isEqualTo(413);
    return String.valueOf(reply.code());
  }

  private static Reply zipped(byte[] body) {
    return CLIENT.send("POST", "/v1/batch", body, KEY, "Content-Encoding: gzip");
  }

  private static Reply chunked(byte[] body, int size) {
    var head = Client.head("POST", "/v1/batch", KEY, "Transfer-Encoding: chunked") + "\r\n";
    return CLIENT.raw(Client.joined(head.getBytes(ISO_8859_1), Client.chunked(body, size)));
  }

  private static String events(int count) {
    return "{\"batch\":[" + "{\"userId\":\"u\"},".repeat(count - 1) + "{\"userId\":\"u\"}]}";
  }

  /// A batch of exactly so many bytes.
  private static String batchOf(int bytes) {
    var event = "{\"userId\":\"u\",\"p\":\"" + "x".repeat(1_000) + "\"}";
    var body = new StringBuilder("{\"batch\":[" + event);
    while (body.length() + event.length() + 3 < bytes) {
      body.append(',').append(event);
    }
    body.append("]}");
    return body + " ".repeat(bytes - body.length());
  }
}
