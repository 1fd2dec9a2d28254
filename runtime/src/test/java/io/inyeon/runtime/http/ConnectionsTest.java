package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Strange, slow and old senders.
final class ConnectionsTest {
  private static final House HOUSE = new House();
  private static final Server SERVER =
      Server.start(HttpSettings.at("127.0.0.1", 0), HOUSE.inside(), InstantSource.system());
  private static final Client CLIENT = new Client(SERVER.port());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void aProxyThatSpeaksHttp10IsServedAndTheConnectionClosed() throws IOException {
    try (var socket = CLIENT.connect()) {
      socket
          .getOutputStream()
          .write(lines("POST /v1/track HTTP/1.0~X-Write-Key: wk_web~Content-Length: 2~~{}"));
      var reply = Client.read(socket.getInputStream(), false);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.header("connection")).isEqualTo("close");
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void aRequestMayComeByteByByte() throws IOException {
    var request =
        Client.request(
            "POST", "/v1/track", "{\"userId\":\"u\"}".getBytes(ISO_8859_1), "X-Write-Key: wk_web");
    try (var socket = CLIENT.connect()) {
      socket.setTcpNoDelay(true);
      for (var each : request) {
        socket.getOutputStream().write(each);
      }
      assertThat(Client.read(socket.getInputStream(), false).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /v1/track HTTP/1.1~Host: a~Content-Length: 10~~{}",
        "POST /v1/track HTTP/1.1~Host: a~Content-Length: 10~",
        "POST /v1/track HTT",
        "~"
      })
  void whoNeverFinishesIsLetGo(String begun) throws IOException {
    var impatient = HttpSettings.at("127.0.0.1", 0).patience(Duration.ofMillis(80));
    try (var server = Server.start(impatient, HOUSE.inside(), InstantSource.system());
        var socket = new Client(server.port()).connect()) {
      socket.getOutputStream().write(lines(begun));
      assertThat(ended(socket)).isTrue();
    }
  }

  /// A preview is given up when its client is gone: it is told so while it works.
  @Test
  void whoHangsUpDuringAPreviewIsNoticed() throws Exception {
    var body =
        "{\"id\":\"%s\",\"condition\":{\"event\":\"Bought\"}}".formatted(HouseSegments.ENDLESS);
    try (var socket = CLIENT.connect()) {
      socket
          .getOutputStream()
          .write(
              Client.request(
                  "POST",
                  "/api/v1/segments/preview",
                  body.getBytes(ISO_8859_1),
                  "Authorization: Bearer " + House.ADMIN,
                  "Content-Type: application/json"));
      assertThat(HOUSE.segments.begun.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(HOUSE.segments.ended.getCount()).isEqualTo(1);
    }
    assertThat(HOUSE.segments.ended.await(20, TimeUnit.SECONDS)).isTrue();
  }

  /// Whether the server closes the connection; the socket's own timeout fails the test.
  private static boolean ended(java.net.Socket socket) throws IOException {
    try {
      while (socket.getInputStream().read() >= 0) {}
      return true;
    } catch (java.net.SocketTimeoutException e) {
      throw e;
    } catch (IOException _) {
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET~~",
        "GET / HTTP/9.9~~",
        "GET / HTTP/2.0~~",
        "PRI * HTTP/2.0~~SM~~",
        "GET  HTTP/1.1~~",
        "\u0000\u0001\u0002~~",
        "GET / HTTP/1.1^Host: a^^",
        "GET / HTTP/1.1~Host~~",
        "GET / HTTP/1.1~: a~~",
        "POST /v1/t HTTP/1.1~Host: a~Content-Length: x~~",
        "POST /v1/t HTTP/1.1~Host: a~Content-Length: -5~~",
        "POST /v1/t HTTP/1.1~Host: a~Content-Length: 99999999999999999999~~",
        "POST /v1/t HTTP/1.1~Host: a~Content-Length: 2~Content-Length: 3~~{}",
        "POST /v1/t HTTP/1.1~Host: a~Content-Length: 2~Transfer-Encoding: chunked~~{}",
        "POST /v1/t HTTP/1.1~Host: a~Transfer-Encoding: zip~~{}",
        "POST /v1/t HTTP/1.1~Host: a~Transfer-Encoding: chunked~~zz~{}~",
        "POST /v1/t HTTP/1.1~Host: a~Transfer-Encoding: chunked~~-2~{}~",
        "POST /v1/t HTTP/1.1~Host: a~Transfer-Encoding: chunked~~2~{}~0~x~~",
        "POST /v1/t HTTP/1.1~Host: a:b~Content-Length: 2~~{}"
      })
  void whatIsNoHttpIsTheSendersFault(String request) {
    var reply = CLIENT.raw(lines(request));
    assertThat(reply.status()).isBetween(400, 499);
    assertThat(reply.code()).isNotBlank();
    assertThat(reply.header("request-id")).isNotBlank();
  }

  @Test
  void headersAndAddressesHaveLimits() {
    assertThat(CLIENT.get("/" + "a".repeat(70_000)).status()).isEqualTo(414);
    assertThat(CLIENT.get("/health/live", "X: " + "a".repeat(20_000)).status()).isEqualTo(400);
    assertThat(CLIENT.get("/" + "a".repeat(60_000)).status()).isEqualTo(404);
  }

  @Test
  void aChunkThatClaimsTwoGigabytesIsRefusedAtOnce() {
    var head = Client.head("POST", "/v1/b", "Transfer-Encoding: chunked") + "\r\n7fffffff\r\nxx";
    assertThat(CLIENT.raw(head.getBytes(ISO_8859_1)).status()).isEqualTo(413);
  }

  @Test
  void whoOffersTooMuchBeforehandIsSparedTheSending() {
    var head =
        Client.head("POST", "/v1/b", "Expect: 100-continue", "Content-Length: 9000000") + "\r\n";
    assertThat(CLIENT.raw(head.getBytes(ISO_8859_1)).status()).isEqualTo(413);
    var mad = Client.head("POST", "/v1/b", "Content-Length: 9000000000000") + "\r\n";
    assertThat(CLIENT.raw(mad.getBytes(ISO_8859_1)).status()).isEqualTo(413);
  }

  @Test
  void strangePathsAndQueriesAreRead() {
    for (var path :
        List.of(
            "/v1/track?a=|[]{}^`",
            "/v1/track?%zz&writeKey=wk_web",
            "/v1/track?#x",
            "/v1/track;a=b")) {
      assertThat(CLIENT.post(path, "{}", "X-Write-Key: wk_web").status()).isIn(200, 404);
    }
  }

  @Test
  void noiseIsNeverOurFault() {
    var random = new Random(7);
    var valid =
        Client.request(
            "POST", "/v1/track", "{\"userId\":\"u\"}".getBytes(ISO_8859_1), "X-Write-Key: wk_web");
    for (var i = 0; i < 300; i++) {
      var noise = valid.clone();
      for (var edits = random.nextInt(4); edits >= 0; edits--) {
        noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
      }
      answered(noise);
      var pure = new byte[random.nextInt(60)];
      random.nextBytes(pure);
      answered(Client.joined(pure, "\r\n\r\n".getBytes(ISO_8859_1)));
    }
  }

  /// Sends, closes its side, and looks at the answer if there is one.
  private static void answered(byte[] bytes) {
    try (var socket = CLIENT.connect()) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      var all = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(all.isEmpty() || all.startsWith("HTTP/1.1 2") || all.startsWith("HTTP/1.1 4"))
          .as("%s -> %s", new String(bytes, ISO_8859_1), all)
          .isTrue();
    } catch (java.net.SocketException _) {
      // Cut off, which noise may expect.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of a request in which `~` ends a line as it should be ended, and `^` does not.
  private static byte[] lines(String request) {
    return request.replace("~", "\r\n").replace("^", "\n").getBytes(ISO_8859_1);
  }
}
