package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quality.AlertNews;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Watching what happens.
final class LiveStreamTest {
  private final House house = new House();
  private final Server server =
      Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system());

  @AfterEach
  void stop() {
    house.feed.end();
    server.close();
  }

  private void happens(long position, String source, String name, String outcome) {
    house.feed.tell(
        new Happened(
            position,
            source,
            "m" + position,
            "track",
            name,
            0,
            0,
            "user_id:u1",
            "[]",
            "{}".getBytes(UTF_8)),
        outcome);
  }

  /// The first lines of a stream, up to the first that holds a text.
  private List<String> watch(String query, String until) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + server.port() + "/api/v1/live?" + query))
              .header("Authorization", "Bearer " + House.ADMIN)
              .build();
      var reply = http.send(request, HttpResponse.BodyHandlers.ofLines());
      assertThat(reply.statusCode()).isEqualTo(200);
      assertThat(reply.headers().firstValue("content-type").orElse(""))
          .startsWith("text/event-stream");
      var lines = new ArrayList<String>();
      for (var all = reply.body().iterator(); all.hasNext(); ) {
        var line = all.next();
        lines.add(line);
        if (line.contains(until)) {
          break;
        }
      }
      http.shutdownNow();
      return lines;
    }
  }

  @Test
  void theNumbersComeAtOnce() throws Exception {
    assertThat(watch("topics=status", "data:")).contains("event: status");
  }

  @Test
  void aStreamIsTakenUpWhereItEnded() throws Exception {
    happens(1, "src_web", "A", "accepted");
    happens(2, "src_web", "B", "accepted");
    happens(3, "src_web", "C", "quarantined");
    var lines = watch("topics=events&after=1", "\"events\"");
    assertThat(lines).contains("id: 3", "event: events");
    assertThat(lines.getLast())
        .contains("\"passed\":2", "\"missed\":0", "\"name\":\"B\"", "\"outcome\":\"quarantined\"")
        .doesNotContain("\"name\":\"A\"");
  }

  @Test
  void aStreamThatToldOfNoEventIsTakenUpWhereItHadLooked() throws Exception {
    happens(1, "src_web", "A", "accepted");
    happens(2, "src_web", "A", "accepted");
    assertThat(watch("topics=status,events", "data:")).containsSequence("id: 2", "event: status");
    assertThat(watch("topics=status", "data:")).noneMatch(line -> line.startsWith("id:"));
  }

  @Test
  void whoWasAwayTooLongIsToldHowMuchTheyMissed() throws Exception {
    happens(8, "src_web", "A", "accepted");
    happens(9, "src_web", "B", "accepted");
    house.feed.forgotten = 8;
    assertThat(watch("topics=events&after=2", "\"events\"").getLast())
        .contains("\"missed\":6", "\"passed\":1");
  }

  @Test
  void onlyWhatIsAskedForPasses() throws Exception {
    happens(1, "src_web", "A", "accepted");
    happens(2, "src_server", "A", "accepted");
    happens(3, "src_web", "A", "quarantined");
    happens(4, "src_web", "B", "accepted");
    assertThat(
            watch("topics=events&after=0&source=src_web&name=A&outcome=accepted&text=U1", "passed")
                .getLast())
        .contains("\"passed\":1", "\"m1\"");
  }

  @Test
  void howManyPassedIsTrueWhenNotAllAreShown() throws Exception {
    for (var i = 1; i <= 120; i++) {
      happens(i, "src_web", "A", "accepted");
    }
    var last = watch("topics=events&after=0", "passed").getLast();
    assertThat(last).contains("\"passed\":120", "\"m120\"").doesNotContain("\"m70\"");
  }

  @Test
  void newsOfAlertsComeToWhoAsksForThemAndNobodyMissesAny() throws Exception {
    happens(1, "src_web", "A", "accepted");
    alerted(2, "began");
    happens(3, "src_web", "B", "accepted");
    var alone = watch("topics=alerts&after=1", "\"began\"");
    assertThat(alone).contains("event: alerts", "id: 3").doesNotContain("event: events");
    // Who goes on from an id has seen the events before it, too.
    var both = watch("topics=alerts,events&after=0", "\"passed\":2");
    assertThat(both.indexOf("event: alerts")).isLessThan(both.indexOf("event: events"));
    assertThat(
            both.subList(both.indexOf("event: alerts"), both.size()).stream()
                .filter(line -> line.startsWith("id:")))
        .containsExactly("id: 3");
    alerted(4, "ended");
    assertThat(watch("topics=alerts&after=3", "\"ended\"").getLast())
        .contains("\"position\":\"4\"")
        .doesNotContain("began");
  }

  private void alerted(long position, String what) {
    var alert =
        new Value.Fields(Map.of("what", new Value.Text(what), "code", new Value.Text("drop")));
    house.feed.alerts.add(AlertNews.kept(alert, position));
  }

  @Test
  void mistakesAndStrangersAreTurnedAway() {
    var client = new Client(server.port());
    var nothing = new byte[0];
    var key = "Authorization: Bearer " + House.ADMIN;
    assertThat(client.send("GET", "/api/v1/live", nothing).code()).isEqualTo("missing_key");
    assertThat(client.send("GET", "/api/v1/live?topics=gossip", nothing, key).code())
        .isEqualTo("invalid_topics");
    assertThat(client.send("GET", "/api/v1/live?after=x", nothing, key).code())
        .isEqualTo("invalid_position");
  }
}
