package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an officer needs when data got out, and the record of processing.
class BreachHttpTest {
  @TempDir Path data;

  private static String identify(String id, String user, String more) {
    return """
    {"type":"identify","messageId":"%s","userId":"%s","timestamp":"2026-02-01T00:00:00Z",
    "traits":{%s}}\
    """
        .formatted(id, user, more);
  }

  private static String csv(Api api, Value.Fields breach) throws Exception {
    var path = "/api/v1/breaches/" + breach.text("id") + "/people?format=csv";
    assertThat(api.refusal("GET", path, "")).isEqualTo("400 reason_required");
    return Api.text(api.send("GET", path + "&reason=notify", ""));
  }

  @Test
  void whoseDataGotOutIsCountedAndTold() throws Exception {
    var began = Instant.now();
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var web = api.source("web", "server");
      var crm = api.source("crm", "server");
      api.events(
          web,
          identify("i-1", "u1", "\"vip\":true,\"email\":\"one@example.com\""),
          identify("i-2", "u2", "\"vip\":true"));
      var position = api.events(crm, identify("i-3", "u3", "\"note\":\"=1+1\""));
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"vips\",\"name\":\"VIP\",\"status\":\"active\",\"condition\":"
              + "{\"trait\":\"vip\",\"operator\":\"equals\",\"value\":true}}");

      assertThat(api.refusal("POST", "/api/v1/breaches", "{\"reason\":\"r\"}"))
          .isEqualTo("400 invalid_extent");
      assertThat(
              api.refusal("POST", "/api/v1/breaches", "{\"source\":\"nothing\",\"reason\":\"r\"}"))
          .isEqualTo("422 source_not_found");
      var sources = api.get("/api/v1/sources").get("sources");
      var id =
          sources instanceof Value.Items(var items)
              ? items.stream()
                  .map(each -> (Value.Fields) each)
                  .filter(each -> "web".equals(each.text("name")))
                  .findFirst()
                  .orElseThrow()
                  .text("id")
              : "";
      var foreseen =
          api.ask("POST", "/api/v1/breaches?preview=true", "{\"source\":\"%s\"}".formatted(id));
      assertThat(foreseen.get("people")).hasToString("Decimal[value=2]");
      assertThat(String.valueOf(foreseen.get("fields"))).contains("identifier.email", "trait.vip");
      assertThat(api.get("/api/v1/breaches").get("breaches")).isEqualTo(new Value.Items(List.of()));

      var ofSource =
          api.ask(
              "POST",
              "/api/v1/breaches",
              "{\"source\":\"%s\",\"reason\":\"key on a public page\",\"discoveredAt\":\"2026-03-01T00:00:00Z\"}"
                  .formatted(id));
      assertThat(ofSource.get("people")).hasToString("Decimal[value=2]");
      assertThat(String.valueOf(ofSource.get("fields")))
          .contains("identifier.email", "trait.vip")
          .doesNotContain("note");
      assertThat(ofSource.fields("clock").text("dueAt")).startsWith("2026-03-04T00:00:00");
      assertThat(ofSource.fields("clock").get("overdue")).isEqualTo(new Value.Truth(true));
      assertThat(csv(api, ofSource)).contains("one@example.com", "u2").doesNotContain("u3");

      var period =
          api.ask(
              "POST",
              "/api/v1/breaches",
              "{\"from\":\"%s\",\"to\":\"%s\",\"reason\":\"an open port\"}"
                  .formatted(began, Instant.now().plusSeconds(5)));
      assertThat(period.get("people")).hasToString("Decimal[value=3]");

      // A file that somebody took: the members of the segment at that moment.
      var taken =
          api.send(
              "GET",
              "/api/v1/segments/vips/members?format=csv&reason=mailing&at-least=" + position,
              "");
      var request = taken.headers().firstValue("Request-Id").orElseThrow();
      var at = Instant.now().plus(Duration.ofHours(3)); // about when it was
      api.events(crm, identify("i-4", "u4", "\"vip\":true"));
      var export =
          api.ask(
              "POST",
              "/api/v1/breaches",
              "{\"export\":\"%s\",\"at\":\"%s\",\"reason\":\"a lost laptop\"}"
                  .formatted(request, at));
      assertThat(export.get("people")).hasToString("Decimal[value=2]");
      assertThat(csv(api, export)).contains("u1", "u2").doesNotContain("u4");
      assertThat(
              api.refusal(
                  "POST",
                  "/api/v1/breaches",
                  "{\"export\":\"nothing\",\"at\":\"%s\",\"reason\":\"r\"}".formatted(at)))
          .isEqualTo("422 export_not_found");

      api.ask(
          "PUT",
          "/api/v1/record-of-processing/controller",
          """
          {"name":"인연상점","officer":"보호책임자","contact":"dpo@example.com","transfers":
          [{"recipient":"Cloud Co","country":"US","purpose":"hosting"}]}\
          """);
      var drafts = api.get("/api/v1/breaches/" + ofSource.text("id") + "/drafts?lang=ko");
      assertThat(drafts.text("authority"))
          .contains("제34조", "72시간", "인연상점", "2명", "email", "2026-03-04 09:00")
          .as("by the clock on the wall")
          .doesNotContain("UTC");
      assertThat(drafts.text("subjects")).contains("인연상점", "dpo@example.com");
      assertThat(
              api.get("/api/v1/breaches/" + ofSource.text("id") + "/drafts?lang=en")
                  .text("authority"))
          .contains(
              "article 33",
              "Approximate number of data subjects: 2",
              "2026-03-04 09:00 (GMT+09:00)");
      api.ask(
          "PATCH",
          "/api/v1/breaches/" + ofSource.text("id"),
          "{\"authorityAt\":\"2026-03-02T00:00:00Z\"}");
      assertThat(api.get("/api/v1/breaches/" + ofSource.text("id")).fields("clock").get("overdue"))
          .isEqualTo(new Value.Truth(false));
      var log = Api.text(api.send("GET", "/api/v1/access-log", ""));
      assertThat(log).contains("breach_people", "breach:" + ofSource.text("id"), "notify");

      var record = api.get("/api/v1/record-of-processing");
      while (!record.toString().contains("name=Text[value=vip]")) {
        record = api.get("/api/v1/record-of-processing"); // the vocabulary follows the log
      }
      assertThat(record.toString()).contains("Cloud Co", "email_marketing", "전자상거래법");
      var page = api.send("GET", "/api/v1/record-of-processing?format=html&lang=ko", "");
      assertThat(Api.text(page))
          .contains("개인정보 처리 활동 기록", "인연상점", "국외 이전", "Cloud Co", "vip")
          .doesNotContain("<script");
    }
    try (var server = RealServer.start(data)) {
      var all = new Api(server.port()).get("/api/v1/breaches").get("breaches");
      assertThat(((Value.Items) Objects.requireNonNull(all)).values()).hasSize(3);
    }
  }
}
