package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.consent.LedgerCheck;
import io.inyeon.runtime.consent.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Consent as people and programs meet it: from an event to the ledger and to what is permitted.
class ConsentHttpTest {
  @TempDir Path data;

  private static Value.Fields purpose(Value.Fields standing, String key) {
    for (var each : ((Value.Items) Objects.requireNonNull(standing.get("purposes"))).values()) {
      if (each instanceof Value.Fields fields && key.equals(fields.text("purpose"))) {
        return fields;
      }
    }
    throw new AssertionError(key + " is missing");
  }

  private static boolean permitted(Value.Fields standing, String key) {
    return new Value.Truth(true).equals(purpose(standing, key).get("permitted"));
  }

  private static List<Value.Fields> entries(Value.Fields history) {
    var entries = new ArrayList<Value.Fields>();
    for (var each : ((Value.Items) Objects.requireNonNull(history.get("entries"))).values()) {
      entries.add((Value.Fields) each);
    }
    return entries;
  }

  private static String granted(String id, String user, String purpose) {
    return """
    {"type":"track","event":"Consent Granted","messageId":"%s","userId":"%s",
    "timestamp":"2026-03-01T00:00:00Z","context":{"ip":"203.0.113.77","userAgent":"Safari"},
    "properties":{"purpose":"%s","wordingVersion":"1","language":"ko","channel":"web"}}\
    """
        .formatted(id, user, purpose);
  }

  @Test
  void fromAnEventToTheLedgerToWhatIsPermittedToAReceipt() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      assertThat(
              ((Value.Items) Objects.requireNonNull(api.get("/api/v1/purposes").get("purposes")))
                  .values())
          .hasSize(9);
      var key = api.source("shop", "server");
      var position =
          api.events(
              key,
              "{\"type\":\"identify\",\"messageId\":\"m-0\",\"userId\":\"u1\",\"timestamp\":"
                  + "\"2026-02-01T00:00:00Z\"}",
              granted("m-1", "u1", "email_marketing"));

      var standing = api.get("/api/v1/profiles/user_id:u1/consents?at-least=" + position);
      assertThat(permitted(standing, "email_marketing")).isTrue();
      assertThat(permitted(standing, "sms_marketing")).isFalse();
      assertThat(purpose(standing, "sms_marketing").text("ground")).isEqualTo("not_asked");
      var before =
          api.get(
              "/api/v1/profiles/user_id:u1/consents?at=2026-02-28T00:00:00Z&at-least=" + position);
      assertThat(permitted(before, "email_marketing")).isFalse();

      var history =
          entries(api.get("/api/v1/profiles/user_id:u1/consents/history?at-least=" + position));
      assertThat(history).hasSize(1);
      var said = history.getFirst().fields("said");
      assertThat(said.text("decision")).isEqualTo("granted");
      assertThat(said.fields("wording").text("hash")).hasSize(64);
      assertThat(said.fields("evidence").text("ip")).isEqualTo("203.0.113.0");
      assertThat(said.fields("evidence").text("messageId")).isEqualTo("m-1");

      var receipt = api.get("/api/v1/consents/1/receipt");
      assertThat(Receipt.verify(receipt).problems()).isEmpty();
      assertThat(Receipt.verify(receipt).publicKey())
          .isEqualTo(api.get("/api/v1/consents").text("publicKey"));
      assertThat(api.refusal("GET", "/api/v1/consents/2/receipt", ""))
          .isEqualTo("404 entry_not_found");
    }
    var found = LedgerCheck.check(data.resolve(Serve.WORKSPACE).resolve("consent"));
    assertThat(found.faults()).isEmpty();
    assertThat(found.entries()).isEqualTo(1);
  }

  @Test
  void theServiceDeskRecordsAndTheWithdrawalHoldsAtOnce() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var key = api.source("shop", "server");
      api.events(key, granted("m-1", "u1", "email_marketing"));
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/consents",
                  "{\"profile\":\"user_id:u1\",\"consents\":[{\"purpose\":\"nothing\"}]}"))
          .isEqualTo("422 invalid_consents");
      var made =
          api.ask(
              "POST",
              "/api/v1/consents",
              "{\"profile\":\"user_id:u1\",\"channel\":\"phone\",\"consents\":[{\"purpose\":"
                  + "\"email_marketing\",\"decision\":\"withdrawn\"},{\"purpose\":\"analytics\","
                  + "\"decision\":\"granted\",\"language\":\"ko\"}]}");
      var position = made.text("position");
      var standing = api.get("/api/v1/profiles/user_id:u1/consents?at-least=" + position);
      assertThat(permitted(standing, "email_marketing")).isFalse();
      assertThat(purpose(standing, "email_marketing").text("ground")).isEqualTo("withdrawn");
      assertThat(permitted(standing, "analytics")).isTrue();
      var latest =
          entries(api.get("/api/v1/profiles/user_id:u1/consents/history?at-least=" + position));
      assertThat(latest).hasSize(3);
      assertThat(latest.getFirst().fields("said").text("actor")).isEqualTo("first key");
      assertThat(latest.get(1).fields("said").text("decision")).isEqualTo("withdrawn");
      assertThat(api.refusal("POST", "/api/v1/sources/consents/rotate", ""))
          .isEqualTo("404 source_not_found");
    }
  }

  @Test
  void aPurposeIsSavedInVersionsAndEveryProblemIsToldAtOnce() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var wrong =
          api.send(
              "POST",
              "/api/v1/purposes",
              "{\"key\":\"No\",\"titles\":{},\"basis\":\"because\",\"minimumAge\":-1,\"x\":1}");
      assertThat(wrong.statusCode()).isEqualTo(422);
      assertThat(Api.text(wrong))
          .contains("invalid_key", "not_texts", "unknown_word", "not_a_number", "unknown_field");
      var made =
          api.ask(
              "POST",
              "/api/v1/purposes",
              "{\"key\":\"loyalty\",\"titles\":{\"ko\":\"멤버십\"},\"texts\":{\"ko\":\"혜택 안내에"
                  + " 동의해 주세요.\"},\"withdrawals\":{\"ko\":\"고객센터\"},\"basis\":\"consent\","
                  + "\"channel\":\"email\"}");
      assertThat(made.text("hash")).hasSize(64);
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/purposes",
                  "{\"key\":\"loyalty\",\"titles\":{\"ko\":\"멤버십\"},\"texts\":{\"ko\":\"혜택\"},\"withdrawals\":{\"ko\":\"고객센터\"},\"basis\":\"consent\"}"))
          .isEqualTo("412 version_conflict");
      var next =
          api.ask("PATCH", "/api/v1/purposes/loyalty", "{\"status\":\"retired\",\"reason\":\"끝\"}");
      assertThat(next.text("hash")).isNotEqualTo(made.text("hash"));
      assertThat(
              ((Value.Items)
                      Objects.requireNonNull(api.get("/api/v1/purposes/loyalty").get("versions")))
                  .values())
          .hasSize(2);
    }
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      assertThat(api.get("/api/v1/purposes/loyalty").text("status")).isEqualTo("retired");
      assertThat(
              ((Value.Items) Objects.requireNonNull(api.get("/api/v1/purposes").get("purposes")))
                  .values())
          .hasSize(10);
    }
  }
}
