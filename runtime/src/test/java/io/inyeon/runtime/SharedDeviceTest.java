package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.LoginSlice;
import io.inyeon.core.unify.Profile;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A family's tablet, with a real log, state and archive.
class SharedDeviceTest {
  private static final long NOON = Instant.parse("2026-06-01T12:00:00Z").toEpochMilli();
  private static final long DAY = 24L * 60 * 60 * 1000;

  @TempDir Path folder;

  private Workspace workspace;
  private int sent;

  @BeforeEach
  void open() throws Exception {
    workspace = opened();
    var source = new Source("s1", 1, "shop", SourceKind.APP, List.of(), true, 1, true, true, NOON);
    workspace.enter(new Entry.SourceSaved(0, NOON, "kim", source));
  }

  private Workspace opened() throws Exception {
    if (!(Config.read(Setting.Command.SERVE, List.of(), Map.of())
        instanceof Config.Reading.Good(var config))) {
      throw new AssertionError("the standard configuration is good");
    }
    InstantSource clock = () -> Instant.ofEpochMilli(NOON);
    return Workspace.open(folder.resolve("one"), config.with(Setting.LOG_SEGMENT_MB, "1"), clock);
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  @Test
  void eachHasWhatTheyDidAndALateLoginTakesItsShareFromTheRecord() throws Exception {
    choose(SharedPolicy.BY_LOGIN, 2);
    afternoon();
    assertThat(done("user_id:mother")).isEqualTo("e10 e15 e5");
    assertThat(done("user_id:son")).isEqualTo("e20 e25 e35 e45");
    send(30, "mother"); // her telephone had been offline
    expectAfterTheLateLogin();
    // The same after a restart, from a rebuild, and as of now.
    workspace.close();
    workspace = opened();
    expectAfterTheLateLogin();
    rebuild();
    expectAfterTheLateLogin();
    for (var who : List.of("user_id:mother", "user_id:son")) {
      assertThat(asOf(who, NOON + DAY)).isEqualTo(profile(who));
    }
    var then = asOf("user_id:mother", NOON + 27_000);
    assertThat(then.events().total()).isEqualTo(3);
  }

  private void expectAfterTheLateLogin() throws Exception {
    assertThat(done("user_id:mother")).isEqualTo("e10 e15 e30 e35 e45 e5");
    assertThat(done("user_id:son")).isEqualTo("e20 e25");
    assertThat(events("user_id:mother")).isEqualTo("e5 e10 e15 e30 e35 e45");
    assertThat(events("user_id:son")).isEqualTo("e20 e25");
    var slices =
        explained("user_id:son").stream()
            .filter(LoginSlice::mine)
            .map(slice ->
                "%s from %d to %d"
                    .formatted(
                        slice.login().messageId(),
                        Objects.requireNonNull(slice.from()) - NOON,
                        Objects.requireNonNull(slice.last()) - NOON))
            .toList();
    assertThat(slices).containsExactly("m4 from 20000 to 29999");
  }

  @Test
  void otherRulesAreAppliedToWhatIsThere() throws Exception {
    afternoon();
    assertThat(done("user_id:son")).isEqualTo("e20");
    // Three are the son's by login; that the sum of five does not say.
    assertThat(rehearsed(SharedPolicy.BY_LOGIN)).isEqualTo("0 to 5 events of 2 people");
    choose(SharedPolicy.BY_LOGIN, 2);
    assertThat(done("user_id:son")).isEqualTo("e20 e25 e35 e45");
    assertThat(events("user_id:son")).isEqualTo("e20 e25 e35 e45");
    assertThat(rehearsed(SharedPolicy.LAST)).isEqualTo("2 to 2 events of 2 people");
    assertThat(rehearsed(SharedPolicy.BY_LOGIN)).isEqualTo("0 to 0 events of 0 people");
    choose(SharedPolicy.LAST, 3);
    assertThat(done("user_id:mother")).isEqualTo("e10");
    assertThat(events("user_id:son")).isEqualTo("e5 e15 e20 e25 e35 e45");
    assertThat(rehearsed(SharedPolicy.FIRST)).isEqualTo("5 to 5 events of 2 people");
    choose(SharedPolicy.FIRST, 4);
    assertThat(done("user_id:son")).isEqualTo("e20");
  }

  @Test
  void aBusyDeviceIsReadAgainInPartsAndARebuildAgrees() throws Exception {
    choose(SharedPolicy.BY_LOGIN, 2);
    send(0, "mother");
    var many = new ArrayList<Collected>();
    for (var i = 1; i <= 3_000; i++) {
      many.add(collected(i, ""));
      if (many.size() == 500) {
        workspace.take(List.copyOf(many), true);
        many.clear();
      }
    }
    send(1_000, "son");
    send(2_000, "mother");
    assertThat(profile("user_id:son").events().total()).isEqualTo(1_001);
    assertThat(profile("user_id:mother").events().total()).isEqualTo(2_002);
    rebuild();
    assertThat(profile("user_id:son").events().total()).isEqualTo(1_001);
  }

  /// What was plain data when an event came is no part of it when it is read again, though rules
  /// that were saved later would have made an identifier of it.
  @Test
  void aTypeThatIsListedLaterDoesNotHinderALateLogin() throws Exception {
    choose(SharedPolicy.BY_LOGIN, 2);
    send(5, "mother");
    for (var second = 10; second <= 40; second += 10) {
      var loyalty =
          ",\"context\":{\"externalIds\":[{\"id\":\"L%d\",\"type\":\"loyalty\",\"collection\":\"users\",\"encoding\":\"none\"}]}"
              .formatted(second);
      workspace.take(List.of(collected(second, "", loyalty)), true);
    }
    var old = workspace.rules().document();
    assertThat(old.types()).noneMatch(type -> type.name().equals("loyalty"));
    save(3, old.withTypes(List.of("loyalty")).types());
    send(25, "son");
    assertThat(done("user_id:mother")).isEqualTo("e10 e20 e5");
    assertThat(done("user_id:son")).isEqualTo("e25 e30 e40");
    rebuild();
    assertThat(done("user_id:son")).isEqualTo("e25 e30 e40");
  }

  /// An event names a device and a cookie, and logins decide about both: whose it is follows from
  /// the stronger one's logins, unless that is shared and so the weaker one owns the event.
  @Test
  void ofSeveralDevicesTheOneThatOwnsAnEventDecides() throws Exception {
    var types = new ArrayList<IdentifierType>();
    for (var type : workspace.rules().document().types()) {
      types.add(
          switch (type.name()) {
            case "anonymous_id" -> type.with(SharedPolicy.BY_LOGIN);
            case "android.id" ->
                new IdentifierType(
                    type.name(),
                    type.priority(),
                    type.anchor(),
                    type.limit(),
                    type.blocked(),
                    type.blockedPatterns(),
                    type.normaliser(),
                    2,
                    type.hubAbove(),
                    type.linkedBy(),
                    SharedPolicy.BY_LOGIN);
            default -> type;
          });
    }
    save(2, types);
    var kiosk = ",\"context\":{\"device\":{\"type\":\"android\",\"id\":\"kiosk\"}}";
    workspace.take(List.of(collected(1, "mother", kiosk)), true);
    workspace.take(List.of(collected(2, "", kiosk)), true);
    workspace.take(List.of(collected(3, "son", kiosk)), true);
    workspace.take(List.of(collected(4, "", kiosk)), true);
    both("user_id:mother", "e1 e2");
    both("user_id:son", "e3 e4");
    // A third one makes the kiosk shared: now the cookie's logins decide.
    send(5, "mother");
    workspace.take(List.of(collected(6, "daughter", kiosk)), true);
    workspace.take(List.of(collected(7, "", kiosk)), true);
    send(8, "son");
    workspace.take(List.of(collected(9, "", kiosk)), true);
    both("user_id:mother", "e1 e2 e5");
    both("user_id:son", "e3 e4 e8 e9");
    both("user_id:daughter", "e6 e7");
  }

  /// By their profile and by their timeline.
  private void both(String who, String names) throws Exception {
    assertThat(done(who)).isEqualTo(names);
    assertThat(events(who)).isEqualTo(names);
  }

  // ---- steps

  private void afternoon() throws Exception {
    send(5, "");
    send(10, "mother");
    send(15, "");
    send(45, "");
    send(20, "son");
    send(25, "");
    send(35, "");
  }

  private void send(int second, String userId) throws Exception {
    workspace.take(List.of(collected(second, userId)), true);
  }

  private Collected collected(int second, String userId) {
    return collected(second, userId, "");
  }

  private Collected collected(int second, String userId, String more) {
    var body =
        """
        {"messageId":"m%d","timestamp":"%s","event":"e%d","type":"track","anonymousId":"tablet"%s%s}\
        """
            .formatted(
                sent++,
                Instant.ofEpochMilli(NOON + second * 1_000L),
                second,
                userId.isEmpty() ? "" : ",\"userId\":\"" + userId + "\"",
                more)
            .getBytes(UTF_8);
    var envelope = new Envelope(1, NOON + DAY, null, "edge", null, Value.Fields.EMPTY, 100);
    return new Collected(envelope, body, JsonReader.event(body));
  }

  private void choose(SharedPolicy policy, int version) throws Exception {
    save(version, types(policy));
  }

  private List<IdentifierType> types(SharedPolicy policy) {
    var types = new ArrayList<IdentifierType>();
    for (var type : workspace.rules().document().types()) {
      types.add(type.name().equals("anonymous_id") ? type.with(policy) : type);
    }
    return types;
  }

  /// What a rehearsal says that a policy would move.
  private String rehearsed(SharedPolicy policy) throws Exception {
    var version = workspace.rules().document().version() + 1;
    var id =
        String.valueOf(workspace.tasks().rehearse(rules(version, types(policy)), "kim").text("id"));
    workspace.tasks().await();
    var task = Objects.requireNonNull(workspace.tasks().one(TaskList.Kind.REHEARSAL, id));
    var report = task.fields("report");
    assertThat(report.get("notCovered")).isEqualTo(new Value.Items(List.of()));
    assertThat(report.get("merges")).isEqualTo(new Value.Decimal(BigDecimal.ZERO));
    var moved = report.fields("moved");
    return "%s to %s events of %s people"
        .formatted(number(moved, "events"), number(moved, "eventsAtMost"), number(moved, "people"));
  }

  private static Object number(Value.Fields fields, String name) {
    return ((Value.Decimal) Objects.requireNonNull(fields.get(name))).value();
  }

  private RulesDocument rules(int version, List<IdentifierType> types) {
    var old = workspace.rules().document();
    return new RulesDocument(
        version,
        old.workspaceKey(),
        old.region(),
        old.currency(),
        old.timeZone(),
        types,
        old.customType(),
        old.traits(),
        old.rates());
  }

  private void save(int version, List<IdentifierType> types) throws Exception {
    var rules = rules(version, types);
    assertThat(RulesOffice.of(workspace).save(rules, version - 1, "kim", "a family")).isTrue();
    workspace.tasks().await();
    assertThat(workspace.rules().document().version()).isEqualTo(version);
  }

  /// Makes state anew, and expects that nothing is different.
  private void rebuild() throws Exception {
    var id = String.valueOf(workspace.tasks().rebuild("kim").text("id"));
    workspace.tasks().await();
    var task = Objects.requireNonNull(workspace.tasks().one(TaskList.Kind.REBUILD, id));
    assertThat(task.text("state")).as(task.toString()).isEqualTo("done");
    assertThat(task.fields("report").fields("keys").get("different"))
        .as(task.toString())
        .isEqualTo(new Value.Decimal(BigDecimal.ZERO));
  }

  private People people() {
    return new People(workspace, new Happenings(workspace));
  }

  private Profile profile(String who) throws Intake.Unavailable {
    return Objects.requireNonNull(people().profile(Who.of(who))).profile();
  }

  /// The names of what somebody did, by their profile, in the order of names.
  private String done(String who) throws Intake.Unavailable {
    return profile(who).events().byName().keySet().stream().collect(Collectors.joining(" "));
  }

  /// The same by their timeline, the oldest first.
  private String events(String who) throws Exception {
    assertThat(workspace.filing().flushUpTo(workspace.state().position(), Duration.ofSeconds(20)))
        .isTrue();
    var timeline = Objects.requireNonNull(people().events(Who.of(who), null, 100));
    var page = Objects.requireNonNull(timeline.page());
    return page.items().reversed().stream()
        .map(each -> String.valueOf(each.name()))
        .collect(Collectors.joining(" "));
  }

  private Profile asOf(String who, long at) throws Exception {
    var past = new Past(workspace, people(), Past.MOST_EVENTS);
    return Objects.requireNonNull(past.profile(Who.of(who), at, Long.MAX_VALUE)).profile();
  }

  private List<LoginSlice> explained(String who) throws Exception {
    var stewardship =
        new Stewardship(
            workspace.state(),
            workspace::mentions,
            workspace.commits(),
            workspace::rules,
            workspace.clock(),
            workspace::enter);
    return Objects.requireNonNull(stewardship.explain(Who.of(who))).what().logins();
  }
}
