package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole server asks a real one about people, over HTTP, and is asked how that goes.
class EnricherHttpTest {
  @TempDir Path data;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer outside = Unmade.SERVER;
  private volatile Function<HttpExchange, Answer> answer =
      _ -> new Answer(200, "{\"company\":{\"name\":\"Hanbit\",\"size\":120}}");
  private int port;
  private String crm = "";

  private record Answer(int status, String body) {}

  private static final class Unmade {
    static final HttpServer SERVER;

    static {
      try {
        SERVER = HttpServer.create();
      } catch (IOException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }

  @BeforeEach
  void listen() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    outside.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Authorization")
                  + " "
                  + body);
          var said = answer.apply(exchange);
          var bytes = said.body.getBytes(UTF_8);
          exchange.sendResponseHeaders(said.status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    outside.start();
  }

  @AfterEach
  void end() {
    outside.stop(0);
  }

  private RealServer start() throws Exception {
    var server = RealServer.start(data, "--enricher-allow", "127.0.0.0/8");
    port = server.port();
    return server;
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return send(method, path, body, "Bearer " + RealServer.KEY);
  }

  private HttpResponse<String> send(String method, String path, String body, String credentials)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private Value.Fields ask(String method, String path, String body) throws Exception {
    var answer = send(method, path, body);
    assertThat(answer.statusCode() / 100).as(path + " " + answer.body()).isEqualTo(2);
    return (Value.Fields) JsonReader.event(answer.body().getBytes(UTF_8));
  }

  private void take(String... events) throws Exception {
    if (crm.isEmpty()) {
      crm =
          Objects.requireNonNull(
              ask("POST", "/api/v1/sources", "{\"name\":\"crm\",\"kind\":\"server\"}")
                  .text("writeKey"));
    }
    var credentials = "Basic " + Base64.getEncoder().encodeToString((crm + ":").getBytes(UTF_8));
    var answer =
        send(
            "POST",
            "/v1/batch?ack=full",
            "{\"batch\":[" + String.join(",", events) + "]}",
            credentials);
    assertThat(answer.body()).contains("accepted").doesNotContain("quarantined");
  }

  private static String signedUp(String who, String domain) {
    return """
    {"type":"track","messageId":"su-%s","userId":"%s","event":"Signed Up",
     "properties":{"domain":"%s"}}\
    """
        .formatted(who, who, domain);
  }

  private static String consents(String who, boolean granted) {
    return """
    {"type":"track","messageId":"c-%s-%s","userId":"%s","event":"%s",
     "properties":{"purpose":"profiling"}}\
    """
        .formatted(who, granted, who, granted ? "Consent Granted" : "Consent Withdrawn");
  }

  private String definition(String status) {
    return """
    {"name":"Companies","status":"%s","events":["Signed Up"],"purpose":"profiling",
     "recipient":"Example Data Inc.",
     "request":{"method":"GET",
       "url":"http://127.0.0.1:%d/v1/companies/{/properties/domain}",
       "secretHeaders":["Authorization"]},
     "answer":[{"from":"/company/name","to":"company_name"},
               {"from":"/company/size","to":"company_size"}],
     "limits":{"perSecond":1000},
     "reason":"sales asked for it"}\
    """
        .formatted(status, outside.getAddress().getPort());
  }

  private void define() throws Exception {
    ask("PUT", "/api/v1/enrichers/companies", definition("draft"));
    ask(
        "PUT",
        "/api/v1/enrichers/companies/secrets",
        "{\"headers\":{\"Authorization\":\"Bearer top-secret-7\"}}");
    ask("PUT", "/api/v1/enrichers/companies", definition("active"));
  }

  /// Asks until it is so; whoever runs the test ends it when it never is.
  private String until(String path, Predicate<String> so) throws Exception {
    while (true) {
      var answer = send("GET", path, "");
      if (so.test(answer.body())) {
        return answer.body();
      }
      Thread.onSpinWait();
    }
  }

  private String standing(Predicate<String> so) throws Exception {
    return until("/api/v1/enrichers/companies", so);
  }

  @Test
  void whatIsAnsweredBecomesTraitsOfWhoeverAgreed() throws Exception {
    try (var _ = start()) {
      define();
      take(consents("kim-1", true), signedUp("kim-1", "hanbit.example"));
      take(signedUp("lee-1", "hanbit.example"));
      var told =
          standing(body -> body.contains("\"not_permitted\":1") && body.contains("\"enriched\":1"));
      assertThat(told).contains("\"asked\":1").doesNotContain("top-secret-7");
      assertThat(asked).containsExactly("GET /v1/companies/hanbit.example Bearer top-secret-7 ");
      var profile = send("GET", "/api/v1/profiles/user_id:kim-1", "").body();
      assertThat(profile).contains("\"company_name\"").contains("Hanbit").contains("\"value\":120");
      assertThat(send("GET", "/api/v1/profiles/user_id:lee-1", "").body()).doesNotContain("Hanbit");
    }
  }

