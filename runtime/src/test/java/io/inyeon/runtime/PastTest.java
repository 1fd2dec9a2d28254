package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.recall.ProfileChange.Cause;
import io.inyeon.core.recall.ProfileChange.What;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Profile;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.Recall;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People as of other times, from a real log, state and archive.
class PastTest {
  private static final long JUNE = Instant.parse("2026-06-01T00:00:00Z").toEpochMilli();
  private static final long DAY = 24L * 60 * 60 * 1000;

  @TempDir Path folder;

  private long now = JUNE;
  private Workspace workspace;
  private int sent;

  @BeforeEach
  void open() throws Exception {
    workspace = workspace(folder.resolve("one"));
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  private Workspace workspace(Path where) throws Exception {
    if (!(Config.read(Setting.Command.SERVE, List.of(), java.util.Map.of())
        instanceof Config.Reading.Good(var config))) {
      throw new AssertionError("the standard configuration is good");
    }
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    var made = Workspace.open(where, config.with(Setting.LOG_SEGMENT_MB, "1"), clock);
    var number = 1;
    for (var kind : SourceKind.values()) {
      made.enter(
          new Entry.SourceSaved(
              0,
              now,
              "kim",
              new Source("s" + number, number, "s", kind, List.of(), true, 1, true, true, 0)));
      number++;
    }
    return made;
  }

  private static int number(SourceKind kind) {
    return List.of(SourceKind.values()).indexOf(kind) + 1;
  }

  /// Sends an event that happened `daysAgo` before it arrives.
  private void send(Workspace to, SourceKind kind, double daysAgo, String fields) throws Exception {
    var time = Instant.ofEpochMilli(now - (long) (daysAgo * DAY));
    var body =
        ("{\"messageId\":\"m" + sent++ + "\",\"timestamp\":\"" + time + "\"," + fields + "}")
            .getBytes(UTF_8);
    var envelope =
        new Envelope(number(kind), now, null, "edge", null, Value.Fields.EMPTY, body.length);
    to.take(List.of(new Collected(envelope, body, JsonReader.event(body))), true);
  }

  private void send(SourceKind kind, double daysAgo, String fields) throws Exception {
    send(workspace, kind, daysAgo, fields);
  }

  private Past past(int mostEvents) {
    return new Past(workspace, people(), mostEvents);
  }

  private People people() {
    return new People(workspace, new Happenings(workspace));
  }

  private @Nullable Profile asOf(String who, long at, long known) throws Exception {
    var found = past(Past.MOST_EVENTS).profile(Who.of(who), at, known);
    return found == null ? null : found.profile();
  }

  private static Value city(Profile profile) {
    return Objects.requireNonNull(profile.traits().get("city")).value();
  }

  private static List<String> identifiers(@Nullable Profile profile) {
    return Objects.requireNonNull(profile).identifiers().stream()
        .map(known -> known.type() + ":" + known.value())
        .toList();
  }

  @Test
  void aPersonIsTheSumOfWhatHadHappenedOrHadArrivedByThen() throws Exception {
    send(SourceKind.BROWSER, 0, "\"type\":\"page\",\"anonymousId\":\"a\"");
    now += 10 * DAY;
    send(
        SourceKind.BROWSER,
        0,
        "\"type\":\"identify\",\"anonymousId\":\"a\",\"userId\":\"u\",\"traits\":{\"city\":\"Seoul\"}");
    now += 30 * DAY; // the archive begins another month
    send(
        SourceKind.SERVER,
        35,
        "\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"city\":\"Busan\",\"email\":\"k@x.kr\"}");
    send(SourceKind.BROWSER, 0, "\"type\":\"track\",\"event\":\"Seen\",\"anonymousId\":\"a\"");

    assertThat(asOf("anonymous_id:a", JUNE - 1, Recall.EVER)).isNull();
    assertThat(asOf("user_id:none", Recall.EVER, Recall.EVER)).isNull();
    var first = asOf("anonymous_id:a", JUNE + DAY, Recall.EVER);
    assertThat(identifiers(first)).containsExactly("anonymous_id:a");
    // By the time of the events the late import had happened on the fifth day.
    var sixth = Objects.requireNonNull(asOf("user_id:u", JUNE + 6 * DAY, Recall.EVER));
    assertThat(identifiers(sixth)).containsExactly("user_id:u", "email:k@x.kr");
    assertThat(city(sixth)).isEqualTo(new Value.Text("Busan"));
    // By what had arrived it had not.
    var then = Objects.requireNonNull(asOf("user_id:u", Recall.EVER, JUNE + 12 * DAY));
    assertThat(identifiers(then)).containsExactly("user_id:u", "anonymous_id:a");
    assertThat(city(then)).isEqualTo(new Value.Text("Seoul"));
    assertThat(asOf("user_id:u", JUNE + 6 * DAY, JUNE + 12 * DAY)).isNull();
    assertThat(asOf("user_id:u", Recall.EVER, Recall.EVER))
        .isEqualTo(Objects.requireNonNull(people().profile(Who.of("user_id:u"))).profile());
  }

  @Test
  void theChangesSayWhatMadeThem() throws Exception {
    send(SourceKind.BROWSER, 0, "\"type\":\"page\",\"anonymousId\":\"a\"");
    send(SourceKind.SERVER, 0, "\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"age\":20}");
    now += DAY;
    send(
        SourceKind.BROWSER,
        0,
        "\"type\":\"identify\",\"anonymousId\":\"a\",\"userId\":\"u\",\"traits\":{\"age\":21}");
    now += DAY;
    workspace.enter(
        new Entry.CutMade(
            0,
            now,
            "lee",
            new Cut(
                "c1",
                new TreeSet<>(List.of(new Identifier("user_id", "u"))),
                new TreeSet<>(List.of(new Identifier("anonymous_id", "a"))),
                now,
                "lee",
                "a family tablet")));
    var changes =
        Objects.requireNonNull(
                past(Past.MOST_EVENTS).changes(Who.of("user_id:u"), JUNE, Recall.EVER, Recall.EVER))
            .changes();
    assertThat(changes).hasSize(8);
    assertThat(changes.get(0).what()).isInstanceOf(What.Merged.class);
    assertThat(changes.get(1).what())
        .isEqualTo(new What.Joined(new Identifier("anonymous_id", "a")));
    assertThat(changes.get(2).what())
        .isEqualTo(
            new What.OfTrait(
                "age",
                new Value.Decimal(java.math.BigDecimal.valueOf(20)),
                new Value.Decimal(java.math.BigDecimal.valueOf(21))));
    assertThat(changes.get(2).cause())
        .isInstanceOfSatisfying(
            Cause.ByEvent.class, by -> assertThat(by.head().messageId()).isEqualTo("m2"));
    // The visit from before is theirs now, too, and this one.
    var visit = new What.SessionBegan(changes.get(0).time() - DAY, null);
    assertThat(changes.get(3).what()).isEqualTo(visit);
    assertThat(changes.get(4).what()).isEqualTo(new What.SessionBegan(changes.get(0).time(), null));
    assertThat(changes.get(5).what()).isInstanceOf(What.Split.class);
    assertThat(changes.get(6).what()).isInstanceOf(What.Left.class);
    assertThat(changes.get(7).what()).isEqualTo(new What.SessionGone(visit.start(), null));
    assertThat(changes.get(7).cause())
        .isInstanceOfSatisfying(
            Cause.ByOperator.class, by -> assertThat(by.entry()).isInstanceOf(Entry.CutMade.class));
  }

  @Test
  void aTypeThatNobodyKnewThenIsNoIdentifierInHindsight() throws Exception {
    var external =
        "\"type\":\"page\",\"userId\":\"%s\",\"context\":{\"externalIds\":[{\"type\":\"loyalty\","
            + "\"id\":\"%s\",\"collection\":\"users\",\"encoding\":\"none\"}]}";
    send(SourceKind.BROWSER, 0, external.formatted("u", "l1"));
    send(SourceKind.SERVER, 0, external.formatted("v", "l2"));
    send(SourceKind.BROWSER, 0, external.formatted("u", "l3"));
    var live = Objects.requireNonNull(people().profile(Who.of("user_id:u"))).profile();
    assertThat(identifiers(live)).containsExactly("user_id:u", "loyalty:l3");
    assertThat(asOf("user_id:u", Recall.EVER, Recall.EVER)).isEqualTo(live);

    // Nor when somebody lists the type later, and everything is made anew.
    var rules = workspace.rules().document();
    assertThat(rules.types()).anyMatch(type -> type.name().equals("loyalty"));
    assertThat(asOfRules(rules, "KR")).isEqualTo(live);
    assertThat(asOf("user_id:u", Recall.EVER, Recall.EVER)).isEqualTo(live);
    assertThat(people().profile(Who.of("loyalty:l1"))).isNull();
  }

  @Test
  void aPhoneNumberIsSpeltAnewByOtherRulesAndStaysTheSamePersons() throws Exception {
    send(
        SourceKind.SERVER,
        0,
        "\"type\":\"identify\",\"userId\":\"u\",\"traits\":{\"phone\":\"020 7946 0018\"}");
    assertThat(identifiers(asOf("user_id:u", Recall.EVER, Recall.EVER)))
        .containsExactly("user_id:u", "phone:+822079460018");
    assertThat(identifiers(asOfRules(workspace.rules().document(), "GB")))
        .containsExactly("user_id:u", "phone:+442079460018");
    assertThat(identifiers(asOf("user_id:u", Recall.EVER, Recall.EVER)))
        .containsExactly("user_id:u", "phone:+442079460018");
  }

  /// The live person `u` after a rebuild by a next version of the rules, for another country.
  private Profile asOfRules(RulesDocument rules, String region) throws Exception {
    workspace.enter(
        new Entry.RulesSaved(
            0,
            now,
            "kim",
            new RulesDocument(
                rules.version() + 1,
                rules.workspaceKey(),
                region,
                rules.currency(),
                rules.timeZone(),
                rules.types(),
                rules.customType(),
                rules.traits(),
                rules.rates()),
            ""));
    workspace.tasks().rebuild("kim");
    workspace.tasks().await();
    assertThat(workspace.rules().document().version()).isEqualTo(rules.version() + 1);
    return Objects.requireNonNull(people().profile(Who.of("user_id:u"))).profile();
  }

  @Test
  void rulesCountFromWhenTheyCameIntoForceAndNotFromWhenTheyWereSaved() throws Exception {
    send(SourceKind.SERVER, 0, "\"type\":\"identify\",\"userId\":\"u\",\"anonymousId\":\"a\"");
    now += DAY;
    var rules = workspace.rules().document();
    var types = new ArrayList<>(rules.types());
    types.replaceAll(type -> type.name().equals("anonymous_id") ? blocked(type, "a") : type);
    var saved = now;
    workspace.enter(new Entry.RulesSaved(0, now, "kim", with(rules, types), "a test device"));
    now += DAY; // nobody has applied them yet
    var between = asOf("user_id:u", now, Recall.EVER);
    assertThat(identifiers(between)).containsExactly("user_id:u", "anonymous_id:a");
    now += DAY;
    workspace.tasks().rebuild("kim");
    workspace.tasks().await();
    var applied = now;
    now += DAY;
    assertThat(identifiers(asOf("user_id:u", now, Recall.EVER))).containsExactly("user_id:u");
    assertThat(identifiers(asOf("user_id:u", applied - 1, Recall.EVER)))
        .containsExactly("user_id:u", "anonymous_id:a");
    var changes =
        Objects.requireNonNull(
                past(Past.MOST_EVENTS)
                    .changes(Who.of("user_id:u"), saved - 1, Recall.EVER, Recall.EVER))
            .changes();
    assertThat(changes).isNotEmpty().allMatch(change -> change.time() == applied);
    var inForce = Objects.requireNonNull(workspace.state().read(new Key.OfSavedRules(2)));
    assertThat(inForce.inForceSince()).isEqualTo(applied);
  }

  private static IdentifierType blocked(IdentifierType type, String value) {
    return new IdentifierType(
        type.name(),
        type.priority(),
        type.anchor(),
        type.limit(),
        List.of(value),
        type.blockedPatterns(),
        type.normaliser(),
        type.sharedAbove(),
        type.hubAbove(),
        type.linkedBy());
  }

  private static RulesDocument with(RulesDocument rules, List<IdentifierType> types) {
    return RebuildTest.version(
        new RulesDocument(
            rules.version(),
            rules.workspaceKey(),
            rules.region(),
            rules.currency(),
            rules.timeZone(),
            types,
            rules.customType(),
            rules.traits(),
            rules.rates()),
        rules.version() + 1);
  }

  @Test
  void whatIsTooLongIsSaidToBe() throws Exception {
    for (var i = 0; i < 11; i++) {
      send(SourceKind.BROWSER, 0, "\"type\":\"page\",\"anonymousId\":\"a\"");
    }
    assertThat(past(11).profile(Who.of("anonymous_id:a"), Recall.EVER, Recall.EVER)).isNotNull();
    assertThatThrownBy(() -> past(10).profile(Who.of("anonymous_id:a"), Recall.EVER, Recall.EVER))
        .isInstanceOf(Recall.TooMuch.class);
    assertThatThrownBy(
            () -> past(10).changes(Who.of("anonymous_id:a"), 0, Recall.EVER, Recall.EVER))
        .isInstanceOf(Recall.TooMuch.class);
  }

  @Test
  void anybodyAsOfNowIsAsTheyAreNow() throws Exception {
    var random = new Random(7);
    var all = new ArrayList<String>();
    for (var i = 0; i < 6; i++) {
      all.addAll(List.of("user_id:u" + i, "anonymous_id:a" + i, "email:e" + i + "@x.kr"));
    }
    for (var i = 0; i < 300; i++) {
      now += random.nextInt(20) * 3_600_000L;
      var fields = new ArrayList<String>(List.of("\"type\":\"identify\""));
      if (random.nextBoolean()) {
        fields.add("\"userId\":\"u" + random.nextInt(6) + "\"");
      }
      fields.add("\"anonymousId\":\"a" + random.nextInt(6) + "\"");
      fields.add(
          "\"traits\":{\"n\":"
              + i
              + (random.nextInt(3) == 0 ? ",\"email\":\"e" + random.nextInt(6) + "@x.kr\"" : "")
              + "}");
      send(
          List.of(SourceKind.values()).get(random.nextInt(4)),
          random.nextInt(40),
          String.join(",", fields));
    }
    for (var who : all) {
      var live = people().profile(Who.of(who));
      assertThat(asOf(who, Recall.EVER, Recall.EVER))
          .as(who)
          .isEqualTo(live == null ? null : live.profile());
    }
  }
}
