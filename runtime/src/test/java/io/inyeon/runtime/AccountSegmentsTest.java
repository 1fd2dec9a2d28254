package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conditions on the traits of accounts on a virtual clock, beside a real log, state and archive.
class AccountSegmentsTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String BIG =
      "{\"account\":{\"trait\":\"plan\",\"operator\":\"equals\",\"value\":\"big\"}}";

  @TempDir Path folder;
  private volatile Instant now = START;
  private final InstantSource clock = () -> now;
  private int number;
  private @Nullable Workspace open;

  @BeforeEach
  void begin() throws Exception {
    reopen();
    workspace()
        .enter(
            new Entry.SourceSaved(0, clock.millis(), "t", Histories.source(1, SourceKind.SERVER)));
  }

  @AfterEach
  void end() throws Exception {
    workspace().close();
  }

  private Workspace workspace() {
    if (open == null) {
      throw new AssertionError("not open");
    }
    return open;
  }

  private void reopen() throws Exception {
    open = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock);
  }

  private void restart() throws Exception {
    workspace().close();
    reopen();
  }

  private SegmentDesk desk() {
    return new SegmentOffice(
        workspace(),
        new People(workspace(), new Happenings(workspace())),
        new VocabularyOffice(workspace()));
  }

  private void group(String user, String account, String traits) throws Exception {
    take(
        "\"type\":\"group\",\"groupId\":\"%s\",\"userId\":\"%s\",\"traits\":%s"
            .formatted(account, user, traits),
        now);
  }

  private void take(String fields, Instant time) throws Exception {
    var json = "{%s,\"messageId\":\"m%d\",\"timestamp\":\"%s\"}".formatted(fields, number++, time);
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var envelope =
        new Envelope(1, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length);
    workspace().take(List.of(new Collected(envelope, bytes, JsonReader.event(bytes))), true);
    workspace().settleSegments();
  }

  private void define(String id, String condition) throws Exception {
    save(
        null,
        "{\"id\":\"%s\",\"name\":\"x\",\"status\":\"active\",\"condition\":%s}"
            .formatted(id, condition));
  }

  private void save(@Nullable String id, String json) throws Exception {
    var read = JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
    assertThat(desk().save(id, (Value.Fields) read, -1, "t"))
        .isInstanceOf(SegmentDesk.Saved.Done.class);
    workspace().settleSegments();
  }

  private List<String> members(String segment) throws Intake.Unavailable {
    return desk().members(segment, null, 100).stream().map(member -> member.who().value()).toList();
  }

  /// `entered id at second` of all that one person went through, oldest first.
  private List<String> history(String user) throws Intake.Unavailable {
    var standings = desk().standings(new Who.Named("user_id", user), true);
    var told = new ArrayList<String>();
    if (standings != null) {
      for (var fact : standings.history().reversed()) {
        told.add(
            (fact.entered() ? "entered " : "left ")
                + fact.segment()
                + " "
                + Duration.between(START, Instant.ofEpochMilli(fact.at())));
      }
    }
    return told;
  }

  @Test
  void membersEnterAndLeaveWhenTheirAccountChanges() throws Exception {
    define("big", BIG);
    group("kim", "acme", "{\"plan\":\"small\"}");
    group("lee", "acme", "{}");
    group("park", "other", "{\"plan\":\"small\"}");
    assertThat(members("big")).isEmpty();
    now = START.plusSeconds(60);
    group("lee", "acme", "{\"plan\":\"big\"}");
    assertThat(members("big")).containsExactlyInAnyOrder("kim", "lee");
    restart();
    now = START.plusSeconds(120);
    group("park", "acme", "{\"plan\":\"small\"}");
    assertThat(members("big")).isEmpty();
    assertThat(history("kim")).containsExactly("entered big PT1M", "left big PT2M");
    assertThat(history("park")).isEmpty();
  }

  @Test
  void aSegmentFindsThoseWhoJoinedBeforeItAndARebuildChangesNothing() throws Exception {
    group("kim", "acme", "{\"plan\":\"big\"}");
    define("big", BIG);
    assertThat(members("big")).containsExactly("kim");
    workspace().tasks().rebuild("t");
    workspace().tasks().await();
    workspace().settleSegments();
    assertThat(members("big")).containsExactly("kim");
    group("lee", "acme", "{\"plan\":\"small\"}");
    assertThat(members("big")).isEmpty();
    assertThat(history("kim")).hasSize(2);
  }

  /// More than are looked at in one go, half of them people with several identifiers.
  @Test
  void everyMemberOfALargeAccountIsLookedAt() throws Exception {
    define("big", BIG);
    var events = new ArrayList<Collected>();
    for (var i = 0; i < 1_300; i++) {
      var json =
          "{\"type\":\"group\",\"groupId\":\"acme\",\"userId\":\"u%d\"%s,\"messageId\":\"g%d\",\"timestamp\":\"%s\"}"
              .formatted(i, i % 2 == 0 ? "" : ",\"anonymousId\":\"c" + i + "\"", i, now);
      var bytes = json.getBytes(StandardCharsets.UTF_8);
      var envelope =
          new Envelope(1, clock.millis(), null, "e", null, Value.Fields.EMPTY, bytes.length);
      events.add(new Collected(envelope, bytes, JsonReader.event(bytes)));
    }
    workspace().take(events, true);
    workspace().settleSegments();
    group("u1", "acme", "{\"plan\":\"big\"}");
    assertThat(Objects.requireNonNull(desk().one("big")).size()).isEqualTo(1_300);
    group("u2", "acme", "{\"plan\":\"small\"}");
    assertThat(Objects.requireNonNull(desk().one("big")).size()).isZero();
    assertThat(Objects.requireNonNull(workspace().segmentWork()).membersLookedAt()).isZero();
  }

  @Test
  void whoIsErasedIsForgottenAmongTheMembers() throws Exception {
    define("big", BIG);
    group("kim", "acme", "{\"plan\":\"big\"}");
    group("lee", "acme", "{}");
    var kim = new Identifier("user_id", "kim");
    var id = ProfileIds.of(workspace().rules().document().workspaceKey(), kim);
    workspace().enter(new Entry.PersonErased(0, clock.millis(), "t", "era_1", id, "asked"));
    var joined = new ArrayList<Identifier>();
    workspace()
        .state()
        .forEach(
            Key.OfJoined.class,
            (Key<Boolean> key, Boolean _) -> joined.add(((Key.OfJoined) key).who()));
    assertThat(joined).containsExactly(new Identifier("user_id", "lee"));
  }

  @Test
  void whatIsAskedOfTheMembersThemselvesIsRefusedWithItsPlace() throws Exception {
    var json =
        "{\"id\":\"x\",\"name\":\"x\",\"status\":\"active\",\"condition\":{\"account\":{\"members\":\"any\",\"condition\":{\"event\":\"Bought\"}}}}";
    var read = JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
    assertThat(desk().save(null, (Value.Fields) read, -1, "t"))
        .isEqualTo(
            new SegmentDesk.Saved.Wrong(
                List.of(new Violation("account_members_not_live", "/condition", ""))));
  }
}
