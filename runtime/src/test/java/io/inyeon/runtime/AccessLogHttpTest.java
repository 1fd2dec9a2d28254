package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each read of personal data is on record before it is told.
class AccessLogHttpTest {
  private static final String KIM =
      "{\"type\":\"identify\",\"messageId\":\"i-1\",\"userId\":\"u1\",\"traits\":{\"email\":"
          + "\"kim@example.com\"}}";

  @TempDir Path data;

  private static List<Value.Fields> reads(Value.Fields page) {
    var reads = new ArrayList<Value.Fields>();
    for (var each : ((Value.Items) Objects.requireNonNull(page.get("reads"))).values()) {
      reads.add((Value.Fields) each);
    }
    return reads;
  }

  private static List<String> what(Value.Fields page) {
    return reads(page).stream().map(read -> String.valueOf(read.text("what"))).toList();
  }

  @Test
  void whoReadWhatOfWhomIsOnRecordAndNamesNobodyByTheirAddress() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      api.events(source, KIM);
      var id =
          String.valueOf(api.get("/api/v1/profiles/email:kim@example.com?task=call-17").text("id"));
      api.get("/api/v1/profiles/user_id:u1/identity");
      assertThat(api.refusal("GET", "/api/v1/profiles/email:nobody@example.com", ""))
          .isEqualTo("404 profile_not_found");
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"all\",\"name\":\"all\",\"status\":\"active\",\"condition\":{\"none\":[{"
              + "\"trait\":\"x\",\"operator\":\"exists\"}]}}");
      assertThat(api.refusal("GET", "/api/v1/segments/all/members?format=csv", ""))
          .isEqualTo("400 reason_required");
      assertThat(
              api.send("GET", "/api/v1/segments/all/members?format=csv&reason=audit", "")
                  .statusCode())
          .isEqualTo(200);

      var page = api.get("/api/v1/access-log");
      assertThat(what(page)).containsExactly("profile", "profile_identity", "segment_members");
      var first = reads(page).getFirst();
      assertThat(first.text("actor")).isEqualTo("first key");
      assertThat(first.text("from")).isEqualTo("127.0.0.1");
      assertThat(first.text("task")).isEqualTo("call-17");
      assertThat(((Value.Items) Objects.requireNonNull(first.get("people"))).values())
          .containsExactly(new Value.Text(id));
      assertThat(reads(page).getLast().text("reason")).isEqualTo("audit");
      assertThat(reads(page).getLast().text("scope")).isEqualTo("segment:all");
      assertThat(what(api.get("/api/v1/access-log?profile=" + id)))
          .containsExactly("profile", "profile_identity");
      var two = api.get("/api/v1/access-log?limit=2");
      assertThat(what(two)).hasSize(2);
      assertThat(what(api.get("/api/v1/access-log?limit=2&cursor=" + two.text("next"))))
          .startsWith("segment_members");

      var month = YearMonth.now(java.time.ZoneId.of("Asia/Seoul"));
      var review = Api.text(api.send("GET", "/api/v1/access-log/review?month=" + month, ""));
      assertThat(review).contains("\"downloadsInAll\":1", "audit", "first key");
    }
    var file = file();
    assertThat(Files.readString(file))
        .contains("profile_identity")
        .doesNotContain("kim@", "nobody@");
  }

  @Test
  void whatIsTakenAwayAsAFileIsADownloadWhateverItsForm() throws Exception {
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.events(api.source("shop", "server"), KIM);
      var taken =
          api.send(
              "POST",
              "/api/v1/profiles/user_id:u1/access-archive",
              "{\"reason\":\"request 17\",\"lang\":\"ko\"}");
      assertThat(taken.statusCode()).isEqualTo(200);
      api.ask(
          "POST",
          "/api/v1/segments",
          "{\"id\":\"all\",\"name\":\"all\",\"status\":\"active\",\"condition\":{\"none\":[{"
              + "\"trait\":\"x\",\"operator\":\"exists\"}]}}");
      var path = "/api/v1/segments/all/members?reason=audit&format=parquet";
      assertThat(api.send("GET", path, "").statusCode()).isEqualTo(200);

      var reads = reads(api.get("/api/v1/access-log"));
      assertThat(reads)
          .extracting(read -> read.text("what") + " " + read.text("reason"))
          .containsExactly("access_archive request 17", "segment_members audit");
      assertThat(reads)
          .extracting(read -> read.get("download"))
          .containsOnly(new Value.Truth(true));
      var month = YearMonth.now(java.time.ZoneId.of("Asia/Seoul"));
      var review = api.get("/api/v1/access-log/review?month=" + month);
      assertThat(review.get("downloadsInAll")).hasToString("Decimal[value=2]");
      assertThat(String.valueOf(review.get("downloads"))).contains("request 17", "audit");
    }
  }

  private Path file() {
    return data.resolve(Serve.WORKSPACE)
        .resolve("access")
        .resolve(LocalDate.now(ZoneOffset.UTC) + ".jsonl");
  }

  @Test
  void aReadThatCannotBeWrittenDownIsRefused() throws Exception {
    // A folder stands where the day's file should be; tomorrow's too, should midnight pass.
    Files.createDirectories(file());
    Files.createDirectories(
        file().resolveSibling(LocalDate.now(ZoneOffset.UTC).plusDays(1) + ".jsonl"));
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      api.events(source, KIM);
      assertThat(api.refusal("GET", "/api/v1/profiles/user_id:u1", ""))
          .isEqualTo("503 access_log_unavailable");
      assertThat(api.send("GET", "/api/v1/status", "").statusCode()).isEqualTo(200);
      Files.delete(file());
      assertThat(api.get("/api/v1/profiles/user_id:u1").text("id")).isNotEmpty();
    }
  }
}
