package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.runtime.enrich.AddressGuard;
import io.inyeon.runtime.enrich.EnricherOffice;
import io.inyeon.runtime.enrich.Enrichment;
import io.inyeon.runtime.enrich.Trust;
import io.inyeon.runtime.http.NewSource;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Enrichers over hours and days, on a clock of the test's own, with a real server outside.
class EnrichmentTest {
  private static final long BEGIN = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  @TempDir Path folder;

  private final AtomicLong now = new AtomicLong(BEGIN);
  private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());
  private final List<Long> asked = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private volatile Function<String, Answer> answer = _ -> new Answer(200, "{\"size\":7}", null);
  private volatile AddressGuard.Resolver resolver = InetAddress::getAllByName;
  private String allowed = "127.0.0.0/8";
  private HttpServer outside = made();
  private int sent;

  private record Answer(int status, String body, @Nullable String header) {}

  private static HttpServer made() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    outside.createContext("/", this::answered);
    outside.start();
  }

  private void answered(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    asked.add(now.get());
    paths.add(exchange.getRequestURI().toString());
    var said = answer.apply(exchange.getRequestURI().toString());
    if (said.header != null) {
      exchange
          .getResponseHeaders()
          .set(said.status == 302 ? "Location" : "Retry-After", said.header);
    }
    var bytes = said.body.getBytes(UTF_8);
    exchange.sendResponseHeaders(said.status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @AfterEach
  void end() {
    outside.stop(0);
  }

  /// A workspace with its enrichers.
  private final class World implements AutoCloseable {
    final Workspace workspace;
    final Desk desk;
    final People people;
    final Enrichment enrichment;
    final EnricherOffice office;
    final int crm;

    World() throws Exception {
      workspace = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock);
      desk = new Desk(workspace.state(), workspace.sources(), clock, workspace::enter);
      people = new People(workspace, new Happenings(workspace));
      var word = new OwnWord(workspace, desk);
      new ConsentOffice(workspace, people, new Past(workspace, people, 1), word).begin();
      var house = EnrichHouse.of(workspace, people, word);
      enrichment =
          Enrichment.start(
              house,
              new LinearPatterns(),
              folder.resolve("w").resolve("enrichers"),
              AddressGuard.of(allowed, host -> resolver.resolve(host)),
              Trust.of(""));
      office = new EnricherOffice(house, enrichment);
      var known = workspace.sources().all().stream().filter(each -> each.name().equals("crm"));
      crm =
          known
              .findAny()
              .orElseGet(() -> {
                try {
                  return desk.create(
                      new NewSource("crm", SourceKind.SERVER, 1, false, false), "test");
                } catch (Intake.Unavailable e) {
                  throw new AssertionError(e);
                }
              })
              .number();
    }

    void define(String more) throws Exception {
      define("localhost", more);
    }

    void define(String host, String more) throws Exception {
      var written =
          """
          {"name":"Sizes","status":"active","events":["Signed Up"],"purpose":"profiling",
           "recipient":"Example Data Inc.",
           "request":{"url":"http://%s:%d/v1/{/properties/domain}"},
           "answer":[{"from":"/size","to":"size"}]%s}\
          """
              .formatted(host, outside.getAddress().getPort(), more);
      assertThat(office.save("sizes", json(written), -1, "kim")).isInstanceOf(Said.Good.class);
    }

    void take(String... events) throws Exception {
      var collected = new ArrayList<Intake.Collected>();
      for (var event : events) {
        var bytes = event.getBytes(UTF_8);
        var envelope =
            new Envelope(crm, now.get(), null, "", null, Value.Fields.EMPTY, bytes.length);
        collected.add(new Intake.Collected(envelope, bytes, JsonReader.event(bytes)));
      }
      workspace.take(collected, true);
    }

    void signUp(String who, String domain) throws Exception {
      take(
          """
          {"type":"track","messageId":"m%d","userId":"%s","event":"Signed Up",
           "properties":{"domain":"%s"}}\
          """
              .formatted(sent++, who, domain));
    }

    void consent(String who, boolean granted) throws Exception {
      take(
          """
          {"type":"track","messageId":"m%d","userId":"%s","event":"%s",
           "timestamp":"%s","properties":{"purpose":"profiling"}}\
          """
              .formatted(
                  sent++,
                  who,
                  granted ? "Consent Granted" : "Consent Withdrawn",
                  Instant.ofEpochMilli(now.get())));
    }

    Value.Fields standing() {
      return ((Value.Fields) ((Said.Good) office.one("sizes")).told()).fields("standing");
    }

    long count(String name) {
      return number(standing(), name);
    }

    long skipped(String reason) {
      return number(standing().fields("skipped"), reason);
    }

    List<String> failures() throws Exception {
      var told = (Value.Fields) ((Said.Good) office.failures("sizes", 0, 100)).told();
      return ((Value.Items) Objects.requireNonNull(told.get("failures")))
          .values().stream()
              .map(each -> String.valueOf(((Value.Fields) each).text("code")))
              .toList();
    }

    List<String> positions() throws Exception {
      var told = (Value.Fields) ((Said.Good) office.failures("sizes", 0, 100)).told();
      return ((Value.Items) Objects.requireNonNull(told.get("failures")))
          .values().stream()
              .map(each -> String.valueOf(((Value.Fields) each).text("position")))
              .toList();
    }

    long dropped(String wanted) throws Exception {
      var said = office.drop("sizes", json(wanted), "lee");
      return number((Value.Fields) ((Said.Good) said).told(), "dropped");
    }

    String trait(String who) throws Exception {
      var found = people.profile(new Who.Named("user_id", who));
      var trait = found == null ? null : found.profile().traits().get("size");
      return trait == null ? "none" : new String(JsonWriter.bytes(trait.value()), UTF_8);
    }

    void settle() throws Exception {
      enrichment.settle();
    }

    @Override
    public void close() throws IOException {
      enrichment.close();
      workspace.close();
    }
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(BigDecimal number) ? number.longValue() : 0;
  }

  private static Value.Fields json(String written) {
    return (Value.Fields) JsonReader.event(written.getBytes(UTF_8));
  }

  private void later(Duration time) {
    now.addAndGet(time.toMillis());
  }

  @Test
  void anAnswerIsRememberedForItsTimeAndNothingKnownForAnother() throws Exception {
    try (var world = new World()) {
      world.define(",\"cache\":{\"ttlSeconds\":3600,\"missingTtlSeconds\":60}");
      world.consent("kim", true);
      world.consent("lee", true);
      world.signUp("kim", "a.example");
      world.settle();
      world.signUp("lee", "a.example");
      world.settle();
      assertThat(paths).containsExactly("/v1/a.example");
      assertThat(world.trait("kim")).isEqualTo("7");
      assertThat(world.trait("lee")).isEqualTo("7");
      assertThat(world.count("remembered")).isEqualTo(1);

      later(Duration.ofSeconds(3_601));
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(asked).as("asked anew").hasSize(2);

      answer = _ -> new Answer(404, "", null);
      world.signUp("kim", "b.example");
      world.settle();
      world.signUp("lee", "b.example");
      world.settle();
      assertThat(asked).as("nothing is known, which is remembered too").hasSize(3);
      later(Duration.ofSeconds(61));
      world.signUp("kim", "b.example");
      world.settle();
      assertThat(asked).hasSize(4);
      assertThat(world.count("nothing")).isEqualTo(3);
      assertThat(world.count("enriched")).isEqualTo(3);
    }
  }

  @Test
  void whoAsksToWaitIsWaitedForAndThenAnswers() throws Exception {
    answer = _ -> new Answer(429, "", "120");
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.signUp("kim", "b.example");
      world.settle();
      var first = asked.size();
      assertThat(first).isBetween(1, 2);
      answer = _ -> new Answer(200, "{\"size\":9}", null);
      later(Duration.ofSeconds(119));
      world.settle();
      assertThat(asked).as("before the time is over").hasSize(first);
      assertThat(((Value.Text) Objects.requireNonNull(world.standing().get("state"))).value())
          .isEqualTo("held");
      later(Duration.ofSeconds(2));
      world.settle();
      assertThat(asked).hasSize(first + 2);
      assertThat(world.trait("kim")).isEqualTo("9");
      assertThat(world.count("failures")).isZero();
    }
  }

  @Test
  void whatFailsIsTriedAgainAndThenKeptUntilSomebodyHasItTriedAgain() throws Exception {
    answer = _ -> new Answer(500, "", null);
    try (var world = new World()) {
      world.define(",\"limits\":{\"attempts\":3},\"circuit\":{\"failures\":100}");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      for (var attempt = 1; attempt <= 3; attempt++) {
        world.settle();
        assertThat(asked).hasSize(attempt);
        later(Duration.ofMinutes(11));
      }
      world.settle();
      assertThat(asked).as("after the last attempt").hasSize(3);
      assertThat(world.failures()).containsExactly("server_error");
      assertThat(world.count("failures")).isEqualTo(1);
    }
    answer = _ -> new Answer(200, "{\"size\":11}", null);
    try (var world = new World()) {
      assertThat(world.failures()).as("after a restart").containsExactly("server_error");
      assertThat(world.office.retry("sizes", Value.Fields.EMPTY)).isInstanceOf(Said.Begun.class);
      world.settle();
      assertThat(world.trait("kim")).isEqualTo("11");
      assertThat(world.failures()).isEmpty();
    }
  }

  @Test
  void whatIsDroppedWithAReasonIsGoneForGoodAndOnRecord() throws Exception {
    answer = _ -> new Answer(400, "", null);
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      for (var each : List.of("a.example", "b.example", "c.example")) {
        world.signUp("kim", each);
        world.settle();
      }
      var positions = world.positions();
      assertThat(positions).hasSize(3);
      assertThat(world.office.drop("sizes", json("{}"), "lee")).isInstanceOf(Said.Wrong.class);
      assertThat(world.failures()).as("nothing is dropped without a reason").hasSize(3);
      assertThat(world.dropped("{\"reason\":\"a test\",\"positions\":[\"1\"]}"))
          .as("nothing that did not fail")
          .isZero();
      assertThat(
              world.dropped(
                  "{\"reason\":\"no such firm\",\"positions\":[\"%s\"]}"
                      .formatted(positions.get(1))))
          .isEqualTo(1);
      assertThat(world.positions()).containsExactly(positions.get(0), positions.get(2));
      assertThat(world.count("failures")).isEqualTo(2);
    }
    answer = _ -> new Answer(200, "{\"size\":11}", null);
    try (var world = new World()) {
      assertThat(world.failures()).as("after a restart").hasSize(2);
      assertThat(world.dropped("{\"reason\":\"closed down\"}")).isEqualTo(2);
      assertThat(world.office.retry("sizes", Value.Fields.EMPTY)).isInstanceOf(Said.Begun.class);
      world.settle();
      assertThat(asked).as("nobody is asked about them any more").hasSize(3);
      var told = (Value.Fields) ((Said.Good) world.office.drops("sizes", 100, 1)).told();
      assertThat(new String(JsonWriter.bytes(told), UTF_8))
          .contains("\"lee\"", "\"closed down\"", "\"events\":2", "\"refused\":2")
          .doesNotContain("no such firm");
      var next = Integer.parseInt(Objects.requireNonNull(told.text("next")));
      var before = (Value.Fields) ((Said.Good) world.office.drops("sizes", next, 1)).told();
      assertThat(new String(JsonWriter.bytes(before), UTF_8))
          .contains("\"no such firm\"", "\"events\":1")
          .doesNotContain("next");
    }
  }

  @Test
  void aDropThatIsOnRecordIsCarriedOutAfterACrashAndNoFurther() throws Exception {
    answer = _ -> new Answer(400, "", null);
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      world.signUp("kim", "b.example");
      world.settle();
      var kept =
          json(
              "{\"author\":\"lee\",\"reason\":\"old\",\"positions\":[%s]}"
                  .formatted(world.positions().getFirst()));
      world.workspace.enter(
          List.of(
              new Entry.RightsSaved(0, now.get(), "lee", Enricher.DROPS, "sizes.000000001", kept)));
    } // ends before anything is taken away
    try (var world = new World()) {
      assertThat(world.failures()).hasSize(1);
      assertThat(world.count("failures")).isEqualTo(1);
    }
    try (var world = new World()) {
      assertThat(world.failures()).as("once").hasSize(1);
    }
  }

  @Test
  void aCircuitOpensAndOneRequestFindsOutWhetherItCanBeClosed() throws Exception {
    answer = _ -> new Answer(500, "", null);
    try (var world = new World()) {
      world.define(
          ",\"limits\":{\"concurrency\":1,\"attempts\":10},"
              + "\"circuit\":{\"failures\":3,\"pauseSeconds\":600}");
      world.consent("kim", true);
      for (var i = 0; i < 8; i++) {
        world.signUp("kim", i + ".example");
      }
      world.settle();
      assertThat(asked).hasSize(3);
      assertThat(world.standing().text("state")).isEqualTo("circuit_open");
      later(Duration.ofSeconds(601));
      world.settle();
      assertThat(asked).as("one probe, which fails").hasSize(4);
      answer = _ -> new Answer(200, "{\"size\":1}", null);
      later(Duration.ofSeconds(601));
      world.settle();
      assertThat(asked).as("its pause is doubled").hasSize(4);
      later(Duration.ofMinutes(20));
      world.settle();
      assertThat(world.count("enriched")).isEqualTo(8);
      assertThat(world.standing().text("state")).isEqualTo("running");
      assertThat(world.count("failures")).isZero();
    }
  }

  @Test
  void noMoreIsAskedInASecondThanIsAllowed() throws Exception {
    try (var world = new World()) {
      world.define(",\"limits\":{\"perSecond\":4}");
      world.consent("kim", true);
      for (var i = 0; i < 12; i++) {
        world.signUp("kim", i + ".example");
      }
      while (world.count("enriched") < 12) {
        world.settle();
        later(Duration.ofMillis(50));
      }
      for (var from : asked) {
        assertThat(asked.stream().filter(at -> at >= from && at < from + 1_000).count())
            .isLessThanOrEqualTo(2 * 4); // a second's worth may be kept for the second before
      }
      assertThat(asked.getLast() - asked.getFirst()).isGreaterThanOrEqualTo(1_000);
    }
  }

  @Test
  void aConsentThatIsWithdrawnMeanwhileHoldsAtTheNextAttempt() throws Exception {
    answer = _ -> new Answer(500, "", null);
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(asked).hasSize(1);
      later(Duration.ofMillis(100)); // sooner than any second attempt: it goes on by itself, too
      world.consent("kim", false);
      answer = _ -> new Answer(200, "{\"size\":1}", null);
      later(Duration.ofMinutes(11));
      world.settle();
      assertThat(asked).as("nobody is asked any more").hasSize(1);
      assertThat(world.skipped("not_permitted")).isEqualTo(1);
      assertThat(world.trait("kim")).isEqualTo("none");
    }
  }

  @Test
  void whatWasUnderWayAtACrashIsAskedAndSaidAgainAndCountsOnce() throws Exception {
    var asking = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    answer =
        _ -> {
          asking.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Answer(200, "{\"size\":5}", null);
        };
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.signUp("kim", "b.example");
      asking.await();
    } // ends while somebody is asked
    goOn.countDown();
    answer = _ -> new Answer(200, "{\"size\":6}", null);
    try (var world = new World()) {
      world.settle();
      assertThat(world.trait("kim")).isEqualTo("6");
      assertThat(world.count("enriched")).isEqualTo(2);
      assertThat(world.count("waiting")).isZero();
    }
  }

  @Test
  void aPausedOneNotesWhomToAskAndADraftDoesNot() throws Exception {
    try (var world = new World()) {
      world.consent("kim", true);
      world.define(",\"party\":\"first\"");
      world.define("localhost", ",\"party\":\"second\"");
      pause(world, "paused");
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(asked).isEmpty();
      assertThat(world.count("waiting")).isEqualTo(1);
      pause(world, "active");
      world.settle();
      assertThat(world.count("enriched")).isEqualTo(1);
      pause(world, "draft");
      world.signUp("kim", "b.example");
      world.settle();
      pause(world, "active");
      world.settle();
      assertThat(asked).as("what came while it was a draft is not asked about").hasSize(1);
    }
  }

  @Test
  void whatIsTriedAgainIsFoundBehindWhatIsDone() throws Exception {
    answer = path -> new Answer(path.endsWith("a.example") ? 400 : 200, "{\"size\":3}", null);
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      world.consent("lee", true);
      world.signUp("kim", "a.example");
      world.settle();
      world.signUp("lee", "b.example");
      world.settle();
      assertThat(world.trait("lee")).isEqualTo("3");
      answer = _ -> new Answer(200, "{\"size\":4}", null);
      assertThat(world.office.retry("sizes", Value.Fields.EMPTY)).isInstanceOf(Said.Begun.class);
      world.settle();
      assertThat(world.trait("kim")).isEqualTo("4");
      assertThat(world.count("waiting")).isZero();
    }
  }

  @Test
  void aLongQueueIsReadFromTheRecordAndDoneOnceEach() throws Exception {
    var most = 1_300;
    try (var world = new World()) {
      world.define("");
      pause(world, "paused");
      world.consent("kim", true);
      var events = new ArrayList<String>();
      for (var i = 0; i < most; i++) {
        events.add(
            """
            {"type":"track","messageId":"q%d","userId":"kim","event":"%s",
             "properties":{"domain":"%d.example"}}\
            """
                .formatted(i, i % 2 == 0 ? "Signed Up" : "Looked", i % 3));
      }
      world.take(events.toArray(String[]::new));
      world.settle();
      assertThat(world.count("waiting")).isEqualTo(most / 2);
    }
    try (var world = new World()) {
      pause(world, "active");
      world.settle();
      assertThat(world.count("enriched")).isEqualTo(most / 2);
      assertThat(world.count("waiting")).isZero();
      assertThat(asked).hasSize(3);
    }
  }

  private static void pause(World world, String status) throws Exception {
    var latest = (Value.Fields) ((Said.Good) world.office.one("sizes")).told();
    var fields = new LinkedHashMap<>(latest.values());
    fields.put("status", new Value.Text(status));
    assertThat(world.office.save("sizes", new Value.Fields(fields), -1, "kim"))
        .isInstanceOf(Said.Good.class);
  }

  @Test
  void whatLeadsInwardsIsNotConnectedTo() throws Exception {
    allowed = "";
    try (var world = new World()) {
      world.define(",\"limits\":{\"attempts\":1}");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(world.failures()).containsExactly("address_forbidden");
      // A name of a stranger's that leads to this very machine.
      resolver = _ -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      world.define("api.example.com", ",\"limits\":{\"attempts\":1}");
      world.signUp("kim", "b.example");
      world.settle();
      assertThat(world.failures()).containsExactly("address_forbidden", "address_forbidden");
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void aNameIsLookedUpOnceARequestSoThatItCannotLeadElsewhereInBetween() throws Exception {
    var looked = new AtomicLong();
    resolver =
        _ -> {
          looked.incrementAndGet();
          return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    allowed = "api.example.com";
    try (var world = new World()) {
      world.define("api.example.com", "");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(world.trait("kim")).isEqualTo("7");
      assertThat(looked).hasValue(1);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    answer =
        path ->
            path.startsWith("/v1/")
                ? new Answer(302, "", "http://localhost:" + outside.getAddress().getPort() + "/in")
                : new Answer(200, "{\"size\":1}", null);
    try (var world = new World()) {
      world.define("");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(paths).containsExactly("/v1/a.example");
      assertThat(world.failures()).containsExactly("redirected");
    }
  }

  @Test
  void aHugeAnswerAndOneThatIsNoneAreGivenUp() throws Exception {
    answer = path -> new Answer(200, path.contains("a.") ? "x".repeat(3_000) : "no JSON", null);
    try (var world = new World()) {
      world.define(",\"limits\":{\"answerKb\":2}");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      world.signUp("kim", "b.example");
      world.settle();
      assertThat(world.failures()).containsExactly("answer_too_large", "not_json");
      assertThat(world.trait("kim")).isEqualTo("none");
    }
  }

  @Test
  void whoTakesTooLongIsGivenUp() throws Exception {
    var never = new CountDownLatch(1);
    answer =
        _ -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Answer(200, "{}", null);
        };
    try (var world = new World()) {
      world.define(",\"limits\":{\"timeoutMs\":100,\"attempts\":1}");
      world.consent("kim", true);
      world.signUp("kim", "a.example");
      world.settle();
      assertThat(world.failures()).containsExactly("timeout");
    } finally {
      never.countDown();
    }
  }

  @Test
  void theCacheStaysWithinItsSize() throws Exception {
    answer = _ -> new Answer(200, "{\"size\":\"" + "x".repeat(60_000) + "\"}", null);
    try (var world = new World()) {
      world.define(",\"limits\":{\"perSecond\":1000},\"cache\":{\"maxMb\":1}");
      world.consent("kim", true);
      for (var i = 0; i < 40; i++) {
        world.signUp("kim", i + ".example");
        world.settle();
        later(Duration.ofMillis(10));
      }
      assertThat(world.count("cachedBytes")).isBetween(1L, 1L << 20);
      world.signUp("kim", "39.example");
      world.settle();
      assertThat(asked).as("the latest is remembered").hasSize(40);
      world.signUp("kim", "0.example");
      world.settle();
      assertThat(asked).as("the oldest is not").hasSize(41);
    }
  }
}
