package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process itself, killed again and again while an enricher asks: every event that was
/// acknowledged is asked about, and every answer counts once.
@Tag("slow")
class EnricherKillTest {
  private static final int KILLS = 3;
  private static final int EACH = 60;
  private static final String[] OPTIONS = {"--enricher-allow", "127.0.0.0/8"};

  private final Semaphore asked = new Semaphore(0);
  private final Set<String> paths = ConcurrentHashMap.newKeySet();
  private final CountDownLatch all = new CountDownLatch(KILLS * EACH);
  private final AtomicLong requests = new AtomicLong();

  @Test
  void everyEventIsAskedAboutAndEveryAnswerCountsOnce(@TempDir Path data) throws Exception {
    var outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          asked.release();
          if (paths.add(exchange.getRequestURI().getPath())) {
            all.countDown();
          }
          var bytes =
              "{\"of\":\"%s\"}".formatted(exchange.getRequestURI().getPath()).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    outside.start();
    try (var client = HttpClient.newHttpClient()) {
      var key = "";
      for (var kill = 0; kill < KILLS; kill++) {
        try (var server = ServerProcess.start(data, OPTIONS)) {
          if (kill == 0) {
            key = define(server, client, outside.getAddress().getPort());
          }
          var answer = server.send(client, "POST", "/v1/batch", key, batch(kill * EACH));
          assertThat(answer.statusCode()).isEqualTo(200);
          asked.acquire(20);
          server.kill(); // while the rest is being asked about
        }
      }
      try (var server = ServerProcess.start(data, OPTIONS)) {
        // Whoever asks all the time how far it is takes the machine from it: the last answers alone
        // are waited for in this way.
        all.await();
        while (accepted(server, client) < KILLS * EACH) {
          Thread.onSpinWait();
        }
        assertThat(accepted(server, client)).isEqualTo(KILLS * EACH);
        var standing = server.ask(client, "GET", "/api/v1/enrichers/paths", "").fields("standing");
        assertThat(number(standing, "failures")).isZero();
        var last = KILLS * EACH - 1;
        var profile =
            server.send(client, "GET", "/api/v1/profiles/user_id:p" + last, ServerProcess.KEY, "");
        assertThat(new String(profile.body(), UTF_8)).contains("/of/p" + last);
        assertThat(requests.get()).isGreaterThanOrEqualTo(KILLS * EACH);
      }
    } finally {
      outside.stop(0);
    }
  }

  private static String define(ServerProcess server, HttpClient client, int port) throws Exception {
    server.ask(
        client,
        "PUT",
        "/api/v1/enrichers/paths",
        """
        {"name":"Paths","status":"active","events":["Signed Up"],"purpose":"profiling",
         "recipient":"Example Data Inc.","request":{"url":"http://127.0.0.1:%d/of/{/userId}"},
         "answer":[{"from":"/of","to":"path"}],"limits":{"perSecond":1000,"concurrency":3}}\
        """
            .formatted(port));
    var made =
        server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"shop\",\"kind\":\"server\"}");
    return Objects.requireNonNull(made.text("writeKey"));
  }

  private static String batch(int from) {
    var batch = new StringBuilder("{\"batch\":[");
    for (var i = from; i < from + EACH; i++) {
      batch.append(
          """
          {"type":"track","messageId":"c%d","userId":"p%d","event":"Consent Granted",
           "properties":{"purpose":"profiling"}},
          {"type":"track","messageId":"s%d","userId":"p%d","event":"Signed Up"},\
          """
              .formatted(i, i, i, i));
    }
    batch.setLength(batch.length() - 1);
    return batch.append("]}").toString();
  }

  /// How many answers count.
  private static long accepted(ServerProcess server, HttpClient client) throws Exception {
    var status = server.ask(client, "GET", "/api/v1/status", "");
    if (status.get("sources") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Fields source && "enrichers-third".equals(source.text("id"))) {
          return number(source.fields("outcomes"), "accepted");
        }
      }
    }
    return 0;
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(BigDecimal number) ? number.longValue() : 0;
  }
}
