package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No plan and no transformation, however strict, stands between the house and its own word.
class OwnWordTest {
  private static final String KIM =
      """
      {"type":"identify","messageId":"m-1","userId":"kim","timestamp":"2026-02-01T00:00:00Z",
      "traits":{"email":"kim@example.kr","name":"Kim"}}\
      """;

  /// For every source: nothing is as it is planned, so everything is refused.
  private static final String REFUSING =
      """
      {"name":"Strict","sources":[{"source":"%1$s","unplannedEvents":"%2$s",
        "unplannedProperties":"%2$s","violations":"%2$s"}],
       "common":{"type":"object","required":["never"]},
       "rules":[{"event":"Planned","schema":{"type":"object"}},
         {"call":"identify","schema":{"type":"object","required":["neither"]}}]}
      """;

  private static final String EMPTYING =
      """
      {"transformations":[{"id":"all","steps":[{"do":"drop","path":"/properties/purpose"},
        {"do":"drop","path":"/properties/words"},{"do":"drop","path":"/traits/name"}]}]}
      """;

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"quarantine", "block", "omit"})
  void isKeptUnderAPlanThatRefusesEverything(String action) throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("s", "server"), KIM);
      api.ask("PUT", "/api/v1/transformations", EMPTYING);
      api.ask("PUT", "/api/v1/plans/strict", REFUSING.formatted("*", action));
      api.ask(
          "POST",
          "/api/v1/consents",
          "{\"profile\":\"user_id:kim\",\"consents\":[{\"purpose\":\"analytics\","
              + "\"decision\":\"granted\",\"language\":\"ko\"}]}");
      assertThat(String.valueOf(api.get("/api/v1/profiles/user_id:kim/consents").get("purposes")))
          .contains("permitted=Truth[value=true]");
      var request =
          api.ask(
              "POST",
              "/api/v1/rights-requests",
              "{\"profile\":\"user_id:kim\",\"kind\":\"rectification\",\"words\":\"my name\"}");
      assertThat(api.get("/api/v1/rights-requests/" + request.text("id")).text("words"))
          .isEqualTo("my name");
      var corrected =
          api.ask(
              "POST",
              "/api/v1/profiles/user_id:kim/corrections",
              "{\"trait\":\"name\",\"value\":\"Kimm\",\"reason\":\"said so\"}");
      assertThat(corrected.text("state")).isEqualTo("in-force");
      var traits = api.get("/api/v1/profiles/user_id:kim").fields("traits");
      assertThat(traits.fields("name").text("value")).isEqualTo("Kimm");
    }
  }

  @Test
  void isGovernedByNobodyNotEvenByName() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var plan = api.send("PUT", "/api/v1/plans/own", REFUSING.formatted("corrections", "block"));
      assertThat(plan.statusCode()).isEqualTo(422);
      assertThat(Api.text(plan)).contains("own_source");
    }
  }
}
