package io.inyeon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.recall.ProfileChange;
import io.inyeon.core.recall.ProfileChange.Cause;
import io.inyeon.core.recall.ProfileChange.What;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// People as of other times, over HTTP.
final class RecallTest {
  private static final String ADMIN = "Authorization: Bearer " + House.ADMIN;
  private static final String WHO = "/api/v1/profiles/user_id:u";

  private final House house = new House();
  private final Server server =
      Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system());
  private final Client client = new Client(server.port());

  @BeforeEach
  void somebodyIsKnown() {
    house.people.put("user_id:u", new Profiles.Found(ManagementTest.person(), 42));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theInstantsOfAQuestionAreUnderstood() {
    assertThat(client.get(WHO, ADMIN).status()).isEqualTo(200);
    assertThat(house.recalled).isEmpty();
    for (var query :
        List.of(
            "?at=1970-01-01T00:00:01Z",
            "?known=1970-01-01T00:00:02Z",
            "?at=1970-01-01T09:00:01%2B09:00&known=1970-01-01T00:00:02Z")) {
      var reply = client.get(WHO + query, ADMIN);
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.text()).isEqualTo(client.get(WHO, ADMIN).text());
    }
    for (var query :
        List.of("?from=1970-01-01T00:00:01Z", "?from=1970-01-01&to=1970-01-02&known=1970-01-03")) {
      assertThat(client.get(WHO + "/changes" + query, ADMIN).status()).isEqualTo(200);
    }
    assertThat(house.recalled)
        .containsExactly(
            "user_id:u at 1000 known " + Recall.EVER,
            "user_id:u at " + Recall.EVER + " known 2000",
            "user_id:u at 1000 known 2000",
            "user_id:u from 1000 to " + Recall.EVER + " known " + Recall.EVER,
            "user_id:u from 0 to 86400000 known 172800000");
  }

  @Test
  void whatIsNoQuestionIsRefused() {
    assertThat(client.get(WHO + "?at=yesterday", ADMIN).code()).isEqualTo("invalid_instant");
    assertThat(client.get(WHO + "?known=", ADMIN).code()).isEqualTo("invalid_instant");
    assertThat(client.get(WHO + "/changes", ADMIN).code()).isEqualTo("invalid_period");
    assertThat(client.get(WHO + "/changes?from=2026-03-02&to=2026-03-01", ADMIN).code())
        .isEqualTo("invalid_period");
    assertThat(client.get(WHO + "/changes?from=2026-03-02&cursor=x", ADMIN).code())
        .isEqualTo("invalid_cursor");
    assertThat(client.get("/api/v1/profiles/user_id:x?at=2026-03-01", ADMIN).code())
        .isEqualTo("profile_not_found");
    assertThat(client.get("/api/v1/profiles/user_id:x/changes?from=2026-03-01", ADMIN).code())
        .isEqualTo("profile_not_found");
    assertThat(house.recalled).hasSize(2);
  }

  @Test
  void whatCannotBeAnsweredSaysWhy() {
    house.unreadable = new Intake.Unavailable("archive_behind", 5);
    for (var path : List.of(WHO + "?at=2026-03-01", WHO + "/changes?from=2026-03-01")) {
      var reply = client.get(path, ADMIN);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("archive_behind");
      assertThat(reply.header("retry-after")).isEqualTo("5");
    }
    house.tooMuch = new Recall.TooMuch(100);
    for (var path : List.of(WHO + "?at=2026-03-01", WHO + "/changes?from=2026-03-01")) {
      var reply = client.get(path, ADMIN);
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.code()).isEqualTo("history_too_long");
      assertThat(reply.text()).contains("more than 100 events");
    }
  }

  @Test
  void changesOfEveryKindAreAsTheDocumentSays() {
    var u = new Identifier("user_id", "u");
    var a = new Identifier("anonymous_id", "a");
    var some = new TreeSet<>(List.of(a));
    var granted =
        new Consent(
            Consent.State.GRANTED,
            new ConsentStatement("ads", true, 1, "m", 1, null, null, null),
            new TreeSet<>());
    var event = new Cause.ByEvent(new Event.Head(1, "m-1", Call.TRACK, "Seen", 1_000, 2_000));
    var cut =
        new Cause.ByOperator(
            new Entry.CutMade(
                8,
                3_000,
                "kim",
                new Cut("c1", new TreeSet<>(List.of(u)), some, 3_000, "kim", "a tablet")));
    house.changes =
        numbered(
            event,
            List.of(
                new What.Merged(new ProfileId("p1"), some),
                new What.Split(new ProfileId("p2"), some),
                new What.Joined(a),
                new What.Left(a),
                new What.OfTrait("age", null, new Value.Decimal(BigDecimal.ONE)),
                new What.OfTrait("age", new Value.Decimal(BigDecimal.ONE), null),
                new What.OfConsent("ads", null, granted),
                new What.OfConsent(
                    "ads", granted, new Consent(granted.state(), granted.by(), some)),
                new What.AccountJoined("acme"),
                new What.AccountLeft("acme"),
                new What.SessionBegan(1_000, "spring"),
                new What.SessionGone(1_000, null),
                new What.OfCommerce(null, bought(1)),
                new What.OfCommerce(bought(1), bought(2))));
    var reply = client.get(WHO + "/changes?from=1970-01-01", ADMIN);
    var spec = Spec.load("profiles");
    var operation = spec.operation("/changes");
    assertThat(spec.faults(operation, reply)).isEmpty();
    assertThat(reply.text())
        .contains("\"change\":\"merged\",\"profile\":\"p1\"")
        .contains("\"change\":\"trait_set\",\"trait\":\"age\",\"new\":1,")
        .contains("\"change\":\"trait_removed\",\"trait\":\"age\",\"old\":1,")
        .contains(
            "\"change\":\"session_began\","
                + "\"session\":{\"start\":\"1970-01-01T00:00:01Z\",\"campaign\":\"spring\"},")
        .contains("\"change\":\"session_gone\",\"session\":{\"start\":\"1970-01-01T00:00:01Z\"},")
        .contains("\"change\":\"commerce\",\"new\":{\"orders\":1,\"revenue\":1000,")
        .contains("\"change\":\"commerce\",\"old\":{\"orders\":1,\"revenue\":1000,")
        .contains("\"change\":\"consent\",\"purpose\":\"ads\",\"new\":\"granted\",")
        .contains(
            "\"old\":\"granted\",\"new\":\"granted\",\"oldDevices\":[],"
                + "\"newDevices\":[{\"type\":\"anonymous_id\",\"value\":\"a\"}],")
        .contains(
            "\"cause\":{\"kind\":\"event\",\"name\":\"Seen\",\"source\":\"src_web\","
                + "\"messageId\":\"m-1\",\"receivedAt\":\"1970-01-01T00:00:02Z\","
                + "\"position\":\"7\"}")
        .endsWith("],\"position\":\"9\"}");
    house.changes = numbered(cut, List.of(new What.Left(a)));
    reply = client.get(WHO + "/changes?from=1970-01-01", ADMIN);
    assertThat(spec.faults(operation, reply)).isEmpty();
    assertThat(reply.text())
        .contains(
            "\"cause\":{\"kind\":\"cut_made\",\"author\":\"kim\",\"id\":\"c1\","
                + "\"reason\":\"a tablet\",\"position\":\"7\"}");
  }

  private static Commerce bought(int orders) {
    var revenue = BigDecimal.valueOf(1_000L * orders);
    return new Commerce(
        orders, revenue, 0, "KRW", revenue, BigDecimal.ZERO, 0, 1_000L, new TreeMap<>());
  }

  @Test
  void manyChangesComeInPages() {
    var what = new ArrayList<What>();
    for (var i = 0; i < 5; i++) {
      what.add(new What.AccountJoined("acme" + i));
    }
    house.changes =
        numbered(new Cause.ByEvent(new Event.Head(1, "m", Call.GROUP, "group", 1, 2)), what);
    var seen = new StringBuilder();
    var cursor = "";
    for (var page = 0; page < 3; page++) {
      var reply = client.get(WHO + "/changes?from=1970-01-01&limit=2" + cursor, ADMIN).text();
      for (var i = 0; i < 5; i++) {
        seen.append(reply.contains("acme" + i) ? i : "");
      }
      assertThat(reply.contains("\"next\"")).isEqualTo(page < 2);
      cursor = "&cursor=" + reply.replaceAll("(?s).*\"next\":\"([^\"]*)\".*", "$1");
    }
    assertThat(seen).hasToString("01234");
  }

  private static List<ProfileChange> numbered(Cause cause, List<What> what) {
    var changes = new ArrayList<ProfileChange>();
    for (var i = 0; i < what.size(); i++) {
      changes.add(new ProfileChange(1_000, 7, i, what.get(i), cause));
    }
    return changes;
  }
}