  @Test
  void whoGotWhatIsToldAndNobodyLearnsTheSecret() throws Exception {
    try (var _ = start()) {
      define();
      take(consents("kim-1", true), signedUp("kim-1", "hanbit.example"));
      standing(body -> body.contains("\"enriched\":1"));
      var archive =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:"
                              + port
                              + "/api/v1/profiles/user_id:kim-1/access-archive"))
                  .header("Authorization", "Bearer " + RealServer.KEY)
                  .POST(BodyPublishers.ofString("{\"reason\":\"asked\",\"lang\":\"en\"}"))
                  .build(),
              BodyHandlers.ofByteArray());
      var files = unpacked(archive.body());
      assertThat(files.get("recipients.json"))
          .contains("Example Data Inc.", "profiling", "/properties/domain", "companies");
      assertThat(files.get("recipients.json")).contains("\"host\":\"127.0.0.1\"", "\"at\":");
      assertThat(files.get("index.html")).contains("Example Data Inc.", "127.0.0.1");
      assertThat(send("GET", "/api/v1/record-of-processing", "").body())
          .contains("Example Data Inc.", "/properties/domain");
      assertThat(send("GET", "/api/v1/lineage?field=traits.company_name", "").body())
          .contains("\"enricher\":\"companies\"", "/company/name");
      for (var path :
          List.of(
              "/api/v1/enrichers",
              "/api/v1/enrichers/companies",
              "/api/v1/enrichers/companies/versions",
              "/api/v1/enrichers/companies/versions/2")) {
        assertThat(send("GET", path, "").body()).doesNotContain("top-secret-7");
      }
      assertThat(send("GET", "/api/v1/enrichers/companies/versions", "").body())
          .contains("sales asked for it", "first key");
      assertThat(send("GET", "/metrics", "").body())
          .contains("inyeon_things{thing=\"enrichersAsked\"} 1");
    }
    try (var all = Files.walk(data)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), ISO_8859_1))
            .as(file.toString())
            .doesNotContain("top-secret-7");
      }
    }
  }

  private static Map<String, String> unpacked(byte[] zipped) throws IOException {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    return files;
  }

  @Test
  void aSecretIsNotSentToAnotherOrigin() throws Exception {
    try (var _ = start()) {
      define();
      var elsewhere = definition("active").replace("127.0.0.1", "localhost");
      var refused = send("PUT", "/api/v1/enrichers/companies", elsewhere);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("secret_missing");
      assertThat(
              send("PUT", "/api/v1/enrichers/companies", elsewhere.replace("active", "draft"))
                  .body())
          .contains("\"set\":false");
    }
  }

  @Test
  void aTrialShowsWhatWouldBeAskedAndAsksOnlyWhereThatIsPermitted() throws Exception {
    try (var _ = start()) {
      define();
      take(signedUp("lee-1", "lee.example"));
      standing(body -> body.contains("\"not_permitted\":1"));
      var wanted = "{\"id\":\"companies\",\"enricher\":" + definition("draft") + ",\"send\":true}";
      var refused = send("POST", "/api/v1/enrichers/preview", wanted).body();
      assertThat(refused).contains("\"refusal\":\"not_permitted\"").doesNotContain("request\":");
      assertThat(asked).isEmpty();

      take(consents("kim-1", true), signedUp("kim-1", "kim.example"));
      standing(body -> body.contains("\"enriched\":1"));
      asked.clear();
      var shown =
          send(
                  "POST",
                  "/api/v1/enrichers/preview",
                  wanted.replace("\"send\":true", "\"send\":false"))
              .body();
      assertThat(shown)
          .contains("/v1/companies/kim.example", "••••", "\"sent\":false")
          .doesNotContain("top-secret-7");
      assertThat(asked).isEmpty();
      var tried = send("POST", "/api/v1/enrichers/preview", wanted).body();
      assertThat(tried).contains("\"sent\":true", "\"status\":200", "\"company_size\":120");
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aTrialThatReachedNobodyLeavesNobodyOnRecord() throws Exception {
    try (var _ = start()) {
      define();
      take(consents("kim-1", true), signedUp("kim-1", "kim.example"));
      standing(body -> body.contains("\"enriched\":1"));
      var draft = definition("draft").replace("Example Data Inc.", "Nobody Inc.");
      outside.stop(0);
      var wanted = "{\"id\":\"companies\",\"enricher\":" + draft + ",\"send\":true}";
      var tried = send("POST", "/api/v1/enrichers/preview", wanted).body();
      assertThat(tried).contains("\"sent\":true", "\"code\":\"not_connected\"");
      var archive =
          http.send(
              HttpRequest.newBuilder(
                      URI.create(
                          "http://127.0.0.1:"
                              + port
                              + "/api/v1/profiles/user_id:kim-1/access-archive"))
                  .header("Authorization", "Bearer " + RealServer.KEY)
                  .POST(BodyPublishers.ofString("{\"reason\":\"asked\"}"))
                  .build(),
              BodyHandlers.ofByteArray());
      var recipients = unpacked(archive.body()).getOrDefault("recipients.json", "");
      assertThat(recipients).contains("Example Data Inc.").doesNotContain("Nobody Inc.");
    }
  }

  @Test
  void allThatIsWrongWithADefinitionIsToldAtOnce() throws Exception {
    try (var _ = start()) {
      var refused =
          send(
              "PUT",
              "/api/v1/enrichers/companies",
              """
              {"name":"x","status":"active","sources":["nobody"],"events":["a"],"purpose":"none",
               "recipient":"r","request":{"url":"ftp://x/{/userId}"},"answer":[]}\
              """);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body())
          .contains("unknown_source", "unknown_purpose", "invalid_url", "invalid_answer");
      assertThat(send("GET", "/api/v1/enrichers", "").body()).isEqualTo("{\"enrichers\":[]}");
    }
  }

  @Test
  void whoIsRestrictedOrSuppressedIsAskedAboutByNobodyNorWhatALabelForbids() throws Exception {
    try (var _ = start()) {
      define();
      take(consents("kim-1", true), consents("lee-1", true), consents("park-1", true));
      ask(
          "POST",
          "/api/v1/restrictions",
          "{\"profile\":\"user_id:kim-1\",\"reason\":\"asked for it\"}");
      ask(
          "POST",
          "/api/v1/suppressions",
          """
          {"items":[{"channel":"enrichment","profile":"user_id:lee-1","reason":"asked for it"}]}\
          """);
      take(signedUp("kim-1", "kim.example"), signedUp("lee-1", "lee.example"));
      standing(body -> body.contains("\"not_permitted\":1") && body.contains("\"suppressed\":1"));
      ask(
          "PUT",
          "/api/v1/labels",
          """
          {"labels":[{"field":"/properties/domain","class":"sensitive","purposes":["analytics"]}]}\
          """);
      take(signedUp("park-1", "park.example"));
      standing(body -> body.contains("\"label_forbids\":1"));
      assertThat(asked).isEmpty();
      var refused = send("PUT", "/api/v1/enrichers/companies", definition("active"));
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("label_forbids");
    }
  }

  /// The certificate says to whom data went, so that they can be told, and names nobody.
  private void certified(String id) throws Exception {
    var path = "/api/v1/erasures/" + id + "/certificate";
    var certificate = ask("GET", path, "").fields("certificate");
    assertThat(certificate.get("recipients")).isInstanceOf(Value.Items.class);
    var recipients = (Value.Items) Objects.requireNonNull(certificate.get("recipients"));
    assertThat(recipients.values()).hasSize(1);
    var one = (Value.Fields) recipients.values().getFirst();
    assertThat(one.values().keySet())
        .containsExactlyInAnyOrder("enricher", "recipient", "host", "purpose", "last");
    assertThat(one.text("recipient")).isEqualTo("Example Data Inc.");
    assertThat(one.text("host")).isEqualTo("127.0.0.1");
    assertThat(one.text("purpose")).isEqualTo("profiling");
    assertThat(send("GET", path + "?format=html&lang=en", "").body())
        .contains("Who had received data", "Example Data Inc.")
        .doesNotContain("kim-1", "hanbit");
  }

  private static Value.Fields json(String written) {
    return (Value.Fields) JsonReader.event(written.getBytes(UTF_8));
  }

  @Test
  void nothingComesOfAnAnswerAboutWhomWasErasedWhileItWasUnderWay() throws Exception {
    var goOn = new CountDownLatch(1);
    answer =
        _ -> {
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return new Answer(200, "{\"company\":{\"name\":\"Hanbit\"}}");
        };
    try (var _ = start()) {
      define();
      take(consents("kim-1", true), signedUp("kim-1", "hanbit.example"));
      standing(body -> body.contains("\"requests\":1") && !asked.isEmpty());
      var erased =
          send("POST", "/api/v1/erasures", "{\"profile\":\"user_id:kim-1\",\"reason\":\"asked\"}");
      assertThat(erased.statusCode()).as(erased.body()).isEqualTo(201);
      assertThat(erased.body()).contains("\"place\":\"enrichers\"");
      goOn.countDown();
      standing(body -> body.contains("\"gone\":1"));
      certified(Objects.requireNonNull(json(erased.body()).text("id")));
      assertThat(send("GET", "/api/v1/profiles/user_id:kim-1", "").statusCode()).isEqualTo(404);
    } finally {
      goOn.countDown();
    }
  }
}
