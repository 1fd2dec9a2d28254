package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Count;
import io.inyeon.core.unify.EarlierActivity;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.LinkEvidence;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Sessions;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.Trait;
import io.inyeon.runtime.Intake;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators and their programs read and change.
final class ManagementTest {
  private static final String ADMIN = "Authorization: Bearer " + House.ADMIN;
  private static final long DAY = 86_400_000L;
  private final House house = new House();
  private final Server server =
      Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system());
  private final Client client = new Client(server.port());

  @BeforeEach
  void somebodyIsKnown() {
    house.people.put("user_id:u 1/2:3", new Profiles.Found(person(), 42));
    house.people.put("abc", new Profiles.Found(person(), 42));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void nobodyComesInWithoutAKey() {
    for (var route : ManagementRoute.values()) {
      if (route.door() != ManagementRoute.Door.KEY) {
        continue;
      }
      var path = route.template.replaceAll("\\{.*?}", "x");
      var none = client.send(route.method, path, new byte[0]);
      assertThat(none.status()).as(route.name()).isEqualTo(401);
      assertThat(none.code()).isEqualTo("missing_key");
      assertThat(none.header("www-authenticate")).isEqualTo("Bearer");
      assertThat(client.send(route.method, path, new byte[0], "Authorization: Bearer x").code())
          .isEqualTo("unknown_key");
      assertThat(client.send(route.method, path, new byte[0], "Authorization: Basic x").code())
          .isEqualTo("missing_key");
      var link =
          client.send(
              route.method, path, new byte[0], "Authorization: Bearer " + House.OWNER_TOKEN);
      assertThat(link.status()).isEqualTo(403);
      assertThat(link.code()).isEqualTo("owner_link_only");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/profiles/user_id:u%201%2F2:3",
        "/api/v1/profiles/user_id%3Au%201%2f2%3A3/",
        "/api/v1/profiles/abc"
      })
  void aPersonIsFoundByAnyName(String path) {
    var reply = client.get(path, ADMIN);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("cache-control")).isEqualTo("no-store");
    var spec = Spec.load("profiles");
    assertThat(spec.faults(operation(spec, "profile"), reply)).isEmpty();
    assertThat(reply.text())
        .isEqualTo(
            "{\"id\":\"abc\",\"known\":true,\"identifiers\":[{\"type\":\"user_id\",\"value\":\"u"
                + " 1/2:3\","
                + "\"firstSeen\":\"1970-01-01T00:00:00Z\",\"lastSeen\":\"1970-01-02T00:00:00Z\"},"
                + "{\"type\":\"email\",\"value\":\"k@shop.example\"}],"
                + "\"traits\":{\"이름\":{\"value\":\"김\",\"source\":\"src_server\","
                + "\"time\":\"1970-01-01T00:00:00Z\",\"messageId\":\"m1\",\"party\":1,"
                + "\"others\":[{\"value\":7,\"source\":\"99\",\"time\":\"1970-01-02T00:00:00Z\","
                + "\"messageId\":\"m2\",\"party\":2}],\"more\":3}},"
                + "\"events\":{\"total\":2,\"byName\":{\"identify\":{\"count\":2,"
                + "\"first\":\"1970-01-01T00:00:00Z\",\"last\":\"1970-01-02T00:00:00Z\"}},"
                + "\"other\":{\"count\":1,\"first\":\"1970-01-01T00:00:00Z\","
                + "\"last\":\"1970-01-01T00:00:00Z\"}},"
                + "\"sessions\":{\"count\":2,\"known\":[{\"start\":\"1970-01-01T23:59:00Z\","
                + "\"end\":\"1970-01-02T00:00:00Z\",\"lengthMs\":60000,\"pages\":2,\"events\":5,\"campaign\":\"spring"
                + " / naver / cpc\"},{\"start\":\"1970-01-01T00:01:00Z\","
                + "\"end\":\"1970-01-01T00:01:00Z\",\"lengthMs\":0,\"pages\":0,\"events\":1}],"
                + "\"earlier\":{\"events\":40,\"pages\":30,\"last\":\"1970-01-01T00:00:01Z\"}},"
                + "\"commerce\":{\"orders\":1,\"revenue\":12900,\"returns\":0,\"currency\":\"KRW\","
                + "\"gross\":12900,\"refunded\":0,\"cancelled\":0,"
                + "\"lastOrderAt\":\"1970-01-02T00:00:00Z\","
                + "\"unconverted\":{\"USD\":{\"gross\":1.50,\"refunded\":0.00}}},"
                + "\"accounts\":[{\"id\":\"acme\",\"count\":1,\"first\":\"1970-01-01T00:00:00Z\","
                + "\"last\":\"1970-01-01T00:00:00Z\"}],"
                + "\"consents\":{\"email_marketing\":{\"state\":\"devices_only\","
                + "\"time\":\"1970-01-01T00:00:00Z\",\"source\":\"src_web\",\"messageId\":\"m3\","
                + "\"wording\":\"v2\",\"channel\":\"web\","
                + "\"devices\":[{\"type\":\"anonymous_id\",\"value\":\"a\"}]}},"
                + "\"createdAt\":\"1970-01-01T00:00:00Z\",\"lastSeenAt\":\"1970-01-02T00:00:00Z\","
                + "\"leftOut\":{\"traits\":1,\"largeValues\":0,\"accounts\":0,\"orders\":0,"
                + "\"amounts\":0,\"purposes\":false},\"position\":\"42\"}");
  }

  @Test
  void anUnknownPersonIsATypedAnswer() {
    for (var tail : List.of("", "/events", "/identity")) {
      var reply = client.get("/api/v1/profiles/email:nobody@x.example" + tail, ADMIN);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
      assertThat(reply.code()).isEqualTo("profile_not_found");
    }
  }

  @Test
  void whyItIsOnePersonIsTold() {
    var user = new Identifier("user_id", "u");
    var device = new Identifier("anonymous_id", "a");
    var email = new Identifier("email", "e");
    house.ties =
        new Profiles.Ties(
            new ProfileId("abc"),
            List.of(user, email, device),
            List.of(
                tie(new Link(new Pair(user, device), new Stamp(2, 0, "m1"), true), "src_web"),
                tie(new Link(new Pair(email, device), new Stamp(1, DAY, "m2"), false), null)),
            7);
    var reply = client.get("/api/v1/profiles/abc/identity", ADMIN);
    var spec = Spec.load("profiles");
    assertThat(spec.faults(spec.operation("/identity"), reply)).isEmpty();
    assertThat(reply.items("links"))
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .contains("m1", "user_id", "anonymous_id");
    assertThat(reply.items("spareLinks")).hasSize(1);
    assertThat(reply.json().text("position")).isEqualTo("7");
  }

  @Test
  void eventsComeInPages() {
    for (var i = 0; i < 3; i++) {
      house.happened.add(happened("m" + i, "[]"));
    }
    var first = client.get("/api/v1/profiles/abc/events?limit=2", ADMIN);
    var spec = Spec.load("profiles");
    assertThat(spec.faults(spec.operation("/events"), first)).isEmpty();
    assertThat(first.items("events")).hasSize(2);
    assertThat(((Value.Fields) first.items("events").getFirst()).text("body")).isEqualTo("{\"가\":");
    var next = first.json().text("next");
    var second = client.get("/api/v1/profiles/abc/events?limit=2&cursor=" + next, ADMIN);
    assertThat(second.items("events")).hasSize(1);
    assertThat(second.json().get("next")).isNull();
    assertThat(client.get("/api/v1/profiles/abc/events?cursor=mine", ADMIN).code())
        .isEqualTo("invalid_cursor");
    for (var limit : List.of("0", "201", "x", "-1", "")) {
      assertThat(client.get("/api/v1/profiles/abc/events?limit=" + limit, ADMIN).code())
          .isEqualTo("invalid_limit");
    }
  }

  @Test
  void quarantinedEventsAndTheWaysOfEventsAreTold() {
    house.happened.add(happened("m/1", "[{\"code\":\"no_identifier\"}]"));
    var spec = Spec.load("operations");
    var quarantine = client.get("/api/v1/quarantine?source=src_web", ADMIN);
    assertThat(spec.faults(operation(spec, "quarantine"), quarantine)).isEmpty();
    assertThat(quarantine.text()).contains("\"reasons\":[{\"code\":\"no_identifier\"");
    var trace = client.get("/api/v1/trace/m%2F1", ADMIN);
    assertThat(spec.faults(operation(spec, "trace"), trace)).isEmpty();
    assertThat(trace.text()).contains("\"name\":\"received\"", "\"result\":\"quarantined\"");
    assertThat(client.get("/api/v1/trace/never", ADMIN).code()).isEqualTo("event_not_found");
  }

  @Test
  void whatCannotBeReadIsSaidToBeMissing() {
    house.missing = List.of("2026-03");
    assertThat(client.get("/api/v1/quarantine", ADMIN).text())
        .contains("\"missing\":[\"2026-03\"]");
    house.unreadable = new Intake.Unavailable("archive_failed", 3);
    var reply = client.get("/api/v1/quarantine", ADMIN);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("archive_failed");
  }

  @Test
  void aReadMayWaitForAWrite() {
    house.readable = 10;
    house.archivedTo = 5;
    assertThat(client.get("/api/v1/quarantine?at-least=5", ADMIN).status()).isEqualTo(200);
    assertThat(client.get("/api/v1/quarantine?at-least=6", ADMIN).code()).isEqualTo("not_yet");
    assertThat(client.get("/api/v1/profiles/abc/events?at-least=6", ADMIN).code())
        .isEqualTo("not_yet");
    assertThat(client.get("/api/v1/status?at-least=10", ADMIN).status()).isEqualTo(200);
    assertThat(client.get("/api/v1/profiles/abc?at-least=10", ADMIN).status()).isEqualTo(200);
    var late = client.get("/api/v1/profiles/abc?at-least=11", ADMIN);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.code()).isEqualTo("not_yet");
    assertThat(late.header("retry-after")).isEqualTo("1");
    for (var wrong : List.of("", "x", "-1", "1e3", "99999999999999999999")) {
      assertThat(client.get("/api/v1/quarantine?at-least=" + wrong, ADMIN).code())
          .isEqualTo("invalid_position");
    }
  }

  @Test
  void aSourceIsMadeRotatedClosedAndOpened() {
    var made = client.post("/api/v1/sources", "{\"name\":\" 매장 \",\"kind\":\"server\"}", ADMIN);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().text("name")).isEqualTo("매장");
    assertThat(made.json().text("kind")).isEqualTo("server");
    var id = made.json().text("id");
    var key = made.json().text("writeKey");
    assertThat(track(key)).isEqualTo(200);

    var rotated = client.post("/api/v1/sources/" + id + "/rotate", "", ADMIN);
    assertThat(rotated.json().text("writeKey")).isNotEqualTo(key);
    assertThat(rotated.items("writeKeys")).hasSize(2);
    assertThat(track(key)).isEqualTo(200);
    var alone = client.post("/api/v1/sources/" + id + "/rotate", "{\"keepOld\":false}", ADMIN);
    assertThat(alone.items("writeKeys")).hasSize(1);
    assertThat(track(key)).isEqualTo(401);

    var fresh = alone.json().text("writeKey");
    assertThat(client.post("/api/v1/sources/" + id + "/disable", "", ADMIN).json().get("enabled"))
        .isEqualTo(new Value.Truth(false));
    assertThat(track(fresh)).isEqualTo(401);
    assertThat(client.post("/api/v1/sources/" + id + "/enable", "", ADMIN).status()).isEqualTo(200);
    assertThat(track(fresh)).isEqualTo(200);
    assertThat(client.get("/api/v1/sources", ADMIN).items("sources")).hasSize(4);
    assertThat(client.post("/api/v1/sources/none/disable", "", ADMIN).code())
        .isEqualTo("source_not_found");
  }

  private int track(@Nullable String key) {
    return client.post("/v1/track", "{\"userId\":\"u\"}", "X-Write-Key: " + key).status();
  }

  @Test
  void aSourceIsOfOnePartyAndIsTrustedAsFarAsTheOperatorSays() {
    var plain = client.post("/api/v1/sources", "{\"name\":\"x\",\"kind\":\"app\"}", ADMIN).json();
    assertThat(plain.get("party")).isEqualTo(new Value.Decimal(BigDecimal.ONE));
    assertThat(plain.get("trustsProperties")).isEqualTo(new Value.Truth(false));
    assertThat(plain.get("aliasesAnchors")).isEqualTo(new Value.Truth(false));
    var body =
        "{\"name\":\"survey\",\"kind\":\"server\",\"party\":0,\"trustsProperties\":true,"
            + "\"aliasesAnchors\":true}";
    var survey = client.post("/api/v1/sources", body, ADMIN).json();
    assertThat(survey.get("party")).isEqualTo(new Value.Decimal(BigDecimal.ZERO));
    assertThat(survey.get("trustsProperties")).isEqualTo(new Value.Truth(true));
    assertThat(survey.get("aliasesAnchors")).isEqualTo(new Value.Truth(true));
  }

  @Test
  void aSourceNeedsANameAndAKind() {
    assertThat(client.post("/api/v1/sources", "{\"kind\":\"server\"}", ADMIN).code())
        .isEqualTo("invalid_name");
    assertThat(client.post("/api/v1/sources", "{\"name\":7,\"kind\":\"server\"}", ADMIN).code())
        .isEqualTo("invalid_name");
    assertThat(client.post("/api/v1/sources", "{\"name\":\"x\",\"kind\":\"SERVER\"}", ADMIN).code())
        .isEqualTo("invalid_kind");
    for (var odd :
        List.of(
            Map.entry("party", "4"),
            Map.entry("party", "\"first\""),
            Map.entry("trustsProperties", "1"),
            Map.entry("aliasesAnchors", "\"yes\""))) {
      var field = odd.getKey();
      var body = "{\"name\":\"x\",\"kind\":\"server\",\"%s\":%s}".formatted(field, odd.getValue());
      assertThat(client.post("/api/v1/sources", body, ADMIN).code())
          .isEqualTo("invalid_" + field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
    var browser = "{\"name\":\"x\",\"kind\":\"browser\",\"aliasesAnchors\":true}";
    assertThat(client.post("/api/v1/sources", browser, ADMIN).code())
        .isEqualTo("invalid_aliases_anchors");
    assertThat(client.post("/api/v1/sources", "[", ADMIN).code()).isEqualTo("invalid_json");
    assertThat(client.post("/api/v1/sources", "[]", ADMIN).code()).isEqualTo("invalid_json");
    assertThat(client.post("/api/v1/sources/src_web/rotate", "{\"keepOld\":\"no\"}", ADMIN).code())
        .isEqualTo("invalid_keep_old");
  }

  @Test
  void theOwnersLinkMakesOneKeyOnce() {
    var page = client.get("/owner/" + House.OWNER_TOKEN);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy")).contains("default-src 'none'");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(page.text())
        .contains("action=\"../api/v1/owner\"", "value=\"" + House.OWNER_TOKEN + "\"")
        .doesNotContain("<script");
    assertThat(client.get("/owner/%22%3E%3Cscript%3E").text()).doesNotContain("<script");

    var made =
        client.post("/api/v1/owner", "{\"token\":\"" + House.OWNER_TOKEN + "\",\"name\":\"Kim\"}");
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.json().text("key")).isEqualTo("made-for-Kim");
    assertThat(client.get("/api/v1/status", "Authorization: Bearer made-for-Kim").status())
        .isEqualTo(200);
    var again = client.post("/api/v1/owner", "{\"token\":\"" + House.OWNER_TOKEN + "\"}");
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.code()).isEqualTo("owner_link_spent");
    assertThat(client.post("/api/v1/owner", "{}").code()).isEqualTo("missing_token");
    assertThat(client.post("/api/v1/owner", "{\"token\":\"" + House.ADMIN + "\"}").code())
        .isEqualTo("owner_link_spent");
  }

  @Test
  void aFormIsAnsweredWithAPage() {
    var form = "token=" + House.OWNER_TOKEN + "&name=%EA%B9%80";
    var made = client.post("/api/v1/owner", form);
    assertThat(made.status()).isEqualTo(200);
    assertThat(made.text()).contains("<pre class=\"key\">made-for-김</pre>");
    var again = client.post("/api/v1/owner", form);
    assertThat(again.status()).isEqualTo(403);
    assertThat(again.header("content-type")).startsWith("text/html");
  }

  @Test
  void anOwnerIsSpokenToInKoreanOrEnglish() {
    for (var asked : List.of("ko-KR,ko;q=0.9,en;q=0.8", "fr;q=0.9, ko;q=0.8", "ko")) {
      var page = client.get("/owner/x", "Accept-Language: " + asked);
      assertThat(page.text()).as(asked).contains("<html lang=\"ko\">", "키 만들기");
      assertThat(page.header("vary")).contains("Accept-Language");
    }
    for (var asked : List.of("en-US,en;q=0.9,ko;q=0.8", "de", "*", "no;language")) {
      assertThat(client.get("/owner/x", "Accept-Language: " + asked).text())
          .as(asked)
          .contains("<html lang=\"en\">", "Make the key");
    }
  }

  @Test
  void aNameThatIsTooLongSpendsNothing() {
    var tooLong = "token=" + House.OWNER_TOKEN + "&name=" + "n".repeat(101);
    var page = client.post("/api/v1/owner", tooLong);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(client.post("/api/v1/owner", "token=" + House.OWNER_TOKEN + "&name=n").status())
        .isEqualTo(200);
  }

  @Test
  void healthIsOpenAndSaysWhatIsWrong() {
    assertThat(client.get("/health/live").text()).isEqualTo("{\"status\":\"live\"}");
    assertThat(client.get("/health/ready").text()).isEqualTo("{\"status\":\"ready\"}");
    house.ailments = List.of(new Vitals.Ailment("disk_full", "The disk is full.", "none left"));
    var ill = client.get("/health/ready");
    assertThat(ill.status()).isEqualTo(503);
    assertThat(ill.code()).isEqualTo("not_ready");
    assertThat(ill.json().text("detail")).contains("The disk is full. (none left)");
    assertThat(client.get("/health/live").status()).isEqualTo(200);
  }

  @Test
  void theStatusTellsTheNumbers() {
    var reply = client.get("/api/v1/status", ADMIN);
    assertThat(reply.text())
        .isEqualTo(
            "{\"version\":\"0.1\",\"startedAt\":\"1970-01-01T00:00:00Z\",\"outcomes\":{\"received\":10,"
                + "\"accepted\":4,\"duplicate\":3,\"quarantined\":2,\"dropped\":1},"
                + "\"sources\":[{\"id\":\"src_web\",\"outcomes\":{\"received\":10,"
                + "\"accepted\":4,\"duplicate\":3,\"quarantined\":2,\"dropped\":1}}],"
                + "\"positions\":{\"archived\":\"5\",\"decided\":\"8\",\"durable\":\"10\"},"
                + "\"lag\":2,\"bytes\":{\"log\":100},\"counts\":{\"profiles\":7},\"ailments\":[],\"behind\":[]}");
  }

  @Test
  void metricsAreForThisMachineAndForKeys() {
    client.post("/v1/batch", "{\"batch\":[{},{}]}", "X-Write-Key: wk_web");
    client.post("/v1/m", "{}");
    var metrics = client.get("/metrics");
    assertThat(metrics.header("content-type")).startsWith("application/openmetrics-text");
    assertThat(metrics.text())
        .contains(
            "# TYPE inyeon_events counter\n",
            "inyeon_events_total{outcome=\"accepted\"} 4\n",
            "inyeon_http_answers_total{status=\"200\"} 2\n",
            "inyeon_http_events_total 2\n",
            "inyeon_http_event_bytes_total 4\n",
            "inyeon_http_client_metrics_total 1\n",
            "inyeon_log_position{part=\"archived\"} 5\n",
            "inyeon_lag_entries 2\n")
        .endsWith("# EOF\n");
    assertThat(client.get("/metrics", "X-Forwarded-For: 1.2.3.4").status()).isEqualTo(401);
    assertThat(client.get("/metrics", "X-Forwarded-For: 1.2.3.4", ADMIN).status()).isEqualTo(200);
  }

  @Test
  void otherMethodsAndPlacesAreTold() {
    var reply = client.send("DELETE", "/api/v1/sources", new byte[0], ADMIN);
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("allow")).isEqualTo("GET, POST");
    assertThat(client.get("/api/v1/sources/x/y/z", ADMIN).code()).isEqualTo("not_found");
    assertThat(client.get("/api/v1/trace/", ADMIN).status()).isEqualTo(404);
    assertThat(client.get("/health/other").status()).isEqualTo(404);
    var head =
        client.raw((Client.head("HEAD", "/api/v1/status", ADMIN) + "\r\n").getBytes(ISO_8859_1));
    assertThat(head.status()).isEqualTo(200);
  }

  @Test
  void whatCannotBeMadeDurableIsNotSaidToBeDone() {
    var broken =
        new Inside(
            house,
            house.inside().sourceKeys(),
            new BrokenDesk(house),
            house,
            house,
            new HouseFinding(),
            house,
            house,
            new NoDecisions(),
            house,
            house,
            new HouseRules(),
            new HouseTasks(),
            new HouseSegments(),
            new HouseComputedTraits(),
            new HouseVocabulary(),
            new HouseConsents(),
            new HouseAccess(),
            new HouseQuality(),
            new NoScratches(),
            new NoRights(),
            (_, _, _) -> true,
            house.feed);
    try (var other =
        Server.start(HttpSettings.at("127.0.0.1", 0), broken, InstantSource.system())) {
      var reply =
          new Client(other.port())
              .post("/api/v1/sources", "{\"name\":\"x\",\"kind\":\"app\"}", ADMIN);
      assertThat(reply.status()).isEqualTo(503);
      assertThat(reply.code()).isEqualTo("disk_full");
      assertThat(reply.header("retry-after")).isEqualTo("5");
    }
  }

  /// Can read and never write.
  private record BrokenDesk(House house) implements SourceDesk {
    @Override
    public List<Source> all() {
      return house.all();
    }

    @Override
    public @Nullable Source byNumber(int number) {
      return house.byNumber(number);
    }

    @Override
    public Source create(NewSource name, String author) throws Intake.Unavailable {
      throw new Intake.Unavailable("disk_full", 5);
    }

    @Override
    public Source rotate(String id, boolean keepOld, String author) throws Intake.Unavailable {
      throw new Intake.Unavailable("disk_full", 5);
    }

    @Override
    public Source enable(String id, boolean enabled, String author) throws Intake.Unavailable {
      throw new Intake.Unavailable("disk_full", 5);
    }
  }

  private static Profiles.Tie tie(Link link, @Nullable String source) {
    return new Profiles.Tie(link, new LinkEvidence(link.best(), 1, 0, DAY, "m9", 2, 3), source);
  }

  private static Spec.Operation operation(Spec spec, String id) {
    return spec.operations().stream()
        .filter(each -> id.equals(each.body().get("operationId")))
        .findFirst()
        .orElseThrow();
  }

  private static Happened happened(String messageId, String reasons) {
    return new Happened(
        5,
        "src_web",
        messageId,
        "track",
        "Order Completed",
        0,
        DAY,
        null,
        reasons,
        "{\"가\":".getBytes(UTF_8));
  }

  static Profile person() {
    var once = new Count(1, 0, 0);
    return new Profile(
        new ProfileId("abc"),
        List.of(
            new Profile.Known("user_id", "u 1/2:3", 0L, DAY),
            new Profile.Known("email", "k@shop.example", null, null)),
        new TreeMap<>(
            Map.of(
                "이름",
                new Trait(
                    new Value.Text("김"),
                    2,
                    0,
                    "m1",
                    1,
                    List.of(
                        new Trait.Other(
                            new Value.Decimal(BigDecimal.valueOf(7)), 99, DAY, "m2", 2)),
                    3))),
        new Profile.Events(2, Map.of("identify", new Count(2, 0, DAY)), once),
        new Sessions(
            List.of(
                new Sessions.Session(DAY - 60_000, DAY, 5, 2, "spring / naver / cpc"),
                new Sessions.Session(60_000, 60_000, 1, 0, null)),
            new EarlierActivity(40, 30, 1_000)),
        new Commerce(
            1,
            BigDecimal.valueOf(12_900),
            0,
            "KRW",
            BigDecimal.valueOf(12_900),
            BigDecimal.ZERO,
            0,
            DAY,
            new TreeMap<>(
                Map.of("USD", new Commerce.Apart(new BigDecimal("1.50"), new BigDecimal("0.00"))))),
        List.of(new Profile.Account("acme", 0, 0, 1)),
        new TreeMap<>(
            Map.of(
                "email_marketing",
                new Consent(
                    Consent.State.DEVICES_ONLY,
                    new ConsentStatement("email_marketing", true, 0, "m3", 1, "v2", null, "web"),
                    new TreeSet<>(List.of(new Identifier("anonymous_id", "a")))))),
        0L,
        DAY,
        new Profile.LeftOut(1, 0, 0, 0, 0, false));
  }
}
