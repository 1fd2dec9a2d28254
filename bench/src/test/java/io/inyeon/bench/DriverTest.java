package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriverTest {
  private record Request(String path, String authorization, byte[] body) {}

  private static final Traffic TRAFFIC = new Traffic(1);

  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final AtomicInteger refuse = new AtomicInteger();
  private final HttpServer server;
  private final Traffic traffic = new Traffic(1, TRAFFIC);

  DriverTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
  }

  @BeforeEach
  void start() {
    server.createContext(
        "/",
        exchange -> {
          requests.add(
              new Request(
                  exchange.getRequestURI().toString(),
                  String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                  exchange.getRequestBody().readAllBytes()));
          var answer = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(refuse.getAndDecrement() > 0 ? 503 : 200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    var keys = new EnumMap<SourceKind, String>(SourceKind.class);
    for (var kind : SourceKind.values()) {
      keys.put(kind, "k-" + kind);
    }
    traffic.to("127.0.0.1:" + server.getAddress().getPort(), keys);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Requests some(int count, Requests all) {
    var left = new AtomicInteger(count);
    return to -> left.getAndDecrement() > 0 ? all.next(to) : 0;
  }

  private static List<Value> events(Request request) {
    return JsonReader.event(request.body()) instanceof Value.Fields fields
            && fields.get("batch") instanceof Value.Items(var items)
        ? items
        : List.of();
  }

  @Test
  void sendsBatchesOfRealEventsEachWithItsOwnMessageId() throws IOException {
    try (var driver = new Driver(server.getAddress(), 3)) {
      var tally =
          driver.closed(some(40, traffic.mixed(25, new People.Uniform(50))), Long.MAX_VALUE / 4);
      assertThat(tally.requests()).isEqualTo(40);
      assertThat(tally.events()).isEqualTo(1_000);
      assertThat(tally.failures()).isZero();
      assertThat(tally.latency().getTotalCount()).isEqualTo(40);
    }
    assertThat(requests).hasSize(40).allMatch(request -> request.path().equals("/v1/batch"));
    var ids =
        requests.stream()
            .flatMap(request -> events(request).stream())
            .map(event -> event instanceof Value.Fields fields ? fields.text("messageId") : null)
            .filter(id -> id != null)
            .toList();
    // The oldest till of the shop numbers no messages.
    assertThat(ids).hasSizeGreaterThan(950).doesNotHaveDuplicates();
    assertThat(requests.stream().map(Request::authorization).distinct()).hasSizeGreaterThan(2);
  }

  @Test
  void sendsSingleEventsToTheEndpointOfTheirKind() throws IOException {
    try (var driver = new Driver(server.getAddress(), 2)) {
      driver.closed(some(60, traffic.mixed(1, new People.Uniform(9))), Long.MAX_VALUE / 4);
    }
    for (var request : requests) {
      var event = JsonReader.event(request.body());
      assertThat(event).isInstanceOf(Value.Fields.class);
      assertThat(request.path()).isEqualTo("/v1/" + ((Value.Fields) event).text("type"));
    }
  }

  @Test
  void openLoadIsSentInFullAndCountsRefusals() throws IOException {
    refuse.set(5);
    try (var driver = new Driver(server.getAddress(), 2)) {
      var tally = driver.open(traffic.mixed(10, new People.Uniform(9)), 200, 500_000_000L);
      assertThat(tally.requests()).isEqualTo(100);
      assertThat(tally.failures()).isEqualTo(5);
      assertThat(tally.events()).isEqualTo(950);
    }
  }

  @Test
  void latencyOfOpenLoadCountsFromWhenARequestWasDue() throws IOException {
    // One connection, and an answer that takes its time: what queues behind it waits, too.
    var slow = new AtomicInteger();
    server.removeContext("/");
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          if (slow.getAndIncrement() == 0) {
            LockSupport.parkNanos(200_000_000L);
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    try (var driver = new Driver(server.getAddress(), 1)) {
      var tally = driver.open(traffic.mixed(1, new People.Uniform(9)), 100, 100_000_000L);
      assertThat(tally.requests()).isEqualTo(10);
      // The tenth was due after 90 ms and could not be sent before the first one's 200 were over.
      assertThat(tally.ms(0)).isGreaterThan(100);
    }
  }

  @Test
  void makesEverybodyKnownByTheEventsThatComeLater() throws IOException {
    try (var driver = new Driver(server.getAddress(), 2)) {
      var tally = driver.closed(traffic.introducing(0, 245, () -> false), Long.MAX_VALUE / 4);
      assertThat(tally.events()).isEqualTo(245L * Traffic.EVENTS_A_PERSON);
    }
    var known = named();
    requests.clear();
    try (var driver = new Driver(server.getAddress(), 2)) {
      driver.closed(some(50, traffic.mixed(20, new People.Uniform(245))), 1L << 60);
    }
    // New are a few cookies, and what imports say, which all have the number.
    var later = named().stream().filter(list -> list.endsWith("null")).toList();
    var more = later.stream().filter(list -> !known.contains(list)).count();
    assertThat(later).hasSizeGreaterThan(300);
    assertThat(more).isLessThan(later.size() / 20);
  }

  @Test
  void stopsMakingPeopleKnownWhenTimeIsOver() throws IOException {
    try (var driver = new Driver(server.getAddress(), 2)) {
      var tally = driver.closed(traffic.introducing(0, 500, () -> true), Long.MAX_VALUE / 4);
      assertThat(tally.events()).isZero();
    }
  }

  /// Who the events were about: each one's account, cookie and device.
  private List<String> named() {
    return requests.stream()
        .flatMap(request -> events(request).stream())
        .map(event -> event instanceof Value.Fields fields ? fields : Value.Fields.EMPTY)
        .map(event ->
            event.get("userId")
                + " "
                + event.get("anonymousId")
                + " "
                + event.fields("context").fields("device").get("id")
                + " "
                + event.fields("traits").get("phone"))
        .map(name -> name.replaceAll("Text\\[value=|Decimal\\[value=|\\]", ""))
        .distinct()
        .toList();
  }

  @Test
  void replaysAWholeShop() throws IOException {
    var replay = new Replay(1, 100, 10, "127.0.0.1", Map.of(SourceKind.SERVER, "k"));
    try (var driver = new Driver(server.getAddress(), 4)) {
      var tally = driver.closed(replay, Long.MAX_VALUE / 4);
      assertThat(tally.events()).isEqualTo(replay.events()).isPositive();
    }
    assertThat(replay.profiles()).isBetween(20L, 400L);
  }
}
