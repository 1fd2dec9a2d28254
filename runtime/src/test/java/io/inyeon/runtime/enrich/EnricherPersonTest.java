package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole server asks a real one with what is known of a person, not of an event alone.
class EnricherPersonTest {
  @TempDir Path data;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer outside;

  @BeforeEach
  void listen() throws IOException {
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(exchange.getRequestURI() + " " + body);
          var bytes = "{\"score\":%d}".formatted(asked.size()).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    outside.start();
  }

  @AfterEach
  void end() {
    outside.stop(0);
  }

  private String definition(String... body) {
    return """
    {"name":"Scores","status":"active","events":["Signed Up"],"purpose":"profiling",
     "recipient":"Example Data Inc.",
     "request":{"method":"POST","url":"http://127.0.0.1:%d/of/{/profile/traits/plan}",
       "body":{%s}},
     "answer":[{"from":"/score","to":"score"}],"limits":{"perSecond":1000}}\
    """
        .formatted(outside.getAddress().getPort(), String.join(",", body));
  }

  private RealServer start() throws IOException {
    return RealServer.start(data, "--enricher-allow", "127.0.0.0/8");
  }

  private static Value.Fields crm(RealServer server) throws Exception {
    return Calls.send(server, "POST", "/api/v1/sources", "{\"name\":\"crm\",\"kind\":\"server\"}");
  }

  private static String consents(String who) {
    return """
    {"type":"track","messageId":"c-%s","userId":"%s","event":"Consent Granted",
     "properties":{"purpose":"profiling"}}\
    """
        .formatted(who, who);
  }

  private static String says(String id, String who, String traits) {
    return "{\"type\":\"identify\",\"messageId\":\"%s\",\"userId\":\"%s\",\"traits\":%s}"
        .formatted(id, who, traits);
  }

  private static String signsUp(String id, String who) {
    return "{\"type\":\"track\",\"messageId\":\"%s\",\"userId\":\"%s\",\"event\":\"Signed Up\"}"
        .formatted(id, who);
  }

  private static void computes(RealServer server) throws Exception {
    Calls.send(
        server,
        "POST",
        "/api/v1/computed-traits",
        """
        {"id":"signups","name":"x","status":"active",
         "definition":{"aggregate":"count","event":"Signed Up"}}\
        """);
    while (Rows.number(Calls.send(server, "GET", "/api/v1/computed-traits/signups", ""), "progress")
        != 1) {
      Thread.onSpinWait();
    }
  }

  @Test
  void traitsAndComputedTraitsAreSentAsTheyAreKnownThenAndToldToThePerson() throws Exception {
    try (var server = start()) {
      var crm = crm(server);
      computes(server);
      Calls.send(
          server,
          "PUT",
          "/api/v1/enrichers/scores",
          definition(
              "\"city\":\"/profile/traits/address/city\"",
              "\"signups\":\"/profile/computed/signups\"",
              "\"nobody\":\"/profile/traits/unknown\""));
      Calls.take(
          server,
          crm,
          consents("kim"),
          says("i1", "kim", "{\"plan\":\"a/b\",\"address\":{\"city\":\"Seoul\",\"zip\":\"0\"}}"),
          signsUp("s1", "kim"));
      Calls.standing(server, "scores", "enriched", 1);
      assertThat(asked).containsExactly("/of/a%2Fb {\"city\":\"Seoul\",\"signups\":1}");

      // The same again would be remembered: another count of the person's is another request.
      Calls.take(server, crm, signsUp("s2", "kim"));
      Calls.standing(server, "scores", "enriched", 2);
      assertThat(asked.getLast()).isEqualTo("/of/a%2Fb {\"city\":\"Seoul\",\"signups\":2}");

      Calls.take(server, crm, consents("lee"), signsUp("s3", "lee"));
      Calls.standing(server, "scores", "missing_field", 1);
      assertThat(asked).as("nothing is known of lee's plan").hasSize(2);

      var sent =
          List.of(
              "/profile/traits/plan", "/profile/traits/address/city", "/profile/computed/signups");
      assertThat(Calls.ask(server, "GET", "/api/v1/record-of-processing", "").body())
          .contains(sent);
      var wanted =
          "{\"id\":\"scores\",\"enricher\":" + definition("\"n\":\"/profile/traits/plan\"") + "}";
      assertThat(Calls.ask(server, "POST", "/api/v1/enrichers/preview", wanted).body())
          .contains("missing_field");
    }
    try (var server = start()) {
      var profile = Calls.send(server, "GET", "/api/v1/profiles/user_id:kim", "");
      assertThat(Rows.number(profile.fields("traits").fields("score"), "value")).isEqualTo(2);
      assertThat(asked).as("a start asks nobody again").hasSize(2);
    }
  }

  @Test
  void aComputedTraitThatNobodyDefinedIsRefusedWhenItIsSaved() throws Exception {
    try (var server = start()) {
      crm(server);
      computes(server);
      var form = definition("\"n\":\"/profile/computed/sign_ups\"");
      var refused = Calls.ask(server, "PUT", "/api/v1/enrichers/scores", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("unknown_place", "/profile/computed/sign_ups");
      Calls.send(server, "PUT", "/api/v1/enrichers/scores", form.replace("sign_ups", "signups"));
    }
  }

  @Test
  void whatALabelForbidsIsNotSentOfThePersonEither() throws Exception {
    try (var server = start()) {
      var crm = crm(server);
      computes(server);
      var form =
          definition(
              "\"address\":\"/profile/traits/address\"",
              "\"signups\":\"/profile/computed/signups\"");
      Calls.send(server, "PUT", "/api/v1/enrichers/scores", form);
      Calls.take(
          server,
          crm,
          consents("kim"),
          says("i1", "kim", "{\"plan\":\"pro\",\"address\":{\"city\":\"Seoul\"}}"));
      var skipped = 0;
      for (var field : List.of("/traits/plan", "/traits/address/city", "/traits/signups")) {
        Calls.send(
            server,
            "PUT",
            "/api/v1/labels",
            """
            {"labels":[{"field":"%s","class":"sensitive","purposes":["analytics"]}]}\
            """
                .formatted(field));
        Calls.take(server, crm, signsUp("s" + skipped, "kim"));
        Calls.standing(server, "scores", "label_forbids", ++skipped);
      }
      assertThat(asked).isEmpty();
      var refused = Calls.ask(server, "PUT", "/api/v1/enrichers/scores", form);
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(refused.body()).contains("label_forbids", "/profile/computed/signups");
      Calls.send(server, "PUT", "/api/v1/labels", "{\"labels\":[]}");
      Calls.take(server, crm, signsUp("free", "kim"));
      Calls.standing(server, "scores", "enriched", 1);
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aPlaceOfThePersonThatMeansNothingIsRefused() throws Exception {
    try (var server = start()) {
      for (var place :
          List.of("/profile", "/profile/traits", "/profile/consents/x", "/profile/traits/")) {
        var refused =
            Calls.ask(
                server,
                "PUT",
                "/api/v1/enrichers/scores",
                definition("\"x\":\"%s\"".formatted(place)));
        assertThat(refused.statusCode()).as(place).isEqualTo(422);
        assertThat(refused.body()).contains("unknown_place", "/request/body/x");
      }
    }
  }
}
