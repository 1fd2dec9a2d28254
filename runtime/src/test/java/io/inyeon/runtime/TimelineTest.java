package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.Happened;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A person's events are those that make up the person of today, whosever they were when they came.
class TimelineTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));

  @TempDir Path folder;

  private Workspace workspace;
  private People people;
  private int sent;

  @BeforeEach
  void open() throws Exception {
    workspace = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), CLOCK);
    people = new People(workspace, new Happenings(workspace));
    source(1, SourceKind.SERVER);
    source(2, SourceKind.BROWSER);
    source(3, SourceKind.IMPORT);
  }

  @AfterEach
  void close() throws Exception {
    workspace.close();
  }

  private void source(int number, SourceKind kind) throws Exception {
    workspace.enter(new Entry.SourceSaved(0, Histories.NOW, "t", Histories.source(number, kind)));
  }

  /// A server says that these are one person; gives the messageId.
  private String send(String... fields) throws Exception {
    var id = "t" + sent++;
    var text =
        "{\"type\":\"identify\",\"messageId\":\"%s\",%s}".formatted(id, String.join(",", fields));
    var body = text.getBytes(UTF_8);
    var envelope =
        new Envelope(1, Histories.NOW + sent, null, "edge", null, Value.Fields.EMPTY, body.length);
    workspace.take(List.of(new Collected(envelope, body, JsonReader.event(body))), true);
    return id;
  }

  private static String user(String id) {
    return "\"userId\":\"" + id + "\"";
  }

  private static String cookie(String id) {
    return "\"anonymousId\":\"" + id + "\"";
  }

  private static String email(String address) {
    return "\"traits\":{\"email\":\"" + address + "\"}";
  }

  private List<String> timeline(String who) throws Exception {
    assertThat(workspace.filing().flushUpTo(workspace.state().position(), Duration.ofSeconds(30)))
        .isTrue();
    var ids = new ArrayList<String>();
    String cursor = null;
    do {
      var page = Objects.requireNonNull(people.events(Who.of(who), cursor, 100)).page();
      Objects.requireNonNull(page).items().stream().map(Happened::messageId).forEach(ids::add);
      cursor = page.next();
    } while (cursor != null);
    return ids;
  }

  private void apply(UnaryOperator<IdentifierType> change) throws Exception {
    var before = workspace.rules().document();
    var types = new ArrayList<>(before.types());
    types.replaceAll(change);
    workspace.enter(
        new Entry.RulesSaved(
            0,
            Histories.NOW,
            "t",
            new RulesDocument(
                before.version() + 1,
                before.workspaceKey(),
                before.region(),
                before.currency(),
                before.timeZone(),
                types,
                before.customType(),
                before.traits(),
                before.rates()),
            "other rules"));
    workspace.tasks().rebuild("t");
    workspace.tasks().await();
    assertThat(workspace.rules().document().version()).isEqualTo(before.version() + 1);
  }

  private static UnaryOperator<IdentifierType> blocking(String type, List<String> values) {
    return each -> {
      if (!each.name().equals(type)) {
        return each;
      }
      return new IdentifierType(
          each.name(),
          each.priority(),
          each.anchor(),
          each.limit(),
          values,
          each.blockedPatterns(),
          each.normaliser(),
          each.sharedAbove(),
          each.hubAbove(),
          each.linkedBy());
    };
  }

  @Test
  void eventsOfAnAddressThatTurnsOutToBeSharedGoToWhoeverElseTheyName() throws Exception {
    var first = send(cookie("mine"), email("info@shop.kr"));
    assertThat(timeline("email:info@shop.kr")).containsExactly(first);
    for (var i = 0; i < 21; i++) {
      send(user("u" + i), email("info@shop.kr"));
    }
    assertThat(timeline("anonymous_id:mine")).containsExactly(first);
    assertThat(timeline("email:info@shop.kr")).isEmpty();
  }

  @Test
  void otherRulesMoveEventsAndTheRulesOfBeforeBringThemBack() throws Exception {
    var one = send(cookie("a"), email("desk@shop.kr"));
    var two = send(cookie("b"), email("desk@shop.kr"));
    var three = send(email("desk@shop.kr"));
    assertThat(timeline("anonymous_id:a")).containsExactly(three, two, one);
    apply(blocking("email", List.of("desk@shop.kr")));
    assertThat(timeline("anonymous_id:a")).containsExactly(one);
    assertThat(timeline("anonymous_id:b")).containsExactly(two);
    apply(blocking("email", List.of()));
    assertThat(timeline("anonymous_id:b")).containsExactly(three, two, one);
  }

  @Test
  void aCutDividesATimelineAndUndoingItUnitesItAgain() throws Exception {
    var one = send(user("u"), cookie("a"));
    var two = send(cookie("a"));
    var cut =
        new Cut(
            "cut_1",
            new TreeSet<>(List.of(new Identifier("user_id", "u"))),
            new TreeSet<>(List.of(new Identifier("anonymous_id", "a"))),
            Histories.NOW,
            "t",
            "not the same");
    workspace.enter(new Entry.CutMade(0, Histories.NOW, "t", cut));
    assertThat(timeline("user_id:u")).containsExactly(one);
    assertThat(timeline("anonymous_id:a")).containsExactly(two);
    workspace.enter(new Entry.CutUndone(0, Histories.NOW, "t", "cut_1", ""));
    assertThat(timeline("anonymous_id:a")).containsExactly(two, one);
  }

  /// Over random histories and several versions of the rules: every event that counts for somebody
  /// is in exactly that one's timeline.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void allTimelinesTogetherHaveEveryEventOfEverybodyOnce(int seed) throws Exception {
    RebuildTest.fill(workspace, new SplittableRandom(seed), 300);
    complete();
    var stricter = RebuildTest.stricter(workspace.rules().document());
    workspace.enter(new Entry.RulesSaved(0, Histories.NOW, "t", stricter, ""));
    workspace.tasks().rebuild("t");
    workspace.tasks().await();
    assertThat(workspace.rules().document().version()).isEqualTo(2);
    complete();
    apply(TimelineTest::otherwise);
    complete();
  }

  /// E-mails are anchors, cookies are stronger than user ids and link for servers only, some values
  /// are blocked, and three make a value shared.
  private static IdentifierType otherwise(IdentifierType type) {
    return new IdentifierType(
        type.name(),
        switch (type.name()) {
          case "email" -> 1;
          case "anonymous_id" -> 2;
          default -> type.priority() + 2;
        },
        type.name().equals("email"),
        type.limit(),
        List.of("u3", "c4"),
        type.blockedPatterns(),
        type.normaliser(),
        3,
        type.hubAbove(),
        type.name().equals("anonymous_id")
            ? List.of(SourceKind.SERVER, SourceKind.IMPORT)
            : type.linkedBy());
  }

  private void complete() throws Exception {
    var counted = new HashMap<String, Long>();
    try (var picture = workspace.state().picture()) {
      picture.forEach(
          Key.Tree.class,
          (Key<Tree> _, Tree tree) -> {
            for (var part : tree.parts(workspace.rules())) {
              var sum =
                  tree.fragments(part, workspace.rules()).values().stream()
                      .mapToLong(fragment -> fragment.count())
                      .sum();
              counted.put(part.first().toString(), sum);
            }
          });
    }
    var seen = new TreeSet<String>();
    for (var person : counted.entrySet()) {
      var events = timeline(person.getKey());
      assertThat(events).as(person.getKey()).hasSize(person.getValue().intValue());
      seen.addAll(events);
    }
    assertThat(counted).hasSizeGreaterThan(3);
    assertThat(seen).hasSizeGreaterThan(100);
  }
}
