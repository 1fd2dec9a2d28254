package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The core's own opinion on the shop's stream, without a server around it.
class CoreOpinionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final NumberingPlans PHONES = new NumberingPlans();

  private static final Shop SHOP = new Shop(11, 800, 40, NOW);
  private static final Map<Key<?>, Object> STATE = new HashMap<>();
  private static Rules rules = rules(DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul"));
  private static long position;
  private static @Nullable String firstDisagreement;

  private static Rules rules(RulesDocument document) {
    return Rules.of(document, PHONES, new LinearPatterns());
  }

  private static final class State implements Snapshot {
    @Override
    @SuppressWarnings("unchecked")
    public <V> @Nullable V get(Key<V> key) {
      return (V) STATE.get(key);
    }
  }

  @BeforeAll
  static void play() {
    for (var kind : SourceKind.values()) {
      var number = number(kind);
      STATE.put(
          new Key.Source(number),
          new Source("s" + number, number, "s", kind, List.of(), true, 1, false, false, 0));
    }
    SHOP.play(CoreOpinionTest::take);
  }

  private static int number(SourceKind kind) {
    return List.of(SourceKind.values()).indexOf(kind) + 1;
  }

  private static void take(Delivery delivery) {
    for (var event : delivery.events()) {
      var envelope =
          new Envelope(
              number(delivery.sdk().kind()),
              NOW.toEpochMilli(),
              null,
              "edge-" + position,
              NOW.plusMillis(delivery.clockAheadMs()).toString(),
              Value.Fields.EMPTY,
              event.body().length);
      var entry = new Entry.Received(++position, envelope, JsonReader.event(event.body()));
      var outcome = decide(entry);
      var ended =
          switch (outcome) {
            case Outcome.Accepted _ -> Expected.ACCEPTED;
            case Outcome.Duplicate _ -> Expected.DUPLICATE;
            case Outcome.Quarantined _ -> Expected.QUARANTINED;
            case Outcome.Dropped _ -> null;
            case null -> null;
          };
      if (ended != event.expected() && firstDisagreement == null) {
        firstDisagreement = outcome + " of " + new String(event.body(), StandardCharsets.UTF_8);
      }
    }
  }

  private static @Nullable Outcome decide(Entry entry) {
    if (!(Pipeline.decide(entry, new State(), rules) instanceof Decision.Decided decided)) {
      throw new AssertionError("everything is loaded");
    }
    for (var change : decided.changes()) {
      switch (change) {
        case Change.Put<?>(var key, var value) -> {
          STATE.put(key, value);
          if (value instanceof RulesDocument document) {
            rules = rules(document);
          }
        }
        case Change.Remove<?>(var key) -> STATE.remove(key);
      }
    }
    return decided.outcome();
  }

  @Test
  void everyEventEndsAsTheShopSays() {
    assertThat(firstDisagreement).isNull();
    assertThat(SHOP.truth().events()).isEqualTo(position);
  }

  @Test
  void everyMishapIsQuarantinedWhateverItsSource() {
    var mishaps = new Mishaps(new Body());
    var dice = Dice.of(5);
    for (var kind : SourceKind.values()) {
      for (var i = 0; i < 300; i++) {
        var body = mishaps.next(kind, NOW.toEpochMilli(), dice).body();
        var envelope =
            new Envelope(
                number(kind),
                NOW.toEpochMilli(),
                null,
                kind + "-" + i,
                NOW.toString(),
                Value.Fields.EMPTY,
                body.length);
        var entry = new Entry.Received(1_000_000_000L, envelope, JsonReader.event(body));
        assertThat(Pipeline.decide(entry, new State(), rules))
            .isInstanceOfSatisfying(
                Decision.Decided.class,
                decided ->
                    assertThat(decided.outcome())
                        .as("%s: %s", kind, new String(body, StandardCharsets.UTF_8))
                        .isInstanceOf(Outcome.Quarantined.class));
      }
    }
  }

  @Test
  void peopleAreFoundNearlyAsWellAsTheEvidenceAllows() {
    var found = found();
    assertThat(found.unknown()).isZero();
    assertThat(found.precision()).isGreaterThan(0.99);
    assertThat(found.evidentRecall()).isGreaterThan(0.99);
    assertThat(found.recall()).isBetween(0.7, 1.0);
  }

  static Recognition found() {
    var identifiers = SHOP.truth().identifiers();
    return Recognition.of(
        identifiers, identifiers.stream().map(known -> profile(known.identifier())).toList());
  }

  private static String profile(Identifier identifier) {
    var state = new State();
    var holder = state.get(new Key.OfIdentifier(identifier));
    if (holder == null) {
      return "";
    }
    Tree tree = state.get(new Key.Tree(holder.tree()));
    return tree == null ? "" : tree.profileId(identifier, rules).value();
  }
}
