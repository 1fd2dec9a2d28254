package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.consent.LedgerCheck;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an erased person said of consent goes from the ledger, and its chain stays whole.
class ErasedConsentTest {
  private static final String KIM = "kim-90417";
  private static final String MAIL = "minji.kim@example.kr";

  @TempDir Path data;

  private static String granted(String id, String user, String purpose) {
    return """
    {"type":"track","event":"Consent Granted","messageId":"%s","userId":"%s",
    "timestamp":"2026-03-01T00:00:00Z","context":{"ip":"203.0.113.77","userAgent":"Safari"},
    "properties":{"purpose":"%s","wordingVersion":"1","language":"ko","channel":"web"}}\
    """
        .formatted(id, user, purpose);
  }

  @Test
  void theLedgerForgetsWhoWasErasedAndStaysWhole() throws Exception {
    String receipt;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var key = api.source("shop", "server");
      var position =
          api.events(
              key,
              "{\"type\":\"identify\",\"messageId\":\"m-0\",\"userId\":\"%s\",\"traits\":{\"email\":\"%s\"}}"
                  .formatted(KIM, MAIL),
              granted("m-1", KIM, "email_marketing"),
              granted("m-2", "lee-5", "ads"),
              granted("m-3", KIM, "ads"));
      api.get("/api/v1/profiles/user_id:" + KIM + "/consents/history?at-least=" + position);
      assertThat(api.get("/api/v1/consents").get("entries")).isEqualTo(number(3));
      var foreseen =
          api.ask(
              "POST",
              "/api/v1/erasures?preview=true",
              "{\"profile\":\"user_id:" + KIM + "\",\"reason\":\"asked\"}");
      assertThat(found(foreseen, "consents")).isEqualTo(number(2));
      var erasure =
          api.ask(
              "POST",
              "/api/v1/erasures",
              "{\"profile\":\"user_id:" + KIM + "\",\"reason\":\"asked\"}");
      // It found what the preview foretold.
      for (var place : List.of("consents", "state", "archive", "search", "read-model")) {
        assertThat(found(erasure, place)).as(place).isEqualTo(found(foreseen, place));
      }
      assertThat(api.refusal("GET", "/api/v1/consents/1/receipt", "")).startsWith("4");
      assertThat(Api.text(api.send("GET", "/api/v1/consents/1", ""))).doesNotContain(KIM);
      receipt = Api.text(api.send("GET", "/api/v1/consents/2/receipt", ""));
      assertThat(receipt).contains("lee-5");
      var id = Objects.requireNonNull(erasure.text("id"));
      assertThat(api.send("POST", "/api/v1/erasures/" + id + "/scrub", "").statusCode())
          .isEqualTo(202);
      while (!"scrubbed".equals(api.get("/api/v1/erasures/" + id).text("state"))) {
        assertThat(Api.text(api.send("GET", "/api/v1/erasures/" + id, "")))
            .doesNotContain("\"error\":\"");
      }
    }
    var ledger = LedgerCheck.check(data.resolve(Serve.WORKSPACE).resolve("consent"));
    assertThat(ledger.faults()).isEmpty();
    assertThat(ledger.erased()).isEqualTo(2);
    assertThat(new DataSearch(List.of(KIM, MAIL)).in(data).places()).isEmpty();
    assertThat(new DataSearch(List.of("lee-5")).in(data).places()).isNotEmpty();
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      assertThat(Api.text(api.send("GET", "/api/v1/consents/1", ""))).doesNotContain(KIM);
      assertThat(Api.text(api.send("GET", "/api/v1/consents/2", ""))).contains("lee-5");
    }
  }

  private static Value number(int number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  /// How much an erasure found in a place.
  private static Value found(Value.Fields erasure, String wanted) {
    for (var place : ((Value.Items) Objects.requireNonNull(erasure.get("places"))).values()) {
      if (wanted.equals(((Value.Fields) place).text("place"))) {
        return Objects.requireNonNull(((Value.Fields) place).get("found"));
      }
    }
    throw new AssertionError("no " + wanted + " in " + erasure);
  }
}
