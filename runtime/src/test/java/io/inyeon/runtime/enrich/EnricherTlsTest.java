package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import io.inyeon.core.govern.enricher.Limits;
import io.inyeon.core.govern.enricher.Target;
import io.inyeon.runtime.RealServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Enrichers ask real servers with TLS, of a company with an authority of its own.
class EnricherTlsTest {
  private static final Limits LIMITS =
      new Limits(10, 4, 30_000, 65_536, 1, 60, 60, 1_000_000, 5, 60);

  @TempDir static Path made;
  private static Certificates certificates;

  @TempDir Path folder;
  private final AtomicInteger heard = new AtomicInteger();

  @BeforeAll
  static void make() throws Exception {
    certificates = Certificates.make(made);
  }

  private void answer(HttpExchange exchange) throws IOException {
    heard.incrementAndGet();
    var bytes = "{\"size\":7}".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// Asks a server by a name that leads to this machine.
  private Answered ask(HttpServer server, String host, String trusted) throws Exception {
    server.createContext("/", this::answer);
    server.start();
    try {
      return ask(server.getAddress().getPort(), host, trusted);
    } finally {
      server.stop(0);
    }
  }

  private static Answered ask(int port, String host, String trusted) throws Exception {
    var guard =
        AddressGuard.of("127.0.0.0/8", _ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    var target = new Target(true, host, port, List.of(new Target.Part("/", null)));
    return new Asking(guard, Trust.of(trusted), () -> 0)
        .ask(new Asking.Request(target, "GET", "/", new LinkedHashMap<>(), new byte[0]), LIMITS);
  }

  private static String cause(Answered answered) {
    return answered instanceof Answered.Failed failed ? failed.cause() : answered.toString();
  }

  private void refused(Answered answered, String code) {
    assertThat(cause(answered)).isEqualTo(code);
    assertThat(((Answered.Failed) answered).unheard()).isTrue();
    assertThat(heard).as("nothing of anybody was sent").hasValue(0);
  }

  private String authority() throws Exception {
    return certificates.pem("ca").toString();
  }

  @Test
  void whoseAuthorityIsNamedIsAsked() throws Exception {
    var answered = ask(certificates.server("localhost"), "localhost", authority());
    assertThat(answered).isInstanceOf(Answered.Told.class);
    assertThat(heard).hasValue(1);
  }

  @Test
  void aCertificateByNobodyElseIsBelievedWhereItIsNamedItself() throws Exception {
    var named = certificates.pem("ca", "self").toString();
    assertThat(ask(certificates.server("self"), "localhost", named))
        .isInstanceOf(Answered.Told.class);
  }

  @Test
  void anAuthorityThatNobodyNamedIsNotBelieved() throws Exception {
    refused(ask(certificates.server("localhost"), "localhost", ""), "certificate_untrusted");
    refused(ask(certificates.server("self"), "localhost", authority()), "certificate_untrusted");
  }

  @Test
  void aCertificateOfAnotherHostIsNotBelieved() throws Exception {
    refused(
        ask(certificates.server("localhost"), "api.example.com", authority()),
        "certificate_wrong_host");
    // Its name is not its address either.
    refused(
        ask(certificates.server("localhost"), "127.0.0.1", authority()), "certificate_wrong_host");
  }

  @Test
  void aCertificateThatIsOutOfDateIsNotBelieved() throws Exception {
    refused(ask(certificates.server("old"), "localhost", authority()), "certificate_expired");
  }

  @Test
  void whoSpeaksNoTlsIsNotAsked() throws Exception {
    try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var other =
          Thread.ofVirtual()
              .start(() -> {
                try (var socket = plain.accept()) {
                  socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n".getBytes(UTF_8));
                  socket.shutdownOutput();
                  socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException _) {
                  // It has gone.
                }
              });
      refused(ask(plain.getLocalPort(), "localhost", authority()), "tls_failed");
      other.join();
    }
  }

  /// With TLS 1.3 the request is on its way before the other side says that it wants to know who
  /// asks: it may have been heard, and stays on record as sent.
  @Test
  void whatFailsAfterTheHandshakeMayHaveBeenHeard() throws Exception {
    var server = certificates.server("localhost");
    var context = server.getHttpsConfigurator().getSSLContext();
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = getSSLContext().getDefaultSSLParameters();
            wanted.setNeedClientAuth(true);
            wanted.setProtocols(new String[] {"TLSv1.3"});
            parameters.setSSLParameters(wanted);
          }
        });
    var answered = ask(server, "localhost", authority());
    assertThat(cause(answered)).isEqualTo("connection_lost");
    assertThat(((Answered.Failed) answered).unheard()).isFalse();
  }

  @Test
  void aFileWithoutCertificatesIsNoneToTrust() throws Exception {
    var words = Files.writeString(folder.resolve("words.pem"), "no certificate\n");
    for (var file : List.of(words, folder.resolve("missing.pem"), folder)) {
      assertThat(Trust.fits(file.toString())).as(file.toString()).isFalse();
      assertThatThrownBy(() -> Trust.of(file.toString())).isInstanceOf(IOException.class);
    }
    assertThat(Trust.fits("")).isTrue();
    assertThat(Trust.fits(authority())).isTrue();
  }

  // ---- the whole server

  @Test
  void anOperatorLearnsThatACertificateIsNotTrustedAndNamesItsAuthority() throws Exception {
    var outside = certificates.server("localhost");
    outside.createContext("/", this::answer);
    outside.start();
    try {
      try (var server = RealServer.start(folder, "--enricher-allow", "127.0.0.0/8")) {
        Calls.send(
            server,
            "PUT",
            "/api/v1/enrichers/sizes",
            """
            {"name":"Sizes","status":"active","events":["Signed Up"],"purpose":"profiling",
             "recipient":"Our own","request":{"url":"https://localhost:%d/{/userId}"},
             "answer":[{"from":"/size","to":"size"}],"limits":{"attempts":1}}\
            """
                .formatted(outside.getAddress().getPort()));
        var source =
            Calls.send(server, "POST", "/api/v1/sources", "{\"name\":\"crm\",\"kind\":\"server\"}");
        Calls.take(
            server,
            source,
            """
            {"type":"track","messageId":"c","userId":"kim","event":"Consent Granted",
             "properties":{"purpose":"profiling"}}\
            """,
            "{\"type\":\"track\",\"messageId\":\"s\",\"userId\":\"kim\",\"event\":\"Signed Up\"}");
        var standing = Calls.standing(server, "sizes", "failures", 1);
        assertThat(standing.fields("lastError").text("code")).isEqualTo("certificate_untrusted");
        assertThat(heard).hasValue(0);
      }
      try (var server =
          RealServer.start(
              folder, "--enricher-allow", "127.0.0.0/8", "--enricher-ca", authority())) {
        Calls.send(server, "POST", "/api/v1/enrichers/sizes/failures/retry", "{}");
        Calls.standing(server, "sizes", "enriched", 1);
        assertThat(heard).hasValue(1);
        var profile = Calls.send(server, "GET", "/api/v1/profiles/user_id:kim", "");
        assertThat(Rows.number(profile.fields("traits").fields("size"), "value")).isEqualTo(7);
      }
    } finally {
      outside.stop(0);
    }
  }
}
